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

class Search {
 public:
  Search(const Figures& figures, std::span<const Bounds> bounds, std::span<const std::int64_t> costs)
      : figures_(figures), bounds_(bounds), costs_(costs) {}

  // `per_gap`: what an equation that does not hold yet counts for. With 0 the first witness is the cheapest.
  std::optional<Witness> run(std::size_t figure, std::int64_t per_gap, std::size_t step_limit) {
    waiting_ = {};
    seen_.clear();
    const Witness none;
    const State start = {.changes = &none};
    for (const std::int64_t direction : {1, -1}) take_step(start, figure, direction, per_gap);
    for (std::size_t steps = 0; steps < step_limit && !waiting_.empty(); ++steps) {
      const State state = waiting_.top();
      waiting_.pop();
      if (state.gaps.empty()) return *state.changes;
      for (const Way& way : fewest_ways(state)) take_step(state, way.figure, way.direction, per_gap);
    }
    return std::nullopt;
  }

 private:
  // An equation whose terms come to something else than zero.
  struct Gap {
    std::size_t equation = 0;
    std::int64_t by = 0;
  };
  struct State {
    std::int64_t rank = 0;
    std::size_t number = 0;  // of equal ranks the earlier comes first
    std::int64_t cost = 0;
    const Witness* changes = nullptr;
    std::vector<Gap> gaps;

    // The top of a queue is its greatest.
    friend bool operator<(const State& a, const State& b) {
      return std::pair(a.rank, a.number) > std::pair(b.rank, b.number);
    }
  };
  struct Way {
    std::size_t figure = 0;
    std::int64_t direction = 0;
  };

  static std::int64_t change_of(const Witness& changes, std::size_t figure) {
    const auto at =
        std::find_if(changes.begin(), changes.end(), [&](const FigureChange& one) { return one.figure == figure; });
    return at == changes.end() ? 0 : at->by;
  }

  bool may_step(const Witness& changes, std::size_t figure, std::int64_t direction) const {
    const std::int64_t now = change_of(changes, figure);
    const Wide then = figures_.figures[figure].value + now + direction;
    return costs_[figure] != never && now * direction >= 0 && then >= bounds_[figure].low &&
           then <= bounds_[figure].high;
  }

  std::vector<Way> ways_of(const Witness& changes, const Gap& gap) const {
    std::vector<Way> ways;
    for (const EquationTerm& term : figures_.equations[gap.equation]) {
      const std::int64_t direction = (gap.by > 0) == (term.coefficient > 0) ? -1 : 1;
      if (may_step(changes, term.figure, direction)) ways.push_back({term.figure, direction});
    }
    return ways;
  }

  // The steps that bring one equation towards zero, of that which has the fewest. One of them leads to each witness
  // that goes on from here.
  std::vector<Way> fewest_ways(const State& state) const {
    std::vector<Way> fewest = ways_of(*state.changes, state.gaps.front());
    for (std::size_t i = 1; i < state.gaps.size() && !fewest.empty(); ++i) {
      std::vector<Way> ways = ways_of(*state.changes, state.gaps[i]);
      if (ways.size() < fewest.size()) fewest = std::move(ways);
    }
    return fewest;
  }

  void take_step(const State& from, std::size_t figure, std::int64_t direction, std::int64_t per_gap) {
    if (!may_step(*from.changes, figure, direction)) return;
    Witness changes = *from.changes;
    const auto at = std::lower_bound(changes.begin(), changes.end(), FigureChange{figure, INT64_MIN});
    const bool is_new = at == changes.end() || at->figure != figure;
    if (is_new) {
      changes.insert(at, {figure, direction});
    } else {
      at->by += direction;
    }
    const auto [kept, is_unseen] = seen_.insert(std::move(changes));
    if (!is_unseen) return;
    State state = {.number = seen_.size(), .cost = from.cost + 1 + (is_new ? costs_[figure] : 0), .changes = &*kept};
    state.gaps = gaps_after(from.gaps, figure, direction);
    state.rank = state.cost + per_gap * static_cast<std::int64_t>(state.gaps.size());
    waiting_.push(std::move(state));
  }

  std::vector<Gap> gaps_after(std::vector<Gap> gaps, std::size_t figure, std::int64_t direction) const {
    for (const std::size_t equation : figures_.figures[figure].equations) {
      const std::int64_t by = direction * coefficient_of(figures_.equations[equation], figure);
      const auto at = std::find_if(gaps.begin(), gaps.end(), [&](const Gap& gap) { return gap.equation == equation; });
      if (at == gaps.end()) {
        gaps.push_back({equation, by});
      } else if (at->by + by == 0) {
        gaps.erase(at);
      } else {
        at->by += by;
      }
    }
    return gaps;
  }

  const Figures& figures_;
  std::span<const Bounds> bounds_;
  std::span<const std::int64_t> costs_;
  std::priority_queue<State> waiting_;
  std::set<Witness> seen_;
};

}  // namespace

std::optional<Witness> find_witness(const Figures& figures, std::size_t figure, std::span<const Bounds> bounds,
                                    std::span<const std::int64_t> costs, std::size_t step_limit) {
  Search search(figures, bounds, costs);
  std::optional<Witness> witness = search.run(figure, 0, step_limit);
  return witness ? witness : search.run(figure, rank_of_a_gap, step_limit);
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
