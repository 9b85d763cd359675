// Reading JSON from front to back, one event after another, without a tree: the one lexer of this program.
//
// Takes what RFC 8259 takes and nothing else. Allocates for texts and for how deep the reading is. After the first
// thing that does not fit every event is JsonEvent::wrong, so that whoever reads needs one check at the end.
//
// Precondition throughout: the text is well-formed UTF-8 where it matters to the caller; bytes above 0x7F are kept as
// they are.
//
// Does not: bound sizes and depths, see repeated members, or word a refusal (json_reader.h).
//
// Why no library does this (programs that read events, by Emscripten 3.1.6 at -Os; 10 MB of packets, natively at -O2):
//   nlohmann/json 3.11.2   49.9 kB where this has 8.0, as brotli 20.4 where this has 3.7, a third of it to read binary
//                          floating point, which nothing here is; 55 ms where this takes 14; and it calls, so that who
//                          reads by name, as the canvas does, would need a state for each member. It is the judge of
//                          this lexer in the tests (tests/base/json_oracle.h).
//   RapidJSON 1.1.0        as small and as quick, but takes half a surrogate pair, of which it makes ill-formed UTF-8,
//                          and anything after a NUL; the last release, of 2016; it calls too
//   simdjson 3.0.1         wants 64 bytes to be readable behind each text, and Debian has it as a native library alone
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace ftt {

enum class JsonEvent : std::uint8_t {
  start_object,
  end_object,
  start_array,
  end_array,
  name,     // of a member; text() is the name
  string,   // text() is what it says
  number,   // number_text() is how it is written
  boolean,  // truth()
  null,
  end,    // nothing follows
  wrong,  // stopped_at() says where
};

class JsonEvents {
 public:
  explicit JsonEvents(std::string_view text) : json_(text) {}

  JsonEvent next();

  // Of the last name or string: what it says, until the next event.
  std::string_view said() const { return is_in_text_ ? std::string_view(text_) : said_; }
  // The same as a text of its own; may be moved from.
  std::string& text() {
    if (!std::exchange(is_in_text_, true)) text_ = said_;
    return text_;
  }
  std::string_view number_text() const { return json_.substr(token_, at_ - token_); }
  bool truth() const { return json_[token_] == 't'; }

  // Where the last event ended; after JsonEvent::wrong the byte that does not fit, or the size where more was needed.
  std::size_t stopped_at() const { return at_; }
  // After JsonEvent::wrong: what was read of the string that cannot be read on; empty where none was being read.
  std::string_view open_string() const { return open_string_; }

  // ---- Who knows what must come takes it in one call; where another thing comes, all is wrong from then on ----

  void fail() { has_failed_ = true; }
  bool has_failed() const { return has_failed_; }
  bool take(JsonEvent wanted);
  std::string take_text();
  std::int64_t take_integer();
  bool take_truth();
  // Reads over one value, whatever it is.
  void skip_value();
  // Calls read() for each element, which takes it.
  template <class Read>
  void each_element(Read read) {
    if (!take(JsonEvent::start_array)) return;
    while (!next_is(JsonEvent::end_array)) read();
  }
  // Calls read(name) for each member, which takes its value.
  template <class Read>
  void each_member(Read read) {
    if (!take(JsonEvent::start_object)) return;
    std::string name;
    while (!next_is(JsonEvent::end_object)) {
      if (!take(JsonEvent::name)) return;
      name = said();
      read(std::string_view(name));
    }
  }

 private:
  enum class Expects : std::uint8_t { value, element_or_end, name_or_end, name, colon, comma_or_end, nothing };
  enum class Token : std::uint8_t {
    left_brace,
    right_brace,
    left_bracket,
    right_bracket,
    colon,
    comma,
    string,
    number,
    boolean,
    null,
    end,
    wrong,
  };

  bool next_is(JsonEvent end);
  JsonEvent advance();
  JsonEvent value(JsonEvent event);
  JsonEvent close(JsonEvent event);
  JsonEvent refuse();

  Token scan();
  Token scan_string();
  bool scan_escape();
  bool scan_four_digits(std::uint32_t& code);
  Token scan_number();
  bool scan_digits();
  Token scan_word(std::string_view word, Token token);
  Token wrong_in_string();
  char current() const { return at_ < json_.size() ? json_[at_] : '\0'; }

  std::string_view json_;
  std::size_t at_ = 0;
  std::size_t token_ = 0;  // where the last token starts
  std::string_view said_;  // what a string says that stands for itself as a whole
  std::string text_;       // what any other says, or text() was asked for
  std::string_view open_string_;
  std::string open_;  // the brackets that are open
  Expects expects_ = Expects::value;
  bool is_in_text_ = true;
  bool has_failed_ = false;
  bool is_ahead_ = false;  // ahead_ was read and not taken
  JsonEvent ahead_ = JsonEvent::end;
};

}  // namespace ftt
