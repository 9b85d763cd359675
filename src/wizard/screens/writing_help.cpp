// Prompts and the sum of a relocation. See writing_help.h.
#include "wizard/screens/writing_help.h"

#include <utility>

#include "base/text.h"
#include "rules/relocation_302.h"
#include "rules/writing_8e.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"

namespace ftt {
namespace {

constexpr std::string_view part_prefix = "helper.relocation:";

Node told(std::string id, std::string label, std::string_view value) {
  Node node = build::text(std::move(id), std::move(label));
  node.value = std::string(value);
  return node;
}

Node insert_button(const WritingPrompt& prompt, std::string_view figure, const std::string& line) {
  return act_button_about(action("writing.insert:*"), concat(prompt.id, ".", figure), concat("Insert “", line, "”"));
}

Node prompt_node(const SessionData& data, const WritingPrompt& prompt) {
  const std::string id = concat("writing:", prompt.id);
  Node node = build::disclosure(id, concat("Help with writing: ", prompt.heading()), is_open(data, id));
  if (!node.flags.expanded) return node;
  Node asked = told(id + ".asked", "What it is about", prompt.cite.paragraph().restatement);
  asked.cite = std::string(prompt.cite.text());
  node.children.push_back(std::move(asked));
  node.children.push_back(told(id + ".evidence", "What counts as evidence", prompt.evidence));
  node.children.push_back(told(id + ".example", "An example, of an invented person", concat("“", prompt.example, "”")));
  if (data.access == Access::read_only) return node;
  for (const std::string_view figure : prompt.figures) {
    const std::string line = figure_in_a_line(figure, data.packet.answers, data.assessment.worksheet);
    if (!line.empty()) node.children.push_back(insert_button(prompt, figure, line));
  }
  return node;
}

Node part_field(const SessionData& data, const RelocationPart& part) {
  const Paragraph& paragraph = part.cite.paragraph();
  const auto typed = data.relocation_texts.find(part.id);
  const std::string text = typed == data.relocation_texts.end() ? std::string() : typed->second;
  Node field = build::field(field_of_relocation_part(part.id), InputType::money, std::string(paragraph.heading), text);
  field.hint = std::string(paragraph.restatement);
  field.cite = std::string(part.cite.text());
  if (trim(text).empty()) return field;
  const Result<Money> read = read_relocation_amount(text);
  if (read && (!data.draft || data.draft->id != field.id)) field.value = to_display(*read);
  if (!read && data.left.contains(field.id)) field.problem = read.error().message;
  return field;
}

}  // namespace

void add_writing_help(Node& parent, const SessionData& data, Leaf leaf) {
  if (!applies(leaf, data.packet.answers)) return;
  for (const WritingPrompt& prompt : writing_prompts()) {
    if (prompt.leaf == leaf) parent.children.push_back(prompt_node(data, prompt));
  }
}

std::string_view relocation_part_of(std::string_view node) {
  return node.starts_with(part_prefix) ? node.substr(part_prefix.size()) : std::string_view();
}

std::string field_of_relocation_part(std::string_view part) {
  return concat(part_prefix, part);
}

void add_relocation_helper(Node& parent, const SessionData& data) {
  constexpr std::string_view id = "helper.relocation";
  if (data.access == Access::read_only) return;
  Node helper = build::disclosure(std::string(id), "Add up the parts of a relocation", is_open(data, id));
  if (helper.flags.expanded) {
    Node words =
        build::text("helper.relocation.words",
                    "Type what GSA would pay for each part. Leave the others empty. Only the total goes into the "
                    "packet.",
                    Tone::small);
    words.cite = "41 CFR 302";
    helper.children.push_back(std::move(words));
    Node row;
    for (const RelocationPart& part : relocation_parts()) {
      if (row.children.empty()) row = build::group(concat("helper.relocation.row:", part.id), {}, Arrange::row);
      row.children.push_back(part_field(data, part));
      if (row.children.size() < 2) continue;
      helper.children.push_back(std::exchange(row, {}));
    }
    if (!row.children.empty()) helper.children.push_back(std::move(row));
    const std::optional<Money> sum = sum_of_relocation(data.relocation_texts);
    helper.children.push_back(
        act_button(action("helper.take_sum"), sum ? concat("Use the total, ", to_display(*sum)) : "Use the total"));
  }
  parent.children.push_back(std::move(helper));
}

}  // namespace ftt
