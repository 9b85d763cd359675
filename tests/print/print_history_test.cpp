// The history of a packet with a chain on paper, its head on each page, and Parts J to L as the chain says them.
//
// The golden is scenarios/chain.html, of the packet scenarios/chain.json, without the style sheet and that packet.
#include "print/print_history.h"

#include <doctest/doctest.h>

#include "long_text.h"
#include "packet/chain_story.h"
#include "packet/golden.h"
#include "packet/redact.h"
#include "print/print_document.h"

using namespace ftt;
using test::contains;
using test::lacks;
using test::rates_at_hand;

namespace {

std::string printed_story(const Packet& packet, PrintSettings settings = {}, Date day = test::day_of_story) {
  settings.now = "June 11, 2025, 3:04 PM EDT";
  return print_document(packet, {rates_at_hand(), assessed_on(packet, day)}, settings);
}

std::string part_of(const std::string& html, std::string_view from, std::string_view to) {
  const std::size_t begin = html.find(from);
  REQUIRE(begin != std::string::npos);
  return html.substr(begin, html.find(to, begin) - begin);
}

// A page with words in place of the packet that it carries.
std::string without_packet(std::string page) {
  constexpr std::string_view opening = "<template id=\"telework-packet\">";
  const std::size_t begin = page.find(opening) + opening.size();
  return page.replace(begin, page.find("</template>", begin) - begin, "(chain.json)");
}

std::string history_of(const std::string& html) {
  return part_of(html, "id=\"sheet-history\"", "<footer");
}

std::string level_of_part_k(const std::string& html, std::string_view heading) {
  const std::string part_k = part_of(html, "id=\"part-K\"", "id=\"part-L\"");
  return part_of(part_k, heading, "<div class=\"signature\">");
}

Packet opened_story() {
  return test::packet_in(test::read_file(FTT_TESTS_DIR "/scenarios/chain.json"));
}

// Concurred twice, then edited.
Packet edited_story() {
  return test::with(test::story_after(test::acts_before_the_edit), {{Leaf::travel_budget_trips, "6"}});
}

}  // namespace

TEST_SUITE("view: the history on paper") {
  TEST_CASE("¶9: the print of a packet that went through every hand is the golden, byte for byte") {
    const std::string page = printed_story(opened_story());
    test::check_golden(FTT_TESTS_DIR "/scenarios/chain.html",
                       test::without_style(test::without_digest(without_packet(page))));
    const Packet carried = test::packet_in(page);
    CHECK(carried.chain == opened_story().chain);
  }

  TEST_CASE("it is printed where acts are recorded, and by no other packet unless it is asked for") {
    CHECK(contains(printed_story(test::story_after(1)), "sheet-history"));
    CHECK(lacks(printed_story(test::example_a()), "sheet-history"));
    CHECK(contains(printed_story(test::example_a(), {"", {PrintPart::history}}), "The packet has no chain"));
  }

  TEST_CASE("the ladder says of each step who, on what and whether it stands; each entry has its digest") {
    const Packet packet = opened_story();
    const std::string history = history_of(printed_story(packet));
    CHECK(contains(history, "<b>Counts.</b> Concurred on May 22, 2025 by <bdi>Sam Doe, Branch Chief</bdi>, entry 12."));
    CHECK(contains(history, "Not applicable."));
    CHECK(contains(history, "net annual change"));
    const ReadChain chain = read_chain(packet);
    for (const EntryMark& mark : chain.marks) CHECK(contains(history, head_words(mark.digest)));
    CHECK(contains(history, "(designee), concurred as the Deputy Administrator"));
    CHECK(contains(history, "approval.eml"));
    CHECK(contains(history, "E10 Number of planned trips per year"));
    CHECK(contains(history, limit_of_the_chain));
  }

  TEST_CASE("after an edit it names what is void, what has changed since, and who must look again") {
    const std::string html = printed_story(edited_story());
    const std::string history = history_of(html);
    CHECK(contains(history,
                   "<b>Void.</b> The concurrence of May 7, 2025 by the immediate supervisor is void: Part E has "
                   "changed since."));
    CHECK(contains(history, "must look again."));
    CHECK(contains(history, "Changed since it was seen by the immediate supervisor; the second level supervisor"));
    CHECK(contains(history, "<td><bdi>4</bdi></td><td><bdi>6</bdi></td>"));
    CHECK(contains(part_of(html, "Where it goes", "</section>"), "is void: Part E has changed since."));
    CHECK(contains(level_of_part_k(html, "<h4>Supervisor"), "is void"));
    CHECK(contains(html, "No concurrence counts yet."));
  }

  TEST_CASE("¶9a, ¶9c: returned, both days are given on which it may be due") {
    const std::string history =
        history_of(printed_story(test::story_after(test::acts_to_the_second_return), {}, calendar_date(2025, 5, 22)));
    CHECK(contains(history, "Due, where the clock runs on"));
    CHECK(contains(history, "Due, where the clock stopped"));
    CHECK(contains(history, "the order does not say; both dates are given."));
    CHECK(contains(history, "The position description is an old one"));
  }

  TEST_CASE("Parts J to L come of the chain, lines to sign on stay, and what was typed is marked and does not count") {
    const Packet packet = test::with(opened_story(), {{Leaf::concurrences_executive_name, "Not Herself"},
                                                      {Leaf::concurrences_executive_decision, "deny"},
                                                      {Leaf::determination_date, "2025-01-02"}});
    const std::string html = printed_story(packet);
    const std::string level = level_of_part_k(html, "<h4>Regional Commissioner");
    CHECK(contains(level, "Assistant Commissioner"));
    CHECK(contains(level, "May 23, 2025"));
    CHECK(contains(level, "Typed, not recorded: Not Herself, Deny."));
    CHECK(contains(level, "Recorded concurrence, entry 14 of the history."));
    CHECK(contains(level, "Signature</dt><dd><span class=\"hidden\">not answered</span></dd>"));
    const std::string part_l = part_of(html, "id=\"part-L\"", "id=\"part-M\"");
    CHECK(contains(part_l, "June 10, 2025"));
    CHECK(contains(part_l, "Typed, not recorded: January 2, 2025."));
    CHECK(contains(html, "Not applicable, by the route that is recorded."));
  }

  TEST_CASE("the cover waits for no level that the route leaves out, and for concurrences") {
    const std::string html = printed_story(test::story_after(3), {}, calendar_date(2025, 5, 8));
    const std::string cover = part_of(html, "id=\"sheet-cover\"", "</section>");
    CHECK(contains(cover, "Concurrences to come: "));
    CHECK(lacks(part_of(cover, "Concurrences to come: ", "."), "hird"));
  }

  TEST_CASE("its head is on each page, and on no page of a packet without a chain") {
    const Packet packet = opened_story();
    const std::string head = head_words(read_chain(packet).head());
    REQUIRE(head.size() == 39);
    const std::string html = printed_story(packet);
    CHECK(contains(html, concat("data-chain=\"Chain ", head, "\"")));
    CHECK(contains(part_of(html, "@bottom-left", "}"), concat(" \"\\a\" \"Chain ", head, "\"")));
    CHECK(contains(part_of(html, "<footer", "</footer>"), head));
    CHECK(lacks(printed_story(test::example_a()), "data-chain"));
    CHECK(lacks(printed_story(packet, {"", {PrintPart::estimate}}), head));
  }

  TEST_CASE("¶11: a new round has the head that it continues on each page, and no history yet") {
    Packet next = test::example_a();
    next.chain = chain_of_next_round(opened_story());
    const std::string html = printed_story(next);
    CHECK(contains(html, concat("data-chain=\"Chain ", head_words(read_chain(opened_story()).head()))));
    CHECK(lacks(html, "sheet-history"));
  }

  TEST_CASE("a copy without names has acts, days and digests as recorded, nobody in them, and says so") {
    const std::string html = printed_story(opened_story(), {"", {}, Names::left_out});
    const std::string history = history_of(html);
    CHECK(contains(history, "The chain is as recorded; it can be verified in the full copy only."));
    CHECK(contains(html, "data-chain=\"Chain (as recorded) "));
    CHECK(contains(history, head_words(read_chain(opened_story()).head())));
    CHECK(contains(history, "June 10, 2025"));
    // It cannot tell who has concurred: neither somebody nor nobody.
    const std::string goes = part_of(html, ">Where it goes</h2>", "Who to contact");
    CHECK(contains(goes, "its chain is as recorded; it can be verified in the full copy only."));
    for (const std::string_view told :
         {"No concurrence counts", "oncurrences to come", "nobody has requested the arrangement",
          "There is no approved Analysis Tool yet"}) {
      CAPTURE(told);
      CHECK(lacks(html, told));
    }
    for (const std::string_view name : {"Sam Doe", "Kim Roe", "Pat Lin", "Ana Sousa", "Jo Park", "approval.eml",
                                        "position description is an old one", "<b>Counts.</b>"}) {
      CAPTURE(name);
      CHECK(lacks(html, name));
    }
  }

  TEST_CASE("what stands where a digest goes in a copy without names is no digest, and does nothing") {
    Packet copy = redact(opened_story(), rates_at_hand()).packet;
    test::entries_of(copy).back().set("digest", Json::string("x:<svg<a  href=//a.b><!--<b>0123456789abcdef"));
    const std::string html = printed_story(copy);
    CHECK(contains(html, "The chain is as recorded"));
    for (const std::string_view written : {"<svg<", "<a  ", "href =", "<!--"}) {
      CAPTURE(written);
      CHECK(lacks(html, written));
    }
  }

  TEST_CASE("a chain that does not hold says so first, and the entry where it breaks") {
    Packet packet = opened_story();
    test::entries_of(packet)[2].set("by", *read_json(R"({"name": "Somebody Else"})"));
    const std::string html = printed_story(packet);
    const std::string history = history_of(html);
    CHECK(contains(history, "The chain does not hold."));
    CHECK(contains(history, "It counts nowhere."));
    CHECK(contains(part_of(html, "id=\"sheet-cover\"", "</section>"), "The chain does not hold."));
    packet.chain.set("format", Json::string("telework-chain/9"));
    CHECK(contains(history_of(printed_story(packet)), "open the packet with a newer version"));
  }

  TEST_CASE("texts of an entry do nothing, and an act of a newer version is shown as it is written") {
    Packet packet = test::story_after(3);
    NewEntry note = test::act(ChainAct::note);
    note.says.by = {"<script>alert(1)</script>", "\"x\""};
    note.statement = "<img src=x onerror=alert(1)>";
    note.nonce = test::nonce_of(900);
    packet = test::recorded(packet, note);
    std::string history = history_of(printed_story(packet));
    CHECK(lacks(history, "<script"));
    CHECK(lacks(history, "<img"));
    CHECK(contains(history, "&lt;img src=x onerror=alert(1)&gt;"));
    test::entries_of(packet).back().set("act", Json::string("<b>endorsed"));
    history = history_of(printed_story(packet));
    CHECK(contains(history, "&lt;b&gt;endorsed"));
  }

  TEST_CASE("of a long text that was changed the history has the beginning, and the packet the whole") {
    const std::string end_of_it = "This is its end.";
    Packet packet = test::story_after(test::acts_before_the_edit);
    std::string text;
    while (text.size() < 2000) text += "Four trips a year. ";
    packet = test::with(std::move(packet), {{Leaf::justification_cost, text + end_of_it}});
    NewEntry note = test::act(ChainAct::note);
    note.statement = "Look at Part I.";
    packet = test::recorded(packet, note);
    const std::string history = history_of(printed_story(packet));
    CHECK(contains(history, "Four trips a year."));
    CHECK(lacks(history, end_of_it));
  }

  TEST_CASE("nothing of the chain is called a signature but the sentence that says what it does not show") {
    std::string history = history_of(printed_story(opened_story()));
    const std::size_t limit = history.find(limit_of_the_chain);
    REQUIRE(limit != std::string::npos);
    history.erase(limit, limit_of_the_chain.size());
    // The kind of a piece of evidence is in words of its own, and whoever is designated is no signature.
    for (const std::string_view other : {"signed mail", "esignee"}) {
      for (std::size_t at = history.find(other); at != std::string::npos; at = history.find(other)) {
        history.erase(at, other.size());
      }
    }
    CHECK(lacks(history, "sign"));
  }

  TEST_CASE("¶11b, App. A, Part L: the approval of the end and that of the arrangement are told apart") {
    constexpr std::string_view other = "The arrangement itself was approved on June 2, 2025.";
    const std::string of_arrangement = printed_story(test::recorded_by_all());
    CHECK(lacks(of_arrangement, "The arrangement itself was"));
    CHECK(lacks(part_of(of_arrangement, "id=\"part-L\"", "id=\"part-M\""), "recommendation to end"));
    const std::string submitted = printed_story(test::ending_submitted());
    CHECK(contains(history_of(submitted), other));
    CHECK(contains(part_of(submitted, "id=\"part-L\"", "id=\"part-M\""), other));
    const std::string ended = printed_story(test::recorded_by_all(test::ending_submitted()));
    CHECK(contains(history_of(ended), other));
    CHECK(contains(part_of(ended, "id=\"part-L\"", "id=\"part-M\""),
                   concat("This is the decision on the recommendation to end it (¶11b). ", other)));
  }
}
