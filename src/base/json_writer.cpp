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

class CanonicalWriter {
 public:
  CanonicalWriter() { text_.reserve(ordinary); }

  Result<Unit> write(const Json& value) {
    if (const std::vector<Json::Member>* members = value.as_object()) {
      const std::size_t first = open_.size();
      for (const Json::Member& member : *members) open_.push_back({member.name, &member.value});
      return write_open(first);
    }
    if (const std::vector<Json>* elements = value.as_array()) return write_elements(*elements);
    if (const std::optional<std::string_view> number = value.as_number_text()) return write_number(*number);
    append_plain(text_, value);
    return Unit{};
  }

  Result<Unit> write(std::span<const MemberView> members) {
    open_.assign(members.begin(), members.end());
    return write_open(0);
  }

  std::string take_text() { return std::move(text_); }

 private:
  static constexpr std::size_t ordinary = 2048;  // bytes of a short one, so that it does not grow by small steps

  // The object whose members are the last ones of those that are open, from the first on.
  Result<Unit> write_open(std::size_t first) {
    std::sort(open_.begin() + static_cast<std::ptrdiff_t>(first), open_.end(),
              [](const MemberView& a, const MemberView& b) { return precedes_in_utf16(a.name, b.name); });
    const std::size_t end = open_.size();
    text_.push_back('{');
    for (std::size_t i = first; i < end; ++i) {
      const MemberView member = open_[i];
      if (i > first) text_.push_back(',');
      append_json_string(text_, member.name);
      text_.push_back(':');
      if (Result<Unit> done = write(*member.value); !done) {
        return seen_from_outside(json_pointer_step({}, member.name), std::move(done).error());
      }
    }
    text_.push_back('}');
    open_.resize(first);
    return Unit{};
  }

  Result<Unit> write_elements(const std::vector<Json>& elements) {
    text_.push_back('[');
    for (std::size_t i = 0; i < elements.size(); ++i) {
      if (i > 0) text_.push_back(',');
      if (Result<Unit> done = write(elements[i]); !done) {
        return seen_from_outside(json_pointer_step({}, i), std::move(done).error());
      }
    }
    text_.push_back(']');
    return Unit{};
  }

  Result<Unit> write_number(std::string_view number) {
    const DecimalParts parts = take_apart(number);
    if (!parts.digits.empty() && !is_written_exactly(parts)) {
      return Error{ErrorCode::too_precise,
                   {},
                   concat("The number ", in_quotes(number),
                          " has more digits than a JSON number can keep; write it as text in quotes.")};
    }
    append_ecmascript_number(text_, parts);
    return Unit{};
  }

  std::string text_;
  std::vector<MemberView> open_;  // the members of the objects that are open, of the outermost first
};

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

Result<std::string> write_json_canonical(const Json& value) {
  CanonicalWriter writer;
  FTT_TRY(writer.write(value));
  return writer.take_text();
}

Result<std::string> write_json_canonical(std::span<const MemberView> members) {
  CanonicalWriter writer;
  FTT_TRY(writer.write(members));
  return writer.take_text();
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
