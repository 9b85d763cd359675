// What is done where a button is pressed, one function an act or some acts that are alike (press.cpp says which is
// which).
//
// Does not appear in any other layer.
#pragma once

#include <string_view>
#include <vector>

#include "wizard/acts/session.h"
#include "wizard/acts/session_state.h"
#include "wizard/state/actions.h"

namespace ftt {

struct Press {
  ActionId action;
  std::string_view about;  // what stands for the star in the act's id
  std::vector<Effect>& effects;
};

// Does what the button stands for. The person's typing is settled.
void press_button(Session::State&, const Act&, std::vector<Effect>&);

namespace deeds {

// Of the whole screen, and from step to step (session.cpp).
void go_on(Session::State&, const Press&);
void go_back(Session::State&, const Press&);
void go_back_to_answers(Session::State&, const Press&);
void switch_view(Session::State&, const Press&);
void switch_references(Session::State&, const Press&);
void choose_file(Session::State&, const Press&);
void show_help(Session::State&, const Press&);
void close_help(Session::State&, const Press&);
void close_restatement(Session::State&, const Press&);
void close_notice(Session::State&, const Press&);
void close_failed_file(Session::State&, const Press&);
void begin_task(Session::State&, const Press&);
void prepare_packet(Session::State&, const Press&);
void go_on_to_topic(Session::State&, const Press&);
// Of what is tried beside the packet (session_what_if.cpp).
void try_nothing(Session::State&, const Press&);
void take_tried(Session::State&, const Press&);
// Back to what was before the last change (session_ways.cpp).
void undo(Session::State&, const Press&);
void take_share(Session::State&, const Press&);
void fill_in(Session::State&, const Press&);
// Of the help beside a field (session_help.cpp).
void take_transit(Session::State&, const Press&);
void take_relocation(Session::State&, const Press&);
void insert_figure(Session::State&, const Press&);
// Of the estimate (session_estimate.cpp).
void take_estimate(Session::State&, const Press&);
void confirm_assumptions(Session::State&, const Press&);
void copy_estimate(Session::State&, const Press&);
void copy_link(Session::State&, const Press&);
// Of a file that waits to be opened (session_open.cpp).
void open_waiting_file(Session::State&, const Press&);
void leave_waiting_file(Session::State&, const Press&);
void merge_waiting_file(Session::State&, const Press&);
void open_sample(Session::State&, const Press&);
void show_cases(Session::State&, const Press&);
void show_accessibility(Session::State&, const Press&);
// Of the packet as a whole (session_packet.cpp).
void begin_recruit(Session::State&, const Press&);
void begin_recruit_anew(Session::State&, const Press&);
void keep_packet(Session::State&, const Press&);
void review_this(Session::State&, const Press&);
void walk_again(Session::State&, const Press&);
void take_outcome(Session::State&, const Press&);
void compare_again(Session::State&, const Press&);
void begin_anew(Session::State&, const Press&);
void begin_replacement(Session::State&, const Press&);
void add_actual(Session::State&, const Press&);
void remove_actual(Session::State&, const Press&);
// Of the chain (session_chain.cpp).
void begin_act(Session::State&, const Press&);
void leave_act(Session::State&, const Press&);
void record_act(Session::State&, const Press&);
void remove_evidence(Session::State&, const Press&);
void copy_mail(Session::State&, const Press&);
void begin_updated_request(Session::State&, const Press&);
void turn_page_of_entries(Session::State&, const Press&);
// Of many packets (session_inbox.cpp).
void choose_many_files(Session::State&, const Press&);
void cancel_inbox(Session::State&, const Press&);
void turn_page_of_inbox(Session::State&, const Press&);
void open_from_inbox(Session::State&, const Press&);
// Of the report on many packets (session_report.cpp).
void choose_for_report(Session::State&, const Press&);
void leave_out_of_report(Session::State&, const Press&);
void make_report(Session::State&, const Press&);
void cancel_report(Session::State&, const Press&);
void turn_page_of_report(Session::State&, const Press&);
void save_report(Session::State&, const Press&);
void save_template_of_sheet(Session::State&, const Press&);
// Of the files that are made (session_files.cpp).
void save_packet(Session::State&, const Press&);
void save_page(Session::State&, const Press&);
void print_packet(Session::State&, const Press&);
void print_parts(Session::State&, const Press&);
void print_estimate(Session::State&, const Press&);
void print_record(Session::State&, const Press&);
void ask_for_moment(Session::State&, const Press&);
void ask_for_due_date(Session::State&, const Press&);
// Of what is kept on the device (session_keeping.cpp).
void open_kept(Session::State&, const Press&);
void ask_about_forgetting(Session::State&, const Press&);
void forget(Session::State&, const Press&);
void forget_nothing(Session::State&, const Press&);
void begin_another(Session::State&, const Press&);
void begin_another_anew(Session::State&, const Press&);
void save_aside(Session::State&, const Press&);
void check_privacy(Session::State&, const Press&);

}  // namespace deeds
}  // namespace ftt
