// Beginning a review, and what it finds. See review.h.
#include "packet/review.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "form/form_spec.h"
#include "packet/chain_entries.h"
#include "packet/recorded_case.h"
#include "rules/approval.h"
#include "rules/endings.h"

namespace ftt {
namespace {

// ---- Starting one ----

// Signed, decided or received in one round; the next one has its own.
bool is_of_one_round(const LeafInfo& leaf) {
  constexpr std::array<std::string_view, 9> sections = {
      "prepared_by",     "concurring_supervisor", "concurrences", "determination",
      "worksite_change", "annual_review",         "clock",        "record",
      "ending"};
  if (std::find(sections.begin(), sections.end(), leaf.section()) != sections.end()) return true;
  return leaf.section() == "agreement" &&
         (leaf.group == Group::signature || leaf.leaf == Leaf::agreement_analysis_tool_approved);
}

bool is_in_parts_a_to_i(std::string_view field) {
  constexpr std::array<std::string_view, 8> sections = {"arrangement",   "employee",   "position",   "locality_pay",
                                                        "travel_budget", "additional", "relocation", "justification"};
  return std::find(sections.begin(), sections.end(), field.substr(0, field.find('.'))) != sections.end();
}

void copy(Leaf from, Leaf to, Answers& answers) {
  const std::string text = answers.text(from);
  answers.set(to, text);
}

void copy_place(const PlaceLeaves& from, const PlaceLeaves& to, Answers& answers) {
  copy(from.address, to.address, answers);
  copy(from.city(), to.city(), answers);
  copy(from.county(), to.county(), answers);
  copy(from.state(), to.state(), answers);
}

// A recruit holds the position by now, under the name of the Recruit Agreement.
void make_incumbent(Answers& answers) {
  const Known<Action> action = answers.action();
  if (action.is_missing() || action.value() != Action::recruit) return;
  if (!answers.is_empty(Leaf::recruit_agreement_last_name)) {
    copy(Leaf::recruit_agreement_last_name, Leaf::employee_last_name, answers);
    copy(Leaf::recruit_agreement_first_name, Leaf::employee_first_name, answers);
    copy(Leaf::recruit_agreement_middle_initial, Leaf::employee_middle_initial, answers);
  }
  answers.set(Leaf::arrangement_action, "incumbent");
}

// App. D, Part A. The official worksite of the arrangement under review is the one that was requested then.
void fill_form(Answers& answers, const Packet& previous, Date today) {
  copy(Leaf::employee_last_name, Leaf::annual_review_last_name, answers);
  copy(Leaf::employee_first_name, Leaf::annual_review_first_name, answers);
  copy(Leaf::employee_middle_initial, Leaf::annual_review_middle_initial, answers);
  copy_place(requested_worksite, reviewed_worksite, answers);
  repeat_requested_worksite(answers);
  answers.set(Leaf::annual_review_date, to_iso(today));
  if (previous.prepared_on) answers.set(Leaf::annual_review_tool_date, to_iso(*previous.prepared_on));
}

// The review as it is before anybody has answered anything in it; without the packet under review.
Packet first_draft(const Packet& previous, Date today) {
  Packet review = previous;
  review.revision = next_revision(previous.revision);
  review.prepared_on = today;
  review.reviewed = Json();
  review.chain = chain_of_next_round(previous);
  Answers& answers = review.answers;
  for (const LeafInfo& leaf : leaves()) {
    if (is_of_one_round(leaf)) answers.set(leaf.leaf, "");
  }
  make_incumbent(answers);
  answers.set(Leaf::arrangement_type, "annual_review");
  copy_place(requested_worksite, current_worksite, answers);
  fill_form(answers, previous, today);
  return review;
}

// ---- Reading one ----

// Whether a change is one of the arrangement, and not one that reviewing, signing or spending brings with it.
bool is_of_the_arrangement(const PacketChange& change) {
  const std::string_view section = std::string_view(change.field).substr(0, change.field.find('.'));
  const std::optional<Appendix> form = form_of_section(section);
  const bool is_signed_paper = form && form != Appendix::analysis_tool && form != Appendix::annual_review;
  if (section == "actuals" || section == "chain" || is_signed_paper) return false;
  const LeafInfo* leaf = find_leaf(change.field);
  const auto first_of_field = [&](const LeafInfo& info) { return info.field == change.field; };
  if (leaf == nullptr) {
    const auto found = std::find_if(leaves().begin(), leaves().end(), first_of_field);
    if (found != leaves().end()) leaf = &*found;
  }
  return leaf == nullptr || !is_of_one_round(*leaf);
}

// The pay area and pay at the worksite as it was, by the definitions in use now.
FoundSalary salary_before(const Rates& rates, const Answers& before, const Packet& packet, Date today) {
  Answers as_it_was = packet.answers;
  for (const Leaf leaf : {requested_worksite.address, requested_worksite.city(), requested_worksite.county(),
                          requested_worksite.state(), Leaf::locality_pay_requested_area}) {
    as_it_was.set(leaf, before.text(leaf));
  }
  return find_rates(rates, as_it_was, today).requested;
}

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
  return concat(count, " ", count == 1 ? one : many);
}

// ¶11c: the form speaks of the work as it is. Rates that moved do not change the work.
void propose(Review& review) {
  std::size_t answers = 0;
  std::size_t rates = 0;
  for (const PacketChange& change : review.comparison.changes) {
    if (change.kind == ChangeKind::answer && is_in_parts_a_to_i(change.field)) ++answers;
    if (change.kind == ChangeKind::rate) ++rates;
  }
  if (answers != 0) {
    review.proposed = ReviewOutcome::update_attached;
    review.why = concat(plural(answers, "answer", "answers"),
                        " in Parts A to I changed: the updated Analysis Tool is attached.");
    return;
  }
  review.proposed = ReviewOutcome::no_update;
  review.why = "No answer in Parts A to I changed: the Analysis Tool shows the work as it is.";
  if (rates != 0) {
    append(review.why, " The rates changed, and so did the figures: ", plural(rates, "entry is", "entries are"),
           " listed.");
  }
}

ApprovedTravel approved_travel(const Answers& answers, const Worksheet& worksheet) {
  ApprovedTravel approved;
  if (answers.choice(Leaf::determination_outcome).has_value()) {
    approved.is_approved = Known<bool>::answered(find_approval(answers).state == ApprovalState::approved);
  }
  approved.trips = answers.count(Leaf::travel_budget_trips);
  const Figure annual = worksheet.value(Line::travel_budget_annual);
  if (annual.has_value()) approved.annual = annual.money();
  return approved;
}

// The day from which the review's own figures hold: that of its approval; until there is one, that of the review.
Date in_effect_from(const Answers& answers, Date review_day) {
  if (find_approval(answers).state != ApprovalState::approved) return review_day;
  return answers.date(Leaf::determination_date).value_or(review_day);
}

// ¶13b. Spending in the fiscal year of the reviewed Analysis Tool and in those behind it.
void hold_against_budget(Review& review, const Answers& answers, Date since) {
  review.half_years = spending_against_plan(review.budget, answers);
  const auto is_before = [&](const SpendingRow& row) { return row.half_year.year() < fiscal_year(since); };
  review.half_years.erase(std::remove_if(review.half_years.begin(), review.half_years.end(), is_before),
                          review.half_years.end());
  review.years = spending_by_year(review.half_years);
}

// ---- As JSON ----

Json findings_json(const std::vector<Finding>& findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) {
    Json entry = Json::object();
    entry.set("rule", Json::string(finding.rule));
    entry.set("status", Json::string(name_of(finding.status)));
    entry.set("message", Json::string(finding.message));
    entry.set("next", Json::string(finding.next));
    entry.set("cite", Json::string(finding.cite.text()));
    list.push_back(std::move(entry));
  }
  return list;
}

Json approved_json(const ApprovedTravel& approved) {
  Json json = Json::object();
  json.set("approved", approved.is_approved.has_value() ? Json::boolean(approved.is_approved.value()) : Json::null());
  json.set("trips", approved.trips.has_value() ? Json::number(approved.trips.value().value()) : Json::null());
  json.set("annual", approved.annual ? Json::string(to_decimal(*approved.annual)) : Json::null());
  return json;
}

Json spending_json(const std::vector<SpendingYear>& years) {
  Json list = Json::array();
  for (const SpendingYear& year : years) {
    Json entry = Json::object();
    entry.set("fiscal_year", Json::number(year.year.year()));
    entry.set("planned", Json::string(to_decimal(year.planned)));
    entry.set("spent", Json::string(to_decimal(year.spent)));
    entry.set("warning", Json::string(name_of(year.warning)));
    entry.set("message", Json::string(words_of(year)));
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace

bool repeats_requested_worksite(const Answers& answers) {
  const auto is_same = [&](Leaf requested, Leaf reviewed) { return answers.text(requested) == answers.text(reviewed); };
  return !answers.is_empty(requested_at_review.city()) &&
         is_same(requested_worksite.address, requested_at_review.address) &&
         is_same(requested_worksite.city(), requested_at_review.city()) &&
         is_same(requested_worksite.county(), requested_at_review.county()) &&
         is_same(requested_worksite.state(), requested_at_review.state());
}

Date review_day(const Packet& review, const Packet& reviewed) {
  if (review.prepared_on) return *review.prepared_on;
  const Known<Date> date = review.answers.date(Leaf::annual_review_date);
  return date.has_value() ? date.value() : reviewed.prepared_on.value_or(calendar_date(last_input_year, 12, 31));
}

TravelBudget budget_of_review(const Worksheet& worksheet, const Answers& answers, const Answers& decided,
                              const Worksheet& before, const Answers& answers_before, Date day) {
  return {travel_plan(worksheet, answers), travel_plan(before, answers_before), in_effect_from(decided, day)};
}

void repeat_requested_worksite(Answers& answers) {
  copy_place(requested_worksite, requested_at_review, answers);
}

Packet start_review(const Packet& previous, const Assessment& assessment, Date today) {
  Packet review = first_draft(previous, today);
  Packet bare = previous;
  bare.reviewed = Json();
  // What it handed over are the answers that stand in it.
  if (bare.chain.is_object()) bare.chain.erase("handed_over");
  review.reviewed = packet_json(bare, assessment);
  return review;
}

std::string period_of(const SpendingYear& year) {
  return year.half ? to_display(*year.half) : concat("Fiscal year ", year.year.year());
}

std::string words_of(const SpendingYear& year) {
  constexpr std::array<std::string_view, 3> standings = {"within", "above", "more than twice"};
  return concat(period_of(year), ": ", to_display(year.spent), " spent, which is ",
                standings[static_cast<std::size_t>(year.warning)], " the approved ", to_display(year.planned), ".");
}

std::optional<OpenedPacket> find_reviewed(const Packet& packet, ReadOf read_of) {
  if (packet.reviewed.is_null() || !is_review(packet.answers)) return std::nullopt;
  Result<OpenedPacket> reviewed = read_reviewed(packet, read_of);
  if (!reviewed) return std::nullopt;
  return std::move(reviewed).value();
}

const Finding* find_ending(const Review& review) {
  const auto found = std::find_if(review.findings.begin(), review.findings.end(),
                                  [](const Finding& finding) { return finding.status == Status::fail; });
  return found == review.findings.end() ? nullptr : &*found;
}

std::optional<Review> find_review(const Rates& rates, const Packet& packet, const Assessment& assessment,
                                  const CalcSettings& settings) {
  const std::optional<OpenedPacket> reviewed = find_reviewed(packet);
  if (!reviewed) return std::nullopt;
  const Packet& before = reviewed->packet;
  const Date today = review_day(packet, before);
  const Assessment assessed_before = assess(rates, before, assessed_on(before, today), settings);

  Review review;
  review.budget = budget_of_review(assessment.worksheet, packet.answers, answers_that_count(packet, assessment),
                                   assessed_before.worksheet, before.answers, today);
  Packet draft = first_draft(before, today);
  draft.revision = before.revision;
  draft.prepared_on = before.prepared_on;
  draft.reviewed = packet.reviewed;
  review.comparison = compare(draft, assessed_before, packet, assessment);
  std::vector<PacketChange>& changes = review.comparison.changes;
  changes.erase(std::remove_if(changes.begin(), changes.end(),
                               [](const PacketChange& change) { return !is_of_the_arrangement(change); }),
                changes.end());
  const FoundSalary then = salary_before(rates, before.answers, packet, today);
  const FoundSalary& now = assessment.found.requested;
  review.findings =
      find_endings({before.answers, then.area_code, then.area_name}, {packet.answers, now.area_code, now.area_name});
  propose(review);
  review.approved = approved_travel(answers_that_count(before, assessed_before), assessed_before.worksheet);
  hold_against_budget(review, packet.answers, before.prepared_on.value_or(today));
  review.differences = differences(*reviewed, assessed_before);
  return review;
}

Json review_json(const Review& review) {
  Json json = Json::object();
  json.set("ends", Json::boolean(find_ending(review) != nullptr));
  json.set("findings", findings_json(review.findings));
  json.set("proposed",
           Json::string(info(Leaf::annual_review_outcome).choices[static_cast<std::size_t>(review.proposed)].value));
  json.set("why", Json::string(review.why));
  json.set("approved", approved_json(review.approved));
  json.set("spending", spending_json(review.years));
  Json differences = Json::array();
  for (const Difference& difference : review.differences) {
    Json entry = Json::object();
    entry.set("field", Json::string(difference.field));
    entry.set("message", Json::string(difference.message));
    differences.push_back(std::move(entry));
  }
  json.set("differences", std::move(differences));
  json.set("comparison", comparison_json(review.comparison));
  return json;
}

}  // namespace ftt
