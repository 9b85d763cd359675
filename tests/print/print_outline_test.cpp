// How one finds one's way in a print document: its headings, none of whose levels is left out, and on the screen the
// list of its sheets. Does not hold what the sheets say.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "long_text.h"
#include "order/edition.h"
#include "packet/golden.h"
#include "print/print_document.h"

using namespace ftt;
using test::day_at_hand;
using test::rates_at_hand;

namespace {

std::string printed_with(std::vector<PrintPart> parts) {
  Result<OpenedPacket> opened = read_packet(test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json"));
  REQUIRE(opened.has_value());
  PrintSettings settings;
  settings.parts = std::move(parts);
  return print_document(opened->packet, {rates_at_hand(), {hrm_6040_2, packet_date(opened->packet, day_at_hand)}},
                        settings);
}

// The levels of the headings, in order: 1 for <h1>.
std::vector<int> levels_of(std::string_view html) {
  std::vector<int> levels;
  for (std::size_t at = html.find("<h"); at != std::string_view::npos; at = html.find("<h", at + 1)) {
    const char digit = html.at(at + 2);
    if (digit >= '1' && digit <= '6') levels.push_back(digit - '0');
  }
  return levels;
}

}  // namespace

TEST_SUITE("print: the way through a document") {
  TEST_CASE("no level of heading is left out, whichever parts are printed") {
    std::vector<std::vector<PrintPart>> choices = {{}, {print_parts.begin(), print_parts.end()}};
    for (const PrintPart part : print_parts) choices.push_back({part});
    for (const std::vector<PrintPart>& parts : choices) {
      const std::vector<int> levels = levels_of(printed_with(parts));
      CAPTURE(parts.size());
      REQUIRE_FALSE(levels.empty());
      CHECK(levels.front() == 1);
      for (std::size_t i = 1; i < levels.size(); ++i) {
        CAPTURE(i);
        CHECK(levels[i] > 1);
        CHECK(levels[i] <= levels[i - 1] + 1);
      }
    }
  }

  TEST_CASE("a saved page begins with links to its sheets, and each leads to one; one sheet needs none") {
    const std::string page = printed_with({PrintPart::cover, PrintPart::agreement, PrintPart::findings});
    for (const PrintPart part : {PrintPart::cover, PrintPart::agreement, PrintPart::findings}) {
      CHECK(test::contains(page, concat("<li><a href=\"#sheet-", name_of(part), "\">", title_of(part), "</a></li>")));
      CHECK(test::contains(page, concat(" id=\"sheet-", name_of(part), "\"")));
    }
    for (const PrintPart part : {PrintPart::agreement, PrintPart::findings}) {
      CHECK(test::contains(page, concat("<th scope=\"row\"><a href=\"#sheet-", name_of(part), "\">")));
    }
    CHECK(page.find("<nav ") < page.find("<main "));
    CHECK(test::lacks(printed_with({PrintPart::agreement}), "<nav "));
  }
}
