// The settings of a print: which parts, redacted or not, and when; each refusal names its place.
#include "print/print_settings.h"

#include <doctest/doctest.h>

using namespace ftt;

TEST_SUITE("view: the settings of a print") {
  TEST_CASE("all of them") {
    const Result<PrintSettings> read =
        read_print_settings(R"({"parts": ["agreement", "cover", "agreement"], "redacted": true, "now": "noon"})");
    REQUIRE(read.has_value());
    CHECK(read->parts == std::vector<PrintPart>{PrintPart::cover, PrintPart::agreement});
    CHECK(read->names == Names::left_out);
    CHECK(read->now == "noon");
  }

  TEST_CASE("none: all that the case needs, with names") {
    const Result<PrintSettings> read = read_print_settings("{}");
    REQUIRE(read.has_value());
    CHECK(read->parts.empty());
    CHECK(read->names == Names::kept);
  }

  TEST_CASE("every part is read by the name that it gives") {
    for (const PrintPart part : print_parts) {
      CHECK(read_print_parts(name_of(part)).value() == std::vector<PrintPart>{part});
      CHECK_FALSE(title_of(part).empty());
    }
  }

  TEST_CASE("a list of parts takes blanks, each part once, in the order of the print") {
    CHECK(read_print_parts("worksheet, cover,cover").value() ==
          std::vector<PrintPart>{PrintPart::cover, PrintPart::worksheet});
    CHECK(read_print_parts("cover,,worksheet").error().code == ErrorCode::empty);
    const Result<std::vector<PrintPart>> wrong = read_print_parts("cover,appendix");
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().message.find("there is no part \"appendix\"; the parts are cover, analysis_tool") == 0);
  }

  TEST_CASE("what is wrong is refused with its place") {
    struct Wrong {
      std::string_view json;
      ErrorCode code;
      std::string_view where;
    };
    for (const Wrong& wrong :
         {Wrong{"[]", ErrorCode::wrong_type, ""}, Wrong{R"({"now": 3})", ErrorCode::wrong_type, "/now"},
          Wrong{R"({"parts": "cover"})", ErrorCode::wrong_type, "/parts"},
          Wrong{R"({"parts": ["cover", 1]})", ErrorCode::wrong_type, "/parts/1"},
          Wrong{R"({"parts": ["cover", "map"]})", ErrorCode::unknown_choice, "/parts/1"},
          Wrong{R"({"redacted": "yes"})", ErrorCode::wrong_type, "/redacted"},
          Wrong{R"({"color": true})", ErrorCode::unknown_choice, "/color"}}) {
      CAPTURE(wrong.json);
      const Result<PrintSettings> read = read_print_settings(wrong.json);
      REQUIRE_FALSE(read.has_value());
      CHECK(read.error().code == wrong.code);
      CHECK(read.error().where == wrong.where);
    }
  }
}
