// A field's name with its form, and its answer in words. See field_words.h.
#include "packet/field_words.h"

#include "base/text.h"
#include "form/form_spec.h"

namespace ftt {
namespace {

// Items of App. A are known by their letters; the other appendices number theirs alike.
std::string_view appendix_of(std::string_view section) {
  const std::optional<Appendix> form = form_of_section(section);
  return form && form != Appendix::analysis_tool ? name_of(*form) : std::string_view();
}

}  // namespace

std::string name_of_field(const LeafInfo& leaf) {
  const std::string_view appendix = appendix_of(leaf.section());
  return concat(appendix, appendix.empty() ? "" : ", ", leaf.item, leaf.item.empty() ? "" : " ", leaf.field_label);
}

std::string name_of_leaf(const LeafInfo& leaf) {
  return leaf.group == Group::none ? name_of_field(leaf) : concat(name_of_field(leaf), ": ", leaf.label);
}

AnswerWords words_of_answer(Leaf leaf, const Answers& answers) {
  if (answers.is_empty(leaf) || !applies(leaf, answers)) return {};
  const std::string& text = answers.text(leaf);
  if (answers.is_bad(leaf)) return {concat(in_quotes(text), ", which cannot be read"), text};
  // A place is written as on an envelope, and a year has no comma.
  if (info(leaf).group == Group::place || leaf == Leaf::locality_pay_year) return {text, text};
  return {canonical(leaf, text).understood, text};
}

}  // namespace ftt
