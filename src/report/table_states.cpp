// R1: approved and pending (¶13a, c, d). R2: overdue (¶9). R3: not in order (¶6 to ¶10). See tables.h.
#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "report/tables.h"
#include "rules/chain.h"
#include "rules/clocks.h"

namespace ftt::report {
namespace {

constexpr std::array states = {ChainState::draft,    ChainState::in_chain, ChainState::at_hr,     ChainState::at_deputy,
                               ChainState::returned, ChainState::denied,   ChainState::withdrawn, ChainState::approved};
constexpr std::array<std::string_view, states.size()> headings_of_states = {"Being prepared",
                                                                            "In the chain of command",
                                                                            "With the servicing HR Director",
                                                                            "With the Deputy Administrator",
                                                                            "Returned",
                                                                            "Denied",
                                                                            "Withdrawn",
                                                                            "Approved"};

bool is_over(const Case& one) {
  return one.state() == "denied" || one.state() == "withdrawn";
}
bool has_begun(const Case& one) {
  return one.phase == "active" || one.phase == "suspended";
}

std::int64_t in_state(const CaseList& list, std::string_view state) {
  return std::count_if(list.begin(), list.end(), [&](const Case* one) { return one->state() == state; });
}

// What it was in the report before.
Cell change_of(const Case& one, const ReportFor& by) {
  if (by.previous == nullptr) return Cell::none();
  const auto before = by.previous->entries().find(one.key);
  if (before == by.previous->entries().end()) return Cell::text("new");
  if (before->second.copies.size() != 1) return Cell::text("was in conflict");
  const Facts facts = before->second.copies.front().facts();
  const std::string_view state = facts.words(Fact::state);
  return state == one.state() ? Cell::none()
                              : Cell::text(concat("was ", state.empty() ? "unknown" : words_of(Fact::state, state)));
}

// Who has no office in the packet stands in the row of that name, or with those who were joined.
void state_without_office(Report& report, const ReportFor& by) {
  const std::string row = concat("of:", ComponentNames(by).shown({}));
  const Table& table = *find_table(report, "R1");
  if (std::none_of(table.rows.begin(), table.rows.end(), [&](const Row& one) { return one.id == row; })) return;
  const CountOf all = {"R1", "all", row};
  const CountOf without = {"R0_known", "unknown", "component"};
  if (cell_at(report, cell_of(report, all)) == cell_at(report, cell_of(report, without))) {
    state_same(report, all, without);
  } else {
    state_part_of(report, all, {without});
  }
}

void add_state_cases(Report& report, const Cases& cases, const ReportFor& by) {
  Table table;
  table.id = "R1_cases";
  table.title = sentence("R1. Each arrangement with its rationale and effective date");
  table.shows = sentence("What is approved and what is pending, and what changed since the last report.");
  table.paragraph = "\u00b613a, c, d";
  table.columns = case_columns();
  table.heads = heads_of_case;
  for (Column column :
       {text_column("state", "State"), text_column("phase", "Phase"), date_column("state_since", "Since"),
        date_column("approved_on", "Approved on"), date_column("effective", "Effective date"),
        date_column("end", "Last date"), text_column("rationale_kind", "Kind of rationale"),
        text_column("rationale", "Rationale"), text_column("recorded", "Recorded in the chain"),
        text_column("replaces", "Replaces"), text_column("changed", "Since the last report")}) {
    table.columns.push_back(std::move(column));
  }
  for (const Case& one : cases.counted) {
    const Facts& facts = one.facts;
    const bool has_end = facts.text(Fact::end) || facts.is(Fact::term, "short");
    table.rows.push_back(case_row(
        one,
        {text_or_unknown(words_of(Fact::state, facts)),
         text_or_unknown(one.is_replaced ? "replaced" : words_of(Fact::phase, one.phase)),
         cell_of(facts.date(Fact::state_since)),
         one.is_approved() ? cell_of(facts.date(Fact::approved_on)) : Cell::none(),
         cell_of(facts.date(Fact::effective)), has_end ? cell_of(facts.date(Fact::end)) : Cell::none(),
         text_or_unknown(words_of(Fact::rationale_kind, facts)), text_or_unknown(facts.words(Fact::rationale)),
         text_or_unknown(facts.words(Fact::recorded)), text_or_none(facts.words(Fact::replaces)), change_of(one, by)}));
  }
  report.tables.push_back(std::move(table));
}

// ---- R2 ----

struct Bucket {
  std::string_view id;
  std::string_view heading;
  int most;
};
constexpr std::array<Bucket, 4> buckets = {{{"in_time", "Not overdue", 0},
                                            {"days_1_5", "1 to 5 work days over", 5},
                                            {"days_6_20", "6 to 20 work days over", 20},
                                            {"more", "More than 20 work days over", INT32_MAX}}};

int work_days_over(const Case& one, const ReportFor& by) {
  const std::optional<Date> due = one.facts.date(Fact::due);
  return due ? rules_detail::work_days_between(*due, by.today, by.calendar) : 0;
}

// ---- R3 ----

enum class Found : std::uint8_t { no, yes, unknown };
Found found(const std::optional<bool>& is_so) {
  return !is_so ? Found::unknown : *is_so ? Found::yes : Found::no;
}

// Late: not done and past, or done behind its day.
Found late(const Case& one, Fact due, Fact done, Date today) {
  const std::optional<Date> by_when = one.facts.date(due);
  if (!by_when || is_over(one)) return Found::no;
  const std::optional<Date> when = one.facts.date(done);
  return found(when ? *when > *by_when : today > *by_when);
}

struct Disorder {
  std::string_view id;
  std::string_view what;
  std::string_view paragraph;
  Found (*judge)(const Case& one, Date today);
};

// ¶9: nobody begins without the final approval.
Found begun_without_approval(const Case& one, Date) {
  if (!has_begun(one) || is_over(one) || one.is_replaced) return Found::no;
  return one.state().empty() ? Found::unknown : found(!one.is_approved());
}
// ¶7a(2), ¶10a: signed before the first day. Of a later review the file no longer tells.
Found begun_before_agreement(const Case& one, Date) {
  if (!has_begun(one) || is_over(one)) return Found::no;
  const std::optional<Date> signed_on = one.facts.date(Fact::first_agreement);
  if (!signed_on && one.facts.is(Fact::type, "annual_review")) return Found::unknown;
  return found(!signed_on || *signed_on >= *one.facts.date(Fact::effective));
}
// ¶10b.
Found no_telework_agreement(const Case& one, Date) {
  if (!has_begun(one) || is_over(one) || one.facts.is(Fact::action, "recruit")) return Found::no;
  const std::optional<bool> stands = one.facts.yes_no(Fact::telework_agreement);
  return stands ? found(!*stands) : Found::unknown;
}
Found training_late(const Case& one, Date today) {
  return late(one, Fact::recruit_training_due, Fact::recruit_training_done, today);
}
Found recruit_agreement_late(const Case& one, Date today) {
  return late(one, Fact::recruit_agreement_due, Fact::recruit_agreement_done, today);
}
// ¶8e.
Found no_justification(const Case& one, Date) {
  if (is_over(one) || one.state() == "draft") return Found::no;
  const std::optional<bool> required = one.facts.yes_no(Fact::justification_required);
  if (!required) return Found::unknown;
  return found(*required && one.facts.is(Fact::justification_given, "no"));
}
// ¶9: given on other answers than these.
Found concurrence_void(const Case& one, Date) {
  return found(one.facts.number(Fact::void_concurrences).value_or(0) > 0);
}
Found edited_after_approval(const Case& one, Date) {
  const bool was_approved = one.facts.text(Fact::approved_on).has_value();
  return found(was_approved && !one.is_approved() && !one.state().empty() && !is_over(one));
}
// App. A, Part F, line 1.
Found transit_subsidy_paid(const Case& one, Date) {
  return one.is_active() ? found(one.facts.yes_no(Fact::transit_subsidy)) : Found::no;
}

constexpr std::array<Disorder, 9> disorders = {{
    {"begun_without_approval", "Started without final approval", "\u00b69", begun_without_approval},
    {"begun_before_agreement", "Started before the Arrangement Agreement was signed", "\u00b67a(2), \u00b610a",
     begun_before_agreement},
    {"no_telework_agreement", "No telework agreement", "\u00b610b", no_telework_agreement},
    {"training_late", "Telework training of a recruit later than 60 days", "App. C", training_late},
    {"recruit_agreement_late", "Recruit Agreement later than 90 days", "\u00b610c", recruit_agreement_late},
    {"no_justification", "A required justification is missing", "\u00b68e", no_justification},
    {"concurrence_void", "A concurrence is void: the answers changed after it", "\u00b69", concurrence_void},
    {"edited_after_approval", "Changed after approval", "\u00b69", edited_after_approval},
    {"transit_subsidy_paid", "Transit subsidy still paid", "App. A, Part F", transit_subsidy_paid},
}};

}  // namespace

void add_states(Report& report, const Cases& cases, const ReportFor& by) {
  Table table;
  table.id = "R1";
  table.title = sentence("R1. Approved and pending, by office");
  table.paragraph = "\u00b613a, c, d";
  table.may_circulate = true;
  table.columns = {text_column("component", "Office")};
  std::vector<std::size_t> parts;
  for (std::size_t i = 0; i < states.size(); ++i) {
    parts.push_back(table.columns.size());
    table.columns.push_back(count_column(std::string(ftt::name_of(states[i])), std::string(headings_of_states[i])));
  }
  parts.push_back(table.columns.size());
  table.columns.push_back(count_column("unknown", "Unknown"));
  table.columns.push_back(count_column("all", "All"));
  table.column_sums.push_back({table.columns.size() - 1, parts});
  table.pictured = parts;
  table.is_stacked = true;
  add_rows_by_component(table, all_of(cases), cases, [](const CaseList& list) {
    std::vector<Cell> cells;
    for (const ChainState state : states) cells.push_back(Cell::count(in_state(list, ftt::name_of(state))));
    cells.push_back(Cell::count(in_state(list, "")));
    cells.push_back(Cell::count(static_cast<std::int64_t>(list.size())));
    return cells;
  });
  const std::size_t total = table.rows.size() - 1;
  table.shows = {say("Arrangements approved: "), figure("R1", total, states.size()), say(", of "),
                 figure("R1", total, table.columns.size() - 1), say(" counted.")};
  report.cell_sums.push_back({{"R1", total, table.columns.size() - 1}, {{"R0", 0, 1}}});
  report.cell_sums.push_back(
      {{"R1", total, table.columns.size() - 2}, {cell_of(report, {"R0_known", "unknown", "state"})}});
  report.tables.push_back(std::move(table));
  state_without_office(report, by);
  add_state_cases(report, cases, by);
}

void add_overdue(Report& report, const Cases& cases, const ReportFor& by) {
  const CaseList pending = those_of(
      cases, [](const Case& one) { return one.facts.text(Fact::holder) && !one.facts.is(Fact::holder, "preparer"); });
  Table table;
  table.id = "R2";
  table.title = sentence("R2. Overdue, by who holds it");
  table.shows = sentence("Who has each packet now, and how many work days it is past its due date.");
  table.paragraph = "\u00b69";
  table.columns = {text_column("holder", "Who holds it")};
  std::vector<std::size_t> parts;
  for (const Bucket& bucket : buckets) {
    parts.push_back(table.columns.size());
    table.columns.push_back(count_column(std::string(bucket.id), std::string(bucket.heading)));
  }
  parts.push_back(table.columns.size());
  table.columns.push_back(count_column("unknown", "Due date not known"));
  table.columns.push_back(count_column("all", "All"));
  table.column_sums.push_back({table.columns.size() - 1, parts});
  std::vector<std::string> holders;
  for (const ChainStep step : chain_steps) holders.emplace_back(ftt::name_of(level_of(step)));
  add_rows_by(
      table, pending, holders, Fact::holder, [](const Case& one) { return std::string(one.facts.words(Fact::holder)); },
      [&](const CaseList& list) {
        std::array<std::int64_t, buckets.size() + 1> counts{};
        for (const Case* one : list) {
          const int over = work_days_over(*one, by);
          std::size_t bucket = 0;
          while (over > buckets[bucket].most) ++bucket;
          ++counts[one->facts.date(Fact::due) ? bucket : buckets.size()];
        }
        std::vector<Cell> cells;
        for (const std::int64_t count : counts) cells.push_back(Cell::count(count));
        cells.push_back(Cell::count(static_cast<std::int64_t>(list.size())));
        return cells;
      });
  report.tables.push_back(std::move(table));

  Table late;
  late.id = "R2_cases";
  late.title = sentence("R2. Each packet overdue");
  late.shows = sentence("Who has it, since when, and by when it was due.");
  late.paragraph = "\u00b69";
  late.columns = case_columns();
  late.heads = heads_of_case;
  for (Column column : {text_column("holder", "Who holds it"), date_column("since", "Since"), date_column("due", "Due"),
                        count_column("work_days_over", "Work days over")}) {
    late.columns.push_back(std::move(column));
  }
  for (const Case* one : pending) {
    const int over = work_days_over(*one, by);
    if (over <= 0) continue;
    late.rows.push_back(
        case_row(*one, {Cell::text(words_of(Fact::holder, one->facts)), cell_of(one->facts.date(Fact::holder_since)),
                        cell_of(one->facts.date(Fact::due)), Cell::count(over)}));
  }
  report.tables.push_back(std::move(late));
}

void add_not_in_order(Report& report, const Cases& cases, const ReportFor& by) {
  Table table;
  table.id = "R3";
  table.title = sentence("R3. Not in order");
  table.shows = sentence("How many arrangements each finding applies to, and for how many it is not known.");
  table.paragraph = "\u00b66 to \u00b610";
  table.columns = {text_column("finding", "Finding"), text_column("paragraph", "Paragraph"),
                   count_column("count", "Arrangements"), count_column("unknown", "Not known")};
  Table each;
  each.id = "R3_cases";
  each.title = sentence("R3. Each arrangement not in order");
  each.shows = sentence("An arrangement is listed once for each finding.");
  each.paragraph = table.paragraph;
  each.columns = case_columns();
  each.heads = heads_of_case;
  for (Column column : {text_column("finding", "Finding"), text_column("paragraph", "Paragraph"),
                        text_column("state", "State"), date_column("effective", "Effective date")}) {
    each.columns.push_back(std::move(column));
  }
  for (const Disorder& disorder : disorders) {
    std::int64_t count = 0;
    std::int64_t unknown = 0;
    for (const Case& one : cases.counted) {
      const Found judged = disorder.judge(one, by.today);
      unknown += judged == Found::unknown ? 1 : 0;
      if (judged != Found::yes) continue;
      ++count;
      each.rows.push_back(
          case_row(one,
                   {Cell::text(std::string(disorder.what)), Cell::text(std::string(disorder.paragraph)),
                    text_or_unknown(words_of(Fact::state, one.facts)), cell_of(one.facts.date(Fact::effective))},
                   concat(" ", disorder.id)));
    }
    table.rows.push_back({std::string(disorder.id),
                          {Cell::text(std::string(disorder.what)), Cell::text(std::string(disorder.paragraph)),
                           Cell::count(count), Cell::count(unknown)},
                          false});
  }
  report.tables.push_back(std::move(table));
  report.tables.push_back(std::move(each));
}

}  // namespace ftt::report
