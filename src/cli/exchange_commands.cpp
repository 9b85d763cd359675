// The commands for packets that go to somebody else: compare (two packets), redact (a copy without names).
// Covers both doors of the packet; does not change a file, or judge a change.
#include "base/json_writer.h"
#include "base/text.h"
#include "cli/use.h"
#include "packet/compare.h"
#include "packet/packet.h"
#include "packet/recorded_case.h"
#include "packet/redact.h"

namespace ftt::cli {

std::string words_on_copy(std::string_view file, const Redacted& redacted) {
  std::string words;
  for (const LeftOut& one : redacted.left_out) {
    append(words, file, ": left out: ", one.label, " (", one.field, ")\n");
  }
  if (redacted.texts.empty()) return words;
  append(words, file, ": ", words_on_texts_left, "\n");
  for (const TextLeft& one : redacted.texts) {
    append(words, file, ": to be read: ", one.label, " (", one.field, "): ", on_one_line(one.text), "\n");
  }
  return words;
}

Outcome compare(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage = "compare OLD NEW [--text] [--today DATE] [--percent READING] [--settings FILE]";
  const Result<FileUse> use =
      read_use(arguments, {text_option, today_option, percent_option, settings_option}, environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.size() != 2) return bad_use("compare takes two files, the old one and the new one.", usage);
  const std::string_view old_file = use->files[0];
  const std::string_view new_file = use->files[1];
  if (old_file == "-" && new_file == "-") return bad_use("standard input can be one of the two files.", usage);
  const Result<std::string> old_bytes = environment.read(old_file);
  if (!old_bytes) return bad_use(old_bytes.error().message, usage);
  const Result<std::string> new_bytes = environment.read(new_file);
  if (!new_bytes) return bad_use(new_bytes.error().message, usage);

  const Result<Comparison> comparison =
      compare_files(use->rates(environment), *old_bytes, *new_bytes, use->today, use->agency.calc());
  if (!comparison) {
    const bool is_old = comparison.error().where.starts_with("old");
    return {Exit::packet_has_problems, "",
            concat(use->messages, is_old ? old_file : new_file, ": ", comparison.error().message, "\n")};
  }
  return {Exit::good, use->is_text ? comparison_text(*comparison) : write_json(comparison_json(*comparison)),
          use->messages};
}

Outcome redact(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage = "redact FILE [--today DATE] [--percent READING] [--settings FILE]";
  const Result<FileUse> use = read_use(arguments, {today_option, percent_option, settings_option}, environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.size() != 1) return bad_use("redact takes one file, or - for standard input.", usage);
  const std::string_view file = use->files.front();
  const Result<std::string> bytes = environment.read(file);
  if (!bytes) return bad_use(bytes.error().message, usage);
  const Result<OpenedPacket> opened = read_packet(*bytes);
  if (!opened)
    return {Exit::packet_has_problems, "", concat(use->messages, file, ": ", to_string(opened.error()), "\n")};

  const Redacted redacted = ftt::redact(opened->packet, use->rates(environment));
  const Packet& packet = redacted.packet;
  const Assessment assessment =
      assess(use->rates(environment), packet, assessed_on(packet, use->today), use->agency.calc());
  return {Exit::good, write_packet(packet, assessment), concat(use->messages, words_on_copy(file, redacted))};
}

}  // namespace ftt::cli
