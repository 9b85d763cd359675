// The table of the forms (App. A to D): names, whose an answer is, and what a form asks for by itself.
#include "form/form_spec.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "form/field.h"

using namespace ftt;

TEST_CASE("an appendix is named as citations begin") {
  CHECK(name_of(Appendix::analysis_tool) == "App. A");
  CHECK(name_of(Appendix::annual_review) == "App. D");
}

TEST_CASE("App. A to D: each form has answers of its own, and what stands beside the forms is on none") {
  for (const FormSpec& form : form_specs) {
    CHECK(std::any_of(leaves().begin(), leaves().end(),
                      [&](const LeafInfo& leaf) { return form_of_section(leaf.section()) == form.appendix; }));
  }
  CHECK(form_of_section("worksite_change") == Appendix::analysis_tool);
  CHECK_FALSE(form_of_section("eligibility").has_value());
  CHECK_FALSE(form_of_section("clock").has_value());
}

TEST_CASE("App. B to D: what a form asks for by itself, and who signs it, stands on it") {
  for (const FormAnswer& answer : form_answers()) {
    CHECK(form_of_section(info(answer.leaf).section()) == answer.form);
    CHECK((info(answer.leaf).group == Group::place) == answer.is_place);
  }
  for (const FormSignature& signature : form_signatures()) {
    CHECK(form_of_section(info(signature.name).section()) == signature.form);
    CHECK(info(signature.date).field == info(signature.name).field);
  }
}
