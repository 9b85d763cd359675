// Forms, changes and what is carried over. See packet_nodes.h.
#include "wizard/screens/packet_nodes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "base/count.h"
#include "base/text.h"
#include "form/field.h"
#include "packet/recorded_case.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/state/step_status.h"

namespace ftt {
namespace {

const FormStatus& status_of(std::span<const FormStatus> forms, Appendix appendix) {
  return forms[static_cast<std::size_t>(appendix)];
}

void add_missing(Node& parent, std::string_view prefix, const std::vector<MissingItem>& missing) {
  for (const MissingItem& item : missing) {
    parent.children.push_back(sentence_node(concat(prefix, item.field), item.words, item.field));
  }
}

// What the agreement lacks is what keeps the arrangement from beginning.
const std::vector<MissingItem>& missing_of(const FormStatus& form) {
  return form.before_it_begins.empty() ? form.missing : form.before_it_begins;
}

// How many things need attention on the steps of a form.
std::uint32_t attention_of(Appendix form, const std::vector<StepStatus>& status) {
  if (const std::optional<Step> step = step_of_form(form)) return status[static_cast<std::size_t>(*step)].attention;
  std::uint32_t sum = 0;
  for (std::size_t i = static_cast<std::size_t>(Step::arrangement); i <= static_cast<std::size_t>(Step::concurrences);
       ++i) {
    sum += status[i].attention;
  }
  return sum;
}

// A form that nobody needs lacks nothing.
std::string how_far(const FormStatus& form, std::uint32_t attention) {
  const bool is_tool = form.appendix == Appendix::analysis_tool;
  if (form.requirement == Requirement::not_required && (!form.is_begun || is_tool)) return "Not required";
  if (form.requirement == Requirement::unknown && !form.is_begun && !is_tool) return "Depends on your answers";
  if (missing_of(form).empty()) {
    const StepState state = attention != 0     ? StepState::needs_attention
                            : form.is_complete ? StepState::complete
                                               : StepState::in_progress;
    return words_of(StepStatus{state, attention});
  }
  const std::string missing = concat("Missing ", missing_of(form).size());
  return attention == 0 ? missing : concat(missing, ", needs attention (", attention, ")");
}

enum class Shown { figures, words };

// `kind`: nothing for every kind.
void add_table_of(Node& parent, std::string id, std::string caption, const std::vector<PacketChange>& changes,
                  Shown shown, std::optional<ChangeKind> kind) {
  const bool is_of_figures = shown == Shown::figures;
  std::vector<TableColumn> columns = {{"Item"}, {"Old"}, {"New"}};
  if (is_of_figures) columns = {{"Item"}, {"Old", Align::end}, {"New", Align::end}, {"Difference", Align::end}};
  Node table = build::table(std::move(id), std::move(caption), std::move(columns));
  for (const PacketChange& change : changes) {
    if (change.is_figure != is_of_figures || (kind && change.kind != *kind)) continue;
    TableRow row{change.field, {change.label, change.old_words, change.new_words}, false};
    if (is_of_figures) row.cells.push_back(change.difference);
    table.rows.push_back(std::move(row));
  }
  if (!table.rows.empty()) parent.children.push_back(std::move(table));
}

}  // namespace

Node sentence_node(std::string id, std::string words, std::string_view field) {
  const bool is_asked = step_of_field(field) && (find_leaf(field) != nullptr || field == "actuals");
  return is_asked ? build::link(std::move(id), std::move(words), node_of_field(field))
                  : build::text(std::move(id), std::move(words));
}

void add_form_state(Node& main, const SessionData& data, Appendix appendix) {
  const std::vector<FormStatus> forms = find_forms(data.packet, data.assessment);
  const FormStatus& form = status_of(forms, appendix);
  const bool is_to_begin = appendix == Appendix::agreement && !is_review(data.packet.answers);
  const std::vector<MissingItem>& missing = is_to_begin ? form.before_it_begins : form.missing;
  const bool is_good = missing.empty() && !is_file_in_doubt(data);
  const bool has_wrong = std::any_of(missing.begin(), missing.end(), [&](const MissingItem& item) {
    const LeafInfo* leaf = find_leaf(item.field);
    return leaf != nullptr && data.packet.answers.is_bad(leaf->leaf);
  });
  const std::string_view what = has_wrong ? "Missing or to correct:" : "This is still missing:";
  Node state = build::finding("form.state", is_good ? Tone::success : Tone::information, {});
  if (is_to_begin) {
    if (!missing.empty()) state.tone = Tone::warning;
    state.label = missing.empty() ? "The arrangement may begin. No answer is missing."
                                  : concat("The arrangement may not begin yet. ", what);
    state.cite = "HRM 6040.2 ¶10a";
  } else {
    state.label = missing.empty() ? "This form is complete." : std::string(what);
  }
  add_missing(state, "form.missing:", missing);
  main.children.push_back(std::move(state));
}

void add_forms(Node& main, const SessionData& data) {
  const std::vector<FormStatus> forms = find_forms(data.packet, data.assessment);
  Node group = build::group("check.forms", concat("The ", in_words(Count(std::ssize(forms))), " forms"));
  std::vector<Node> lists;
  for (const FormStatus& form : forms) {
    const std::string letter(name_of(form.appendix).substr(std::string_view("App. ").size()));
    const bool is_tool = form.appendix == Appendix::analysis_tool && form.requirement != Requirement::not_required;
    const bool is_used = is_tool || form.is_begun || form.requirement == Requirement::required;
    const bool has_list = is_used && !missing_of(form).empty();
    const std::string list = "check.missing:" + letter;
    const Step step = step_of_form(form.appendix).value_or(Step::arrangement);
    group.children.push_back(
        build::answer("check.form:" + letter, concat(form.title, " (", name_of(form.appendix), ")"),
                      how_far(form, attention_of(form.appendix, data.status)), has_list ? "Show" : "Go to",
                      has_list ? list : std::string(words_of(step).id)));
    if (!has_list) continue;
    Node missing =
        build::disclosure(list, concat("Missing in ", name_of(form.appendix), ", ", form.title), is_open(data, list));
    missing.value = concat(missing_of(form).size());
    if (missing.flags.expanded) add_missing(missing, list + ":", missing_of(form));
    lists.push_back(std::move(missing));
  }
  main.children.push_back(std::move(group));
  std::move(lists.begin(), lists.end(), std::back_inserter(main.children));
}

void add_changes(Node& parent, std::string_view id, std::string_view caption, const std::vector<PacketChange>& changes,
                 ChangeKind kind) {
  add_table_of(parent, std::string(id), std::string(caption), changes, Shown::figures, kind);
  const bool is_mixed = std::any_of(changes.begin(), changes.end(), [&](const PacketChange& change) {
    return change.kind == kind && change.is_figure;
  });
  add_table_of(parent, concat(id, ".words"), concat(caption, is_mixed ? " that are not figures" : ""), changes,
               Shown::words, kind);
}

void add_all_changes(Node& parent, std::string_view id, std::string_view caption,
                     const std::vector<PacketChange>& changes) {
  add_table_of(parent, std::string(id), std::string(caption), changes, Shown::words, std::nullopt);
  add_table_of(parent, concat(id, ".figures"), concat(caption, ", in figures"), changes, Shown::figures, std::nullopt);
}

void add_anew(Node& main, const SessionData& data) {
  if (data.saved_name.empty()) return;
  Node anew = build::disclosure("anew", "Start a new packet from the open one", is_open(data, "anew"));
  if (anew.flags.expanded) {
    Node boxes = build::group("anew.carried", "What is copied");
    boxes.children = {build::checkbox("anew.position", "The position", is_checked(data, "anew.position")),
                      build::checkbox("anew.worksites", "The worksites, with their street addresses",
                                      is_checked(data, "anew.worksites")),
                      build::checkbox("anew.name", "The employee's name", is_checked(data, "anew.name"))};
    anew.children.push_back(std::move(boxes));
    if (data.is_changed()) {
      anew.children.push_back(
          build::text("anew.unsaved", "Save this packet first. Your changes are not in a file yet.", Tone::small));
    } else {
      anew.children.push_back(
          build::text("anew.words", "Nothing else is copied. This packet stays in its file.", Tone::small));
      anew.children.push_back(act_button(action("anew.begin"), "Start the new packet"));
    }
  }
  main.children.push_back(std::move(anew));
}

std::vector<PrintChoice> print_choices(const SessionData& data) {
  const std::vector<FormStatus> forms = find_forms(data.packet, data.assessment);
  const auto is_needed = [&](Appendix appendix) {
    return status_of(forms, appendix).requirement != Requirement::not_required;
  };
  std::vector<PrintChoice> parts = {{"cover", "Cover"},
                                    {"analysis_tool", "Analysis Tool (App. A)"},
                                    {"worksheet", "Worksheet"},
#define FTT_FORM(name, letter, title, paper, head, listed, ...) \
  {#name, listed " (App. " letter ")", is_needed(Appendix::name)},
#include "form/forms.inc"
                                    {"findings", "Findings and dates"}};
  if (is_recorded(data.packet)) parts.push_back({"history", "History of the concurrences"});
  for (PrintChoice& part : parts) part.is_chosen = is_checked(data, part.box(), part.is_chosen);
  return parts;
}

}  // namespace ftt
