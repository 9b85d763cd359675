// The evaluation's members one after another. See evaluation.h.
#include "packet/evaluation.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "packet/chain_report.h"
#include "packet/forms.h"
#include "packet/half_years.h"
#include "packet/policy_json.h"
#include "packet/worksheet_json.h"
#include "rules/change.h"
#include "rules/terms.h"

namespace ftt {
namespace {

Json missing_json(const std::vector<MissingAnswer>& missing) {
  Json list = Json::array();
  for (const MissingAnswer& one : missing) {
    Json entry = Json::object();
    entry.set("field", Json::string(one.field()));
    entry.set("message", Json::string(message_of(one)));
    entry.set("cite", Json::string(cite_of(one)));
    list.push_back(std::move(entry));
  }
  return list;
}

bool has_error(const std::vector<PacketProblem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const PacketProblem& problem) { return problem.severity == Severity::error; });
}

// ¶13b. A review is held against what was approved, where the packet under review is there; any other packet against
// its own plan, which its assessment has done.
std::vector<SpendingRow> spending_of_review(const Packet& packet, const Assessment& assessment, const Review* review) {
  if (review != nullptr) return review->half_years;
  if (!is_review(packet.answers)) return {};
  return spending_against_plan(assessment.worksheet, packet.answers);
}

Json rates_with_notes(const Assessment& assessment) {
  Json rates = rates_json(assessment);
  Json notes = Json::array();
  for (const std::string& note : assessment.rates_notes) notes.push_back(Json::string(note));
  rates.set("notes", std::move(notes));
  return rates;
}

// `found` are the differences between the file and the figures: seals are taken for them, so they are looked for once.
std::vector<PacketProblem> problems_with(const std::vector<Difference>& found, const OpenedPacket& opened,
                                         const Assessment& assessment, const Review* review) {
  std::vector<PacketProblem> problems;
  if (!opened.notice.empty()) {
    const bool is_newer = opened.access == Access::read_only;
    problems.push_back({is_newer ? "format" : "redacted", Severity::warning, opened.notice,
                        is_newer ? ProblemKind::form : ProblemKind::check});
  }
  if (opened.packet.is_sample) {
    problems.push_back({"sample", Severity::warning, concat(words_of_sample, "."), ProblemKind::check});
  }
  problems.insert(problems.end(), opened.problems.begin(), opened.problems.end());
  if (std::optional<PacketProblem> typed = typed_not_recorded(opened.packet)) problems.push_back(*std::move(typed));
  for (const Problem& problem : assessment.problems) {
    problems.push_back({std::string(problem.field), problem.severity, problem.message, problem.kind});
  }
  for (const SpendingRow& row : spending_of_review(opened.packet, assessment, review)) {
    if (row.warning != SpendingWarning::none)
      problems.push_back({"actuals", Severity::warning, words_of(row), ProblemKind::check});
  }
  for (const Difference& difference : found) {
    problems.push_back({difference.field, Severity::warning, difference.message, ProblemKind::check,
                        difference.kind == DifferenceKind::consequence});
  }
  return problems;
}

Standing standing_with(const std::vector<Difference>& found, const OpenedPacket& opened,
                       const std::vector<PacketProblem>& problems) {
  const bool is_good = !has_error(problems) && opened.access == Access::writable && !leave_doubt(found);
  return is_good ? Standing::good : Standing::has_problems;
}

// What is known of a packet once it was looked at.
struct Examined {
  Assessment assessment;
  std::optional<Review> review;  // its own
  std::vector<PacketProblem> problems;
  Standing standing = Standing::good;

  const Review* own_review() const { return review ? &*review : nullptr; }
};

Examined examined(const Rates& rates, const OpenedPacket& opened, Date today, const CalcSettings& settings,
                  const PolicySettings& policy) {
  const Packet& packet = opened.packet;
  Examined it;
  it.assessment = assess(rates, packet, assessed_on(packet, today), settings, policy);
  it.review = find_review(rates, packet, it.assessment, settings);
  const std::vector<Difference> found = differences(opened, it.assessment);
  it.problems = problems_with(found, opened, it.assessment, it.own_review());
  it.standing = standing_with(found, opened, it.problems);
  return it;
}

// Of bytes that are no packet.
std::vector<PacketProblem> problems_of(const Error& error) {
  return {{error.where, Severity::error, error.message, ProblemKind::form}};
}

}  // namespace

Json problems_json(const std::vector<PacketProblem>& problems) {
  Json list = Json::array();
  for (const PacketProblem& problem : problems) {
    Json entry = Json::object();
    entry.set("field", Json::string(problem.field));
    entry.set("severity", Json::string(name_of(problem.severity)));
    entry.set("message", Json::string(problem.message));
    if (problem.kind == ProblemKind::check) entry.set("kind", Json::string("check"));
    if (problem.follows) entry.set("follows", Json::boolean(true));
    list.push_back(std::move(entry));
  }
  return list;
}

std::vector<PacketProblem> all_problems(const OpenedPacket& opened, const Assessment& assessment,
                                        const Review* review) {
  return problems_with(differences(opened, assessment), opened, assessment, review);
}

bool has_unread_answers(const Packet& packet) {
  const Answers& answers = packet.answers;
  const bool has_unread_leaf = std::any_of(leaves().begin(), leaves().end(), [&](const LeafInfo& leaf) {
    return answers.is_unread(leaf.leaf) && applies(leaf.leaf, answers);
  });
  const bool has_unread_spending = answers.actuals().empty() && packet.extras.find("actuals") != nullptr;
  const Json* review = packet.extras.find("annual_review");
  const bool has_unread_reviewed =
      packet.reviewed.is_null() && review != nullptr && review->find("reviewed") != nullptr;
  return has_unread_leaf || has_unread_spending || has_unread_reviewed;
}

Standing standing_of(const OpenedPacket& opened, const Assessment& assessment) {
  const std::vector<Difference> found = differences(opened, assessment);
  return standing_with(found, opened, problems_with(found, opened, assessment, nullptr));
}

Examination examine(const Rates& rates, std::string_view bytes, Date today, const CalcSettings& settings,
                    const PolicySettings& policy) {
  const Result<OpenedPacket> opened = read_packet(bytes);
  if (!opened) return {problems_of(opened.error()), Standing::has_problems};
  Examined it = examined(rates, *opened, today, settings, policy);
  return {std::move(it.problems), it.standing};
}

Evaluation evaluate(const Rates& rates, std::string_view bytes, Date today, const CalcSettings& settings,
                    const PolicySettings& policy) {
  const Result<OpenedPacket> opened = read_packet(bytes);
  return opened ? evaluate(rates, *opened, today, settings, policy) : evaluation_of(opened.error());
}

Evaluation evaluate(const Rates& rates, const OpenedPacket& opened, Date today, const CalcSettings& settings,
                    const PolicySettings& policy) {
  const Packet& packet = opened.packet;
  Examined it = examined(rates, opened, today, settings, policy);
  const Assessment& assessment = it.assessment;
  Evaluation evaluation{Json::object(), std::move(it.problems), it.standing};
  evaluation.json.set("worksheet", worksheet_json(assessment.worksheet));
  evaluation.json.set("rates", rates_with_notes(assessment));
  evaluation.json.set("eligibility", eligibility_json(assessment.policy.eligibility));
  evaluation.json.set("documents", documents_json(assessment.policy.documents));
  evaluation.json.set("forms", forms_json(find_forms(packet, assessment)));
  evaluation.json.set("deadlines", deadlines_json(assessment.policy.deadlines));
  evaluation.json.set("holder", holder_json(assessment.policy.holder));
  if (!packet.chain.is_null()) {
    const RecordedCase recorded = find_recorded_case(packet, assessed_on(packet, today).context(policy.calendar));
    evaluation.json.set("chain", chain_json(recorded, packet, assessment));
  }
  const std::vector<Finding> terms = find_terms(packet.answers, edition_of(packet));
  for (const std::string_view about : {"terms", "review", "change"}) {
    evaluation.json.set(about, findings_json(terms, about));
  }
  if (is_change_begun(packet.answers)) evaluation.json.set("ending", ending_json(packet.answers));
  evaluation.json.set("half_years", half_years_json(half_years(packet, assessment, it.own_review(), today)));
  if (it.review) evaluation.json.set("reviewed", review_json(*it.review));
  evaluation.json.set("problems", problems_json(evaluation.problems));
  evaluation.json.set("missing", missing_json(assessment.missing));
  evaluation.json.set("complete", Json::boolean(assessment.complete && !has_unread_answers(packet)));
  return evaluation;
}

Evaluation evaluation_of(const Error& error) {
  Evaluation evaluation{Json::object(), problems_of(error), Standing::has_problems};
  evaluation.json.set("problems", problems_json(evaluation.problems));
  evaluation.json.set("complete", Json::boolean(false));
  return evaluation;
}

}  // namespace ftt
