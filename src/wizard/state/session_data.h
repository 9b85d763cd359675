// What a session knows: the packet and what follows from it, where the person is, and what has been opened. The steps
// are described from this alone.
//
// Does not change anything by itself (session.cpp does) and is no part of what other layers see.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "form/field.h"
#include "packet/assess.h"
#include "packet/packet.h"
#include "packet/recorded_case.h"
#include "packet/seen_entries.h"
#include "rates/rates.h"
#include "rules/relocation_302.h"
#include "view/node.h"
#include "wizard/state/chain_act.h"
#include "wizard/state/inbox_list.h"
#include "wizard/state/list_page.h"
#include "wizard/state/shown_report.h"
#include "wizard/state/steps.h"
#include "wizard/state/surroundings.h"
#include "wizard/state/undo.h"
#include "wizard/state/width_class.h"

namespace ftt {

// The text of the one field that is being typed in, before it is left.
struct Draft {
  std::string id;
  std::string text;
  std::string shown;  // what the field showed before
  Answers kept;       // and what was kept then, which can be more: a field of one line shows no line break
};

// Something to say about a file that was opened; `field` leads to the place, where the screen has it.
struct FileFinding {
  Tone tone = Tone::warning;
  std::string message;
  std::string field;
};

// What a file is opened for.
enum class OpenedFor : std::uint8_t { going_on, review, estimate, prefilling };

// A packet that was read while another one is in progress.
struct WaitingPacket {
  std::string file_name;
  OpenedPacket opened;
  OpenedFor purpose = OpenedFor::going_on;

  // What it is called; answers that a page around the form gives have no file.
  std::string name() const {
    return file_name.empty() ? std::string("the answers from the page around this form") : file_name;
  }
};

// A packet that is looked at beside another one.
struct ComparedPacket {
  std::string file_name;
  OpenedPacket opened;
};

// A new packet that takes the place of the one at hand.
enum class NewPacket : std::uint8_t { recruit, another };

// What a file has of the packet.
struct MadeFile {
  Answers answers;
  std::string head;
  std::string name;
  std::optional<std::int64_t> revision;
};

// How far a step is (step_status.h).
struct StepStatus {
  StepState state = StepState::none;  // of a step that asks nothing of a packet
  std::uint32_t attention = 0;        // what is wrong, or warned of, on it
};

// The packet at hand and all that was done and opened beside it. Another packet begins with a fresh one of these, so
// that nothing of one packet can stay with the next.
struct AtHand {
  Packet packet;
  std::string kept_as;  // under which the page keeps it, where that is not its own id: a copy of one with a chain
  Access access = Access::writable;
  std::string access_notice;                   // why it can only be read, or what was left out of it
  Answers saved_answers;                       // as the last file has them, so that a change is known
  std::string saved_head;                      // and the head of the chain that it has
  std::string saved_name;                      // that file; empty where there is none yet
  std::optional<std::int64_t> saved_revision;  // as that file has it
  std::optional<bool> seal_fits;               // of that file; nothing where it has none
  std::optional<MadeFile> being_made;          // a saved page that the page around is still making
  std::string copied;                          // the act whose text the page has copied last; empty: none
  bool begun_here = true;                      // by this person, not by whoever sent a file
  std::string notice;                          // what there is to say of it

  Step step = Step::start;
  Step back_to = Step::start;          // where one was before a page beside the form
  std::optional<ActDraft> act;         // of the chain, that is about to be recorded
  std::string not_continued;           // why the opened chain does not continue what was seen of it here; else empty
  std::optional<MergingCopy> merging;  // where the act is to merge
  std::optional<std::size_t> entries_from;  // where the page of its entries begins that was turned to; else the last
  bool has_recorded = false;                // something was recorded here, and is to be handed on
  std::vector<ChainStep> stood;             // the concurrences that stood for this head when that was last said
  std::string stood_at;
  std::string changing;  // the node on Check that one has come from, to change an answer; empty: none
  std::string topic;     // of eligibility: the one that is asked now
  std::optional<Draft> draft;
  std::optional<Change> change;  // that is being made
  std::vector<Change> changes;   // that can be taken back, the last one last
  std::string suggested_for;     // the place that the suggestions are for
  PlaceSuggestions suggestions;
  Answers what_if;              // what is tried beside the packet, in the leaves of what it stands for
  std::string monthly_subsidy;  // the helper of line F1
  std::string months = "12";
  RelocationTexts relocation_texts;                  // the helper of Part H
  std::set<std::string, std::less<>> left;           // fields whose problems are shown
  std::vector<Problem> shown;                        // the problems as they were when a field was last left
  std::vector<CrossCheck> shown_checks;              // the same for what a reviewer would ask
  std::uint32_t review_attention = 0;                // and for what the yearly review finds
  std::vector<Leaf> left_open;                       // what the tool had filled in, and the person has emptied
  std::map<std::string, bool, std::less<>> open;     // disclosures that were opened or closed by hand
  std::map<std::string, bool, std::less<>> checked;  // boxes that were checked or opened by hand
  std::string explained;                             // the node whose citation is open; empty: none
  bool summary = false;                              // Next found errors on this step

  std::optional<NewPacket> asks_to_begin;  // the person is asked whether it takes the place of this one

  std::string forgetting;   // what the person is asked about: a packet's id, forget_all, forget_as_shared; else empty
  std::string failed_file;  // why a file could not be opened
  std::vector<FileFinding> file_findings;    // what in the opened file cannot be read
  std::vector<Difference> file_differences;  // what it says otherwise than its answers
  bool file_waits_for_rates = false;         // its figures are not compared before older tables are there
  std::optional<OpenedPacket> opened_file;   // as it was read; none once the page was loaded again
  bool is_saved_since_opening = false;
  std::optional<WaitingPacket> waiting;
  std::optional<ComparedPacket> compared_old;  // where there is none, the packet at hand stands in its place
  std::optional<ComparedPacket> compared_new;
};

// Beside the packet at hand: what the agency sets, what the page says, and what the person has heard and keeps open of
// the page itself.
struct SessionData : AtHand {
  SessionData(const Rates& all_rates, Date day, std::string packet_id) : rates(all_rates), today(day) {
    packet.id = std::move(packet_id);
  }

  // Another packet takes the place of the one at hand. Its assessment is brought up to date from the last one.
  void put_at_hand(AtHand another) {
    static_cast<AtHand&>(*this) = std::move(another);
    recorded = nullptr;
  }

  const Rates& rates;
  Date today;
  WidthClass width = WidthClass::wide;
  bool is_canvas_view = false;
  CalcSettings settings;                   // of the agency
  PolicySettings policy_settings;          // of the agency: closures, Inauguration Day, whom to ask
  Assessment assessment;                   // of the packet at hand
  const RecordedCase* recorded = nullptr;  // of the packet at hand; null where nothing is recorded
  std::vector<StepStatus> status;          // the same of each step, in the order of all_steps()

  bool help = false;
  std::string file_field;       // the one that the next file was chosen in
  std::string said_result;      // the result as the person has last heard it announced, of whichever packet
  std::string said_what_if;     // the same for what is tried
  std::string said_policy;      // and for whether it may be requested
  std::string to_say;           // what has become of concurrences, until it is announced
  bool wants_due_date = false;  // the moment that is asked for is that of the due date's file

  InboxList inbox;                      // the many packets that are looked through, of which nothing is kept
  ReportOnMany report;                  // the same for the report on many
  SeenEntries seen;                     // of all chains that were opened or recorded here
  std::optional<bool> form_references;  // as the person has switched them; else as the task has them

  PageSurroundings surroundings;
  std::string page_notice;  // what the page has to say

  // One notice stands on the screen at a time.
  std::string_view shown_notice() const { return notice.empty() ? page_notice : notice; }
  void clear_notices() {
    notice.clear();
    page_notice.clear();
  }

  const std::string& kept_id() const { return kept_as.empty() ? packet.id : kept_as; }
  std::string_view head() const { return recorded == nullptr ? std::string_view() : recorded->chain.head(); }
  // The first entry of the chain on the page that is shown.
  std::size_t first_entry() const {
    const std::size_t last_page = begin_of_last_page(recorded == nullptr ? 0 : recorded->chain.entries.size());
    return std::min(entries_from.value_or(last_page), last_page);
  }
  bool is_changed() const { return !(packet.answers == saved_answers) || head() != saved_head; }
  // Whether something was typed beside the answers: in a helper, or to be tried. It is kept with them, in no file.
  bool has_typed_beside() const {
    return !monthly_subsidy.empty() || !relocation_texts.empty() || !(what_if == Answers());
  }
  // Whether something of the person's is in no file, or lost, once another packet takes the place of the one at hand.
  bool has_unsaved_work() const;
};

// Whether the waiting file is a copy of the packet at hand, and something of both is recorded, so that they can be
// merged.
bool are_copies_to_merge(const SessionData&);

// Whose packet it is: "Kealoha, Ann", the employee or the recruit, else the position's title; else empty.
std::string known_name_of(const Answers&);
// The same, or that it has none.
std::string name_of(const Answers&);

// Whether a disclosure is open: as the person left it, else as the step has it.
bool is_open(const SessionData&, std::string_view id, bool otherwise = false);

// Whether a box is checked: as the person left it, else as the step has it.
bool is_checked(const SessionData&, std::string_view id, bool otherwise = false);

// Whether the packet goes through a step: a recruit's agreement and a yearly review are not for every packet.
bool is_on_the_way(const SessionData&, Step);
// The step that asks for a field or shows a line of the worksheet; nothing where no step does.
std::optional<Step> step_of_field(std::string_view field);
// Whether the form's items and the paragraphs are cited: as switched, else for whoever looks at a file of another
// person, and never on the estimate.
bool shows_form_references(const SessionData&);
// To whom the questions speak: to the employee, but where the supervisor prepares the packet, or somebody reads it.
Voice voice_of(const SessionData&);
// "E11 A year of trips" with form references, "A year of trips" without.
std::string with_item(const SessionData&, std::string_view item, std::string_view words);
// "Part B. Employee" with form references, "Employee" without.
std::string with_part(const SessionData&, std::string_view part, std::string_view words);
// "Grade: not answered yet", "Where is your office? Not answered yet": what is said of a thing, behind its name.
std::string said_of(std::string_view name, std::string_view words);

// Whether the record of the chain answers a field, and nobody types it any more.
bool comes_from_record(const SessionData&, std::string_view field);
// The node that answers a field: itself, the place that it is a part of, or the disclosure that shows the line.
std::string node_of_field(std::string_view field);
// "How many nights is a trip, on average?"; with form references "E8 Average number of nights per trip".
std::string name_of_field(const SessionData&, std::string_view field);
// The same beside fields of the other forms: "App. C, A1 Middle initial", "Recruit agreement, Middle initial".
std::string name_among_forms(const SessionData&, std::string_view field);

// Whether a problem is a cross-check, which is shown with its reason and not by its words alone.
bool is_cross_check(const SessionData&, const Problem&);
// Whether the day has passed, and nothing says that it was done.
bool has_passed(const SessionData&, const Deadline&);
// Whether a cross-check is shown beside its field: once it or what it was held against has been left.
bool is_shown(const SessionData&, const CrossCheck&);
// The problem to show beside a field; empty while it is being typed in for the first time.
std::string shown_problem(const SessionData&, std::string_view field, Severity);

// Something wrong on a step, with the node that it is at.
struct StepError {
  std::string node;
  std::string message;  // with the field's name before it
};
// The errors of a step, whether its fields were left or not, in the order of the form.
std::vector<StepError> errors_of(const SessionData&, Step);
// The ids of the fields that a step asks for, places by their own id.
std::vector<std::string> fields_of(const SessionData&, Step);

// Whether the opened file says something otherwise than its answers, or whether that cannot be told yet, so that
// nothing on it is called good. Other rate tables with which every figure comes out the same are no doubt.
bool is_file_in_doubt(const SessionData&);
// What an opened file says otherwise than its answers.
std::vector<Difference> differences_in(const SessionData&, const OpenedPacket&);

// The assessment of a packet on its own date; of the one at hand `assessment` is.
Assessment assessment_of(const SessionData&, const Packet&);
// The packet as it would be saved now: with its revision, date and preparer.
Packet packet_to_save(const SessionData&);

}  // namespace ftt
