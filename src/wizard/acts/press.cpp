// Which deed each act of the table is, and no act without one.
//
// Does not do any of it.
#include <array>
#include <cstddef>

#include "wizard/acts/deeds.h"

namespace ftt {
namespace {

struct Deed {
  ActionId action;
  void (*act)(Session::State&, const Press&);
};

constexpr auto all_deeds = std::to_array<Deed>({
    {action("accessibility.open"), deeds::show_accessibility},
    {action("actions.back"), deeds::go_back},
    {action("actions.check"), deeds::go_back_to_answers},
    {action("actions.next"), deeds::go_on},
    {action("actuals.*.remove"), deeds::remove_actual},
    {action("actuals.add"), deeds::add_actual},
    {action("anew.begin"), deeds::begin_anew},
    {action("another.begin"), deeds::begin_another_anew},
    {action("another.keep"), deeds::keep_packet},
    {action("assumed.confirm"), deeds::confirm_assumptions},
    {action("banner.help"), deeds::show_help},
    {action("banner.open"), deeds::choose_file},
    {action("banner.print"), deeds::print_packet},
    {action("banner.references"), deeds::switch_references},
    {action("banner.save"), deeds::save_packet},
    {action("banner.switch"), deeds::switch_view},
    {action("banner.undo"), deeds::undo},
    {action("cases.open"), deeds::show_cases},
    {action("chain.act:*"), deeds::begin_act},
    {action("chain.anew"), deeds::begin_updated_request},
    {action("chain.copy_mail"), deeds::copy_mail},
    {action("chain.date"), deeds::ask_for_due_date},
    {action("chain.entries.next"), deeds::turn_page_of_entries},
    {action("chain.entries.previous"), deeds::turn_page_of_entries},
    {action("chain.evidence.*.remove"), deeds::remove_evidence},
    {action("chain.leave"), deeds::leave_act},
    {action("chain.record"), deeds::record_act},
    {action("chain.save"), deeds::save_packet},
    {action("change.again"), deeds::walk_again},
    {action("change.begin_new"), deeds::begin_replacement},
    {action("change.print"), deeds::print_record},
    {action("change.save"), deeds::save_packet},
    {action("check.dates.save"), deeds::ask_for_moment},
    {action("check.fill"), deeds::fill_in},
    {action("check.page"), deeds::save_page},
    {action("check.print"), deeds::print_packet},
    {action("check.save"), deeds::save_packet},
    {action("compare.again"), deeds::compare_again},
    {action("estimate.copy"), deeds::copy_estimate},
    {action("estimate.link"), deeds::copy_link},
    {action("estimate.packet"), deeds::take_estimate},
    {action("estimate.print"), deeds::print_estimate},
    {action("help.accessibility"), deeds::show_accessibility},
    {action("help.cases"), deeds::show_cases},
    {action("help.close"), deeds::close_help},
    {action("help.privacy"), deeds::check_privacy},
    {action("helper.take"), deeds::take_transit},
    {action("helper.take_sum"), deeds::take_relocation},
    {action("inbox.cancel"), deeds::cancel_inbox},
    {action("inbox.files"), deeds::choose_many_files},
    {action("inbox.folder"), deeds::choose_many_files},
    {action("inbox.next"), deeds::turn_page_of_inbox},
    {action("inbox.previous"), deeds::turn_page_of_inbox},
    {action("inbox.table/*"), deeds::open_from_inbox},
    {action("kept.anew"), deeds::begin_another},
    {action("kept.forget:*"), deeds::ask_about_forgetting},
    {action("kept.forget_all"), deeds::ask_about_forgetting},
    {action("kept.forget_this"), deeds::ask_about_forgetting},
    {action("kept.no"), deeds::forget_nothing},
    {action("kept.open:*"), deeds::open_kept},
    {action("kept.save_aside"), deeds::save_aside},
    {action("kept.yes"), deeds::forget},
    {action("main.notice.close"), deeds::close_notice},
    {action("open.compare"), deeds::begin_task},
    {action("open.failed.close"), deeds::close_failed_file},
    {action("open.keep"), deeds::leave_waiting_file},
    {action("open.merge"), deeds::merge_waiting_file},
    {action("open.replace"), deeds::open_waiting_file},
    {action("print.chosen"), deeds::print_parts},
    {action("recruit.begin"), deeds::begin_recruit_anew},
    {action("recruit.keep"), deeds::keep_packet},
    {action("report.cancel"), deeds::cancel_report},
    {action("report.files"), deeds::choose_for_report},
    {action("report.folder"), deeds::choose_for_report},
    {action("report.make"), deeds::make_report},
    {action("report.next:*"), deeds::turn_page_of_report},
    {action("report.previous:*"), deeds::turn_page_of_report},
    {action("report.save:*"), deeds::save_report},
    {action("report.template:*"), deeds::save_template_of_sheet},
    {action("report.without:*"), deeds::leave_out_of_report},
    {action("restatement.close"), deeds::close_restatement},
    {action("review.take"), deeds::take_outcome},
    {action("review.this"), deeds::review_this},
    {action("sample.open"), deeds::open_sample},
    {action("start.estimate"), deeds::begin_task},
    {action("start.packet"), deeds::prepare_packet},
    {action("start.eligibility"), deeds::begin_task},
    {action("start.review"), deeds::begin_task},
    {action("start.recruit"), deeds::begin_recruit},
    {action("start.change"), deeds::begin_task},
    {action("start.compare"), deeds::begin_task},
    {action("start.inbox"), deeds::begin_task},
    {action("start.report"), deeds::begin_task},
    {action("topic.next"), deeds::go_on_to_topic},
    {action("topic.on"), deeds::go_on},
    {action("travel.take_share"), deeds::take_share},
    {action("what_if.reset"), deeds::try_nothing},
    {action("what_if.take"), deeds::take_tried},
    {action("writing.insert:*"), deeds::insert_figure},
});

// In the order of the table, so that each act is here once and its number finds it.
constexpr bool is_each_act_here() {
  for (std::size_t i = 0; i < all_deeds.size(); ++i) {
    if (all_deeds[i].action.number() != i) return false;
  }
  return all_deeds.size() == action_ids.size();
}
static_assert(is_each_act_here());

}  // namespace

void press_button(Session::State& state, const Act& act, std::vector<Effect>& effects) {
  all_deeds[act.action.number()].act(state, {act.action, act.about, effects});
}

}  // namespace ftt
