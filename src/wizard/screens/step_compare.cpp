// Compare two packets: a file against the packet at hand, or two files; what differs, old beside new.
//
// Covers answers, rates and results in the order of the form. Does not say which packet is right.
#include <string>
#include <utility>

#include "base/text.h"
#include "packet/compare.h"
#include "view/build.h"
#include "wizard/screens/act_button.h"
#include "wizard/screens/packet_nodes.h"
#include "wizard/screens/step_views.h"

namespace ftt {
namespace {

// The file, or the packet at hand where there is none.
struct Side {
  std::string name;
  const Packet& packet;
  std::vector<Difference> differences;  // of its file
};

// "Rivera, Dana · Revision 3, May 5, 2025"
std::string words_of(const Packet& packet) {
  return concat(name_of(packet.answers), " · ",
                ftt::words_of(PacketName{packet.id, packet.revision, packet.prepared_on, packet.is_sample, {}}));
}

// A place for a file, which says what was put there.
Node file_place(std::string_view id, std::string_view label, const std::optional<ComparedPacket>& file) {
  Node node = build::field(std::string(id), InputType::file, std::string(label), file ? file->file_name : "");
  if (file) node.hint = words_of(file->opened.packet);
  return node;
}

Side side_of(const SessionData& data, const std::optional<ComparedPacket>& file) {
  if (file) return {file->file_name, file->opened.packet, differences_in(data, file->opened)};
  return {"the open packet", data.packet, data.file_differences};
}

void add_side(Node& main, std::string_view id, std::string_view which, const Side& side) {
  Node text = build::text(std::string(id), std::string(which));
  text.value = concat(side.name, " · ", words_of(side.packet));
  main.children.push_back(std::move(text));
  const std::string verdict = verdict_of(side.differences);
  if (verdict.empty()) return;
  const Tone tone = leave_doubt(side.differences) ? Tone::warning : Tone::information;
  main.children.push_back(build::finding(concat(id, ".verdict"), tone, verdict));
}

void add_comparison(Node& main, const SessionData& data, const Side& from, const Side& to) {
  const Comparison comparison =
      compare(from.packet, assessment_of(data, from.packet), to.packet, assessment_of(data, to.packet));
  main.children.push_back(build::heading("compare.heading", 2, "What differs"));
  add_side(main, "compare.from", "Old", from);
  add_side(main, "compare.to", "New", to);
  if (are_alike(comparison)) {
    const bool is_good = !leave_doubt(from.differences) && !leave_doubt(to.differences);
    main.children.push_back(build::finding("compare.alike", is_good ? Tone::success : Tone::information,
                                           "The two packets are the same in every answer, rate and result."));
    return;
  }
  add_changes(main, "compare.answers", "Answers", comparison.changes, ChangeKind::answer);
  add_changes(main, "compare.rates", "Rates", comparison.changes, ChangeKind::rate);
  add_changes(main, "compare.results", "Results", comparison.changes, ChangeKind::result);
  add_changes(main, "compare.recorded", "What was recorded", comparison.changes, ChangeKind::recorded);
}

}  // namespace

void add_compare(Node& main, const SessionData& data) {
  if (data.waiting) {
    return add_comparison(
        main, data, side_of(data, std::nullopt),
        {data.waiting->name(), data.waiting->opened.packet, differences_in(data, data.waiting->opened)});
  }
  main.children.push_back(
      build::text("compare.one_file",
                  "Choose two files, or one to compare it with the open packet. Neither is changed.", Tone::small));
  main.children.push_back(file_place("compare.old", "Older packet", data.compared_old));
  main.children.push_back(file_place("compare.new", "Newer packet", data.compared_new));
  if (!data.compared_old && !data.compared_new) return;
  add_comparison(main, data, side_of(data, data.compared_old), side_of(data, data.compared_new));
  main.children.push_back(act_button(action("compare.again"), "Compare other packets"));
}

}  // namespace ftt
