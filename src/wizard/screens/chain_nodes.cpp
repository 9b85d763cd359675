// See chain_nodes.h.
#include "wizard/screens/chain_nodes.h"

#include <utility>

#include "base/text.h"
#include "packet/chain_report.h"
#include "view/build.h"
#include "wizard/screens/packet_nodes.h"

namespace ftt {
namespace {

bool has_seen_the_same(const SessionData& data, std::size_t entry) {
  const std::string& seen = data.recorded->chain.entries[entry].saw_content;
  const Result<std::string> now = content_digest(data.packet);
  return seen.empty() || (now && seen == *now);
}

void add_comparison(Node& parent, const SessionData& data, std::size_t entry, std::string_view id) {
  const std::optional<Comparison> comparison = compare_with_seen(
      data.rates, data.packet, data.assessment, data.recorded->chain, entry, data.today, data.settings);
  if (!comparison) {
    parent.children.push_back(
        build::text(concat(id, ".parts"),
                    concat("Changed since: ", parts_changed(data.recorded->chain.marks[entry], data.packet),
                           ". The packet does not keep what these said then. Compare it with a file of that day.")));
    return;
  }
  add_all_changes(parent, concat(id, ".changes"), "Old and new", comparison->changes);
}

}  // namespace

Node labeled(std::string id, std::string_view name, std::string_view words) {
  Node text = build::text(std::move(id), std::string(name));
  text.value = std::string(words);
  return text;
}

std::string words_of_entry(const RecordedCase& recorded, std::size_t entry) {
  const ChainEntry& one = recorded.chain.entries[entry];
  return concat("On ", day_words(one.on), ": ", words_of(one));
}

std::string words_on_entries(std::size_t first, std::size_t count) {
  const auto words = [](std::size_t number) { return with_thousands_commas(static_cast<long long>(number)); };
  return concat("Entries ", words(first + 1), " to ", words(end_of_page(first, count)), " of ", words(count));
}

std::string words_on_most_evidence() {
  return concat("One entry takes at most ", most_evidence,
                " files. Remove one to choose another, or put them together.");
}

void add_not_continued(Node& parent, const SessionData& data) {
  if (data.not_continued.empty()) return;
  parent.children.push_back(build::finding("chain.not_continued", Tone::warning, data.not_continued));
}

void add_seen(Node& parent, const RecordedCase& recorded, std::size_t entry, std::string_view id) {
  const std::string words = with_capital(figures_seen(recorded.chain.marks[entry]));
  if (!words.empty()) parent.children.push_back(labeled(concat(id, ".saw"), "What they saw", words));
}

void add_changed_since(Node& parent, const SessionData& data, std::size_t entry, std::string_view id,
                       std::string_view label) {
  if (has_seen_the_same(data, entry)) return;
  const std::string fold = concat(id, ".since");
  Node changed = build::disclosure(fold, std::string(label), is_open(data, fold));
  if (changed.flags.expanded) add_comparison(changed, data, entry, fold);
  parent.children.push_back(std::move(changed));
}

void add_changes_since(Node& parent, const SessionData& data, std::size_t entry, std::string_view id) {
  if (has_seen_the_same(data, entry)) {
    parent.children.push_back(
        build::text(concat(id, ".none"), "Nothing in Parts A to I has changed since the last entry."));
    return;
  }
  add_comparison(parent, data, entry, id);
}

}  // namespace ftt
