// The parts of 41 CFR 302 and their sum. See relocation_302.h.
#include "rules/relocation_302.h"

#include "base/text.h"
#include "base/typed_text.h"
#include "form/field.h"

namespace ftt {
namespace {

constexpr RelocationPart parts[] = {
    {"travel", cite("41 CFR 302-4")},       {"househunting", cite("41 CFR 302-5")},
    {"quarters", cite("41 CFR 302-6")},     {"goods", cite("41 CFR 302-7")},
    {"storage", cite("41 CFR 302-8")},      {"vehicle", cite("41 CFR 302-9")},
    {"mobile_home", cite("41 CFR 302-10")}, {"residence", cite("41 CFR 302-11")},
    {"company", cite("41 CFR 302-12")},     {"marketing", cite("41 CFR 302-14")},
    {"management", cite("41 CFR 302-15")},  {"miscellaneous", cite("41 CFR 302-16")},
    {"taxes", cite("41 CFR 302-17")},
};

}  // namespace

std::span<const RelocationPart> relocation_parts() {
  return parts;
}

Result<Money> read_relocation_amount(std::string_view text) {
  const Money amount = FTT_TRY(parse_money(seen_text(text)));
  if (amount < Money() || amount > max_money_input) {
    return Error{ErrorCode::out_of_range, "",
                 concat("An amount here is from $0 to ", to_display(max_money_input), "; type one such as 1,200.")};
  }
  return amount;
}

std::optional<Money> sum_of_relocation(const RelocationTexts& texts) {
  Money sum;
  bool is_any = false;
  for (const RelocationPart& part : parts) {
    const auto typed = texts.find(part.id);
    if (typed == texts.end() || trim(typed->second).empty()) continue;
    const Result<Money> amount = read_relocation_amount(typed->second);
    if (!amount) return std::nullopt;
    sum = sum + *amount;
    is_any = true;
  }
  if (!is_any || sum > max_money_input) return std::nullopt;
  return sum;
}

}  // namespace ftt
