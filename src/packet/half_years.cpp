// The travel budget of a packet by half-year. See half_years.h.
#include "packet/half_years.h"

#include <optional>
#include <utility>

namespace ftt {
namespace {

Json money_json(const std::optional<Money>& money) {
  return money ? Json::string(to_decimal(*money)) : Json::null();
}

}  // namespace

TravelBudget travel_budget(const Packet& packet, const Assessment& assessment, const Review* review) {
  if (review != nullptr) return review->budget;
  return {travel_plan(assessment.worksheet, packet.answers), {}, {}};
}

std::vector<HalfYearRow> half_years(const Packet& packet, const Assessment& assessment, const Review* review,
                                    Date today) {
  return half_years(travel_budget(packet, assessment, review), packet.answers, today, edition_of(packet));
}

Json half_years_json(std::span<const HalfYearRow> rows) {
  Json list = Json::array();
  for (const HalfYearRow& row : rows) {
    Json entry = Json::object();
    entry.set("half_year", Json::string(name_of(row.half_year)));
    entry.set("budgeted", money_json(row.budgeted));
    entry.set("spent", money_json(row.spent));
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace ftt
