// An agency's own wording of App. B, C and D: taken whole or refused with its line.
#include "order/wording.h"

#include <doctest/doctest.h>

#include "base/sha256.h"
#include "base/text.h"

using namespace ftt;

namespace {

// The template with something else in place of a piece of it, which stands in it once.
std::string template_with(std::string_view piece, std::string_view other) {
  std::string text = wording_template();
  const std::size_t place = text.find(piece);
  REQUIRE(place != std::string::npos);
  return text.replace(place, piece.size(), other);
}

std::size_t line_of(std::string_view text, std::string_view piece) {
  const std::size_t place = text.find(piece);
  REQUIRE(place != std::string_view::npos);
  std::size_t line = 1;
  for (const char c : text.substr(0, place)) line += c == '\n';
  return line;
}

void check_refused(std::string_view text, ErrorCode code, std::size_t line, std::string_view message) {
  const Result<Wording> read = read_wording(text);
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().code == code);
  CHECK(read.error().where == concat("line ", line));
  CHECK(read.error().message == message);
}

constexpr std::string_view travel = "[agreement.travel]\n";

}  // namespace

TEST_CASE("wording: the template has each clause with our restatement, and reads back") {
  const std::string text = wording_template();
  const Result<Wording> read = read_wording(text);
  REQUIRE(read.has_value());
  for (const Clause& clause : clauses()) CHECK(read->of(clause) == clause.cite.paragraph().restatement);
  CHECK(read->digest() == concat("sha256:", sha256_hex(text)));
}

TEST_CASE("wording: the words of a clause go on to the next one, over lines and paragraphs") {
  const std::string text = template_with(
      travel, "\xEF\xBB\xBF[ agreement.travel ]\r\n\r\nOur own words,  \r\nin [two] lines.\n\nAnd again: ");
  const Result<Wording> read = read_wording(text);
  REQUIRE(read.has_value());
  CHECK(read->of(clauses().front()) ==
        concat("Our own words,\nin [two] lines.\n\nAnd again: ", clauses().front().cite.paragraph().restatement));
}

TEST_CASE("wording: an unknown clause is refused with its line") {
  const std::string text = template_with("[agreement.ending.business]", "[agreement.ending.bussiness]");
  check_refused(text, ErrorCode::unknown_choice, line_of(text, "bussiness"),
                "There is no clause \"agreement.ending.bussiness\". \"telework wording\" writes a file with the id of "
                "each clause.");
  check_refused(template_with(travel, "[]\n"), ErrorCode::unknown_choice, 1,
                "There is no clause \"\". \"telework wording\" writes a file with the id of each clause.");
}

TEST_CASE("wording: a clause that stands twice is refused with the line of the second") {
  const std::string text = concat(wording_template(), "\n[agreement.time]\nAgain.\n");
  check_refused(text, ErrorCode::repeated, line_of(text, "Again.") - 1,
                "[agreement.time] is there a second time; the first is on line 4. Leave one of them out.");
}

TEST_CASE("wording: a clause that is missing is refused, named with its item, at the end of the file") {
  const std::string whole = wording_template();
  const std::size_t second = whole.find("[agreement.time]");
  const std::string text = whole.substr(second);
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n';
  check_refused(text, ErrorCode::truncated, lines,
                "The file ends here without [agreement.travel], App. B, item 1. Add it.");
  check_refused("", ErrorCode::truncated, 1, "The file ends here without [agreement.travel], App. B, item 1. Add it.");
}

TEST_CASE("wording: words before the first clause, and a clause without words, are refused with their line") {
  check_refused(concat("\nOur forms\n", wording_template()), ErrorCode::malformed, 2,
                "There are words before the first clause. Begin with a line such as [agreement.travel].");
  check_refused(template_with("[agreement.time]", "[agreement.time]\n \n[agreement.transit]"), ErrorCode::malformed, 4,
                "[agreement.time] has no words below it. Write the clause there.");
}

TEST_CASE("wording: bytes that are no UTF-8, and a file without end, are refused with their line") {
  check_refused(template_with("[agreement.time]", "\xFF[agreement.time]"), ErrorCode::wrong_encoding, 4,
                "A byte here is not UTF-8. Save the file as UTF-8 and try again.");
  check_refused(concat(wording_template(), std::string(max_wording_bytes, 'x')), ErrorCode::limit_exceeded,
                line_of(concat(wording_template(), "xx"), "xx"),
                "The file is larger than 256 KiB. Keep the clauses of the forms in it and nothing else.");
}
