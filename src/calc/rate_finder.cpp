// The memory of the last look-up. See rate_finder.h.
#include "calc/rate_finder.h"

namespace ftt {

const std::array<Leaf, RateFinder::question_count> RateFinder::questions = {Leaf::arrangement_type,
                                                                            Leaf::arrangement_start,
                                                                            requested_worksite.state(),
                                                                            requested_worksite.county(),
                                                                            agency_worksite.city(),
                                                                            agency_worksite.county(),
                                                                            agency_worksite.state(),
                                                                            Leaf::position_pay_plan,
                                                                            Leaf::position_grade,
                                                                            Leaf::position_step,
                                                                            Leaf::locality_pay_year,
                                                                            Leaf::locality_pay_requested_area,
                                                                            Leaf::locality_pay_agency_area,
                                                                            Leaf::locality_pay_requested_salary,
                                                                            Leaf::locality_pay_agency_salary,
                                                                            Leaf::travel_budget_per_diem_month};

const FoundRates& RateFinder::find(const Answers& answers, Date today) {
  bool is_same = found_.has_value() && today_ == today;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const std::string& text = answers.text(questions[i]);
    if (texts_[i] == text) continue;
    texts_[i] = text;
    is_same = false;
  }
  if (!is_same) {
    today_ = today;
    found_ = find_rates(*rates_, answers, today);
  }
  return *found_;
}

}  // namespace ftt
