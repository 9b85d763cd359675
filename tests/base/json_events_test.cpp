// JSON as a run of events: what comes in which order, where reading stops, and the calls for whoever knows what must
// come.
#include "base/json_events.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace ftt {
namespace {

// One letter an event, with what it says.
std::string events_of(std::string_view text) {
  JsonEvents events(text);
  std::string said;
  for (;;) {
    switch (events.next()) {
      case JsonEvent::start_object:
        said += "{";
        break;
      case JsonEvent::end_object:
        said += "}";
        break;
      case JsonEvent::start_array:
        said += "[";
        break;
      case JsonEvent::end_array:
        said += "]";
        break;
      case JsonEvent::name:
        append(said, events.text(), "=");
        break;
      case JsonEvent::string:
        append(said, "s(", events.text(), ")");
        break;
      case JsonEvent::number:
        append(said, "n(", events.number_text(), ")");
        break;
      case JsonEvent::boolean:
        said += events.truth() ? "yes" : "no";
        break;
      case JsonEvent::null:
        said += "null";
        break;
      case JsonEvent::end:
        return said;
      case JsonEvent::wrong:
        return concat(said, "!", events.stopped_at());
    }
  }
}

}  // namespace

TEST_SUITE("base: JSON events") {
  TEST_CASE("values come in their order, each with what it says") {
    CHECK(events_of(R"( {"a":[1,-2.50e+3,"x"],"b":{},"":[],"c":true,"d":false,"e":null} )") ==
          "{a=[n(1)n(-2.50e+3)s(x)]b={}=[]c=yesd=noe=null}");
    CHECK(events_of("0") == "n(0)");
    CHECK(events_of(R"("\u0041\t\"\\\/\b\f\n\r\u00e9\u2026\ud83d\ude00")") == "s(A\t\"\\/\b\f\n\ré…😀)");
    CHECK(events_of("[[[],[]]]") == "[[[][]]]");
  }

  TEST_CASE("what cannot stand there stops the reading at its last byte, what ends too early at the end") {
    CHECK(events_of("") == "!0");
    CHECK(events_of("[1,]") == "[n(1)!3");
    CHECK(events_of("[01]") == "[n(0)!2");
    CHECK(events_of("{1:2}") == "{!1");
    CHECK(events_of(R"({"a" 1})") == "{a=!5");
    CHECK(events_of(R"({"a":1 "bc":2})") == "{a=n(1)!10");
    CHECK(events_of(R"({"a":1,})") == "{a=n(1)!7");
    CHECK(events_of("[1}") == "[n(1)!2");
    CHECK(events_of("1 2") == "n(1)!2");
    CHECK(events_of("[1") == "[n(1)!2");
    CHECK(events_of("[tru]") == "[!4");
    CHECK(events_of("[-]") == "[!2");
    CHECK(events_of("[1.]") == "[!3");
    CHECK(events_of("[1e+]") == "[!4");
    CHECK(events_of("\"a") == "!2");
    CHECK(events_of("[\"a\nb\"]") == "[!3");
    CHECK(events_of(R"(["\x"])") == "[!3");
    CHECK(events_of(R"(["\u12g4"])") == "[!6");
    CHECK(events_of(R"(["\udc00"])") == "[!7");
    CHECK(events_of(R"(["\ud800\u0041"])") == "[!13");
    CHECK(events_of(std::string_view("[\0]", 3)) == "[!1");
  }

  TEST_CASE("who knows what must come takes it, and one check at the end is enough") {
    JsonEvents good(R"({"texts":["a","b"],"number":-12,"truth":true})");
    std::string texts;
    std::int64_t number = 0;
    bool truth = false;
    good.each_member([&](std::string_view name) {
      if (name == "texts") good.each_element([&] { texts += good.take_text(); });
      if (name == "number") number = good.take_integer();
      if (name == "truth") truth = good.take_truth();
    });
    CHECK(good.take(JsonEvent::end));
    CHECK(texts == "ab");
    CHECK(number == -12);
    CHECK(truth);
    for (const std::string_view bad : {"[1]", "{", "[\"a\"", "[\"a\",{}]", "7", "[\"a\"] 1"}) {
      JsonEvents json(bad);
      json.each_element([&] { static_cast<void>(json.take_text()); });
      CHECK_FALSE(json.take(JsonEvent::end));
    }
    JsonEvents skipped(R"([{"a":[1,{"b":null}],"c":"}"},7,"last"])");
    std::string last;
    int element = 0;
    skipped.each_element([&] { ++element < 3 ? skipped.skip_value() : void(last = skipped.take_text()); });
    CHECK(skipped.take(JsonEvent::end));
    CHECK(last == "last");
    JsonEvents wrong(R"([{"a":"b\x"},7])");
    CHECK(wrong.next() == JsonEvent::start_array);
    wrong.skip_value();
    CHECK(wrong.has_failed());
    CHECK(wrong.stopped_at() == 9);
    CHECK(wrong.open_string() == R"("b\)");
    JsonEvents broken("[{\"a\":]");
    broken.each_element([&] { broken.skip_value(); });
    CHECK(broken.has_failed());
    for (const std::string_view bad : {"1.5", "1e2", "9223372036854775808", "\"1\""}) {
      JsonEvents json(bad);
      static_cast<void>(json.take_integer());
      CHECK(json.has_failed());
    }
  }
}

}  // namespace ftt
