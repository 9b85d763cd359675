// The checks of the form. See checks.h.
#include "form/checks.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "form/estimate.h"
#include "form/unusual.h"

namespace ftt {

namespace {

// Problems with the leaf that they belong to, so that they can be put into the order of the form.
class FormProblems {
 public:
  void bad_form(Leaf leaf, std::string message) {
    entries_.push_back({leaf, {info(leaf).id, Severity::error, std::move(message), ProblemKind::form}});
  }
  void error(Leaf leaf, std::string message) { add(leaf, Severity::error, std::move(message)); }
  void warning(Leaf leaf, std::string message) { add(leaf, Severity::warning, std::move(message)); }

  std::vector<Problem> in_order() && {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return number_of(a.leaf) < number_of(b.leaf); });
    std::vector<Problem> problems;
    problems.reserve(entries_.size());
    for (Entry& entry : entries_) problems.push_back(std::move(entry.problem));
    return problems;
  }

 private:
  struct Entry {
    Leaf leaf;
    Problem problem;
  };
  void add(Leaf leaf, Severity severity, std::string message) {
    entries_.push_back({leaf, {info(leaf).id, severity, std::move(message)}});
  }
  std::vector<Entry> entries_;
};

void check_each_leaf(const Answers& answers, FormProblems& problems) {
  for (const LeafInfo& leaf : leaves()) {
    if (answers.is_empty(leaf.leaf) || !applies(leaf.leaf, answers)) continue;
    if (answers.is_bad(leaf.leaf)) {
      problems.bad_form(leaf.leaf, answers.problem(leaf.leaf));
    } else if (leaf.sign == AmountSign::cost && answers.money(leaf.leaf).value() < Money()) {
      problems.warning(leaf.leaf,
                       concat("This line asks for a cost and ", to_display(answers.money(leaf.leaf).value()),
                              " is below 0, which counts as a saving. Leave out the minus if it is a cost."));
    } else if (std::string question = please_check(leaf.leaf, answers); !question.empty()) {
      problems.warning(leaf.leaf, std::move(question));
    }
  }
}

// Part A, item 3: short-term is more than 90 days and less than a year, counted from the first through the last date.
void check_dates(const Answers& answers, const Edition& edition, FormProblems& problems) {
  const Known<Date> start = answers.date(Leaf::arrangement_start);
  const Known<Date> end = answers.date(Leaf::arrangement_end);
  if (start.is_missing() || end.is_missing()) return;
  if (end.value() < start.value()) {
    problems.error(Leaf::arrangement_end,
                   concat("The last date, ", to_display_without_weekday(end.value()), ", is before the first, ",
                          to_display_without_weekday(start.value()), ". Change one of them."));
    return;
  }
  const Known<Term> term = answers.term();
  if (term.is_missing()) return;
  const Days length = length_of_term(start.value(), end.value());
  if (length <= edition.numbers.short_term_exceeds.value) {
    problems.warning(Leaf::arrangement_term, undocumented_message(length, answers, edition));
  } else if (!is_less_than_a_year(start.value(), end.value())) {
    problems.error(
        Leaf::arrangement_term,
        concat("From the first date through the last there are ", length.count(),
               " days, a year or more. A short-term arrangement lasts less than a year: choose long-term, or "
               "an earlier last date."));
  }
}

// Part C, items 4 and 5: the General Schedule has grades 1 to 15 and steps 1 to 10.
void check_grade_and_step(const Answers& answers, FormProblems& problems) {
  if (has_other_pay_plan(answers)) return;
  const Known<Count> grade = answers.count(Leaf::position_grade);
  if (grade.has_value() && (grade.value() < Count(1) || grade.value() > Count(15))) {
    problems.error(Leaf::position_grade, concat("There is no grade ", grade.value().value(),
                                                " on the General Schedule: write 1 to 15. For a position above GS-15 "
                                                "choose its pay plan and type both salaries under Pay."));
  }
  const Known<Count> step = answers.count(Leaf::position_step);
  if (step.has_value() && (step.value() < Count(1) || step.value() > Count(10))) {
    problems.error(Leaf::position_step,
                   concat("There is no step ", step.value().value(), " on the General Schedule: write 1 to 10."));
  }
}

// Part E, lines 1 to 3: their total must equal 1.
void check_shares(const Answers& answers, FormProblems& problems) {
  Share total;
  bool all_known = true;
  for (const Leaf leaf :
       {Leaf::travel_budget_share_requested, Leaf::travel_budget_share_agency, Leaf::travel_budget_share_travel}) {
    const Known<Share> share = answers.share(leaf);
    all_known = all_known && share.has_value();
    total += share.value_or(Share());
  }
  if (total == whole_share || (total < whole_share && !all_known)) return;
  const bool is_short = total < whole_share;
  const Share difference = is_short ? whole_share - total : total - whole_share;
  problems.error(Leaf::travel_budget_share_requested, concat("The three shares of the time come to ", to_display(total),
                                                             " and have to come to 100%: ", to_display(difference),
                                                             is_short ? " is missing." : " is too much."));
}

// Part E, line 9: with 0 nights the form's wording makes every trip free.
void check_trip_cost_method(const Answers& answers, FormProblems& problems) {
  const Known<Nights> nights = answers.nights(Leaf::travel_budget_nights);
  const Known<TripCostMethod> method = answers.trip_cost_method();
  if (nights.has_value() && nights.value() == Nights() && method.has_value() &&
      method.value() == TripCostMethod::as_worded) {
    problems.warning(
        Leaf::travel_budget_trip_cost_method,
        "With 0 nights the form's wording of the cost of a trip multiplies every cost by 0. Choose another "
        "way to calculate it, unless trips really cost nothing.");
  }
}

// What the estimate has assumed holds until somebody says so, and counts meanwhile.
void check_assumptions(const Answers& answers, FormProblems& problems) {
  for (const Assumption* one : assumptions_in(answers)) {
    if (!one->is_usual) problems.warning(one->leaf, words_of(*one));
  }
}

// Part F, lines 4 and 5: a name, a direction and an amount belong together.
void check_other(const Answers& answers, FormProblems& problems) {
  for (const LeafInfo& leaf : leaves()) {
    if (leaf.need != Need::with_other || !answers.is_empty(leaf.leaf) || !required(leaf.leaf, answers)) continue;
    const std::string_view lacking = leaf.kind == Kind::text     ? "what it is"
                                     : leaf.kind == Kind::choice ? "whether it is a cost or a saving"
                                                                 : "its amount";
    problems.error(leaf.leaf, concat("This cost or saving is begun but does not say ", lacking,
                                     ": fill it in, or clear all of it."));
  }
}

// ¶12b to ¶12d. A suspension has its last date behind its first; an answer is to what was offered.
void check_ending(const Answers& answers, FormProblems& problems) {
  const std::string_view reason = answers.words(Leaf::ending_reason);
  if (reason == "suspension") {
    const Known<Date> from = answers.date(Leaf::ending_suspension_from);
    const Known<Date> through = answers.date(Leaf::ending_suspension_through);
    if (from.has_value() && through.has_value() && through.value() < from.value()) {
      problems.error(
          Leaf::ending_suspension_through,
          concat("The last day of the suspension, ", to_display_without_weekday(through.value()),
                 ", is before its first, ", to_display_without_weekday(from.value()), ". Change one of them."));
    }
  }
  const std::string_view offer = answers.words(Leaf::ending_offer);
  const std::string_view answer = answers.words(Leaf::ending_answer);
  const bool has_offer = reason == "business_need" || reason == "performance" || reason == "misconduct";
  if (has_offer && !offer.empty() && offer != "both" && !answer.empty() && answer != "neither" && answer != offer) {
    problems.warning(Leaf::ending_answer,
                     "The employee takes something that was not offered. Change the offer to both, or change the "
                     "answer.");
  }
}

void check_actuals(const Answers& answers, std::vector<Problem>& problems) {
  const std::vector<Actual>& actuals = answers.actuals();
  for (std::size_t i = 0; i < actuals.size(); ++i) {
    const Actual& actual = actuals[i];
    const auto report = [&](std::string_view message, ProblemKind kind) {
      problems.push_back({"actuals", Severity::error, concat("Entry ", i + 1, ": ", message), kind});
    };
    for (const std::string& problem : {problem_of_half_year(actual.half_year), problem_of_spent(actual.spent),
                                       problem_of_trips(actual.trips), problem_of_source(actual.source)}) {
      if (!problem.empty()) report(problem, ProblemKind::form);
    }
    const bool stands_before = std::any_of(actuals.begin(), actuals.begin() + static_cast<std::ptrdiff_t>(i),
                                           [&](const Actual& before) { return before.half_year == actual.half_year; });
    if (stands_before) {
      report(concat(in_quotes(actual.half_year), " is there twice; keep one entry for a half-year."),
             ProblemKind::check);
    }
  }
}

}  // namespace

std::string_view name_of(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

Days length_of_term(Date first, Date last) {
  return last - first + Days(1);
}

bool is_less_than_a_year(Date first, Date last) {
  // The anniversary of February 29 is March 1 where the year has no such day.
  const Date anniversary = Date::from_year_month_day(first.year() + 1, first.month(), first.day())
                               .value_or(*Date::from_year_month_day(first.year() + 1, 3, 1));
  return last < anniversary - Days(1);
}

std::string undocumented_message(Days length, const Answers& answers, const Edition& edition) {
  const OrderNumber<Days>& undocumented = edition.numbers.undocumented_days;
  const Known<ArrangementType> type = answers.arrangement_type();
  const bool is_new = type.is_missing() || type.value() == ArrangementType::new_arrangement;
  return concat(
      "The arrangement lasts ", length.count(), length == Days(1) ? " day" : " days", ". Up to ",
      undocumented.value.count(),
      is_new ? " days the Analysis Tool, Parts H and I included, and the Arrangement Agreement are not required ("
             : " days the Arrangement Agreement is not required; the Analysis Tool is, unless the arrangement is "
               "new (",
      undocumented.cite.text(), is_new ? "). Treat what you fill in here as an estimate." : ").");
}

std::vector<Problem> check(const Answers& answers, const Edition& edition) {
  FormProblems of_leaves;
  check_each_leaf(answers, of_leaves);
  check_dates(answers, edition, of_leaves);
  check_grade_and_step(answers, of_leaves);
  check_shares(answers, of_leaves);
  check_trip_cost_method(answers, of_leaves);
  check_other(answers, of_leaves);
  check_assumptions(answers, of_leaves);
  check_ending(answers, of_leaves);
  std::vector<Problem> problems = std::move(of_leaves).in_order();
  check_actuals(answers, problems);
  return problems;
}

std::vector<Leaf> missing(const Answers& answers) {
  std::vector<Leaf> result;
  for (const LeafInfo& leaf : leaves()) {
    // The rates fill in from_table; a begun line of Part F is a problem of its own.
    if (leaf.need == Need::never || leaf.need == Need::from_table || leaf.need == Need::with_other) continue;
    if (answers.is_empty(leaf.leaf) && required(leaf.leaf, answers)) result.push_back(leaf.leaf);
  }
  return result;
}

namespace {

// "Part E, line 8": without the appendix.
std::string_view place_on_the_form(const LeafInfo& leaf) {
  constexpr std::string_view form = "App. A, ";
  std::string_view place = leaf.cite.text();
  if (place.starts_with(form)) place.remove_prefix(form.size());
  return place;
}

}  // namespace

std::string missing_message(const PlaceLeaves& place) {
  const LeafInfo& wanted = info(place.city());
  return concat(place_on_the_form(wanted), " is missing: ", wanted.field_label, ".");
}

std::string missing_message(Leaf leaf) {
  const LeafInfo& wanted = info(leaf);
  if (wanted.need == Need::with_zero_nights) {
    return "With 0 nights the form's wording gives $0.00 for a trip: choose how to calculate the cost of a trip.";
  }
  const std::string_view place = place_on_the_form(wanted);
  if (wanted.member() == "first_name") {
    return concat(place, " is missing: ", wanted.label, "; for a person with one name, write a dash.");
  }
  if (wanted.group == Group::none) return concat(place, " is missing: ", wanted.label, ".");
  return concat(place, " is missing: ", wanted.field_label, ", ", wanted.label, ".");
}

}  // namespace ftt
