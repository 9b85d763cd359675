// Pictures for the print. Does not look at paper (tests/browser does).
#include "print/print_chart.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "long_text.h"
#include "wizard/person.h"

using namespace ftt;
using namespace ftt::test;

TEST_SUITE("view: pictures in the print") {
  TEST_CASE("the bars of example A are named with their figures, drawn once each, in black, white and gray") {
    Person person;
    type_example_a(person);
    const std::string html = print::picture(person.node("result.bars"));
    CHECK(html.starts_with("<figure class=\"picture\"><figcaption>What is in the net annual change</figcaption>"));
    CHECK(html.ends_with("</svg></figure>"));
    CHECK(contains(html,
                   "aria-label=\"What is in the net annual change: Pay −$14,483; Trips +$10,087.20; Transit −$3,900; "
                   "Net annual change −$8,295.80\""));
    CHECK(contains(html, ">−$14,483</text>"));
    CHECK(contains(html, ">$0</text>"));
    CHECK(count_of(html, "fill=\"#fff\" stroke=\"#000\"/>") == 2);  // what saves
    CHECK(count_of(html, "fill=\"#666\"/>") == 1);                  // what costs
    CHECK(count_of(html, "fill=\"#000\"/>") == 1);                  // the net
    CHECK(count_of(html, "stroke-width=\".5\"/>") == 3);            // from each to the next
    for (const char* no : {"style=", "<script", "class=\"chart", "id=", "NaN", "e+"}) {
      CAPTURE(no);
      CHECK(lacks(html, no));
    }
  }

  TEST_CASE("lines and marks are drawn, and named by their marks") {
    Person person;
    type_example_a(person);
    person.go_to("result");
    const std::string html = print::picture(person.node("result.trips"));
    CHECK(contains(html, "aria-label=\"Net annual change for 0 to 24 trips a year: Planned: 4; Break-even: 7\""));
    for (const char* dashes : {"6 4", "1.5 2.5", "14 4"}) {
      CHECK(count_of(html, concat("stroke-dasharray=\"", dashes, "\"")) == 1);
    }
    CHECK(count_of(html, "<circle") == 2);
    CHECK(contains(html, ">24 trips</text>"));
    CHECK(count_of(html, "text-anchor=\"end\"") == 6);  // the amounts of the axis
  }

  TEST_CASE("typed text is inert, and nothing to draw is no picture") {
    Node chart;
    chart.kind = NodeKind::chart;
    CHECK(print::picture(chart).empty());
    chart.label = "A \"<b>\" & 'c'";
    chart.bars = {{"<script>", "\"&\"", 0, 100, Tone::warning}};
    const std::string html = print::picture(chart);
    CHECK(lacks(html, "<script"));
    CHECK(lacks(html, "<b>"));
    CHECK(contains(html, "&lt;script&gt; &quot;&amp;&quot;"));
  }
}
