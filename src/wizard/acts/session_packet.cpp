// The packet as a whole: its yearly review, a new one begun from it, another one beside it, and the list of spending.
//
// Covers App. D, "Data-minimal prefill" and "Compare". Does not open files (session_open.cpp) and does not describe
// screens.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "packet/review.h"
#include "wizard/acts/session_state.h"

namespace ftt {
namespace {

Effect focus_on(std::string id) {
  Effect effect;
  effect.id = std::move(id);
  return effect;
}

struct Carried {
  std::string_view box;
  std::string_view words;
};
constexpr std::array<Carried, 3> carried = {
    {{"anew.position", "the position"}, {"anew.worksites", "the worksites"}, {"anew.name", "the name"}}};

// The box that a leaf is carried over by; empty for what a new packet never takes over.
std::string_view box_of(const LeafInfo& leaf) {
  const bool is_of_the_packet = leaf.section() == "employee" || leaf.section() == "position";
  if (!is_of_the_packet) return {};
  if (leaf.group == Group::place) return "anew.worksites";
  return leaf.section() == "position" ? "anew.position" : "anew.name";
}

// "actuals.2.spent": which entry; nothing where the id names none.
std::optional<std::size_t> entry_of(std::string_view node, std::size_t count) {
  constexpr std::string_view start = "actuals.";
  if (!node.starts_with(start)) return std::nullopt;
  const std::string_view number = node.substr(start.size());
  std::size_t entry = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), entry);
  if (read.ec != std::errc() || entry >= count) return std::nullopt;
  return entry;
}

}  // namespace

void Session::State::review_it() {
  data.step = Step::annual_review;
  data.open.erase("review.again");
  if (data.access == Access::read_only) return;
  data.packet = start_review(data.packet, assessment_of(data, data.packet), data.today);
}

void Session::State::begin_anew(std::string_view packet_id, std::vector<Effect>& effects) {
  if (packet_id.empty() || data.is_changed()) return;
  std::string words;
  for (const Carried& one : carried) {
    if (is_checked(data, one.box)) append(words, words.empty() ? "" : ", ", one.words);
  }
  Packet packet;
  packet.id = std::string(packet_id);
  for (const LeafInfo& leaf : leaves()) {
    const std::string_view box = box_of(leaf);
    if (!box.empty() && is_checked(data, box)) packet.answers.set(leaf.leaf, data.packet.answers.text(leaf.leaf));
  }
  data.notice = concat("A new packet has begun. Carried over from ", data.saved_name, ": ",
                       words.empty() ? "nothing" : words, ".");
  begin_with(std::move(packet));
  go_to(Step::arrangement, effects);
  Effect said;
  said.kind = EffectKind::announce;
  said.content = data.notice;
  effects.push_back(std::move(said));
}

void Session::State::set_actual(std::string_view node, std::string_view text) {
  std::vector<Actual> actuals = data.packet.answers.actuals();
  const std::optional<std::size_t> entry = entry_of(node, actuals.size());
  if (!entry || data.access == Access::read_only) return;
  if (node.ends_with(".spent")) {
    const Result<Money> read = parse_money(text);
    actuals[*entry].spent = read && *read >= Money() ? to_decimal(*read) : std::string(trim(text));
  } else if (node.ends_with(".trips")) {
    actuals[*entry].trips = canonical(Leaf::travel_budget_trips, text).text;
  } else if (node.ends_with(".source")) {
    actuals[*entry].source = std::string(trim(text));
  } else {
    actuals[*entry].half_year = std::string(text);
  }
  data.packet.answers.set_actuals(std::move(actuals));
}

bool Session::State::press_of_packet(std::string_view id, std::vector<Effect>& effects) {
  if (id == "start.review") {
    go_to(Step::annual_review, effects);
  } else if (id == "start.recruit") {
    Answers& answers = data.packet.answers;
    const bool is_new = answers.is_empty(Leaf::arrangement_action) && data.access == Access::writable;
    if (is_new) answers.set(Leaf::arrangement_action, "recruit");
    go_to(is_new ? Step::arrangement : Step::recruit_agreement, effects);
  } else if (id == "start.compare") {
    go_to(Step::compare, effects);
  } else if (id == "review.this") {
    review_it();
    effects.push_back(focus_on("main.heading"));
  } else if (id == "review.take") {
    if (const std::optional<Review> review = find_review(data.rates, data.packet, data.assessment, data.settings)) {
      const LeafInfo& outcome = info(Leaf::annual_review_outcome);
      data.packet.answers.set(outcome.leaf, outcome.choices[static_cast<std::size_t>(review->proposed)].value);
      effects.push_back(focus_on(std::string(outcome.id)));
    }
  } else if (id == "open.compare") {
    go_to(Step::compare, effects);
  } else if (id == "compare.again") {
    data.compared_old.reset();
    data.compared_new.reset();
    effects.push_back(focus_on("compare.old"));
  } else if (id == "anew.begin") {
    Effect effect;
    effect.kind = EffectKind::fresh_id;
    effect.id = "anew.begin";
    effects.push_back(std::move(effect));
  } else if (id == "actuals.add") {
    std::vector<Actual> actuals = data.packet.answers.actuals();
    effects.push_back(focus_on(concat("actuals.", actuals.size(), ".half_year")));
    actuals.emplace_back();
    data.left.erase("actuals");
    data.packet.answers.set_actuals(std::move(actuals));
  } else if (id.starts_with("actuals.") && id.ends_with(".remove")) {
    std::vector<Actual> actuals = data.packet.answers.actuals();
    const std::optional<std::size_t> entry = entry_of(id, actuals.size());
    if (!entry) return true;
    actuals.erase(actuals.begin() + static_cast<std::ptrdiff_t>(*entry));
    data.packet.answers.set_actuals(std::move(actuals));
    effects.push_back(focus_on("actuals.add"));
  } else {
    return press_of_keeping(id, effects);
  }
  return true;
}

}  // namespace ftt
