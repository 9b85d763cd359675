// One person at one packet: the answers, where they are, and what they have opened; edits in, view model out.
//
// The session is what the wizard is without a screen. It owns the packet's answers, asks assess() for everything that
// follows from them, and describes the screen. It stores no pixels, opens no files and reads no clock: the day and
// the width class come in as arguments.
//
// Does not talk to a browser: effects say what the page has to do.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "calc/worksheet.h"
#include "rates/rates.h"
#include "rules/settings.h"
#include "view/node.h"
#include "wizard/state/width_class.h"

namespace ftt {

// What a person did. `input`: typing, not finished, or asking what a field suggests for the text in it; `leave`: the
// field was left, it shows what was understood, and its problem; `choose`: one of the options, by value, a box ("yes"
// or
// ""), or a file by its name; `press`: a button, link, disclosure or citation; `enter`: done with the text but still in
// the field, which is told no problem yet.
enum class EditAction : std::uint8_t { input, leave, choose, press, enter };

struct Edit {
  std::string_view id;
  EditAction action = EditAction::input;
  std::string_view value;
};

// What the page has to do after an edit. `focus`: move to the element of this id (a step change names its heading);
// `save`: offer `content` as a file called `name`; with `id` "copy" it is not the packet as it is (dates, a redacted
// copy), and what was not saved still is not; `print`: print it; `open`: show the file chooser; `announce`: say
// `content` politely; `view`: switch to the other view; `moment`: save_dates() at this moment; `sample`: open() the
// sample packet of the site; `cases`: show its page of worked cases. Of what is kept on the
// device, `keep_open`: resume() the packet (or its revision) `id`; `keep_forget`: forget it; `keep_forget_all`;
// `keep_shared`: `content` "yes" keeps nothing here any more; `keep_save_aside`: offer what is damaged as a file;
// `check_privacy`: look whether anything leaves, and tell it by set_surroundings. What is printed or saved as a page
// (media type text/html) is the print document of the packet in `content`, made with `settings`. `copy`: lay `content`
// on the clipboard, behind this page's address where it begins with "#", and tell copied(`id`); where that is forbidden
// show it below the words in `name`. `address`: `content` in the place of the end of this page's address.
// Of many packets, `inbox_files`, `inbox_folder`: show the chooser of files or of a folder, and look_through() what was
// chosen; `inbox_cancel`: read no more of them; `inbox_open`: open() the one called `name`.
// Of the report on many, `report_files`, `report_folder`: show the chooser, and tell_report() what was chosen;
// `report_without`: let go of the files, or of the sheet `id`; `report_make`: make it with the options in `content`;
// `report_cancel`; `report_rows`: tell the rows of the table `id` from number `content` on; `report_save`: offer it as
// a file called `name` in the format `id`; `report_template`: the same for an empty sheet `id`.
enum class EffectKind : std::uint8_t {
  focus,
  save,
  print,
  open,
  announce,
  view,
  moment,
  sample,
  cases,
  accessibility,
  keep_open,
  keep_forget,
  keep_forget_all,
  keep_shared,
  keep_save_aside,
  check_privacy,
  copy,
  address,
  inbox_files,
  inbox_folder,
  inbox_cancel,
  inbox_open,
  report_files,
  report_folder,
  report_without,
  report_make,
  report_cancel,
  report_rows,
  report_save,
  report_template,
};

struct Effect {
  EffectKind kind = EffectKind::focus;
  std::string id;
  std::string name;
  std::string media_type;
  std::string content;
  std::string settings;  // of the print document, as JSON: {"percent":"net_change","parts":["cover"],"redacted":true}
};

// The packet at hand as it is kept, handed on and listed.
struct Snapshot {
  std::string id;           // that it is kept under: the packet's own, but for a copy of one with a chain
  std::string packet;       // its JSON as it would be saved now
  std::string whereabouts;  // beside it: resume() goes on from both
  std::string figures;      // {"travel_budget.annual":"2521.80","break_even.trips":null}: each line of the worksheet
  std::string name;         // whose it is, as a list of packets has it: "Kealoha, Ann", else the position's title
  std::string file;         // the last file that has it; empty where there is none
  std::string typed;        // what stands in the field that is being typed in
  std::int64_t revision = 1;
  bool is_unsaved = false;   // something was answered that is in no file yet
  bool is_estimate = false;  // the estimate is what the screen shows
  bool has_work = false;     // something was done in it, or it came out of a file
};

// Under which id a packet goes on; empty: its own. A copy is in no file yet. The entries of a chain name their packet:
// one that has a chain keeps its own id in any case, and only its snapshot has this one.
struct GoOnAs {
  std::string_view id;
  bool is_copy = false;
};

class Session {
 public:
  // The rates must outlive the session. `today` is the person's own day; `packet_id` a fresh unique id made by the
  // page, and `seed` something random of as many bits, of which the session makes the ids of other packets that it
  // begins.
  Session(const Rates& rates, Date today, std::string packet_id, std::string seed);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Applies one edit. An id that is not on the screen is ignored (a late event of a screen that has gone).
  std::vector<Effect> edit(const Edit&);

  // Opens a packet or a saved page of one: for the file field in which its name was chosen just before, else to go on
  // with it. With work in progress the session asks first: keep mine, open it or compare them. Bytes that are no packet
  // change nothing; the screen then says what is wrong, with the place.
  std::vector<Effect> open(std::string_view file_name, std::string_view bytes);

  // What was found of many files until now, as JSON (inbox_list.h): goes to them where they were just chosen. Errors:
  // all of take_inbox; nothing has changed then.
  Result<std::vector<Effect>> look_through(std::string_view json);

  // What was chosen for the report on many packets, how far it is, or the report itself, as JSON (shown_report.h); goes
  // to it where something was just chosen. Errors: all of take_report; nothing has changed then.
  Result<std::vector<Effect>> tell_report(std::string_view json);

  // A file of that name was chosen as evidence of the act at hand and is being read; its digest comes under `number`,
  // which no other file has. The act is not recorded before that. Errors: malformed.
  Result<std::vector<Effect>> await_digest(std::uint32_t number, std::string_view name);
  // The digest of that file in 64 hexadecimal digits: the file itself is not needed. Empty where it could not be read,
  // or was canceled: then it is no evidence. Ignored where its act was left, or it was removed. Errors: malformed.
  Result<std::vector<Effect>> take_digest(std::uint32_t number, std::string_view sha256);

  // Puts the packet in these bytes in place of the one at hand, unasked. Errors: all of read_packet; nothing has
  // changed then.
  Result<std::vector<Effect>> replace(std::string_view bytes);
  // Answers what the members of a packet answer, a JSON object, beside what is answered already: as a file that has
  // both, opened on the step that is open. Errors: all of read_packet; nothing has changed then.
  Result<std::vector<Effect>> prefill(std::string_view members);
  // The page was opened, or goes on, with this end of its address: where that is a link to an estimate, it is filled
  // in. With work in progress the session asks first. A link that cannot be read changes nothing; the screen says what
  // is wrong with it.
  std::vector<Effect> open_link(std::string_view fragment);
  // Goes to what Start offers by this name ("estimate", "review"), or to "start" itself. Errors: unknown_choice.
  Result<std::vector<Effect>> go_to(std::string_view task);

  // Goes to what an address names: a step by its id, a field on its step, Start where it is empty; of anything else to
  // Start, which says so.
  std::vector<Effect> visit(std::string_view target);

  void set_width(WidthClass);
  void set_canvas_view(bool on);          // the banner's switch says what it would switch to
  void set_today(Date);                   // after midnight
  void configure(const AgencySettings&);  // how the agency reads Part G, line 2, its closures, whom to ask
  void rates_changed();                   // a part or an overlay was added
  void file_saved();                      // the page of the last save effect is made: the packet is as in it
  void notice(std::string_view text);     // the page has something to say (a rates file was refused, no WebGL …)
  void take_back(std::string_view text);  // that holds no more: it goes, where it is still what is said

  // Makes the file of the dates, at the moment that the page has: whole seconds since 1970 in UTC. Errors: all of
  // parse_count.
  Result<std::vector<Effect>> save_dates(std::string_view moment);

  // The entries of chains that were seen here before, as the page keeps them (seen_entries.h); what a text that is none
  // says is lost. From then on a packet that does not continue them is named when it is opened, and seen_entries() has
  // what was seen since, too. A packet that is forgotten here is gone from them.
  void set_seen_entries(std::string_view json);
  std::string seen_entries() const;

  // What the page tells about itself, as JSON (surroundings.h). Errors: all of read_surroundings.
  Result<Unit> set_surroundings(std::string_view json);

  // What is kept beside packet_json() so that resume() goes on where the person was: {"id":"…","step":"step:travel",
  // "is_changed":true,"is_new":true,"file":"…","field":"…","typed":"…","opened":{"seal_fits":false,"differences":[…]}}:
  // what was found of the file that was opened is never worked out from what is kept, which is sealed anew.
  std::string whereabouts() const;
  // Goes on from what was kept, in place of the packet at hand. Errors: all of read_packet and read_json; nothing has
  // changed then.
  Result<std::vector<Effect>> resume(std::string_view packet, std::string_view whereabouts, GoOnAs as = {});
  // The packet goes on under another id, as GoOnAs has it: as a copy.
  void go_on_as(std::string_view packet_id);

  // What the copy effect of that id asked for lies on the clipboard.
  std::vector<Effect> copied(std::string_view id);
  // The estimate for a page around this one: its text and its link, as JSON {"text":"…","link":"#estimate=1;…"}.
  std::string estimate_json() const;

  // The screen as it is now.
  const Node& view() const;

  // The patch since the last call, as compact JSON {"root":"screen","nodes":[…],"removed":["id",…]}: only nodes that
  // have changed. The first call gives all nodes.
  std::string patch();

  std::string packet_json() const;  // as it would be saved now
  Snapshot snapshot() const;

  struct State;  // session_state.h

 private:
  std::unique_ptr<State> state_;
};

}  // namespace ftt
