// Check and export: what a file said otherwise, what is wrong, what is missing, and the files.
//
// Covers the completeness of App. A. Does not write files; its buttons ask for them (session.cpp).
#include <string>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "view/build.h"
#include "view/fields.h"
#include "view/policy_nodes.h"
#include "view/step_views.h"

namespace ftt {
namespace {

// A sentence that leads to its field, or the sentence alone where no step has the field.
Node entry(std::string id, std::string words, std::string_view field) {
  if (field.empty() || !step_of_field(field) || (find_leaf(field) == nullptr)) {
    return build::text(std::move(id), std::move(words));
  }
  return build::link(std::move(id), std::move(words), node_of_field(field));
}

void add_file_findings(Node& main, const SessionData& data) {
  if (data.file_findings.empty()) return;
  Node group = build::group("check.file", "What the opened file says otherwise", Arrange::card);
  std::size_t number = 0;
  for (const FileFinding& finding : data.file_findings) {
    const std::string id = concat("check.file:", ++number);
    Node node = build::finding(id, finding.tone, finding.message);
    if (!finding.field.empty() && step_of_field(finding.field) && find_leaf(finding.field) != nullptr) {
      node.children.push_back(
          build::link(id + ".link", "Go to " + name_of_field(data, finding.field), node_of_field(finding.field)));
    }
    group.children.push_back(std::move(node));
  }
  main.children.push_back(std::move(group));
}

void add_problems(Node& main, const SessionData& data) {
  Node group = build::group("check.problems", "To be put right");
  std::size_t number = 0;
  for (const Problem& problem : data.assessment.problems) {
    if (is_cross_check(data, problem)) continue;
    group.children.push_back(entry(concat("check.problem:", ++number),
                                   concat(name_of_field(data, problem.field), ": ", problem.message), problem.field));
  }
  if (!group.children.empty()) main.children.push_back(std::move(group));
}

void add_missing(Node& main, const SessionData& data) {
  Node group = build::group("check.missing", "Missing");
  for (const MissingAnswer& missing : data.assessment.missing) {
    group.children.push_back(entry(concat("check.missing:", missing.field), message_of(missing), missing.field));
  }
  if (!group.children.empty()) main.children.push_back(std::move(group));
}

}  // namespace

void add_check(Node& main, const SessionData& data) {
  add_file_findings(main, data);
  if (data.assessment.complete) {
    main.children.push_back(
        build::finding("check.complete", Tone::success, "Nothing is missing and nothing is in error."));
  }
  add_problems(main, data);
  add_missing(main, data);
  add_cross_checks(main, data);
  add_documents(main, data);
  add_dates(main, data);
  add_terms(main, data);
  main.children.push_back(build::heading("check.files", 2, "Files"));
  Node files = build::group("check.buttons", "Files", Arrange::toolbar);
  files.children = {build::button("check.save", "Save packet (JSON)", Tone::primary),
                    build::button("check.page", "Save as page"), build::button("check.print", "Print the form")};
  main.children.push_back(std::move(files));
  main.children.push_back(build::text(
      "check.files_words",
      "The packet is the file to go on with. The page is the printed form as a file; it opens here again, too.",
      Tone::small));
  add_leaf(main, data, Leaf::notes);
}

}  // namespace ftt
