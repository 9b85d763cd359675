// Draws bars. All lengths are tenths of a unit.
#include "report/report_picture.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/markup.h"
#include "report/words.h"

namespace ftt::report {
namespace {

constexpr std::int64_t tenths = 10;
constexpr std::int64_t label_width = 190 * tenths;
constexpr std::int64_t bars_width = 420 * tenths;
constexpr std::int64_t words_width = 330 * tenths;
constexpr std::int64_t gap = 8 * tenths;
constexpr std::int64_t bar_height = 14 * tenths;
constexpr std::int64_t row_gap = 8 * tenths;
constexpr std::int64_t most_height = 480 * tenths;  // of one drawing: a page has room for it below a heading

// Told apart in gray too: the stroke is black, and each neighbor is lighter or darker by far.
constexpr std::array<std::string_view, 9> fills = {"#162e51", "#c3d7ee", "#2e6276", "#f0e3c4", "#5c410a",
                                                   "#d9d9d9", "#3d4551", "#a7d1b8", "#7a4a7d"};

std::string_view fill_of(std::size_t series) {
  return fills[series % fills.size()];
}

std::string in_units(std::int64_t length) {
  const std::int64_t magnitude = length < 0 ? -length : length;
  return concat(length < 0 ? "-" : "", magnitude / tenths, ".", magnitude % tenths);
}

// What the bars reach from and to, 0 among it.
struct Reach {
  Wide least = 0;
  Wide most = 0;

  std::int64_t place_of(Wide value) const {
    if (most == least) return label_width;
    return label_width + static_cast<std::int64_t>((value - least) * bars_width / (most - least));
  }
};

Reach reach_of(const Table& table) {
  Reach reach;
  for (const Row& row : table.rows) {
    if (row.is_total) continue;
    Wide sum = 0;
    for (const std::size_t column : table.pictured) {
      const Wide value = whole_value(row.cells[column]).value_or(0);
      sum = table.is_stacked ? sum + value : value;
      reach.least = std::min(reach.least, sum);
      reach.most = std::max(reach.most, sum);
    }
  }
  return reach;
}

std::int64_t lines_of(const Table& table) {
  return table.is_stacked ? 1 : static_cast<std::int64_t>(table.pictured.size());
}

class Drawing {
 public:
  Drawing(const Table& table, const Reach& reach) : table_(table), reach_(reach) {}

  void row(const Row& row) {
    const std::int64_t lines = lines_of(table_);
    const std::string head = clean(to_display(row.cells.front()));
    constexpr std::size_t longest_head = 26;
    std::string label(first_code_points(head, longest_head));
    if (label.size() < head.size()) label += "…";
    text(label_width - gap, y_ + (lines - 1) * bar_height / 2, label, true);
    Wide from = 0;
    std::string figures;
    for (std::size_t i = 0; i < table_.pictured.size(); ++i) {
      const Cell& cell = row.cells[table_.pictured[i]];
      const std::int64_t y = table_.is_stacked ? y_ : y_ + static_cast<std::int64_t>(i) * bar_height;
      if (const std::optional<Wide> value = whole_value(cell)) {
        bar(from, from + *value, y, i);
        if (table_.is_stacked) from += *value;
      }
      append(figures, figures.empty() ? "" : " + ", to_display(cell));
      if (table_.is_stacked) continue;
      text(words_at(), y, figures, false);
      figures.clear();
    }
    if (table_.is_stacked) text(words_at(), y_, figures, false);
    y_ += lines * bar_height + row_gap;
  }

  std::string finish(std::string_view name) const {
    const std::int64_t zero = reach_.place_of(0);
    return concat("<svg role=\"img\" aria-label=\"", inert(name), "\" viewBox=\"0 0 ",
                  in_units(label_width + bars_width + gap + words_width), " ", in_units(y_),
                  "\" width=\"100%\" font-size=\"12\">", svg_, "<path d=\"M", in_units(zero), " 0V",
                  in_units(y_ - row_gap), "\" stroke=\"#000\"/></svg>\n");
  }

 private:
  static std::int64_t words_at() { return label_width + bars_width + gap; }

  void text(std::int64_t x, std::int64_t y, std::string_view what, bool ends_here) {
    append(svg_, "<text x=\"", in_units(x), "\" y=\"", in_units(y + 11 * tenths), "\"",
           ends_here ? " text-anchor=\"end\"" : "", ">", inert(what), "</text>");
  }

  void bar(Wide from, Wide to, std::int64_t y, std::size_t series) {
    const std::int64_t begin = reach_.place_of(std::min(from, to));
    const std::int64_t end = reach_.place_of(std::max(from, to));
    if (begin == end) return;
    append(svg_, "<rect x=\"", in_units(begin), "\" y=\"", in_units(y), "\" width=\"", in_units(end - begin),
           "\" height=\"", in_units(bar_height - tenths), "\" fill=\"", fill_of(series),
           "\" stroke=\"#000\" stroke-width=\".5\"/>");
  }

  const Table& table_;
  Reach reach_;
  std::string svg_;
  std::int64_t y_ = 0;
};

std::string key_of(const Table& table) {
  std::string html = "<ul class=\"key\">";
  for (std::size_t i = 0; i < table.pictured.size(); ++i) {
    append(html,
           "<li><svg aria-hidden=\"true\" width=\"12\" height=\"12\"><rect x=\".5\" y=\".5\" width=\"11\" "
           "height=\"11\" fill=\"",
           fill_of(i), "\" stroke=\"#000\"/></svg> ", inert(table.columns[table.pictured[i]].heading), "</li>");
  }
  return html + "</ul>";
}

}  // namespace

std::string picture_of(const Report& report, const Table& table) {
  std::vector<const Row*> rows;
  for (const Row& row : table.rows) {
    if (!row.is_total) rows.push_back(&row);
  }
  if (table.pictured.empty() || rows.empty()) return "";
  const Reach reach = reach_of(table);
  const std::int64_t row_height = lines_of(table) * bar_height + row_gap;
  const auto rows_at_once = static_cast<std::size_t>(std::max<std::int64_t>(1, most_height / row_height));
  std::string html =
      concat("<figure><figcaption>", inert(to_display(report, table.shows)), "</figcaption>", key_of(table), "\n");
  for (std::size_t first = 0; first < rows.size(); first += rows_at_once) {
    const std::size_t end = std::min(rows.size(), first + rows_at_once);
    Drawing drawing(table, reach);
    for (std::size_t i = first; i < end; ++i) drawing.row(*rows[i]);
    std::string name = concat(words::picture, to_display(report, table.title));
    if (rows.size() > rows_at_once) append(name, words::picture_rows, first + 1, words::picture_to, end);
    html += drawing.finish(name);
  }
  return html + "</figure>\n";
}

}  // namespace ftt::report
