// Leaving out, field by field and in every text. See redact.h.
#include "packet/redact.h"

#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "base/text.h"
#include "packet/chain_entries.h"
#include "packet/field_words.h"

namespace ftt {
namespace {

// ---- What is left out ----

// Whether a member so called holds what a person is called, also as a program writes it: "surname", "supervisorName".
// That of a file is nobody's.
bool is_name(std::string_view member) {
  const std::string lower = to_ascii_lower(member);
  return lower.ends_with("name") && !lower.ends_with("filename") && !lower.ends_with("file_name");
}

bool is_name(const LeafInfo& leaf) {
  return is_name(leaf.member());
}

bool is_initial(const LeafInfo& leaf) {
  return leaf.shape == Shape::initial;
}

bool is_home_address(Leaf leaf) {
  return leaf == current_worksite.address || leaf == requested_worksite.address || leaf == reviewed_worksite.address ||
         leaf == requested_at_review.address;
}

bool is_listed_choice(const LeafInfo& leaf, std::string_view text) {
  return std::any_of(leaf.choices.begin(), leaf.choices.end(),
                     [&](const Choice& choice) { return choice.value == text; });
}

// A text of one's own words; what cannot be read as what it should be is one, too.
bool is_own_words(const LeafInfo& leaf, const Answers& answers) {
  if (is_name(leaf) || is_initial(leaf) || is_home_address(leaf.leaf) || answers.is_empty(leaf.leaf)) return false;
  if (answers.is_bad(leaf.leaf)) return true;
  const bool is_text = leaf.kind == Kind::text || leaf.kind == Kind::long_text || leaf.kind == Kind::open_choice;
  return is_text && leaf.shape == Shape::free && !is_listed_choice(leaf, answers.text(leaf.leaf));
}

// ---- Who is called how ----

void add_people(NameWords& words, const Answers& answers) {
  for (const LeafInfo& leaf : leaves()) {
    const std::string& text = answers.text(leaf.leaf);
    if (leaf.member() == "last_name") {
      const auto part = [&](std::string_view member) -> std::string_view {
        const LeafInfo* found = find_leaf(concat(leaf.section(), ".", member));
        return found == nullptr ? std::string_view() : answers.text(found->leaf);
      };
      words.add_person(part("first_name"), part("middle_initial"), text);
    } else if (is_name(leaf) && leaf.member() != "first_name") {
      words.add_name(text);
    } else if (is_home_address(leaf.leaf)) {
      words.add_address(text);
    }
  }
}

void add_texts(NameWords& words, const Json& value) {
  if (const std::string* text = value.as_string()) words.add_name(*text);
  if (const std::vector<Json>* elements = value.as_array()) {
    for (const Json& element : *elements) add_texts(words, element);
  }
  if (value.is_object()) {
    for (const Json::Member& member : *value.as_object()) add_texts(words, member.value);
  }
}

// What members that are not known call a name, wherever they stand.
void add_unknown_names(NameWords& words, const Json& members) {
  if (const std::vector<Json>* elements = members.as_array()) {
    for (const Json& element : *elements) add_unknown_names(words, element);
  }
  if (!members.is_object()) return;
  for (const Json::Member& member : *members.as_object()) {
    const bool is_derived = member.name == "worksheet" || member.name == "rates" || member.name == "seal";
    if (is_derived) continue;
    if (is_name(member.name)) {
      add_texts(words, member.value);
    } else {
      add_unknown_names(words, member.value);
    }
  }
}

// Who recorded an entry, for whom and to whom; a file that is evidence is nobody's name.
void add_names_of_chain(NameWords& words, const Json& chain) {
  if (const Json* handed_over = chain.find("handed_over")) add_unknown_names(words, *handed_over);
  const Json* entries = chain.find("entries");
  if (entries == nullptr || !entries->is_array()) return;
  for (const Json& entry : *entries->as_array()) {
    for (const std::string_view member : {"by", "for", "to", "route"}) {
      if (const Json* people = entry.find(member)) add_unknown_names(words, *people);
    }
  }
}

void add_words_of(NameWords& words, const Packet& packet) {
  add_people(words, packet.answers);
  words.add_name(packet.answers.text(Leaf::prepared_by));
  add_unknown_names(words, packet.extras);
  add_names_of_chain(words, packet.chain);
}

// ---- Places ----

// "Ada County", also as "Ada".
bool is_county(std::string_view known, std::string_view text) {
  const bool is_short = known.size() > text.size() && known[text.size()] == ' ';
  return equal_ignoring_ascii_case(is_short ? known.substr(0, text.size()) : known, text);
}

// A place that the tables know stays, also where somebody is called like it.
bool is_known_place(const Rates& rates, const LeafInfo& leaf, const Answers& answers) {
  constexpr std::size_t enough = 40;
  const std::string& text = answers.text(leaf.leaf);
  const LeafInfo* state = find_leaf(concat(leaf.field, ".state"));
  const std::string& in_state = answers.text(state->leaf);
  const PlaceSuggestions found = rates.suggest_places(in_state.empty() ? text : concat(text, ", ", in_state), enough);
  if (std::any_of(found.places.begin(), found.places.end(), [&](const PlaceSuggestion& place) {
        return equal_ignoring_ascii_case(place.city, text) || is_county(place.county, text);
      })) {
    return true;
  }
  const std::vector<std::string> counties = rates.counties(in_state);
  return std::any_of(counties.begin(), counties.end(),
                     [&](const std::string& county) { return is_county(county, text); });
}

// ---- The copy ----

// Random ids hold no name, though their digits may spell one.
bool is_random_id(std::string_view id) {
  return id.size() == 36 && std::all_of(id.begin(), id.end(), [](char c) {
           return is_digit(c) || c == '-' || (to_ascii_lower(c) >= 'a' && to_ascii_lower(c) <= 'f');
         });
}

// The words that stand for a name may be longer than it. What no longer fits is cut off, but those words are not cut.
std::string cut_to_fit(std::string_view text, std::size_t maximum) {
  const std::string cut(first_code_points(text, maximum));
  const std::size_t last = text.rfind(left_out_words, cut.size());
  const bool is_cut = last < cut.size() && last + left_out_words.size() > cut.size();
  return is_cut ? std::string(trim(std::string_view(cut).substr(0, last))) : cut;
}

class RedactedCopy {
 public:
  RedactedCopy(const Packet& packet, const Rates& rates, const NameWords& words, std::string prefix, Redacted& redacted)
      : packet_(packet), rates_(rates), words_(words), prefix_(std::move(prefix)), redacted_(redacted) {}

  Packet made() && {
    if (!packet_.is_redacted) packet_.redacted_from = is_random_id(packet_.id) ? sha256_hex(packet_.id) : std::string();
    packet_.is_redacted = true;
    leave_out_of_heading();
    for (const LeafInfo& leaf : leaves()) leave_out_of(leaf);
    leave_out_of_actuals();
    leave_out_members(packet_.extras, "");
    packet_.extras = Json::object();
    leave_out_of_chain();
    return std::move(packet_);
  }

 private:
  void tell(std::string_view field, std::string label) {
    redacted_.left_out.push_back({concat(prefix_, field), std::move(label)});
  }

  void leave_out_of_heading() {
    if (!is_random_id(packet_.id) && words_.are_in(packet_.id)) {
      packet_.id.clear();
      tell("id", "The packet's id");
    }
    packet_.order = words_.without(packet_.order);
  }

  std::string words_left(const LeafInfo& leaf, const std::string& text) const {
    // Where the agency is, also if somebody's official worksite is there.
    if (leaf.leaf == agency_worksite.address) return words_.without_names(text);
    std::string left = words_.without(text);
    const bool is_place = leaf.group == Group::place && left != text;
    return is_place && is_known_place(rates_, leaf, packet_.answers) ? text : left;
  }

  void leave_out_of(const LeafInfo& leaf) {
    const std::string& text = packet_.answers.text(leaf.leaf);
    if (text.empty()) return;
    std::string kept = text;
    const bool is_own = is_own_words(leaf, packet_.answers);
    const bool is_preparer_by_name = leaf.leaf == Leaf::prepared_by && !is_office(text);
    if (is_initial(leaf)) {
      kept.clear();
    } else if (is_name(leaf) || is_preparer_by_name || is_home_address(leaf.leaf)) {
      kept = left_out_words;
    } else if (is_own) {
      kept = words_left(leaf, text);
      if (leaf.limits.maximum > 0) kept = cut_to_fit(kept, static_cast<std::size_t>(leaf.limits.maximum));
    }
    // A place is read where a name is left in it alone.
    const bool is_place = leaf.group == Group::place && leaf.member() != "address";
    const bool is_plain = kept == left_out_words || (is_place && words_.without_names(kept) == kept);
    if (is_own && !is_plain) redacted_.texts.push_back({concat(prefix_, leaf.id), name_of_leaf(leaf), kept});
    if (kept == text) return;
    packet_.answers.set(leaf.leaf, kept);
    tell(leaf.id, name_of_leaf(leaf));
  }

  // Amounts, unless somebody wrote otherwise.
  void leave_out_of_actuals() {
    std::vector<Actual> actuals = packet_.answers.actuals();
    for (Actual& actual : actuals) {
      actual.half_year = words_.without(actual.half_year);
      actual.spent = words_.without(actual.spent);
      actual.trips = words_.without(actual.trips);
      actual.source = words_.without(actual.source);
    }
    if (actuals == packet_.answers.actuals()) return;
    packet_.answers.set_actuals(std::move(actuals));
    tell("actuals", "Actual spending");
  }

  void leave_out_of_chain() {
    Json kept = redacted_chain(packet_.chain);
    if (kept == packet_.chain) return;
    packet_.chain = std::move(kept);
    tell("chain", "What was in front of whom, and who recorded it");
  }

  // What is not known may hold anything, its name too.
  void leave_out_members(const Json& members, const std::string& path) {
    for (const Json::Member& member : *members.as_object()) {
      const std::string place = path.empty() ? member.name : concat(path, ".", member.name);
      if (member.value.is_object() && !member.value.as_object()->empty()) {
        leave_out_members(member.value, place);
      } else {
        tell(words_.without(place), "Entries that this version does not know");
      }
    }
  }

  Packet packet_;
  const Rates& rates_;
  const NameWords& words_;
  std::string prefix_;
  Redacted& redacted_;
};

const Json* reviewed_before(const Json& reviewed) {
  const Json* review = reviewed.find("annual_review");
  return review == nullptr ? nullptr : review->find("reviewed");
}

}  // namespace

Redacted redact(const Packet& packet, const Rates& rates) {
  const Result<OpenedPacket> reviewed = read_reviewed(packet);
  NameWords words;
  add_words_of(words, packet);
  if (reviewed) {
    add_words_of(words, reviewed->packet);
    if (const Json* before = reviewed_before(packet.reviewed)) add_unknown_names(words, *before);
  }
  words.settle();

  Redacted redacted;
  redacted.packet = RedactedCopy(packet, rates, words, "", redacted).made();
  if (packet.reviewed.is_null()) return redacted;
  redacted.packet.reviewed = Json();
  if (!reviewed) {
    redacted.left_out.push_back({std::string(reviewed_place), "The packet under review"});
    return redacted;
  }
  const std::string prefix = concat(reviewed_place, ".");
  redacted.packet.reviewed = answered_json(RedactedCopy(reviewed->packet, rates, words, prefix, redacted).made());
  if (reviewed_before(packet.reviewed) != nullptr) {
    redacted.left_out.push_back({concat(prefix, reviewed_place), "The packet under review before"});
  }
  return redacted;
}

}  // namespace ftt
