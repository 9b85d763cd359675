// A saved page: the packet goes into it and comes out byte for byte.
#include "packet/saved_page.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "long_text.h"

using namespace ftt;

TEST_SUITE("packet: a saved page carries it") {
  TEST_CASE("any text comes back byte for byte") {
    for (const std::string_view json :
         {"{}", "{\"a\": \"</template><script>alert(1)</script>\"}", "{\"a\": \"&amp; &lt; &#39; \\u003c\"}\n",
          "{\"a\": \"it's “quoted”, ʻokina, \xC2\xA0 and \xF0\x9F\x8F\x9B\"}"}) {
      const std::string page = concat("<!DOCTYPE html><html><body>", embed_packet(json), "</body></html>");
      CHECK(looks_like_a_page(page));
      CHECK(extract_packet(page).value_or("none") == json);
    }
  }

  TEST_CASE("what is carried cannot become an element") {
    const std::string element = embed_packet("{\"a\": \"</template><script>\"}");
    CHECK(test::lacks(element, "<script"));
    CHECK(element.find("</template>") == element.size() - std::string_view("</template>").size());
  }

  TEST_CASE("a page that a browser has written out again still opens") {
    // Browsers keep quotes as they are and name the no-break space.
    const std::string page =
        "<html><template id=\"telework-packet\">{\"a\": \"1&nbsp;&lt; 2 &amp;c.\"}</template></html>";
    CHECK(extract_packet(page).value_or("none") == "{\"a\": \"1\xC2\xA0< 2 &c.\"}");
  }

  TEST_CASE("other pages are refused, and so are broken ones") {
    CHECK(extract_packet("<html></html>").error().code == ErrorCode::wrong_format);
    CHECK(extract_packet("<template id=\"telework-packet\">{}").error().code == ErrorCode::truncated);
    CHECK(extract_packet(std::string(max_page_bytes + 1, ' ')).error().code == ErrorCode::limit_exceeded);
    CHECK_FALSE(looks_like_a_page("{}"));
    CHECK_FALSE(looks_like_a_page(""));
    CHECK(looks_like_a_page(" \n<!doctype html>"));
  }
}
