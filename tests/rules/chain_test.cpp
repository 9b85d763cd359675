// What stands of a recorded chain, who holds it, since when and by when (HRM 6040.2 ¶9).
#include "rules/chain.h"

#include "base/text.h"
#include "rules/approval.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

using Entries = std::vector<ChainEntry>;

constexpr Date a_monday = calendar_date(2026, 12, 7);
const Date today = calendar_date(2027, 3, 1);

// Each entry follows the one before it, a day later, Monday to Friday.
Entries& add(Entries& entries, ChainEntry entry) {
  if (!entries.empty() && entry.follows.empty()) entry.follows = {entries.size() - 1};
  if (!entry.on) {
    const WorkCalendar calendar;
    entry.on = calendar.add_work_days(a_monday, static_cast<int>(entries.size()));
  }
  entries.push_back(std::move(entry));
  return entries;
}

ChainEntry act(ChainAct what, std::optional<ChainStep> step = std::nullopt, std::string_view saw = "A") {
  ChainEntry entry;
  entry.act = what;
  entry.step = step;
  entry.saw_content = saw;
  entry.by = {"Sam Doe", "Title"};
  if (what == ChainAct::denied || what == ChainAct::withdrawn) entry.reason = "No travel money.";
  return entry;
}

ChainEntry returned_to(ChainStep to, ChainStep from, std::string_view saw = "A") {
  ChainEntry entry = act(ChainAct::returned, from, saw);
  entry.to_step = to;
  entry.reason = "Mend Part E.";
  return entry;
}

// Supervisor, executive, HR Director, Deputy Administrator.
ChainEntry submitted() {
  ChainEntry entry = act(ChainAct::submitted);
  ChainRoute route;
  route.stops[number_of(ChainStep::second_level)].applies = false;
  route.stops[number_of(ChainStep::third_level)].applies = false;
  route.stops[number_of(ChainStep::executive)].who = {"Kim Roe", "Regional Commissioner"};
  entry.route = route;
  return entry;
}

Entries begun() {
  Entries entries;
  add(entries, act(ChainAct::requested));
  return add(entries, submitted());
}

Entries through_executive(std::string_view saw = "A") {
  Entries entries = begun();
  add(entries, act(ChainAct::concurred, ChainStep::supervisor, saw));
  return add(entries, act(ChainAct::concurred, ChainStep::executive, saw));
}

Entries chain_of_approval() {
  Entries entries = through_executive();
  add(entries, act(ChainAct::received, ChainStep::hr_director));
  add(entries, act(ChainAct::concurred, ChainStep::hr_director));
  add(entries, act(ChainAct::received, ChainStep::deputy_administrator));
  return add(entries, act(ChainAct::concurred, ChainStep::deputy_administrator));
}

ChainStanding standing(const Entries& entries, std::string_view present = "A") {
  return find_standing(entries, present, on(today));
}

ChainStatus status(const Entries& entries, std::string_view present = "A", Date day = today) {
  return find_chain_status(Answers(), entries, find_standing(entries, present, on(day)), on(day));
}

// The steps that stand, by their names.
std::string stand(const Entries& entries, std::string_view present = "A") {
  const ChainStanding found = standing(entries, present);
  std::string names;
  for (const ChainStep step : chain_steps) {
    if (found.steps[number_of(step)].stands()) append(names, names.empty() ? "" : " ", name_of(step));
  }
  return names;
}

}  // namespace

TEST_SUITE("rules: the chain") {
  TEST_CASE("each act and each step has one name") {
    for (int i = 0; i < static_cast<int>(ChainAct::unknown); ++i) {
      CHECK(chain_act_of(name_of(static_cast<ChainAct>(i))) == static_cast<ChainAct>(i));
    }
    CHECK(chain_act_of("blessed") == ChainAct::unknown);
    CHECK(chain_act_of("") == ChainAct::unknown);
    for (const ChainStep step : chain_steps) CHECK(chain_step_of(name_of(step)) == step);
    CHECK_FALSE(chain_step_of("clerk").has_value());
  }

  TEST_CASE("¶9: it goes from step to step of its route, and is approved once all have concurred") {
    CHECK(status({}).state == ChainState::draft);
    Entries entries = begun();
    CHECK(standing(entries).holder == ChainStep::supervisor);
    CHECK(status(entries).state == ChainState::in_chain);
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    CHECK(standing(entries).holder == ChainStep::executive);
    CHECK(status(entries).who.name == "Kim Roe");
    CHECK(status(through_executive()).state == ChainState::at_hr);
    CHECK(status(chain_of_approval()).state == ChainState::approved);
    CHECK(status(chain_of_approval()).approved_on == chain_of_approval().back().on);
    CHECK_FALSE(standing(chain_of_approval()).holder.has_value());
  }

  TEST_CASE("an edit voids every concurrence given before it and the steps that follow on those; undone, all stand") {
    const Entries entries = chain_of_approval();
    CHECK(stand(entries, "A") == "supervisor executive hr_director deputy_administrator");
    CHECK(stand(entries, "B").empty());
    CHECK(standing(entries, "B").steps[0].why == WhyVoid::other_content);
    CHECK(standing(entries, "B").holder == ChainStep::supervisor);
    CHECK(status(entries, "B").state == ChainState::in_chain);
    CHECK(status(entries, "B").approved_on == entries.back().on);
    CHECK(stand(entries, "").empty());  // content that cannot be sealed
  }

  TEST_CASE("a later concurrence on the present content stands again once the earlier ones are renewed") {
    Entries entries = begun();
    add(entries, act(ChainAct::concurred, ChainStep::supervisor, "A"));
    add(entries, act(ChainAct::edited, std::nullopt, "B"));
    add(entries, act(ChainAct::concurred, ChainStep::supervisor, "B"));
    add(entries, act(ChainAct::concurred, ChainStep::executive, "B"));
    add(entries, act(ChainAct::edited, std::nullopt, "C"));
    add(entries, act(ChainAct::concurred, ChainStep::supervisor, "C"));
    CHECK(stand(entries, "C") == "supervisor");
    add(entries, act(ChainAct::edited, std::nullopt, "B"));
    CHECK(stand(entries, "B").empty());
    CHECK(standing(entries, "B").steps[number_of(ChainStep::executive)].why == WhyVoid::earlier_step);
    add(entries, act(ChainAct::concurred, ChainStep::supervisor, "B"));
    CHECK(stand(entries, "B") == "supervisor executive");
  }

  TEST_CASE("returned from HR to the first step: the whole way again, without a change and with one") {
    Entries entries = through_executive();
    add(entries, act(ChainAct::received, ChainStep::hr_director));
    add(entries, returned_to(ChainStep::supervisor, ChainStep::hr_director));
    CHECK(status(entries).state == ChainState::returned);
    CHECK(status(entries).reason == "Mend Part E.");
    for (const std::string_view content : {"A", "B"}) {
      CAPTURE(content);
      CHECK(stand(entries, content).empty());
      CHECK(standing(entries, content).holder == ChainStep::supervisor);
      Entries again = entries;
      add(again, act(ChainAct::concurred, ChainStep::supervisor, content));
      CHECK(status(again, content).state == ChainState::in_chain);
      CHECK(standing(again, content).holder == ChainStep::executive);
      add(again, act(ChainAct::concurred, ChainStep::executive, content));
      CHECK(status(again, content).state == ChainState::at_hr);
    }
  }

  TEST_CASE("returned: whether the clock of 20 work days ran on or stopped the order does not say; both are given") {
    Entries entries;
    add(entries, act(ChainAct::requested)).back().on = calendar_date(2027, 1, 4);
    add(entries, submitted()).back().on = calendar_date(2027, 1, 5);
    add(entries, act(ChainAct::concurred, ChainStep::supervisor)).back().on = calendar_date(2027, 1, 6);
    CHECK(status(entries).due == calendar_date(2027, 2, 2));  // Martin Luther King, Jr., is passed over
    CHECK_FALSE(status(entries).due_if_stopped.has_value());
    add(entries, act(ChainAct::concurred, ChainStep::executive)).back().on = calendar_date(2027, 1, 11);
    add(entries, act(ChainAct::received, ChainStep::hr_director)).back().on = calendar_date(2027, 1, 12);
    CHECK(status(entries).due == calendar_date(2027, 1, 22));
    add(entries, returned_to(ChainStep::supervisor, ChainStep::hr_director)).back().on = calendar_date(2027, 1, 14);
    CHECK(status(entries).since == calendar_date(2027, 1, 14));
    CHECK(status(entries).due == calendar_date(2027, 2, 2));
    CHECK(status(entries).due_if_stopped == calendar_date(2027, 2, 5));  // 15 work days were left
    CHECK(status(entries).lateness == Lateness::late);
    add(entries, act(ChainAct::concurred, ChainStep::supervisor)).back().on = calendar_date(2027, 1, 19);
    add(entries, act(ChainAct::concurred, ChainStep::executive)).back().on = calendar_date(2027, 1, 20);
    add(entries, act(ChainAct::received, ChainStep::hr_director)).back().on = calendar_date(2027, 1, 21);
    CHECK(status(entries).due == calendar_date(2027, 1, 22));
    CHECK(status(entries).due_if_stopped == calendar_date(2027, 2, 1));
  }

  TEST_CASE("¶9a: the 20 days run from the first request where that was earlier than its entry") {
    Entries entries;
    ChainEntry request = act(ChainAct::requested);
    request.on = calendar_date(2027, 1, 11);
    request.requested_on = calendar_date(2027, 1, 4);
    add(entries, request);
    add(entries, submitted()).back().on = calendar_date(2027, 1, 12);
    CHECK(status(entries).due == calendar_date(2027, 2, 2));
    CHECK(status(entries, "A", calendar_date(2027, 2, 2)).lateness == Lateness::due_today);
    CHECK(status(entries, "A", calendar_date(2027, 2, 4)).work_days_late == 2);
    entries[0].requested_on = calendar_date(2027, 1, 13);
    CHECK(status(entries).due == calendar_date(2027, 2, 9));
  }

  TEST_CASE("¶9c: at HR no clock runs before it is received; the 7 and the 21 work days run from each receipt") {
    CHECK_FALSE(status(through_executive()).due.has_value());
    CHECK(status(through_executive()).since == through_executive().back().on);
    Entries entries = through_executive();
    add(entries, act(ChainAct::received, ChainStep::hr_director)).back().on = calendar_date(2027, 1, 12);
    CHECK(status(entries).due == calendar_date(2027, 1, 22));
    add(entries, act(ChainAct::concurred, ChainStep::hr_director)).back().on = calendar_date(2027, 1, 13);
    CHECK_FALSE(status(entries).due.has_value());
    add(entries, act(ChainAct::received, ChainStep::deputy_administrator)).back().on = calendar_date(2027, 1, 14);
    CHECK(status(entries).due == calendar_date(2027, 2, 16));
    Entries early = begun();
    add(early, act(ChainAct::received, ChainStep::supervisor));
    REQUIRE(standing(early).remarks.size() == 1);
    CHECK(standing(early).remarks[0].rule == ChainRule::receipt);
  }

  TEST_CASE("a denial with its reason ends the chain; behind it only a note counts") {
    Entries entries = begun();
    add(entries, act(ChainAct::denied, ChainStep::supervisor));
    CHECK(status(entries).state == ChainState::denied);
    CHECK(status(entries).reason == "No travel money.");
    add(entries, act(ChainAct::note));
    CHECK(standing(entries).remarks.empty());
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    CHECK(status(entries).state == ChainState::denied);
    REQUIRE(standing(entries).remarks.size() == 1);
    CHECK(standing(entries).remarks[0].counts_nowhere);
    CHECK(standing(entries).remarks[0].entry == 4);
    CHECK_FALSE(why_not_now(ChainAct::concurred, ChainStep::supervisor, standing(entries)).empty());
    CHECK(why_not_now(ChainAct::note, std::nullopt, standing(entries)).empty());
  }

  TEST_CASE("withdrawn: it ends the chain, before it was submitted too") {
    Entries entries;
    add(entries, act(ChainAct::requested));
    add(entries, act(ChainAct::withdrawn));
    CHECK(status(entries).state == ChainState::withdrawn);
  }

  TEST_CASE("a step out of order counts nowhere, also once its turn has come") {
    Entries entries = begun();
    add(entries, act(ChainAct::concurred, ChainStep::executive));
    CHECK(standing(entries).holder == ChainStep::supervisor);
    CHECK_FALSE(why_not_now(ChainAct::concurred, ChainStep::executive, standing(begun())).empty());
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    CHECK(stand(entries) == "supervisor");
    REQUIRE(standing(entries).remarks.size() == 1);
    CHECK(standing(entries).remarks[0].member == "step");
    CHECK(contains_ignoring_ascii_case(standing(entries).remarks[0].message, "immediate supervisor held it"));
  }

  TEST_CASE("a second concurrence of a step that has concurred is out of order") {
    Entries entries = begun();
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    CHECK(stand(entries) == "supervisor");
    CHECK(standing(entries).remarks.size() == 1);
  }

  TEST_CASE("after an edit a later holder can return it or deny it, and not concur") {
    Entries entries = through_executive("A");
    const ChainStanding edited = standing(entries, "B");
    CHECK_FALSE(why_not_now(ChainAct::concurred, ChainStep::hr_director, edited).empty());
    CHECK(why_not_now(ChainAct::returned, ChainStep::hr_director, edited).empty());
    CHECK(why_not_now(ChainAct::denied, ChainStep::hr_director, edited).empty());
    add(entries, act(ChainAct::edited, std::nullopt, "B"));
    add(entries, act(ChainAct::concurred, ChainStep::hr_director, "B"));
    CHECK(standing(entries, "B").remarks.size() == 1);
    add(entries, returned_to(ChainStep::supervisor, ChainStep::hr_director, "B"));
    CHECK(status(entries, "B").state == ChainState::returned);
  }

  TEST_CASE("after an edit a later holder's receipt starts no clock; it was not the packet that the first step has") {
    Entries entries = through_executive("A");
    CHECK_FALSE(why_not_now(ChainAct::received, ChainStep::hr_director, standing(entries, "B")).empty());
    CHECK(why_not_now(ChainAct::reassigned, ChainStep::hr_director, standing(entries, "B")).empty());
    add(entries, act(ChainAct::edited, std::nullopt, "B"));
    add(entries, act(ChainAct::received, ChainStep::hr_director, "B"));
    REQUIRE(standing(entries, "B").remarks.size() == 1);
    CHECK(standing(entries, "B").remarks[0].counts_nowhere);
  }

  TEST_CASE(
      "submitted again, the first step holds it and every concurrence is to be given anew; a return is answered") {
    Entries entries = through_executive();
    add(entries, returned_to(ChainStep::supervisor, ChainStep::hr_director));
    ChainEntry again = submitted();
    again.route->stops[number_of(ChainStep::third_level)] = {true, {"Lee Poe", ""}};
    add(entries, again);
    CHECK(stand(entries).empty());
    CHECK(standing(entries).holder == ChainStep::supervisor);
    CHECK(status(entries).state == ChainState::in_chain);
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    CHECK(standing(entries).holder == ChainStep::third_level);
    CHECK(status(entries).who.name == "Lee Poe");
  }

  TEST_CASE("¶11b: a recommendation to end goes the same way, and no concurrence on the arrangement counts for it") {
    Entries entries = chain_of_approval();
    ChainEntry ending = submitted();
    ending.is_ending = true;
    add(entries, ending);
    CHECK(status(entries).is_ending);
    CHECK(status(entries).state == ChainState::in_chain);
    CHECK(stand(entries).empty());
    // The clocks of the arrangement are none of its end.
    CHECK_FALSE(status(entries).due.has_value());
    Entries at_hr = entries;
    add(at_hr, act(ChainAct::concurred, ChainStep::supervisor));
    add(at_hr, act(ChainAct::concurred, ChainStep::executive));
    CHECK(status(at_hr).state == ChainState::at_hr);
    CHECK_FALSE(status(at_hr).due.has_value());
    add(at_hr, act(ChainAct::received, ChainStep::hr_director));
    const WorkCalendar calendar;
    CHECK(status(at_hr).due == calendar.add_work_days(*at_hr.back().on, 7));
    for (const ChainStep step :
         {ChainStep::supervisor, ChainStep::executive, ChainStep::hr_director, ChainStep::deputy_administrator}) {
      add(entries, act(ChainAct::concurred, step));
    }
    CHECK(status(entries).state == ChainState::approved);
    CHECK(status(entries).in_words.message == "The recommendation to end the arrangement is approved.");
    CHECK(status(entries).in_words.next == "Write down from when the end is effective.");
    // Both decisions, each with its day.
    CHECK(status(entries).approved_on == entries.back().on);
    CHECK(status(at_hr).other_approved_on == chain_of_approval().back().on);
    CHECK(status(entries).other_approved_on == chain_of_approval().back().on);
    CHECK_FALSE(status(chain_of_approval()).other_approved_on.has_value());
    add(entries, submitted());
    CHECK_FALSE(status(entries).is_ending);
    CHECK(status(entries).other_approved_on == entries[entries.size() - 2].on);
    Entries denied = at_hr;
    add(denied, act(ChainAct::denied, ChainStep::hr_director));
    CHECK(status(denied).state == ChainState::denied);
    CHECK(status(denied).other_approved_on == chain_of_approval().back().on);
  }

  TEST_CASE("¶9a: behind an approval a new request starts the 20 work days anew, and the receipts before it no clock") {
    const WorkCalendar calendar;
    Entries entries = chain_of_approval();
    const ChainStatus before = status(entries);
    add(entries, act(ChainAct::requested));
    const Date anew = *entries.back().on;
    // Before it is submitted: the approval stands, and the supervisor has the new request.
    const ChainStatus requested = status(entries);
    CHECK(requested.state == ChainState::approved);
    CHECK(requested.approved_on == before.approved_on);
    CHECK(requested.requested_again_on == anew);
    CHECK(requested.holder == HolderKind::immediate_supervisor);
    CHECK(requested.due == calendar.add_work_days(anew, 20));
    const Answers decided = answers_by_chain(Answers(), entries, standing(entries));
    CHECK(decided.text(Leaf::clock_requested_on) == "2026-12-07");
    CHECK(find_approval(decided).breaks.empty());
    add(entries, submitted());
    CHECK(status(entries).state == ChainState::in_chain);
    CHECK(status(entries).due == calendar.add_work_days(anew, 20));
    CHECK_FALSE(status(entries).requested_again_on.has_value());
    // A second request of the same round is not the first.
    add(entries, act(ChainAct::requested));
    CHECK(status(entries).due == calendar.add_work_days(anew, 20));
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    add(entries, act(ChainAct::concurred, ChainStep::executive));
    CHECK_FALSE(status(entries).due.has_value());
    CHECK_FALSE(status(entries).due_if_stopped.has_value());
    add(entries, act(ChainAct::received, ChainStep::hr_director));
    CHECK(status(entries).due == calendar.add_work_days(*entries.back().on, 7));
    add(entries, act(ChainAct::concurred, ChainStep::hr_director));
    add(entries, act(ChainAct::concurred, ChainStep::deputy_administrator));
    const Answers renewed = answers_by_chain(Answers(), entries, standing(entries));
    CHECK(renewed.text(Leaf::clock_requested_on) == to_iso(anew));
    CHECK(find_approval(renewed).breaks.empty());
  }

  TEST_CASE("¶9a: edited behind an approval the new request counts; submitted anew without one no clock is known") {
    const WorkCalendar calendar;
    Entries edited = chain_of_approval();
    add(edited, act(ChainAct::edited, std::nullopt, "B"));
    CHECK(status(edited, "B").due == calendar.add_work_days(a_monday, 20));
    add(edited, act(ChainAct::requested, std::nullopt, "B"));
    CHECK(status(edited, "B").due == calendar.add_work_days(*edited.back().on, 20));
    Entries without = chain_of_approval();
    add(without, submitted());
    CHECK_FALSE(status(without).due.has_value());
    // What a denial or a withdrawal has ended is requested in a new packet.
    Entries denied = begun();
    add(denied, act(ChainAct::denied, ChainStep::supervisor));
    add(denied, act(ChainAct::requested));
    CHECK(standing(denied).remarks.back().counts_nowhere);
    CHECK(status(denied).state == ChainState::denied);
    // ¶11b: the request behind the submission of an end is that of the arrangement which is submitted next.
    Entries of_both = chain_of_approval();
    ChainEntry ending = submitted();
    ending.is_ending = true;
    add(of_both, ending);
    add(of_both, act(ChainAct::requested));
    const Date again = *of_both.back().on;
    add(of_both, submitted());
    CHECK(status(of_both).due == calendar.add_work_days(again, 20));
  }

  TEST_CASE("what can be done now: what is due first, all else behind it, and nothing that would be refused") {
    const auto now = [](const Entries& entries, std::string_view present = "A", bool has_request = true) {
      std::string names;
      const ChainStanding found = standing(entries, present);
      for (const PossibleAct& one : acts_now(entries, found, has_request)) {
        CHECK(why_not_now(one.act, one.step, found).empty());
        append(names, names.empty() ? "" : " ", name_of(one.act), one.step ? ":" : "",
               one.step ? name_of(*one.step) : "");
      }
      return names;
    };
    CHECK(now({}) == "requested submitted withdrawn note");
    CHECK(now({}, "A", false) == "submitted withdrawn note");
    CHECK(now(begun()) == "concurred:supervisor denied:supervisor reassigned:supervisor submitted withdrawn note");
    CHECK(now(through_executive()) ==
          "received:hr_director concurred:hr_director denied:hr_director returned:hr_director reassigned:hr_director "
          "submitted withdrawn note");
    Entries received = through_executive();
    add(received, act(ChainAct::received, ChainStep::hr_director));
    CHECK(now(received) ==
          "concurred:hr_director denied:hr_director returned:hr_director received:hr_director reassigned:hr_director "
          "submitted withdrawn note");
    // What counts nowhere takes no receipt back.
    add(received, act(ChainAct::concurred, ChainStep::deputy_administrator));
    CHECK(now(received).starts_with("concurred:hr_director"));
    CHECK(now(through_executive(), "B") ==
          "concurred:supervisor denied:supervisor reassigned:supervisor denied:hr_director returned:hr_director "
          "reassigned:hr_director submitted withdrawn note");
    CHECK(now(chain_of_approval()) == "requested submitted withdrawn note");
    CHECK(now(chain_of_approval(), "A", false) == "submitted withdrawn note");
    Entries anew = chain_of_approval();
    add(anew, act(ChainAct::requested));
    CHECK(now(anew) == "submitted withdrawn note");
    Entries denied = begun();
    add(denied, act(ChainAct::denied, ChainStep::supervisor));
    CHECK(now(denied) == "note");
  }

  TEST_CASE("dates never void: before its predecessor, to come or a day off, each is named and the entry counts") {
    Entries entries = begun();
    add(entries, act(ChainAct::concurred, ChainStep::supervisor)).back().on = calendar_date(2026, 12, 6);
    REQUIRE(standing(entries).remarks.size() == 2);
    CHECK(standing(entries).remarks[0].member == "on");
    CHECK(stand(entries) == "supervisor");
    entries.back().on = calendar_date(2028, 1, 4);
    CHECK(standing(entries).remarks.size() == 1);
    CHECK(stand(entries) == "supervisor");
  }

  TEST_CASE("reassigned: another holds the step; one person may take two steps, and act for another") {
    Entries entries = begun();
    ChainEntry moved = act(ChainAct::reassigned, ChainStep::supervisor);
    moved.reason = "On leave.";
    moved.to_step = ChainStep::supervisor;
    moved.to_name = "Office of Human Resources";
    add(entries, moved);
    CHECK(status(entries).who.name == "Office of Human Resources");
    CHECK(status(entries).since == entries.back().on);
    ChainEntry acting = act(ChainAct::concurred, ChainStep::supervisor);
    acting.on_behalf_of = {"Kim Roe", "Director"};
    acting.authority = "acting";
    add(entries, acting);
    add(entries, act(ChainAct::concurred, ChainStep::executive));
    CHECK(stand(entries) == "supervisor executive");
  }

  TEST_CASE("an act of a newer version is named and never counts; an unsound entry counts nowhere") {
    Entries entries = begun();
    add(entries, act(ChainAct::unknown, ChainStep::supervisor));
    CHECK(standing(entries).holder == ChainStep::supervisor);
    REQUIRE(standing(entries).remarks.size() == 1);
    CHECK(standing(entries).remarks[0].member == "act");
    Entries broken = through_executive();
    broken[3].is_sound = false;
    CHECK(stand(broken) == "supervisor");
  }

  TEST_CASE("two tails under one merged entry: a denial or return on either side stays") {
    Entries entries = begun();
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    add(entries, act(ChainAct::denied, ChainStep::supervisor)).back().follows = {1};
    ChainEntry merged = act(ChainAct::merged);
    merged.follows = {2, 3};
    add(entries, merged);
    CHECK(status(entries).state == ChainState::denied);

    Entries returned = through_executive();
    add(returned, returned_to(ChainStep::supervisor, ChainStep::hr_director));
    add(returned, act(ChainAct::concurred, ChainStep::hr_director)).back().follows = {3};
    merged.follows = {4, 5};
    add(returned, merged);
    CHECK(stand(returned).empty());
  }

  TEST_CASE(
      "two tails, each with a return and concurrences behind it: neither saw the other's return, and none counts") {
    Entries entries = begun();
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    for (int tail = 0; tail < 2; ++tail) {
      add(entries, returned_to(ChainStep::supervisor, ChainStep::executive));
      if (tail == 1) entries.back().follows = {2};
      add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    }
    ChainEntry merged = act(ChainAct::merged);
    merged.follows = {4, 6};
    add(entries, merged);
    CHECK(stand(entries).empty());
    CHECK(status(entries).state == ChainState::returned);
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    CHECK(stand(entries) == "supervisor");
  }

  TEST_CASE("two tails, a return on the first in the list and a concurrence on the second: the return ends it") {
    Entries entries = begun();
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    add(entries, returned_to(ChainStep::supervisor, ChainStep::executive));
    add(entries, act(ChainAct::concurred, ChainStep::executive)).back().follows = {2};
    ChainEntry merged = act(ChainAct::merged);
    merged.follows = {3, 4};
    add(entries, merged);
    CHECK(stand(entries).empty());
    CHECK(standing(entries).holder == ChainStep::supervisor);
  }

  TEST_CASE("two tails, on one of which it was only noted: what the other side did is taken") {
    Entries entries = through_executive();
    add(entries, returned_to(ChainStep::supervisor, ChainStep::hr_director));
    add(entries, act(ChainAct::concurred, ChainStep::supervisor));
    add(entries, act(ChainAct::note)).back().follows = {4};
    ChainEntry merged = act(ChainAct::merged);
    merged.follows = {5, 6};
    add(entries, merged);
    CHECK(stand(entries) == "supervisor");
    CHECK(status(entries).state == ChainState::in_chain);
  }

  TEST_CASE("clocks and Parts J to L come of the chain, and what was typed there does not count") {
    Answers typed;
    typed.set(Leaf::concurrences_executive_decision, "concur");
    typed.set(Leaf::clock_hr_received_on, "2026-01-05");
    typed.set(Leaf::determination_outcome, "approved");
    const Entries entries = begun();
    const Answers by_chain = answers_by_chain(typed, entries, standing(entries));
    CHECK(by_chain.is_empty(Leaf::concurrences_executive_decision));
    CHECK(by_chain.is_empty(Leaf::clock_hr_received_on));
    CHECK(by_chain.is_empty(Leaf::determination_outcome));
    CHECK(by_chain.text(Leaf::clock_requested_on) == "2026-12-07");
    CHECK(answers_by_chain(typed, {}, standing({})) == typed);
    const Entries all = chain_of_approval();
    const Answers decided = answers_by_chain(typed, all, standing(all));
    CHECK(find_approval(decided).state == ApprovalState::approved);
    CHECK(find_approval(decided).breaks.empty());
    CHECK(decided.text(Leaf::concurring_supervisor_name) == "Sam Doe");
  }

  TEST_CASE("approved after a return and the whole way again, the dates of Parts J to L still fit each other") {
    Entries entries = through_executive();
    add(entries, act(ChainAct::received, ChainStep::hr_director));
    add(entries, returned_to(ChainStep::supervisor, ChainStep::hr_director));
    for (const ChainStep step :
         {ChainStep::supervisor, ChainStep::executive, ChainStep::hr_director, ChainStep::deputy_administrator}) {
      if (step >= ChainStep::hr_director) add(entries, act(ChainAct::received, step));
      add(entries, act(ChainAct::concurred, step));
    }
    const Answers decided = answers_by_chain(Answers(), entries, standing(entries));
    CHECK(find_approval(decided).state == ApprovalState::approved);
    CHECK(find_approval(decided).breaks.empty());
  }

  TEST_CASE("without entries the typed Parts J to L give the state, not recorded") {
    const Answers typed = answers_of({{Leaf::clock_requested_on, "2026-06-12"}});
    const ChainStatus found = find_chain_status(typed, {}, standing({}), on(today));
    CHECK_FALSE(found.is_recorded);
    CHECK(found.state == ChainState::in_chain);
    CHECK(found.due == calendar_date(2026, 7, 14));
  }

  TEST_CASE("¶12: the phase, from start, end and what was written down of the end") {
    Answers answers;
    CHECK_FALSE(find_phase(answers, today).has_value());
    answers.set(Leaf::arrangement_term, "short");
    answers.set(Leaf::arrangement_start, "2027-02-01");
    answers.set(Leaf::arrangement_end, "2027-08-31");
    CHECK(find_phase(answers, calendar_date(2027, 1, 31)) == ArrangementPhase::not_begun);
    CHECK(find_phase(answers, calendar_date(2027, 8, 31)) == ArrangementPhase::active);
    CHECK(find_phase(answers, calendar_date(2027, 9, 1)) == ArrangementPhase::ended);
  }

  TEST_CASE("2,000 entries are walked once") {
    Entries entries = begun();
    while (entries.size() < 2000) add(entries, act(ChainAct::note)).back().on = a_monday;
    CHECK(standing(entries).holder == ChainStep::supervisor);
  }
}
