// The table of coverage, in the order of the paragraphs, but for what the tables of the rules and of the documents say.
// See coverage.h.
#include "cli/coverage.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

namespace ftt::cli {

namespace {

constexpr std::string_view report_test = "tests/report/make_report_test.cpp";

// Clauses are restated point by point.
constexpr std::string_view printed = "tests/print/print_clauses_test.cpp";
// What helps to write a text is shown beside it, point by point.
constexpr std::string_view prompted = "tests/wizard/justification_test.cpp";

constexpr CoverageEntry entries[] = {
    {cite("Order ¶1"), CoveredBy::background, "It says what the order is for.", ""},
    {cite("Order ¶2"), CoveredBy::background, "It tells where the order comes from.", ""},
    {cite("Order ¶3a(1)"), CoveredBy::rule, "scope.component", "tests/rules/scope_test.cpp"},
    {cite("Order ¶3a(2)"), CoveredBy::rule, "scope.component", "tests/rules/scope_test.cpp"},
    {cite("Order ¶4"), CoveredBy::background, "It cancels an earlier letter.", ""},
    {cite("Order ¶5"), CoveredBy::background, "It lists what the revision changed.", ""},
    {cite("Order ¶6"), CoveredBy::not_decided,
     "Labor relations decides if the duties toward a bargaining unit are met.", ""},
    {cite("Order ¶7"), CoveredBy::background, "It is the signature.", ""},
    {cite("HRM 6040.2 ¶1a"), CoveredBy::background, "It says what the policy sets up.", ""},
    {cite("HRM 6040.2 ¶1b"), CoveredBy::field, "justification.best_interest justification.best_interest_reason",
     "tests/packet/assess_test.cpp"},
    {cite("HRM 6040.2 ¶1c"), CoveredBy::field, "arrangement.action", "tests/form/answers_test.cpp"},
    {cite("HRM 6040.2 ¶1d"), CoveredBy::walk, "change.worksite change.position", "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶1e"), CoveredBy::field, "eligibility.overseas_end", "tests/form/table_test.cpp"},
    {cite("HRM 6040.2 ¶2"), CoveredBy::background, "It lists laws and policies.", ""},
    {cite("HRM 6040.2 ¶3a"), CoveredBy::field, "position.agency_worksite", "tests/form/table_test.cpp"},
    {cite("HRM 6040.2 ¶3c"), CoveredBy::background, "It defines the arrangement.", ""},
    {cite("HRM 6040.2 ¶3d"), CoveredBy::background, "It defines the full-time teleworker; ¶3h decides who is one.", ""},
    {cite("HRM 6040.2 ¶3d(1)"), CoveredBy::rule, "terms.travel", "tests/rules/terms_test.cpp"},
    {cite("HRM 6040.2 ¶3d(2)"), CoveredBy::rule, "worksite.alternative", "tests/rules/official_worksite_test.cpp"},
    {cite("HRM 6040.2 ¶3e"), CoveredBy::figure, "travel_budget.annual", "tests/calc/parts_test.cpp"},
    {cite("HRM 6040.2 ¶3f"), CoveredBy::not_decided,
     "The employing agency sets the commuting area by what is expected locally (5 CFR 550.703).", ""},
    {cite("HRM 6040.2 ¶3g"), CoveredBy::rule, "worksite.mobile", "tests/rules/official_worksite_test.cpp"},
    {cite("HRM 6040.2 ¶3h"), CoveredBy::rule, "worksite.regular worksite.alternative worksite.mobile",
     "tests/rules/official_worksite_test.cpp"},
    {cite("HRM 6040.2 ¶3h"), CoveredBy::walk, "ending.employee_asks", "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶3h(1)"), CoveredBy::rule, "worksite.regular worksite.presence travel_budget.regular_trips",
     "tests/rules/official_worksite_test.cpp"},
    {cite("HRM 6040.2 ¶3h(2)"), CoveredBy::rule, "worksite.alternative worksite.tdy",
     "tests/rules/official_worksite_test.cpp"},
    {cite("HRM 6040.2 ¶3i"), CoveredBy::rule, "worksite.mobile", "tests/rules/official_worksite_test.cpp"},
    {cite("HRM 6040.2 ¶3i(1)"), CoveredBy::field, "travel_budget.share_travel", "tests/form/table_test.cpp"},
    {cite("HRM 6040.2 ¶3i(2)"), CoveredBy::background, "It says that work on the way to a worksite is not telework.",
     ""},
    {cite("HRM 6040.2 ¶3i(3)"), CoveredBy::rule, "worksite.mobile", "tests/rules/official_worksite_test.cpp"},
    {cite("HRM 6040.2 ¶3j"), CoveredBy::rule, "terms.continuity", "tests/rules/terms_test.cpp"},
    {cite("HRM 6040.2 ¶4"), CoveredBy::not_decided, "The duties of HRM 6040.1A are in that order, not in this one.",
     ""},
    {cite("HRM 6040.2 ¶5"), CoveredBy::rule, "eligible.telework eligible.position",
     "tests/rules/requirements_test.cpp"},
    {cite("HRM 6040.2 ¶6a"), CoveredBy::not_decided,
     "The general terms of HRM 6040.1A are in that order, not in this one.", ""},
    {cite("HRM 6040.2 ¶6a(1)"), CoveredBy::walk, "change.locality", "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶6a(2)"), CoveredBy::rule, "worksite.alternative", "tests/rules/official_worksite_test.cpp"},
    {cite("HRM 6040.2 ¶6a(3)"), CoveredBy::rule, "terms.travel", "tests/rules/terms_test.cpp"},
    {cite("HRM 6040.2 ¶6a(4)"), CoveredBy::rule, "terms.time", "tests/rules/terms_test.cpp"},
    {cite("HRM 6040.2 ¶6a(5)"), CoveredBy::rule, "terms.transit additional.transit_without_subsidy",
     "tests/rules/terms_test.cpp"},
    {cite("HRM 6040.2 ¶6a(6)"), CoveredBy::rule, "terms.continuity", "tests/rules/terms_test.cpp"},
    {cite("HRM 6040.2 ¶6b"), CoveredBy::rule, "terms.continuity", "tests/rules/terms_test.cpp"},
    {cite("HRM 6040.2 ¶6c"), CoveredBy::not_decided,
     "Supervisors are responsible for it. Their documents and dates are each listed.", ""},
    {cite("HRM 6040.2 ¶6d"), CoveredBy::walk, "change.worksite", "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶8"), CoveredBy::field, "arrangement.type", "tests/form/answers_test.cpp"},
    {cite("HRM 6040.2 ¶8b"), CoveredBy::rule, "eligible.time_in_position clock.asked_too_early",
     "tests/rules/time_in_position_test.cpp"},
    {cite("HRM 6040.2 ¶8c"), CoveredBy::figure, "cost_benefit.overall cost_benefit.net_annual_change",
     "tests/calc/parts_test.cpp"},
    {cite("HRM 6040.2 ¶8e(1)(a)"), CoveredBy::prompt, "justification.cost", prompted},
    {cite("HRM 6040.2 ¶8e(1)(b)"), CoveredBy::prompt, "justification.cost", prompted},
    {cite("HRM 6040.2 ¶8e(1)(c)"), CoveredBy::prompt, "justification.cost", prompted},
    {cite("HRM 6040.2 ¶8e(1)(c)1"), CoveredBy::prompt, "justification.cost", prompted},
    {cite("HRM 6040.2 ¶8e(1)(c)2"), CoveredBy::prompt, "justification.cost", prompted},
    {cite("HRM 6040.2 ¶8e(1)(c)3"), CoveredBy::prompt, "justification.cost", prompted},
    {cite("HRM 6040.2 ¶8e(1)(c)4"), CoveredBy::prompt, "justification.cost", prompted},
    {cite("HRM 6040.2 ¶8e(1)(c)5"), CoveredBy::prompt, "justification.cost", prompted},
    {cite("HRM 6040.2 ¶8e(1)(d)"), CoveredBy::prompt, "justification.cost", prompted},
    {cite("HRM 6040.2 ¶8e(2)(a)"), CoveredBy::field, "justification.likelihood_of_leaving",
     "tests/packet/assess_test.cpp"},
    {cite("HRM 6040.2 ¶8e(2)(a)"), CoveredBy::prompt, "justification.likelihood_of_leaving", prompted},
    {cite("HRM 6040.2 ¶8e(2)(b)"), CoveredBy::field, "justification.qualifications", "tests/packet/assess_test.cpp"},
    {cite("HRM 6040.2 ¶8e(2)(b)"), CoveredBy::prompt, "justification.qualifications", prompted},
    {cite("HRM 6040.2 ¶9"), CoveredBy::rule, "approval.order approval.denial approval.concurrences approval.agreement",
     "tests/rules/approval_test.cpp"},
    {cite("HRM 6040.2 ¶9"), CoveredBy::rule, "chain.order chain.denial chain.content chain.returned",
     "tests/rules/chain_test.cpp"},
    {cite("HRM 6040.2 ¶9a"), CoveredBy::rule, "chain.request", "tests/rules/chain_test.cpp"},
    {cite("HRM 6040.2 ¶9a"), CoveredBy::rule, "chain.submission", "tests/packet/chain_entries_test.cpp"},
    {cite("HRM 6040.2 ¶9a"), CoveredBy::date, "clock.chain", "tests/rules/deadlines_test.cpp"},
    {cite("HRM 6040.2 ¶9b"), CoveredBy::rule, "chain.budget_contact", "tests/packet/chain_entries_test.cpp"},
    {cite("HRM 6040.2 ¶9b"), CoveredBy::field, "record.budget_contact", "tests/form/table_test.cpp"},
    {cite("HRM 6040.2 ¶9c"), CoveredBy::rule, "chain.receipt", "tests/rules/chain_test.cpp"},
    {cite("HRM 6040.2 ¶9c"), CoveredBy::date, "clock.hr_director clock.deputy_administrator",
     "tests/rules/deadlines_test.cpp"},
    {cite("HRM 6040.2 ¶10a"), CoveredBy::document, "doc.agreement", "tests/rules/documents_test.cpp"},
    {cite("HRM 6040.2 ¶10c"), CoveredBy::document, "doc.recruit_agreement clock.recruit_agreement",
     "tests/rules/documents_test.cpp"},
    {cite("HRM 6040.2 ¶11a"), CoveredBy::date, "review.first review.window", "tests/rules/deadlines_test.cpp"},
    {cite("HRM 6040.2 ¶11a"), CoveredBy::field, "annual_review.funds", "tests/form/table_test.cpp"},
    {cite("HRM 6040.2 ¶11b"), CoveredBy::field, "annual_review.replacing_cost annual_review.recommendation",
     "tests/form/table_test.cpp"},
    {cite("HRM 6040.2 ¶11b"), CoveredBy::rule, "chain.ending", "tests/rules/chain_test.cpp"},
    {cite("HRM 6040.2 ¶11b"), CoveredBy::walk, "review.costs_cut review.compare review.outcome",
     "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶12a"), CoveredBy::walk, "change.locality change.position", "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶12b"), CoveredBy::walk, "ending.business_need.position", "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶12b(1)"), CoveredBy::walk, "ending.business_need.move", "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶12b(2)"), CoveredBy::walk, "ending.business_need.neither ending.business_need.offer_the_move",
     "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶12c"), CoveredBy::walk, "ending.suspension", "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶12d"), CoveredBy::walk,
     "ending.not_contributed ending.performance.position ending.misconduct.position", "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶12d(1)"), CoveredBy::walk, "ending.performance.move ending.misconduct.move",
     "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶12d(2)"), CoveredBy::walk,
     "ending.performance.neither_with_priority ending.performance.neither ending.performance.offer_the_move "
     "ending.misconduct.neither_with_priority ending.misconduct.neither ending.misconduct.offer_the_move",
     "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶13a"), CoveredBy::field,
     "justification.best_interest_reason arrangement.start determination.date", "tests/form/table_test.cpp"},
    {cite("HRM 6040.2 ¶13a"), CoveredBy::table, "R1 R1_cases", report_test},
    {cite("HRM 6040.2 ¶13b"), CoveredBy::figure, "travel_budget.annual", "tests/calc/half_years_test.cpp"},
    {cite("HRM 6040.2 ¶13b"), CoveredBy::table, "R4_people R4_h1 R4_h2", report_test},
    {cite("HRM 6040.2 ¶13c"), CoveredBy::walk, "ending.leaves_gsa", "tests/rules/change_test.cpp"},
    {cite("HRM 6040.2 ¶13c"), CoveredBy::table, "R1_cases R2 R3 R6", report_test},
    {cite("HRM 6040.2 ¶13d"), CoveredBy::table, "R1", report_test},
    {cite("HRM 6040.2 ¶13e"), CoveredBy::table, "R4_h1 R4_h2 R4_readings", report_test},
    {cite("HRM 6040.2 ¶13f"), CoveredBy::table, "R4_h1 R4_h2", report_test},
    {cite("App. A"), CoveredBy::background, "It says what the tool is for.", ""},
    {cite("App. A, Part A, item 1"), CoveredBy::field, "arrangement.action", "tests/form/table_test.cpp"},
    {cite("App. A, Part A, item 2"), CoveredBy::field, "arrangement.type", "tests/form/table_test.cpp"},
    {cite("App. A, Part B, item 1"), CoveredBy::field, "employee.last_name employee.first_name employee.middle_initial",
     "tests/form/table_test.cpp"},
    {cite("App. A, Part B, item 2"), CoveredBy::field, "employee.current_worksite", "tests/form/table_test.cpp"},
    {cite("App. A, Part B, item 3"), CoveredBy::field, "employee.requested_worksite", "tests/form/table_test.cpp"},
    {cite("App. A, Part C, item 1"), CoveredBy::field, "position.office", "tests/form/table_test.cpp"},
    {cite("App. A, Part C, item 2"), CoveredBy::field, "position.agency_worksite", "tests/form/table_test.cpp"},
    {cite("App. A, Part C, item 3"), CoveredBy::field, "position.title position.series", "tests/form/table_test.cpp"},
    {cite("App. A, Part C, item 4"), CoveredBy::field, "position.pay_plan position.grade", "tests/form/table_test.cpp"},
    {cite("App. A, Part C, item 5"), CoveredBy::field, "position.step", "tests/form/table_test.cpp"},
    {cite("App. A, Part C, item 6"), CoveredBy::field, "position.supervisory", "tests/form/table_test.cpp"},
    {cite("App. A, Part D"), CoveredBy::field, "locality_pay.year", "tests/form/table_test.cpp"},
    {cite("App. A, Part D, line 1"), CoveredBy::field, "locality_pay.requested_area", "tests/form/table_test.cpp"},
    {cite("App. A, Part D, line 2"), CoveredBy::field, "locality_pay.agency_area", "tests/form/table_test.cpp"},
    {cite("App. A, Part D, line 3"), CoveredBy::figure, "locality_pay.requested_salary", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part D, line 4"), CoveredBy::figure, "locality_pay.agency_salary", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part D, line 5"), CoveredBy::figure, "locality_pay.difference", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part E"), CoveredBy::figure, "travel_budget.annual", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part E, line 1"), CoveredBy::field, "travel_budget.share_requested", "tests/form/table_test.cpp"},
    {cite("App. A, Part E, line 2"), CoveredBy::field, "travel_budget.share_agency", "tests/form/table_test.cpp"},
    {cite("App. A, Part E, line 3"), CoveredBy::field, "travel_budget.share_travel", "tests/form/table_test.cpp"},
    {cite("App. A, Part E, line 4"), CoveredBy::field, "travel_budget.transport", "tests/form/table_test.cpp"},
    {cite("App. A, Part E, line 5"), CoveredBy::figure, "travel_budget.mie", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part E, line 6"), CoveredBy::figure, "travel_budget.lodging", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part E, line 7"), CoveredBy::field, "travel_budget.extra", "tests/form/table_test.cpp"},
    {cite("App. A, Part E, line 8"), CoveredBy::field, "travel_budget.nights", "tests/form/table_test.cpp"},
    {cite("App. A, Part E, line 9"), CoveredBy::figure, "travel_budget.trip_cost", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part E, line 10"), CoveredBy::field, "travel_budget.trips", "tests/form/table_test.cpp"},
    {cite("App. A, Part E, line 11"), CoveredBy::figure, "travel_budget.annual", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part F"), CoveredBy::rule, "additional.unexplained", "tests/rules/cross_checks_test.cpp"},
    {cite("App. A, Part F, line 1"), CoveredBy::field, "additional.transit_savings", "tests/form/table_test.cpp"},
    {cite("App. A, Part F, line 2"), CoveredBy::field, "additional.travel_savings", "tests/form/table_test.cpp"},
    {cite("App. A, Part F, line 3"), CoveredBy::field, "additional.space_savings", "tests/form/table_test.cpp"},
    {cite("App. A, Part F, line 4"), CoveredBy::field, "additional.other1", "tests/form/table_test.cpp"},
    {cite("App. A, Part F, line 5"), CoveredBy::field, "additional.other2", "tests/form/table_test.cpp"},
    {cite("App. A, Part F, total"), CoveredBy::figure, "additional.total", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part G"), CoveredBy::figure, "cost_benefit.overall", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part G, line 1"), CoveredBy::figure, "cost_benefit.overall", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part G, line 2"), CoveredBy::figure, "cost_benefit.percent", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part H"), CoveredBy::figure, "relocation.estimate", "tests/calc/parts_test.cpp"},
    {cite("App. A, Part I, item 1"), CoveredBy::field, "justification.cost", "tests/form/table_test.cpp"},
    {cite("App. A, Part J"), CoveredBy::field, "concurring_supervisor", "tests/form/table_test.cpp"},
    {cite("App. A, Part K"), CoveredBy::field,
     "concurrences.supervisor concurrences.second_level concurrences.third_level concurrences.executive "
     "concurrences.hr_director concurrences.deputy_administrator",
     "tests/form/table_test.cpp"},
    {cite("App. A, Part L"), CoveredBy::field, "determination.outcome determination.date", "tests/form/table_test.cpp"},
    {cite("App. A, Part M"), CoveredBy::field, "worksite_change.proposed worksite_change.completed",
     "tests/form/table_test.cpp"},
    {cite("App. B, Part A"), CoveredBy::field, "arrangement.type arrangement.term arrangement.start arrangement.end",
     "tests/form/checks_test.cpp"},
    {cite("App. B, Part B"), CoveredBy::field, "employee.last_name employee.requested_worksite",
     "tests/form/table_test.cpp"},
    {cite("App. B, Part C"), CoveredBy::field, "position.office position.agency_worksite position.title",
     "tests/form/table_test.cpp"},
    {cite("App. B, Part D"), CoveredBy::field, "agreement.telework_agreement_approved agreement.analysis_tool_approved",
     "tests/form/table_test.cpp"},
    {cite("App. B, item 1"), CoveredBy::rule, "terms.travel agreement.travel", "tests/rules/terms_test.cpp"},
    {cite("App. B, item 2"), CoveredBy::rule, "terms.time agreement.time", "tests/rules/terms_test.cpp"},
    {cite("App. B, item 3"), CoveredBy::rule, "terms.transit agreement.transit", "tests/rules/terms_test.cpp"},
    {cite("App. B, item 4"), CoveredBy::rule, "terms.continuity agreement.telework_ready",
     "tests/rules/terms_test.cpp"},
    {cite("App. B, item 5"), CoveredBy::walk, "review.costs_cut review.compare agreement.review",
     "tests/rules/change_test.cpp"},
    {cite("App. B, item 6"), CoveredBy::walk, "ending.business_need.move ending.performance.move agreement.ending",
     "tests/rules/change_test.cpp"},
    {cite("App. B, item 5a"), CoveredBy::clause, "agreement.review.justified", printed},
    {cite("App. B, item 5b"), CoveredBy::clause, "agreement.review.more_costly", printed},
    {cite("App. B, item 6a"), CoveredBy::clause, "agreement.ending.business", printed},
    {cite("App. B, item 6a(1)"), CoveredBy::clause, "agreement.ending.business.accepted", printed},
    {cite("App. B, item 6a(2)"), CoveredBy::clause, "agreement.ending.business.declined", printed},
    {cite("App. B, item 6b"), CoveredBy::clause, "agreement.ending.performance", printed},
    {cite("App. B, item 6b(1)"), CoveredBy::clause, "agreement.ending.performance.accepted", printed},
    {cite("App. B, item 6b(2)"), CoveredBy::clause, "agreement.ending.performance.declined", printed},
    {cite("App. C"), CoveredBy::date, "clock.recruit_agreement", "tests/rules/deadlines_test.cpp"},
    {cite("App. C, Part A"), CoveredBy::field, "recruit_agreement.last_name", "tests/form/answers_test.cpp"},
    {cite("App. C, Part B"), CoveredBy::date, "clock.recruit_training", "tests/rules/deadlines_test.cpp"},
    {cite("App. C, Part C"), CoveredBy::field, "recruit_agreement.supervisor_signature", "tests/form/table_test.cpp"},
    {cite("App. C, Part B, hired"), CoveredBy::clause, "recruit_agreement.hired", printed},
    {cite("App. C, Part B, training"), CoveredBy::field, "recruit_agreement.training_completed",
     "tests/form/table_test.cpp"},
    {cite("App. C, Part B, training"), CoveredBy::clause, "recruit_agreement.training", printed},
    {cite("App. C, Part B, ready"), CoveredBy::clause, "recruit_agreement.ready", printed},
    {cite("App. C, Part B, equipped"), CoveredBy::clause, "recruit_agreement.equipped", printed},
    {cite("App. C, Part B, rules"), CoveredBy::clause, "recruit_agreement.rules", printed},
    {cite("App. C, Part B, devices"), CoveredBy::clause, "recruit_agreement.devices", printed},
    {cite("App. C, Part B, overtime"), CoveredBy::clause, "recruit_agreement.overtime", printed},
    {cite("App. C, Part B, privacy"), CoveredBy::clause, "recruit_agreement.privacy", printed},
    {cite("App. C, Part B, authority"), CoveredBy::clause, "recruit_agreement.privacy.authority", printed},
    {cite("App. C, Part B, purpose"), CoveredBy::clause, "recruit_agreement.privacy.purpose", printed},
    {cite("App. C, Part B, routine uses"), CoveredBy::clause, "recruit_agreement.privacy.routine_uses", printed},
    {cite("App. C, Part B, voluntary"), CoveredBy::clause, "recruit_agreement.privacy.voluntary", printed},
    {cite("App. C, Part B, policies"), CoveredBy::clause, "recruit_agreement.affirms.policies", printed},
    {cite("App. C, Part B, worksite"), CoveredBy::clause, "recruit_agreement.affirms.worksite", printed},
    {cite("App. C, Part B, internet"), CoveredBy::clause, "recruit_agreement.affirms.internet", printed},
    {cite("App. C, Part B, safeguards"), CoveredBy::clause, "recruit_agreement.affirms.safeguards", printed},
    {cite("App. C, Part B, performance"), CoveredBy::clause, "recruit_agreement.affirms.performance", printed},
    {cite("App. C, Part B, requirements"), CoveredBy::clause, "recruit_agreement.affirms.requirements", printed},
    {cite("App. C, Part B, closure"), CoveredBy::clause, "recruit_agreement.affirms.closure", printed},
    {cite("App. C, Part B, timekeeping"), CoveredBy::clause, "recruit_agreement.affirms.timekeeping", printed},
    {cite("App. C, Part B, subject"), CoveredBy::clause, "recruit_agreement.affirms.subject", printed},
    {cite("App. C, Part C, policies"), CoveredBy::clause, "recruit_agreement.supervisor.policies", printed},
    {cite("App. C, Part C, alike"), CoveredBy::clause, "recruit_agreement.supervisor.alike", printed},
    {cite("App. C, Part C, assignments"), CoveredBy::clause, "recruit_agreement.supervisor.assignments", printed},
    {cite("App. C, Part C, communication"), CoveredBy::clause, "recruit_agreement.supervisor.communication", printed},
    {cite("App. C, Part C, performance"), CoveredBy::clause, "recruit_agreement.supervisor.performance", printed},
    {cite("App. C, Part C, subject"), CoveredBy::clause, "recruit_agreement.supervisor.subject", printed},
    {cite("App. D, Part A"), CoveredBy::document, "doc.annual_review review.no_update",
     "tests/rules/documents_test.cpp"},
    {cite("App. D, no update"), CoveredBy::clause, "annual_review.no_update", printed},
    {cite("App. D, update"), CoveredBy::clause, "annual_review.update_attached", printed},
};

// What the tables of the rules and of the documents say.
constexpr CoverageEntry of_the_tables[] = {
#define FTT_RULE(name, id, citation, when_it_fails, topic, test, ...) {cite(citation), CoveredBy::rule, id, test},
#include "rules/rules.inc"
#undef FTT_RULE
#define FTT_DOCUMENT(name, title, citation, ...) \
  {cite(citation), CoveredBy::document, "doc." #name, "tests/rules/documents_test.cpp"},
#include "rules/documents.inc"
#undef FTT_DOCUMENT
};

// Law and regulation beside the order oblige no one through it; all else is the order's own.
constexpr bool is_of_the_order(std::string_view citation) {
  return citation.starts_with("Order ") || citation.starts_with("HRM ") || citation.starts_with("App. ");
}

constexpr bool is_one_of(std::span<const CoverageEntry> listed, std::string_view citation) {
  return std::any_of(listed.begin(), listed.end(),
                     [&](const CoverageEntry& entry) { return entry.cite.text() == citation; });
}

constexpr bool every_paragraph_is_covered() {
  return std::all_of(order_detail::citations.begin(), order_detail::citations.end(), [](std::string_view citation) {
    return !is_of_the_order(citation) || is_one_of(entries, citation) || is_one_of(of_the_tables, citation);
  });
}
static_assert(every_paragraph_is_covered(), "A paragraph of the order has no line in the table above.");

// A line above of that paragraph's rules or documents says more than their table, and stands in its place.
constexpr bool stands_instead(const CoverageEntry& entry, const CoverageEntry& of_a_table) {
  return entry.how == of_a_table.how && entry.cite == of_a_table.cite;
}

constexpr bool no_entry_repeats_a_table() {
  for (const CoverageEntry& entry : entries) {
    for (const CoverageEntry& row : of_the_tables) {
      if (stands_instead(entry, row) && entry.by == row.by) return false;
    }
  }
  return true;
}
static_assert(no_entry_repeats_a_table(), "A line above says what rules.inc or documents.inc says already.");

constexpr bool decides_nothing(CoveredBy how) {
  return how == CoveredBy::background || how == CoveredBy::not_decided;
}

constexpr bool every_entry_is_whole() {
  for (const CoverageEntry& entry : entries) {
    if (entry.by.empty() || entry.test.empty() != decides_nothing(entry.how)) return false;
  }
  return true;
}
static_assert(every_entry_is_whole(), "A line of the table above has no id, no reason or no test.");

}  // namespace

std::string_view words_of(CoveredBy how) {
  constexpr std::array<std::string_view, 11> words = {"rule",   "document", "date",  "field",      "figure",     "walk",
                                                      "clause", "prompt",   "table", "background", "not decided"};
  return words[static_cast<std::size_t>(how)];
}

std::vector<CoverageEntry> all_coverage() {
  std::vector<CoverageEntry> all(std::begin(entries), std::end(entries));
  for (const CoverageEntry& row : of_the_tables) {
    const bool is_said = std::any_of(std::begin(entries), std::end(entries),
                                     [&](const CoverageEntry& entry) { return stands_instead(entry, row); });
    if (is_said) continue;
    const auto behind =
        std::find_if(all.begin(), all.end(), [&](const CoverageEntry& entry) { return row.cite < entry.cite; });
    all.insert(behind, row);
  }
  return all;
}

}  // namespace ftt::cli
