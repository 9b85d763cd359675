// Where lines break, and what a font must be.
#include "canvas/typeface.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>

#include "canvas/testing.h"

namespace ftt {
namespace {

// A typeface with an atlas of its own, within a frame of a canvas, as drawing needs it.
class Lettering {
 public:
  Lettering() : ready_(every_kind()) {
    ready_.settle();
    REQUIRE(typeface
                .load(*ImGui::GetIO().Fonts, read_bytes(FTT_FONTS_DIR "/PublicSans-Regular.ttf"),
                      read_bytes(FTT_FONTS_DIR "/PublicSans-SemiBold.ttf"))
                .has_value());
  }
  Typeface typeface;

 private:
  ReadyCanvas ready_;
};

using Lines = std::vector<std::string_view>;

}  // namespace

TEST_CASE("bytes that are no TrueType font are refused by name") {
  Canvas canvas;
  const std::string good = read_bytes(FTT_FONTS_DIR "/PublicSans-Regular.ttf");
  REQUIRE(good.size() > 10'000);
  for (const std::string& bad : {std::string(), std::string("OTTO"), std::string(200, '\0'), good.substr(0, 300)}) {
    const auto first = canvas.set_fonts(bad, good), second = canvas.set_fonts(good, bad);
    REQUIRE_FALSE(first.has_value());
    CHECK(first.error().where == "regular");
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().where == "semibold");
  }
}

TEST_CASE("lines break at spaces and after dashes, never inside an amount") {
  const Lettering lettering;
  const Typeface& typeface = lettering.typeface;
  const float amount = typeface.width(TextStyle::body, "costs $1,234.50");
  CHECK(typeface.lines(TextStyle::body, "costs $1,234.50 a trip", amount + 1) == Lines{"costs $1,234.50", "a trip"});
  CHECK(typeface.lines(TextStyle::body, "costs $1,234.50 a trip", amount - 1)[0] == "costs");
  const float dash = typeface.width(TextStyle::body, "Denver-");
  CHECK(typeface.lines(TextStyle::body, "Denver-Aurora", dash + 2) == Lines{"Denver-", "Aurora"});
  // A date is one word, however it is written.
  for (const char* date : {"2/1/2027", "2027-02-01"}) {
    const std::string text = std::string("on ") + date;
    const float wide = typeface.width(TextStyle::body, text);
    CHECK(typeface.lines(TextStyle::body, text, wide - 1) == Lines{"on", date});
  }
  // An address goes on after its two slashes, not between them.
  const float scheme = typeface.width(TextStyle::body, "http:/");
  CHECK(typeface.lines(TextStyle::body, "at http://host", scheme + 20)[1] == "http://");
  CHECK(typeface.lines(TextStyle::body, "", 100) == Lines{""});
  CHECK(typeface.lines(TextStyle::body, "one\n\ntwo\n", 1000) == Lines{"one", "", "two", ""});
}

TEST_CASE("no line is wider than its column unless one letter is, and no letter is lost") {
  const Lettering lettering;
  const Typeface& typeface = lettering.typeface;
  const std::string texts[] = {std::string(2000, 'W'), "a " + std::string(300, 'i') + " b-c/d", "ʻĀina ō Hawaiʻi"};
  for (const std::string& text : texts) {
    for (const float width : {1.0F, 30.0F, 77.0F, 400.0F}) {
      std::size_t letters = 0;
      for (const std::string_view line : typeface.lines(TextStyle::body, text, width)) {
        std::string_view rest = line;
        if (!rest.empty()) take_code_point(rest);
        CHECK((typeface.width(TextStyle::body, line) <= width + 0.01F || rest.empty()));
        for (const char c : line) letters += c != ' ' ? 1 : 0;
      }
      std::size_t wanted = 0;
      for (const char c : text) wanted += c != ' ' ? 1 : 0;
      CHECK(letters == wanted);
    }
  }
}

TEST_CASE("figures are equally wide in columns, so that money lines up, and as wide as they look in prose") {
  const Lettering lettering;
  const Typeface& typeface = lettering.typeface;
  for (const TextStyle style :
       {TextStyle::small_figures, TextStyle::small_strong_figures, TextStyle::body_figures}) {
    const float zero = typeface.width(style, "0");
    for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
      CHECK(typeface.width(style, digit) == doctest::Approx(zero));
    }
    CHECK(typeface.width(style, "$,.−") == doctest::Approx(typeface.width(
        style == TextStyle::body_figures     ? TextStyle::body
        : style == TextStyle::small_figures ? TextStyle::small
                                            : TextStyle::small_strong,
        "$,.−")));
  }
  for (const TextStyle style : {TextStyle::small, TextStyle::small_strong, TextStyle::body, TextStyle::figure}) {
    CHECK(typeface.width(style, "1") < 0.9F * typeface.width(style, "0"));
  }
  // Where the font keeps them nobody can write them.
  CHECK_FALSE(typeface.can_set("\xee\x80\x81"));
  CHECK(typeface.width(TextStyle::body, "\xee\x80\x81") == typeface.width(TextStyle::body, "\xef\xbf\xbd"));
}

TEST_CASE("a line's letters stand where browsers put them: ascent and descent are rounded each by itself") {
  Lettering lettering;
  // Public Sans reaches 0.95 of an em up and 0.225 down: 16 and 4 of 17 px, in a line of 26.
  CHECK(lettering.typeface.baseline(TextStyle::body) == 19);
  CHECK(lettering.typeface.baseline(TextStyle::small) == 17);
  lettering.typeface.set_density(2);
  CHECK(lettering.typeface.baseline(TextStyle::body) == 19);
  for (const float density : {1.0F, 1.25F, 1.5F, 2.0F}) {
    lettering.typeface.set_density(density);
    for (const TextStyle style : {TextStyle::small, TextStyle::body, TextStyle::lead, TextStyle::figure}) {
      const float in_pixels = lettering.typeface.baseline(style) * density;
      CHECK(in_pixels == doctest::Approx(std::round(in_pixels)));
    }
  }
}

TEST_CASE("bytes that are not UTF-8 are taken one by one and marks of direction have no width") {
  const Lettering lettering;
  std::string_view broken = "\xff\xc3";
  CHECK(take_code_point(broken) == 0xFFFD);
  CHECK(broken.size() == 1);
  CHECK(take_code_point(broken) == 0xFFFD);
  CHECK(broken.empty());
  CHECK(lettering.typeface.width(TextStyle::body, "\u202e\u200f\u2066\x01\x7f") == 0);
}

TEST_CASE("letters that the font lacks, marks and other directions are left to the native element") {
  const Lettering lettering;
  for (const char* text : {"", "Kealoha", "Zoë Nuñez-O'Brien", "ʻĀina", "“quoted” – €5 ½", "line\nbreak"}) {
    CAPTURE(text);
    CHECK(lettering.typeface.can_set(text));
  }
  for (const char* text : {"مرحبا", "שלום", "漢字", "😀", "e\u0301", "a\u202eb", "\xff"}) {
    CAPTURE(text);
    CHECK_FALSE(lettering.typeface.can_set(text));
  }
}

}  // namespace ftt
