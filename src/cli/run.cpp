// Finds the command, and says what there is where it finds none.
#include <array>

#include "base/text.h"
#include "cli/command.h"
#include "print/print_settings.h"

namespace ftt::cli {
namespace {

struct Command {
  std::string_view name;
  std::string_view usage;
  std::string_view purpose;
  Outcome (*run)(Arguments, const Environment&);
};

constexpr std::array<Command, 21> commands = {{
    {"evaluate", "FILE [--today DATE] [--percent READING] [--settings FILE] [--ndjson [--jobs N]]",
     "works the packet out; the answer is JSON", evaluate},
    {"print",
     "FILE [--parts LIST] [--redacted] [--today DATE] [--percent READING] [--settings FILE] [--wording FILE] [--now "
     "TEXT]",
     "the forms that the case needs with cover, worksheet and findings, as one HTML page", print},
    {"validate", "FILE... [--today DATE] [--percent READING] [--settings FILE]", "says what is wrong with each packet",
     validate},
    {"compare", "OLD NEW [--text] [--today DATE] [--percent READING] [--settings FILE]",
     "what has changed between two packets, by meaning; the answer is JSON, or a line a change", compare},
    {"redact", "FILE [--today DATE] [--percent READING] [--settings FILE]",
     "the packet without names and home address; what was left out, and each text to read before the copy\n      goes "
     "out, is listed on standard error",
     redact},
    {"chain", "FILE [--text] [--heads FILE] [--today DATE] [--settings FILE]",
     "where the packet is, who holds it, which recorded concurrences count; the answer is JSON, or lines", chain},
    {"record",
     "FILE --act ACT [--step STEP] --by NAME [--title TITLE] --on DATE [--for NAME [--for-title TITLE] [--authority "
     "WORD]]\n"
     "      [--to STEP] [--to-name NAME] [--reason TEXT] [--statement TEXT] [--requested-on DATE] [--route "
     "STEP=NAME]...\n"
     "      [--matter MATTER] [--how HOW] [--evidence KIND=FILE]... [--heads FILE] [--today DATE] [--settings FILE]",
     "the packet with one more entry of its chain, on what Parts A to I say now", record},
    {"verify", "FILE... [--heads FILE] [--today DATE] [--settings FILE]",
     "whether each chain holds and every concurrence in it counts", verify},
    {"merge",
     "FILE FILE [--by NAME [--title TITLE] --on DATE] [--resolve FILE] [--heads FILE] [--today DATE] [--settings FILE]",
     "two copies of one packet as one; or, with exit 1, the questions that a person has to answer, as JSON", merge},
    {"inbox", "FOLDER [--ics] [--heads FILE] [--today DATE] [--settings FILE]",
     "the packets of a folder, a line each: who has it, since when, by when, how late; or their due dates as a "
     "calendar\n"
     "      file",
     inbox},
    {"facts",
     "PATH... [--today DATE] [--fiscal-year YEAR] [--percent READING] [--settings FILE] [--bytes A:B] [--jobs N]",
     "one flat line a packet of files and folders: what a report on many packets is made of", facts},
    {"rollup",
     "PATH... [--today DATE] [--fiscal-year YEAR] [--previous PARTIAL] [--actuals FILE] [--headcount FILE]\n"
     "      [--time-codes FILE] [--percent READING] [--settings FILE] [--jobs N] [--bytes A:B]\n"
     "      [--partial | --template] [--edition ohrm|circulation] [--format html|xlsx|csv|json] [--out DIR]",
     "the report on many packets; --partial writes what it is made of, which merges with other partials", rollup},
    {"sample", "--packets N [--seed S] [--today DATE] [--jobs N]", "packets of an invented agency, one a line", sample},
    {"calendar", "FILE [--today DATE] [--settings FILE]", "the packet's deadlines as a calendar file (.ics)", calendar},
    {"coverage", "", "each paragraph of the order, what decides it, and the test that checks it", coverage},
    {"wording", "", "a file of the clauses of App. B to D with their ids, to write the agency's own words into",
     wording},
    {"schema", "", "the JSON Schema of the packet (draft 2020-12)", schema},
    {"salary", "YEAR AREA GRADE STEP", "annual pay in whole dollars, for example: salary 2025 DCB 12 5", salary},
    {"perdiem", "DATE STATE COUNTY", "lodging, meals and incidentals, and the destination", per_diem},
    {"workday", "DATE N", "the date N work days after DATE", work_day},
    {"holidays", "YEAR", "the federal holidays of a year, each on the weekday that people have free", holidays},
}};

std::string names_of_print_parts() {
  std::string names;
  for (const PrintPart part : print_parts) append(names, names.empty() ? "" : ", ", name_of(part));
  return names;
}

std::string help() {
  std::string text =
      "telework: the full-time telework packet of GSA Order HRM 6040.2 (June 29, 2018)\n\n"
      "usage: telework COMMAND ...\n\n";
  for (const Command& command : commands) {
    append(text, "  ", command.name, command.usage.empty() ? "" : " ", command.usage, "\n      ", command.purpose,
           "\n");
  }
  append(
      text,
      "\nFILE is a packet or a saved page of one; - is standard input. Dates are written 2027-02-01.\n"
      "--percent overall reads Part G, line 2 as G1 ÷ D4; else it is (D5 + G1) ÷ D4, net_change.\n"
      "--settings names the agency's configuration.json, the same file that is next to the page.\n"
      "--parts prints some of these alone: ",
      names_of_print_parts(),
      ".\n"
      "--redacted leaves out names and home address, in print and in the packet that the page "
      "carries.\n"
      "--wording FILE prints App. B to D in the agency's own words; \"telework wording\" writes the file to begin "
      "with.\n"
      "--ndjson reads one packet a line and writes one answer a line, with the number of its line; --jobs N works on\n"
      "so many at a time. Exit 1 says that a line was no packet.\n"
      "record: ACT is requested, submitted, concurred, denied, returned, received, reassigned, withdrawn or note; STEP "
      "is\n"
      "supervisor, second_level, third_level, executive, hr_director or deputy_administrator. --route says for a\n"
      "submission who takes each step, not_applicable where there is no second or third level; --matter ending submits "
      "a\n"
      "recommendation to end. --evidence keeps the digest of a file, not the file.\n"
      "--heads keeps the entries that were seen in FILE, and names a packet that does not continue them. --resolve "
      "answers\n"
      "the questions of merge: {\"answers\": [{\"at\": \"/travel_budget/trips\", \"take\": \"a\"}]}; in place of "
      "\"take\", "
      "which is a,\n"
      "b or before, \"value\" says another one.\n"
      "Exit: 0 good, 1 the packet has problems, 2 bad use. compare gives 0 whether they are alike or not, and 1 where\n"
      "one of them is no packet; verify gives 1 where something is void, broken or cannot be verified, merge where a\n"
      "question is open.\n");
  return text;
}

bool asks_for_help(std::string_view argument) {
  return argument == "--help" || argument == "-h" || argument == "help";
}

}  // namespace

Outcome bad_use(std::string_view sentence, std::string_view usage) {
  return {Exit::bad_use, "", concat("telework: ", sentence, "\nusage: telework ", usage, "\n")};
}

Outcome run(Arguments arguments, const Environment& environment) {
  if (arguments.empty()) return {Exit::bad_use, "", help()};
  const std::string_view name = arguments.front();
  if (asks_for_help(name)) return {Exit::good, help(), ""};
  std::string names;
  for (const Command& command : commands) {
    append(names, names.empty() ? "" : ", ", command.name);
    if (command.name != name) continue;
    const Arguments rest = arguments.subspan(1);
    for (const std::string_view argument : rest) {
      if (argument == "--help" || argument == "-h") {
        return {Exit::good,
                concat("usage: telework ", command.name, command.usage.empty() ? "" : " ", command.usage, "\n  ",
                       command.purpose, "\n"),
                ""};
      }
    }
    return command.run(rest, environment);
  }
  return {Exit::bad_use, "",
          concat("telework: there is no command ", in_quotes(name), ". The commands are ", names,
                 ".\n`telework --help` says what they do.\n")};
}

}  // namespace ftt::cli
