// Tables: in columns where they fit, else each row as a stack. See scene.h.
#include <algorithm>
#include <numeric>

#include "canvas/scene.h"

namespace ftt {
namespace {

constexpr float column_gap = 16;
constexpr float row_padding = 7;
constexpr float widest_table = 700;
// A column of words below this is no column, and two that are side by side need more to be read.
constexpr float narrowest_words = 72, narrowest_of_several = 112;

// Columns that end alike are of figures.
TextStyle style_of(const TableRow& row, const TableColumn& column) {
  if (column.align == Align::end) {
    return row.strong ? TextStyle::small_strong_figures : TextStyle::small_figures;
  }
  return row.strong ? TextStyle::small_strong : TextStyle::small;
}

std::string_view cell(const TableRow& row, std::size_t column) {
  return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view();
}

// A column is never so narrow that it would break a word or a figure.
float widest_word(const Painter& painter, TextStyle style, std::string_view text) {
  float wide = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    wide = std::max(wide, painter.width(style, text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return wide;
}

// Whether the name of a column of figures stands on one line, or is broken between its words.
enum class Names : std::uint8_t { whole, broken };

// What a column takes for itself. Its figures stay whole in any case.
float own_width(const Painter& painter, const Node& node, std::size_t i, Names names) {
  const TableColumn& column = node.columns[i];
  const bool is_broken = names == Names::broken && column.align == Align::end;
  float wide = is_broken ? widest_word(painter, TextStyle::small_strong, column.label)
                         : painter.width(TextStyle::small_strong, column.label);
  for (const TableRow& row : node.rows) wide = std::max(wide, painter.width(style_of(row, column), cell(row, i)));
  return wide + 1;
}

// What each column gets of the width: figures as much as they need, words share the rest. Empty where that is too
// little.
std::vector<float> column_widths(const Painter& painter, const Node& node, float w, Names names) {
  std::vector<float> widths;
  for (std::size_t i = 0; i < node.columns.size(); ++i) widths.push_back(own_width(painter, node, i, names));
  const float available = w - column_gap * static_cast<float>(widths.size() - 1);
  const float wanted = std::accumulate(widths.begin(), widths.end(), 0.0F);
  float words = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) words += node.columns[i].align == Align::start ? widths[i] : 0;
  if (wanted <= available && names == Names::broken) {
    // The longer a name, the more of what is left: it takes fewer lines then.
    std::vector<float> more;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      more.push_back(own_width(painter, node, i, Names::whole) - widths[i]);
    }
    const float wanted_more = std::accumulate(more.begin(), more.end(), 0.0F);
    for (std::size_t i = 0; i < widths.size() && wanted_more > 0; ++i) {
      widths[i] += more[i] * std::min(1.0F, (available - wanted) / wanted_more);
    }
    return widths;
  }
  if (wanted <= available) {
    if (words > 0 && node.columns[0].align == Align::start) widths[0] += available - wanted;
    return widths;
  }
  if (words <= 0) return {};
  // A column of short words keeps its width; the long ones share what is left.
  float room = available - (wanted - words);
  std::vector<std::size_t> sharing;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (node.columns[i].align == Align::start) sharing.push_back(i);
  }
  std::sort(sharing.begin(), sharing.end(), [&](std::size_t a, std::size_t b) { return widths[a] < widths[b]; });
  auto next = sharing.begin();
  for (; next != sharing.end() && widths[*next] <= room / static_cast<float>(sharing.end() - next); ++next) {
    room -= widths[*next];
    words -= widths[*next];
  }
  // Each of the long ones gets what it cannot do without, and of what is left then a share by its length.
  const float narrowest = sharing.end() - next > 1 ? narrowest_of_several : narrowest_words;
  float least_of_all = 0;
  std::vector<float> least(widths.size());
  for (auto column = next; column != sharing.end(); ++column) {
    float& own = least[*column] = std::min(widths[*column], narrowest);
    own = std::max(own, widest_word(painter, TextStyle::small_strong, node.columns[*column].label));
    for (const TableRow& row : node.rows) {
      own = std::max(own, widest_word(painter, style_of(row, node.columns[*column]), cell(row, *column)));
    }
    least_of_all += own;
  }
  if (least_of_all > room) return {};
  const float wanted_more = words - least_of_all, left = room - least_of_all;
  for (; next != sharing.end(); ++next) {
    widths[*next] = least[*next] + (widths[*next] - least[*next]) * left / wanted_more;
  }
  return widths;
}

// Names of figures are broken only where the columns would not fit otherwise.
std::vector<float> column_widths(const Painter& painter, const Node& node, float w) {
  std::vector<float> widths = column_widths(painter, node, w, Names::whole);
  return widths.empty() ? column_widths(painter, node, w, Names::broken) : widths;
}

}  // namespace

float Scene::draw_table(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  const float wide = std::min(w, widest_table);
  const std::size_t announced = announce(node.id);
  float line = y;
  if (!node.label.empty()) {
    const float caption = painter_.paragraph(TextStyle::body_strong, colors.ink, x, line, wide, node.label);
    place_part(node, "label", {x, line, wide, caption});
    line += caption + 4;
  }
  const std::vector<float> widths = column_widths(painter_, node, wide);
  if (widths.empty()) {
    line += draw_stacked_table(node, x, line, wide);
    place_announced(announced, {x, y, wide, line - y});
    return line - y;
  }
  const bool has_names = std::any_of(node.columns.begin(), node.columns.end(),
                                     [](const TableColumn& column) { return !column.label.empty(); });
  if (has_names) {
    line += draw_names(node, widths, x, line);
    painter_.hairline(x, line - 1, wide, colors.edge);
  }
  for (const TableRow& row : node.rows) {
    // Above a sum; a row that is strong for another reason has others below it.
    const bool is_sum = row.strong && node.rows.size() > 1 && &row == &node.rows.back();
    if (is_sum) painter_.hairline(x, line - 1, wide, colors.ink);
    const float height = draw_cells(node, row, widths, x, line);
    if (!row.id.empty() && !row.opens) place(node.id + "/" + row.id, {x, line, wide, height});
    line += height;
    painter_.hairline(x, line - 1, wide, colors.hairline);
  }
  place_announced(announced, {x, y, wide, line - y});
  return line - y;
}

// On as many lines as each takes, all with the last one on the same height.
float Scene::draw_names(const Node& node, std::span<const float> widths, float x, float y) {
  std::vector<float> heights;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    heights.push_back(painter_.height(TextStyle::small_strong, node.columns[i].label, widths[i]));
  }
  const float height = *std::max_element(heights.begin(), heights.end());
  for (std::size_t i = 0; i < widths.size(); ++i) {
    painter_.paragraph(TextStyle::small_strong, painter_.colors().muted, x, y + row_padding + height - heights[i],
                       widths[i], node.columns[i].label, node.columns[i].align);
    x += widths[i] + column_gap;
  }
  return height + 2 * row_padding;
}

float Scene::draw_cells(const Node& node, const TableRow& row, std::span<const float> widths, float x, float y) {
  float height = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const TableColumn& column = node.columns[i];
    height = std::max(height, i == 0 && row.opens
                                  ? draw_row_button(node, row, x, y + row_padding, widths[i])
                                  : painter_.paragraph(style_of(row, column), painter_.colors().ink, x, y + row_padding,
                                                       widths[i], cell(row, i), column.align));
    x += widths[i] + column_gap;
  }
  return height + 2 * row_padding;
}

// A line of small text is 22 px high; a target has to be 24 by 24. Letters that the canvas does not have are the element's
// own to show.
float Scene::draw_row_button(const Node& table, const TableRow& row, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  const std::string id = table.id + "/" + row.id;
  const std::string_view words = cell(row, 0);
  const Ink ink = painter_.typeface().can_set(words) ? Ink::canvas : Ink::element;
  const float wide = ink == Ink::canvas ? std::clamp(painter_.width(TextStyle::small, words), 24.0F, w) : w;
  const float height = painter_.height(TextStyle::small, words, w);
  const Press press = press_area(id, Rect{x, y, wide, height}.grown(1), ink);
  if (ink == Ink::canvas) {
    painter_.underlined(TextStyle::small, press.hovered ? colors.primary_hover : colors.primary, x, y, w, words);
  }
  if (press.pressed) edit(id, PointerAction::press, "", id);
  return height;
}

// Where the columns do not fit, every row is a small list: its first cell, then each column's name with its cell.
float Scene::draw_stacked_table(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  const float top = y;
  for (const TableRow& row : node.rows) {
    const float row_top = y;
    y += 8;
    for (std::size_t i = 0; i < node.columns.size(); ++i) {
      if (cell(row, i).empty()) continue;
      if (i == 0 && row.opens) {
        y += draw_row_button(node, row, x, y, w);
        continue;
      }
      if (i == 0) {
        y += painter_.paragraph(TextStyle::small_strong, colors.ink, x, y, w, cell(row, i));
        continue;
      }
      const std::string& name = node.columns[i].label;
      const float name_width = std::min(painter_.width(TextStyle::small, name) + column_gap, w / 2);
      const float name_height = painter_.paragraph(TextStyle::small, colors.muted, x, y, name_width, name);
      y += std::max(name_height, painter_.paragraph(style_of(row, node.columns[i]), colors.ink, x + name_width, y, w - name_width,
                                                    cell(row, i), Align::end));
    }
    y += 8;
    if (!row.id.empty() && !row.opens) place(node.id + "/" + row.id, {x, row_top, w, y - row_top});
    painter_.hairline(x, y - 1, w, colors.hairline);
  }
  return y - top;
}

}  // namespace ftt
