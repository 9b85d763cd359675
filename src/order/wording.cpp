// Reads the sections line by line. See wording.h.
#include "order/wording.h"

#include <algorithm>
#include <optional>

#include "base/sha256.h"
#include "base/text.h"

namespace ftt {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Error at_line(ErrorCode code, std::size_t line, std::string message) {
  return {code, concat("line ", line), std::move(message)};
}

std::size_t line_of(std::string_view bytes, std::size_t place) {
  return 1 +
         static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
}

// The place in clauses() of the clause with that id.
std::optional<std::size_t> find_clause(std::string_view id) {
  const std::span<const Clause> all = clauses();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Clause& clause) { return clause.id == id; });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

// What has been read of the file so far.
struct Sections {
  std::vector<std::string> texts = std::vector<std::string>(clauses().size());
  std::vector<std::size_t> lines = std::vector<std::size_t>(clauses().size());  // of its heading; 0: not there yet
  std::optional<std::size_t> open;                                              // the clause that the lines belong to

  // The words of the open clause are all there. Errors: malformed.
  Result<Unit> close() {
    if (!open) return Unit{};
    std::string& text = texts[*open];
    text = std::string(trim(text));
    if (!text.empty()) return Unit{};
    return at_line(ErrorCode::malformed, lines[*open],
                   concat("[", clauses()[*open].id, "] has no words below it. Write the clause there."));
  }

  // Errors: unknown_choice, duplicate_member.
  Result<Unit> begin(std::string_view id, std::size_t line) {
    const std::optional<std::size_t> clause = find_clause(id);
    if (!clause) {
      return at_line(ErrorCode::unknown_choice, line,
                     concat("There is no clause ", in_quotes(id),
                            ". \"telework wording\" writes a file with the id of each clause."));
    }
    if (lines[*clause] != 0) {
      return at_line(
          ErrorCode::repeated, line,
          concat("[", id, "] stands a second time; the first is on line ", lines[*clause], ". Leave one of them out."));
    }
    lines[*clause] = line;
    open = clause;
    return Unit{};
  }

  // Errors: malformed.
  Result<Unit> add(std::string_view words, std::size_t line) {
    if (open) {
      append(texts[*open], words, "\n");
    } else if (!words.empty()) {
      return at_line(ErrorCode::malformed, line,
                     "There are words before the first clause. Begin with a line such as [agreement.travel].");
    }
    return Unit{};
  }
};

}  // namespace

Wording::Wording(std::vector<std::string> texts, std::string digest)
    : texts_(std::move(texts)), digest_(std::move(digest)) {}

std::string_view Wording::of(const Clause& clause) const {
  return texts_[static_cast<std::size_t>(&clause - clauses().data())];
}

Result<Wording> read_wording(std::string_view bytes) {
  if (bytes.size() > max_wording_bytes) {
    return at_line(ErrorCode::limit_exceeded, line_of(bytes, max_wording_bytes),
                   "The file is larger than 256 KiB. Keep the clauses of the forms in it and nothing else.");
  }
  if (const std::size_t place = find_invalid_utf8(bytes); place != std::string_view::npos) {
    return at_line(ErrorCode::wrong_encoding, line_of(bytes, place),
                   "A byte here is not UTF-8. Save the file as UTF-8 and try again.");
  }
  std::string_view text = bytes;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  Sections sections;
  std::size_t line = 0;
  for (const std::string_view whole : split(text, '\n')) {
    ++line;
    const std::string_view words = trim(whole);
    if (words.starts_with('[') && words.ends_with(']')) {
      FTT_TRY(sections.close());
      FTT_TRY(sections.begin(trim(words.substr(1, words.size() - 2)), line));
    } else {
      FTT_TRY(sections.add(words, line));
    }
  }
  FTT_TRY(sections.close());
  const auto missing = std::find(sections.lines.begin(), sections.lines.end(), std::size_t{0});
  if (missing != sections.lines.end()) {
    const Clause& clause = clauses()[static_cast<std::size_t>(missing - sections.lines.begin())];
    return at_line(ErrorCode::truncated, line,
                   concat("The file ends here without [", clause.id, "], ", clause.cite.text(), ". Add it."));
  }
  return Wording(std::move(sections.texts), concat("sha256:", sha256_hex(bytes)));
}

std::string wording_template() {
  std::string text;
  for (const Clause& clause : clauses()) {
    append(text, text.empty() ? "" : "\n", "[", clause.id, "]\n", clause.cite.paragraph().restatement, "\n");
  }
  return text;
}

}  // namespace ftt
