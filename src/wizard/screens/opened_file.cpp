// What an opened file says otherwise than its answers. See opened_file.h.
#include "wizard/screens/opened_file.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "view/build.h"
#include "wizard/screens/chain_nodes.h"
#include "wizard/screens/packet_nodes.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

void add_table(Node& parent, std::span<const Difference> differences, DifferenceKind kind, std::string id,
               std::string caption, std::vector<TableColumn> columns) {
  Node table = build::table(std::move(id), std::move(caption), std::move(columns));
  for (const Difference& one : differences) {
    if (one.kind == kind) table.rows.push_back({one.field, {one.name, one.in_file, one.here}, false});
  }
  if (!table.rows.empty()) parent.children.push_back(std::move(table));
}

void add_link_to(Node& node, const SessionData& data, std::string_view field) {
  const bool has_place = !field.empty() && step_of_field(field) && find_leaf(field) != nullptr;
  if (!has_place) return;
  node.children.push_back(
      build::link(concat(node.id, ".link"), concat("Go to ", name_among_forms(data, field)), node_of_field(field)));
}

}  // namespace

void add_differences(Node& parent, const SessionData& data, std::span<const Difference> differences,
                     std::string_view id) {
  const std::string verdict = verdict_of(differences);
  const Tone tone = leave_doubt(differences) ? Tone::warning : Tone::information;
  if (!verdict.empty()) parent.children.push_back(build::finding(concat(id, ".verdict"), tone, verdict));
  add_table(parent, differences, DifferenceKind::answer, concat(id, ".answers"), "Changes that its own figures show",
            {{"Answer"}, {"Before", Align::end}, {"Now", Align::end}});
  const std::string heading = heading_of_consequences(differences);
  if (!heading.empty()) {
    const std::string figures = concat(id, ".figures");
    Node folded = build::disclosure(figures, heading, is_open(data, figures));
    if (folded.flags.expanded) {
      add_table(folded, differences, DifferenceKind::consequence, figures + ".table",
                "In the file, and as calculated here",
                {{"Figure"}, {"In the file", Align::end}, {"From its answers", Align::end}});
    }
    parent.children.push_back(std::move(folded));
  }
  std::size_t number = 0;
  for (const Difference& one : differences) {
    if (one.kind != DifferenceKind::concurrence) continue;
    parent.children.push_back(
        build::finding(concat(id, ".concurrence:", ++number), Tone::warning, with_capital(one.message)));
  }
}

void add_opened_file(Node& main, const SessionData& data) {
  add_not_continued(main, data);
  if (data.file_findings.empty() && data.file_differences.empty() && !data.file_waits_for_rates) return;
  Node group = build::group("check.file", data.is_saved_since_opening ? "The file as it was opened" : "The opened file",
                            Arrange::card);
  add_differences(group, data, data.file_differences, "check.file");
  if (data.file_waits_for_rates) {
    group.children.push_back(build::finding(
        "check.file.waits", Tone::information,
        data.opened_file
            ? "Its figures are not compared with its answers yet: the rate tables of older years are still "
              "to be loaded."
            : "Its figures were not compared with its answers: the rate tables of older years were not "
              "there. Open the file again to compare them."));
  }
  std::size_t number = 0;
  for (const FileFinding& finding : data.file_findings) {
    Node node = build::finding(concat("check.file:", ++number), finding.tone, finding.message);
    add_link_to(node, data, finding.field);
    group.children.push_back(std::move(node));
  }
  main.children.push_back(std::move(group));
}

}  // namespace ftt
