// The writers: one walk for the plain forms, one for the canonical form.
#include "base/json_writer.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/json_number.h"
#include "base/json_stretch.h"
#include "base/text.h"

namespace ftt {

namespace {

void append_escaped(std::string& target, char c) {
  switch (c) {
    case '"':
      target += "\\\"";
      return;
    case '\\':
      target += "\\\\";
      return;
    case '\b':
      target += "\\b";
      return;
    case '\f':
      target += "\\f";
      return;
    case '\n':
      target += "\\n";
      return;
    case '\r':
      target += "\\r";
      return;
    case '\t':
      target += "\\t";
      return;
    default:
      append(target, "\\u00", "0123456789abcdef"[static_cast<unsigned char>(c) >> 4],
             "0123456789abcdef"[static_cast<unsigned char>(c) & 15U]);
  }
}

// A text, a truth value or null: every form writes them alike.
void append_plain(std::string& target, const Json& value) {
  if (const std::string* string = value.as_string()) {
    append_json_string(target, *string);
  } else if (const std::optional<bool> boolean = value.as_boolean()) {
    target += *boolean ? "true" : "false";
  } else {
    target += "null";
  }
}

enum class Layout { indented, compact };

class Writer {
 public:
  explicit Writer(Layout layout) : layout_(layout) {}

  void write(const Json& value) {
    if (const std::vector<Json>* elements = value.as_array()) {
      write_list('[', ']', *elements, [this](const Json& element) { write(element); });
    } else if (const std::vector<Json::Member>* members = value.as_object()) {
      write_list('{', '}', *members, [this](const Json::Member& member) {
        append_json_string(text_, member.name);
        text_ += layout_ == Layout::indented ? ": " : ":";
        write(member.value);
      });
    } else if (const std::optional<std::string_view> number = value.as_number_text()) {
      text_ += *number;
    } else {
      append_plain(text_, value);
    }
  }

  std::string take_text() { return std::move(text_); }

 private:
  template <class Items, class WriteItem>
  void write_list(char opening, char closing, const Items& items, WriteItem write_item) {
    text_.push_back(opening);
    depth_ += 1;
    bool is_first = true;
    for (const auto& item : items) {
      if (!is_first) text_.push_back(',');
      is_first = false;
      start_line();
      write_item(item);
    }
    depth_ -= 1;
    if (!items.empty()) start_line();
    text_.push_back(closing);
  }

  void start_line() {
    if (layout_ == Layout::compact) return;
    text_.push_back('\n');
    text_.append(2 * depth_, ' ');
  }

  Layout layout_;
  std::size_t depth_ = 0;
  std::string text_;
};

// RFC 8785, section 3.2.3: names are compared as UTF-16 code units. In UTF-8 that is the order of the bytes, but that
// characters above U+FFFF (surrogates, from D800) come before those from U+E000.
bool precedes_in_utf16(std::string_view a, std::string_view b) {
  const auto [at_a, at_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (at_a == a.end() || at_b == b.end()) return at_a == a.end() && at_b != b.end();
  const auto byte_a = static_cast<unsigned char>(*at_a);
  const auto byte_b = static_cast<unsigned char>(*at_b);
  const bool is_surrogate_a = byte_a >= 0xF0;
  const bool is_surrogate_b = byte_b >= 0xF0;
  if (is_surrogate_a != is_surrogate_b) {
    if (is_surrogate_a && byte_b >= 0xEE) return true;
    if (is_surrogate_b && byte_a >= 0xEE) return false;
  }
  return byte_a < byte_b;
}

// ECMAScript, Number::toString, steps 6 to 12.
void append_ecmascript_number(std::string& target, const DecimalParts& parts) {
  if (parts.digits.empty()) {
    target.push_back('0');
    return;
  }
  if (parts.is_negative) target.push_back('-');
  const auto count = static_cast<std::int64_t>(parts.digits.size());
  const std::int64_t point = parts.point_after;
  const std::string_view digits = parts.digits;
  if (point >= count && point <= 21) {
    target += digits;
    target.append(static_cast<std::size_t>(point - count), '0');
  } else if (point > 0 && point <= 21) {
    append(target, digits.substr(0, static_cast<std::size_t>(point)), '.',
           digits.substr(static_cast<std::size_t>(point)));
  } else if (point > -6 && point <= 0) {
    target += "0.";
    target.append(static_cast<std::size_t>(-point), '0');
    target += digits;
  } else {
    target.push_back(digits.front());
    if (count > 1) append(target, '.', digits.substr(1));
    append(target, 'e', point > 0 ? '+' : '-', point > 0 ? point - 1 : 1 - point);
  }
}

// The error of a value inside of another one, with its place as it is seen from there.
Error seen_from_outside(std::string_view step, Error error) {
  error.where.insert(0, step);
  return error;
}

// Appends the canonical form; an object's members are those that are taken.
Result<Unit> append_canonical(std::string& target, const Json& value, TakesMember takes) {
  if (const std::vector<Json::Member>* members = value.as_object()) {
    std::vector<const Json::Member*> sorted;
    sorted.reserve(members->size());
    for (const Json::Member& member : *members) {
      if (takes == nullptr || takes(member.name)) sorted.push_back(&member);
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const Json::Member* a, const Json::Member* b) { return precedes_in_utf16(a->name, b->name); });
    target.push_back('{');
    for (const Json::Member* member : sorted) {
      if (member != sorted.front()) target.push_back(',');
      append_json_string(target, member->name);
      target.push_back(':');
      if (Result<Unit> done = append_canonical(target, member->value, nullptr); !done) {
        return seen_from_outside(json_pointer_step({}, member->name), std::move(done).error());
      }
    }
    target.push_back('}');
  } else if (const std::vector<Json>* elements = value.as_array()) {
    target.push_back('[');
    for (std::size_t i = 0; i < elements->size(); ++i) {
      if (i > 0) target.push_back(',');
      if (Result<Unit> done = append_canonical(target, (*elements)[i], nullptr); !done) {
        return seen_from_outside(json_pointer_step({}, i), std::move(done).error());
      }
    }
    target.push_back(']');
  } else if (const std::optional<std::string_view> number = value.as_number_text()) {
    const DecimalParts parts = take_apart(*number);
    if (!parts.digits.empty() && !is_written_exactly(parts)) {
      return Error{ErrorCode::too_precise,
                   {},
                   concat("The number ", in_quotes(*number),
                          " has more digits than a JSON number can keep; write it as text in quotes.")};
    }
    append_ecmascript_number(target, parts);
  } else {
    append_plain(target, value);
  }
  return Unit{};
}

}  // namespace

std::string write_json(const Json& value) {
  Writer writer(Layout::indented);
  writer.write(value);
  return writer.take_text() + "\n";
}

std::string write_json_compact(const Json& value) {
  Writer writer(Layout::compact);
  writer.write(value);
  return writer.take_text();
}

Result<std::string> write_json_canonical(const Json& value, TakesMember takes) {
  constexpr std::size_t ordinary = 2048;  // bytes of a short one, so that it does not grow by small steps
  std::string text;
  text.reserve(ordinary);
  FTT_TRY(append_canonical(text, value, takes));
  return text;
}

// What need not be escaped is copied a stretch at a time.
void append_json_string(std::string& target, std::string_view text) {
  target.push_back('"');
  std::size_t written = 0;
  for (std::size_t i = 0;;) {
    i = end_of_stretch<StretchOf::unescaped_ascii>(text, i);
    if (i == text.size()) break;
    const bool is_ascii = static_cast<unsigned char>(text[i]) < 0x80;
    if (const std::size_t length = is_ascii ? 0 : utf8_length(text.substr(i)); length != 0) {
      i += length;
      continue;
    }
    target.append(text, written, i - written);
    if (is_ascii) {
      append_escaped(target, text[i]);
    } else {
      target += "\uFFFD";
    }
    written = ++i;
  }
  target.append(text, written);
  target.push_back('"');
}

}  // namespace ftt
