// Concurrences and decision: Parts J to M as they are typed, or, once something of the chain is recorded, the ladder of
// HRM 6040.2 ¶9: who did what on what answers, what stands and why not, and the one act that is possible now.
//
// Covers App. A, Parts J to M, and ¶9, ¶9a to ¶9c. Does not judge the chain (rules/chain.h), and does not show an act
// before it is recorded (step_act.cpp does) nor what is handed on (hand_on.cpp).
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "form/field.h"
#include "packet/chain_report.h"
#include "packet/recorded_case.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/chain_nodes.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/policy_nodes.h"
#include "wizard/screens/step_views.h"
#include "wizard/state/chain_act.h"

namespace ftt {
namespace {

// ---- Without entries: Parts J to M as they are typed ----

void add_way_to_begin(Node& main, const SessionData& data) {
  const std::vector<ChainMove> moves = possible_moves(data);
  if (moves.empty()) return;
  const std::string* after = data.packet.chain.is_null() ? nullptr : data.packet.chain.find_string("after");
  if (after != nullptr) {
    main.children.push_back(
        labeled("chain.after", "This is a new round, after the one with the head", head_words(*after)));
  }
  main.children.push_back(build::text(
      "chain.begin.words",
      "Or let the packet keep its own record: who acted, when, and on which answers. The concurrences and the decision "
      "then come from that record.",
      Tone::small));
  Node acts = build::group("chain.begin", "Keep a record in the packet", Arrange::toolbar);
  for (const ChainMove& move : moves) {
    if (move.act == ChainAct::note || move.act == ChainAct::withdrawn) continue;
    acts.children.push_back(act_button_about(action("chain.act:*"), id_of(move), words_of(move)));
  }
  main.children.push_back(std::move(acts));
}

void add_worksite_change(Node& main, const SessionData& data) {
  main.children.push_back(
      build::heading("concurrences.part_m", 2, with_part(data, "Part M", "Change of official worksite")));
  add_row(main, data, "worksite_change", {Leaf::worksite_change_proposed, Leaf::worksite_change_completed});
}

void add_budget_contact(Node& main, const SessionData& data) {
  main.children.push_back(build::heading("concurrences.budget", 2, "Before it goes to the servicing HR Director"));
  add_composite(main, data, "record.budget_contact", Arrange::card);
}

void add_typed(Node& main, const SessionData& data) {
  main.children.push_back(build::text("concurrences.print",
                                      "People sign the printed form. Type the names, titles, decisions and dates here.",
                                      Tone::small));
  add_way_to_begin(main, data);
  add_row(main, data, "concurrences.clocks",
          {Leaf::clock_requested_on, Leaf::clock_hr_received_on, Leaf::clock_deputy_received_on});
  main.children.push_back(build::heading("concurrences.part_j", 2, with_part(data, "Part J", "Concurring supervisor")));
  add_composite(main, data, "concurring_supervisor", Arrange::card);
  // The part has one card, and its name stands above it already.
  main.children.back().label = "Supervisor of the employee, or of the position to be filled";
  main.children.push_back(build::heading("concurrences.part_k", 2, with_part(data, "Part K", "Concurrences")));
  for (const std::string_view field :
       {"concurrences.supervisor", "concurrences.second_level", "concurrences.third_level", "concurrences.executive",
        "concurrences.hr_director", "concurrences.deputy_administrator"}) {
    add_composite(main, data, field, Arrange::card);
  }
  add_budget_contact(main, data);
  main.children.push_back(
      build::heading("concurrences.part_l", 2, with_part(data, "Part L", "Approval or disapproval")));
  add_leaf(main, data, Leaf::determination_outcome);
  add_leaf(main, data, Leaf::determination_date);
  add_worksite_change(main, data);
}

// ---- The ladder ----

Tone tone_of(const ChainStatus& status) {
  if (status.state == ChainState::approved) return Tone::success;
  const bool is_over = status.state == ChainState::denied || status.state == ChainState::withdrawn;
  return is_over || status.lateness == Lateness::late ? Tone::warning : Tone::information;
}

void add_state(Node& main, const SessionData& data) {
  const RecordedCase& recorded = *data.recorded;
  const ChainStatus& status = recorded.status;
  if (recorded.chain.soundness == ChainSoundness::redacted) {
    main.children.push_back(
        build::finding("chain.redacted", Tone::information, concat("The chain is ", words_of_redacted_chain)));
    return;
  }
  const bool is_approved = status.state == ChainState::approved;
  Node now = build::finding(
      "chain.now", tone_of(status),
      is_approved ? concat(status.is_ending ? "The recommendation to end it was approved on " : "Approved on ",
                           day_words(status.approved_on), ".")
                  : concat(with_capital(words_of(status.state)), ". ", status.in_words.message));
  now.cite = std::string(status.in_words.cite.text());
  if (!status.in_words.next.empty()) {
    now.children.push_back(labeled("chain.next", "Next", status.in_words.next));
  }
  if (status.is_ending) now.children.push_back(labeled("chain.matter", "It is about", "ending the arrangement (¶11b)"));
  if (status.requested_again_on) {
    now.children.push_back(
        labeled("chain.requested_again", "Requested again on", to_display(*status.requested_again_on)));
  }
  if (status.due) now.children.push_back(labeled("chain.due", "Due", to_display(*status.due)));
  if (status.due_if_stopped) {
    now.children.push_back(
        labeled("chain.due_if_stopped", "Due if the clock stood still", to_display(*status.due_if_stopped)));
  }
  if (status.approved_on && status.state != ChainState::approved) {
    now.children.push_back(labeled("chain.was_approved", "Was approved on", to_display(*status.approved_on)));
  }
  if (std::string other = words_of_other_approval(status); !other.empty()) {
    now.children.push_back(build::text("chain.other_approval", std::move(other)));
  }
  main.children.push_back(std::move(now));
}

void add_chain_problems(Node& main, const SessionData& data) {
  const std::vector<PacketProblem>& problems = data.recorded->chain.problems;
  if (problems.empty()) return;
  const ChainSoundness soundness = data.recorded->chain.soundness;
  const bool is_sound = soundness == ChainSoundness::sound;
  Node found = build::finding("chain.problems", is_sound ? Tone::warning : Tone::error,
                              is_sound ? "Something about its entries is odd. It is kept as it is."
                              : soundness == ChainSoundness::unverifiable
                                  ? "This chain cannot be verified, so nothing of it counts. Fix the places below."
                                  : "This chain does not hold from the first place below. Ask for a copy that does.");
  // Of a long chain that breaks early each entry behind it is one; what is to be done is the same for all.
  constexpr std::size_t most_shown = 20;
  const std::size_t shown = std::min(problems.size(), most_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    found.children.push_back(
        build::text(concat("chain.problem:", i + 1), concat(problems[i].field, ": ", problems[i].message)));
  }
  if (const std::size_t more = problems.size() - shown; more > 0) {
    found.children.push_back(
        build::text("chain.problems.more", concat("And ", with_thousands_commas(static_cast<long long>(more)),
                                                  more == 1 ? " more place." : " more places.")));
  }
  main.children.push_back(std::move(found));
}

// The one act that is possible now, and the others behind it.
void add_moves(Node& main, const SessionData& data) {
  const std::vector<ChainMove> moves = possible_moves(data);
  if (moves.empty()) return;
  const bool is_over =
      moves.front().act == ChainAct::note || moves.front().act == ChainAct::withdrawn ||
      (data.recorded->status.state == ChainState::approved && !data.recorded->status.requested_again_on);
  std::size_t first = 0;
  if (!is_over) {
    main.children.push_back(
        act_button_about(action("chain.act:*"), id_of(moves.front()), words_of(moves.front()), Tone::primary));
    first = 1;
  }
  if (moves.size() == first) return;
  Node others = build::disclosure("chain.others", is_over ? "What else you can record" : "Record something else",
                                  is_open(data, "chain.others"));
  if (others.flags.expanded) {
    Node acts = build::group("chain.others.acts", "Record something else", Arrange::stack);
    for (std::size_t i = first; i < moves.size(); ++i) {
      acts.children.push_back(act_button_about(action("chain.act:*"), id_of(moves[i]), words_of(moves[i])));
    }
    others.children.push_back(std::move(acts));
  }
  main.children.push_back(std::move(others));
}

// ¶9: an updated request begins anew, under an id of its own.
void add_anew_after_end(Node& main, const SessionData& data) {
  const ChainState state = data.recorded->status.state;
  if (state != ChainState::denied && state != ChainState::withdrawn) return;
  if (data.access == Access::read_only || data.packet.is_redacted) return;
  if (data.is_changed()) {
    main.children.push_back(build::text(
        "chain.anew.words", "To start an updated request from this packet, save this packet first.", Tone::small));
  } else {
    main.children.push_back(act_button(action("chain.anew"), "Start an updated request", Tone::primary));
  }
}

std::string state_of_step(const SessionData& data, ChainStep step) {
  const RecordedCase& recorded = *data.recorded;
  const StepStanding& one = recorded.standing.steps[number_of(step)];
  const ChainStatus& status = recorded.status;
  if (!one.applies) return "Not applicable";
  if (one.stands()) {
    return concat("Concurred on ", day_words(recorded.chain.entries[*one.given].on), ". It counts.");
  }
  if (one.given) return words_of_void(recorded, step, data.packet);
  if (recorded.standing.ended) {
    const ChainEntry& end = recorded.chain.entries[*recorded.standing.ended];
    if (end.act == ChainAct::denied && end.step == step) return concat("Denied on ", day_words(end.on), ".");
    return "Not reached";
  }
  if (recorded.standing.holder != step) return "Waiting";
  return status.since ? concat("Has it since ", to_display_without_weekday(*status.since), ".")
                      : std::string("Has it now.");
}

// The last entry for the step, whatever came of it.
std::optional<std::size_t> last_entry_of(const RecordedCase& recorded, ChainStep step) {
  for (std::size_t i = recorded.chain.entries.size(); i-- > 0;) {
    const ChainEntry& entry = recorded.chain.entries[i];
    if (entry.step == step && entry.is_sound && entry.act != ChainAct::reassigned) return i;
  }
  return std::nullopt;
}

void add_step_of_ladder(Node& main, const SessionData& data, ChainStep step) {
  const RecordedCase& recorded = *data.recorded;
  const StepStanding& one = recorded.standing.steps[number_of(step)];
  const std::string id = concat("chain.step.", name_of(step));
  Node card = build::group(id, heading_of(step), Arrange::card);
  if (one.applies && !one.who.name.empty()) card.children.push_back(labeled(id + ".who", "Who", words_of(one.who)));
  Node state = labeled(id + ".state", "State", state_of_step(data, step));
  if (one.given && !one.stands()) {
    state = build::finding(id + ".void", Tone::warning, state_of_step(data, step));
  }
  card.children.push_back(std::move(state));
  if (const std::optional<std::size_t> last = last_entry_of(recorded, step)) {
    const std::size_t shown = one.given.value_or(*last);
    card.children.push_back(labeled(id + ".did", "What was recorded", words_of_entry(recorded, shown)));
    add_seen(card, recorded, shown, id);
    add_changed_since(card, data, *last, id, "What has changed since they last looked");
  }
  main.children.push_back(std::move(card));
}

void add_entries(Node& main, const SessionData& data) {
  const RecordedCase& recorded = *data.recorded;
  Node list = build::disclosure("chain.entries", "Every entry", is_open(data, "chain.entries"));
  list.value = concat(recorded.chain.entries.size());
  if (list.flags.expanded) {
    const std::size_t count = recorded.chain.entries.size();
    const std::size_t first = data.first_entry();
    const std::string which = count > most_on_page ? words_on_entries(first, count) : std::string("Every entry");
    Node table = build::table("chain.entries.table", concat(which, ", the first one first"),
                              {{"No.", Align::end}, {"Day"}, {"What was recorded"}, {"Remarks"}});
    for (std::size_t i = first; i < end_of_page(first, count); ++i) {
      std::string remarks;
      for (const ChainRemark& remark : recorded.standing.remarks) {
        if (remark.entry == i) append(remarks, remarks.empty() ? "" : " ", remark.message);
      }
      if (!recorded.chain.entries[i].is_sound && recorded.chain.soundness != ChainSoundness::redacted) {
        append(remarks, remarks.empty() ? "" : " ", "It does not hold, and counts nowhere.");
      }
      table.rows.push_back({concat("entry.", i),
                            {concat(recorded.chain.marks[i].n), day_words(recorded.chain.entries[i].on),
                             with_capital(words_of(recorded.chain.entries[i])), remarks},
                            false});
    }
    list.children.push_back(std::move(table));
    add_pages(list,
              {"chain.entries.pages", "More entries", action("chain.entries.previous"), action("chain.entries.next")},
              first, count);
    if (!recorded.chain.head().empty()) {
      list.children.push_back(labeled("chain.head", "Head", head_words(recorded.chain.head())));
    }
  }
  main.children.push_back(std::move(list));
}

void add_not_recorded(Node& main, const SessionData& data) {
  const std::vector<Leaf>& typed = data.recorded->not_recorded;
  if (typed.empty()) return;
  Node list = build::disclosure("chain.typed", "Typed, not recorded", is_open(data, "chain.typed"));
  list.value = concat(typed.size());
  if (list.flags.expanded) {
    list.children.push_back(
        build::text("chain.typed.words",
                    "These stay in the file as they were typed. Beside the record they do not count.", Tone::small));
    for (const Leaf leaf : typed) {
      list.children.push_back(labeled(concat("chain.typed:", info(leaf).id), name_of_field(data, info(leaf).id),
                                      shown_text(leaf, data.packet.answers)));
    }
  }
  main.children.push_back(std::move(list));
}

void add_ladder(Node& main, const SessionData& data) {
  const RecordedCase& recorded = *data.recorded;
  add_not_continued(main, data);
  add_state(main, data);
  add_chain_problems(main, data);
  add_moves(main, data);
  add_anew_after_end(main, data);
  std::size_t number = 0;
  for (const std::string& words : figures_by_other_rates(recorded, data.packet, data.assessment)) {
    main.children.push_back(build::finding(concat("chain.figures:", ++number), Tone::information, words));
  }
  add_hand_on(main, data);
  if (recorded.standing.submitted) {
    main.children.push_back(build::heading("chain.ladder", 2, "Step by step"));
    for (const ChainStep step : chain_steps) add_step_of_ladder(main, data, step);
  }
  add_entries(main, data);
  add_not_recorded(main, data);
  main.children.push_back(build::text("chain.limit", std::string(limit_of_the_chain), Tone::small));
  add_budget_contact(main, data);
  add_worksite_change(main, data);
}

}  // namespace

void add_concurrences(Node& main, const SessionData& data) {
  if (data.act) return add_act(main, data);
  if (data.recorded != nullptr) return add_ladder(main, data);
  add_not_continued(main, data);
  add_typed(main, data);
}

}  // namespace ftt
