// Reads the sections line by line. See wording.h.
#include "order/wording.h"

#include <algorithm>

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

// A clause and what has been read of it so far.
struct Section {
  const Clause* clause;
  std::string words;
  std::size_t line = 0;  // of its heading; 0: not there yet
};

// All sections of the file, in the order of clauses().
class Sections {
 public:
  Sections() {
    for (const Clause& clause : clauses()) sections_.push_back({&clause, {}, 0});
  }

  // The words of the open section are all there. Errors: malformed.
  Result<Unit> close() {
    if (open_ == nullptr) return Unit{};
    open_->words = std::string(trim(open_->words));
    if (!open_->words.empty()) return Unit{};
    return at_line(ErrorCode::malformed, open_->line,
                   concat("[", open_->clause->id, "] has no words below it. Write the clause there."));
  }

  // Errors: unknown_choice, repeated.
  Result<Unit> begin(std::string_view id, std::size_t line) {
    const auto section =
        std::find_if(sections_.begin(), sections_.end(), [&](const Section& one) { return one.clause->id == id; });
    if (section == sections_.end()) {
      return at_line(ErrorCode::unknown_choice, line,
                     concat("There is no clause ", in_quotes(id),
                            ". \"telework wording\" writes a file with the id of each clause."));
    }
    if (section->line != 0) {
      return at_line(
          ErrorCode::repeated, line,
          concat("[", id, "] is there a second time; the first is on line ", section->line, ". Leave one of them "
              "out."));
    }
    section->line = line;
    open_ = &*section;
    return Unit{};
  }

  // Errors: malformed.
  Result<Unit> add(std::string_view words, std::size_t line) {
    if (open_ != nullptr) {
      append(open_->words, words, "\n");
    } else if (!words.empty()) {
      return at_line(ErrorCode::malformed, line,
                     "There are words before the first clause. Begin with a line such as [agreement.travel].");
    }
    return Unit{};
  }

  // The words of all clauses, when the file has ended on that line. Errors: truncated.
  Result<std::vector<std::string>> finish(std::size_t line) && {
    std::vector<std::string> texts;
    for (Section& section : sections_) {
      if (section.line == 0) {
        return at_line(ErrorCode::truncated, line,
                       concat("The file ends here without [", section.clause->id, "], ", section.clause->cite.text(),
                              ". Add it."));
      }
      texts.push_back(std::move(section.words));
    }
    return texts;
  }

 private:
  std::vector<Section> sections_;
  Section* open_ = nullptr;  // the section that the lines belong to
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
  std::vector<std::string> texts = FTT_TRY(std::move(sections).finish(line));
  return Wording(std::move(texts), concat("sha256:", sha256_hex(bytes)));
}

std::string wording_template() {
  std::string text;
  for (const Clause& clause : clauses()) {
    append(text, text.empty() ? "" : "\n", "[", clause.id, "]\n", clause.cite.paragraph().restatement, "\n");
  }
  return text;
}

}  // namespace ftt
