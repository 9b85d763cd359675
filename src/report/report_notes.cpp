// Gathers the notes.
#include "report/report_notes.h"

#include "base/text.h"
#include "report/words.h"

namespace ftt::report {

std::vector<Note> notes_of(const Report& report) {
  std::vector<Note> notes;
  const auto add = [&](std::string_view id, std::string_view label, std::string_view text) {
    if (!text.empty())
      notes.push_back({std::string(id), std::string(label.empty() ? words::note : label), std::string(text), true});
  };
  add("title", words::report, report.title);
  add("edition", words::edition, words::name_of(report.edition));
  for (const Note& note : report.notes) add(note.id, note.label, note.text);
  if (report.edition == ReportEdition::circulation) add("legend", words::legend, words::hidden_legend);
  for (const Table& table : report.tables) {
    add(table.id, table.id, to_display(report, table.title));
    add(table.id, concat(table.id, ": ", words::shows), to_display(report, table.shows));
    add(table.id, concat(table.id, ": ", words::paragraph), table.paragraph);
  }
  return notes;
}

}  // namespace ftt::report
