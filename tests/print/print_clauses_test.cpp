// The print has every item and every clause of the four forms, in the form's own order, with its item and paragraph:
// App. A, Parts A to M; App. B, Parts A to D and items 1 to 6; App. C, Parts A to C; App. D.
#include <doctest/doctest.h>

#include <algorithm>

#include "long_text.h"
#include "order/clauses.h"
#include "packet/rates_at_hand.h"
#include "print/print_answers.h"
#include "print/print_document.h"

using namespace ftt;
using test::rates_at_hand;

namespace {

const std::string& document() {
  static const std::string page = print_document(Packet{}, {rates_at_hand(), {hrm_6040_2, calendar_date(2026, 11, 21)}},
                                                 {"", {print_parts.begin(), print_parts.end()}});
  return page;
}

// What is printed of one part, from its head to that of the next one.
std::string_view sheet(PrintPart part) {
  const std::string_view page = document();
  const std::size_t begin = page.find(concat("id=\"sheet-", name_of(part), "\""));
  REQUIRE(begin != std::string_view::npos);
  return page.substr(begin, page.find("<section class=\"sheet", begin) - begin);
}

// Where one of the texts stands first, from a place on; the end of the page where none does.
std::size_t first_of(std::string_view page, std::size_t from, const std::vector<std::string>& texts) {
  std::size_t first = std::string_view::npos;
  for (const std::string& text : texts) first = std::min(first, page.find(text, from));
  return first;
}

// As an item may stand: in a box, on a line, above a long text, above a signature, below a box.
std::vector<std::string> ways_to_print(const LeafInfo& leaf) {
  const std::string name = print::inert(leaf.group == Group::none ? leaf.label : leaf.field_label);
  const std::string number = print::item_number(leaf.item);
  const std::string both =
      print::inert(print::numbered(leaf.item, leaf.group == Group::none ? leaf.label : leaf.field_label));
  if (leaf.group == Group::signature) return {concat("<h4>", name, "</h4>")};
  return {concat("<dt>", both, "</dt>"), concat("<td class=\"line\">", number, "</td><th scope=\"row\">", name),
          concat(">", both, "</span></h4>"), concat("<div class=\"small\">", name, ":")};
}

// Typed salaries and how rates and readings are chosen stand in the notes of their lines, once there is something.
bool stands_in_a_note(Leaf leaf) {
  constexpr std::array all = {
      Leaf::locality_pay_year,           Leaf::locality_pay_requested_salary, Leaf::locality_pay_agency_salary,
      Leaf::locality_pay_salary_source,  Leaf::travel_budget_per_diem_month,  Leaf::travel_budget_trip_cost_method,
      Leaf::travel_budget_trips_in_term, Leaf::additional_transit_subsidy};
  return std::find(all.begin(), all.end(), leaf) != all.end();
}

void check_items(PrintPart part, std::initializer_list<std::string_view> sections) {
  const std::string_view page = sheet(part);
  std::size_t last = 0;
  std::string_view field;
  for (const LeafInfo& leaf : leaves()) {
    if (std::find(sections.begin(), sections.end(), leaf.section()) == sections.end()) continue;
    if (stands_in_a_note(leaf.leaf) || (leaf.group != Group::none && leaf.field == field)) continue;
    field = leaf.field;
    CAPTURE(leaf.id);
    const std::size_t place = first_of(page, last, ways_to_print(leaf));
    REQUIRE(place != std::string_view::npos);
    last = place + 1;
  }
  CHECK(last > 0);
}

void check_in_order(std::string_view page, std::initializer_list<std::string_view> texts) {
  std::size_t last = 0;
  for (const std::string_view text : texts) {
    CAPTURE(text);
    const std::size_t place = page.find(text, last);
    REQUIRE(place != std::string_view::npos);
    last = place + text.size();
  }
}

// Within a form that is "pursuant to HRM 6040.2" the paragraph alone; App. D does not say so.
std::string cited_as(PrintPart part, const Clause& clause) {
  std::string_view text = clause.paragraph.text();
  constexpr std::string_view policy = "HRM 6040.2 ";
  if (part != PrintPart::annual_review) text.remove_prefix(policy.size());
  return print::inert(text);
}

// Each of the clauses with its item, its words and its paragraph, in one row.
void check_clauses(PrintPart part, ClausePart clause_part) {
  const std::string_view page = sheet(part);
  std::size_t last = 0;
  for (const Clause& clause : clauses(clause_part)) {
    CAPTURE(clause.id);
    const std::string words = print::inert(clause.cite.paragraph().restatement);
    const std::string with_item = clause.item.empty() ? words : concat(">", clause.item, ".</span><span>", words);
    const std::size_t place = page.find(concat(with_item, " <cite>", cited_as(part, clause)), last);
    REQUIRE(place != std::string_view::npos);
    last = place + 1;
  }
}

}  // namespace

TEST_CASE("App. A: every item of Parts A to M stands in the print, in the order of the form") {
  check_items(PrintPart::analysis_tool,
              {"arrangement", "employee", "position", "locality_pay", "travel_budget", "additional", "relocation",
               "justification", "concurring_supervisor", "concurrences", "determination", "worksite_change"});
  check_in_order(
      sheet(PrintPart::analysis_tool),
      {"Full-Time Telework Arrangement Analysis Tool", "GSA Form 3703", "Full-Time Telework Arrangement Data",
       "Employee Data", "Position Data", "Locality Pay Calculations", "Full-Time Telework Travel Budget Development",
       "Additional Costs/Savings", "Cost Benefit Analysis", "Estimation of Relocation Costs", "Justification",
       "Concurring Supervisor", "Concurrences", "Approval/Disapproval", "Change of Official Worksite/Duty Station"});
}

TEST_CASE("App. B, Parts A to D: every item stands in the print; Part D is numbered from 1") {
  check_in_order(sheet(PrintPart::agreement),
                 {"GSA Full-Time Telework Arrangement Agreement",
                  "Full-Time Telework Arrangement Data",
                  "<dt>1. Select</dt>",
                  "New arrangement",
                  "Modification/Renewal",
                  "<dt>2. Select</dt>",
                  "Short-term",
                  "Long-term",
                  "Duration",
                  "through",
                  "Employee Data",
                  "<dt>1. Last name",
                  "<dt>1. First name",
                  "<dt>1. Middle initial",
                  "<dt>2. Official worksite/duty station of the full-time telework arrangement (address)",
                  "<dt>3. Within the same commuting area as the agency worksite",
                  "Position Data",
                  "<dt>1. Employing office",
                  "<dt>2. Agency worksite",
                  "<dt>3. Position title",
                  "<dt>3. Series",
                  "<dt>4. Grade",
                  "<dt>5. Step",
                  "<dt>6. Supervisory status",
                  "Documentation",
                  "<dt>1. Telework agreement completed and approved",
                  "<dt>2. Analysis Tool completed and approved",
                  "Pursuant to HRM 6040.2, Full-Time Telework Arrangements"});
  check_items(PrintPart::agreement, {"agreement"});
}

TEST_CASE("App. B, items 1 to 6: every term with all its branches, item by item, with its paragraph") {
  check_clauses(PrintPart::agreement, ClausePart::term);
}

TEST_CASE("App. B: the signatures stand behind the terms; what is missing before it may begin stands on the cover") {
  check_in_order(sheet(PrintPart::agreement),
                 {">6b(2).</span>", "<h4>Employee&#39;s signature", "<h4>Supervisor&#39;s signature"});
  CHECK(test::lacks(sheet(PrintPart::agreement), "Before the arrangement may begin"));
  check_in_order(sheet(PrintPart::cover), {"Before the arrangement may begin: There is no approved Analysis Tool yet.",
                                           "There is no approved telework agreement yet."});
}

TEST_CASE("App. C, Parts A to C: name, both clocks, certifications point by point, Privacy Act statement, signatures") {
  check_items(PrintPart::recruit_agreement, {"recruit_agreement"});
  check_in_order(
      sheet(PrintPart::recruit_agreement),
      {"GSA Full-Time Telework Recruit Agreement", "within 90 days", "Part A", "Employee Data", "within 60 days",
       "within 90 days", "Part B", "Employee Certification", "I understand", "Privacy Act Statement",
       "By signing this agreement, I affirm", "<h4>Employee&#39;s signature", "Part C", "Supervisor Certification",
       "By signing this agreement, I affirm", "<h4>Supervisor&#39;s signature"});
  check_clauses(PrintPart::recruit_agreement, ClausePart::employee_understands);
  check_clauses(PrintPart::recruit_agreement, ClausePart::privacy);
  check_clauses(PrintPart::recruit_agreement, ClausePart::employee_affirms);
  check_clauses(PrintPart::recruit_agreement, ClausePart::supervisor_certifies);
}

TEST_CASE("App. D: name, worksites, dates, the two statements, signatures") {
  check_items(PrintPart::annual_review, {"annual_review"});
  check_in_order(sheet(PrintPart::annual_review),
                 {"GSA Full-Time Telework Arrangement Annual Review Form", "Part A", "Employee Data", "Date of review",
                  "Date of the Analysis Tool reviewed"});
  check_clauses(PrintPart::annual_review, ClausePart::review_states);
}
