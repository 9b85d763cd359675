// Any bytes as newer rates of an agency, and as a part of the pack: refused with a message and nothing changed, or in
// use, so that every look-up answers.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "at_hand.h"
#include "base/json_writer.h"
#include "packet/evaluation.h"
#include "rates/rates.h"

namespace {

// A case that looks into each table.
constexpr std::string_view packet =
    R"({"format": "telework-packet/1", "prepared_on": "2026-05-05",
        "arrangement": {"action": "incumbent", "type": "new", "term": "long", "start": "2026-07-14"},
        "employee": {"requested_worksite": {"city": "Denver", "county": "Denver", "state": "CO"}},
        "position": {"pay_plan": "GS", "grade": 12, "step": 5,
                     "agency_worksite": {"county": "District of Columbia", "state": "DC"}}})";

std::string answer_of(const ftt::Rates& rates) {
  std::string answer;
  for (const ftt::PlaceSuggestion& place : rates.suggest_places("Den", 8).places) answer += place.label;
  for (const ftt::PayArea& area : rates.pay_areas(2026)) answer += area.name;
  return answer + ftt::write_json(ftt::evaluate(rates, packet, ftt::fuzz::today).json);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  static const std::string current = ftt::fuzz::rates_part("current");
  ftt::Result<ftt::Rates> rates = ftt::Rates::load(current);
  FTT_EXPECT(rates.has_value());
  static const std::string before = answer_of(*rates);
  const ftt::Result<ftt::Unit> laid_over = rates->overlay(text);
  if (laid_over) {
    (void)answer_of(*rates);
  } else {
    FTT_EXPECT(!laid_over.error().message.empty());
    FTT_EXPECT(answer_of(*rates) == before);
  }
  const ftt::Result<ftt::Unit> added = rates->add_part(text);
  if (!added) FTT_EXPECT(!added.error().message.empty());
  const ftt::Result<ftt::Rates> loaded = ftt::Rates::load(text);
  if (!loaded) FTT_EXPECT(!loaded.error().message.empty());
  return 0;
}
