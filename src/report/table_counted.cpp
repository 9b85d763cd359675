// R0: what was counted and what was not, each with its reason; how much of each figure is known; readings, rates and
// spellings (OPM FAQ). See tables.h.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "report/tables.h"

namespace ftt::report {
namespace {

void add_numbers(Report& report, const Cases& cases, const ReportFor& by) {
  Table table;
  table.id = "R0";
  table.title = sentence("R0. What was counted");
  table.paragraph = "OPM FAQ";
  table.may_circulate = true;
  table.columns = {text_column("what", "What"), count_column("count", "Count")};
  const auto row = [&](std::string id, std::string what, const Cell& cell) {
    table.rows.push_back({std::move(id), {Cell::text(std::move(what)), cell}, false});
  };
  const auto count = [](auto number) { return Cell::count(static_cast<std::int64_t>(number)); };
  row("counted", "Arrangements counted", count(cases.counted.size()));
  row("older", "Older copies", count(cases.older));
  row("duplicates", "Exact duplicates", count(cases.duplicates));
  row("in_conflict", "Copies in conflict", count(cases.in_conflict));
  row("unreadable", "Could not be read", count(cases.unreadable));
  row("without_id", "Packets without an id", count(cases.without_id));
  row("not_packets", "Not packets", count(cases.not_packets));
  row("read", "Read", count(cases.read));
  table.rows.back().is_total = true;
  table.row_sums.push_back({7, {0, 1, 2, 3, 4, 5, 6}});
  row("redacted", "Counted from redacted copies", count(cases.redacted));
  row("conflicts", "Packets in conflict, not counted", count(cases.conflicts.size()));
  const auto differ = those_of(cases, [](const Case& one) { return one.facts.is(Fact::stored_figures_differ, "yes"); });
  row("figures_differ", "Saved figures that differ under the same rates", count(differ.size()));
  row("replaced", "Arrangements replaced by another one (\u00b612a)",
      count(those_of(cases, [](const Case& one) { return one.is_replaced; }).size()));
  struct Change {
    HistoryChange::Kind kind;
    std::string_view what;
  };
  for (const Change& change : {Change{HistoryChange::Kind::rewritten, "Histories rewritten since the last report"},
                               Change{HistoryChange::Kind::shortened, "Histories shortened since the last report"},
                               Change{HistoryChange::Kind::vanished, "Missing since the last report"}}) {
    const auto found = std::count_if(cases.changed_histories.begin(), cases.changed_histories.end(),
                                     [&](const HistoryChange& one) { return one.kind == change.kind; });
    row(std::string(name_of(change.kind)), std::string(change.what),
        by.previous == nullptr ? Cell::none() : count(found));
  }
  table.shows = {say("Arrangements counted: "), figure("R0", 0, 1), say(", of items read: "), figure("R0", 7, 1), say(".")};
  report.tables.push_back(std::move(table));
  for (const std::string_view some : {"redacted", "figures_differ", "replaced"}) {
    state_part_of(report, {"R0", "count", "counted"}, {{"R0", "count", some}});
  }
  // Of each packet in conflict there are two copies or more.
  if (std::all_of(cases.conflicts.begin(), cases.conflicts.end(),
                  [](const Conflict& one) { return one.places.size() >= 2; })) {
    state_part_of(report, {"R0", "count", "in_conflict"}, {{"R0", "count", "conflicts"}, {"R0", "count", "conflicts"}});
  }
}

void add_left_out(Report& report, const Cases& cases, const ReportFor&, const Partial& partial) {
  Table table;
  table.id = "R0_left_out";
  table.title = sentence("R0. Left out, with the reason");
  table.shows = sentence(
      "Each file or line that was left out, and how to correct it. Files that are not packets are only a number.");
  table.paragraph = "OPM FAQ";
  table.columns = {text_column("place", "Place"), text_column("kind", "What"),
                   text_column("reason", "Why, and how to correct it")};
  const auto row = [&](const std::string& place, std::string_view kind, const std::string& reason) {
    table.rows.push_back({concat(table.rows.size(), " ", place),
                          {Cell::text(place), Cell::text(std::string(kind)), text_or_none(reason)},
                          false});
  };
  for (const auto& [place, what] : partial.left_out()) {
    if (what.kind != LeftOutKind::not_a_packet)
      row(place, what.kind == LeftOutKind::without_id ? "without an id" : "unreadable", what.reason);
  }
  for (const Conflict& conflict : cases.conflicts) {
    std::string places;
    for (const std::string& place : conflict.places) append(places, places.empty() ? "" : "; ", place);
    row(conflict.id, "conflict",
        concat("Neither copy is newer: ", places,
               ". Find out which one is right, or merge them. Leave out the others."));
  }
  for (const auto& [place, problem] : cases.sheet_problems) row(place, "sheet", problem);
  report.tables.push_back(std::move(table));
}

void add_histories(Report& report, const Cases& cases) {
  Table table;
  table.id = "R0_histories";
  table.title = sentence("R0. Histories shortened or rewritten, and packets missing");
  table.shows = sentence("Compared with the last report. Ask the person who sent the copy for the whole one.");
  table.paragraph = "OPM FAQ";
  table.columns = {text_column("case", "Case"), text_column("component", "Office"), text_column("what", "What")};
  for (const HistoryChange& one : cases.changed_histories) {
    table.rows.push_back({concat(table.rows.size(), " ", one.id),
                          {Cell::text(one.id), Cell::text(one.component), Cell::text(std::string(name_of(one.kind)))},
                          false});
  }
  report.tables.push_back(std::move(table));
}

// What is worked out of another figure is unknown where that is. Of a review the file may tell more than of what is
// reviewed; what does not hold of everybody tells nothing.
void state_what_follows(Report& report, const Cases& cases) {
  const auto of_all = [&](const auto& holds) {
    return std::all_of(cases.counted.begin(), cases.counted.end(), [&](const Case& one) { return holds(one.facts); });
  };
  struct Follows {
    Fact fact;
    Fact from;
  };
  for (const Follows& one :
       {Follows{Fact::net_change, Fact::salary_difference}, Follows{Fact::budget_h1, Fact::effective},
        Follows{Fact::budget_h2, Fact::effective}, Follows{Fact::review_due, Fact::effective}}) {
    if (of_all([&](const Facts& facts) { return !facts.text(one.fact) || facts.text(one.from); })) {
      state_part_of(report, {"R0_known", "unknown", name_of(one.fact)}, {{"R0_known", "unknown", name_of(one.from)}});
    }
  }
  // One plan is of both halves.
  if (of_all([](const Facts& facts) {
        return facts.text(Fact::budget_h1).has_value() == facts.text(Fact::budget_h2).has_value();
      })) {
    for (const std::string_view column : {"known", "unknown"}) {
      state_same(report, {"R0_known", column, "budget_h2"}, {"R0_known", column, "budget_h1"});
    }
  }
}

// n known of each figure.
void add_known(Report& report, const Cases& cases) {
  struct Figure {
    Fact fact;
    std::string_view label;
  };
  constexpr Figure figures[] = {{Fact::component, "Office"},
                                {Fact::state, "State"},
                                {Fact::effective, "Effective date"},
                                {Fact::rationale_kind, "Kind of rationale"},
                                {Fact::same_commuting_area, "Within the commuting area"},
                                {Fact::salary_difference, "Salary difference (D5)"},
                                {Fact::budget_h1, "Travel budget, first half"},
                                {Fact::budget_h2, "Travel budget, second half"},
                                {Fact::net_change, "Net annual change"},
                                {Fact::telework_agreement, "Telework agreement"},
                                {Fact::transit_subsidy, "Transit subsidy"},
                                {Fact::justification_required, "Whether a justification is required"},
                                {Fact::review_due, "Due date of the review"}};
  Table table;
  table.id = "R0_known";
  table.title = sentence("R0. How much is known");
  table.shows = sentence("For each figure, how many arrangements have it. Unknown is never counted as zero.");
  table.paragraph = "OPM FAQ";
  table.may_circulate = true;
  table.columns = {text_column("figure", "Figure"), count_column("known", "Known"), count_column("unknown", "Unknown"),
                   count_column("all", "All")};
  table.column_sums.push_back({3, {1, 2}});
  const auto row = [&](std::string_view id, std::string_view label, std::int64_t known) {
    const auto all = static_cast<std::int64_t>(cases.counted.size());
    const std::size_t at = table.rows.size();
    table.rows.push_back(
        {std::string(id),
         {Cell::text(std::string(label)), Cell::count(known), Cell::count(all - known), Cell::count(all)},
         false});
    report.cell_sums.push_back({{"R0_known", at, 3}, {{"R0", 0, 1}}});
  };
  for (const Figure& one : figures) {
    row(name_of(one.fact), one.label,
        std::count_if(cases.counted.begin(), cases.counted.end(),
                      [&](const Case& counted) { return counted.facts.text(one.fact).has_value(); }));
  }
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    row(i == 0 ? "spent_h1" : "spent_h2", i == 0 ? "Travel used, first half" : "Travel used, second half",
        std::count_if(cases.counted.begin(), cases.counted.end(),
                      [&](const Case& counted) { return counted.spent[i].has_value(); }));
  }
  report.tables.push_back(std::move(table));
  state_what_follows(report, cases);
}

void add_count_by(Report& report, const Cases& cases, std::string id, std::string title, std::string column,
                  std::string heading, Fact fact, std::string_view of_null, bool may_circulate) {
  std::map<std::string, std::int64_t> counts;
  for (const Case& one : cases.counted) {
    const std::string_view text = one.facts.words(fact);
    ++counts[std::string(text.empty() ? of_null : text)];
  }
  Table table;
  table.id = id;
  table.title = sentence(std::move(title));
  table.shows = sentence("How many arrangements have each.");
  table.paragraph = "OPM FAQ";
  table.may_circulate = may_circulate;
  table.columns = {text_column(std::move(column), std::move(heading)), count_column("count", "Count")};
  std::vector<std::size_t> parts;
  std::int64_t all = 0;
  for (const auto& [text, count] : counts) {
    parts.push_back(table.rows.size());
    table.rows.push_back({concat("of:", text), {Cell::text(words_of(fact, text)), Cell::count(count)}, false});
    all += count;
  }
  table.rows.push_back({"total", {Cell::text("All"), Cell::count(all)}, true});
  if (!parts.empty()) table.row_sums.push_back({parts.size(), parts});
  report.cell_sums.push_back({{id, parts.size(), 1}, {{"R0", 0, 1}}});
  report.tables.push_back(std::move(table));
}

void add_spellings(Report& report, const Cases& cases) {
  Table table;
  table.id = "R0_spellings";
  table.title = sentence("R0. Office names that are not in the configuration");
  table.shows = sentence("Add each to \"components\" in the configuration, so that each office has one row.");
  table.paragraph = "OPM FAQ";
  table.columns = {text_column("spelling", "Spelling"), count_column("count", "Packets")};
  for (const auto& [spelling, count] : cases.spellings) {
    table.rows.push_back({concat("of:", spelling), {Cell::text(spelling), Cell::count(count)}, false});
  }
  report.tables.push_back(std::move(table));
}

void add_sheet_differences(Report& report, const Cases& cases) {
  Table table;
  table.id = "R0_sheet";
  table.title = sentence("R0. Where the sheet of actuals and the packet differ");
  table.shows = sentence("The report uses the amount in the sheet.");
  table.paragraph = "\u00b613b";
  table.columns = {text_column("case", "Case"), text_column("half_year", "Half-year"),
                   money_column("packet", "In the packet"), money_column("sheet", "In the sheet"),
                   count_column("line", "Line of the sheet")};
  for (const SheetDifference& one : cases.sheet_differences) {
    table.rows.push_back({concat(one.line),
                          {Cell::text(one.id), Cell::text(ftt::name_of(one.half_year)), cell_of(one.packet),
                           Cell::money(Amount(one.sheet), 1), Cell::count(static_cast<std::int64_t>(one.line))},
                          false});
  }
  report.tables.push_back(std::move(table));
}

}  // namespace

void add_counted(Report& report, const Cases& cases, const ReportFor& by, const Partial& partial) {
  add_numbers(report, cases, by);
  add_left_out(report, cases, by, partial);
  if (by.previous != nullptr) add_histories(report, cases);
  add_known(report, cases);
  add_count_by(report, cases, "R0_readings", "R0. Readings of line 9", "reading", "Reading", Fact::trip_cost_method,
               "Not chosen", true);
  add_count_by(report, cases, "R0_rates", "R0. Rate tables", "rates", "Digest of the tables", Fact::rates, "None",
               true);
  add_spellings(report, cases);
  if (by.actuals != nullptr) add_sheet_differences(report, cases);
}

}  // namespace ftt::report
