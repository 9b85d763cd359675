// Makes nodes. Does not decide what is on a screen.
#include "view/build.h"

namespace ftt::build {
namespace {

Node make(NodeKind kind, std::string id, std::string label) {
  Node node;
  node.id = std::move(id);
  node.kind = kind;
  node.label = std::move(label);
  return node;
}

// CR, LF and both together are one line break.
std::string with_line_breaks_as(char sign, std::string_view text) {
  std::string written;
  written.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (is_pair) continue;
    written += text[i] == '\r' || text[i] == '\n' ? sign : text[i];
  }
  return written;
}

}  // namespace

Node region(Region which, std::string label) {
  Node node = make(NodeKind::region, "region:" + std::string(name_of(which)), std::move(label));
  node.region = which;
  return node;
}

Node heading(std::string id, std::uint8_t level, std::string label) {
  Node node = make(NodeKind::heading, std::move(id), std::move(label));
  node.level = level;
  return node;
}

Node text(std::string id, std::string label, Tone tone) {
  Node node = make(NodeKind::text, std::move(id), std::move(label));
  node.tone = tone;
  return node;
}

Node group(std::string id, std::string label, Arrange arrange) {
  Node node = make(NodeKind::group, std::move(id), std::move(label));
  node.arrange = arrange;
  return node;
}

Node field(std::string id, InputType input, std::string label, std::string_view value) {
  Node node = make(NodeKind::field, std::move(id), std::move(label));
  node.input = input;
  node.value = with_line_breaks_as(input == InputType::long_text ? '\n' : ' ', value);
  return node;
}

Node select(std::string id, std::string label, std::string value, std::vector<Option> options) {
  Node node = make(NodeKind::select, std::move(id), std::move(label));
  node.value = std::move(value);
  node.options = std::move(options);
  return node;
}

Node choice(std::string id, std::string label, std::string value, std::vector<Option> options) {
  Node node = make(NodeKind::choice, std::move(id), std::move(label));
  node.value = std::move(value);
  node.options = std::move(options);
  return node;
}

Node checkbox(std::string id, std::string label, bool is_checked) {
  Node node = make(NodeKind::checkbox, std::move(id), std::move(label));
  if (is_checked) node.value = "yes";
  return node;
}

Node button(std::string id, std::string label, Tone tone) {
  Node node = make(NodeKind::button, std::move(id), std::move(label));
  node.tone = tone;
  return node;
}

Node link(std::string id, std::string label, std::string target) {
  Node node = make(NodeKind::link, std::move(id), std::move(label));
  node.target = std::move(target);
  return node;
}

Node answer(std::string id, std::string label, std::string value, std::string does, std::string target) {
  Node node = make(NodeKind::answer, std::move(id), std::move(label));
  node.value = std::move(value);
  node.hint = std::move(does);
  node.target = std::move(target);
  return node;
}

Node figure(std::string id, std::string label, std::string value, std::string detail) {
  Node node = make(NodeKind::figure, std::move(id), std::move(label));
  node.value = std::move(value);
  node.detail = std::move(detail);
  return node;
}

Node finding(std::string id, Tone tone, std::string label) {
  Node node = make(NodeKind::finding, std::move(id), std::move(label));
  node.tone = tone;
  return node;
}

Node disclosure(std::string id, std::string label, bool is_open) {
  Node node = make(NodeKind::disclosure, std::move(id), std::move(label));
  node.flags.expanded = is_open;
  return node;
}

Node table(std::string id, std::string caption, std::vector<TableColumn> columns) {
  Node node = make(NodeKind::table, std::move(id), std::move(caption));
  node.columns = std::move(columns);
  return node;
}

const Node* find(const Node& tree, std::string_view id) {
  if (tree.id == id) return &tree;
  for (const Node& child : tree.children) {
    if (const Node* found = find(child, id)) return found;
  }
  return nullptr;
}

}  // namespace ftt::build
