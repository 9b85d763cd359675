// Text: cutting, counting and keeping it inert.
#include "base/text.h"

#include <doctest/doctest.h>

namespace ftt {
namespace {

TEST_CASE("text: building, cutting and folding") {
  CHECK(concat("a", std::string("b"), 'c', 12, -3, std::string_view("d")) == "abc12-3d");
  CHECK(concat(INT64_MIN) == "-9223372036854775808");
  CHECK(trim(" \t\u00a0x y\r\n\u00a0") == "x y");
  CHECK(trim(" \u00a0 ").empty());
  CHECK(split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(to_ascii_lower("ÄBC") == "Äbc");
  CHECK(to_ascii_upper("äbc-z9") == "äBC-Z9");
  CHECK(with_capital("not required") == "Not required");
  CHECK(with_capital("äh") == "äh");
  CHECK(with_capital("") == "");
  CHECK(equal_ignoring_ascii_case("Ab", "aB"));
  CHECK_FALSE(equal_ignoring_ascii_case("ab", "abc"));
  CHECK(contains_ignoring_ascii_case("Senior level (SL)", "sl"));
  CHECK(contains_ignoring_ascii_case("", ""));
  CHECK_FALSE(contains_ignoring_ascii_case("Senior", "senior level"));
  CHECK(with_thousands_commas(0) == "0");
  CHECK(with_thousands_commas(999) == "999");
  CHECK(with_thousands_commas(1000) == "1,000");
  CHECK(with_thousands_commas(-1'234'567) == "−1,234,567");
}

TEST_CASE("text: UTF-8 is checked to the letter of the standard") {
  for (const std::string_view good :
       {"", "abc", "é", "ʻokina", "𝔘", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    CHECK(is_valid_utf8(good));
  }
  for (const std::string_view bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98"}) {
    CHECK_FALSE(is_valid_utf8(bad));
  }
  CHECK(find_invalid_utf8("aé\xFFz") == 3);
  CHECK(count_code_points("aé𝔘") == 3);
  CHECK(first_code_points("aé𝔘z", 3) == "aé𝔘");
  CHECK(first_code_points("aé", 9) == "aé");
}

TEST_CASE("text: HTML gets nothing that it could act on") {
  CHECK(html_escape("<script>alert(\"x\") & 'y'</script>") ==
        "&lt;script&gt;alert(&quot;x&quot;) &amp; &#39;y&#39;&lt;/script&gt;");
  CHECK(html_escape("Kaʻahumanu O’Brien") == "Kaʻahumanu O’Brien");
}

TEST_CASE("text: a message shows what was typed, short and on one line") {
  CHECK(in_quotes("three") == "\"three\"");
  CHECK(in_quotes(" a\nb ") == "\"a b\"");
  CHECK(in_quotes(std::string(50, 'x')) == "\"" + std::string(40, 'x') + "…\"");
  CHECK(is_valid_utf8(in_quotes("\xFF\xFEx")));
}

TEST_CASE("text: on one line nothing moves a terminal, and every other letter stays") {
  CHECK(on_one_line("a\r\nb\tc") == "a  b c");
  CHECK(on_one_line("a\x1b[2Jb\x7f") == "a [2Jb ");
  CHECK(on_one_line("a\u0085b\u009b31m\u00a0é") == "a b 31m\u00a0é");
  CHECK(on_one_line("") == "");
}

}  // namespace
}  // namespace ftt
