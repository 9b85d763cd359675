// The commands on packets: evaluate, print, validate, schema.
// Covers the doors of the packet; does not compare packets or add them up.
#include <optional>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/lines.h"
#include "cli/use.h"
#include "order/wording.h"
#include "packet/evaluation.h"
#include "packet/packet.h"
#include "packet/recorded_case.h"
#include "packet/redact.h"
#include "packet/schema.h"
#include "print/print_document.h"

namespace ftt::cli {
namespace {

// A line a problem, and at the end one for all that follows from the verdict on the file.
std::string told_all(std::string_view file, const std::vector<PacketProblem>& problems) {
  std::string lines;
  std::string following;
  std::size_t count = 0;
  for (const PacketProblem& problem : problems) {
    if (!problem.follows) {
      append(lines, problem_line(file, problem.field, problem.message));
      continue;
    }
    ++count;
    append(following, " ", problem.message);
  }
  if (count == 0) return lines;
  const std::string_view follow = count == 1 ? " figure follows from that." : " figures follow from that.";
  return concat(lines, problem_line(file, "worksheet", concat(count, follow, following)));
}

Exit exit_of(Standing standing) {
  return standing == Standing::good ? Exit::good : Exit::packet_has_problems;
}

Exit worse(Exit a, Exit b) {
  return static_cast<int>(a) < static_cast<int>(b) ? b : a;
}

// The agency's own wording of the clauses: the file that is named here, else the one that its settings name.
Result<std::optional<Wording>> wording_of(const FileUse& use, const Environment& environment) {
  if (use.wording_file.empty()) return std::optional<Wording>();
  Result<Wording> wording = read_wording(FTT_TRY(environment.read(use.wording_file)));
  if (!wording) return at(concat(use.wording_file, ", ", wording.error().where), wording.error());
  return std::optional<Wording>(*std::move(wording));
}

}  // namespace

Outcome evaluate(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage =
      "evaluate FILE [--today DATE] [--percent READING] [--settings FILE] [--ndjson [--jobs N]]";
  const Result<FileUse> use =
      read_use(arguments, {today_option, percent_option, settings_option, lines_option, jobs_option}, environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.size() != 1) return bad_use("evaluate takes one file, or - for standard input.", usage);
  const std::string_view file = use->files.front();
  if (use->jobs && !use->is_by_line) return bad_use("--jobs goes with --ndjson.", usage);
  if (use->is_by_line) return evaluate_lines(file, *use, environment);
  const Result<std::string> bytes = environment.read(file);
  if (!bytes) return bad_use(bytes.error().message, usage);

  const Evaluation evaluation =
      evaluate(use->rates(environment), *bytes, use->today, use->agency.calc(), use->agency.policy);
  Outcome outcome{exit_of(evaluation.standing), write_json(evaluation.json), use->messages};
  append(outcome.messages, told_all(file, evaluation.problems));
  return outcome;
}

Outcome print(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage =
      "print FILE [--parts LIST] [--redacted] [--today DATE] [--percent READING] [--settings FILE] [--wording FILE] "
      "[--now TEXT]";
  const Result<FileUse> use = read_use(
      arguments,
      {parts_option, redacted_option, today_option, percent_option, settings_option, wording_option, now_option},
      environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.size() != 1) return bad_use("print takes one file, or - for standard input.", usage);
  const std::string_view file = use->files.front();
  const Result<std::string> bytes = environment.read(file);
  if (!bytes) return bad_use(bytes.error().message, usage);
  const Result<OpenedPacket> opened = read_packet(*bytes);
  if (!opened) {
    return {Exit::packet_has_problems, "",
            concat(use->messages, problem_line(file, opened.error().where, opened.error().message))};
  }
  const Result<std::optional<Wording>> wording = wording_of(*use, environment);
  if (!wording && use->is_wording_named) return bad_use(to_string(wording.error()), usage);

  const Packet& packet = opened->packet;
  const PrintBasis basis{use->rates(environment), assessed_on(packet, use->today), use->agency.calc(),
                         use->agency.policy, wording && wording->has_value() ? &**wording : nullptr};
  const Assessment assessment = assess(basis.rates, packet, basis.day, basis.calc, basis.policy);
  PrintSettings settings = use->print;
  settings.now = use->now.value_or(environment.now);
  std::optional<Redacted> copy;
  if (settings.names == Names::left_out) copy = ftt::redact(packet, basis.rates);
  Outcome outcome{exit_of(standing_of(*opened, assessment)),
                  copy ? print_copy(*copy, basis, settings) : print_document(packet, basis, settings), use->messages};
  if (!wording) {
    append(outcome.messages, "telework: ", to_string(wording.error()), " It is printed in the built-in words.\n");
  }
  const std::optional<Review> review = find_review(basis.rates, packet, assessment, basis.calc);
  append(outcome.messages, told_all(file, all_problems(*opened, assessment, review ? &*review : nullptr)));
  if (copy) append(outcome.messages, words_on_copy(file, *copy));
  return outcome;
}

Outcome validate(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage = "validate FILE... [--today DATE] [--percent READING] [--settings FILE]";
  const Result<FileUse> use = read_use(arguments, {today_option, percent_option, settings_option}, environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.empty()) return bad_use("validate takes one file or more.", usage);
  Outcome outcome{Exit::good, "", use->messages};
  for (const std::string_view file : use->files) {
    const Result<std::string> bytes = environment.read(file);
    if (!bytes) {
      append(outcome.messages, "telework: ", bytes.error().message, "\n");
      outcome.exit = Exit::bad_use;
      continue;
    }
    const Examination found =
        examine(use->rates(environment), *bytes, use->today, use->agency.calc(), use->agency.policy);
    append(outcome.results, told_all(file, found.problems));
    if (found.standing == Standing::good) append(outcome.results, file, ": good\n");
    outcome.exit = worse(outcome.exit, exit_of(found.standing));
  }
  return outcome;
}

Outcome schema(Arguments arguments, const Environment&) {
  if (!arguments.empty()) return bad_use("schema takes no arguments.", "schema");
  return {Exit::good, schema_json(), ""};
}

}  // namespace ftt::cli
