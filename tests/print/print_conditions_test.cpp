// Nobody signs less than the order says: every condition, exception, consequence and "in accordance with" of App. B,
// items 1 to 6, and App. C, Parts B and C, stands in the print, in the row of its own clause.
//
// The table lists them: the order's words, and ours for them.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "long_text.h"
#include "order/clauses.h"
#include "packet/rates_at_hand.h"
#include "print/print_answers.h"
#include "print/print_document.h"

using namespace ftt;
using test::rates_at_hand;

namespace {

struct Condition {
  std::string_view clause;
  std::string_view order;  // the order's words
  std::string_view ours;   // what stands for them in the print
};

constexpr Condition conditions[] = {
    {"agreement.travel", "is entitled to travel reimbursement", "is entitled to be reimbursed"},
    {"agreement.travel", "if required to travel to the agency worksite",
     "who is required to travel to the agency worksite"},
    {"agreement.travel", "pursuant to GSA policy, OAS 5700.1 CHGE 1", "under GSA policy OAS 5700.1 CHGE 1"},
    {"agreement.time", "is responsible for recording his or her telework appropriately",
     "is responsible for recording the telework correctly"},
    {"agreement.time", "in GSA's electronic time and attendance management system",
     "in GSA's electronic time and attendance system"},
    {"agreement.time", "as Code 93", "full-time telework under code 93"},
    {"agreement.transit", "is not eligible for participation", "may not take part"},
    {"agreement.transit", "GSA's Transit Subsidy Program", "GSA's Transit Subsidy Program"},
    {"agreement.transit", "to offset the costs of commuting to and from a GSA office",
     "offsets the costs of commuting to and from a GSA office"},
    {"agreement.telework_ready", "is a telework-ready employee", "is a telework-ready employee"},
    {"agreement.telework_ready", "responsible for adhering to", "is responsible for following"},
    {"agreement.telework_ready", "GSA Dismissal and Closure Procedures", "GSA's dismissal and closure procedures"},
    {"agreement.review", "on an annual basis", "reviewed every year"},
    {"agreement.review", "as outlined in HRM 6040.2", "as HRM 6040.2 sets out"},
    {"agreement.review.justified", "If continuation is determined to be justified",
     "finds that continuing the arrangement is justified"},
    {"agreement.review.justified", "based on analysis outlined in HRM 6040.2",
     "If the analysis that HRM 6040.2 sets out"},
    {"agreement.review.justified", "the employee and supervisor will agree to and sign",
     "the employee and the supervisor agree to and sign"},
    {"agreement.review.justified", "a Full-Time Telework Arrangement Agreement to continue the arrangement",
     "a Full-Time Telework Arrangement Agreement to continue it"},
    {"agreement.review.more_costly", "If continuation is determined to be more costly",
     "If continuing the arrangement is found to cost more"},
    {"agreement.review.more_costly", "than locating the position at the agency worksite",
     "than having the position at the agency worksite"},
    {"agreement.review.more_costly", "management will make every effort to reduce direct costs",
     "management makes every effort to reduce direct costs"},
    {"agreement.review.more_costly", "less travel to the agency worksite", "less travel to the agency worksite"},
    {"agreement.review.more_costly", "If management determines that direct costs cannot be reduced to a point",
     "If management decides that direct costs cannot be reduced so far"},
    {"agreement.review.more_costly", "the tangible and intangible benefits outweigh the direct costs",
     "the tangible and intangible benefits of the arrangement outweigh them"},
    {"agreement.review.more_costly", "then management will assess the direct costs of termination",
     "management then assesses the direct costs of ending it"},
    {"agreement.review.more_costly", "i.e., payment of relocation expenses",
     "that is, the payment of relocation expenses"},
    {"agreement.review.more_costly", "must be compared to the cost of continuing",
     "must be compared with the cost of continuing the arrangement"},
    {"agreement.ending", "In addition to the annual review", "In addition to the annual review"},
    {"agreement.ending", "may be terminated at any time", "may be ended at any time"},
    {"agreement.ending.business", "if upon review management determines", "if management decides upon review"},
    {"agreement.ending.business", "that termination is necessary", "that this is necessary"},
    {"agreement.ending.business", "changing business or organizational needs",
     "changing business or organizational needs"},
    {"agreement.ending.business", "increased travel costs", "increased travel costs"},
    {"agreement.ending.business", "other mission/business reasons", "other reasons of mission or business"},
    {"agreement.ending.business", "offered a position at the same grade and pay",
     "is then offered a position at the same grade and pay"},
    {"agreement.ending.business", "in the commuting area of the current official worksite/duty station",
     "in the commuting area of the current official worksite/duty station"},
    {"agreement.ending.business", "or will be offered the opportunity to move to the agency worksite",
     "or is offered the opportunity to move to the agency worksite"},
    {"agreement.ending.business.accepted", "If the employee accepts an offer to move",
     "If the employee accepts an offer to move"},
    {"agreement.ending.business.accepted", "relocation costs will be paid by GSA", "GSA pays the relocation costs"},
    {"agreement.ending.business.accepted", "in accordance with regulation", "in accordance with regulation"},
    {"agreement.ending.business.declined", "If there is no suitable position available",
     "If no suitable position is available"},
    {"agreement.ending.business.declined", "in the local commuting area", "in the local commuting area"},
    {"agreement.ending.business.declined",
     "or if the employee declines a suitable position and the offer to move to the agency worksite",
     "or if the employee declines both a suitable position and the offer to move to the agency worksite"},
    {"agreement.ending.business.declined", "management will propose the employee's removal",
     "management proposes the employee's removal"},
    {"agreement.ending.business.declined",
     "for failure to accept a management-directed reassignment outside the commuting area",
     "for failure to accept a management-directed reassignment outside the commuting area"},
    {"agreement.ending.business.declined",
     "in accordance with applicable regulations, policies, and collective bargaining agreements",
     "in accordance with the regulations, policies and collective bargaining agreements that apply. "},
    {"agreement.ending.business.declined", "will be entitled to transition assistance",
     "is entitled to transition assistance"},
    {"agreement.ending.business.declined",
     "in accordance with applicable regulations, policies, and collective bargaining agreements",
     "in accordance with the regulations, policies and collective bargaining agreements that apply to it"},
    {"agreement.ending.business.declined", "including the GSA Career Transition Assistance Plan",
     "including GSA's Career Transition Assistance Plan (CTAP)"},
    {"agreement.ending.business.declined", "In addition to transition services", "In addition to transition services"},
    {"agreement.ending.business.declined", "CTAP provides selection priority", "CTAP gives selection priority"},
    {"agreement.ending.business.declined", "for positions announced within the employee's commuting area",
     "for positions that are announced within the employee's commuting area"},
    {"agreement.ending.business.declined", "for which the employee applies", "for which the employee applies"},
    {"agreement.ending.business.declined", "and is well-qualified", "and is well qualified"},
    {"agreement.ending.performance", "may be terminated by management at any time",
     "Management may end the arrangement at any time"},
    {"agreement.ending.performance", "as a result of performance or misconduct",
     "as a result of performance or misconduct"},
    {"agreement.ending.performance", "as outlined in CPO 9751.1, Maintaining Discipline",
     "as CPO 9751.1, Maintaining Discipline, outlines it"},
    {"agreement.ending.performance",
     "The GSA Workforce Mobility and Telework Policy identifies specific instances of misconduct",
     "The GSA Workforce Mobility and Telework Policy names specific misconduct"},
    {"agreement.ending.performance", "that require the termination of a telework agreement",
     "for which a telework agreement must be ended"},
    {"agreement.ending.performance", "will consult with their servicing HR office",
     "consult their servicing HR office"},
    {"agreement.ending.performance", "before taking any action", "before they take any action"},
    {"agreement.ending.performance", "When the decision is made", "When it has been decided"},
    {"agreement.ending.performance", "the employee will be directed to report to his or her agency worksite",
     "the employee is directed to report to the agency worksite"},
    {"agreement.ending.performance", "or may be offered a position at the same grade and pay",
     "or may be offered a position at the same grade and pay"},
    {"agreement.ending.performance",
     "within the commuting area of the employee's current official worksite/duty station",
     "within the commuting area of the current official worksite/duty station"},
    {"agreement.ending.performance.accepted", "If the employee accepts an offer to move to the agency worksite",
     "If the employee accepts an offer to move to the agency worksite"},
    {"agreement.ending.performance.accepted", "any relocation expenses will be paid by the employee",
     "the employee pays any relocation expenses"},
    {"agreement.ending.performance.declined", "If the employee declines to move to the agency worksite",
     "If the employee declines to move to the agency worksite"},
    {"agreement.ending.performance.declined", "management will propose the employee's removal",
     "management proposes the employee's removal"},
    {"agreement.ending.performance.declined",
     "for failure to accept a management-directed reassignment outside of the commuting area",
     "for failure to accept a management-directed reassignment outside the commuting area"},
    {"agreement.ending.performance.declined",
     "in accordance with applicable regulations, policies, and collective bargaining agreements",
     "in accordance with the regulations, policies and collective bargaining agreements that apply. "},
    {"agreement.ending.performance.declined", "if eligible", "The employee, if eligible,"},
    {"agreement.ending.performance.declined", "may be entitled to transition assistance",
     "may be entitled to transition assistance"},
    {"agreement.ending.performance.declined",
     "in accordance with applicable regulations, policies, and collective bargaining agreements",
     "in accordance with the regulations, policies and collective bargaining agreements that apply to it"},
    {"agreement.ending.performance.declined", "including the GSA CTAP", "including GSA's CTAP"},
    {"agreement.ending.performance.declined", "CTAP provides selection priority", "CTAP gives selection priority"},
    {"agreement.ending.performance.declined", "for positions announced within the employee's commuting area",
     "for positions that are announced within the employee's commuting area"},
    {"agreement.ending.performance.declined", "for which the employee applies", "for which the employee applies"},
    {"agreement.ending.performance.declined", "and is well-qualified", "and is well qualified"},
    {"agreement.ending.performance.declined",
     "must have a current performance rating of at least fully successful to qualify",
     "To qualify for selection priority, the employee must have a current performance rating of at least fully "
     "successful"},

    {"recruit_agreement.hired", "I have been hired by GSA as a Full-Time Teleworker",
     "GSA has hired me as a full-time teleworker"},
    {"recruit_agreement.hired", "pursuant to the requirements of GSA's Full-Time Telework Arrangements Policy",
     "pursuant to the requirements of GSA's Full-Time Telework Arrangements Policy"},
    {"recruit_agreement.training", "I am required to successfully complete telework training",
     "I am required to complete telework training successfully"},
    {"recruit_agreement.training", "and submit a telework agreement", "and to submit a telework agreement"},
    {"recruit_agreement.training", "within 60 days of my entrance on duty to GSA",
     "within 60 days of my entry on duty at GSA"},
    {"recruit_agreement.ready", "my responsibilities as a telework-ready employee",
     "responsibilities as a telework-ready employee"},
    {"recruit_agreement.ready", "under GSA Dismissal and Closure Procedures",
     "under GSA's dismissal and closure procedures"},
    {"recruit_agreement.equipped", "the IT tools, equipment, and training necessary to telework",
     "the IT tools, the equipment and the training that are necessary to telework"},
    {"recruit_agreement.equipped", "for my work product", "for my work product"},
    {"recruit_agreement.equipped", "in support of my performance", "in support of my performance"},
    {"recruit_agreement.rules", "the laws, rules, regulations, and Agency policies",
     "The laws, rules, regulations and agency policies"},
    {"recruit_agreement.rules", "which govern time and attendance, leave, compensatory time, and overtime",
     "that govern time and attendance, leave, compensatory time and overtime"},
    {"recruit_agreement.rules", "remain in effect", "remain in effect"},
    {"recruit_agreement.rules", "regardless of whether I am working at an Agency worksite",
     "whether I work at an agency worksite"},
    {"recruit_agreement.rules", "or from an appropriate alternative worksite such as my home",
     "or from an appropriate alternative worksite such as my home"},
    {"recruit_agreement.devices",
     "Technology and devices which permit me to work from a remote location such as my home",
     "Technology and devices that let me work from a remote location such as my home"},
    {"recruit_agreement.devices", "laptop computers, email, smartphones, and remote computing programs",
     "laptops, e-mail, smartphones and remote computing programs"},
    {"recruit_agreement.devices", "for Agency business only", "for agency business only"},
    {"recruit_agreement.devices", "during my authorized duty hours", "during my authorized duty hours"},
    {"recruit_agreement.devices", "Agency policies permitting reasonable personal use",
     "The agency policies that permit reasonable personal use"},
    {"recruit_agreement.devices", "of Agency equipment and information technology systems",
     "of agency equipment and information technology systems"},
    {"recruit_agreement.devices", "apply when I am teleworking", "apply when I telework"},
    {"recruit_agreement.overtime", "I obtain my supervisor's approval in writing before I work overtime",
     "I obtain my supervisor's approval in writing before I work overtime"},
    {"recruit_agreement.overtime", "This requirement applies when I am teleworking", "also when I telework"},
    {"recruit_agreement.overtime", "I am not permitted to work overtime unless it is authorized and approved",
     "I am not permitted to work overtime unless my supervisor has authorized and approved it"},
    {"recruit_agreement.overtime", "in advance by my supervisor", "in advance"},
    {"recruit_agreement.privacy", "subject to the Privacy Act of 1974 (5 U.S.C. Section 552a)",
     "subject to the Privacy Act of 1974 (5 U.S.C. 552a)"},
    {"recruit_agreement.privacy.authority", "used to collect data from GSA employees entering into telework agreements",
     "collects data from GSA employees who enter into telework agreements"},
    {"recruit_agreement.privacy.authority", "pursuant to HCO 6040.1A", "pursuant to HCO 6040.1A"},
    {"recruit_agreement.privacy.authority", "The Telework Enhancement Act of 2010, P.L. 111-292 of December 9, 2010",
     "the Telework Enhancement Act of 2010 (Public Law 111-292 of December 9, 2010)"},
    {"recruit_agreement.privacy.authority", "P.L. 106-346, § 359 of Oct. 23, 2000",
     "Public Law 106-346, section 359, of October 23, 2000"},
    {"recruit_agreement.privacy.purpose", "to document position telework eligibility",
     "to document whether a position is eligible for telework"},
    {"recruit_agreement.privacy.purpose", "facilitate implementation of individual telework arrangements",
     "to help put individual telework arrangements into effect"},
    {"recruit_agreement.privacy.routine_uses", "to appropriate Federal, State, or local agencies",
     "to the appropriate Federal, State or local agencies"},
    {"recruit_agreement.privacy.routine_uses",
     "when relevant to civil, criminal, or regulatory investigations or prosecutions",
     "when it is relevant to civil, criminal or regulatory investigations or prosecutions"},
    {"recruit_agreement.privacy.routine_uses",
     "to the Office of Personnel Management or the Government Accountability Office for evaluation of the program",
     "to the Office of Personnel Management or the Government Accountability Office for evaluation of the program"},
    {"recruit_agreement.privacy.routine_uses", "to a Member of Congress or staff", "to a Member of Congress or staff"},
    {"recruit_agreement.privacy.routine_uses", "in response to a request for assistance by the employee of record",
     "in response to a request for assistance by the employee of record"},
    {"recruit_agreement.privacy.routine_uses", "to another Federal agency or to a court under judicial proceedings",
     "to another Federal agency or to a court under judicial proceedings"},
    {"recruit_agreement.privacy.routine_uses", "to an expert, consultant, or contractor of GSA",
     "to an expert, consultant or contractor of GSA"},
    {"recruit_agreement.privacy.routine_uses",
     "when needed to further the implementation and operation of this program",
     "when it is needed to further the implementation and operation of the program"},
    {"recruit_agreement.privacy.voluntary", "Furnishing the information on this form is voluntary",
     "Furnishing the information on this form is voluntary"},
    {"recruit_agreement.affirms.policies", "I have read and understand the GSA Workforce Mobility and Telework Policy",
     "I have read and understand the GSA Workforce Mobility and Telework Policy"},
    {"recruit_agreement.affirms.policies", "and GSA Full-Time Telework Arrangements Policy",
     "and the GSA Full-Time Telework Arrangements Policy"},
    {"recruit_agreement.affirms.policies", "in accordance with all provisions of this telework agreement",
     "in accordance with all provisions of this telework agreement"},
    {"recruit_agreement.affirms.policies", "and Agency policy", "and agency policy"},
    {"recruit_agreement.affirms.worksite", "Ensuring that my appropriate alternative worksite",
     "I make sure that my appropriate alternative worksite"},
    {"recruit_agreement.affirms.worksite", "is safe, secure, and suitable for teleworking activities",
     "is safe, secure and suitable for telework"},
    {"recruit_agreement.affirms.internet", "internet access to access resources",
     "internet access, so that I can reach resources"},
    {"recruit_agreement.affirms.internet", "at no cost to GSA", "at no cost to GSA"},
    {"recruit_agreement.affirms.safeguards", "Securing and safeguarding", "I secure and safeguard"},
    {"recruit_agreement.affirms.safeguards", "GSA-furnished equipment", "equipment that GSA furnishes"},
    {"recruit_agreement.affirms.performance", "Working at a satisfactory level", "I work at a satisfactory level"},
    {"recruit_agreement.affirms.performance", "to meet my performance and development objectives",
     "to meet my performance and development objectives"},
    {"recruit_agreement.affirms.requirements", "Meeting my personal", "I meet my personal requirements"},
    {"recruit_agreement.affirms.requirements", "organizational", "those of my organization"},
    {"recruit_agreement.affirms.requirements", "and work team requirements", "those of my work team"},
    {"recruit_agreement.affirms.closure", "Adhering to appropriate requirements",
     "I follow the appropriate requirements"},
    {"recruit_agreement.affirms.closure", "outlined in GSA Dismissal and Closure Procedures",
     "in GSA's dismissal and closure procedures"},
    {"recruit_agreement.affirms.timekeeping", "Documenting my participation in telework", "I document my telework"},
    {"recruit_agreement.affirms.timekeeping", "in accordance with established timekeeping procedures",
     "in accordance with established timekeeping procedures"},
    {"recruit_agreement.affirms.subject", "subject to all agency guidelines, rules, and policies",
     "subject to all agency guidelines, rules and policies"},
    {"recruit_agreement.supervisor.policies", "I have read and understand GSA's Workforce Mobility and Telework Policy",
     "I have read and understand GSA's Workforce Mobility and Telework Policy"},
    {"recruit_agreement.supervisor.policies", "and GSA's Full-Time Telework Arrangements Policy",
     "and GSA's Full-Time Telework Arrangements Policy"},
    {"recruit_agreement.supervisor.policies", "will work in accordance with this agreement and Agency policy",
     "will work in accordance with this agreement and agency policy"},
    {"recruit_agreement.supervisor.alike", "will refrain from treating employees differently",
     "I will refrain from treating employees differently"},
    {"recruit_agreement.supervisor.alike", "based on participation in telework", "based on whether they telework"},
    {"recruit_agreement.supervisor.alike", "for purposes of all decisions involving managerial discretion",
     "for purposes of all decisions that involve managerial discretion"},
    {"recruit_agreement.supervisor.assignments", "Distribution of assignments", "The distribution of assignments"},
    {"recruit_agreement.supervisor.communication", "Use of appropriate work tracking and communication tools",
     "The use of appropriate tools for tracking work and for communication"},
    {"recruit_agreement.supervisor.performance", "Performance management", "Performance management"},
    {"recruit_agreement.supervisor.subject", "subject to all agency guidelines, rules, and policies",
     "subject to all agency guidelines, rules and policies"},
};

const std::string& page_of_agreements() {
  static const std::string page = print_document(Packet{}, {rates_at_hand(), {hrm_6040_2, calendar_date(2026, 11, 21)}},
                                                 {"", {PrintPart::agreement, PrintPart::recruit_agreement}});
  return page;
}

// The rows of clauses in the print, in their order.
std::vector<std::string_view> printed_rows() {
  std::vector<std::string_view> rows;
  std::string_view rest = page_of_agreements();
  for (std::size_t at = rest.find("<ul class=\"clauses\">"); at != std::string_view::npos;
       at = rest.find("<ul class=\"clauses\">")) {
    std::string_view list = rest.substr(at, rest.find("</ul>", at) - at);
    rest.remove_prefix(at + list.size());
    for (std::size_t row = list.find("<li"); row != std::string_view::npos; row = list.find("<li", row + 1)) {
      rows.push_back(list.substr(row, list.find("</li>", row) - row));
    }
  }
  return rows;
}

std::vector<const Clause*> clauses_to_sign() {
  std::vector<const Clause*> all;
  for (const Clause& clause : clauses()) {
    if (clause.part != ClausePart::review_states) all.push_back(&clause);
  }
  return all;
}

}  // namespace

TEST_CASE("App. B, items 1 to 6, and App. C: every condition stands in the print, in the row of its own clause") {
  const std::vector<const Clause*> to_sign = clauses_to_sign();
  const std::vector<std::string_view> rows = printed_rows();
  REQUIRE(rows.size() == to_sign.size());
  std::set<std::string_view> with_conditions;
  for (const Condition& condition : conditions) {
    CAPTURE(condition.clause);
    CAPTURE(condition.order);
    CAPTURE(condition.ours);
    const auto clause =
        std::find_if(to_sign.begin(), to_sign.end(), [&](const Clause* one) { return one->id == condition.clause; });
    REQUIRE(clause != to_sign.end());
    with_conditions.insert(condition.clause);
    const std::string_view row = rows[static_cast<std::size_t>(clause - to_sign.begin())];
    const std::string words = print::inert(condition.ours);
    const std::size_t place = row.find(words);
    CHECK(place != std::string_view::npos);
    // Once, so that no other place in the row stands in for one that is lost.
    CHECK(test::lacks(row.substr(place + 1), words));
  }
  for (const Clause* clause : to_sign) {
    CAPTURE(clause->id);
    CHECK(with_conditions.contains(clause->id));
  }
}

TEST_CASE("App. B, items 6a and 6b: what follows from each answer begins with its condition") {
  const std::vector<const Clause*> to_sign = clauses_to_sign();
  std::size_t count = 0;
  for (const Clause* clause : to_sign) {
    if (clause->part != ClausePart::term || clause->level != 2) continue;
    CAPTURE(clause->item);
    CHECK(clause->cite.paragraph().restatement.starts_with("If "));
    ++count;
  }
  CHECK(count == 4);
}
