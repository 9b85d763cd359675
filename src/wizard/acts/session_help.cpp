// Acts of the help beside a field: an amount that was worked out goes into Part F or H, a line of figures into a text.
//
// Does not know what a line says (rules/writing_8e.h) or how an amount is worked out (rules/relocation_302.h).
#include <string>

#include "base/text.h"
#include "form/field.h"
#include "rules/relocation_302.h"
#include "rules/writing_8e.h"
#include "wizard/acts/deeds.h"
#include "wizard/acts/session_state.h"
#include "wizard/screens/step_views.h"
#include "wizard/screens/writing_help.h"

namespace ftt::deeds {

void take_transit(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  const std::optional<Money> year = transit_of_a_year(data);
  data.left.insert("helper.monthly");
  data.left.insert("helper.months");
  if (!year || data.access == Access::read_only) {
    press.effects.push_back(focus_on("helper.monthly"));
    return;
  }
  data.packet.answers.set(Leaf::additional_transit_savings, to_decimal(*year));
  data.left.emplace(info(Leaf::additional_transit_savings).id);
  state.assume();
  press.effects.push_back(focus_on("additional.transit_savings"));
}

// "transit.additional.transit_savings": the prompt, and the figure. Undo takes it back as any answer.
void insert_figure(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  const std::size_t dot = press.about.find('.');
  if (dot == std::string_view::npos || data.access == Access::read_only) return;
  const WritingPrompt* prompt = find_writing_prompt(press.about.substr(0, dot));
  if (prompt == nullptr) return;
  const std::string line =
      figure_in_a_line(press.about.substr(dot + 1), data.packet.answers, data.assessment.worksheet);
  if (line.empty()) return;
  const std::string_view field = info(prompt->leaf).id;
  data.packet.answers.set(prompt->leaf, with_line(data.packet.answers.text(prompt->leaf), line));
  data.left.emplace(field);
  press.effects.push_back(announcement(concat("Inserted: ", line)));
  press.effects.push_back(focus_on(std::string(field)));
}

void take_relocation(Session::State& state, const Press& press) {
  SessionData& data = state.data;
  if (data.access == Access::read_only) return;
  std::string to_mend;
  for (const RelocationPart& part : relocation_parts()) {
    const auto typed = data.relocation_texts.find(part.id);
    const bool is_empty = typed == data.relocation_texts.end() || trim(typed->second).empty();
    const std::string field = field_of_relocation_part(part.id);
    data.left.insert(field);
    if (to_mend.empty() && !is_empty && !read_relocation_amount(typed->second)) to_mend = field;
  }
  const std::optional<Money> sum = sum_of_relocation(data.relocation_texts);
  if (!sum) {
    press.effects.push_back(
        focus_on(to_mend.empty() ? field_of_relocation_part(relocation_parts().front().id) : to_mend));
    return;
  }
  const std::string_view estimate = info(Leaf::relocation_estimate).id;
  data.packet.answers.set(Leaf::relocation_estimate, to_decimal(*sum));
  data.left.emplace(estimate);
  press.effects.push_back(focus_on(std::string(estimate)));
}

}  // namespace ftt::deeds
