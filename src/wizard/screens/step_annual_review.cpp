// Yearly review: from the packet under review to what has changed, the proposed outcome, and what travel really cost.
//
// Covers App. D and HRM 6040.2 ¶11a, ¶11c, ¶12a, ¶13b. Does not judge a change or choose the outcome (packet/review.h
// proposes it), and the updated Analysis Tool is answered on its own steps.
#include <string>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "packet/review.h"
#include "view/build.h"
#include "view/pictures.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/opened_file.h"
#include "wizard/screens/packet_nodes.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

// ---- Beginning ----

void add_beginning(Node& parent, const SessionData& data) {
  Node file = build::field("review.file", InputType::file, "Open last year's packet", "");
  file.hint = "The review starts from it, as a new revision. Signatures and decisions need to be given again.";
  parent.children.push_back(std::move(file));
  if (data.access == Access::read_only || (data.saved_name.empty() && !data.is_changed())) return;
  parent.children.push_back(act_button(action("review.this"), "Review this packet"));
}

void add_not_here(Node& main, const SessionData& data) {
  if (is_on_the_way(data, Step::annual_review)) return;
  Node note = build::finding("annual_review.not_here", Tone::information,
                             "This packet is for a new arrangement or a modification. A review starts from the "
                             "approved packet.");
  note.cite = "HRM 6040.2 ¶11a";
  main.children.push_back(std::move(note));
}

// ---- What has changed ----

void add_proposal(Node& main, const Review& review) {
  const bool is_update = review.proposed == ReviewOutcome::update_attached;
  Node node =
      build::finding("review.proposed", Tone::information,
                     concat(is_update ? "Proposed: an updated Analysis Tool. " : "Proposed: no update. ", review.why));
  node.cite = "HRM 6040.2 ¶11c";
  if (is_update) {
    node.detail =
        "Continue through the steps. This packet is the new revision, and the steps are its updated "
        "Analysis Tool.";
    node.children.push_back(build::link("review.to_arrangement", "Continue with Arrangement", "step:arrangement"));
  }
  main.children.push_back(std::move(node));
}

void add_comparison(Node& main, const SessionData& data, const Review& review) {
  const std::string since = words_of(review.comparison.old_packet);
  if (are_alike(review.comparison)) {
    main.children.push_back(build::text("review.alike", concat("Nothing has changed since ", since, ".")));
  } else {
    add_all_changes(main, "review.changes", concat("What has changed since ", since), review.comparison.changes);
  }
  if (review.differences.empty()) return;
  Node file = build::group("review.differs", "The file of the packet under review", Arrange::card);
  add_differences(file, data, review.differences, "review.differs");
  main.children.push_back(std::move(file));
}

// The proposal is shown as chosen, and becomes the answer once the person takes it or chooses otherwise.
void add_outcome(Node& main, const SessionData& data, const Review& review) {
  add_leaf(main, data, Leaf::annual_review_outcome);
  Node& node = main.children.back();
  if (node.id != info(Leaf::annual_review_outcome).id || !node.value.empty()) return;
  node.value = std::string(info(Leaf::annual_review_outcome).choices[static_cast<std::size_t>(review.proposed)].value);
  node.flags.derived = true;
  node.understood = "This is the proposed answer. Use it, or choose another one.";
  if (node.flags.read_only) return;
  main.children.push_back(act_button(action("review.take"), "Use this answer"));
}

// ---- What travel cost ----

std::string_view words_of(SpendingWarning warning) {
  switch (warning) {
    case SpendingWarning::above:
      return "above the estimate";
    case SpendingWarning::above_twice:
      return "above twice the estimate";
    case SpendingWarning::none:
      break;
  }
  return "within the estimate";
}

void add_warning(Node& parent, std::string id, std::string words) {
  Node node = build::finding(std::move(id), Tone::warning, std::move(words));
  node.cite = "HRM 6040.2 ¶13b";
  parent.children.push_back(std::move(node));
}

void add_approved(Node& main, const Review& review) {
  const ApprovedTravel& approved = review.approved;
  const bool is_approved = approved.is_approved.has_value() && approved.is_approved.value();
  main.children.push_back(build::text(
      "review.approved",
      concat(is_approved ? "Approved: " : "Planned, with no approval in the reviewed packet: ",
             approved.trips.has_value() ? concat(to_display(approved.trips.value()), " trips and ") : std::string(),
             approved.annual ? to_display(*approved.annual) : std::string("an amount that is not known"), " a year.")));
}

void add_spending(Node& main, const Review& review) {
  if (review.years.empty()) return;
  Node table =
      build::table("review.spending", "Travel approved and spent, by fiscal year",
                   {{"Fiscal year"}, {"Approved", Align::end}, {"Spent", Align::end}, {"Compared with the estimate"}});
  for (const SpendingYear& year : review.years) {
    table.rows.push_back(
        {concat("FY", year.year.year()),
         {period_of(year), to_display(year.planned), to_display(year.spent), std::string(words_of(year.warning))},
         false});
  }
  main.children.push_back(std::move(table));
  for (const SpendingYear& year : review.years) {
    const std::string id = concat("review.spending:", year.year.year());
    if (year.warning == SpendingWarning::none) continue;
    const std::string when = year.half ? to_display(*year.half) : concat("FY", year.year.year());
    add_warning(main, id, concat("What was spent in ", when, " is above the estimate."));
    if (year.warning == SpendingWarning::above_twice) {
      add_warning(main, id + ".twice", concat("What was spent in ", when, " is above twice the estimate."));
    }
  }
}

// What check() says of this entry: the message behind "Entry 2: ".
std::string problem_of_entry(const SessionData& data, std::size_t index) {
  const std::string start = concat("Entry ", index + 1, ": ");
  for (const Problem& problem : data.shown) {
    if (problem.field == "actuals" && problem.message.starts_with(start)) return problem.message.substr(start.size());
  }
  return {};
}

Node half_year_node(const SessionData& data, const std::string& id, const std::string& value) {
  constexpr int years_back = 4;
  std::vector<Option> options;
  bool is_offered = value.empty();
  const int last = fiscal_year(data.today).year();
  for (int year = last; year >= last - years_back; --year) {
    for (const int half : {2, 1}) {
      Option option{concat(year, "H", half),
                    half == 2 ? concat("Apr to Sep ", year) : concat("Oct ", year - 1, " to Mar ", year),
                    {}};
      is_offered = is_offered || option.value == value;
      options.push_back(std::move(option));
    }
  }
  if (!is_offered) options.push_back({value, value, {}});
  return build::select(id + ".half_year", "Half of the fiscal year", value, std::move(options));
}

// A text of an entry, with its problem where the entry's is its own; whether it is.
bool add_text(Node& row, const SessionData& data, Node field, std::string_view kept, std::string_view own_problem,
              std::string_view problem) {
  const bool is_typing = data.draft && data.draft->id == field.id;
  field.value = is_typing ? data.draft->text : std::string(kept);
  const bool is_own = !problem.empty() && problem == own_problem;
  if (is_own && !is_typing) field.problem = std::string(problem);
  field.flags.read_only = data.access == Access::read_only;
  row.children.push_back(std::move(field));
  return is_own;
}

// One entry of actual spending; its problem stands at the field that it is about.
void add_entry(Node& parent, const SessionData& data, std::size_t index) {
  const Actual& actual = data.packet.answers.actuals()[index];
  const std::string id = concat("actuals.", index);
  const bool is_read_only = data.access == Access::read_only;
  const bool is_left = data.left.contains("actuals");
  const std::string problem = is_left ? problem_of_entry(data, index) : std::string();

  Node half_year = half_year_node(data, id, actual.half_year);
  half_year.flags.required = true;
  half_year.flags.read_only = is_read_only;
  Node spent = build::field(id + ".spent", InputType::money, "Spent on travel to the agency worksite", {});
  spent.flags.required = true;
  Node trips = build::field(id + ".trips", InputType::count, "Trips that it paid for", {});
  Node source = build::field(id + ".source", InputType::text, "Source", {});
  source.hint = "The report that shows it, for example the OCFO report.";
  for (Node* node : {&trips, &source}) node->flags.optional = !is_read_only;
  Node row = build::group(id + ".row", {}, Arrange::row);
  row.children.push_back(std::move(half_year));
  Node more = build::group(id + ".more", {}, Arrange::row);
  const std::string spent_problem = problem_of_spent(actual.spent);
  const std::string shown_spent = spent_problem.empty() ? to_display(*parse_money(actual.spent)) : actual.spent;
  bool is_told = add_text(row, data, std::move(spent), shown_spent, spent_problem, problem);
  is_told |= add_text(more, data, std::move(trips), actual.trips, problem_of_trips(actual.trips), problem);
  is_told |= add_text(more, data, std::move(source), actual.source, problem_of_source(actual.source), problem);
  if (!is_told) row.children.front().problem = problem;
  Node card = build::group(id, concat("Entry ", index + 1), Arrange::card);
  card.children = {std::move(row), std::move(more)};
  if (!is_read_only)
    card.children.push_back(
        act_button_about(action("actuals.*.remove"), concat(index), concat("Remove entry ", index + 1)));
  parent.children.push_back(std::move(card));
}

void add_actuals(Node& main, const SessionData& data, const std::optional<Review>& review) {
  main.children.push_back(build::heading("actuals", 2, "Actual travel costs"));
  Node words = build::text("actuals.words",
                           "What was spent on travel to the agency worksite in each half-year, as reported to human "
                           "resources (OHRM).",
                           Tone::small);
  words.cite = "HRM 6040.2 ¶13b";
  main.children.push_back(std::move(words));
  if (review) add_approved(main, *review);
  for (std::size_t i = 0; i < data.packet.answers.actuals().size(); ++i) add_entry(main, data, i);
  const bool has_room = data.packet.answers.actuals().size() < most_actuals;
  if (data.access == Access::writable && has_room) {
    main.children.push_back(act_button(action("actuals.add"), "Add a half-year"));
  }
  // A review holds spending against what was approved; without one there is the plan at hand.
  add_picture(main, spending_chart(review ? review->half_years
                                          : spending_against_plan(data.assessment.worksheet, data.packet.answers)));
  if (review) add_spending(main, *review);
}

}  // namespace

void add_annual_review(Node& main, const SessionData& data) {
  const std::optional<Review> review = find_review(data.rates, data.packet, data.assessment, data.settings);
  add_opened_file(main, data);
  if (!review) {
    add_not_here(main, data);
    add_beginning(main, data);
  } else {
    for (const Finding& finding : review->findings) {
      add_finding(main, data, concat("review:", finding.rule), finding);
    }
    add_proposal(main, *review);
    add_comparison(main, data, *review);
  }
  if (is_on_the_way(data, Step::annual_review)) {
    add_form_state(main, data, Appendix::annual_review);
    main.children.push_back(
        build::heading("annual_review.part_a", 2, with_part(data, "Part A", "Employee and outcome")));
    add_row(main, data, "annual_review.name",
            {Leaf::annual_review_last_name, Leaf::annual_review_first_name, Leaf::annual_review_middle_initial});
    add_place(main, data, reviewed_worksite);
    add_place(main, data, requested_at_review);
    add_row(main, data, "annual_review.dates", {Leaf::annual_review_date, Leaf::annual_review_tool_date});
    if (review) {
      add_outcome(main, data, *review);
    } else {
      add_leaf(main, data, Leaf::annual_review_outcome);
    }
    add_clauses(main, ClausePart::review_states, "What the outcome says");
    main.children.push_back(build::heading("annual_review.weighed", 2, "Whether the arrangement continues"));
    add_leaf(main, data, Leaf::annual_review_funds);
    add_leaf(main, data, Leaf::annual_review_replacing_cost);
    add_leaf(main, data, Leaf::annual_review_recommendation);
  }
  add_actuals(main, data, review);
  if (!is_on_the_way(data, Step::annual_review)) return;
  main.children.push_back(build::heading("annual_review.signatures", 2, "Signatures"));
  add_composite(main, data, "annual_review.hr_signature", Arrange::card);
  add_composite(main, data, "annual_review.supervisor_signature", Arrange::card);
  if (!review) return;
  Node again = build::disclosure("review.again", "Start the next review", is_open(data, "review.again"));
  if (again.flags.expanded) add_beginning(again, data);
  main.children.push_back(std::move(again));
}

}  // namespace ftt
