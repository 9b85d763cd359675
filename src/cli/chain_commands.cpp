// The commands on the chain of a packet: chain (where it is), record (one more entry), verify (whether it holds), merge
// (two copies as one), inbox (a folder of packets as a table).
// Covers HRM 6040.2 ¶9 from the command line; does not decide anything, or change a file that it was given: but for the
// one that --heads names, it keeps nothing.
#include <algorithm>
#include <iterator>
#include <optional>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/text.h"
#include "cli/use.h"
#include "packet/asked_entry.h"
#include "packet/chain_report.h"
#include "packet/inbox.h"
#include "packet/merge_copies.h"
#include "packet/record_entry.h"
#include "packet/seen_entries.h"

namespace ftt::cli {
namespace {

// A file that cannot be read is bad use; one that is no packet is a packet with problems.
struct Opened {
  std::optional<OpenedPacket> packet{};
  Outcome refused{};
};

Opened open(std::string_view file, std::string_view usage, const FileUse& use, const Environment& environment) {
  const Result<std::string> bytes = environment.read(file);
  if (!bytes) return {std::nullopt, bad_use(bytes.error().message, usage)};
  Result<OpenedPacket> opened = read_packet(*bytes);
  if (opened) return {*std::move(opened), {}};
  return {std::nullopt,
          {Exit::packet_has_problems, "",
           concat(use.messages, problem_line(file, opened.error().where, opened.error().message))}};
}

// ---- What was seen ----

// The file that --heads names; one that is not there yet has seen nothing.
class Heads {
 public:
  static Result<Heads> read(const FileUse& use, const Environment& environment) {
    Heads heads(use.value_of(heads_option), environment);
    if (heads.file_.empty()) return heads;
    const Result<std::string> bytes = environment.read(heads.file_);
    if (!bytes && bytes.error().code != ErrorCode::not_found) return bytes.error();
    Result<SeenEntries> seen = read_seen_entries(bytes ? *bytes : std::string());
    if (!seen) return at(concat(heads.file_, ": ", seen.error().where), std::move(seen).error());
    heads.seen_ = *std::move(seen);
    return heads;
  }

  // Why the packet does not continue what was seen; what does is taken in. Empty without --heads.
  std::string look_at(const Packet& packet, const ReadChain& chain) {
    if (file_.empty()) return {};
    std::string why = not_continued(seen_, packet, chain);
    if (why.empty()) see_entries(seen_, packet, chain);
    return why;
  }

  // Errors: the file cannot be written.
  Result<Unit> keep() const {
    return file_.empty() ? Result<Unit>(Unit{}) : environment_->keep(file_, write_seen_entries(seen_));
  }

 private:
  Heads(std::string_view file, const Environment& environment) : file_(file), environment_(&environment) {}

  std::string_view file_;
  const Environment* environment_;
  SeenEntries seen_{};
};

// The outcome, once what was seen is kept.
Outcome with_kept(const Heads& heads, std::string_view usage, Outcome outcome) {
  const Result<Unit> kept = heads.keep();
  return kept ? std::move(outcome) : bad_use(to_string(kept.error()), usage);
}

// ---- What is to be recorded ----

// Options that may be there more than once, each "NAME=VALUE".
struct Pair {
  std::string_view name;
  std::string_view value;
};

Result<Pair> read_pair(std::string_view option, std::string_view text) {
  const std::size_t place = text.find('=');
  if (place != std::string_view::npos) return Pair{text.substr(0, place), text.substr(place + 1)};
  return Error{ErrorCode::malformed, "", concat(option, ": ", in_quotes(text), " is not written NAME=VALUE.")};
}

Result<ChainStep> read_step(std::string_view option, std::string_view text) {
  if (const std::optional<ChainStep> step = chain_step_of(text)) return *step;
  return Error{ErrorCode::unknown_choice, "", concat(option, ": ", in_quotes(text), " is no step; ", steps_are)};
}

Result<Unit> add_to_route(std::string_view text, ChainRoute& route) {
  const Pair pair = FTT_TRY(read_pair(route_option, text));
  ChainRoute::Stop& stop = route.stops[number_of(FTT_TRY(read_step(route_option, pair.name)))];
  if (pair.value == "not_applicable") {
    stop = {false, {}};
  } else {
    stop.who.name = pair.value;
  }
  return Unit{};
}

// The digest of a file, as it comes, of any size.
Result<Evidence> read_evidence(std::string_view text, const Environment& environment) {
  const Pair pair = FTT_TRY(read_pair(evidence_option, text));
  Sha256 digest;
  FTT_TRY(environment.stream(pair.value, [&](std::string_view block) {
    digest.update(block);
    return true;
  }));
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const std::uint8_t byte : digest.finish()) {
    hex.push_back(digits[byte >> 4U]);
    hex.push_back(digits[byte & 0x0FU]);
  }
  const std::size_t slash = pair.value.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? pair.value : pair.value.substr(slash + 1);
  return Evidence{std::string(pair.name), std::move(hex), std::string(name)};
}

Result<std::optional<Date>> read_day(std::string_view option, std::string_view text) {
  if (text.empty()) return std::optional<Date>();
  const Result<Date> date = parse_date(text);
  if (!date) return Error{date.error().code, "", concat(option, ": ", date.error().message)};
  return std::optional<Date>(*date);
}

// By whom, when, and the nonces: what each entry has.
Result<NewEntry> read_author(const FileUse& use, const Environment& environment) {
  NewEntry entry;
  entry.says.by = {std::string(use.value_of(by_option)), std::string(use.value_of(title_option))};
  entry.says.on = FTT_TRY(read_day(on_option, use.value_of(on_option)));
  entry.nonce = environment.draw();
  entry.nonce_of_edited = environment.draw();
  return entry;
}

Result<NewEntry> read_entry(const FileUse& use, const Environment& environment) {
  NewEntry entry = FTT_TRY(read_author(use, environment));
  ChainEntry& says = entry.says;
  const std::string_view act = use.value_of(act_option);
  says.act = chain_act_of(act);
  if (says.act == ChainAct::unknown) {
    return Error{ErrorCode::unknown_choice, "", concat("--act: ", in_quotes(act), " is no act; ", acts_are)};
  }
  if (const std::string_view step = use.value_of(step_option); !step.empty()) {
    says.step = FTT_TRY(read_step(step_option, step));
  }
  says.on_behalf_of = {std::string(use.value_of(for_option)), std::string(use.value_of(for_title_option))};
  says.authority = use.value_of(authority_option);
  if (const std::string_view step = use.value_of(to_option); !step.empty()) {
    says.to_step = FTT_TRY(read_step(to_option, step));
  }
  says.to_name = use.value_of(to_name_option);
  says.reason = use.value_of(reason_option);
  says.requested_on = FTT_TRY(read_day(requested_on_option, use.value_of(requested_on_option)));
  entry.statement = use.value_of(statement_option);
  if (const std::string_view how = use.value_of(how_option); !how.empty()) entry.how = how;
  const std::string_view matter = use.value_of(matter_option);
  if (!matter.empty() && matter != "arrangement" && matter != "ending") {
    return Error{ErrorCode::unknown_choice, "", "--matter: it is either arrangement or ending."};
  }
  says.is_ending = matter == "ending";
  for (const auto& [option, value] : use.named) {
    if (option == route_option) FTT_TRY(add_to_route(value, says.route ? *says.route : says.route.emplace()));
    if (option == evidence_option) entry.evidence.push_back(FTT_TRY(read_evidence(value, environment)));
  }
  return entry;
}

Assessment assessment_of(const Packet& packet, const FileUse& use, const Environment& environment) {
  return assess(use.rates(environment), packet, assessed_on(packet, use.today), use.agency.calc(), use.agency.policy);
}

RuleContext context_of(const Packet& packet, const FileUse& use) {
  return assessed_on(packet, use.today).context(use.agency.policy.calendar);
}

bool is_packet_file(std::string_view name) {
  const std::string small = to_ascii_lower(name);
  return small.ends_with(".json") || small.ends_with(".html") || small.ends_with(".htm");
}

}  // namespace

Outcome chain(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage = "chain FILE [--text] [--heads FILE] [--today DATE] [--settings FILE]";
  const Result<FileUse> use =
      read_use(arguments, {text_option, heads_option, today_option, settings_option}, environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.size() != 1) return bad_use("chain takes one file, or - for standard input.", usage);
  Result<Heads> heads = Heads::read(*use, environment);
  if (!heads) return bad_use(to_string(heads.error()), usage);
  const std::string_view file = use->files.front();
  Opened opened = open(file, usage, *use, environment);
  if (!opened.packet) return opened.refused;
  const Packet& packet = opened.packet->packet;
  const Assessment assessment = assessment_of(packet, *use, environment);
  const RecordedCase recorded = find_recorded_case(packet, context_of(packet, *use));
  const std::string not_seen = heads->look_at(packet, recorded.chain);
  const ChainSoundness soundness = recorded.chain.soundness;
  const bool is_good = not_seen.empty() && soundness != ChainSoundness::broken &&
                       soundness != ChainSoundness::unverifiable && recorded.chain.problems.empty();
  Outcome outcome{is_good ? Exit::good : Exit::packet_has_problems, "", use->messages};
  if (!not_seen.empty()) append(outcome.messages, problem_line(file, "chain", not_seen));
  if (use->is_text) {
    outcome.results = chain_text(recorded, packet, assessment);
  } else {
    Json json = chain_json(recorded, packet, assessment);
    if (!not_seen.empty()) json.set("not_continued", Json::string(not_seen));
    outcome.results = write_json(json);
  }
  return with_kept(*heads, usage, std::move(outcome));
}

Outcome record(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage =
      "record FILE --act ACT [--step STEP] --by NAME [--title TITLE] --on DATE [--for NAME [--for-title TITLE] "
      "[--authority WORD]] [--to STEP] [--to-name NAME] [--reason TEXT] [--statement TEXT] [--requested-on DATE] "
      "[--route STEP=NAME]... [--matter MATTER] [--how HOW] [--evidence KIND=FILE]... [--heads FILE] [--today DATE] "
      "[--settings FILE]";
  const Result<FileUse> use =
      read_use(arguments, {act_option,    step_option,      by_option,           title_option, on_option,
                           for_option,    for_title_option, authority_option,    to_option,    to_name_option,
                           reason_option, statement_option, requested_on_option, route_option, matter_option,
                           how_option,    evidence_option,  heads_option,        today_option, settings_option},
               environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.size() != 1) return bad_use("record takes one file, or - for standard input.", usage);
  for (const std::string_view needed : {act_option, by_option, on_option}) {
    if (use->value_of(needed).empty()) return bad_use(concat("record needs ", needed, "."), usage);
  }
  const Result<NewEntry> entry = read_entry(*use, environment);
  if (!entry) return bad_use(to_string(entry.error()), usage);
  Result<Heads> heads = Heads::read(*use, environment);
  if (!heads) return bad_use(to_string(heads.error()), usage);
  const std::string_view file = use->files.front();
  Opened opened = open(file, usage, *use, environment);
  if (!opened.packet) return opened.refused;
  if (opened.packet->access == Access::read_only) {
    return {Exit::packet_has_problems, "", concat(use->messages, problem_line(file, "format", opened.packet->notice))};
  }
  Packet packet = std::move(opened.packet->packet);
  Outcome outcome{Exit::good, "", use->messages};
  if (const std::string not_seen = heads->look_at(packet, read_chain(packet)); !not_seen.empty()) {
    return {Exit::packet_has_problems, "", concat(outcome.messages, problem_line(file, "chain", not_seen))};
  }
  packet.revision = next_revision(packet.revision);
  const RuleContext context = context_of(packet, *use);
  const Result<Packet> recorded = record_entry(packet, assessment_of(packet, *use, environment), *entry, context);
  if (!recorded) {
    const Error& error = recorded.error();
    return {Exit::packet_has_problems, "", concat(outcome.messages, problem_line(file, error.where, error.message))};
  }
  for (const std::string& warning : warnings_of_last_entry(*recorded, context)) {
    append(outcome.messages, problem_line(file, "", warning));
  }
  (void)heads->look_at(*recorded, read_chain(*recorded));
  outcome.results = write_packet(*recorded, assessment_of(*recorded, *use, environment));
  return with_kept(*heads, usage, std::move(outcome));
}

Outcome verify(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage = "verify FILE... [--heads FILE] [--today DATE] [--settings FILE]";
  const Result<FileUse> use = read_use(arguments, {heads_option, today_option, settings_option}, environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.empty()) return bad_use("verify takes one file or more.", usage);
  Result<Heads> heads = Heads::read(*use, environment);
  if (!heads) return bad_use(to_string(heads.error()), usage);
  Outcome outcome{Exit::good, "", use->messages};
  const auto worsen = [&](Exit exit) { outcome.exit = std::max(outcome.exit, exit); };
  for (const std::string_view file : use->files) {
    const Opened opened = open(file, usage, *use, environment);
    if (!opened.packet) {
      append(outcome.messages, opened.refused.messages);
      worsen(opened.refused.exit);
      continue;
    }
    const Packet& packet = opened.packet->packet;
    const RecordedCase recorded = find_recorded_case(packet, context_of(packet, *use));
    std::vector<std::string> wrong = what_does_not_hold(recorded, packet);
    if (std::string not_seen = heads->look_at(packet, recorded.chain); !not_seen.empty()) {
      wrong.push_back(std::move(not_seen));
    }
    for (const std::string& one : wrong) append(outcome.results, problem_line(file, "", one));
    if (!wrong.empty()) {
      worsen(Exit::packet_has_problems);
    } else if (!recorded.status.is_recorded) {
      append(outcome.results, problem_line(file, "", "nothing is recorded in it"));
    } else {
      append(outcome.results, problem_line(file, "", concat("it holds; head ", head_words(recorded.chain.head()))));
    }
  }
  return with_kept(*heads, usage, std::move(outcome));
}

Outcome merge(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage =
      "merge FILE FILE [--by NAME [--title TITLE] --on DATE] [--resolve FILE] [--heads FILE] [--today DATE] "
      "[--settings "
      "FILE]";
  const Result<FileUse> use = read_use(
      arguments, {by_option, title_option, on_option, resolve_option, heads_option, today_option, settings_option},
      environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.size() != 2) return bad_use("merge takes two files, copies of one packet.", usage);
  if (use->files[0] == "-" && use->files[1] == "-")
    return bad_use("standard input can be one of the two files.", usage);
  const Result<NewEntry> entry = read_author(*use, environment);
  if (!entry) return bad_use(to_string(entry.error()), usage);
  std::vector<MergeAnswer> answers;
  if (const std::string_view file = use->value_of(resolve_option); !file.empty()) {
    const Result<std::string> bytes = environment.read(file);
    if (!bytes) return bad_use(bytes.error().message, usage);
    Result<std::vector<MergeAnswer>> read = read_merge_answers(*bytes);
    if (!read) return bad_use(concat(file, ": ", to_string(read.error())), usage);
    answers = *std::move(read);
  }
  Result<Heads> heads = Heads::read(*use, environment);
  if (!heads) return bad_use(to_string(heads.error()), usage);
  std::vector<Packet> copies;
  for (const std::string_view file : use->files) {
    Opened opened = open(file, usage, *use, environment);
    if (!opened.packet) return opened.refused;
    if (opened.packet->access == Access::read_only) {
      return {Exit::packet_has_problems, "",
              concat(use->messages, problem_line(file, "format", opened.packet->notice))};
    }
    copies.push_back(std::move(opened.packet->packet));
  }
  const Result<MergedCopies> merged =
      merge_copies(use->rates(environment), copies[0], copies[1], *entry, answers, use->today, use->agency.calc());
  if (!merged) {
    const Error& error = merged.error();
    const bool is_of_use = error.code == ErrorCode::empty;
    if (is_of_use)
      return bad_use(concat("Both copies went on: name who merges them, --by, and the day, --on. ", error.message),
                     usage);
    return {Exit::packet_has_problems, "", concat(use->messages, "telework: ", to_string(error), "\n")};
  }
  if (!merged->packet) {
    return {Exit::packet_has_problems, write_json(conflicts_json(merged->conflicts)), use->messages};
  }
  const Packet& packet = *merged->packet;
  Outcome outcome{Exit::good, write_packet(packet, assessment_of(packet, *use, environment)), use->messages};
  if (const std::string not_seen = heads->look_at(packet, read_chain(packet)); !not_seen.empty()) {
    append(outcome.messages, "telework: ", not_seen, "\n");
    outcome.exit = Exit::packet_has_problems;
  }
  return with_kept(*heads, usage, std::move(outcome));
}

Outcome inbox(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage = "inbox FOLDER [--ics] [--heads FILE] [--today DATE] [--settings FILE]";
  const Result<FileUse> use =
      read_use(arguments, {calendar_option, heads_option, today_option, settings_option}, environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.size() != 1) return bad_use("inbox takes one folder.", usage);
  Result<Heads> heads = Heads::read(*use, environment);
  if (!heads) return bad_use(to_string(heads.error()), usage);
  const std::string_view folder = use->files.front();
  const Result<std::vector<std::string>> names = environment.list(folder);
  if (!names) return bad_use(names.error().message, usage);
  std::vector<InboxRow> rows;
  std::size_t no_packets = 0;
  for (const std::string& name : *names) {
    const Result<std::string> bytes =
        is_packet_file(name) ? environment.read(concat(folder, "/", name)) : Result<std::string>(std::string());
    const Result<OpenedPacket> opened = bytes ? read_packet(*bytes) : Result<OpenedPacket>(bytes.error());
    if (!opened) {
      ++no_packets;
      continue;
    }
    InboxRow row = inbox_row(name, *opened, use->today, use->agency.policy.calendar);
    const std::string not_seen = heads->look_at(opened->packet, read_chain(opened->packet));
    if (!not_seen.empty()) row.warnings.push_back(not_seen);
    rows.push_back(std::move(row));
  }
  rows = fold_copies(rows);
  Outcome outcome{Exit::good, use->is_calendar ? inbox_calendar(rows, environment.utc) : inbox_text(rows),
                  use->messages};
  if (no_packets != 0) append(outcome.messages, folder, ": ", no_packets, " of its files are no packets.\n");
  return with_kept(*heads, usage, std::move(outcome));
}

}  // namespace ftt::cli
