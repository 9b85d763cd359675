// The style sheet of the print document: Letter, black and white first, 11 pt, set like a printed form.
//
// What stands in the margins of each page is part of it: browsers without page margin boxes show the same facts in the
// document's own head and foot.
//
// Does not: load anything, or change with the viewer's theme: paper is white.
#pragma once

#include <string>
#include <string_view>

namespace ftt::print {

// What stands in the margins of every page.
struct Margins {
  std::string top_left;
  std::string top_right;
  std::string bottom_left;
  std::string bottom_center;
};

std::string style_sheet(const Margins& margins);

/// The text as a CSS string with its quotes; nothing in it can end the string or the style element.
std::string css_string(std::string_view text);

}  // namespace ftt::print
