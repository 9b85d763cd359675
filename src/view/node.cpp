// The view model's serialized form: compact JSON, written by hand because it is written again on every keystroke.
//
// Does not read JSON and does not decide what a screen says.
#include "view/node.h"

namespace ftt {
namespace {

void append_number(std::string& out, std::int64_t number) {
  out += std::to_string(number);
}

void append_text(std::string& out, std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  out += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out.append(text.data() + written, i - written);
    written = i + 1;
    switch (byte) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += hex[byte >> 4U];
        out += hex[byte & 0xFU];
    }
  }
  out.append(text.data() + written, text.size() - written);
  out += '"';
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  out += ",\"";
  out += name;
  out += "\":";
  append_text(out, text);
}

// One {"name":"text",…} of a list: `first` says whether a comma is due.
void append_pair(std::string& out, bool& first, std::string_view name, std::string_view text) {
  if (text.empty() && !first) return;
  out += first ? "{\"" : ",\"";
  first = false;
  out += name;
  out += "\":";
  append_text(out, text);
}

void append_flags(std::string& out, const Flags& flags) {
  if (flags == Flags{}) return;
  out += ",\"flags\":[";
  bool first = true;
  const auto flag = [&](bool set, std::string_view name) {
    if (!set) return;
    if (!first) out += ',';
    first = false;
    append_text(out, name);
  };
  flag(flags.required, "required");
  flag(flags.optional, "optional");
  flag(flags.read_only, "read_only");
  flag(flags.expanded, "expanded");
  flag(flags.current, "current");
  flag(flags.live, "live");
  flag(flags.derived, "derived");
  out += ']';
}

void append_options(std::string& out, const std::vector<Option>& options) {
  if (options.empty()) return;
  out += ",\"options\":[";
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (i != 0) out += ',';
    bool first = true;
    append_pair(out, first, "value", options[i].value);
    append_pair(out, first, "label", options[i].label);
    append_pair(out, first, "detail", options[i].detail);
    out += '}';
  }
  out += ']';
}

void append_columns(std::string& out, const std::vector<TableColumn>& columns) {
  if (columns.empty()) return;
  out += ",\"columns\":[";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i != 0) out += ',';
    bool first = true;
    append_pair(out, first, "label", columns[i].label);
    if (columns[i].align != Align::start) append_pair(out, first, "align", "end");
    out += '}';
  }
  out += ']';
}

void append_rows(std::string& out, const std::vector<TableRow>& rows) {
  if (rows.empty()) return;
  out += ",\"rows\":[";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i != 0) out += ',';
    bool first = true;
    append_pair(out, first, "id", rows[i].id);
    out += ",\"cells\":[";
    for (std::size_t cell = 0; cell < rows[i].cells.size(); ++cell) {
      if (cell != 0) out += ',';
      append_text(out, rows[i].cells[cell]);
    }
    out += rows[i].strong ? "],\"strong\":true}" : "]}";
  }
  out += ']';
}

void append_bars(std::string& out, const std::vector<ChartBar>& bars) {
  if (bars.empty()) return;
  out += ",\"bars\":[";
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (i != 0) out += ',';
    bool first = true;
    append_pair(out, first, "label", bars[i].label);
    append_pair(out, first, "text", bars[i].text);
    out += ",\"from\":";
    append_number(out, bars[i].from);
    out += ",\"to\":";
    append_number(out, bars[i].to);
    if (bars[i].tone != Tone::plain) append_pair(out, first, "tone", name_of(bars[i].tone));
    out += '}';
  }
  out += ']';
}

void append_point(std::string& out, const ChartPoint& point) {
  out += '[';
  append_number(out, point.step);
  out += ',';
  append_number(out, point.cents);
  out += ']';
}

void append_lines(std::string& out, const std::vector<ChartLine>& lines) {
  if (lines.empty()) return;
  out += ",\"lines\":[";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i != 0) out += ',';
    bool first = true;
    append_pair(out, first, "label", lines[i].label);
    out += ",\"points\":[";
    for (std::size_t point = 0; point < lines[i].points.size(); ++point) {
      if (point != 0) out += ',';
      append_point(out, lines[i].points[point]);
    }
    out += lines[i].strong ? "],\"strong\":true}" : "]}";
  }
  out += ']';
}

void append_marks(std::string& out, const std::vector<ChartMark>& marks) {
  if (marks.empty()) return;
  out += ",\"marks\":[";
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (i != 0) out += ',';
    bool first = true;
    append_pair(out, first, "label", marks[i].label);
    out += ",\"at\":";
    append_point(out, marks[i].at);
    out += '}';
  }
  out += ']';
}

void append_ticks(std::string& out, std::string_view name, const std::vector<ChartTick>& ticks) {
  if (ticks.empty()) return;
  out += ",\"";
  out += name;
  out += "\":[";
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    if (i != 0) out += ',';
    bool first = true;
    append_pair(out, first, "text", ticks[i].text);
    out += ",\"at\":";
    append_number(out, ticks[i].at);
    out += '}';
  }
  out += ']';
}

}  // namespace

std::string_view name_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::screen:
      return "screen";
    case NodeKind::region:
      return "region";
    case NodeKind::group:
      return "group";
    case NodeKind::heading:
      return "heading";
    case NodeKind::text:
      return "text";
    case NodeKind::field:
      return "field";
    case NodeKind::combo:
      return "combo";
    case NodeKind::choice:
      return "choice";
    case NodeKind::select:
      return "select";
    case NodeKind::checkbox:
      return "checkbox";
    case NodeKind::button:
      return "button";
    case NodeKind::link:
      return "link";
    case NodeKind::figure:
      return "figure";
    case NodeKind::table:
      return "table";
    case NodeKind::chart:
      return "chart";
    case NodeKind::finding:
      return "finding";
    case NodeKind::disclosure:
      return "disclosure";
  }
  return "group";
}

std::string_view name_of(Region region) {
  switch (region) {
    case Region::none:
      return "none";
    case Region::banner:
      return "banner";
    case Region::steps:
      return "steps";
    case Region::main:
      return "main";
    case Region::result:
      return "result";
    case Region::actions:
      return "actions";
  }
  return "none";
}

std::string_view name_of(InputType input) {
  switch (input) {
    case InputType::text:
      return "text";
    case InputType::long_text:
      return "long_text";
    case InputType::money:
      return "money";
    case InputType::share:
      return "share";
    case InputType::count:
      return "count";
    case InputType::decimal:
      return "decimal";
    case InputType::date:
      return "date";
    case InputType::name:
      return "name";
    case InputType::code:
      return "code";
    case InputType::file:
      return "file";
  }
  return "text";
}

std::string_view name_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "plain";
    case Tone::lead:
      return "lead";
    case Tone::small:
      return "small";
    case Tone::muted:
      return "muted";
    case Tone::primary:
      return "primary";
    case Tone::secondary:
      return "secondary";
    case Tone::information:
      return "information";
    case Tone::success:
      return "success";
    case Tone::warning:
      return "warning";
    case Tone::error:
      return "error";
  }
  return "plain";
}

std::string_view name_of(Arrange arrange) {
  switch (arrange) {
    case Arrange::stack:
      return "stack";
    case Arrange::row:
      return "row";
    case Arrange::card:
      return "card";
    case Arrange::toolbar:
      return "toolbar";
  }
  return "stack";
}

std::string_view name_of(StepState state) {
  switch (state) {
    case StepState::none:
      return "none";
    case StepState::not_started:
      return "not_started";
    case StepState::in_progress:
      return "in_progress";
    case StepState::needs_attention:
      return "needs_attention";
    case StepState::complete:
      return "complete";
  }
  return "none";
}

std::string quoted_json(std::string_view text) {
  std::string out;
  append_text(out, text);
  return out;
}

std::string to_json(const Node& node) {
  std::string out;
  append_json(out, node);
  return out;
}

void append_json(std::string& out, const Node& node) {
  out += "{\"id\":";
  append_text(out, node.id);
  append_member(out, "kind", name_of(node.kind));
  append_member(out, "label", node.label);
  append_member(out, "value", node.value);
  append_member(out, "item", node.item);
  append_member(out, "hint", node.hint);
  append_member(out, "understood", node.understood);
  append_member(out, "problem", node.problem);
  append_member(out, "detail", node.detail);
  append_member(out, "cite", node.cite);
  append_member(out, "target", node.target);
  if (node.region != Region::none) append_member(out, "region", name_of(node.region));
  if (node.input != InputType::text) append_member(out, "input", name_of(node.input));
  if (node.tone != Tone::plain) append_member(out, "tone", name_of(node.tone));
  if (node.arrange != Arrange::stack) append_member(out, "arrange", name_of(node.arrange));
  if (node.step_state != StepState::none) append_member(out, "step_state", name_of(node.step_state));
  if (node.level != 0) {
    out += ",\"level\":";
    append_number(out, node.level);
  }
  if (node.attention != 0) {
    out += ",\"attention\":";
    append_number(out, node.attention);
  }
  append_flags(out, node.flags);
  append_options(out, node.options);
  append_columns(out, node.columns);
  append_rows(out, node.rows);
  append_bars(out, node.bars);
  append_lines(out, node.lines);
  append_marks(out, node.marks);
  append_ticks(out, "ticks", node.ticks);
  append_ticks(out, "steps", node.steps);
  if (!node.children.empty()) {
    out += ",\"children\":[";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i != 0) out += ',';
      append_text(out, node.children[i].id);
    }
    out += ']';
  }
  out += '}';
}

}  // namespace ftt
