// Reading by each, and the comparison. See json_oracle.h.
#include "base/json_oracle.h"

#define JSON_NOEXCEPTION
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json_events.h"
#include "base/text.h"

namespace ftt {
namespace {

// A text goes with its size, so that no two runs of events are written alike.
void note(std::string& events, char kind, std::string_view text = {}) {
  append(events, std::string_view(&kind, 1), text.size(), ":", text, "\n");
}

// The names of the parser's events; each gives whether to go on.
class Listener {
 public:
  using Parser = nlohmann::json;

  explicit Listener(std::size_t size) : size_(size) {}
  JsonReading take() { return std::move(reading_); }
  void end() { reading_.verdict = JsonVerdict::taken; }

  bool null() { return hear('0'); }
  bool boolean(bool value) { return hear('b', value ? "true" : "false"); }
  // A whole number that is not negative comes as unsigned, so a signed zero was written "-0".
  bool number_integer(Parser::number_integer_t value) { return hear('n', value == 0 ? "-0" : concat(value)); }
  bool number_unsigned(Parser::number_unsigned_t value) { return hear('n', concat(value)); }
  bool number_float(Parser::number_float_t, const std::string& text) { return hear('n', text); }
  bool string(std::string& text) { return hear('s', text); }
  bool binary(Parser::binary_t&) { return false; }  // not in JSON text
  bool start_object(std::size_t) { return hear('{'); }
  bool end_object() { return hear('}'); }
  bool start_array(std::size_t) { return hear('['); }
  bool end_array() { return hear(']'); }
  bool key(std::string& name) { return hear('k', name); }

  template <class Exception>
  bool parse_error(std::size_t bytes_read, const std::string& token, const Exception& exception) {
    constexpr int number_overflow = 406;
    if (exception.id == number_overflow) {
      note(reading_.events, 'n', token);
      reading_.verdict = JsonVerdict::number_too_large;
    } else {
      reading_.verdict = JsonVerdict::refused;
      reading_.stopped_at = std::min(bytes_read == 0 ? 0 : bytes_read - 1, size_);
    }
    return false;
  }

 private:
  bool hear(char kind, std::string_view text = {}) {
    note(reading_.events, kind, text);
    return true;
  }

  std::size_t size_;
  JsonReading reading_;
};

std::string in_words(const JsonReading& reading) {
  switch (reading.verdict) {
    case JsonVerdict::taken:
      return concat(reading.events, "taken\n");
    case JsonVerdict::refused:
      return concat(reading.events, "refused at byte ", reading.stopped_at, "\n");
    case JsonVerdict::number_too_large:
      return concat(reading.events, "that number is too large\n");
  }
  return {};
}

}  // namespace

JsonReading read_by_lexer(std::string_view text) {
  JsonEvents events(text);
  JsonReading reading;
  const auto hear = [&](char kind, std::string_view said = {}) { note(reading.events, kind, said); };
  for (;;) {
    switch (events.next()) {
      case JsonEvent::start_object:
        hear('{');
        break;
      case JsonEvent::end_object:
        hear('}');
        break;
      case JsonEvent::start_array:
        hear('[');
        break;
      case JsonEvent::end_array:
        hear(']');
        break;
      case JsonEvent::name:
        hear('k', events.text());
        break;
      case JsonEvent::string:
        hear('s', events.text());
        break;
      case JsonEvent::number:
        hear('n', events.number_text());
        break;
      case JsonEvent::boolean:
        hear('b', events.truth() ? "true" : "false");
        break;
      case JsonEvent::null:
        hear('0');
        break;
      case JsonEvent::end:
        reading.verdict = JsonVerdict::taken;
        return reading;
      case JsonEvent::wrong:
        reading.stopped_at = events.stopped_at();
        return reading;
    }
  }
}

JsonReading read_by_oracle(std::string_view text) {
  Listener listener(text.size());
  if (nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &listener)) listener.end();
  return listener.take();
}

std::string disagreement(std::string_view text) {
  const JsonReading ours = read_by_lexer(text);
  constexpr char first_byte_of_mark = '\xEF';
  const std::size_t nul = text.find('\0');
  JsonReading theirs;
  if (!text.starts_with(first_byte_of_mark)) theirs = read_by_oracle(text.substr(0, nul));
  if (theirs.verdict == JsonVerdict::taken && nul != std::string_view::npos) {
    theirs.verdict = JsonVerdict::refused;
    theirs.stopped_at = nul;
  }
  const bool agree =
      theirs.verdict == JsonVerdict::number_too_large
          ? ours.events.starts_with(theirs.events)
          : ours.events == theirs.events && ours.verdict == theirs.verdict && ours.stopped_at == theirs.stopped_at;
  return agree ? std::string() : concat("The lexer:\n", in_words(ours), "The oracle:\n", in_words(theirs));
}

}  // namespace ftt
