// Setting ladder, changes and entries. See print_history.h.
#include "print/print_history.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/json_writer.h"
#include "base/text.h"
#include "packet/chain_report.h"
#include "packet/field_words.h"
#include "print/print_annual_review.h"

namespace ftt::print {
namespace {

std::string grave(std::string_view text) {
  return concat("<div class=\"finding grave\"><p>", breakable(text), "</p></div>");
}

std::string number_words(std::string_view words) {
  return concat("<span class=\"number\">", inert(words), "</span>");
}

// ---- Where it is ----

std::string where_it_is(const Source& source) {
  const ChainStatus& status = source.recorded->status;
  std::vector<Box> row;
  const auto add = [&](std::string_view label, const std::string& text) {
    if (!text.empty()) row.push_back({4, std::string(label), isolated(text)});
  };
  const auto day = [](const std::optional<Date>& date) {
    return date ? to_display_without_weekday(*date) : std::string();
  };
  add("State", with_capital(words_of(status.state)));
  const std::optional<ChainStep> holder = source.recorded->standing.holder;
  add("Who has it", !status.who.name.empty() ? words_of(status.who)
                    : holder                 ? with_capital(words_of(*holder))
                                             : std::string());
  add("Arrangement", source.recorded->phase ? with_capital(words_of(*source.recorded->phase)) : std::string());
  add("Since", day(status.since));
  add(status.due_if_stopped ? "Due, where the clock runs on" : "Due", day(status.due));
  add("Due, where the clock stopped", day(status.due_if_stopped));
  std::string html =
      concat("<h3>Where it is</h3>", boxes(row), "<div class=\"together\"><p>", inert(status.in_words.message), " ",
             inert(status.in_words.next), " <cite>", inert(status.in_words.cite.text()), "</cite></p>");
  if (status.approved_on && status.state != ChainState::approved) {
    append(html, "<p>It was approved on ", to_display_without_weekday(*status.approved_on), ", and edited since.</p>");
  }
  if (status.due_if_stopped) {
    append(html,
           "<p>It was returned. Whether the clock runs on or stops in that time, the order does not say; both dates "
           "are given.</p>");
  }
  if (status.is_ending)
    append(html, "<p>What was submitted is a recommendation to end it. <cite>HRM 6040.2 ¶11b</cite></p>");
  if (const std::string other = words_of_other_approval(status); !other.empty()) append(html, "<p>", other, "</p>");
  return html + "</div>";
}

// ---- The ladder ----

std::string standing_of(const Source& source, ChainStep step) {
  const RecordedCase& recorded = *source.recorded;
  const StepStanding& one = recorded.standing.steps[number_of(step)];
  if (!one.applies) return "Not applicable.";
  const std::optional<std::size_t> denial = recorded.standing.ended;
  if (denial && recorded.chain.entries[*denial].act == ChainAct::denied &&
      recorded.chain.entries[*denial].step == step) {
    return concat("<b>Denied</b> on ", day_words(recorded.chain.entries[*denial].on), ", entry ",
                  recorded.chain.marks[*denial].n, ".");
  }
  if (!one.given) return recorded.standing.holder == step ? "<b>Waited for.</b>" : "Open.";
  if (!one.stands()) return concat("<b>Void.</b> ", breakable(words_of_void(recorded, step, source.packet)));
  const ChainEntry& entry = recorded.chain.entries[*one.given];
  return concat("<b>Counts.</b> Concurred on ", day_words(entry.on), " by <bdi>", breakable(words_of(entry.by)),
                "</bdi>, entry ", recorded.chain.marks[*one.given].n, ".");
}

std::string seen_of(const RecordedCase& recorded, std::size_t entry) {
  const std::string& content = recorded.chain.entries[entry].saw_content;
  return concat(content.empty() ? "" : concat("Seal ", number_words(digest_words(content, groups_of_a_seal))),
                small(inert_sentence(figures_seen(recorded.chain.marks[entry]))));
}

std::string ladder(const Source& source) {
  const RecordedCase& recorded = *source.recorded;
  if (!recorded.standing.submitted) return "<p class=\"note\">Nothing was submitted yet.</p>";
  std::string html =
      "<h3>The ladder</h3><table class=\"documents\"><caption class=\"hidden\">The steps of ¶9 and their concurrences"
      "</caption><thead><tr><th scope=\"col\">Step</th><th scope=\"col\">Recorded concurrence</th><th scope=\"col\">"
      "What was seen</th></tr></thead><tbody>";
  for (const ChainStep step : chain_steps) {
    const StepStanding& one = recorded.standing.steps[number_of(step)];
    const std::string who = words_of(one.who);
    append(html, "<tr><th scope=\"row\">", inert(with_capital(words_of(step))),
           who.empty() || !one.applies ? "" : small(isolated(who)), "</th><td>", standing_of(source, step), "</td><td>",
           one.applies && one.given ? seen_of(recorded, *one.given) : "", "</td></tr>");
  }
  return html + "</tbody></table>";
}

// What has changed since those looked whose concurrence is void; those who saw the same stand together.
std::string changed_since(const Source& source) {
  const RecordedCase& recorded = *source.recorded;
  std::string html;
  std::vector<std::string_view> told;
  for (const ChainStep step : chain_steps) {
    const StepStanding& one = recorded.standing.steps[number_of(step)];
    if (!one.applies || !one.given || one.why != WhyVoid::other_content) continue;
    const std::string_view content = recorded.chain.entries[*one.given].saw_content;
    if (std::find(told.begin(), told.end(), content) != told.end()) continue;
    told.push_back(content);
    std::string who;
    for (const ChainStep other : chain_steps) {
      const StepStanding& with = recorded.standing.steps[number_of(other)];
      const bool has_seen_it = with.applies && with.given && recorded.chain.entries[*with.given].saw_content == content;
      if (has_seen_it) append(who, who.empty() ? "" : "; ", words_of(other));
    }
    const std::optional<Comparison> comparison =
        compare_with_seen(source.basis.rates, source.packet, source.assessment, recorded.chain, *one.given,
                          source.basis.day.today, source.basis.calc);
    append(html, "<h4>Changed since it was seen by ", inert(who), "</h4>",
           comparison ? changes(*comparison)
                      : std::string("<p class=\"small\">The chain does not tell it answer by answer.</p>"));
  }
  return html;
}

// ---- The entries ----

std::string value_words(const LeafInfo* leaf, const Json* value) {
  if (value == nullptr) return "not answered";
  const std::string* text = value->as_string();
  std::string plain = text != nullptr ? *text : write_json_compact(*value);
  if (leaf == nullptr) return plain;
  Answers one;
  one.set(leaf->leaf, plain);
  const AnswerWords words = words_of_answer(leaf->leaf, one);
  return words.words.empty() ? plain : words.words;
}

// Of an entry `edited`: each change that was found.
std::string changes_of(const Json& entry) {
  const Json* list = entry.find("changes");
  if (list == nullptr || list->as_array() == nullptr) return "";
  std::string html;
  for (const Json& change : *list->as_array()) {
    const std::string* at = change.find_string("at");
    if (at == nullptr) continue;
    const std::string field = dotted_path(*at);
    const LeafInfo* leaf = find_leaf(field);
    append(html, small(concat(inert(leaf == nullptr ? field : name_of_leaf(*leaf)), ": ",
                              beginning_of(value_words(leaf, change.find("old"))), " → ",
                              beginning_of(value_words(leaf, change.find("new"))))));
  }
  return html;
}

std::string route_of(const ChainEntry& entry) {
  if (!entry.route) return "";
  std::string words;
  for (const ChainStep step : chain_steps) {
    const ChainRoute::Stop& stop = entry.route->stops[number_of(step)];
    const std::string who = stop.applies ? words_of(stop.who) : std::string("not applicable");
    if (!who.empty()) append(words, words.empty() ? "Route: " : "; ", words_of(step), ": ", who);
  }
  return small(breakable(words));
}

std::string text_of(const Json& entry, std::string_view member, std::string_view before = "") {
  const std::string* text = entry.find_string(member);
  return text == nullptr || text->empty() ? "" : small(concat(before, isolated(*text)));
}

// "signed mail" for "signed_mail".
std::string in_words(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

// Digest and name of what somebody has dropped: the paper itself is kept elsewhere.
std::string evidence_of(const Json& entry) {
  const Json* list = entry.find("evidence");
  if (list == nullptr || list->as_array() == nullptr) return "";
  std::string html;
  for (const Json& file : *list->as_array()) {
    const std::string* name = file.find_string("name");
    const std::string* kind = file.find_string("kind");
    const std::string* digest = file.find_string("sha256");
    append(html, small(concat("Evidence: ", kind == nullptr ? "" : isolated(in_words(*kind)),
                              name == nullptr ? "" : concat(" ", isolated(*name)),
                              digest == nullptr ? "" : concat(", SHA-256 ", number_words(*digest)),
                              digest != nullptr && is_of_empty_file(*digest) ? ". The file is empty (0 bytes)." : "")));
  }
  return html;
}

std::string how_of(const Json& entry) {
  const std::string* how = entry.find_string("how");
  return how == nullptr || how->empty() || *how == "in_tool" ? "" : small(concat("How: ", isolated(in_words(*how))));
}

std::string entry_words(const Source& source, std::size_t i) {
  const RecordedCase& recorded = *source.recorded;
  const ChainEntry& entry = recorded.chain.entries[i];
  const Json& written = *recorded.chain.marks[i].written;
  const std::string words = with_capital(words_of(entry));
  const bool is_sentence = words.ends_with('.') || words.ends_with('!') || words.ends_with('?');
  std::string html = concat("<bdi>", breakable(words), is_sentence ? "" : ".", "</bdi>");
  if (entry.act == ChainAct::unknown) append(html, text_of(written, "act", "Act: "));
  append(html, changes_of(written), route_of(entry), text_of(written, "statement"), how_of(written),
         evidence_of(written));
  if (!counts(recorded, i)) append(html, "<div class=\"small\"><b>It counts nowhere.</b></div>");
  for (const std::string& remark : remarks_on(recorded, i)) append(html, small(breakable(remark)));
  return html;
}

constexpr std::string_view head_of_entries =
    "<h3>The entries</h3><table class=\"documents entries\"><caption class=\"hidden\">The entries of the chain, in "
    "their order</caption><thead><tr><th scope=\"col\" class=\"line\">No.</th><th scope=\"col\">Day</th><th "
    "scope=\"col\">What was recorded</th><th scope=\"col\">Digest</th></tr></thead><tbody>";

std::string entry_row(const RecordedCase& recorded, std::size_t i, std::string_view words) {
  const EntryMark& mark = recorded.chain.marks[i];
  return concat("<tr><td class=\"line\">", mark.n, "</td><td>", inert(day_words(recorded.chain.entries[i].on)),
                "</td><td>", words, "</td><td>", number_words(head_words(mark.digest)), "</td></tr>");
}

std::string entries_of(const Source& source) {
  const RecordedCase& recorded = *source.recorded;
  std::string html(head_of_entries);
  for (std::size_t i = 0; i < recorded.chain.entries.size(); ++i) {
    append(html, entry_row(recorded, i, entry_words(source, i)));
  }
  return html + "</tbody></table>";
}

// ---- What does not hold ----

// What is wrong in an entry stands beside it.
std::string faults_of(const ReadChain& chain) {
  std::string html;
  if (chain.soundness == ChainSoundness::broken) {
    append(html,
           grave("The chain does not hold. What is marked below counts nowhere, and what follows on it neither."));
  }
  for (const PacketProblem& problem : chain.problems) {
    if (!problem.field.starts_with("chain.entries.")) append(html, grave(concat(problem.field, ": ", problem.message)));
  }
  return html;
}

// ---- A copy without names ----

std::string act_of_redacted(const RecordedCase& recorded, std::size_t i) {
  const std::string* act = recorded.chain.marks[i].written->find_string("act");
  const std::optional<ChainStep> step = recorded.chain.entries[i].step;
  return concat(act == nullptr ? std::string() : isolated(*act), step ? concat(", ", inert(words_of(*step))) : "");
}

std::string redacted_history(const Source& source) {
  const RecordedCase& recorded = *source.recorded;
  std::string html = concat("<div class=\"finding grave\"><p>", words_of_redacted(), "</p></div>", head_of_entries);
  for (std::size_t i = 0; i < recorded.chain.entries.size(); ++i) {
    append(html, entry_row(recorded, i, act_of_redacted(recorded, i)));
  }
  return html + "</tbody></table>";
}

}  // namespace

std::string words_of_redacted() {
  return concat("The chain is ", words_of_redacted_chain);
}

std::string history(const Source& source) {
  if (source.recorded == nullptr) return "<p class=\"note\">The packet has no chain: nothing is recorded in it.</p>";
  const RecordedCase& recorded = *source.recorded;
  if (source.has_redacted_chain()) return redacted_history(source);
  std::string html = concat(faults_of(recorded.chain), where_it_is(source));
  if (const std::optional<PacketProblem> typed = typed_not_recorded(source.packet)) {
    append(html, "<p class=\"note\">", inert(typed->message), "</p>");
  }
  append(html, ladder(source), changed_since(source));
  for (const std::string& one : figures_by_other_rates(recorded, source.packet, source.assessment)) {
    append(html, "<p class=\"note\">", inert_sentence(one), "</p>");
  }
  append(html, entries_of(source), "<div class=\"together\"><p><b>", limit_of_the_chain, "</b></p>");
  if (!recorded.chain.after.empty()) {
    append(html, "<p>It continues a chain that ended with ", number_words(head_words(recorded.chain.after)), ".</p>");
  }
  if (!recorded.chain.head().empty()) {
    append(html, "<p>Its head, which is on each page of this print: <b>",
           number_words(head_words(recorded.chain.head())), "</b>.</p>");
  }
  return html + "</div>";
}

}  // namespace ftt::print
