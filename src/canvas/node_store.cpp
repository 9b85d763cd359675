#include "canvas/node_store.h"

#include <charconv>

namespace ftt {
namespace {

// Reads the compact JSON of a patch from front to back. After the first thing that does not fit, every call does
// nothing, so that the callers need one check at the end.
class PatchCursor {
 public:
  explicit PatchCursor(std::string_view text) : at_(text.data()), begin_(at_), end_(at_ + text.size()) {}

  bool failed() const { return failed_; }
  std::size_t position() const { return static_cast<std::size_t>(at_ - begin_); }
  bool finished() const { return !failed_ && at_ == end_; }
  void fail() { failed_ = true; }

  std::string text() {
    std::string result;
    expect('"');
    while (!failed_ && at_ != end_ && *at_ != '"') {
      if (*at_ != '\\') {
        const char* start = at_;
        while (at_ != end_ && *at_ != '"' && *at_ != '\\') ++at_;
        result.append(start, at_);
      } else {
        ++at_;
        escape(result);
      }
    }
    expect('"');
    return result;
  }

  std::int64_t whole_number() {
    std::int64_t number = 0;
    if (failed_) return 0;
    const auto [end, error] = std::from_chars(at_, end_, number);
    if (error != std::errc{}) fail();
    at_ = end;
    return number;
  }

  bool truth() {
    if (taken("true")) return true;
    if (!taken("false")) fail();
    return false;
  }

  template <class ReadElement>
  void each_element(ReadElement read) {
    list('[', ']', read);
  }

  template <class ReadMember>
  void each_member(ReadMember read) {
    list('{', '}', [&] {
      const std::string name = text();
      expect(':');
      if (!failed_) read(name);
    });
  }

 private:
  template <class ReadOne>
  void list(char open, char close, ReadOne read) {
    expect(open);
    if (failed_ || taken({&close, 1})) return;
    do {
      read();
    } while (taken(","));
    expect(close);
  }

  bool taken(std::string_view word) {
    if (failed_ || !std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  void expect(char wanted) {
    if (!taken({&wanted, 1})) fail();
  }

  std::uint32_t four_hexadecimal_digits() {
    std::uint32_t code = 0;
    if (end_ - at_ < 4 || std::from_chars(at_, at_ + 4, code, 16).ptr != at_ + 4) {
      fail();
      return 0;
    }
    at_ += 4;
    return code;
  }

  void escape(std::string& result) {
    static constexpr std::string_view names = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    if (at_ == end_) return fail();
    const char name = *at_++;
    if (name != 'u') {
      const auto index = names.find(name);
      if (index == names.npos) return fail();
      result += meanings[index];
      return;
    }
    std::uint32_t code = four_hexadecimal_digits();
    if (code >= 0xD800 && code < 0xDC00 && taken("\\u")) {
      code = 0x10000 + ((code - 0xD800) << 10) + (four_hexadecimal_digits() - 0xDC00);
    }
    append_code_point(result, code);
  }

  static void append_code_point(std::string& result, std::uint32_t code) {
    const auto byte = [&](std::uint32_t value) { result += static_cast<char>(value); };
    if (code < 0x80) {
      byte(code);
    } else if (code < 0x800) {
      byte(0xC0 | code >> 6);
      byte(0x80 | (code & 63));
    } else if (code < 0x10000) {
      byte(0xE0 | code >> 12);
      byte(0x80 | (code >> 6 & 63));
      byte(0x80 | (code & 63));
    } else {
      byte(0xF0 | (code >> 18 & 7));
      byte(0x80 | (code >> 12 & 63));
      byte(0x80 | (code >> 6 & 63));
      byte(0x80 | (code & 63));
    }
  }

  const char* at_;
  const char* begin_;
  const char* end_;
  bool failed_ = false;
};

// The enumerator of this name; `last` is the last one there is.
template <class Enumeration>
Enumeration named(PatchCursor& cursor, Enumeration last) {
  const std::string name = cursor.text();
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<Enumeration>(i)) == name) return static_cast<Enumeration>(i);
  }
  cursor.fail();
  return last;
}

Align read_align(PatchCursor& cursor) {
  const std::string name = cursor.text();
  if (name != "end" && name != "start") cursor.fail();
  return name == "end" ? Align::end : Align::start;
}

std::vector<std::string> read_texts(PatchCursor& cursor) {
  std::vector<std::string> texts;
  cursor.each_element([&] { texts.push_back(cursor.text()); });
  return texts;
}

void read_flag(PatchCursor& cursor, Flags& flags) {
  const std::string name = cursor.text();
  if (name == "required")
    flags.required = true;
  else if (name == "optional")
    flags.optional = true;
  else if (name == "read_only")
    flags.read_only = true;
  else if (name == "expanded")
    flags.expanded = true;
  else if (name == "current")
    flags.current = true;
  else if (name == "live")
    flags.live = true;
  else if (name == "derived")
    flags.derived = true;
  else
    cursor.fail();
}

Option read_option(PatchCursor& cursor) {
  Option option;
  cursor.each_member([&](std::string_view name) {
    if (name == "value")
      option.value = cursor.text();
    else if (name == "label")
      option.label = cursor.text();
    else if (name == "detail")
      option.detail = cursor.text();
    else
      cursor.fail();
  });
  return option;
}

TableColumn read_column(PatchCursor& cursor) {
  TableColumn column;
  cursor.each_member([&](std::string_view name) {
    if (name == "label")
      column.label = cursor.text();
    else if (name == "align")
      column.align = read_align(cursor);
    else
      cursor.fail();
  });
  return column;
}

TableRow read_row(PatchCursor& cursor) {
  TableRow row;
  cursor.each_member([&](std::string_view name) {
    if (name == "id")
      row.id = cursor.text();
    else if (name == "cells")
      row.cells = read_texts(cursor);
    else if (name == "strong")
      row.strong = cursor.truth();
    else
      cursor.fail();
  });
  return row;
}

ChartBar read_bar(PatchCursor& cursor) {
  ChartBar bar;
  cursor.each_member([&](std::string_view name) {
    if (name == "label")
      bar.label = cursor.text();
    else if (name == "text")
      bar.text = cursor.text();
    else if (name == "from")
      bar.from = cursor.whole_number();
    else if (name == "to")
      bar.to = cursor.whole_number();
    else if (name == "tone")
      bar.tone = named(cursor, Tone::error);
    else
      cursor.fail();
  });
  return bar;
}

ChartPoint read_point(PatchCursor& cursor) {
  std::vector<std::int64_t> numbers;
  cursor.each_element([&] { numbers.push_back(cursor.whole_number()); });
  if (numbers.size() == 2) return {numbers[0], numbers[1]};
  cursor.fail();
  return {};
}

ChartLine read_line(PatchCursor& cursor) {
  ChartLine line;
  cursor.each_member([&](std::string_view name) {
    if (name == "label")
      line.label = cursor.text();
    else if (name == "points")
      cursor.each_element([&] { line.points.push_back(read_point(cursor)); });
    else if (name == "strong")
      line.strong = cursor.truth();
    else
      cursor.fail();
  });
  return line;
}

ChartMark read_mark(PatchCursor& cursor) {
  ChartMark mark;
  cursor.each_member([&](std::string_view name) {
    if (name == "label")
      mark.label = cursor.text();
    else if (name == "at")
      mark.at = read_point(cursor);
    else
      cursor.fail();
  });
  return mark;
}

ChartTick read_tick(PatchCursor& cursor) {
  ChartTick tick;
  cursor.each_member([&](std::string_view name) {
    if (name == "text")
      tick.text = cursor.text();
    else if (name == "at")
      tick.at = cursor.whole_number();
    else
      cursor.fail();
  });
  return tick;
}

struct TextMember {
  std::string_view name;
  std::string Node::*member;
};

constexpr TextMember text_members[] = {
    {"id", &Node::id},     {"label", &Node::label},           {"value", &Node::value},     {"item", &Node::item},
    {"hint", &Node::hint}, {"understood", &Node::understood}, {"problem", &Node::problem}, {"detail", &Node::detail},
    {"cite", &Node::cite}, {"target", &Node::target},
};

NodeRecord read_node(PatchCursor& cursor) {
  NodeRecord record;
  Node& node = record.node;
  cursor.each_member([&](std::string_view name) {
    for (const TextMember& text : text_members) {
      if (name == text.name) {
        node.*text.member = cursor.text();
        return;
      }
    }
    if (name == "kind")
      node.kind = named(cursor, NodeKind::disclosure);
    else if (name == "region")
      node.region = named(cursor, Region::actions);
    else if (name == "input")
      node.input = named(cursor, InputType::file);
    else if (name == "tone")
      node.tone = named(cursor, Tone::error);
    else if (name == "arrange")
      node.arrange = named(cursor, Arrange::toolbar);
    else if (name == "step_state")
      node.step_state = named(cursor, StepState::complete);
    else if (name == "level")
      node.level = static_cast<std::uint8_t>(cursor.whole_number());
    else if (name == "attention")
      node.attention = static_cast<std::uint32_t>(cursor.whole_number());
    else if (name == "flags")
      cursor.each_element([&] { read_flag(cursor, node.flags); });
    else if (name == "options")
      cursor.each_element([&] { node.options.push_back(read_option(cursor)); });
    else if (name == "columns")
      cursor.each_element([&] { node.columns.push_back(read_column(cursor)); });
    else if (name == "rows")
      cursor.each_element([&] { node.rows.push_back(read_row(cursor)); });
    else if (name == "bars")
      cursor.each_element([&] { node.bars.push_back(read_bar(cursor)); });
    else if (name == "lines")
      cursor.each_element([&] { node.lines.push_back(read_line(cursor)); });
    else if (name == "marks")
      cursor.each_element([&] { node.marks.push_back(read_mark(cursor)); });
    else if (name == "ticks")
      cursor.each_element([&] { node.ticks.push_back(read_tick(cursor)); });
    else if (name == "steps")
      cursor.each_element([&] { node.steps.push_back(read_tick(cursor)); });
    else if (name == "children")
      record.children = read_texts(cursor);
    else
      cursor.fail();
  });
  return record;
}

}  // namespace

Result<Unit> NodeStore::apply(std::string_view patch) {
  PatchCursor cursor(patch);
  std::string root;
  std::vector<NodeRecord> changed;
  std::vector<std::string> removed;
  cursor.each_member([&](std::string_view name) {
    if (name == "root")
      root = cursor.text();
    else if (name == "nodes")
      cursor.each_element([&] { changed.push_back(read_node(cursor)); });
    else if (name == "removed")
      removed = read_texts(cursor);
    else
      cursor.fail();
  });
  if (!cursor.finished()) {
    return Error{ErrorCode::malformed, "byte " + std::to_string(cursor.position()),
                 "The patch is not in the form that this canvas reads. Load the page again, so that its parts match."};
  }
  for (const std::string& id : removed) {
    if (const auto found = nodes_.find(id); found != nodes_.end()) nodes_.erase(found);
  }
  for (NodeRecord& record : changed) {
    std::string id = record.node.id;
    nodes_.insert_or_assign(std::move(id), std::move(record));
  }
  root_ = std::move(root);
  return Unit{};
}

const NodeRecord* NodeStore::find(std::string_view id) const {
  const auto found = nodes_.find(id);
  return found == nodes_.end() ? nullptr : &found->second;
}

}  // namespace ftt
