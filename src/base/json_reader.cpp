// The reader of trees, on the events of json_events.h: bounds what is read, builds the tree, and words every refusal.
#include "base/json_reader.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json_events.h"
#include "base/json_number.h"
#include "base/text.h"

namespace ftt {

namespace {

// The deepest nesting that may be asked for at all: the tree is written and destroyed by recursion.
constexpr std::size_t deepest_limit = 512;

bool is_json_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string line_and_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_end = before.rfind('\n');
  const std::string_view line = line_end == std::string_view::npos ? before : before.substr(line_end + 1);
  return concat("line ", lines + 1, ", column ", count_code_points(line) + 1);
}

Error encoding_error(std::string where, std::string_view message) {
  return Error{ErrorCode::wrong_encoding, std::move(where), std::string(message)};
}

// What can be told from the bytes before any of them is read as JSON.
std::optional<Error> refuse_bytes(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.max_bytes) {
    return Error{ErrorCode::limit_exceeded,
                 {},
                 concat("The file has ", with_thousands_commas(static_cast<long long>(text.size())), " bytes; at most ",
                        with_thousands_commas(static_cast<long long>(limits.max_bytes)),
                        " are read. Check that it is the right file.")};
  }
  if (text.empty()) {
    return Error{ErrorCode::empty, {}, "The file is empty. Choose the file that was saved."};
  }
  const auto starts_with = [&](std::string_view bytes) { return text.starts_with(bytes); };
  const std::string_view start = text.substr(0, 4);
  const bool is_wide = starts_with("\xFF\xFE") || starts_with("\xFE\xFF") ||
                       (start.size() >= 2 && start.substr(0, 2).find('\0') != std::string_view::npos);
  if (is_wide) {
    return encoding_error("line 1, column 1", "The file is in UTF-16 or UTF-32; save it as UTF-8 and open it again.");
  }
  if (starts_with("\xEF\xBB\xBF")) {
    return encoding_error(
        "line 1, column 1",
        "The file begins with a byte order mark; save it as UTF-8 without one (editors call it \"UTF-8\", "
        "not \"UTF-8 with BOM\").");
  }
  if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
    return encoding_error(line_and_column(text, bad),
                          "A byte here is not UTF-8; save the file as UTF-8 and open it again.");
  }
  if (std::all_of(text.begin(), text.end(), is_json_blank)) {
    return Error{ErrorCode::empty, {}, "The file has only blanks in it. Choose the file that was saved."};
  }
  return std::nullopt;
}

// The run of letters around the offset: NaN, Infinity, undefined …
std::string_view word_around(std::string_view text, std::size_t offset) {
  std::size_t start = offset;
  std::size_t end = offset;
  while (start > 0 && is_ascii_letter(text[start - 1])) --start;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  return text.substr(start, end - start);
}

char last_before(std::string_view text, std::size_t offset) {
  while (offset > 0 && is_json_blank(text[offset - 1])) --offset;
  return offset > 0 ? text[offset - 1] : '\0';
}

Error malformed(std::string where, std::string message) {
  return Error{ErrorCode::malformed, std::move(where), std::move(message)};
}

// The message for a string that cannot be read, by the byte that stopped it.
std::string string_problem(char stopper, std::string_view open_string) {
  if (static_cast<unsigned char>(stopper) < 0x20) {
    return "There is a line end or control character inside a string; write it as \\n or \\u00XX, or close the string "
           "before it.";
  }
  if (open_string.find("\\u") != std::string_view::npos) {
    return "A \\u in this string is not four hexadecimal digits, or half of a surrogate pair; write the character "
           "itself.";
  }
  return "A backslash in this string is followed by a character that it cannot escape; write \\\\ for a backslash.";
}

// The writing is wrong at the offset, perhaps within a string.
Error syntax_error(std::string_view text, std::size_t offset, std::string_view open_string) {
  std::string where = line_and_column(text, offset);
  if (offset >= text.size()) {
    return Error{ErrorCode::truncated, std::move(where),
                 "The JSON ends too early: something is not closed. Get the whole file again."};
  }
  const char stopper = text[offset];
  if (!open_string.empty()) return malformed(std::move(where), string_problem(stopper, open_string));

  const std::string_view word = word_around(text, offset);
  for (const std::string_view name : {"nan", "infinity", "inf"}) {
    if (equal_ignoring_ascii_case(word, name)) {
      return malformed(std::move(where), concat(ftt::in_quotes(word),
                                                " is not a number in JSON; write digits, or leave the member out."));
    }
  }
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (text.find_first_of("{[\"-0123456789tfn", first) != first ||
      (word.size() > 1 && word.data() == text.data() + first)) {
    return malformed(std::move(where),
                     concat("This is not JSON: it begins with ", ftt::in_quotes(text.substr(first, 20)),
                            ". Choose the .json file that was saved."));
  }
  if (stopper == '\'')
    return malformed(std::move(where), "There is a single quote here; JSON texts and names take double quotes.");
  if (stopper == '/')
    return malformed(std::move(where), "There is a comment or slash here; JSON has no comments, so take it out.");
  if ((stopper == '}' || stopper == ']') && last_before(text, offset) == ',') {
    return malformed(std::move(where), "There is a comma before the closing bracket; take it out.");
  }
  return malformed(std::move(where),
                   concat(ftt::in_quotes(first_code_points(text.substr(offset), 1)),
                          " cannot be here; check for a missing comma, colon, quote or bracket before it."));
}

// The events as a tree or as the first error.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const JsonLimits& limits) : text_(text), limits_(limits), events_(text) {}

  Result<Json> build() {
    while (take_event()) {
    }
    if (error_) return std::move(*error_);
    FTT_ASSERT(root_.has_value(), "The JSON ended without a value and without an error.");
    return std::move(*root_);
  }

 private:
  struct Container {
    Json::Kind kind;
    std::size_t first;   // of values_
    std::string name{};  // of the member that is being read
  };

  // Gives whether to go on.
  bool take_event() {
    switch (events_.next()) {
      case JsonEvent::start_object:
        return open(Json::Kind::object);
      case JsonEvent::end_object:
        return end_object();
      case JsonEvent::start_array:
        return open(Json::Kind::array);
      case JsonEvent::end_array:
        return end_array();
      case JsonEvent::name:
        return is_read_over(events_.said()) ? read_over() : name(events_.said());
      case JsonEvent::string:
        return string(events_.said());
      case JsonEvent::number:
        return number(events_.number_text());
      case JsonEvent::boolean:
        return add(Json::boolean(events_.truth()));
      case JsonEvent::null:
        return add(Json());
      case JsonEvent::end:
        return false;
      case JsonEvent::wrong:
        break;
    }
    return refuse_writing();
  }

  bool is_read_over(std::string_view name) const {
    if (limits_.reads_over == nullptr) return false;
    return limits_.reads_over(open_.size(), open_.size() == 1 ? name : std::string_view(open_.front().name), name);
  }
  // Of a value that nobody asks for nothing is kept.
  bool read_over() {
    events_.skip_value();
    return !events_.has_failed() || refuse_writing();
  }

  bool string(std::string_view text) {
    const bool is_taken = is_short(text) || (limits_.takes_long_text != nullptr && limits_.takes_long_text(place()));
    return is_taken ? add(Json::string(text)) : refuse_length("This text");
  }
  bool name(std::string_view text) {
    if (!is_short(text)) return refuse_length("A member's name");
    open_.back().name = text;
    return true;
  }
  bool number(std::string_view text) {
    if (is_beyond_binary64(take_apart(text))) {
      return refuse(ErrorCode::out_of_range,
                    concat("The number ", ftt::in_quotes(text), " is too large to be one; correct it."));
    }
    Result<Json> number = Json::number_from_text(text);
    FTT_ASSERT(number.has_value(), "The events have a number that is not valid.");
    return add(std::move(number).value());
  }
  bool end_object() {
    std::vector<Json::Member> members(std::make_move_iterator(first_value()), std::make_move_iterator(values_.end()));
    if (const std::string* repeated = find_repeated_name(members)) {
      open_.back().name = *repeated;
      return refuse(ErrorCode::repeated,
                    concat("The member ", ftt::in_quotes(*repeated), " is there more than once; keep one of them."));
    }
    close();
    return add(Json::object_of_differing(std::move(members)));
  }
  bool end_array() {
    std::vector<Json> elements;
    elements.reserve(values_.size() - open_.back().first);
    for (auto value = first_value(); value != values_.end(); ++value) elements.push_back(std::move(value->value));
    close();
    return add(Json::array(std::move(elements)));
  }

  std::vector<Json::Member>::iterator first_value() {
    return values_.begin() + static_cast<std::ptrdiff_t>(open_.back().first);
  }
  void close() {
    values_.erase(first_value(), values_.end());
    open_.pop_back();
  }

  bool refuse_writing() {
    const std::size_t offset = events_.stopped_at();
    error_ = root_ && offset < text_.size() ? malformed(line_and_column(text_, offset),
                                                        "Something follows after the end of the JSON; take it out.")
                                            : syntax_error(text_, offset, events_.open_string());
    return false;
  }

  bool add(Json&& value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else {
      values_.push_back(Json::Member{open_.back().name, std::move(value)});
    }
    return true;
  }

  bool open(Json::Kind kind) {
    if (open_.size() >= std::min(limits_.max_depth, deepest_limit)) {
      return refuse(ErrorCode::limit_exceeded,
                    concat("Lists and objects are more than ", std::min(limits_.max_depth, deepest_limit),
                           " deep inside each other here; take the inner ones out."));
    }
    open_.push_back(Container{kind, values_.size()});
    return true;
  }

  bool is_short(std::string_view text) const {
    return text.size() <= limits_.max_text || count_code_points(text) <= limits_.max_text;
  }

  bool refuse_length(std::string_view what) {
    return refuse(ErrorCode::limit_exceeded,
                  concat(what, " has more than ", with_thousands_commas(static_cast<long long>(limits_.max_text)),
                         " characters; shorten it."));
  }

  // The JSON pointer of the value that is being read.
  std::string place() const {
    std::string pointer;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const std::size_t end = i + 1 < open_.size() ? open_[i + 1].first : values_.size();
      pointer = open_[i].kind == Json::Kind::array ? json_pointer_step(pointer, end - open_[i].first)
                                                   : json_pointer_step(pointer, open_[i].name);
    }
    return pointer;
  }

  bool refuse(ErrorCode code, std::string message) {
    error_ = Error{code, place(), std::move(message)};
    return false;
  }

  std::string_view text_;
  const JsonLimits& limits_;
  JsonEvents events_;
  std::vector<Container> open_;
  std::vector<Json::Member> values_;  // read of those that are open, of the outermost first; an element has no name
  std::optional<Json> root_;
  std::optional<Error> error_;
};

}  // namespace

Result<Json> read_json(std::string_view text, const JsonLimits& limits) {
  if (std::optional<Error> error = refuse_bytes(text, limits)) return std::move(*error);
  return TreeBuilder(text, limits).build();
}

}  // namespace ftt
