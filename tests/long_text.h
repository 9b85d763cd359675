// What a test looks up in a long text: the member of a JSON text, the line of a calendar file, and, of a page or of
// what must not be said at all, whether a piece stands in it, and how often. A short text is compared as a whole.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/text.h"

namespace ftt::test {

// Whether a search found what it was to find; a check that fails prints what was searched.
struct Search {
  bool is_so = false;
  std::string searched;
  explicit operator bool() const { return is_so; }
};
inline doctest::String toString(const Search& search) {
  return search.searched.c_str();
}

inline Search contains(std::string_view text, std::string_view piece) {
  return {text.find(piece) != std::string_view::npos, concat("in: ", text.substr(0, 4000))};
}

// With the surroundings of the piece where it does stand there.
inline Search lacks(std::string_view text, std::string_view piece) {
  const std::size_t at = text.find(piece);
  if (at == std::string_view::npos) return {true, {}};
  constexpr std::size_t around = 100;
  return {false, concat("at ", at, ": ", text.substr(at < around ? 0 : at - around, piece.size() + 2 * around))};
}

inline std::size_t count_of(std::string_view text, std::string_view piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + piece.size()))
    ++count;
  return count;
}

// The value at a path of names, of numbers in a list and of the ids in it, such as "deadlines/clock.chain/due" or
// "half_years/0/budgeted", in compact JSON; empty where there is none.
inline std::string member(std::string_view json, std::string_view path) {
  const Result<Json> tree = read_json(json);
  REQUIRE_MESSAGE(tree.has_value(), std::string(json.substr(0, 4000)));
  const Json* value = &*tree;
  for (const std::string_view step : split(path, '/')) {
    const std::vector<Json>* elements = value->as_array();
    if (elements == nullptr) {
      value = value->find(step);
    } else {
      const auto found = std::find_if(elements->begin(), elements->end(), [&](const Json& element) {
        const std::string* id = element.find_string("id");
        return id != nullptr ? *id == step : concat(&element - elements->data()) == step;
      });
      value = found == elements->end() ? nullptr : &*found;
    }
    if (value == nullptr) return {};
  }
  return write_json_compact(*value);
}

// What the first line of the name says in a calendar file (RFC 5545), its folds taken out; empty where there is none.
inline std::string calendar_line(std::string_view file, std::string_view name) {
  const std::string begin = concat("\n", name, ":");
  std::size_t at = file.find(begin);
  if (at == std::string_view::npos) return {};
  std::string line;
  for (at += begin.size(); at < file.size(); ++at) {
    if (!file.substr(at).starts_with("\r\n")) {
      line += file[at];
    } else if (file.substr(at).starts_with("\r\n ")) {
      at += 2;
    } else {
      break;
    }
  }
  return line;
}

}  // namespace ftt::test
