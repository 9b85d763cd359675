// Reading and verifying the chain of a packet. See chain_entries.h.
#include "packet/chain_entries.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "packet/answer_json.h"

namespace ftt {

namespace {

constexpr std::size_t hex_of_nonce = 32;  // 128 bits

bool is_entry_digest(std::string_view text) {
  return text.starts_with(entry_digest_prefix) && is_sha256_hex(text.substr(entry_digest_prefix.size()));
}

bool is_digest(const Json& value) {
  return value.is_string() && is_entry_digest(*value.as_string());
}

// One entry of the file, and what is wrong with its form.
class EntryReader {
 public:
  EntryReader(const Json& written, std::string place, std::vector<PacketProblem>& problems)
      : written_(written), place_(std::move(place)), problems_(problems) {}

  ChainEntry read(EntryMark& mark) {
    mark.written = &written_;
    ChainEntry entry;
    if (!written_.is_object()) {
      bad("", concat(describe(written_.kind()), " is where an entry goes; open the copy that it came from"));
      return entry;
    }
    read_head(entry, mark);
    read_people(entry);
    read_saw(entry, mark);
    read_act(entry);
    if (!is_good_) entry.act = ChainAct::unknown;
    return entry;
  }

 private:
  void bad(std::string_view member, std::string message, ProblemKind kind = ProblemKind::form) {
    is_good_ = false;
    problems_.push_back(
        {member.empty() ? place_ : concat(place_, ".", member), Severity::error, std::move(message), kind});
  }

  // What is not there. The schema has no say in it, since what an entry needs hangs on its act.
  void lacks(std::string_view member, std::string message) { bad(member, std::move(message), ProblemKind::check); }

  // The place of a member of an object in the entry; an empty one is the entry itself.
  static std::string path_of(std::string_view around, std::string_view member) {
    return around.empty() ? std::string(member) : concat(around, ".", member);
  }

  // The member where it is there and of that form; an empty text otherwise, said where it is of another.
  std::string text_of(const Json& object, std::string_view member, std::string_view around = {},
                      std::int64_t most = 0) {
    const Json* value = object.find(member);
    if (value == nullptr) return {};
    const std::string* text = value->as_string();
    if (text == nullptr) {
      bad(path_of(around, member), concat(describe(value->kind()), " is here, where a text in quotation marks goes"));
      return {};
    }
    if (most != 0 && static_cast<std::int64_t>(count_code_points(*text)) > most) {
      bad(path_of(around, member),
          concat("it has more than ", most, " characters; name the person or the office alone"));
    }
    return *text;
  }

  std::optional<Date> date_of(std::string_view member) {
    if (written_.find(member) == nullptr) return std::nullopt;
    const std::string text = text_of(written_, member);
    const Result<Date> date = Date::from_iso(text);
    if (date) return *date;
    bad(member, date.error().message);
    return std::nullopt;
  }

  std::optional<ChainStep> step_of(const Json& object, std::string_view member, std::string_view around = {}) {
    const std::string text = text_of(object, member, around);
    const std::optional<ChainStep> step = chain_step_of(text);
    if (!step && object.find(member) != nullptr) {
      bad(path_of(around, member),
          concat(in_quotes(text),
                 " is no step of the chain; it is one of supervisor, second_level, third_level, "
                 "executive, hr_director, deputy_administrator"));
    }
    return step;
  }

  ChainPerson person_of(const Json& object, std::string_view path) {
    if (!object.is_object()) {
      bad(path, concat(describe(object.kind()), " is where a person goes, as {\"name\": \"…\", \"title\": \"…\"}"));
      return {};
    }
    return {text_of(object, "name", path, most_of_a_name), text_of(object, "title", path, most_of_a_name)};
  }

  void read_head(ChainEntry& entry, EntryMark& mark) {
    if (written_.find("kind") == nullptr) {
      lacks("kind", concat("\"", entry_kind, "\" goes here"));
    } else if (text_of(written_, "kind") != entry_kind) {
      bad("kind", concat("it is not \"", entry_kind,
                         "\": a newer version of this tool wrote it, and it counts nowhere; "
                         "open the packet with the newer version"));
    }
    const Json* n = written_.find("n");
    const std::optional<std::int64_t> number = n == nullptr ? std::nullopt : whole_number(*n);
    if (n == nullptr) {
      lacks("n", "the number of the entry is missing");
    } else if (!number) {
      bad("n", "the number of the entry goes here, such as 3");
    }
    mark.n = number.value_or(0);
    if (written_.find("nonce") == nullptr) {
      lacks("nonce", "32 hexadecimal digits, drawn at random, are missing");
    } else if (const std::string nonce = text_of(written_, "nonce");
               nonce.size() != hex_of_nonce || !are_hex_digits(nonce)) {
      bad("nonce", "32 hexadecimal digits go here, drawn at random");
    }
    read_links();
    entry.on = date_of("on");
    if (!entry.on && written_.find("on") == nullptr) lacks("on", "the day of the act is missing");
    entry.act = chain_act_of(text_of(written_, "act"));
    entry.step = step_of(written_, "step");
  }

  // Whether they hold, the verifier says; here is said what is no digest at all.
  void read_links() {
    if (const Json* previous = written_.find("previous")) {
      const std::vector<Json>* list = previous->as_array();
      if (list == nullptr || !std::all_of(list->begin(), list->end(), is_digest)) {
        bad("previous", "a list of the digests of the entries that it follows goes here, \"sha256-jcs:…\"");
      }
    }
    const Json* digest = written_.find("digest");
    if (digest != nullptr && !is_digest(*digest)) {
      bad("digest", "the digest of the entry goes here, \"sha256-jcs:…\"");
    }
  }

  void read_people(ChainEntry& entry) {
    const Json* by = written_.find("by");
    if (by != nullptr) entry.by = person_of(*by, "by");
    const bool is_by_the_tool = entry.act == ChainAct::edited;
    if (entry.by.name.empty() && !is_by_the_tool) lacks("by.name", "who recorded it is missing");
    if (const Json* whose = written_.find("for")) {
      entry.on_behalf_of = person_of(*whose, "for");
      entry.authority = text_of(*whose, "authority", "for", most_of_a_name);
    }
    if (const Json* to = written_.find("to")) {
      if (!to->is_object()) bad("to", concat(describe(to->kind()), " is where an object with a step goes"));
      entry.to_step = step_of(*to, "step", "to");
      entry.to_name = text_of(*to, "name", "to", most_of_a_name);
    }
    entry.reason = text_of(written_, "reason");
    for (const std::string_view member : {"statement", "how", "packet"}) text_of(written_, member);
  }

  void read_saw(ChainEntry& entry, EntryMark& mark) {
    const Json* saw = written_.find("saw");
    if (saw == nullptr) {
      lacks("saw", "what was in front of the person who acted is missing");
      return;
    }
    entry.saw_content = text_of(*saw, "content", "saw");
    if (!is_sha256_hex(entry.saw_content)) {
      bad("saw.content", "the digest of Parts A to I goes here, 64 hexadecimal digits");
    }
    const Json* parts = saw->find("parts");
    if (parts == nullptr) return;
    if (!parts->is_object()) {
      bad("saw.parts", concat(describe(parts->kind()), " is where an object with the digest of each part goes"));
      return;
    }
    for (const Json::Member& part : *parts->as_object()) {
      std::string digest = text_of(*parts, part.name, "saw.parts");
      if (!is_sha256_hex(digest)) {
        bad(path_of("saw.parts", part.name), "a digest goes here, 64 hexadecimal digits");
      }
      mark.saw_parts.push_back({part.name, std::move(digest)});
    }
  }

  void read_act(ChainEntry& entry) {
    entry.requested_on = date_of("requested_on");
    const Json* route = written_.find("route");
    if (route != nullptr) read_route(*route, entry);
    if (route == nullptr && entry.act == ChainAct::submitted) lacks("route", "who takes each step is missing");
    const std::string matter = text_of(written_, "matter");
    if (written_.find("matter") != nullptr && matter != "arrangement" && matter != "ending") {
      bad("matter", concat(in_quotes(matter), " is neither \"arrangement\" nor \"ending\""));
    }
    entry.is_ending = matter == "ending";
    const Json* evidence = written_.find("evidence");
    if (evidence == nullptr) return;
    const std::vector<Json>* files = evidence->as_array();
    if (files == nullptr || files->size() > most_evidence) {
      bad("evidence", concat("a list of at most ", most_evidence, " files goes here"));
      return;
    }
    for (std::size_t i = 0; i < files->size(); ++i) {
      const std::string path = concat("evidence.", i);
      text_of((*files)[i], "kind", path, most_of_a_name);
      text_of((*files)[i], "name", path, most_of_a_name);
      if (!is_sha256_hex(text_of((*files)[i], "sha256", path))) {
        bad(concat(path, ".sha256"), "the digest of the file goes here, 64 hexadecimal digits");
      }
    }
  }

  // Second and third level: a person, or "not_applicable".
  void read_route(const Json& route, ChainEntry& entry) {
    if (!route.is_object()) {
      bad("route", concat(describe(route.kind()), " is where an object with each step goes"));
      return;
    }
    ChainRoute& read = entry.route.emplace();
    for (const ChainStep step : chain_steps) {
      ChainRoute::Stop& stop = read.stops[number_of(step)];
      const std::string path = concat("route.", name_of(step));
      const bool may_be_left_out = step == ChainStep::second_level || step == ChainStep::third_level;
      const Json* who = route.find(name_of(step));
      const std::string* word = who == nullptr ? nullptr : who->as_string();
      if (may_be_left_out && word != nullptr && *word == "not_applicable") {
        stop.applies = false;
      } else if (who != nullptr) {
        stop.who = person_of(*who, path);
      }
      if (may_be_left_out && stop.applies && stop.who.name.empty()) {
        bad(path, "name a person or an office, or write \"not_applicable\"");
      }
    }
  }

  const Json& written_;
  std::string place_;
  std::vector<PacketProblem>& problems_;
  bool is_good_ = true;
};

// ---- Whether it holds ----

// What the digest of an entry is taken over.
Result<std::string> hashed_text(const Json& entry) {
  const std::vector<Json::Member>* members = entry.as_object();
  if (members == nullptr) return write_json_canonical(entry);
  std::vector<MemberView> hashed;
  hashed.reserve(members->size());
  for (const Json::Member& member : *members) {
    if (member.name != "digest") hashed.push_back({member.name, &member.value});
  }
  return write_json_canonical(hashed);
}

class Verifier {
 public:
  Verifier(const Packet& packet, ReadChain& chain) : packet_(packet), chain_(chain) {}

  void run() {
    find_digests();
    for (std::size_t i = 0; i < chain_.entries.size(); ++i) verify(i);
    name_what_stands_beside();
  }

 private:
  bool broken(std::size_t i, std::string_view member, std::string message) {
    ChainEntry& entry = chain_.entries[i];
    entry.is_sound = false;
    if (chain_.soundness != ChainSoundness::unverifiable) chain_.soundness = ChainSoundness::broken;
    chain_.problems.push_back(
        {concat("chain.entries.", i, ".", member), Severity::error, std::move(message), ProblemKind::check});
    return false;
  }

  // Of all of them together, which costs a fraction of one after another.
  void find_digests() {
    std::vector<std::string> texts;
    for (const EntryMark& mark : chain_.marks) {
      Result<std::string> text = hashed_text(*mark.written);
      refusals_.push_back(text ? std::nullopt : std::optional(text.error()));
      texts.push_back(text ? std::move(text).value() : std::string());
    }
    const std::vector<std::string> digests = sha256_hex_of_each(texts);
    for (std::size_t i = 0; i < digests.size(); ++i) {
      if (!refusals_[i]) chain_.marks[i].digest = concat(entry_digest_prefix, digests[i]);
    }
  }

  void verify(std::size_t i) {
    const EntryMark& mark = chain_.marks[i];
    if (refusals_[i]) {
      broken(i, "digest", concat("it cannot be verified: ", refusals_[i]->message));
      chain_.soundness = ChainSoundness::unverifiable;
      return;
    }
    const bool is_new = places_.emplace(mark.digest, i).second;
    if (!is_new) {
      broken(i, "digest", "it is in the chain twice, and counts once; take the repetition out");
      return;
    }
    const std::string* stored = mark.written->find_string("digest");
    if (stored == nullptr || *stored != mark.digest) {
      broken(i, "digest", "it was changed after it was recorded; ask the sender for the copy that was sent");
      return;
    }
    const std::string* of = mark.written->find_string("packet");
    if (of == nullptr || *of != packet_.id) {
      broken(i, "packet", "it is an entry of another packet, and counts nowhere; take it out");
      return;
    }
    if (follow(i)) check_number(i);
  }

  bool follow(std::size_t i) {
    ChainEntry& entry = chain_.entries[i];
    const Json* previous = chain_.marks[i].written->find("previous");
    const std::vector<Json>* list = previous == nullptr ? nullptr : previous->as_array();
    if (list == nullptr) return broken(i, "previous", "the digest of the entry that it follows is missing");
    if (i == 0) {
      const bool is_first =
          chain_.after.empty() ? list->empty() : list->size() == 1 && list->front() == Json::string(chain_.after);
      return is_first || broken(i, "previous",
                                "the entry that it follows is not in the file: the beginning was cut off, or belongs "
                                "to another round; ask for the whole copy");
    }
    // An act of a newer version may follow on two, as a merged entry does; what leads back on more ways would take a
    // time without bound to walk.
    const std::size_t needed = entry.act == ChainAct::merged || entry.act == ChainAct::unknown ? 2 : 1;
    const bool may_be_one = entry.act == ChainAct::unknown && list->size() == 1;
    if (list->size() != needed && !may_be_one) {
      return broken(i, "previous", concat("it names ", list->size(), " entries that it follows, not ", needed));
    }
    for (const Json& one : *list) {
      const std::string* digest = one.as_string();
      const auto found = digest == nullptr ? places_.end() : places_.find(*digest);
      if (found == places_.end() || found->second >= i) {
        return broken(i, "previous",
                      "the entry that it follows is not before it: one was taken out or changed, or the order "
                      "is another one; ask for the copy that was sent");
      }
      entry.follows.push_back(found->second);
    }
    if (entry.act == ChainAct::merged && !std::is_sorted(list->begin(), list->end(), [](const Json& a, const Json& b) {
          return *a.as_string() < *b.as_string();
        })) {
      return broken(i, "previous", "the two entries that it follows are not in the order of their digests");
    }
    const bool all_hold = std::all_of(entry.follows.begin(), entry.follows.end(),
                                      [&](std::size_t earlier) { return chain_.entries[earlier].is_sound; });
    return all_hold || broken(i, "previous", "it follows on an entry that does not hold, and does not count either");
  }

  void check_number(std::size_t i) {
    std::int64_t before = 0;
    for (const std::size_t earlier : chain_.entries[i].follows) before = std::max(before, chain_.marks[earlier].n);
    if (chain_.marks[i].n != before + 1) {
      broken(i, "n",
             concat("it is numbered ", chain_.marks[i].n, " and is in place ", before + 1,
                    "; ask for the copy that was sent"));
    }
  }

  // What the last sound entry does not lead back to was put in.
  void name_what_stands_beside() {
    std::vector<bool> leads(chain_.entries.size(), false);
    bool has_head = false;
    for (std::size_t i = chain_.entries.size(); i-- > 0;) {
      if (!chain_.entries[i].is_sound) continue;
      if (!has_head) leads[i] = true;
      has_head = true;
      if (!leads[i]) {
        broken(i, "previous", "it is beside the chain: nothing follows it; take it out, or merge both copies");
        continue;
      }
      for (const std::size_t earlier : chain_.entries[i].follows) leads[earlier] = true;
    }
  }

  const Packet& packet_;
  ReadChain& chain_;
  std::vector<std::optional<Error>> refusals_;              // of each entry, where it has no digest
  std::map<std::string, std::size_t, std::less<>> places_;  // of the recomputed digests
};

// A text that is none of ours might hold anything.
Json redacted_entry(const Json& entry) {
  Json kept = Json::object();
  const Json* n = entry.find("n");
  if (n != nullptr && whole_number(*n)) kept.set("n", *n);
  const auto keep_where = [&](std::string_view member, auto is_exact) {
    const std::string* text = entry.find_string(member);
    if (text != nullptr && is_exact(*text)) kept.set(member, Json::string(*text));
  };
  keep_where("act", [](const std::string& text) { return chain_act_of(text) != ChainAct::unknown; });
  keep_where("step", [](const std::string& text) { return chain_step_of(text).has_value(); });
  keep_where("on", [](const std::string& text) { return Date::from_iso(text).has_value(); });
  const Json* previous = entry.find("previous");
  const std::vector<Json>* list = previous == nullptr ? nullptr : previous->as_array();
  if (list != nullptr && std::all_of(list->begin(), list->end(), is_digest)) kept.set("previous", *previous);
  keep_where("digest", is_entry_digest);
  return kept;
}

// Of a copy without names: what it keeps, none of which can be verified.
void read_redacted(const std::vector<Json>& list, ReadChain& chain) {
  chain.soundness = ChainSoundness::redacted;
  for (const Json& written : list) {
    ChainEntry entry;
    const Json* n = written.find("n");
    entry.act = chain_act_of(written.text_or_empty("act"));
    entry.step = chain_step_of(written.text_or_empty("step"));
    if (const Result<Date> on = Date::from_iso(written.text_or_empty("on"))) entry.on = *on;
    entry.is_sound = false;
    chain.entries.push_back(std::move(entry));
    const std::string digest = written.text_or_empty("digest");
    chain.marks.push_back({n == nullptr ? 0 : whole_number(*n).value_or(0),
                           is_entry_digest(digest) ? digest : std::string(),
                           {},
                           &written});
  }
}

}  // namespace

std::string_view name_of(ChainSoundness soundness) {
  constexpr std::array<std::string_view, 5> names = {"empty", "sound", "broken", "unverifiable", "redacted"};
  return names[static_cast<std::size_t>(soundness)];
}

const std::string& ReadChain::head() const {
  for (std::size_t i = entries.size(); i-- > 0;) {
    if (entries[i].is_sound) return marks[i].digest;
  }
  return after;
}

Result<std::string> entry_digest(const Json& entry) {
  return concat(entry_digest_prefix, sha256_hex(FTT_TRY(hashed_text(entry))));
}

Json person_json(const ChainPerson& person) {
  Json json = Json::object();
  json.set("name", Json::string(person.name));
  set_text(json, "title", person.title);
  return json;
}

ReadChain read_chain(const Packet& packet) {
  ReadChain chain = read_entries(packet);
  if (!chain.entries.empty()) verify_content(chain, content_digest(packet));
  return chain;
}

ReadChain read_entries(const Packet& packet) {
  ReadChain chain;
  if (packet.chain.is_null()) return chain;
  const std::string* format = packet.chain.find_string("format");
  if (format == nullptr || *format != chain_format) {
    chain.soundness = ChainSoundness::unverifiable;
    chain.problems.push_back({"chain.format", Severity::error,
                              concat("it is not \"", chain_format,
                                     "\", and this version cannot verify it; open the packet with a newer version")});
    return chain;
  }
  if (const Json* after = packet.chain.find("after")) {
    const std::string* head = after->as_string();
    if (head != nullptr && is_entry_digest(*head)) {
      chain.after = *head;
    } else {
      chain.problems.push_back({"chain.after", Severity::error,
                                "the head of the chain that this one continues goes here, \"sha256-jcs:…\""});
    }
  }
  const Json* entries = packet.chain.find("entries");
  const std::vector<Json>* list = entries == nullptr ? nullptr : entries->as_array();
  if (list == nullptr) {
    chain.soundness = ChainSoundness::unverifiable;
    chain.problems.push_back({"chain.entries", Severity::error, "the list of entries is missing; an empty one is []"});
    return chain;
  }
  if (list->empty()) return chain;
  if (packet.is_redacted) {
    read_redacted(*list, chain);
    return chain;
  }
  chain.soundness = ChainSoundness::sound;
  for (std::size_t i = 0; i < list->size(); ++i) {
    EntryMark mark;
    chain.entries.push_back(EntryReader((*list)[i], concat("chain.entries.", i), chain.problems).read(mark));
    chain.marks.push_back(std::move(mark));
  }
  Verifier(packet, chain).run();
  return chain;
}

void verify_content(ReadChain& chain, const Result<std::string>& content) {
  if (content || chain.entries.empty() || chain.soundness == ChainSoundness::redacted) return;
  chain.soundness = ChainSoundness::unverifiable;
  chain.problems.push_back({content.error().where, Severity::error,
                            concat("The chain cannot be verified: ", content.error().message), ProblemKind::check});
}

const Json* handed_over_answers(const ReadChain& chain, const Packet& packet) {
  const Json* handed_over = packet.chain.find("handed_over");
  const Json* answers = handed_over == nullptr ? nullptr : handed_over->find("answers");
  if (answers == nullptr || chain.entries.empty()) return nullptr;
  const Result<std::string> canonical = write_json_canonical(*answers);
  return canonical && sha256_hex(*canonical) == chain.entries.back().saw_content ? answers : nullptr;
}

ChainStanding find_standing(const ReadChain& chain, const Packet& packet, const RuleContext& context) {
  return find_standing(chain.entries, content_digest(packet).value_or(std::string()), context);
}

std::vector<std::string_view> parts_changed_since(const EntryMark& mark, const Packet& packet) {
  std::vector<std::string_view> changed;
  for (const PartSeal& part : part_seals(packet)) {
    const auto seen = std::find_if(mark.saw_parts.begin(), mark.saw_parts.end(),
                                   [&](const StoredPart& one) { return one.member == part.member; });
    const std::string_view before = seen == mark.saw_parts.end() ? std::string_view() : seen->digest;
    if (hex_of(part.digest) != before) changed.push_back(part.member);
  }
  return changed;
}

std::string digest_words(std::string_view digest, std::size_t groups) {
  constexpr std::size_t letters = 4;
  const std::string_view hex = hex_of(digest);
  std::string words;
  for (std::size_t i = 0; i < groups && (i + 1) * letters <= hex.size(); ++i) {
    append(words, i == 0 ? "" : " ", hex.substr(i * letters, letters));
  }
  return words;
}

std::string head_words(std::string_view digest) {
  constexpr std::size_t groups = 8;
  return digest_words(digest, groups);
}

Json chain_of_next_round(const Packet& reviewed) {
  const std::string head = read_chain(reviewed).head();
  if (head.empty()) return Json();
  Json chain = Json::object();
  chain.set("format", Json::string(chain_format));
  chain.set("after", Json::string(head));
  chain.set("entries", Json::array());
  return chain;
}

Json redacted_chain(const Json& chain) {
  if (chain.is_null()) return chain;
  Json kept = Json::object();
  kept.set("format", Json::string(chain_format));
  if (const Json* after = chain.find("after"); after != nullptr && is_digest(*after)) kept.set("after", *after);
  Json& entries = kept.set("entries", Json::array());
  const Json* list = chain.find("entries");
  if (list == nullptr || !list->is_array()) return kept;
  for (const Json& entry : *list->as_array()) entries.push_back(redacted_entry(entry));
  return kept;
}

bool continues(const ReadChain& chain, const ReadChain& other) {
  const std::string& head = other.head();
  if (head.empty() || chain.after == head) return true;
  return std::any_of(chain.entries.begin(), chain.entries.end(), [&](const ChainEntry& entry) {
    const std::size_t i = static_cast<std::size_t>(&entry - chain.entries.data());
    return entry.is_sound && chain.marks[i].digest == head;
  });
}

}  // namespace ftt
