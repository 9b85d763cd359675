// A file that is no packet is named in words, with what to open in its place; what is one is never taken for another.
#include "packet/other_file.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "long_text.h"
#include "packet/packet.h"
#include "packet/rates_at_hand.h"

using namespace ftt;
using namespace std::string_view_literals;

namespace {

std::string said_of(std::string_view bytes) {
  const Result<OpenedPacket> opened = read_packet(bytes);
  return opened ? std::string("opened") : opened.error().message;
}

struct Other {
  std::string_view bytes;
  std::string_view named;
};

}  // namespace

TEST_SUITE("packet: a file that is no packet") {
  TEST_CASE("each kind is named, with the file to open in its place") {
    const std::string outlook = concat("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, std::string(600, '\0'),
                                       "_\0_\0s\0u\0b\0s\0t\0g\0001\0.\0000\0_\0"sv);
    const Other files[] = {
        {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj"sv,
         "This is a PDF, not a packet. A PDF shows the forms but does not have the answers in it."},
        {"\r\n\r\n%PDF-1.4"sv, "This is a PDF, not a packet."},
        {"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml word/document.xml"sv,
         "This is a Word document, not a packet."},
        {"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml xl/workbook.xml"sv,
         "This is an Excel workbook, not a packet."},
        {"PK\x03\x04\x14\0\0\0packet.json"sv,
         "This is a ZIP archive, not a packet. Take the .json file or the saved page out of it"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0"sv, "This is an Office document, not a packet."},
        {outlook, "This is an e-mail of Outlook, not a packet."},
        {"Received: from mx.example\r\n by mail.example; Mon\r\nFrom: a@b.example\r\nSubject: packet\r\n\r\nHi"sv,
         "This is an e-mail, not a packet. Open it in your mail program"},
        {"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example/\r\nSubject: x\r\n\r\n"sv,
         "This is a page that a browser has saved as a web archive, not a packet."},
        {"<html><head><meta name=Generator content=\"Microsoft Word 15\"></head><body>Hi</body></html>"sv,
         "This is a web page or an e-mail without a packet in it."},
        {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, "This is a picture (PNG), not a packet."},
        {"\xFF\xD8\xFF\xE0\0\x10JFIF"sv, "This is a picture (JPEG), not a packet."},
        {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"sv,
         "This is a calendar file, which has only the packet's dates, not a packet."},
        {"{\\rtf1\\ansi Hi}"sv, "This is a document of a word processor (RTF), not a packet."},
        {"Name,Amount\nFare,412.60\n"sv, "This is text, not a packet."},
        {""sv, "The file is empty: nothing was saved or sent in it."},
        {" \r\n\t"sv, "The file is empty: nothing was saved or sent in it."},
    };
    for (const Other& file : files) {
      const std::string said = said_of(file.bytes);
      CHECK_MESSAGE(said.starts_with(file.named), said);
      const bool tells_what_to_open =
          said.ends_with("or the page saved by \"Save as page\".") || said.ends_with("and open that.");
      CHECK_MESSAGE(tells_what_to_open, said);
      CHECK_MESSAGE(test::lacks(said, "line "), said);
    }
  }

  TEST_CASE("one that is larger than a packet may be is named just the same") {
    CHECK(said_of("%PDF-1.7\n" + std::string(largest_packet, 'x')).starts_with("This is a PDF"));
    CHECK(said_of("PK\x03\x04" + std::string(largest_packet, 'x') + "word/document.xml")
              .starts_with("This is a Word document"));
  }

  TEST_CASE("what was typed into a packet or stands in a saved page names no other kind") {
    const std::string bytes = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    REQUIRE(said_of(bytes) == "opened");
    std::string typed = R"({"format": "telework-packet/1", "notes": "%PDF-1.7 From: me Subject: PK"})";
    CHECK(said_of(typed) == "opened");
    CHECK(said_of("\n  " + typed) == "opened");
    CHECK(said_of(test::read_file(FTT_TESTS_DIR "/scenarios/example_a.html")) == "opened");
    CHECK(said_of("<!-- %PDF-1.7 --><template id=\"telework-packet\">{\"format\": \"telework-packet/1\"}</template>") ==
          "opened");
  }

  TEST_CASE("JSON that is broken is told with its place, as it can be mended there") {
    CHECK(read_packet("{\"format\": ").error().where.starts_with("line 1"));
    CHECK(read_packet("{\"format\": tru}").error().where.starts_with("line 1"));
  }
}
