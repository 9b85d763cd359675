// What is counted, and what is not. See cases.h.
#include "report/cases.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "form/field.h"

namespace ftt::report {
namespace {

HalfYear first_half(FiscalYear year) {
  return HalfYear::of(*Date::from_year_month_day(year.year() - 1, 10, 1));
}

class Collector {
 public:
  Collector(const Partial& partial, const ReportFor& by)
      : partial_(partial),
        by_(by),
        names_(by),
        cases_{.year = partial.year(), .half_years = {first_half(partial.year()), first_half(partial.year()).next()}} {}

  Cases collected() && {
    for (const auto& [key, entry] : partial_.entries()) add(key, entry);
    for (const auto& [place, what] : partial_.left_out()) {
      ++cases_.read;
      ++(what.kind == LeftOutKind::not_a_packet ? cases_.not_packets
         : what.kind == LeftOutKind::unreadable ? cases_.unreadable
                                                : cases_.without_id);
    }
    mark_replaced();
    if (by_.actuals != nullptr) take_actuals(*by_.actuals);
    if (by_.headcount != nullptr) take_headcount(*by_.headcount);
    if (by_.time_codes != nullptr) take_problems("time codes", by_.time_codes->problems);
    if (by_.previous != nullptr) compare_histories(*by_.previous);
    std::sort(cases_.counted.begin(), cases_.counted.end(), [](const Case& a, const Case& b) {
      const auto order = [](const Case& one) {
        return std::tuple(std::string_view(one.component), one.facts.words(Fact::name), std::string_view(one.id),
                          std::string_view(one.key));
      };
      return order(a) < order(b);
    });
    add_components();
    return std::move(cases_);
  }

 private:
  std::string shown(std::string_view spelling) const { return names_.shown(spelling); }

  void add(const std::string& key, const Entry& entry) {
    const auto places = [](const Places& all) { return static_cast<std::int64_t>(all.size()); };
    cases_.read += places(entry.older);
    cases_.older += places(entry.older);
    for (const Copy& copy : entry.copies) cases_.read += places(copy.places);
    if (entry.copies.size() != 1) {
      Conflict conflict{name_of_case(entry.id, key), shown(entry.copies.front().facts().words(Fact::component)), {}};
      for (const Copy& copy : entry.copies) {
        cases_.in_conflict += places(copy.places);
        conflict.places.insert(conflict.places.end(), copy.places.begin(), copy.places.end());
      }
      std::sort(conflict.places.begin(), conflict.places.end());
      cases_.conflicts.push_back(std::move(conflict));
      return;
    }
    const Copy& copy = entry.copies.front();
    cases_.duplicates += places(copy.places) - 1;
    Case one{key, entry.id, copy.facts(), {}};
    const std::string_view spelling = one.facts.words(Fact::component);
    one.component = shown(spelling);
    if (!spelling.empty() && !names_.knows(spelling)) ++cases_.spellings[std::string(spelling)];
    one.phase = phase_on(one.facts, by_.today);
    one.budget = {one.facts.money(Fact::budget_h1), one.facts.money(Fact::budget_h2)};
    one.spent = {one.facts.money(Fact::spent_h1), one.facts.money(Fact::spent_h2)};
    if (copy.is_redacted) ++cases_.redacted;
    cases_.counted.push_back(std::move(one));
  }

  // ¶12a. From the first day of what replaces it, of several the earliest.
  void mark_replaced() {
    std::map<std::string_view, Date> replaced;
    for (const Case& one : cases_.counted) {
      const std::string_view before = one.facts.words(Fact::replaces);
      const std::optional<Date> first = one.facts.date(Fact::effective);
      if (before.empty() || before == one.id || !one.is_approved() || !first) continue;
      const auto [known, is_new] = replaced.emplace(before, *first);
      if (!is_new) known->second = std::min(known->second, *first);
    }
    for (Case& one : cases_.counted) {
      const auto found = replaced.find(one.id);
      if (found != replaced.end()) one.replaced_from = found->second;
      one.is_replaced = one.replaced_from && *one.replaced_from <= by_.today;
    }
  }

  void take_problems(std::string_view sheet, const std::vector<Error>& problems) {
    for (const Error& problem : problems) {
      cases_.sheet_problems.emplace_back(concat(sheet, problem.where.empty() ? "" : ", ", problem.where),
                                         problem.message);
    }
  }

  // One office under two spellings may be two parts of it, or a mistake.
  void take_headcount(const Sheet<HeadcountRow>& sheet) {
    take_problems("headcount", sheet.problems);
    std::map<std::string, std::size_t> line_of;
    for (const HeadcountRow& row : sheet.rows) {
      const auto [first, is_new] = line_of.emplace(names_.name_of(row.component), row.line);
      if (is_new) continue;
      cases_.sheet_problems.emplace_back(concat("headcount, line ", row.line),
                                         concat("It is the same office as line ", first->second,
                                                ", under another name. Both lines are added up. If one of "
                                                "them is wrong, delete it."));
    }
  }

  // ¶13b. The sheet counts before the packet.
  void take_actuals(const Sheet<ActualRow>& sheet) {
    take_problems("actuals", sheet.problems);
    std::vector<std::pair<std::string, Case*>> names;
    for (Case& one : cases_.counted) names.emplace_back(one.name_of_case(), &one);
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const ActualRow& row : sheet.rows) {
      const auto found = std::lower_bound(names.begin(), names.end(), row.case_id,
                                          [](const auto& one, const std::string& id) { return one.first < id; });
      const std::string where = concat("actuals, line ", row.line);
      if (found == names.end() || found->first != row.case_id) {
        cases_.sheet_problems.emplace_back(
            where, concat("There is no case ", in_quotes(row.case_id),
                          " among the packets that are counted; take the case from the template, or add its packet."));
        continue;
      }
      const auto half = std::find(cases_.half_years.begin(), cases_.half_years.end(), row.half_year);
      if (half == cases_.half_years.end()) {
        cases_.sheet_problems.emplace_back(where, concat(name_of(row.half_year), " is not of fiscal year ",
                                                         cases_.year.year(), "; it is left out here."));
        continue;
      }
      std::optional<Money>& spent = found->second->spent[static_cast<std::size_t>(half - cases_.half_years.begin())];
      if (spent != row.spent) {
        if (spent) cases_.sheet_differences.push_back({row.case_id, row.half_year, spent, row.spent, row.line});
        spent = row.spent;
      }
    }
  }

  // What was cut off or written anew since the report before.
  void compare_histories(const Partial& previous) {
    for (const auto& one : previous.entries()) {
      const std::string& key = one.first;
      const Entry& before = one.second;
      const auto found = partial_.entries().find(key);
      const std::string id = name_of_case(before.id, key);
      const std::string component = shown(before.copies.front().facts().words(Fact::component));
      if (found == partial_.entries().end()) {
        cases_.changed_histories.push_back({HistoryChange::Kind::vanished, id, component});
        continue;
      }
      const Entry& now = found->second;
      for (const Copy& copy : before.copies) {
        if (!copy.head || has(now.histories, *copy.head)) continue;
        const bool is_cut = std::all_of(now.copies.begin(), now.copies.end(), [&](const Copy& other) {
          return !other.head || leads_to(before.histories, *copy.head, *other.head);
        });
        cases_.changed_histories.push_back(
            {is_cut ? HistoryChange::Kind::shortened : HistoryChange::Kind::rewritten, id, component});
        break;
      }
    }
  }
  static bool has(const std::vector<History>& histories, const std::string& digest) {
    return std::any_of(histories.begin(), histories.end(), [&](const History& history) {
      return std::find(history.begin(), history.end(), digest) != history.end();
    });
  }

  void add_components() {
    std::set<std::string> all;
    for (const Case& one : cases_.counted) all.insert(one.component);
    if (by_.headcount != nullptr) {
      for (const HeadcountRow& row : by_.headcount->rows) all.insert(shown(row.component));
    }
    if (by_.time_codes != nullptr) {
      for (const TimeCodeRow& row : by_.time_codes->rows) all.insert(shown(row.component));
    }
    cases_.components.assign(all.begin(), all.end());
  }

  const Partial& partial_;
  const ReportFor& by_;
  ComponentNames names_;
  Cases cases_;
};

}  // namespace

std::string name_of_case(std::string_view id, std::string_view key) {
  return std::string(id.empty() ? key.substr(0, 12) : id);
}

ComponentNames::ComponentNames(const ReportFor& by) : shown_as_(by.shown_as) {
  for (const auto& [name, spellings] : by.components) {
    names_.emplace(to_ascii_lower(name), name);
    for (const std::string& spelling : spellings) names_.emplace(to_ascii_lower(spelling), name);
  }
  // "PBS", "Public Buildings Service (PBS)", "Public Buildings Service"; what the settings say goes first.
  for (const Choice& office : info(Leaf::position_office_component).choices) {
    const std::string_view label = office.label;
    for (const std::string_view spelling :
         {std::string_view(office.value), label, trim(label.substr(0, label.rfind('(')))}) {
      names_.emplace(to_ascii_lower(spelling), office.value);
    }
  }
}

std::string ComponentNames::name_of(std::string_view spelling) const {
  const std::string_view trimmed = trim(spelling);
  if (trimmed.empty()) return std::string(unknown_component);
  const auto found = names_.find(to_ascii_lower(trimmed));
  return found == names_.end() ? std::string(trimmed) : found->second;
}

std::string ComponentNames::shown(std::string_view spelling) const {
  std::string name = name_of(spelling);
  const auto found = shown_as_.find(name);
  return found == shown_as_.end() ? std::move(name) : found->second;
}

bool ComponentNames::knows(std::string_view spelling) const {
  return names_.contains(to_ascii_lower(trim(spelling)));
}

bool is_in_force(const Case& one, HalfYear half) {
  const std::optional<Date> first = one.facts.date(Fact::effective);
  const std::optional<Date> last = one.facts.date(Fact::end);
  const std::optional<Date> ended = one.facts.date(Fact::ended_on);
  return !(first && *first > half.last()) && !(last && *last < half.first()) && !(ended && *ended <= half.first()) &&
         !(one.replaced_from && *one.replaced_from <= half.first());
}

bool is_in_force_on(const Case& one, Date day) {
  return phase_on(one.facts, day) == "active" && !(one.replaced_from && *one.replaced_from <= day);
}

std::string_view name_of(HistoryChange::Kind kind) {
  constexpr std::array<std::string_view, 3> names = {"shortened", "rewritten", "vanished"};
  return names[static_cast<std::size_t>(kind)];
}

Cases cases_of(const Partial& partial, const ReportFor& by) {
  return Collector(partial, by).collected();
}

}  // namespace ftt::report
