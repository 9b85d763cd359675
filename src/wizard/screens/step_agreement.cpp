// Agreement and recruit agreement: what the answers fill, what is asked beside it, and every point that is signed.
//
// Covers App. B, Parts A to D and items 1 to 6, and App. C, Parts A to C. Does not decide what is due when (rules do).
#include <initializer_list>
#include <string>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "form/place.h"
#include "view/build.h"
#include "view/wording.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/packet_nodes.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

// What the answers say to these leaves, in one line.
std::string joined(const SessionData& data, std::initializer_list<Leaf> wanted) {
  std::string words;
  for (const Leaf which : wanted) {
    const std::string text = shown_answer(data, which);
    if (!text.empty()) append(words, words.empty() ? "" : ", ", text);
  }
  return words;
}

// "Long-term (reviewed and updated annually), from Monday, July 14, 2025", and where it ends ", through …".
std::string duration(const SessionData& data) {
  std::string words = shown_answer(data, Leaf::arrangement_term);
  const auto add = [&](std::string_view before, Leaf day) {
    const std::string text = shown_answer(data, day);
    if (!text.empty()) append(words, words.empty() ? "" : ", ", before, text);
  };
  add("from ", Leaf::arrangement_start);
  add("through ", Leaf::arrangement_end);
  return sentence_case(words);
}

std::string worksite(const SessionData& data, const PlaceLeaves& place) {
  const std::string address = shown_answer(data, place.address);
  const std::string town = place_text(data.packet.answers, place);
  return concat(address, address.empty() || town.empty() ? "" : ", ", town);
}

std::string kind_of(const SessionData& data) {
  const Known<ArrangementType> type = data.packet.answers.arrangement_type();
  if (!type.has_value()) return {};
  return type.value() == ArrangementType::new_arrangement ? "New arrangement" : "Modification or renewal";
}

// Parts A to C as the agreement has them.
void add_filled(Node& main, const SessionData& data) {
  Node table = build::table("agreement.filled", "Filled in from your answers", {{"Item"}, {"Answer"}});
  const auto add = [&](std::string_view item, std::string_view name, std::string words) {
    table.rows.push_back(
        {std::string(item),
         {with_item(data, item, name), words.empty() ? std::string("not answered yet") : std::move(words)},
         false});
  };
  const bool is_recruit = !applies(Leaf::employee_last_name, data.packet.answers);
  add("A1", "Kind", kind_of(data));
  add("A2", "Duration", duration(data));
  add("B1", "Employee",
      is_recruit ? joined(data, {Leaf::recruit_agreement_last_name, Leaf::recruit_agreement_first_name,
                                 Leaf::recruit_agreement_middle_initial})
                 : joined(data, {Leaf::employee_last_name, Leaf::employee_first_name, Leaf::employee_middle_initial}));
  add("B2", "Official worksite", worksite(data, requested_worksite));
  add("C1", "Employing office",
      joined(data,
             {Leaf::position_office_component, Leaf::position_office_region, Leaf::position_office_organization}));
  add("C2", "Agency worksite", worksite(data, agency_worksite));
  add("C3", "Position", joined(data, {Leaf::position_title, Leaf::position_series}));
  // The pay plan alone is no answer where it has grades.
  const Answers& answers = data.packet.answers;
  const bool lacks_grade = answers.is_empty(Leaf::position_grade) && required(Leaf::position_grade, answers);
  add("C4", "Grade", lacks_grade ? std::string() : joined(data, {Leaf::position_pay_plan, Leaf::position_grade}));
  add("C5", "Step", joined(data, {Leaf::position_step}));
  add("C6", "Supervisory", joined(data, {Leaf::position_supervisory}));
  main.children.push_back(std::move(table));
  Node links = build::group("agreement.links", {}, Arrange::row);
  links.children = {build::link("agreement.to_arrangement", "Answer on Arrangement", "step:arrangement"),
                    build::link("agreement.to_employee", "Answer on Employee and position", "step:employee")};
  if (is_recruit) {
    links.children.push_back(
        build::link("agreement.to_recruit", "Answer on Recruit agreement", "step:recruit_agreement"));
  }
  main.children.push_back(std::move(links));
}

void add_signatures(Node& main, const SessionData& data, std::string_view employee, std::string_view supervisor) {
  add_composite(main, data, employee, Arrange::card);
  add_composite(main, data, supervisor, Arrange::card);
}

}  // namespace

void add_agreement(Node& main, const SessionData& data) {
  add_form_state(main, data, Appendix::agreement);
  add_filled(main, data);
  add_leaf(main, data, Leaf::agreement_same_commuting_area);
  main.children.push_back(build::heading("agreement.part_d", 2, with_part(data, "Part D", "Documentation")));
  add_leaf(main, data, Leaf::agreement_telework_agreement_approved);
  add_leaf(main, data, Leaf::agreement_analysis_tool_approved);
  main.children.push_back(build::heading("agreement.terms", 2, "What both sides agree to"));
  add_clauses(main, ClausePart::term);
  main.children.push_back(build::heading("agreement.signatures", 2, "Signatures"));
  add_signatures(main, data, "agreement.employee_signature", "agreement.supervisor_signature");
}

void add_recruit_agreement(Node& main, const SessionData& data) {
  if (!is_on_the_way(data, Step::recruit_agreement)) {
    Node note = build::finding("recruit_agreement.not_here", Tone::information,
                               "This packet is for a current incumbent. Only a recruit signs this agreement.");
    note.cite = "HRM 6040.2 ¶10c";
    note.children.push_back(act_button(action("start.recruit"), "Start a new packet for a recruit"));
    main.children.push_back(std::move(note));
    return;
  }
  add_form_state(main, data, Appendix::recruit_agreement);
  main.children.push_back(build::heading("recruit_agreement.part_a", 2, with_part(data, "Part A", "Employee")));
  add_row(
      main, data, "recruit_agreement.name",
      {Leaf::recruit_agreement_last_name, Leaf::recruit_agreement_first_name, Leaf::recruit_agreement_middle_initial});
  add_leaf(main, data, Leaf::recruit_agreement_entry_on_duty);
  add_leaf(main, data, Leaf::recruit_agreement_training_completed);
  add_date(main, data, "clock.recruit_training");
  add_date(main, data, "clock.recruit_agreement");
  main.children.push_back(
      build::heading("recruit_agreement.part_b", 2, with_part(data, "Part B", "Employee certification")));
  add_clauses(main, ClausePart::employee_understands, "The employee certifies and understands");
  add_clauses(main, ClausePart::privacy, "Privacy Act statement");
  add_clauses(main, ClausePart::employee_affirms, "By signing, the employee affirms");
  main.children.push_back(
      build::heading("recruit_agreement.part_c", 2, with_part(data, "Part C", "Supervisor certification")));
  add_clauses(main, ClausePart::supervisor_certifies, "By signing, the supervisor certifies");
  main.children.push_back(build::heading("recruit_agreement.signatures", 2, "Signatures"));
  add_signatures(main, data, "recruit_agreement.employee_signature", "recruit_agreement.supervisor_signature");
}

}  // namespace ftt
