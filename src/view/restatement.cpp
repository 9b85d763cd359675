// The restatements, one table in the order of the order. Does not quote.
#include "view/restatement.h"

#include <string>

namespace ftt {
namespace {

struct Restatement {
  std::string_view citation;
  std::string_view words;
};

constexpr Restatement restatements[] = {
    // ---- The cover ----
    {"Order ¶1", "The order adds to the agency's telework policy what holds for full-time telework alone."},
    {"Order ¶3",
     "It covers every GSA component and employee but the Office of Inspector General and the Civilian Board of "
     "Contract Appeals, inside the United States, its territories and possessions. Contractors are not covered."},
    {"Order ¶5",
     "The revision clears up the approval steps and the time they may take, who answers for what, travel, timekeeping "
     "and transit, and it renews the Analysis Tool."},
    // ---- The policy ----
    {"HRM 6040.2 ¶1",
     "Full-time telework may be considered when it can be shown to be in the best interest of the taxpayers and of the "
     "agency. The assessment and approval of this policy are how that is shown, for people already at GSA and for "
     "people being hired. A new worksite or another position needs a new arrangement."},
    {"HRM 6040.2 ¶3a",
     "The agency worksite is where the person would work without telework: the regular place of the position."},
    {"HRM 6040.2 ¶3d",
     "A full-time teleworker does not typically use an agency worksite. The official worksite is then the alternative "
     "one, often the home, and travel to the agency worksite is reimbursed."},
    {"HRM 6040.2 ¶3e",
     "The travel budget is a year's travel between the agency worksite and the official worksite, and no other "
     "travel."},
    {"HRM 6040.2 ¶3h",
     "The official worksite is where the work is regularly done. Someone who is scheduled at the agency worksite at "
     "least twice in each pay period has the agency worksite as official worksite; someone who is not has the "
     "alternative worksite."},
    {"HRM 6040.2 ¶3", "The policy's terms: worksites, full-time teleworker, travel budget, commuting area, telework."},
    {"HRM 6040.2 ¶6a(1)",
     "A change of position or of official worksite that changes locality pay ends the arrangement; a new one is "
     "needed."},
    {"HRM 6040.2 ¶6a(5)", "A full-time teleworker does not receive a transit subsidy."},
    {"HRM 6040.2 ¶6",
     "The terms of taking part: travel to the agency worksite is reimbursed, full-time telework is recorded in the "
     "time "
     "system, there is no transit subsidy, and continuity and emergency duties hold."},
    {"HRM 6040.2 ¶7",
     "An arrangement of more than 90 days needs three documents: the approved Analysis Tool with the travel budget, "
     "the "
     "approved agreement, and a telework agreement in the agency's system. Reasonable accommodation goes another way, "
     "through the supervisor and the servicing HR office."},
    {"HRM 6040.2 ¶8b",
     "A current employee has held the present position at the agency worksite for at least 180 days before the request "
     "is considered, unless the position was advertised as full-time telework."},
    {"HRM 6040.2 ¶8c", "The supervisor sees to it that direct costs and savings are worked out in the Analysis Tool."},
    {"HRM 6040.2 ¶8d",
     "Beside the travel budget, management considers what it could cost to end the arrangement in the interest of the "
     "Government, such as relocation (41 CFR chapter 302)."},
    {"HRM 6040.2 ¶8e(1)",
     "Where the arrangement costs GSA more than having the person at the agency worksite, the organization justifies "
     "it: why the benefits outweigh the direct costs. It may draw on transit subsidy savings, nearness to customers, "
     "recruiting and keeping talent, and sustainability goals."},
    {"HRM 6040.2 ¶8e(2)",
     "For a current employee the justification also says how likely the person would leave without the arrangement, "
     "and "
     "what the person's unique qualifications or strengths are."},
    {"HRM 6040.2 ¶8",
     "The supervisor sees to it that the Analysis Tool is complete: duties reviewed, time in position, costs and "
     "savings, the possible cost of ending it, and a justification where it is needed."},
    {"HRM 6040.2 ¶9a",
     "Every Analysis Tool, whatever its cost, goes up the chain of command first. It must be complete and say whether "
     "the arrangement is in the best interests of the agency. Within 20 work days of the request it is submitted to "
     "the servicing HR Director or denied."},
    {"HRM 6040.2 ¶9b",
     "The employing office and its budget contact put the travel cost into the office's travel budget."},
    {"HRM 6040.2 ¶9",
     "The order of concurrence: the chain of command within 20 work days, the servicing HR Director within 7 of "
     "receipt, the Deputy Administrator or a designee within 21 of receipt."},
    {"HRM 6040.2 ¶10",
     "When the Analysis Tool is done, the terms are written into the agreement and signed before the arrangement "
     "begins, and the telework agreement is approved before the request starts."},
    {"HRM 6040.2 ¶11b",
     "An arrangement that no longer serves the agency: first its direct costs are cut; if they cannot be cut enough, "
     "the cost of ending it is compared with the cost of going on."},
    {"HRM 6040.2 ¶11",
     "Each year the employing office reviews the arrangement, from July and by August 15. One that was created after "
     "March 30 is first reviewed in the next fiscal year."},
    {"HRM 6040.2 ¶12b",
     "Management may end an arrangement for business reasons. The person is offered a position nearby or a move to the "
     "agency worksite; GSA pays the move."},
    {"HRM 6040.2 ¶12", "When an arrangement must end, when it may, what is offered, and who pays a move."},
    {"HRM 6040.2 ¶13",
     "Kept on record: the rationale, the effective date, the approved travel budget and what was spent of it."},
    // ---- Appendix A ----
    {"App. A, Part A, line 1",
     "Is the request for someone who holds the position now, or for a position being filled?"},
    {"App. A, Part A, line 2",
     "Is the arrangement new, a modification of one that stands, or under its annual review?"},
    {"App. A, Part A, line 3",
     "Short-term means more than 90 days but less than a year, with both dates. Long-term is reviewed and updated "
     "every "
     "year."},
    {"App. A, Part A", "What kind of arrangement this is, and for how long."},
    {"App. A, Part B, line 1", "The person's last name, first name and middle initial."},
    {"App. A, Part B, line 2", "Where the person's official worksite or duty station is now."},
    {"App. A, Part B, line 3", "Where the official worksite or duty station would be. It decides the locality pay."},
    {"App. A, Part B",
     "Who the person is. Asked for a current incumbent or a renewal; a recruit action leaves it open."},
    {"App. A, Part C, line 2", "The agency worksite: where the person would work if not teleworking."},
    {"App. A, Part C", "The position: office, agency worksite, title and series, grade, step, supervisory status."},
    {"App. A, Part D, line 3", "The salary at the requested worksite, by OPM's pay tables."},
    {"App. A, Part D, line 4", "The salary at the agency worksite, by OPM's pay tables."},
    {"App. A, Part D, line 5", "The difference of the two salaries. Below zero, the requested worksite is paid less."},
    {"App. A, Part D", "Both salaries, side by side: the requested worksite's and the agency worksite's."},
    {"App. A, Part E, line 1", "Management's estimate of the share of time at the requested worksite, as a decimal."},
    {"App. A, Part E, line 2", "Management's estimate of the share of time at the agency worksite, as a decimal."},
    {"App. A, Part E, line 3",
     "Management's estimate of the share of time on business travel. What that travel costs is not part of this "
     "analysis."},
    {"App. A, Part E, line 4", "One round trip to the agency worksite, from the Federal travel report."},
    {"App. A, Part E, line 5",
     "Meals and incidental expenses for a day at the agency worksite, from the per diem chart."},
    {"App. A, Part E, line 6", "A hotel night at the agency worksite, from the per diem chart."},
    {"App. A, Part E, line 7", "What a trip costs besides, such as a rental car or parking: management's estimate."},
    {"App. A, Part E, line 8", "The average number of nights of a trip."},
    {"App. A, Part E, line 9",
     "The cost of a trip. The form's words total lines 4 to 7 and multiply by line 8, so that the fare, too, is "
     "counted "
     "once a night. Other readings are worked out beside it."},
    {"App. A, Part E, line 10", "How many trips to the agency worksite are planned in a year."},
    {"App. A, Part E, line 11", "The year's planned travel: the cost of a trip times the number of trips."},
    {"App. A, Part E", "The travel budget: trips between the two worksites only. The three shares add up to one."},
    {"App. A, Part F, line 1", "Transit subsidy that is no longer paid. A full-time teleworker does not receive it."},
    {"App. A, Part F, line 2", "Travel that falls away, for instance because customers are near. Explained in Part I."},
    {"App. A, Part F, line 3", "Office space that is saved. It may not apply to a single person's request."},
    {"App. A, Part F", "Other costs and savings, where they apply. Each is explained in Part I."},
    {"App. A, Part G, line 1", "The overall cost: the year's travel and the total of Part F."},
    {"App. A, Part G, line 2",
     "By how many percent the arrangement costs more than the agency worksite. The form does not name the divisor."},
    {"App. A, Part G", "The cost and benefit analysis, worked out from the parts above."},
    {"App. A, Part H", "What it could cost to relocate the person if management ends the arrangement for its reasons."},
    {"App. A, Part I, line 1", "Why the overall cost of Part G is worth it."},
    {"App. A, Part I, line 2", "What stands behind each amount in Part F."},
    {"App. A, Part I", "The justification of costs and of the lines of Part F."},
    {"App. A, Part J", "The supervisor of the person, or of the position being filled, concurs."},
    {"App. A, Part K", "The concurrences, in their order, up to the Deputy Administrator or designee."},
    {"App. A, Part L", "The final determination: approved or disapproved, with its date."},
    {"App. A, Part M", "When the change of official worksite was proposed and when it was completed."},
    {"App. A",
     "The Full-Time Telework Arrangement Analysis Tool: costs, savings, justification and decision on one form."},
    // ---- Beside the order ----
    {"5 CFR 531.603", "Locality pay areas: each county belongs to one, and the rest is the Rest of U.S. area."},
    {"5 CFR 531.605", "The official worksite for pay is where the work is regularly done."},
    {"5 CFR 531.606", "A locality rate is the base rate increased by the area's percentage, up to the pay cap."},
    {"41 CFR 301-11", "Per diem: what is reimbursed for lodging, meals and incidental expenses on official travel."},
    {"41 CFR 302", "Relocation allowances: what the Government pays when it moves someone."},
};

// "item" and "line" are both used for the numbered places of the form.
std::string canonical(std::string_view citation) {
  std::string text(citation);
  if (const std::size_t item = text.find(", item "); item != std::string::npos) text.replace(item, 7, ", line ");
  return text;
}

// "¶8e(1)(c)" lies in "¶8e(1)", that in "¶8e", that in "¶8"; a line lies in its part, a part in its form.
bool widen(std::string& citation) {
  if (citation.ends_with(')')) {
    const std::size_t open = citation.rfind('(');
    if (open == std::string::npos) return false;
    citation.erase(open);
    return true;
  }
  if (const std::size_t comma = citation.rfind(", "); comma != std::string::npos) {
    citation.erase(comma);
    return true;
  }
  if (!citation.empty() && citation.back() >= 'a' && citation.back() <= 'z' &&
      citation.find("¶") != std::string::npos) {
    citation.pop_back();
    return true;
  }
  const std::size_t dot = citation.rfind('.');
  if (citation.find(" CFR ") != std::string::npos && dot != std::string::npos) {
    citation.erase(dot);
    return true;
  }
  return false;
}

}  // namespace

std::string_view restatement_of(std::string_view citation) {
  std::string wanted = canonical(citation);
  do {
    for (const Restatement& held : restatements) {
      if (held.citation == wanted) return held.words;
    }
  } while (widen(wanted));
  return {};
}

}  // namespace ftt
