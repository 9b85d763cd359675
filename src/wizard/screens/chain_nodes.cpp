// See chain_nodes.h.
#include "wizard/screens/chain_nodes.h"

#include <array>
#include <utility>

#include "base/text.h"
#include "packet/chain_report.h"
#include "view/build.h"
#include "wizard/screens/packet_nodes.h"

namespace ftt {
namespace {

struct SeenFigure {
  std::string_view member;
  std::string_view label;
};
constexpr std::array seen_figures = {SeenFigure{"net", "net annual change"}, SeenFigure{"annual", "a year of trips"},
                                     SeenFigure{"overall", "overall cost or savings"},
                                     SeenFigure{"percent", "percent"}};

std::string figure_words(std::string_view member, const std::string& text) {
  if (member == "percent") {
    const Result<Percent> percent = parse_percent(text);
    return percent ? to_display(Figure(*percent)) : in_quotes(text);
  }
  const Result<Money> amount = parse_money(text);
  return amount ? to_display(*amount) : in_quotes(text);
}

// The parts, where the chain does not tell it answer by answer.
std::string parts_since(const SessionData& data, std::size_t entry) {
  const std::vector<std::string_view> members = parts_changed_since(data.recorded->chain.marks[entry], data.packet);
  std::string words;
  for (const PartSeal& part : part_seals(data.packet)) {
    for (const std::string_view member : members) {
      if (member == part.member) append(words, words.empty() ? "" : ", ", part.part);
    }
  }
  return words;
}

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
                    concat("Changed since: ", parts_since(data, entry),
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

std::string day_in_words(const std::optional<Date>& day) {
  return day ? to_display_without_weekday(*day) : std::string("an unknown day");
}

std::string words_of_entry(const RecordedCase& recorded, std::size_t entry) {
  const ChainEntry& one = recorded.chain.entries[entry];
  return concat("On ", day_in_words(one.on), ": ", words_of(one));
}

void add_not_continued(Node& parent, const SessionData& data) {
  if (data.not_continued.empty()) return;
  parent.children.push_back(build::finding("chain.not_continued", Tone::warning, data.not_continued));
}

std::string figures_in_words(const Json& figures) {
  std::string words;
  if (!figures.is_object()) return words;
  for (const SeenFigure& one : seen_figures) {
    const std::string* text = figures.find_string(one.member);
    if (text == nullptr) continue;
    append(words, words.empty() ? "" : ", ", one.label, " ", figure_words(one.member, *text));
  }
  return with_capital(words);
}

void add_seen(Node& parent, const RecordedCase& recorded, std::size_t entry, std::string_view id) {
  const Json* saw = recorded.chain.marks[entry].written->find("saw");
  const Json* figures = saw == nullptr ? nullptr : saw->find("figures");
  const std::string words = figures == nullptr ? std::string() : figures_in_words(*figures);
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
