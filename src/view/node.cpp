// The view model's serialized form, written and read member by member: compact JSON, written at every keystroke.
//
// Does not decide what a screen says.
#include "view/node.h"

#include <concepts>
#include <iterator>
#include <span>
#include <utility>

#include "base/json_events.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "view/chart_layout.h"
#include "view/node_members.h"

namespace ftt {

namespace {

// ---- Writing ----

template <class Type>
bool is_default(const std::vector<Type>& list) {
  return list.empty();
}
template <class Type>
bool is_default(const Type& value) {
  return value == Type{};
}

class Comma {
 public:
  void before_next(std::string& out) {
    if (std::exchange(is_due_, true)) out += ',';
  }

 private:
  bool is_due_ = false;
};

void write(std::string& out, const std::string& text) {
  append_json_string(out, text);
}
void write(std::string& out, bool truth) {
  out += truth ? "true" : "false";
}
void write(std::string& out, std::integral auto number) {
  append(out, static_cast<std::int64_t>(number));
}
void write(std::string& out, float length) {
  out += in_tenths(length);
}
void write(std::string& out, Enumeration auto value) {
  append(out, '"', enumerator_name(value), '"');
}
// Children are named.
void write(std::string& out, const Node& child) {
  append_json_string(out, child.id);
}
template <class Struct>
void write_members(std::string& out, const Struct& value);
template <class Struct>
requires(Described<Struct>::form == StructForm::object) void write(std::string& out, const Struct& value) {
  write_members(out, value);
}
void write(std::string& out, const Flags& flags) {
  Comma comma;
  out += '[';
  Described<Flags>::each([&](std::string_view name, bool Flags::*flag, Presence) {
    if (!(flags.*flag)) return;
    comma.before_next(out);
    append(out, '"', name, '"');
  });
  out += ']';
}
template <class Struct>
requires(Described<Struct>::form == StructForm::pair) void write(std::string& out, const Struct& pair) {
  Comma comma;
  out += '[';
  Described<Struct>::each([&](std::string_view, auto number, Presence) {
    comma.before_next(out);
    write(out, pair.*number);
  });
  out += ']';
}
template <class Type>
void write(std::string& out, const std::vector<Type>& list) {
  Comma comma;
  out += '[';
  for (const Type& element : list) {
    comma.before_next(out);
    write(out, element);
  }
  out += ']';
}

template <class Struct>
void write_members(std::string& out, const Struct& value) {
  Comma comma;
  out += '{';
  Described<Struct>::each([&](std::string_view name, auto member, Presence presence) {
    if (presence == Presence::unless_default && is_default(value.*member)) return;
    comma.before_next(out);
    append(out, '"', name, "\":");
    write(out, value.*member);
  });
  out += '}';
}

// ---- Reading ----

void read(JsonEvents& json, std::string& text) {
  text = json.take_text();
}
void read(JsonEvents& json, bool& truth) {
  truth = json.take_truth();
}
template <std::integral Number>
void read(JsonEvents& json, Number& number) {
  const std::int64_t read = json.take_integer();
  number = static_cast<Number>(read);
  if (number != read) json.fail();
}
std::size_t read_name(JsonEvents& json, std::span<const std::string_view> names) {
  const std::string name = json.take_text();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return i;
  }
  json.fail();
  return 0;
}
template <Enumeration Type>
void read(JsonEvents& json, Type& value) {
  value = static_cast<Type>(read_name(json, Described<Type>::names));
}
template <class Struct>
void read_members(JsonEvents& json, Struct& value, std::vector<std::string>* children);
template <class Struct>
requires(Described<Struct>::form == StructForm::object) void read(JsonEvents& json, Struct& value) {
  read_members(json, value, nullptr);
}
void read(JsonEvents& json, Flags& flags) {
  json.each_element([&] {
    const std::string read = json.take_text();
    bool is_known = false;
    Described<Flags>::each([&](std::string_view name, bool Flags::*flag, Presence) {
      if (name != read) return;
      is_known = true;
      flags.*flag = true;
    });
    if (!is_known) json.fail();
  });
}
void read(JsonEvents& json, ChartPoint& point) {
  if (!json.take(JsonEvent::start_array)) return;
  Described<ChartPoint>::each(
      [&](std::string_view, std::int64_t ChartPoint::*number, Presence) { read(json, point.*number); });
  json.take(JsonEvent::end_array);
}
template <class Type>
void read(JsonEvents& json, std::vector<Type>& list) {
  json.each_element([&] { read(json, list.emplace_back()); });
}

template <class Struct>
void read_members(JsonEvents& json, Struct& value, std::vector<std::string>* children) {
  json.each_member([&](std::string_view read_one) {
    bool is_known = false;
    Described<Struct>::each([&](std::string_view name, auto member, Presence) {
      if (name != read_one) return;
      is_known = true;
      if constexpr (std::is_same_v<decltype(member), std::vector<Node> Node::*>) {
        read(json, *children);
      } else {
        read(json, value.*member);
      }
    });
    if (!is_known) json.fail();
  });
}

}  // namespace

#define FTT_ENUM(Type)                   \
  std::string_view name_of(Type value) { \
    return enumerator_name(value);       \
  }
#define FTT_ENUMERATOR(name)
#define FTT_END_ENUM(Type)
#include "view/node.inc"

bool alike_but_for_children(const Node& a, const Node& b) {
  bool alike = true;
  Described<Node>::each([&](std::string_view, auto member, Presence) {
    if constexpr (!std::is_same_v<decltype(member), std::vector<Node> Node::*>) {
      alike = alike && a.*member == b.*member;
    }
  });
  return alike;
}

std::string to_json(const Node& node) {
  std::string out;
  append_json(out, node);
  return out;
}

void append_json(std::string& out, const Node& node) {
  write_members(out, node);
}

std::string to_json(const ChartLayout& layout) {
  std::string out;
  write_members(out, layout);
  return out;
}

namespace {

Patch read_one_patch(JsonEvents& json) {
  Patch patch;
  json.each_member([&](std::string_view name) {
    if (name == "root") {
      read(json, patch.root);
    } else if (name == "nodes") {
      json.each_element([&] {
        NodeRecord& record = patch.nodes.emplace_back();
        read_members(json, record.node, &record.children);
      });
    } else if (name == "removed") {
      read(json, patch.removed);
    } else {
      json.fail();
    }
  });
  return patch;
}

}  // namespace

Result<Patch> read_patch(std::string_view answer) {
  JsonEvents json(answer);
  Patch patch;
  json.each_member([&](std::string_view name) {
    if (name == "patch") {
      patch = read_one_patch(json);
    } else {
      json.skip_value();
    }
  });
  if (json.take(JsonEvent::end)) return patch;
  return Error{ErrorCode::malformed, concat("byte ", json.stopped_at()),
               "The patch has a form that this page cannot read. Load the page again so that its parts match."};
}

}  // namespace ftt
