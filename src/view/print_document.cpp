#include "view/print_document.h"

#include "base/text.h"
#include "packet/saved_page.h"
#include "view/print_form.h"
#include "view/print_html.h"
#include "view/print_style.h"
#include "view/print_worksheet.h"

namespace ftt {
namespace {

constexpr std::string_view form_name = "Full-Time Telework Arrangement Analysis Tool";
constexpr std::string_view edition = "GSA Order HRM 6040.2, June 29, 2018";
constexpr std::size_t seal_digits = 16;

// The first sixteen digits of the seal in groups of four; empty where there is no seal.
std::string short_seal(const Packet& packet) {
  const std::string seal = content_seal(packet);
  constexpr std::string_view prefix = "sha256:";
  if (!seal.starts_with(prefix)) return "";
  const std::string_view digits = std::string_view(seal).substr(prefix.size(), seal_digits);
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); i += 4) append(grouped, i == 0 ? "" : " ", digits.substr(i, 4));
  return grouped;
}

// "Packet 7b0c…, revision 3"
std::string identity(const Packet& packet) {
  std::string text;
  if (!packet.id.empty()) append(text, "Packet ", packet.id);
  if (packet.revision) append(text, text.empty() ? "R" : ", r", "evision ", *packet.revision);
  return text;
}

std::string fact(std::string_view label, std::string_view value) {
  return concat("<div><dt>", label, "</dt><dd>", value.empty() ? std::string("—") : print::isolated(value),
                "</dd></div>");
}

std::string head_of_the_form(const Packet& packet) {
  return concat("<header class=\"sheet-head\"><div><p>U.S. General Services Administration</p><h1>", form_name,
                "</h1><p>GSA Form 3703, Appendix A of GSA Order HRM 6040.2, <i>Full-time Telework Arrangements</i>, "
                "June 29, 2018</p></div><dl class=\"identity\">",
                fact("Packet", packet.id), fact("Revision", packet.revision ? concat(*packet.revision) : ""),
                fact("Prepared on", packet.prepared_on ? to_display_without_weekday(*packet.prepared_on) : ""),
                fact("Prepared by", packet.prepared_by), "</dl></header>\n",
                "<p class=\"lead\">This form analyzes what a proposed or existing full-time telework arrangement costs "
                "or saves, holds the justifications where they are required, and records the decision. Its items are "
                "restated in plain language; the order governs. The software follows the edition of June 29, 2018; "
                "later telework orders may change when an arrangement is open to someone.</p>\n");
}

std::string foot_of_the_form(const Packet& packet, const Assessment& assessment, const PrintSettings& settings) {
  const std::string seal = short_seal(packet);
  std::string html = "<footer class=\"colophon\"><p>";
  if (!seal.empty()) {
    append(html, "Seal <b class=\"number\">", seal,
           "</b>: the first sixteen digits of a SHA-256 over Parts A to I. It "
           "shows whether they have been changed since; it does not prove who signed. ");
  }
  append(html, "Rate tables <span class=\"digest\">", print::inert(assessment.rates_digest),
         "</span>. Edition followed: ", edition, ".");
  if (!settings.now.empty()) append(html, " Printed ", print::inert(settings.now), ".");
  return html + "</p></footer>\n";
}

// What stands in the margins of each page.
print::Margins margins_of(const Packet& packet, const PrintSettings& settings) {
  const std::string seal = short_seal(packet);
  return {"GSA Form 3703 · HRM 6040.2 (June 29, 2018)", identity(packet), seal.empty() ? "" : concat("Seal ", seal),
          settings.now};
}

// "Full-Time Telework Arrangement Analysis Tool, O'Brien": how a browser names the page and the file of a print.
std::string title_of(const Packet& packet) {
  const std::string name = print::shown(packet.answers, Leaf::employee_last_name);
  return print::inert(name.empty() ? std::string(form_name) : concat(form_name, ", ", name));
}

}  // namespace

std::string print_document(const Packet& packet, const Assessment& assessment, const PrintSettings& settings) {
  return concat("<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"utf-8\">\n",
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>", title_of(packet),
                "</title>\n<style>", print::style_sheet(margins_of(packet, settings)),
                "</style>\n</head>\n<body>\n<main>\n", head_of_the_form(packet), print::form(packet, assessment),
                print::worksheet(packet, assessment), foot_of_the_form(packet, assessment, settings), "</main>\n",
                embed_packet(write_packet(packet, assessment)), "\n</body>\n</html>\n");
}

}  // namespace ftt
