#include "packet/redact.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "packet/field_words.h"

namespace ftt {
namespace {

constexpr std::string_view reviewed_place = "annual_review.reviewed";

// ---- What is left out ----

bool is_one_of(Leaf leaf, std::initializer_list<Leaf> leaves) {
  return std::find(leaves.begin(), leaves.end(), leaf) != leaves.end();
}

bool is_last_or_first_name(Leaf leaf) {
  return is_one_of(leaf,
                   {Leaf::employee_last_name, Leaf::employee_first_name, Leaf::recruit_agreement_last_name,
                    Leaf::recruit_agreement_first_name, Leaf::annual_review_last_name, Leaf::annual_review_first_name});
}

bool is_initial(const LeafInfo& leaf) {
  return leaf.shape == Shape::initial;
}

bool is_name_of_signer(const LeafInfo& leaf) {
  return leaf.group == Group::signature && leaf.member() == "name";
}

bool is_home_address(Leaf leaf) {
  return is_one_of(leaf, {current_worksite.address, requested_worksite.address, reviewed_worksite.address,
                          requested_at_review.address});
}

// A text of one's own words. A place stays as it is, also where somebody is called like it.
bool is_free_text(const LeafInfo& leaf) {
  const bool is_text = leaf.kind == Kind::text || leaf.kind == Kind::long_text;
  return is_text && leaf.shape == Shape::free && leaf.group != Group::place;
}

// ---- Words in a text ----

using Words = std::vector<std::string>;

void add_word(Words& words, std::string_view word) {
  if (word.empty() || word == left_out_words || std::find(words.begin(), words.end(), word) != words.end()) return;
  words.emplace_back(word);
}

// Of a double name each part too, but for those as short as "de" and "la".
void add_name(Words& words, std::string_view name) {
  constexpr std::size_t shortest_part = 3;
  add_word(words, name);
  for (const std::string_view by_space : split(name, ' ')) {
    for (const std::string_view part : split(by_space, '-')) {
      if (count_code_points(part) >= shortest_part) add_word(words, part);
    }
  }
}

void add_words_of(Words& words, const Answers& answers) {
  for (const LeafInfo& leaf : leaves()) {
    const std::string& text = answers.text(leaf.leaf);
    if (is_last_or_first_name(leaf.leaf)) add_name(words, text);
    if (is_name_of_signer(leaf) || is_home_address(leaf.leaf)) add_word(words, text);
  }
}

bool is_ascii_letter_or_digit(char c) {
  return is_ascii_letter(c) || is_digit(c);
}

// Whether a word goes on at this place; quotation marks, dashes and spaces beyond ASCII end one.
bool begins_with_letter(std::string_view rest) {
  if (rest.empty()) return false;
  const auto byte = static_cast<unsigned char>(rest[0]);
  if (byte < 0x80) return is_ascii_letter_or_digit(rest[0]);
  const auto second = static_cast<unsigned char>(rest.size() > 1 ? rest[1] : 0);
  const bool is_general_punctuation = byte == 0xE2 && (second == 0x80 || second == 0x81);
  const bool is_latin_sign = byte == 0xC2;
  return !is_general_punctuation && !is_latin_sign;
}

bool ends_with_letter(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && (static_cast<unsigned char>(text[start - 1]) & 0xC0) == 0x80) --start;
  return start > 0 && begins_with_letter(text.substr(start - 1));
}

bool is_small_letter(char c) {
  return is_ascii_letter(c) && to_ascii_lower(c) == c;
}

// Whether the word stands there as a whole word.
bool stands_at(std::string_view text, std::size_t place, std::string_view word) {
  const std::string_view found = text.substr(place, word.size());
  if (!equal_ignoring_ascii_case(found, word)) return false;
  if (is_small_letter(found[0]) && !is_small_letter(word[0])) return false;
  return !ends_with_letter(text.substr(0, place)) && !begins_with_letter(text.substr(place + word.size()));
}

// The longest word first, so that a double name goes as one.
std::string without_words(std::string_view text, const Words& words) {
  std::string left;
  for (std::size_t place = 0; place < text.size();) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const std::string& word) { return stands_at(text, place, word); });
    if (found == words.end()) {
      left.push_back(text[place++]);
    } else {
      append(left, left_out_words);
      place += found->size();
    }
  }
  return left;
}

// ---- The copy ----

class Copy {
 public:
  Copy(const Packet& packet, const Words& words, std::string prefix, std::vector<LeftOut>& left_out)
      : packet_(packet), words_(words), prefix_(std::move(prefix)), left_out_(left_out) {}

  Packet made() && {
    packet_.is_redacted = true;
    packet_.prepared_by = without_words(packet_.prepared_by, words_);
    for (const LeafInfo& leaf : leaves()) leave_out_of(leaf);
    leave_out_of_actuals();
    leave_out_members(packet_.extras, "");
    packet_.extras = Json::object();
    return std::move(packet_);
  }

 private:
  void tell(std::string_view field, std::string label) {
    left_out_.push_back({concat(prefix_, field), std::move(label)});
  }

  void leave_out_of(const LeafInfo& leaf) {
    const std::string& text = packet_.answers.text(leaf.leaf);
    if (text.empty() || text == left_out_words) return;
    std::string kept = text;
    if (is_initial(leaf)) {
      kept.clear();
    } else if (is_last_or_first_name(leaf.leaf) || is_name_of_signer(leaf) || is_home_address(leaf.leaf)) {
      kept = left_out_words;
    } else if (is_free_text(leaf) || packet_.answers.is_bad(leaf.leaf)) {
      kept = without_words(text, words_);
      // The words may be longer than what they stand for.
      if (leaf.limits.maximum > 0) {
        kept = first_code_points(kept, static_cast<std::size_t>(leaf.limits.maximum));
      }
    }
    if (kept == text) return;
    packet_.answers.set(leaf.leaf, kept);
    tell(leaf.id, name_of_leaf(leaf));
  }

  // Amounts, unless somebody wrote otherwise.
  void leave_out_of_actuals() {
    std::vector<Actual> actuals = packet_.answers.actuals();
    for (Actual& actual : actuals) {
      actual.half_year = without_words(actual.half_year, words_);
      actual.spent = without_words(actual.spent, words_);
    }
    if (actuals == packet_.answers.actuals()) return;
    packet_.answers.set_actuals(std::move(actuals));
    tell("actuals", "Actual spending");
  }

  // What is not known may hold anything.
  void leave_out_members(const Json& members, const std::string& path) {
    for (const Json::Member& member : *members.as_object()) {
      const std::string place = path.empty() ? member.name : concat(path, ".", member.name);
      if (member.value.is_object() && !member.value.as_object()->empty()) {
        leave_out_members(member.value, place);
      } else {
        tell(place, concat("Other members: ", place));
      }
    }
  }

  Packet packet_;
  const Words& words_;
  std::string prefix_;
  std::vector<LeftOut>& left_out_;
};

bool holds_one_more(const Json& reviewed) {
  const Json* review = reviewed.find("annual_review");
  return review != nullptr && review->find("reviewed") != nullptr;
}

}  // namespace

Redacted redact(const Packet& packet) {
  const Result<OpenedPacket> reviewed = read_reviewed(packet);
  Words words;
  add_words_of(words, packet.answers);
  if (reviewed) add_words_of(words, reviewed->packet.answers);
  std::stable_sort(words.begin(), words.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });

  Redacted redacted;
  redacted.packet = Copy(packet, words, "", redacted.left_out).made();
  if (packet.reviewed.is_null()) return redacted;
  redacted.packet.reviewed = Json();
  if (!reviewed) {
    redacted.left_out.push_back({std::string(reviewed_place), "The packet under review"});
    return redacted;
  }
  const std::string prefix = concat(reviewed_place, ".");
  redacted.packet.reviewed = answered_json(Copy(reviewed->packet, words, prefix, redacted.left_out).made());
  if (holds_one_more(packet.reviewed)) {
    redacted.left_out.push_back({concat(prefix, reviewed_place), "The packet under review before"});
  }
  return redacted;
}

}  // namespace ftt
