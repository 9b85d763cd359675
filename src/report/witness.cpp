// The search for a witness, and its check.
#include "report/witness.h"

#include <algorithm>
#include <queue>
#include <set>
#include <utility>

namespace ftt::report {
namespace {

int coefficient_of(const Equation& terms, std::size_t figure) {
  return std::lower_bound(terms.begin(), terms.end(), figure,
                          [](const EquationTerm& term, std::size_t wanted) { return term.figure < wanted; })
      ->coefficient;
}

// More than any witness costs: by it the search goes straight ahead.
constexpr std::int64_t rank_of_a_gap = 1'000'000'000;

// Which figure of another line a step is taken in too, and whether up where it goes up.
struct Mirror {
  std::vector<std::size_t> partner;  // by figure; no_figure: none
  std::int64_t sign = 1;
};

class Search {
 public:
  struct Found {
    Witness witness;
    std::int64_t cost = 0;  // of what was not hidden yet
  };

  Search(const Figures& figures, std::size_t figure, std::span<const Bounds> bounds,
         std::span<const std::int64_t> costs)
      : figures_(figures), figure_(figure), bounds_(bounds), costs_(costs) {}

  // `per_gap`: what an equation that does not hold yet counts for. With 0 the first witness is the cheapest.
  std::optional<Found> run(const Mirror& mirror, std::int64_t per_gap, std::size_t step_limit) {
    waiting_ = {};
    seen_.clear();
    const Witness none;
    const State start = {.changes = &none};
    for (const std::int64_t direction : {1, -1}) take_step(start, {figure_, direction}, mirror, per_gap);
    for (std::size_t steps = 0; steps < step_limit && !waiting_.empty(); ++steps) {
      const State state = waiting_.top();
      waiting_.pop();
      const std::optional<std::vector<Way>> ways = fewest_ways(state);
      if (!ways) return found(state);
      for (const Way& way : *ways) take_step(state, way, mirror, per_gap);
    }
    return std::nullopt;
  }

  // The cheapest of those that move somebody between two lines.
  std::optional<Found> run_in_two_lines(std::size_t step_limit) {
    std::optional<Found> cheapest;
    for (const std::size_t line : lines_of_figure()) {
      for (std::size_t other = 0; other < figures_.lines.size(); ++other) {
        const std::optional<Mirror> mirror = mirror_of(line, other);
        if (!mirror) continue;
        std::optional<Found> one = run(*mirror, rank_of_a_gap, step_limit);
        if (one && (!cheapest || one->cost < cheapest->cost)) cheapest = std::move(one);
        if (cheapest && cheapest->cost == 0) return cheapest;
      }
    }
    return cheapest;
  }

 private:
  // What the terms of an equation come to, but for its rest.
  struct Difference {
    std::size_t equation = 0;
    std::int64_t by = 0;  // not 0
  };
  struct State {
    std::int64_t rank = 0;
    std::size_t number = 0;  // of equal ranks the earlier comes first
    std::int64_t cost = 0;
    const Witness* changes = nullptr;
    std::vector<Difference> differences{};

    // The top of a queue is its greatest.
    friend bool operator<(const State& a, const State& b) {
      return std::pair(a.rank, a.number) > std::pair(b.rank, b.number);
    }
  };
  struct Way {
    std::size_t figure = 0;
    std::int64_t direction = 0;
  };

  // Of a rest those of what it is left of.
  std::vector<std::size_t> lines_of_figure() const {
    std::vector<std::size_t> lines = figures_.figures[figure_].lines;
    if (figures_.figures[figure_].is_rest) {
      for (const EquationTerm& term : figures_.equations[figures_.figures[figure_].equations.front()]) {
        const std::vector<std::size_t>& of_term = figures_.figures[term.figure].lines;
        lines.insert(lines.end(), of_term.begin(), of_term.end());
      }
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
  }

  // Of two rows that make a total the one loses what the other wins; a total wins with its row.
  std::optional<Mirror> mirror_of(std::size_t a, std::size_t b) const {
    const FigureLine& line = figures_.lines[a];
    const FigureLine& other = figures_.lines[b];
    if (a == b || (line.is_total && other.is_total)) return std::nullopt;
    Mirror mirror;
    mirror.sign = line.is_total || other.is_total ? 1 : -1;
    for (const auto& [where, figure] : line.figures) {
      const auto at = other.figures.find(where);
      if (at == other.figures.end() || at->second == figure) continue;
      mirror.partner.resize(figures_.figures.size(), no_figure);
      std::size_t& there = mirror.partner[figure];
      std::size_t& here = mirror.partner[at->second];
      if (there != no_figure || here != no_figure) continue;
      there = at->second;
      here = figure;
    }
    return mirror.partner.empty() ? std::nullopt : std::optional(std::move(mirror));
  }

  static std::int64_t change_of(const Witness& changes, std::size_t figure) {
    const auto at = std::lower_bound(changes.begin(), changes.end(), FigureChange{figure, INT64_MIN});
    return at == changes.end() || at->figure != figure ? 0 : at->by;
  }

  bool may_step(const Witness& changes, const Way& way) const {
    const std::int64_t now = change_of(changes, way.figure);
    const Wide then = figures_.figures[way.figure].value + now + way.direction;
    return costs_[way.figure] != never && now * way.direction >= 0 && then >= bounds_[way.figure].low &&
           then <= bounds_[way.figure].high;
  }

  // The rest that goes along with its equation; no_figure where there is none, or where it is what is to change.
  std::size_t loose_rest_of(std::size_t equation) const {
    const std::size_t rest = figures_.rest_of_equation[equation];
    return rest == figure_ ? no_figure : rest;
  }

  bool is_gap(const Difference& difference) const {
    const std::size_t rest = loose_rest_of(difference.equation);
    if (rest == no_figure) return true;
    const Wide then = figures_.figures[rest].value + difference.by;
    return then < bounds_[rest].low || then > bounds_[rest].high;
  }

  std::vector<Way> ways_of(const Witness& changes, const Difference& gap) const {
    std::vector<Way> ways;
    const std::size_t rest = loose_rest_of(gap.equation);
    for (const EquationTerm& term : figures_.equations[gap.equation]) {
      const Way way = {term.figure, (gap.by > 0) == (term.coefficient > 0) ? -1 : 1};
      if (term.figure != rest && may_step(changes, way)) ways.push_back(way);
    }
    return ways;
  }

  // The steps that bring one equation towards zero, of that which has the fewest. One of them leads to each witness
  // that goes on from here. Nothing: every equation holds.
  std::optional<std::vector<Way>> fewest_ways(const State& state) const {
    std::optional<std::vector<Way>> fewest;
    for (const Difference& difference : state.differences) {
      if (!is_gap(difference)) continue;
      std::vector<Way> ways = ways_of(*state.changes, difference);
      if (!fewest || ways.size() < fewest->size()) fewest = std::move(ways);
      if (fewest->empty()) break;
    }
    return fewest;
  }

  void take_step(const State& from, const Way& way, const Mirror& mirror, std::int64_t per_gap) {
    Witness changes = *from.changes;
    State state = {.cost = from.cost, .differences = from.differences};
    if (!add_step(changes, state, way)) return;
    const std::size_t partner = mirror.partner.empty() ? no_figure : mirror.partner[way.figure];
    if (partner != no_figure && !add_step(changes, state, {partner, mirror.sign * way.direction})) return;
    const auto [kept, is_unseen] = seen_.insert(std::move(changes));
    if (!is_unseen) return;
    const auto gaps = std::count_if(state.differences.begin(), state.differences.end(),
                                    [&](const Difference& difference) { return is_gap(difference); });
    state.number = seen_.size();
    state.changes = &*kept;
    state.rank = state.cost + per_gap * gaps;
    waiting_.push(std::move(state));
  }

  bool add_step(Witness& changes, State& state, const Way& way) const {
    if (!may_step(changes, way)) return false;
    const auto at = std::lower_bound(changes.begin(), changes.end(), FigureChange{way.figure, INT64_MIN});
    const bool is_new = at == changes.end() || at->figure != way.figure;
    if (is_new) {
      changes.insert(at, {way.figure, way.direction});
    } else {
      at->by += way.direction;
    }
    state.cost += 1 + (is_new ? costs_[way.figure] : 0);
    add_differences(state.differences, way);
    return true;
  }

  void add_differences(std::vector<Difference>& differences, const Way& way) const {
    for (const std::size_t equation : figures_.figures[way.figure].equations) {
      const std::int64_t by = way.direction * coefficient_of(figures_.equations[equation], way.figure);
      const auto at = std::find_if(differences.begin(), differences.end(),
                                   [&](const Difference& one) { return one.equation == equation; });
      if (at == differences.end()) {
        differences.push_back({equation, by});
      } else if (at->by + by == 0) {
        differences.erase(at);
      } else {
        at->by += by;
      }
    }
  }

  // With the rests, which have gone along: a rest has the coefficient -1.
  Found found(const State& state) const {
    Found made = {*state.changes, 0};
    for (const Difference& difference : state.differences) {
      made.witness.push_back({figures_.rest_of_equation[difference.equation], difference.by});
    }
    std::sort(made.witness.begin(), made.witness.end());
    for (const FigureChange& change : made.witness) made.cost += costs_[change.figure];
    return made;
  }

  const Figures& figures_;
  const std::size_t figure_;  // that is to change
  std::span<const Bounds> bounds_;
  std::span<const std::int64_t> costs_;
  std::priority_queue<State> waiting_;
  std::set<Witness> seen_;
};

}  // namespace

std::optional<Witness> find_witness(const Figures& figures, std::size_t figure, std::span<const Bounds> bounds,
                                    std::span<const std::int64_t> costs, std::size_t step_limit) {
  constexpr std::size_t part_of_a_short_search = 80;
  const std::size_t few = step_limit / part_of_a_short_search;
  Search search(figures, figure, bounds, costs);
  std::optional<Search::Found> best = search.run_in_two_lines(few);
  if (best && best->cost == 0) return std::move(best->witness);
  std::optional<Search::Found> cheapest = search.run({}, 0, few);
  if (cheapest && (!best || cheapest->cost <= best->cost)) best = std::move(cheapest);
  if (!best) best = search.run({}, rank_of_a_gap, step_limit);
  if (!best) return std::nullopt;
  return std::move(best->witness);
}

bool is_witness(const Figures& figures, const Witness& witness, std::span<const Bounds> bounds,
                const std::vector<bool>& is_hidden) {
  std::vector<Wide> values;
  for (const ReportFigure& figure : figures.figures) values.push_back(figure.value);
  for (const FigureChange& change : witness) {
    Wide& value = values[change.figure];
    value += change.by;
    const bool is_within = value >= bounds[change.figure].low && value <= bounds[change.figure].high;
    if (change.by == 0 || !is_hidden[change.figure] || !is_within) return false;
  }
  return std::all_of(figures.equations.begin(), figures.equations.end(), [&](const Equation& equation) {
    Wide sum = 0;
    for (const EquationTerm& term : equation) sum += term.coefficient * values[term.figure];
    return sum == 0;
  });
}

}  // namespace ftt::report
