// The style sheet of the print document: Letter, black and white first, 11 pt, set like a printed form.
//
// What stands in the margins of each page is part of it. A browser without page margin boxes gets the same words from
// the data attributes of the elements that are opened here: web/page/print_pages.mjs lays out the pages there.
//
// Does not: load anything, or change with the viewer's theme: paper is white.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ftt::print {

// What stands in the margins of every page; each may be empty.
struct Margins {
  std::string notice;       // top left, above the sheet's own words: that the copy is redacted
  std::string identity;     // top right: packet and revision
  std::string parts;        // below it: which parts were chosen
  std::string seal;         // bottom left
  std::string time;         // bottom center
  std::string_view mark{};  // top center, larger than the others: that the packet is a sample
  std::string chain{};          // bottom left, below the seal: the head of the chain
};

// The pages of one sheet, and what stands at their top left: the form and the order.
struct NamedPage {
  std::string_view name;  // "agreement"
  std::string running;    // of form and order
};

std::string style_sheet(const Margins& margins, std::span<const NamedPage> pages);

// <main>, and a sheet inside of it, which begins on a new page.
std::string open_main(const Margins& margins);
std::string open_sheet(const Margins& margins, const NamedPage& page);

// The text as a CSS string with its quotes; nothing in it can end the string or the style element.
std::string css_string(std::string_view text);

}  // namespace ftt::print
