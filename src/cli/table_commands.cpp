// The commands that read the tables and the calendar: salary, perdiem, workday, holidays.
// Covers App. A, Part D (pay), Part E, lines 5 and 6 (per diem), and the work days of HRM 6040.2 ¶9.
#include "base/count.h"
#include "base/text.h"
#include "base/work_calendar.h"
#include "cli/command.h"

namespace ftt::cli {
namespace {

constexpr std::string_view salary_usage = "salary YEAR AREA GRADE STEP";
constexpr std::string_view per_diem_usage = "perdiem DATE STATE COUNTY";
constexpr std::string_view work_day_usage = "workday DATE N";
constexpr std::string_view holidays_usage = "holidays YEAR";

// "276", or "276.50" where there are cents.
std::string dollars(Money amount) {
  return amount.cents() % 100 == 0 ? concat(amount.cents() / 100) : to_decimal(amount);
}

// "YEAR: "20x5" is not a whole number …"
std::string named(std::string_view argument, const Error& error) {
  return concat(argument, ": ", error.message);
}

}  // namespace

Outcome salary(Arguments arguments, const Environment& environment) {
  if (arguments.size() != 4) return bad_use("salary takes a year, an area, a grade and a step.", salary_usage);
  const Result<Count> year = parse_count(arguments[0], first_input_year, last_input_year);
  if (!year) return bad_use(named("YEAR", year.error()), salary_usage);
  const Result<Count> grade = parse_count(arguments[2], 1, 15);
  if (!grade) return bad_use(named("GRADE", grade.error()), salary_usage);
  const Result<Count> step = parse_count(arguments[3], 1, 10);
  if (!step) return bad_use(named("STEP", step.error()), salary_usage);
  const LookUp<Salary> found =
      environment.rates.salary(static_cast<int>(year->value()), to_ascii_upper(arguments[1]),
                               static_cast<int>(grade->value()), static_cast<int>(step->value()));
  if (!found) return bad_use(found.why().message, salary_usage);
  return {Exit::good, concat(found->annual.cents() / 100, "\n"), ""};
}

Outcome per_diem(Arguments arguments, const Environment& environment) {
  if (arguments.size() != 3) return bad_use("perdiem takes a date, a state and a county.", per_diem_usage);
  const Result<Date> date = parse_date(arguments[0]);
  if (!date) return bad_use(named("DATE", date.error()), per_diem_usage);
  const LookUp<PerDiem> found = environment.rates.per_diem(*date, Place{arguments[1], arguments[2], {}});
  if (!found) return bad_use(found.why().message, per_diem_usage);
  return {Exit::good,
          concat(dollars(found->lodging), " ", dollars(found->meals_and_incidentals), " ", found->destination, "\n"),
          found->note.empty() ? "" : concat("telework: ", found->note, "\n")};
}

Outcome work_day(Arguments arguments, const Environment&) {
  if (arguments.size() != 2) return bad_use("workday takes a date and a number of work days.", work_day_usage);
  const Result<Date> date = parse_date(arguments[0]);
  if (!date) return bad_use(named("DATE", date.error()), work_day_usage);
  const Result<Count> days = parse_count(arguments[1], 0, 10'000);
  if (!days) return bad_use(named("N", days.error()), work_day_usage);
  const Date due = WorkCalendar().add_work_days(*date, static_cast<int>(days->value()));
  return {Exit::good, concat(to_iso(due), "\n"), ""};
}

Outcome holidays(Arguments arguments, const Environment&) {
  if (arguments.size() != 1) return bad_use("holidays takes a year.", holidays_usage);
  const Result<Count> year = parse_count(arguments[0], first_input_year, last_input_year);
  if (!year) return bad_use(named("YEAR", year.error()), holidays_usage);
  std::string lines;
  for (const Holiday& holiday : WorkCalendar().holidays_of(static_cast<int>(year->value()))) {
    append(lines, to_iso(holiday.observed), " ", holiday.name, "\n");
  }
  return {Exit::good, lines, ""};
}

}  // namespace ftt::cli
