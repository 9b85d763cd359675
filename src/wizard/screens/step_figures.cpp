// The steps that show figures: pay, travel, result, if it ends.
//
// Covers App. A, Parts D, E, G and H, and HRM 6040.2 ¶8d and ¶11b. Does not calculate.
#include <string>
#include <utility>

#include "base/text.h"
#include "calc/calculate.h"
#include "form/field.h"
#include "form/place.h"
#include "order/registers.h"
#include "rules/cross_checks.h"
#include "view/answer.h"
#include "view/build.h"
#include "view/wording.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/frame.h"
#include "wizard/screens/step_views.h"
#include "wizard/screens/work.h"
#include "wizard/screens/writing_help.h"

namespace ftt {
namespace {

void add_worksites(Node& main, const SessionData& data) {
  const auto words = [&](const PlaceLeaves& place) {
    std::string text = place_text(data.packet.answers, place);
    return text.empty() ? std::string("not answered yet") : text;
  };
  Node table = build::table("pay.worksites", "The two worksites", {{"Worksite"}, {"Place"}, {"Pay area"}});
  const FoundRates& found = data.assessment.found;
  const auto area = [](const FoundSalary& side) {
    return side.area_name.empty() ? std::string("not known yet") : std::string(side.area_name);
  };
  // The form's own names beside its items, else those of the questions.
  const bool is_as_on_the_form = shows_form_references(data);
  const std::string requested = is_as_on_the_form ? "D1 Requested worksite" : "Telework site";
  const std::string agency = is_as_on_the_form ? "D2 Agency worksite" : "Office";
  table.rows.push_back({"D1", {requested, words(requested_worksite), area(found.requested)}, false});
  table.rows.push_back({"D2", {agency, words(agency_worksite), area(found.agency)}, false});
  main.children.push_back(std::move(table));
}

void add_break_even(Node& main, const BreakEven& even) {
  std::string words;
  switch (even.state) {
    case BreakEven::State::unknown:
      return;
    case BreakEven::State::none:
      words = "Break-even: it costs more even without any trip.";
      break;
    case BreakEven::State::any:
      words = "Break-even: it costs no more, whatever the number of trips.";
      break;
    case BreakEven::State::at_least:
      words = concat("Break-even: each trip saves money; from ", to_display(even.trips),
                     " trips a year on it costs no more than the agency worksite.");
      break;
    case BreakEven::State::trips:
      words = concat("Break-even: up to ", to_display(even.trips),
                     even.trips == Count(1) ? " trip a year costs no more" : " trips a year cost no more",
                     " than the agency worksite.");
      break;
  }
  main.children.push_back(build::text("result.break_even", std::move(words)));
}

void add_ledger(Node& main, const SessionData& data) {
  Node table = build::table("result.ledger", "The result of each way to count trips",
                            {{"How trips are counted"},
                             {with_item(data, "E9", "A trip"), Align::end},
                             {with_item(data, "E11", "Travel"), Align::end},
                             {with_item(data, "G1", "Overall"), Align::end},
                             {"Net change", Align::end},
                             {with_item(data, "G2", "Percentage"), Align::end}});
  for (const ReadingRow& row : data.assessment.worksheet.readings) {
    table.rows.push_back(
        {std::string(name_of(row.method)),
         {name_of_reading(row), shown_money(row.trip_cost), shown_money(row.annual), shown_money(row.overall),
          shown_money(row.net_annual_change), row.percent ? to_display(*row.percent) : "not known yet"},
         row.in_use});
  }
  main.children.push_back(std::move(table));
}

// Part G, line 2: the agency says which reading is used, and the other stands beside it.
void add_percents(Node& main, const SessionData& data) {
  const Worksheet& worksheet = data.assessment.worksheet;
  main.children.push_back(
      build::heading("result.percent", 2, with_item(data, "G2", "What the percentage is based on")));
  for (const PercentReading reading : {PercentReading::net_change, PercentReading::overall}) {
    const OrderReading& about = *find_order_reading(concat("percent.", name_of(reading)));
    const bool is_used = reading == worksheet.percent_in_use;
    Node text = build::text(std::string(about.id),
                            concat(about.name, is_used ? " (used on the form)" : "", ". ", told(reading, worksheet)));
    if (is_used) text.cite = std::string(about.cite.text());
    main.children.push_back(std::move(text));
  }
}

}  // namespace

void add_pay(Node& main, const SessionData& data) {
  add_worksites(main, data);
  add_leaf(main, data, Leaf::locality_pay_year);
  add_leaf(main, data, Leaf::locality_pay_requested_area);
  add_leaf(main, data, Leaf::locality_pay_agency_area);
  const Answers& answers = data.packet.answers;
  const bool is_typed =
      has_other_pay_plan(answers) || has_typed_salary(answers) || !answers.is_empty(Leaf::locality_pay_salary_source);
  Node typed = build::disclosure("pay.typed", "Type the salaries yourself (another pay plan or a special rate)",
                                 is_open(data, "pay.typed", is_typed));
  if (typed.flags.expanded) {
    add_row(typed, data, "pay.typed.salaries", {Leaf::locality_pay_requested_salary, Leaf::locality_pay_agency_salary});
    add_leaf(typed, data, Leaf::locality_pay_salary_source);
  }
  main.children.push_back(std::move(typed));
  main.children.push_back(build::heading("pay.lines", 2, "Salaries and their difference"));
  for (const Line line :
       {Line::locality_pay_requested_salary, Line::locality_pay_agency_salary, Line::locality_pay_difference}) {
    add_work(main, data, line);
  }
}

namespace {

// Line 2 from the trips, as a proposal: it is management's estimate.
void add_share_of_trips(Node& main, const SessionData& data) {
  const std::optional<Share> share = share_of_trips(data.packet.answers, edition_of(data.packet).numbers);
  if (!share || data.packet.answers.share(Leaf::travel_budget_share_agency).has_value()) return;
  Node row = build::group("travel.share_of_trips");
  row.children = {
      build::text("travel.share_of_trips.words",
                  concat("The trips come to about ", to_display(*share), " of a year's work days."), Tone::small),
      act_button(action("travel.take_share"), concat("Use ", to_display(*share)))};
  main.children.push_back(std::move(row));
}

}  // namespace

void add_travel(Node& main, const SessionData& data) {
  main.children.push_back(build::heading("travel.year", 2, "How many trips"));
  add_row(main, data, "travel.trip_counts", {Leaf::travel_budget_trips, Leaf::travel_budget_trips_in_term});
  add_leaf(main, data, Leaf::travel_budget_nights);
  main.children.push_back(build::heading("travel.trip", 2, "What a trip costs"));
  add_leaf(main, data, Leaf::travel_budget_transport);
  add_row(main, data, "travel.per_diem", {Leaf::travel_budget_mie, Leaf::travel_budget_lodging});
  add_leaf(main, data, Leaf::travel_budget_per_diem_month);
  add_leaf(main, data, Leaf::travel_budget_extra);
  add_leaf(main, data, Leaf::travel_budget_trip_cost_method);
  add_work(main, data, Line::travel_budget_trip_cost);
  add_work(main, data, Line::travel_budget_annual);
  main.children.push_back(build::heading("travel.shares", 2, "Where the time goes"));
  add_leaf(main, data, Leaf::travel_budget_share_agency);
  add_share_of_trips(main, data);
  add_leaf(main, data, Leaf::travel_budget_share_travel);
  add_leaf(main, data, Leaf::travel_budget_share_requested);
}

void add_way_to_count(Node& main, const SessionData& data) {
  main.children.push_back(build::text("count.why", why_first(data.assessment.worksheet)));
  add_leaf(main, data, Leaf::travel_budget_trip_cost_method);
}

void add_result(Node& main, const SessionData& data) {
  const Worksheet& worksheet = data.assessment.worksheet;
  add_answer(main, data);
  if (data.width != WidthClass::wide) add_fold(main, data);
  main.children.push_back(build::heading("result.readings_heading", 2, "How trips are counted"));
  add_way_to_count(main, data);
  add_ledger(main, data);
  add_break_even(main, worksheet.break_even);
  add_percents(main, data);
  add_what_if(main, data);
  main.children.push_back(build::heading("result.lines", 2, "The worksheet, line by line"));
  for (const WorksheetLine& line : worksheet.lines) {
    if (info(line.id).section() != "relocation") add_work(main, data, line.id);
  }
}

void add_ending(Node& main, const SessionData& data) {
  add_leaf(main, data, Leaf::relocation_estimate);
  add_relocation_helper(main, data);
  Node explained =
      build::text("ending.compare",
                  "Cost to end minus 1, 2 and 5 years of continuing. Above zero, ending it costs more.", Tone::small);
  explained.cite = "HRM 6040.2 ¶11b";
  main.children.push_back(std::move(explained));
  for (const RelocationHorizon& horizon : relocation_horizons) add_work(main, data, horizon.line);
}

}  // namespace ftt
