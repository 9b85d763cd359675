// Opening a packet: with work in progress the session asks first; a file that is no packet changes nothing.
//
// Covers "Packet": what the file says otherwise is listed line by line, a newer version opens for reading only.
// Does not read bytes itself (read_packet does).
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "packet/packet.h"
#include "wizard/acts/session.h"
#include "wizard/acts/session_state.h"

namespace ftt {
namespace {

Tone tone_of(Severity severity) {
  return severity == Severity::error ? Tone::error : Tone::warning;
}

std::string words_of_problem(std::string_view field, std::string_view message) {
  return field.empty() ? std::string(message) : concat(name_among_forms(field), ": ", message);
}

}  // namespace

void Session::State::take_packet(OpenedPacket opened, std::string file_name) {
  AtHand at_hand;
  at_hand.packet = opened.packet;
  at_hand.access = opened.access;
  at_hand.access_notice = opened.notice;
  at_hand.saved_answers = opened.packet.answers;
  at_hand.saved_name = std::move(file_name);
  at_hand.saved_revision = opened.packet.revision;
  // All of its problems are shown: nobody is in the middle of typing them.
  for (const LeafInfo& leaf : leaves()) {
    at_hand.left.emplace(leaf.id);
    at_hand.left.emplace(leaf.field);
  }
  data.put_at_hand(std::move(at_hand));
  data.step = Step::check;
  assess_again();
  for (const PacketProblem& problem : opened.problems) {
    data.file_findings.push_back(
        {tone_of(problem.severity), words_of_problem(problem.field, problem.message), problem.field});
  }
  for (const Difference& difference : differences(opened, data.assessment)) {
    data.file_findings.push_back(
        {Tone::warning, words_of_problem(difference.field, difference.message), difference.field});
  }
}

// Two packets without an id would be taken for one, by what is kept here and by a calendar.
void Session::State::identify(std::vector<Effect>& effects) const {
  if (!data.packet.id.empty()) return;
  Effect effect;
  effect.kind = EffectKind::identify;
  effects.push_back(std::move(effect));
}

void Session::State::answer_about_file(bool open_it, std::vector<Effect>& effects) {
  if (!data.waiting) return;
  Effect effect;
  effect.id = "main.heading";
  effects.push_back(std::move(effect));
  WaitingPacket waiting = std::move(*data.waiting);
  data.waiting.reset();
  if (open_it) {
    take_packet(std::move(waiting.opened), std::move(waiting.file_name));
    if (waiting.purpose == OpenedFor::review) review_it();
    identify(effects);
  } else if (data.step == Step::compare) {
    data.step = data.back_to;
  }
}

// What is written is the packet's own assessment, also while the estimate is on the screen with what it assumes.
std::string Session::State::written() const {
  const Packet packet = packet_to_save(data);
  return write_packet(
      packet, assess(data.rates, packet.answers, assessed_on(packet, data.today), data.settings, data.policy_settings));
}

std::vector<Effect> Session::open(std::string_view file_name, std::string_view bytes) {
  State& state = *state_;
  state.settle();
  const std::string field = std::exchange(state.data.file_field, {});
  const OpenedFor purpose = field == "review.file" ? OpenedFor::review : OpenedFor::going_on;
  std::vector<Effect> effects;
  Effect focus;
  const std::string name = is_valid_utf8(file_name) ? std::string(file_name) : std::string("the file");
  Result<OpenedPacket> opened = read_packet(bytes);
  if (!opened) {
    state.data.failed_file =
        concat(name.empty() ? "The file" : name, " was not opened; nothing has changed. ", to_string(opened.error()));
    focus.id = "open.failed";
  } else if (field == "compare.old" || field == "compare.new") {
    state.data.failed_file.clear();
    std::optional<ComparedPacket>& side = field == "compare.old" ? state.data.compared_old : state.data.compared_new;
    side = ComparedPacket{name, std::move(opened->packet)};
    focus.id = "compare.heading";
  } else if (state.data.is_changed() && state.data.access == Access::writable) {
    state.data.failed_file.clear();
    state.data.waiting = WaitingPacket{name, std::move(*opened), purpose};
    focus.id = "open.ask";
  } else {
    state.take_packet(std::move(*opened), name);
    if (purpose == OpenedFor::review) state.review_it();
    state.identify(effects);
    focus.id = "main.heading";
  }
  effects.push_back(std::move(focus));
  state.refresh(Problems::shown_anew);
  return effects;
}

}  // namespace ftt
