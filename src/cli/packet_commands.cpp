// The commands on packets: evaluate, print, validate, schema.
// Covers the doors of the packet; does not compare packets or add them up.
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/command.h"
#include "order/wording.h"
#include "packet/evaluation.h"
#include "packet/packet.h"
#include "packet/saved_page.h"
#include "packet/schema.h"
#include "rules/settings.h"
#include "view/print_document.h"

namespace ftt::cli {
namespace {

// The arguments of a command on files, read by what they are.
struct FileUse {
  std::vector<std::string_view> files;
  std::optional<Date> today;
  std::optional<std::string_view> now;
  CalcSettings settings;
  std::optional<std::string_view> policy_file;
  std::optional<std::string_view> wording_file;
  PrintSettings print;
  bool is_by_line = false;
};

constexpr std::string_view today_option = "--today";
constexpr std::string_view now_option = "--now";
constexpr std::string_view percent_option = "--percent";
constexpr std::string_view settings_option = "--settings";
constexpr std::string_view wording_option = "--wording";
constexpr std::string_view parts_option = "--parts";
constexpr std::string_view lines_option = "--ndjson";
constexpr std::string_view redacted_option = "--redacted";

// Errors: whatever the value of an option is refused for, with the option before it.
Result<Unit> read_option(std::string_view option, std::string_view value, FileUse& use) {
  const auto refused = [&](const Error& error) { return Error{error.code, "", concat(option, ": ", error.message)}; };
  if (option == today_option) {
    const Result<Date> today = parse_date(value);
    if (!today) return refused(today.error());
    use.today = *today;
  } else if (option == percent_option) {
    const Result<PercentReading> reading = parse_percent_reading(value);
    if (!reading) return refused(reading.error());
    use.settings.percent_reading = *reading;
  } else if (option == settings_option) {
    use.policy_file = value;
  } else if (option == wording_option) {
    use.wording_file = value;
  } else if (option == parts_option) {
    Result<std::vector<PrintPart>> parts = read_print_parts(value);
    if (!parts) return refused(parts.error());
    use.print.parts = *std::move(parts);
  } else {
    use.now = value;
  }
  return Unit{};
}

// Errors: an option without its value or with a wrong one, an option that the command does not have.
Result<FileUse> read_use(Arguments arguments, std::initializer_list<std::string_view> options) {
  FileUse use;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (!argument.starts_with("--")) {
      use.files.push_back(argument);
      continue;
    }
    if (std::find(options.begin(), options.end(), argument) == options.end()) {
      return Error{ErrorCode::unknown_choice, "", concat("there is no option ", quoted(argument), " here.")};
    }
    if (argument == lines_option) {
      use.is_by_line = true;
      continue;
    }
    if (argument == redacted_option) {
      use.print.names = Names::left_out;
      continue;
    }
    if (i + 1 == arguments.size()) {
      return Error{ErrorCode::empty, "", concat(argument, " needs a value behind it.")};
    }
    FTT_TRY(read_option(argument, arguments[++i], use));
  }
  return use;
}

std::string told(std::string_view file, std::string_view field, std::string_view message) {
  return concat(file, ": ", field, field.empty() ? "" : ": ", message, "\n");
}

Exit exit_of(Standing standing) {
  return standing == Standing::good ? Exit::good : Exit::packet_has_problems;
}

Exit worse(Exit a, Exit b) {
  return static_cast<int>(a) < static_cast<int>(b) ? b : a;
}

// What the agency configures; the order as it is where no file is named.
Result<PolicySettings> settings_of(const FileUse& use, const Surroundings& surroundings) {
  if (!use.policy_file) return PolicySettings();
  Result<PolicySettings> settings = read_policy_settings(FTT_TRY(surroundings.read(*use.policy_file)));
  if (!settings) return at(concat(*use.policy_file, settings.error().where), settings.error());
  return settings;
}

// The agency's own wording of the clauses; none where no file is named.
Result<std::optional<Wording>> wording_of(const FileUse& use, const Surroundings& surroundings) {
  if (!use.wording_file) return std::optional<Wording>();
  Result<Wording> wording = read_wording(FTT_TRY(surroundings.read(*use.wording_file)));
  if (!wording) return at(concat(*use.wording_file, ", ", wording.error().where), wording.error());
  return std::optional<Wording>(*std::move(wording));
}

// One packet a line, one answer a line, in the same order; empty lines are passed over.
Outcome evaluate_lines(std::string_view text, Date today, const FileUse& use, const PolicySettings& policy,
                       const Surroundings& surroundings) {
  Outcome outcome;
  for (const std::string_view line : split(text, '\n')) {
    if (trim(line).empty()) continue;
    const Evaluation evaluation = evaluate(surroundings.rates, line, today, use.settings, policy);
    append(outcome.results, write_json_compact(evaluation.json), "\n");
    outcome.exit = worse(outcome.exit, exit_of(evaluation.standing));
  }
  return outcome;
}

}  // namespace

Outcome evaluate(Arguments arguments, const Surroundings& surroundings) {
  constexpr std::string_view usage = "evaluate FILE [--today DATE] [--percent READING] [--settings FILE] [--ndjson]";
  const Result<FileUse> use = read_use(arguments, {today_option, percent_option, settings_option, lines_option});
  if (!use) return bad_use(use.error().message, usage);
  if (use->files.size() != 1) return bad_use("evaluate takes one file, or - for standard input.", usage);
  const Result<std::string> bytes = surroundings.read(use->files.front());
  if (!bytes) return bad_use(bytes.error().message, usage);
  const Date today = use->today.value_or(surroundings.today);
  const Result<PolicySettings> policy = settings_of(*use, surroundings);
  if (!policy) return bad_use(to_string(policy.error()), usage);
  if (use->is_by_line) {
    if (bytes->size() > max_page_bytes) {
      return bad_use("at most 48 MiB are read at once; give fewer packets at a time.", usage);
    }
    return evaluate_lines(*bytes, today, *use, *policy, surroundings);
  }

  const Evaluation evaluation = evaluate(surroundings.rates, *bytes, today, use->settings, *policy);
  Outcome outcome{exit_of(evaluation.standing), write_json(evaluation.json), ""};
  for (const PacketProblem& problem : evaluation.problems) {
    append(outcome.messages, told(use->files.front(), problem.field, problem.message));
  }
  return outcome;
}

Outcome print(Arguments arguments, const Surroundings& surroundings) {
  constexpr std::string_view usage =
      "print FILE [--parts LIST] [--redacted] [--today DATE] [--percent READING] [--settings FILE] [--wording FILE] "
      "[--now TEXT]";
  const Result<FileUse> use = read_use(arguments, {parts_option, redacted_option, today_option, percent_option,
                                                   settings_option, wording_option, now_option});
  if (!use) return bad_use(use.error().message, usage);
  if (use->files.size() != 1) return bad_use("print takes one file, or - for standard input.", usage);
  const std::string_view file = use->files.front();
  const Result<std::string> bytes = surroundings.read(file);
  if (!bytes) return bad_use(bytes.error().message, usage);
  const Result<OpenedPacket> opened = read_packet(*bytes);
  if (!opened) return {Exit::packet_has_problems, "", told(file, opened.error().where, opened.error().message)};

  const Result<PolicySettings> policy = settings_of(*use, surroundings);
  if (!policy) return bad_use(to_string(policy.error()), usage);
  const Result<std::optional<Wording>> wording = wording_of(*use, surroundings);
  if (!wording) return bad_use(to_string(wording.error()), usage);

  const Packet& packet = opened->packet;
  const PrintBasis basis{surroundings.rates, assessed_on(packet, use->today.value_or(surroundings.today)),
                         use->settings, *policy, wording->has_value() ? &**wording : nullptr};
  const Assessment assessment = assess(basis.rates, packet.answers, basis.day, basis.calc, basis.policy);
  PrintSettings settings = use->print;
  settings.now = use->now.value_or(surroundings.now);
  Outcome outcome{exit_of(standing_of(*opened, assessment)), print_document(packet, basis, settings), ""};
  const std::optional<Review> review = find_review(basis.rates, packet, assessment, basis.calc);
  for (const PacketProblem& problem : all_problems(*opened, assessment, review ? &*review : nullptr)) {
    append(outcome.messages, told(file, problem.field, problem.message));
  }
  if (settings.names == Names::left_out) {
    append(outcome.messages, words_on_copy(file, ftt::redact(packet, basis.rates)));
  }
  return outcome;
}

Outcome validate(Arguments arguments, const Surroundings& surroundings) {
  constexpr std::string_view usage = "validate FILE... [--today DATE] [--percent READING]";
  const Result<FileUse> use = read_use(arguments, {today_option, percent_option});
  if (!use) return bad_use(use.error().message, usage);
  if (use->files.empty()) return bad_use("validate takes one file or more.", usage);
  const Date today = use->today.value_or(surroundings.today);
  Outcome outcome;
  for (const std::string_view file : use->files) {
    const Result<std::string> bytes = surroundings.read(file);
    if (!bytes) {
      append(outcome.messages, "telework: ", bytes.error().message, "\n");
      outcome.exit = Exit::bad_use;
      continue;
    }
    const Evaluation evaluation = evaluate(surroundings.rates, *bytes, today, use->settings);
    for (const PacketProblem& problem : evaluation.problems) {
      append(outcome.results, told(file, problem.field, problem.message));
    }
    if (evaluation.standing == Standing::good) append(outcome.results, file, ": good\n");
    outcome.exit = worse(outcome.exit, exit_of(evaluation.standing));
  }
  return outcome;
}

Outcome schema(Arguments arguments, const Surroundings&) {
  if (!arguments.empty()) return bad_use("schema takes no arguments.", "schema");
  return {Exit::good, schema_json(), ""};
}

}  // namespace ftt::cli
