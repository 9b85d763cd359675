// Start, and the estimate from six answers.
//
// Covers what can be done here and now, from an estimate to comparing packets. Does not offer anything else.
#include <array>
#include <string>
#include <utility>

#include "base/text.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/kept.h"
#include "wizard/screens/packet_nodes.h"
#include "wizard/screens/step_views.h"
#include "wizard/screens/work.h"

namespace ftt {

void add_start(Node& main, const SessionData& data) {
  const Edition& edition = edition_of(data.packet);
  main.children.push_back(build::finding(
      "start.edition", Tone::information,
      concat("This tool follows GSA Order ", edition.name, " of ", to_display_without_weekday(edition.day),
             ". GSA has written newer telework orders since (in 2021, 2024 and 2025), which change when full-time "
             "telework is open to someone. Check which order applies to you.")));
  main.children.push_back(build::heading("start.question", 2, "What do you want to do?"));
  const auto offer = [&](ActionId task, std::string label, std::string detail) {
    Node button = act_button(task, std::move(label));
    button.detail = std::move(detail);
    main.children.push_back(std::move(button));
  };
  offer(action("start.estimate"), "Estimate a cost", "Six answers, and you see what it costs or saves a year.");
  offer(action("start.packet"), data.is_changed() ? "Go on with this packet" : "Prepare a packet",
        "The Analysis Tool and the agreements, to save, print and send on.");
  offer(action("start.eligibility"), "See whether it can be done",
        "The order's conditions, one topic at a time, with the paragraph that decides.");
  offer(action("start.review"), "Yearly review", "Begins from last year's packet and says what has changed.");
  offer(action("start.recruit"), "Recruit agreement", "For someone hired as a full-time teleworker.");
  offer(action("start.change"), "End or change an arrangement",
        "Must it end, what is offered, who pays the move: a few questions.");
  offer(action("start.compare"), "Compare two packets", "Old beside new, by what they say.");
  Node open = build::field("start.file", InputType::file, "Go on with a packet: open a file", "");
  open.hint = "A saved packet (.json) or a saved page (.html). It stays on this computer.";
  main.children.push_back(std::move(open));
  add_kept(main, data);
  add_anew(main, data);
  main.children.push_back(build::text(
      "start.decides",
      "The tool works out figures and keeps the form's answers. It does not decide whether an arrangement is approved.",
      Tone::muted));
}

void add_estimate(Node& main, const SessionData& data) {
  add_row(main, data, "estimate.position", {Leaf::position_grade, Leaf::position_step});
  add_place_field(main, data, requested_worksite);
  add_place_field(main, data, agency_worksite);
  add_row(main, data, "estimate.trips", {Leaf::travel_budget_trips, Leaf::travel_budget_nights});
  add_leaf(main, data, Leaf::travel_budget_transport);
  add_leaf(main, data, Leaf::additional_transit_savings);
  add_transit_helper(main, data);
  main.children.push_back(build::heading("estimate.result", 2, "The first figure"));
  for (const Line line : {Line::locality_pay_difference, Line::travel_budget_annual, Line::additional_total,
                          Line::cost_benefit_net_annual_change}) {
    add_work(main, data, line);
  }
  main.children.push_back(
      build::text("estimate.assumed",
                  "Assumed here: the General Schedule where no other pay plan is given, no additional costs per trip "
                  "where none are given, and per diem from the table for the agency worksite.",
                  Tone::small));
  main.children.push_back(act_button(action("estimate.packet"), "Turn this into a packet", Tone::primary));
}

}  // namespace ftt
