// The commands for packets that go to somebody else: compare (two packets), redact (a copy without names).
// Covers both doors of the packet; does not change a file, or judge a change.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/json_writer.h"
#include "base/text.h"
#include "cli/command.h"
#include "packet/compare.h"
#include "packet/packet.h"
#include "packet/redact.h"

namespace ftt::cli {
namespace {

struct ExchangeUse {
  std::vector<std::string_view> files;
  Date today;
  CalcSettings settings;
  bool is_text = false;
};

constexpr std::string_view text_option = "--text";

// Errors: an option without its value or with a wrong one, one that the command does not have, too few or many files.
Result<ExchangeUse> read_use(Arguments arguments, std::size_t files, Date today) {
  ExchangeUse use{{}, today, {}};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (!argument.starts_with("--")) {
      use.files.push_back(argument);
      continue;
    }
    const bool takes_text = files == 2;
    if (takes_text && argument == text_option) {
      use.is_text = true;
      continue;
    }
    if (argument != "--today" && argument != "--percent") {
      return Error{ErrorCode::unknown_choice, "", concat("there is no option ", quoted(argument), " here.")};
    }
    if (i + 1 == arguments.size()) return Error{ErrorCode::empty, "", concat(argument, " needs a value behind it.")};
    const std::string_view value = arguments[++i];
    if (argument == "--today") {
      use.today = FTT_TRY(parse_date(value));
    } else {
      use.settings.percent_reading = FTT_TRY(parse_percent_reading(value));
    }
  }
  if (use.files.size() != files) {
    return Error{ErrorCode::malformed, "",
                 files == 2 ? "compare takes two files, the old one and the new one."
                            : "redact takes one file, or - for standard input."};
  }
  return use;
}

// The whole text on one line.
std::string on_one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

}  // namespace

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

Outcome compare(Arguments arguments, const Surroundings& surroundings) {
  constexpr std::string_view usage = "compare OLD NEW [--text] [--today DATE] [--percent READING]";
  const Result<ExchangeUse> use = read_use(arguments, 2, surroundings.today);
  if (!use) return bad_use(use.error().message, usage);
  const std::string_view old_file = use->files[0];
  const std::string_view new_file = use->files[1];
  if (old_file == "-" && new_file == "-") return bad_use("standard input can be one of the two files.", usage);
  const Result<std::string> old_bytes = surroundings.read(old_file);
  if (!old_bytes) return bad_use(old_bytes.error().message, usage);
  const Result<std::string> new_bytes = surroundings.read(new_file);
  if (!new_bytes) return bad_use(new_bytes.error().message, usage);

  const Result<Comparison> comparison =
      compare_files(surroundings.rates, *old_bytes, *new_bytes, use->today, use->settings);
  if (!comparison) {
    const bool is_old = comparison.error().where.starts_with("old");
    return {Exit::packet_has_problems, "",
            concat(is_old ? old_file : new_file, ": ", comparison.error().message, "\n")};
  }
  return {Exit::good, use->is_text ? comparison_text(*comparison) : write_json(comparison_json(*comparison)), ""};
}

Outcome redact(Arguments arguments, const Surroundings& surroundings) {
  constexpr std::string_view usage = "redact FILE [--today DATE] [--percent READING]";
  const Result<ExchangeUse> use = read_use(arguments, 1, surroundings.today);
  if (!use) return bad_use(use.error().message, usage);
  const std::string_view file = use->files.front();
  const Result<std::string> bytes = surroundings.read(file);
  if (!bytes) return bad_use(bytes.error().message, usage);
  const Result<OpenedPacket> opened = read_packet(*bytes);
  if (!opened) return {Exit::packet_has_problems, "", concat(file, ": ", to_string(opened.error()), "\n")};

  const Redacted redacted = ftt::redact(opened->packet, surroundings.rates);
  const Packet& packet = redacted.packet;
  const Assessment assessment =
      assess(surroundings.rates, packet.answers, assessed_on(packet, use->today), use->settings);
  return {Exit::good, write_packet(packet, assessment), words_on_copy(file, redacted)};
}

}  // namespace ftt::cli
