// The four forms of a packet: which are asked for, what each lacks, and what keeps the arrangement from beginning.
#include "packet/forms.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "packet/review.h"
#include "packet/two_packets.h"

using namespace ftt;
using test::approved_by_all;
using test::assessment_of;
using test::example_a;
using test::with;

namespace {

FormStatus status_of(Appendix appendix, const Packet& packet) {
  return find_forms(packet, assessment_of(packet))[static_cast<std::size_t>(appendix)];
}

std::string fields_of(const std::vector<MissingItem>& items) {
  std::string fields;
  for (const MissingItem& item : items) {
    const bool is_whole = item.words.ends_with('.') || item.words.ends_with('?');
    CHECK(is_whole);
    CHECK_FALSE(item.cite.empty());
    append(fields, item.field, " ");
  }
  return fields;
}

Packet signed_agreement() {
  return with(approved_by_all(example_a()), {{Leaf::eligibility_telework_agreement_approved, "yes"},
                                             {Leaf::agreement_same_commuting_area, "no"},
                                             {Leaf::agreement_employee_signature_name, "K. N."},
                                             {Leaf::agreement_employee_signature_date, "2025-06-20"},
                                             {Leaf::agreement_supervisor_signature_name, "A. Lee"},
                                             {Leaf::agreement_supervisor_signature_date, "2025-06-21"}});
}

Packet recruit() {
  return with(example_a(), {{Leaf::arrangement_action, "recruit"},
                            {Leaf::recruit_agreement_last_name, "Ito"},
                            {Leaf::recruit_agreement_first_name, "Emi"},
                            {Leaf::recruit_agreement_entry_on_duty, "2025-07-14"}});
}

}  // namespace

TEST_SUITE("packet: the four forms") {
  TEST_CASE("they come in their order, each with whether it is required and why") {
    const Packet packet = example_a();
    const std::vector<FormStatus> forms = find_forms(packet, assessment_of(packet));
    for (std::size_t i = 0; i < forms.size(); ++i) {
      CHECK(forms[i].appendix == static_cast<Appendix>(i));
      CHECK_FALSE(forms[i].title.empty());
      CHECK_FALSE(forms[i].why.empty());
    }
    CHECK(forms[0].requirement == Requirement::required);
    CHECK(forms[1].requirement == Requirement::required);
    CHECK(forms[2].requirement == Requirement::not_required);
    CHECK(forms[3].requirement == Requirement::not_required);
    CHECK(find_forms(Packet(), assessment_of(Packet()))[2].requirement == Requirement::unknown);
  }

  TEST_CASE("App. A is complete as its assessment says") {
    const Packet packet = example_a();
    CHECK(status_of(Appendix::analysis_tool, packet).is_complete == assessment_of(packet).complete);
    const FormStatus without = status_of(Appendix::analysis_tool, with(packet, {{Leaf::travel_budget_trips, ""}}));
    CHECK_FALSE(without.is_complete);
    CHECK(fields_of(without.missing) == "travel_budget.trips ");
    CHECK_FALSE(status_of(Appendix::analysis_tool, Packet()).is_begun);
  }

  TEST_CASE("App. B: its own questions and both signatures, dated") {
    const FormStatus begun = status_of(Appendix::agreement, example_a());
    CHECK_FALSE(begun.is_begun);
    CHECK_FALSE(begun.is_complete);
    CHECK(fields_of(begun.missing) ==
          "agreement.same_commuting_area agreement.telework_agreement_approved agreement.analysis_tool_approved "
          "agreement.employee_signature.name agreement.supervisor_signature.name ");
    const FormStatus complete = status_of(Appendix::agreement, signed_agreement());
    CHECK(complete.is_begun);
    CHECK(complete.is_complete);
    CHECK(complete.missing.empty());
    CHECK(complete.before_it_begins.empty());
    CHECK(complete.due == calendar_date(2025, 7, 13));
    const FormStatus undated =
        status_of(Appendix::agreement, with(signed_agreement(), {{Leaf::agreement_employee_signature_date, ""}}));
    CHECK(fields_of(undated.missing) == "agreement.employee_signature.date ");
    const FormStatus wrong =
        status_of(Appendix::agreement, with(signed_agreement(), {{Leaf::agreement_employee_signature_date, "soon"}}));
    CHECK_FALSE(wrong.is_complete);
    CHECK(wrong.missing.at(0).words.starts_with("Employee's signature, "));
  }

  TEST_CASE("App. B repeats Parts A to C, and lacks what they lack") {
    CHECK(fields_of(status_of(Appendix::agreement, with(signed_agreement(), {{Leaf::position_title, ""}})).missing) ==
          "position.title ");
    CHECK(status_of(Appendix::agreement, with(signed_agreement(), {{Leaf::relocation_estimate, ""}})).is_complete);
  }

  TEST_CASE("¶9, App. B, Part D, item 2: a ticked answer is no approval: the arrangement does not begin on it") {
    const Packet ticked = with(example_a(), {{Leaf::agreement_analysis_tool_approved, "yes"}});
    CHECK(fields_of(status_of(Appendix::agreement, ticked).before_it_begins) ==
          "determination.outcome eligibility.telework_agreement_approved agreement.employee_signature.name "
          "agreement.supervisor_signature.name ");
    const Packet denied_there = with(signed_agreement(), {{Leaf::agreement_analysis_tool_approved, "no"}});
    CHECK(fields_of(status_of(Appendix::agreement, denied_there).before_it_begins) == "determination.outcome ");
  }

  TEST_CASE("App. B, Part D: an open question goes by what is answered elsewhere") {
    const Answers answers = signed_agreement().answers;
    CHECK(telework_agreement_stands(answers) == Known<bool>::answered(true));
    CHECK(analysis_tool_stands(answers) == Known<bool>::answered(true));
    const Answers otherwise = with(signed_agreement(), {{Leaf::agreement_telework_agreement_approved, "no"},
                                                        {Leaf::agreement_analysis_tool_approved, "no"}})
                                  .answers;
    CHECK(telework_agreement_stands(otherwise) == Known<bool>::answered(false));
    CHECK(analysis_tool_stands(otherwise) == Known<bool>::answered(false));
    CHECK(telework_agreement_stands(Answers()).is_missing());
    CHECK(analysis_tool_stands(Answers()).is_missing());
    CHECK_FALSE(analysis_tool_stands(with(Packet(), {{Leaf::determination_outcome, "disapproved"}}).answers).value());
  }

  TEST_CASE("¶7a, ¶10a: what is missing before the arrangement may begin") {
    CHECK(fields_of(status_of(Appendix::agreement, example_a()).before_it_begins) ==
          "determination.outcome eligibility.telework_agreement_approved agreement.employee_signature.name "
          "agreement.supervisor_signature.name ");
    const FormStatus denied =
        status_of(Appendix::agreement, with(signed_agreement(), {{Leaf::determination_outcome, "disapproved"}}));
    CHECK(denied.is_complete);
    CHECK(fields_of(denied.before_it_begins) == "determination.outcome ");
    const FormStatus passed_over =
        status_of(Appendix::agreement, with(signed_agreement(), {{Leaf::concurrences_hr_director_decision, ""}}));
    CHECK(fields_of(passed_over.before_it_begins) == "determination.outcome ");
    const FormStatus late = status_of(
        Appendix::agreement, with(signed_agreement(), {{Leaf::agreement_supervisor_signature_date, "2025-07-14"}}));
    CHECK(fields_of(late.before_it_begins) == "agreement.supervisor_signature.date ");
    CHECK(late.before_it_begins[0].cite == "HRM 6040.2 ¶10a");
    const FormStatus renewed = status_of(
        Appendix::agreement, with(signed_agreement(), {{Leaf::agreement_supervisor_signature_date, "2026-07-14"},
                                                       {Leaf::arrangement_type, "annual_review"}}));
    CHECK(renewed.before_it_begins.empty());
    const FormStatus unread =
        status_of(Appendix::agreement, with(signed_agreement(), {{Leaf::agreement_employee_signature_date, "1..2"}}));
    CHECK(fields_of(unread.before_it_begins) == "agreement.employee_signature.date ");
    CHECK(unread.before_it_begins[0].words == "The date of the signature of the employee cannot be read.");
  }

  TEST_CASE("¶7a: up to 90 days the telework agreement alone is needed; a recruit has 60 days for it") {
    const Packet brief = with(example_a(), {{Leaf::arrangement_term, "short"}, {Leaf::arrangement_end, "2025-08-14"}});
    CHECK(status_of(Appendix::agreement, brief).requirement == Requirement::not_required);
    CHECK(fields_of(status_of(Appendix::agreement, brief).before_it_begins) ==
          "eligibility.telework_agreement_approved ");
    for (const MissingItem& one : status_of(Appendix::agreement, recruit()).before_it_begins) {
      CHECK(one.field != "eligibility.telework_agreement_approved");
    }
  }

  TEST_CASE("¶10c, App. C: names, entry on duty, both signatures, and its two clocks") {
    const FormStatus begun = status_of(Appendix::recruit_agreement, recruit());
    CHECK(begun.requirement == Requirement::required);
    CHECK(begun.is_begun);
    CHECK(fields_of(begun.missing) ==
          "recruit_agreement.employee_signature.name recruit_agreement.supervisor_signature.name ");
    CHECK(begun.due == calendar_date(2025, 10, 12));
    REQUIRE(begun.clocks.size() == 2);
    const Packet packet = recruit();
    const std::vector<Deadline> deadlines = assessment_of(packet).policy.deadlines;
    for (const std::string_view clock : begun.clocks) {
      CHECK(std::any_of(deadlines.begin(), deadlines.end(), [&](const Deadline& one) { return one.id == clock; }));
    }
    CHECK(status_of(Appendix::recruit_agreement,
                    with(packet, {{Leaf::recruit_agreement_employee_signature_name, "E. I."},
                                  {Leaf::recruit_agreement_employee_signature_date, "2025-08-01"},
                                  {Leaf::recruit_agreement_supervisor_signature_name, "A. Lee"},
                                  {Leaf::recruit_agreement_supervisor_signature_date, "2025-08-01"}}))
              .is_complete);
    const FormStatus not_asked_for = status_of(Appendix::recruit_agreement, example_a());
    CHECK(not_asked_for.missing.empty());
    CHECK_FALSE(not_asked_for.is_complete);
  }

  TEST_CASE("¶11c, App. D: it fills itself but for the outcome and the signatures, and is due by August 15") {
    const Packet packet = start_review(example_a(), assessment_of(example_a()), calendar_date(2026, 7, 20));
    const std::vector<FormStatus> forms = find_forms(packet, assessment_of(packet));
    CHECK(forms[3].requirement == Requirement::required);
    CHECK(forms[3].is_begun);
    CHECK(fields_of(forms[3].missing) ==
          "annual_review.outcome annual_review.hr_signature.name annual_review.supervisor_signature.name ");
    CHECK(forms[3].due == calendar_date(2026, 8, 15));
    CHECK(forms[1].due == calendar_date(2026, 8, 15));
    CHECK(forms[1].before_it_begins.empty());
    CHECK_FALSE(forms[1].missing.empty());
    const Packet by_hand = with(example_a(), {{Leaf::arrangement_type, "annual_review"}});
    CHECK(fields_of(status_of(Appendix::annual_review, by_hand).missing)
              .starts_with("annual_review.last_name annual_review.first_name annual_review.current_worksite.city "
                           "annual_review.requested_worksite.city annual_review.date annual_review.tool_date "));
  }

  TEST_CASE("a form names as missing only what it needs") {
    for (const std::string_view action : {"", "incumbent", "recruit"}) {
      for (const std::string_view type : {"", "new", "modification", "annual_review"}) {
        const Packet packet = with(Packet(), {{Leaf::arrangement_action, action}, {Leaf::arrangement_type, type}});
        for (const FormStatus& form : find_forms(packet, assessment_of(packet))) {
          if (form.appendix == Appendix::analysis_tool) continue;
          for (const MissingItem& item : form.missing) {
            CAPTURE(item.field);
            CHECK(is_needed_by_its_form(find_leaf(item.field)->leaf, packet.answers));
          }
        }
      }
    }
    const auto is_needed = [](Leaf leaf) { return is_needed_by_its_form(leaf, example_a().answers); };
    CHECK(is_needed(Leaf::agreement_employee_signature_date));
    CHECK_FALSE(is_needed(Leaf::agreement_employee_signature_title));
    CHECK_FALSE(is_needed(Leaf::recruit_agreement_last_name));
    CHECK_FALSE(is_needed_by_its_form(Leaf::agreement_analysis_tool_approved, signed_agreement().answers));
  }

  TEST_CASE("a field is listed once, though it holds an error and something else lacks as well") {
    for (const std::string_view action : {"incumbent", "recruit"}) {
      for (const std::string_view type : {"new", "annual_review"}) {
        Packet packet;
        for (const LeafInfo& leaf : leaves()) {
          if (!leaf.id.ends_with(".county")) packet.answers.set(leaf.leaf, "1..2,3");
        }
        packet = with(packet, {{Leaf::arrangement_action, action}, {Leaf::arrangement_type, type}});
        for (const FormStatus& form : find_forms(packet, assessment_of(packet))) {
          std::set<std::string_view> fields;
          for (const MissingItem& item : form.missing) CHECK_MESSAGE(fields.insert(item.field).second, item.field);
        }
      }
    }
  }

  TEST_CASE("what is wrong with a place is said of the place, which is asked in one field (App. D, Part A)") {
    const FormStatus review =
        status_of(Appendix::annual_review, with(example_a(), {{Leaf::arrangement_type, "annual_review"},
                                                              {Leaf::annual_review_current_worksite_state, "1..2,3"}}));
    const auto found = std::find_if(review.missing.begin(), review.missing.end(), [](const MissingItem& one) {
      return one.field == "annual_review.current_worksite.state";
    });
    REQUIRE(found != review.missing.end());
    CHECK(found->words.starts_with("Current official worksite/duty station: "));
  }

  TEST_CASE("as JSON") {
    const Packet packet = example_a();
    const Json json = forms_json(find_forms(packet, assessment_of(packet)));
    REQUIRE(json.as_array()->size() == 4);
    const Json& agreement = (*json.as_array())[1];
    CHECK(*agreement.find_string("appendix") == "App. B");
    CHECK(agreement.find("required")->as_boolean() == true);
    CHECK(agreement.find("before_it_begins")->as_array()->size() == 4);
    CHECK((*json.as_array())[0].find("before_it_begins") == nullptr);
  }
}
