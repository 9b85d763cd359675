// Start, and the estimate from a few answers.
//
// Covers what can be done here and now, from an estimate to comparing packets. Does not offer anything else.
#include <array>
#include <string>
#include <utility>

#include "base/text.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/fields.h"
#include "wizard/screens/frame.h"
#include "wizard/screens/kept.h"
#include "wizard/screens/packet_nodes.h"
#include "wizard/screens/step_views.h"
#include "wizard/screens/work.h"

namespace ftt {
namespace {

bool is_recruit_at_hand(const SessionData& data) {
  const Known<Action> action = data.packet.answers.action();
  return action.has_value() && action.value() == Action::recruit;
}

}  // namespace

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
  offer(action("start.estimate"), "Estimate a cost",
        "Answer a few questions to see how much more or less GSA would spend a year.");
  offer(action("start.packet"), data.is_changed() ? "Continue this packet" : "Prepare a packet",
        "Fill in the Analysis Tool and the agreements. Save, print and send them.");
  offer(action("start.eligibility"), "See if it can be done", "Go through the order's conditions one topic at a time.");
  offer(action("start.review"), "Annual review", "Start from last year's packet and see what has changed.");
  offer(action("start.recruit"), "Recruit agreement",
        is_recruit_at_hand(data) ? "For someone hired as a full-time teleworker. Continues the open packet."
                                 : "For someone hired as a full-time teleworker. Starts a new packet for the recruit.");
  offer(action("start.change"), "End or change an arrangement",
        "A few questions: must it end, what is offered, who pays for the move?");
  offer(action("start.compare"), "Compare two packets", "See old and new side by side.");
  offer(action("start.inbox"), "Look through many packets", "A folder of packets: who has each, since when, how late.");
  offer(action("start.report"), "Report on many packets",
        "The order's report to human resources (OHRM): who teleworks full time, travel by half-year, reviews, costs.");
  offer(action("sample.open"), "Open a sample packet", "Look around in a finished packet of an invented person.");
  offer(action("cases.open"), "See ten worked cases",
        "For example a recruit, a review, a move and an ending. Each has its answer, figures and file.");
  Node open = build::field("start.file", InputType::file, "Open a saved packet", "");
  open.hint = "A saved packet (.json) or a saved page (.html). It stays on this computer.";
  main.children.push_back(std::move(open));
  add_kept(main, data);
  add_anew(main, data);
  main.children.push_back(build::text(
      "start.decides", "The tool calculates figures and keeps the form's answers. It does not approve an arrangement.",
      Tone::muted));
  main.children.push_back(act_button(action("accessibility.open"), "Accessibility", Tone::plain));
}

std::string_view words_on_copying(const SessionData& data) {
  if (data.copied == id_of(action("estimate.link"))) {
    return "The link is copied. Anyone who opens it sees this estimate. It has no names in it.";
  }
  if (data.copied == id_of(action("chain.copy_mail"))) return "The mail text is copied.";
  if (data.copied == id_of(action("estimate.copy"))) return "The text is copied.";
  if (data.surroundings.is_file) {
    return "The page and the text have no names in them. You opened this form from a file, so there is no link that "
           "others could open.";
  }
  return data.surroundings.has_address() ? "The page, the text and the link have no names in them."
                                         : "The page and the text have no names in them.";
}

// Paper, text and a link: all of them are the page's to hand over.
void add_ways_out(Node& main, const SessionData& data) {
  Node tools = build::group("estimate.out", "Your estimate", Arrange::toolbar);
  tools.children = {act_button(action("estimate.print"), "Print the estimate"),
                    act_button(action("estimate.copy"), "Copy as text")};
  // In somebody else's page the address is that page's own; that of a file is of use to nobody else.
  if (data.surroundings.has_address()) tools.children.push_back(act_button(action("estimate.link"), "Copy link"));
  main.children.push_back(std::move(tools));
  main.children.push_back(build::text("estimate.copied", std::string(words_on_copying(data)), Tone::small));
}

void add_estimate(Node& main, const SessionData& data) {
  const Known<Nights> nights = data.packet.answers.nights(Leaf::travel_budget_nights);
  const bool are_day_trips = nights.has_value() && nights.value() == Nights();
  add_place_field(main, data, requested_worksite);
  add_place_field(main, data, agency_worksite);
  add_row(main, data, "estimate.position", {Leaf::position_grade, Leaf::position_step});
  add_row(main, data, "estimate.trips", {Leaf::travel_budget_trips, Leaf::travel_budget_nights});
  if (are_day_trips) add_way_to_count(main, data);
  add_leaf(main, data, Leaf::travel_budget_transport);
  add_leaf(main, data, Leaf::additional_transit_savings);
  add_transit_helper(main, data);
  main.children.push_back(build::heading("estimate.result", 2, "The estimate"));
  add_answer(main, data);
  if (!are_day_trips && data.assessment.worksheet.readings_differ) {
    main.children.push_back(build::heading("estimate.count", 3, "How trips are counted"));
    add_way_to_count(main, data);
  }
  add_assumed(main.children, data);
  main.children.push_back(build::heading("estimate.lines", 3, "How it was calculated"));
  for (const Line line : {Line::locality_pay_difference, Line::travel_budget_annual, Line::additional_total,
                          Line::cost_benefit_net_annual_change}) {
    add_work(main, data, line);
  }
  add_ways_out(main, data);
  main.children.push_back(act_button(action("estimate.packet"), "Turn this into a packet", Tone::primary));
}

}  // namespace ftt
