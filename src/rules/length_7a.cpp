// HRM 6040.2 ¶7a and App. A, Part A, item 3: how long the arrangement is, whether its documents are required, and
// whether it is of the kind that its dates make it.
//
// Days are counted from the first date through the last, both included.
//
// Does not: repeat on the field what the form's check says there (form/checks.h).
#include "base/text.h"
#include "form/checks.h"
#include "rules/asked.h"
#include "rules/length.h"
#include "rules/rule.h"

namespace ftt::rules_detail {

namespace {

constexpr Leaf kind = Leaf::arrangement_term;
constexpr Leaf first = Leaf::arrangement_start;
constexpr Leaf last = Leaf::arrangement_end;

std::string in_words(Days days) {
  return concat(with_thousands_commas(days.count()), days == Days(1) ? " day" : " days");
}

// The length where both dates are known and in order. The last date of a long-term arrangement is set aside.
std::optional<Days> days_between(const Answers& answers) {
  const Known<Date> start = answers.date(first);
  const Known<Date> end = answers.date(last);
  if (start.is_missing() || end.is_missing() || end.value() < start.value()) return std::nullopt;
  return length_of_term(start.value(), end.value());
}

}  // namespace

// ¶7a. The three documents are required for more than 90 days. A long-term arrangement is longer than that; any other
// is as long as its dates say, whatever it is called.
Length length_of(const Answers& answers, const Numbers& numbers) {
  const std::optional<Days> days = days_between(answers);
  if (days) return {Truth::answered(*days > numbers.undocumented_days.value), days};
  if (answers.term().has_value() && answers.term().value() == Term::long_term) return {Truth::answered(true)};
  // Without its kind, "long-term" would settle it but "short-term" would not: the dates always do, and so they are
  // asked for. Dates in the wrong order are as good as none.
  std::vector<Leaf> open = missing_of(answers, {first, last});
  return {Truth::missing(), std::nullopt, open.empty() ? std::vector{last} : std::move(open)};
}

Finding duration_documented(Finding found, const Answers& answers, const RuleContext& context) {
  found.looked_at = {kind, first, last};
  Length length = length_of(answers, context.numbers());
  const std::int32_t undocumented = context.numbers().undocumented_days.value.count();
  if (length.is_documented.is_missing()) {
    return undecided(std::move(found), {"It is not known yet how long the arrangement will last."},
                     std::move(length.settled_by));
  }
  if (!length.is_documented.value()) {
    return decided(
        std::move(found), Status::note,
        {undocumented_message(*length.days, answers, context.edition), "A telework agreement is still needed."});
  }
  return decided(
      std::move(found), Status::pass,
      {length.days
           ? concat("It lasts ", in_words(*length.days), ", more than ", undocumented, ": its documents are required.")
           : concat("It is long-term, so longer than ", undocumented, " days: its documents are required.")});
}

// App. A, Part A, item 3. Short-term: more than 90 days and less than a year, with both dates. Long-term: otherwise.
Finding duration_kind(Finding found, const Answers& answers, const RuleContext& context) {
  found.looked_at = {kind, first, last};
  const Known<Term> term = answers.term();
  if (term.has_value() && term.value() == Term::long_term) {
    return decided(std::move(found), Status::pass, {"It is long-term: it is reviewed and updated every year."});
  }
  const std::optional<Days> days = days_between(answers);
  if (term.is_missing() || !days) {
    std::vector<Leaf> open = missing_of(answers, {kind, first, last});
    if (open.empty()) open.push_back(last);
    return undecided(std::move(found), {"The kind of arrangement cannot be compared with its dates yet."},
                     std::move(open));
  }
  const Days exceeded = context.numbers().short_term_exceeds.value;
  if (*days <= exceeded) {
    return decided(std::move(found), Status::note,
                   {concat("Part A, item 3 has no choice that short: a short-term arrangement lasts more than ",
                           exceeded.count(), " days.")});
  }
  if (!is_less_than_a_year(answers.date(first).value(), answers.date(last).value())) {
    return decided(std::move(found), Status::fail,
                   {concat("A short-term arrangement lasts less than a year; these dates make ", in_words(*days),
                           ", a year or more."),
                    "Choose long-term, or an earlier last date."});
  }
  return decided(
      std::move(found), Status::pass,
      {concat("It is short-term: ", in_words(*days), ", more than ", exceeded.count(), " and less than a year.")});
}

}  // namespace ftt::rules_detail
