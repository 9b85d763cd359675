// Makes fields. Does not read what is typed (form does) and does not keep it (session.cpp does).
#include "wizard/screens/fields.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "base/text.h"
#include "form/estimate.h"
#include "form/field.h"
#include "form/place.h"
#include "packet/forms.h"
#include "rules/known_answers.h"
#include "view/answer.h"
#include "view/build.h"
#include "view/wording.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/state/place_options.h"

namespace ftt {
namespace {

constexpr std::size_t radio_buttons_at_most = 5;

InputType short_input_of(const LeafInfo& leaf) {
  return leaf.shape == Shape::initial || leaf.shape == Shape::series ? InputType::code : InputType::text;
}

InputType input_of(const LeafInfo& leaf) {
  switch (leaf.kind) {
    case Kind::long_text:
      return InputType::long_text;
    case Kind::date:
      return InputType::date;
    case Kind::money:
      return InputType::money;
    case Kind::share:
      return InputType::share;
    case Kind::nights:
      return InputType::decimal;
    case Kind::count:
      return InputType::count;
    case Kind::text:
      return leaf.member() == "name" || leaf.member() == "last_name" || leaf.member() == "first_name"
                 ? InputType::name
                 : short_input_of(leaf);
    case Kind::open_choice:
      return leaf.shape == Shape::pay_plan ? InputType::code : InputType::text;
    case Kind::choice:
    case Kind::yes_no:
      break;
  }
  return InputType::text;
}

std::string label_of(const SessionData& data, const LeafInfo& leaf) {
  return std::string(question_of(leaf, voice_of(data)));
}

// With form references the form's own name of what it asks stands before the hint.
std::string hint_of(const SessionData& data, std::string_view item, std::string_view label, std::string_view question,
                    std::string_view hint) {
  if (!shows_form_references(data) || item.empty() || label == question) return std::string(hint);
  return concat("On the form: ", label, ". ", hint);
}

bool has_option(const std::vector<Option>& options, std::string_view value) {
  return std::any_of(options.begin(), options.end(), [&](const Option& option) { return option.value == value; });
}

// What is not answered is not chosen; only what is taken then is a choice of its own.
Node choice_node(const SessionData& data, const LeafInfo& leaf) {
  std::vector<Option> options;
  if (leaf.leaf == Leaf::travel_budget_per_diem_month) {
    options.push_back({"", "The most expensive month of the year", {}});
  }
  for (const Choice& choice : leaf.choices) {
    options.push_back({std::string(choice.value), std::string(choice.label), {}});
  }
  const std::string& value = data.packet.answers.text(leaf.leaf);
  if (!value.empty() && !has_option(options, value)) {
    options.push_back({value, concat(in_quotes(value), " (not one of the choices)"), {}});
  }
  // What a walk begins with is seen whole.
  const bool is_short = options.size() <= radio_buttons_at_most || leaf.leaf == Leaf::ending_reason;
  Node node = is_short ? build::choice(std::string(leaf.id), label_of(data, leaf), value, std::move(options))
                       : build::select(std::string(leaf.id), label_of(data, leaf), value, std::move(options));
  node.flags.clearable = is_short && !value.empty() && data.access == Access::writable;
  if (leaf.leaf != Leaf::travel_budget_trip_cost_method) return node;
  const Worksheet& worksheet = data.assessment.worksheet;
  for (std::size_t i = 0; i < worksheet.readings.size() && i < node.options.size(); ++i) {
    const ReadingRow& row = worksheet.readings[i];
    node.options[i].detail = told(row, data.packet.answers);
    if (row.flips_verdict) append(node.options[i].detail, " ", answer_in_short(row.net_annual_change), ".");
  }
  if (value.empty() && !worksheet.method_must_be_chosen) {
    node.value = std::string(name_of(worksheet.method_in_use));
    node.flags.derived = true;  // which its hint says
  }
  return node;
}

Node area_node(const SessionData& data, const LeafInfo& leaf) {
  const FoundRates& found = data.assessment.found;
  const bool is_requested = leaf.leaf == Leaf::locality_pay_requested_area;
  const FoundSalary& side = is_requested ? found.requested : found.agency;
  const std::string& value = data.packet.answers.text(leaf.leaf);
  std::vector<Option> options;
  const std::string as_found = side.area_code.empty() ? "Not found yet" : concat("Found: ", side.area_name);
  options.push_back({"", value.empty() ? as_found : "Find it from the place", {}});
  for (const PayArea& area : data.rates.pay_areas(found.pay_year)) {
    options.push_back({std::string(area.code), std::string(area.name), {}});
  }
  if (!value.empty() && !has_option(options, value)) {
    options.push_back({value, concat(in_quotes(value), " (not an area of that year)"), {}});
  }
  Node node = build::select(std::string(leaf.id), label_of(data, leaf), value, std::move(options));
  const PlaceLeaves& place = is_requested ? requested_worksite : agency_worksite;
  // What is said of both areas that were found is about the year: it stands once, with the result.
  const bool is_of_the_year = !side.area_code.empty() && found.requested.said == found.agency.said;
  if (!side.said.empty() && !is_of_the_year && !data.packet.answers.is_empty(place.state())) {
    node.understood = as_sentence(side.said);
  }
  return node;
}

Node year_node(const SessionData& data, const LeafInfo& leaf) {
  const std::string& value = data.packet.answers.text(leaf.leaf);
  const int in_use = data.assessment.found.pay_year;
  std::vector<Option> options;
  options.push_back(
      {"", value.empty() && in_use != 0 ? concat("The newest in effect: ", in_use) : "The newest in effect", {}});
  for (const int year : data.rates.pay_years()) options.push_back({concat(year), concat(year), {}});
  if (!value.empty() && !has_option(options, value)) {
    options.push_back({value, concat(in_quotes(value), " (no pay table is loaded)"), {}});
  }
  Node node = build::select(std::string(leaf.id), label_of(data, leaf), value, std::move(options));
  node.understood = as_sentence(data.assessment.found.pay_note);
  return node;
}

bool is_typing_in(const SessionData& data, std::string_view id) {
  return data.draft && data.draft->id == id;
}

// E5 and E6 come from the table until something is typed over them (App. A, Part E, lines 5 and 6).
void fill_from_table(Node& node, const SessionData& data, const LeafInfo& leaf) {
  const FoundRates& found = data.assessment.found;
  if (!found.per_diem) {
    if (!data.packet.answers.is_empty(agency_worksite.state()) && !found.per_diem_said.empty()) {
      node.understood = found.per_diem_said;
    } else if (node.value.empty()) {
      node.understood = "Filled in once the office is known.";
    }
    return;
  }
  const PerDiem& rate = *found.per_diem;
  const Money amount = leaf.leaf == Leaf::travel_budget_mie ? rate.meals_and_incidentals : rate.lodging;
  const Answers& answers = data.packet.answers;
  if (answers.is_empty(leaf.leaf) && !is_typing_in(data, leaf.id)) {
    node.value = to_display(amount);
    node.flags.derived = true;
    node.understood = concat("From the table: FY", rate.fiscal_year, ", ", rate.destination);
    if (found.per_diem_month != 0) append(node.understood, ", ", month_name(found.per_diem_month));
    if (found.is_dearest_month) node.understood += " (the most expensive month)";
  } else if (!answers.is_empty(leaf.leaf) && !answers.is_bad(leaf.leaf)) {
    const bool is_the_same = shown_text(leaf.leaf, answers) == to_display(amount);
    node.understood = is_the_same ? "This is the table's rate." : concat("The table says ", to_display(amount), ".");
  }
}

// Beside a date stands its weekday; while it is typed, the whole day as it is read.
std::string beside_date(const SessionData& data, const LeafInfo& leaf) {
  const Known<Date> date = data.packet.answers.date(leaf.leaf);
  if (!date.has_value()) return {};
  return is_typing_in(data, leaf.id) ? to_display(date.value()) : std::string(weekday_name(date.value().weekday()));
}

Node typed_node(const SessionData& data, const LeafInfo& leaf) {
  const bool is_typing = is_typing_in(data, leaf.id);
  Node node = build::field(std::string(leaf.id), input_of(leaf), label_of(data, leaf),
                           is_typing ? data.draft->text : shown_text(leaf.leaf, data.packet.answers));
  if (leaf.kind == Kind::date) node.understood = beside_date(data, leaf);
  if (leaf.kind == Kind::open_choice) {
    node.kind = NodeKind::combo;
    // What is kept already is asked again in full.
    const bool is_changed = is_typing && data.draft->text != data.draft->shown;
    for (const Choice& choice : leaf.choices) {
      if (is_changed && !contains_ignoring_ascii_case(choice.label, data.draft->text)) continue;
      node.options.push_back({std::string(choice.value), std::string(choice.label), {}});
    }
  }
  if (leaf.need == Need::from_table) fill_from_table(node, data, leaf);
  return node;
}

Node control_of(const SessionData& data, const LeafInfo& leaf) {
  if (leaf.leaf == Leaf::locality_pay_year) return year_node(data, leaf);
  if (leaf.shape == Shape::pay_area) return area_node(data, leaf);
  if (leaf.kind == Kind::choice || leaf.kind == Kind::yes_no) return choice_node(data, leaf);
  return typed_node(data, leaf);
}

// On a narrow screen a list cuts long words off: then they stand whole below it.
void say_whole(Node& list) {
  constexpr std::size_t letters_that_fit = 32;
  const auto chosen = [&](const Option& option) { return option.value == list.value; };
  const auto found = std::find_if(list.options.begin(), list.options.end(), chosen);
  if (found == list.options.end() || found->label.size() <= letters_that_fit) return;
  list.understood = concat(as_sentence(found->label), list.understood.empty() ? "" : " ", list.understood);
}

// What follows from a worksite, said at once below it.
std::string consequence_of_place(const SessionData& data, const PlaceLeaves& place) {
  const FoundRates& found = data.assessment.found;
  const bool is_agency = place.address == agency_worksite.address;
  const bool decides = is_agency || place.address == requested_worksite.address;
  if (!decides || data.packet.answers.is_empty(place.state())) return {};
  const FoundSalary& side = is_agency ? found.agency : found.requested;
  std::string words;
  if (data.packet.answers.is_empty(place.city())) words = "The city is still missing. The figures do not need it. ";
  if (!side.area_name.empty()) words += as_sentence(concat("Pay area: ", side.area_name));
  const auto add = [&](std::string_view more) {
    append(words, words.empty() || words.back() == ' ' || more.empty() ? "" : " ", more);
  };
  if (is_agency && found.per_diem) {
    add(concat("Per diem destination: ", found.per_diem->destination, ", FY", found.per_diem->fiscal_year, "."));
  }
  add(other_counties(data.packet.answers, place, data.rates,
                     is_agency ? PlaceMatters::for_pay_and_per_diem : PlaceMatters::for_pay));
  return words;
}

void clear_items(Node& parent) {
  for (Node& child : parent.children) {
    child.item.clear();
    clear_items(child);
  }
}

// Where all the questions of a group stand in one place of the order, it is said once: by the last one that stands by
// itself, or else by the first.
void cite_once(Node& group) {
  std::vector<Node*> questions;
  Node* teller = nullptr;
  const auto take = [&](Node& node, Arrange arrange) {
    if (node.kind == NodeKind::group || node.kind == NodeKind::finding) return;
    questions.push_back(&node);
    if (teller == nullptr || arrange != Arrange::row) teller = &node;
  };
  for (Node& child : group.children) {
    take(child, group.arrange);
    for (Node& part : child.children) take(part, child.arrange);
  }
  const auto has_other_cite = [&](const Node* question) { return question->cite != teller->cite; };
  if (std::any_of(questions.begin(), questions.end(), has_other_cite)) return;
  for (Node* question : questions) {
    if (question != teller) question->cite.clear();
  }
}

// Beside a field that the tool has filled in, and nobody has answered; empty beside any other.
std::string words_of_assumed(const SessionData& data, Leaf which) {
  const bool is_typing = data.draft && (data.draft->id == info(which).id || data.draft->id == info(which).field);
  if (is_typing || !data.packet.answers.is_assumed(which)) return {};
  if (const KnownAnswer* known = find_known_answer(which)) return std::string(known->words);
  for (const Assumption* one : assumptions_in(data.packet.answers)) {
    if (one->leaf == which) return words_of(*one);
  }
  return {};
}

// In the value's place, so that both faces show whose it is.
void mark_assumed(Node& node, const std::string& words) {
  if (words.empty()) return;
  node.flags.derived = true;
  node.understood = concat(node.understood, node.understood.empty() ? "" : " ", words);
}

void add_warning(Node& parent, const SessionData& data, std::string_view field) {
  std::string message = shown_problem(data, field, Severity::warning);
  if (!message.empty())
    parent.children.push_back(build::finding(concat("warning:", field), Tone::warning, std::move(message)));
}

// A row holds questions alone: what is to be said of one of them spans it.
void split_row(Node& row, std::vector<Node>& said) {
  const auto is_question = [](const Node& node) { return node.kind != NodeKind::finding; };
  const auto first = std::stable_partition(row.children.begin(), row.children.end(), is_question);
  std::move(first, row.children.end(), std::back_inserter(said));
  row.children.erase(first, row.children.end());
}

// A choice that is made once something has happened, or somebody has decided: nobody leaves it out.
bool comes_later(const LeafInfo& leaf) {
  if (leaf.kind != Kind::choice && leaf.kind != Kind::yes_no) return false;
  return leaf.group == Group::signature || leaf.leaf == Leaf::annual_review_recommendation ||
         leaf.section() == "determination" || leaf.section() == "agreement" || leaf.section() == "record" ||
         leaf.section() == "ending";
}

struct Purpose {
  Leaf leaf;
  std::string_view word;
};

// What a browser may fill in for whoever is asked for their own name and the address they will work from. The offices'
// addresses are nobody's own.
constexpr Purpose purposes[] = {
    {Leaf::employee_last_name, "family-name"},
    {Leaf::employee_first_name, "given-name"},
    {Leaf::employee_middle_initial, "additional-name"},
    {Leaf::employee_requested_worksite_address, "address-line1"},
    {Leaf::recruit_agreement_last_name, "family-name"},
    {Leaf::recruit_agreement_first_name, "given-name"},
    {Leaf::recruit_agreement_middle_initial, "additional-name"},
};

std::string purpose_of(const SessionData& data, Leaf leaf) {
  if (voice_of(data) != Voice::to_the_employee) return {};
  for (const Purpose& one : purposes) {
    if (one.leaf == leaf) return std::string(one.word);
  }
  return {};
}

QuestionNeed need_of(const SessionData& data, Leaf leaf) {
  const Answers& answers = data.packet.answers;
  if (is_needed(leaf, answers, data.assessment.policy)) return QuestionNeed::needed;
  if (comes_later(info(leaf))) return QuestionNeed::not_known;
  return is_need_known(leaf, data.assessment.policy) ? QuestionNeed::optional : QuestionNeed::not_known;
}

}  // namespace

void set_need(Node& node, QuestionNeed need) {
  node.flags.required = need == QuestionNeed::needed;
  node.flags.optional = need == QuestionNeed::optional && !node.flags.read_only && !has_option(node.options, "");
}

void add_leaf(Node& parent, const SessionData& data, Leaf which) {
  if (!applies(which, data.packet.answers)) return;
  const LeafInfo& leaf = info(which);
  Node node = control_of(data, leaf);
  if (node.kind == NodeKind::select && data.width == WidthClass::narrow) say_whole(node);
  node.item = std::string(leaf.item);
  node.hint = hint_of(data, leaf.item, leaf.label, node.label, leaf.hint);
  node.cite = std::string(leaf.cite.text());
  node.problem = shown_problem(data, leaf.id, Severity::error);
  node.purpose = purpose_of(data, which);
  node.flags.read_only = data.access == Access::read_only;
  set_need(node, need_of(data, which));
  const std::string assumed = words_of_assumed(data, which);
  mark_assumed(node, assumed);
  parent.children.push_back(std::move(node));
  if (assumed.empty()) add_warning(parent, data, leaf.id);
  add_cross_checks_of(parent, data, which);
}

void add_row(Node& parent, const SessionData& data, std::string id, std::initializer_list<Leaf> which) {
  Node row = build::group(std::move(id), {}, Arrange::row);
  for (const Leaf leaf : which) add_leaf(row, data, leaf);
  std::vector<Node> said;
  split_row(row, said);
  cite_once(row);
  if (!row.children.empty()) parent.children.push_back(std::move(row));
  std::move(said.begin(), said.end(), std::back_inserter(parent.children));
}

void add_place_field(Node& parent, const SessionData& data, const PlaceLeaves& place) {
  if (!applies(place.city(), data.packet.answers)) return;
  const LeafInfo& leaf = info(place.city());
  const bool is_typing = data.draft && data.draft->id == leaf.field;
  const std::string_view question = question_of_field(leaf, voice_of(data));
  Node node = build::field(std::string(leaf.field), InputType::text, std::string(question),
                           is_typing ? data.draft->text : place_text(data.packet.answers, place));
  node.kind = NodeKind::combo;
  node.item = std::string(leaf.item);
  node.hint = hint_of(data, leaf.item, leaf.field_label, question,
                      concat(leaf.field_hint, " Type a ZIP, or a city or county with its state."));
  node.cite = std::string(leaf.cite.text());
  node.flags.read_only = data.access == Access::read_only;
  set_need(node, need_of(data, place.state()));
  if (data.suggested_for == leaf.field) node.options = place_options(data.suggestions);
  if (!is_typing) {
    node.understood = consequence_of_place(data, place);
    mark_assumed(node, words_of_assumed(data, place.state()));
    if (data.left.contains(leaf.field)) {
      for (const Leaf part : {place.city(), place.county(), place.state()}) {
        if (node.problem.empty()) node.problem = shown_problem(data, info(part).id, Severity::error);
      }
    }
  }
  parent.children.push_back(std::move(node));
}

void add_place(Node& parent, const SessionData& data, const PlaceLeaves& place) {
  add_place_field(parent, data, place);
  add_leaf(parent, data, place.address);
}

namespace {

// Part F asks the same of two items, one below the other: each question says of which, by the form's item or in words.
void tell_apart(Node& parent, std::string_view whose) {
  for (Node& child : parent.children) {
    tell_apart(child, whose);
    if (child.kind == NodeKind::group || child.kind == NodeKind::finding) continue;
    child.label.front() = to_ascii_lower(child.label.front());
    child.label.insert(0, whose);
  }
}

}  // namespace

void add_composite(Node& parent, const SessionData& data, std::string_view field, Arrange arrange) {
  Node group = build::group(concat("group:", field), {}, arrange);
  std::vector<Node> below;
  // Who signs, and what an amount is, are said side by side.
  const auto has_company = [](const LeafInfo& leaf) {
    return leaf.member() == "name" || leaf.member() == "title" || leaf.member() == "direction" ||
           leaf.member() == "amount";
  };
  std::string_view item;
  bool has_one_item = true;
  for (const LeafInfo& leaf : leaves()) {
    if (leaf.field != field) continue;
    if (group.label.empty()) {
      group.label = question_of_field(leaf, voice_of(data));
      item = leaf.item;
    }
    has_one_item = has_one_item && leaf.item == item;
    if (!has_company(leaf)) {
      add_leaf(group, data, leaf.leaf);
      continue;
    }
    if (group.children.empty() || group.children.back().arrange != Arrange::row) {
      group.children.push_back(build::group(concat("row:", leaf.id), {}, Arrange::row));
    }
    std::vector<Node> said;
    add_leaf(group.children.back(), data, leaf.leaf);
    split_row(group.children.back(), said);
    std::move(said.begin(), said.end(), std::back_inserter(below));
  }
  std::move(below.begin(), below.end(), std::back_inserter(group.children));
  const bool is_first_other = field == info(Leaf::additional_other1_label).field;
  const bool is_other = is_first_other || field == info(Leaf::additional_other2_label).field;
  // The name of the whole carries the item where all parts have the same.
  if (has_one_item && !item.empty()) {
    group.label = with_item(data, item, group.label);
    if (!is_other) clear_items(group);
  }
  if (is_other && !shows_form_references(data)) {
    tell_apart(group, is_first_other ? "First other item: " : "Second other item: ");
  }
  if (group.children.empty()) return;
  cite_once(group);
  parent.children.push_back(std::move(group));
}

void add_set_aside(Node& parent, const SessionData& data, Step step) {
  // What Part A has taken a whole step from is named where Part A is answered.
  const auto is_named_here = [&](const LeafInfo& leaf) {
    const std::optional<Step> own = step_of_field(leaf.id);
    return own == step || (step == Step::arrangement && own && !is_on_the_way(data, *own));
  };
  std::string kept;
  for (const LeafInfo& leaf : leaves()) {
    if (data.packet.answers.is_empty(leaf.leaf) || !is_named_here(leaf)) continue;
    if (applies(leaf.leaf, data.packet.answers)) continue;
    append(kept, kept.empty() ? "" : "; ",
           said_of(name_of_field(data, leaf.id), in_quotes(shown_text(leaf.leaf, data.packet.answers))));
  }
  if (kept.empty()) return;
  parent.children.push_back(build::finding(
      "set_aside", Tone::information,
      concat("Not used, because it does not apply to the arrangement in Part A: ", kept,
             ". It is kept, but not printed or counted. It comes back if you change Part A back.")));
}

}  // namespace ftt
