// The native command: what it prints, where, and with which exit.
#include "cli/command.h"

#include <doctest/doctest.h>

#include <utility>

#include "base/json_reader.h"
#include "base/sha256.h"
#include "base/text.h"
#include "long_text.h"
#include "order/wording.h"
#include "packet/golden.h"
#include "packet/packet.h"
#include "print/print_settings.h"

using namespace ftt;
using cli::Exit;
using cli::Outcome;

namespace {

constexpr std::string_view broken = R"({"format": "telework-packet/1", "travel_budget": {"nights": "three"}})";

Result<std::string> file_of(std::string_view name) {
  if (name == "a.json") return test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
  if (name == "broken.json") return std::string(broken);
  if (name == "lines.ndjson") {
    return concat(broken, "\n \nhello\n\"", std::string(largest_packet, 'x'), "\"\n{}\r\n",
                  R"({"format": "telework-packet/1", "id": "last"})");
  }
  if (name == "good.ndjson") return std::string("{\"format\": \"telework-packet/1\"}\n");
  if (name == "many.ndjson") {
    std::string lines;
    for (int i = 0; i < 600; ++i) {
      append(lines, i % 50 == 7 ? "hello" : concat(R"({"format": "telework-packet/1", "id": ")", i, "\"}"), "\n");
    }
    return lines;
  }
  if (name == "asked.json") {
    return std::string(R"({"format": "telework-packet/1", "id": "7b0c", "clock": {"requested_on": "2026-06-12"}})");
  }
  if (name == "nameless.json") {
    return std::string(R"({"format": "telework-packet/1", "clock": {"requested_on": "2026-06-12"}})");
  }
  if (name == "named_twice.json") {
    return std::string(R"({"closures": ["2026-07-06"], "percent": "overall", "percent": "overall"})");
  }
  if (name == "huge.json") return std::string(R"({"closures": ["2026-07-06"], "x": 1e999})");
  if (name == "closed.json") return std::string(R"({"closures": ["2026-07-06"]})");
  if (name == "site/configuration.json") {
    return std::string(
        R"({"rates": ["newer.txt", "absent.txt"], "percent": "overall", "closures": ["2026-07-06", "soon"],
        "inauguration_day": false, "telework_managing_officer": {"name": "Robin Roe", "fax": "1"},
        "shared_computer": true, "hosts": ["https://intranet.example", 42], "wording": "wording.txt", "color": "blue"})");
  }
  if (name == "worded.json") return std::string(R"({"wording": "wording.txt"})");
  if (name == "misworded.json") return std::string(R"({"wording": "text.txt"})");
  if (name == "unworded.json") return std::string(R"({"wording": "none.txt"})");
  if (name == "site/newer.txt") return std::string("telework-rates/1|overlay\nnonsense\n");
  if (name == "text.txt") return std::string("hello");
  if (name == "packet.pdf") return std::string("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
  if (name == "changed.json") {
    std::string changed = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    constexpr std::string_view from = "\"transport\": \"412.60\"";
    return changed.replace(changed.find(from), from.size(), "\"transport\": \"212.60\"");
  }
  if (name == "wording.txt") return wording_template();
  if (name == "-") return concat(broken, "\n\n{\"format\": \"telework-packet/1\"}\nhello\n");
  return Error{ErrorCode::not_found, "", concat(in_quotes(name), " cannot be opened; check its name.")};
}

Rates load_rates() {
  return std::move(Rates::load(test::read_file(FTT_RATES_DIR "/current.rates"))).value();
}

// In blocks that end anywhere.
Result<Unit> stream(std::string_view name, const std::function<bool(std::string_view)>& take) {
  const std::string bytes = FTT_TRY(file_of(name));
  for (std::size_t i = 0; i < bytes.size(); i += 7) {
    if (!take(std::string_view(bytes).substr(i, 7))) break;
  }
  return Unit{};
}

Outcome run(std::initializer_list<std::string_view> words) {
  const std::vector<std::string_view> arguments(words);
  std::string written;
  const auto write = [&](std::string_view text) {
    written += text;
    return true;
  };
  Outcome outcome = cli::run(arguments, {test::rates_at_hand(),
                                         calendar_date(2025, 5, 5),
                                         "noon",
                                         {calendar_date(2025, 5, 5), 12},
                                         file_of,
                                         stream,
                                         write,
                                         load_rates});
  outcome.results = written + outcome.results;
  return outcome;
}

}  // namespace

TEST_SUITE("cli: tables and calendar") {
  TEST_CASE("salary prints whole dollars") {
    CHECK(run({"salary", "2025", "DCB", "12", "5"}).results == "114923\n");
    CHECK(run({"salary", "2025", "rus", "12", "5"}).results == "100440\n");
  }

  TEST_CASE("perdiem prints lodging, meals and incidentals, destination") {
    CHECK(run({"perdiem", "2025-05-05", "DC", "District of Columbia"}).results == "276 92 District of Columbia\n");
  }

  TEST_CASE("workday counts work days, over holidays") {
    CHECK(run({"workday", "2026-12-18", "20"}).results == "2027-01-20\n");
    CHECK(run({"workday", "2026-12-18", "0"}).results == "2026-12-18\n");
  }

  TEST_CASE("holidays prints the days off of a year") {
    const std::string lines = run({"holidays", "2026"}).results;
    CHECK(lines ==
          "2026-01-01 New Year's Day\n2026-01-19 Birthday of Martin Luther King, Jr.\n2026-02-16 Washington's "
          "Birthday\n2026-05-25 Memorial Day\n2026-06-19 Juneteenth National Independence Day\n2026-07-03 Independence "
          "Day\n2026-09-07 Labor Day\n2026-10-12 Columbus Day\n2026-11-11 Veterans Day\n2026-11-26 Thanksgiving "
          "Day\n2026-12-25 Christmas Day\n");
  }

  TEST_CASE("bad arguments are bad use, with a message and nothing on standard output") {
    for (const Outcome& outcome :
         {run({"salary", "2025", "DCB", "16", "5"}), run({"salary", "1950", "DCB", "12", "5"}),
          run({"salary", "2025", "XYZ", "12", "5"}), run({"salary", "2025"}), run({"workday", "2026-02-30", "1"}),
          run({"workday", "2026-02-03", "x"}), run({"perdiem", "2026-02-03", "Atlantis", "Deep"}),
          run({"holidays", "soon"}), run({"schema", "x"})}) {
      CHECK(outcome.exit == Exit::bad_use);
      CHECK(outcome.results.empty());
      CHECK(test::contains(outcome.messages, "\nusage: telework "));
    }
  }
}

TEST_SUITE("cli: packets") {
  TEST_CASE("evaluate answers JSON and exits 0 for a good packet") {
    const Outcome outcome = run({"evaluate", "a.json"});
    CHECK(outcome.exit == Exit::good);
    CHECK(outcome.messages.empty());
    CHECK(test::without_digest(outcome.results) == test::read_file(FTT_TESTS_DIR "/scenarios/example_a.expected.json"));
  }

  TEST_CASE("a packet with problems exits 1 and says them on standard error") {
    const Outcome outcome = run({"evaluate", "broken.json", "--today", "2026-01-05"});
    CHECK(outcome.exit == Exit::packet_has_problems);
    CHECK(outcome.messages.find("broken.json: travel_budget.nights: ") == 0);
    CHECK(read_json(outcome.results).has_value());
    CHECK(run({"print", "text.txt"}).exit == Exit::packet_has_problems);
  }

  TEST_CASE("--ndjson: each answer begins with its line and the packet's id; a line that is no packet costs itself") {
    const Outcome outcome = run({"evaluate", "lines.ndjson", "--ndjson"});
    CHECK(outcome.exit == Exit::packet_has_problems);
    CHECK(outcome.messages.empty());
    const std::vector<std::string_view> lines = split(outcome.results, '\n');
    REQUIRE(lines.size() == 6);
    CHECK(lines[0].starts_with("{\"line\":1,\"id\":null,\"worksheet\":"));
    CHECK(lines[1].starts_with(
        "{\"line\":3,\"error\":{\"code\":\"malformed\",\"message\":\"This is text, not a packet. "));
    CHECK(lines[2].starts_with(
        "{\"line\":4,\"error\":{\"code\":\"limit_exceeded\",\"message\":\"The line has more than"));
    CHECK(lines[3].starts_with("{\"line\":5,\"error\":{\"code\":\"wrong_format\",\"message\":\"format: "));
    CHECK(lines[4].starts_with("{\"line\":6,\"id\":\"last\",\"worksheet\":"));
    for (std::size_t i = 0; i < 5; ++i) CHECK(read_json(lines[i]).has_value());
    CHECK(run({"evaluate", "good.ndjson", "--ndjson"}).exit == Exit::good);
    CHECK(run({"evaluate", "none.ndjson", "--ndjson"}).exit == Exit::bad_use);
  }

  TEST_CASE("--ndjson: any number of jobs gives the same bytes") {
    const std::string alone = run({"evaluate", "many.ndjson", "--ndjson"}).results;
    CHECK(split(alone, '\n').size() == 601);
    for (const std::string_view jobs : {"1", "2", "3", "7"}) {
      CAPTURE(jobs);
      CHECK(run({"evaluate", "many.ndjson", "--ndjson", "--jobs", jobs}).results == alone);
    }
    for (const std::string_view jobs : {"0", "-1", "many", "257"}) {
      CHECK(run({"evaluate", "many.ndjson", "--ndjson", "--jobs", jobs}).exit == Exit::bad_use);
    }
    CHECK(run({"evaluate", "a.json", "--jobs", "2"}).messages ==
          "telework: --jobs goes with --ndjson.\nusage: telework evaluate FILE [--today DATE] [--percent READING] "
          "[--settings FILE] [--ndjson [--jobs N]]\n");
  }

  TEST_CASE("--ndjson: nothing is read any more once an answer cannot be written") {
    std::size_t blocks = 0;
    const auto endless = [&](std::string_view, const std::function<bool(std::string_view)>& take) -> Result<Unit> {
      while (take("{\"format\": \"telework-packet/1\"}\n")) ++blocks;
      return Unit{};
    };
    const auto full = [](std::string_view) { return false; };
    const std::string_view arguments[] = {"evaluate", "-", "--ndjson"};
    cli::run(arguments, {test::rates_at_hand(),
                         calendar_date(2025, 5, 5),
                         "noon",
                         {calendar_date(2025, 5, 5), 12},
                         file_of,
                         endless,
                         full,
                         load_rates});
    CHECK(blocks == 0);
  }

  TEST_CASE("print gives the page") {
    const Outcome outcome = run({"print", "a.json", "--now", "November 21, 2026, 3:04 PM EST"});
    CHECK(outcome.exit == Exit::good);
    const std::string golden = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.html");
    CHECK(test::without_style(test::without_digest(outcome.results)) == golden);
  }

  TEST_CASE("print takes the parts that are chosen, and leaves names out of the page and of the packet inside") {
    const Outcome outcome = run({"print", "a.json", "--parts", "agreement,findings", "--redacted", "--now", "noon"});
    CHECK(outcome.exit == Exit::good);
    CHECK(test::contains(outcome.results, "id=\"sheet-agreement\""));
    CHECK(test::lacks(outcome.results, "id=\"sheet-analysis_tool\""));
    CHECK(test::lacks(outcome.results, "Brien"));
    CHECK(read_packet(outcome.results)->packet.is_redacted);
    CHECK(run({"print", "a.json", "--parts", "appendix_b"})
              .messages.starts_with("telework: --parts: there is no part \"appendix_b\"; the parts are cover,"));
    for (const Outcome& bad : {run({"print", "a.json", "--parts"}), run({"print", "a.json", "--parts", ","}),
                               run({"print", "a.json", "--settings", "none.json"})}) {
      CHECK(bad.exit == Exit::bad_use);
      CHECK(bad.results.empty());
    }
  }

  TEST_CASE("compare answers JSON, or a line a change, and exits 0 whether they are alike or not") {
    const Outcome outcome = run({"compare", "broken.json", "asked.json"});
    CHECK(outcome.exit == Exit::good);
    CHECK(outcome.messages.empty());
    CHECK(read_json(outcome.results)->find("alike")->as_boolean() == false);
    CHECK(read_json(run({"compare", "a.json", "a.json"}).results)->find("alike")->as_boolean() == true);
    CHECK(run({"compare", "broken.json", "asked.json", "--text"}).results ==
          "a packet without a date → a packet without a date\nE8 Average number of nights per trip: \"three\", which "
          "cannot be read → not answered\nRequested on: not answered → Friday, June 12, 2026\n");
  }

  TEST_CASE("compare names the file that is no packet, and takes two files") {
    const Outcome outcome = run({"compare", "a.json", "text.txt"});
    CHECK(outcome.exit == Exit::packet_has_problems);
    CHECK(outcome.results.empty());
    CHECK(outcome.messages.starts_with("text.txt: "));
    CHECK(run({"compare", "text.txt", "a.json"}).messages.starts_with("text.txt: "));
    for (const Outcome& bad :
         {run({"compare", "a.json"}), run({"compare", "a.json", "a.json", "a.json"}), run({"compare", "-", "-"}),
          run({"compare", "a.json", "none.json"}), run({"compare", "none.json", "a.json"}),
          run({"compare", "a.json", "a.json", "--ndjson"}), run({"compare", "a.json", "a.json", "--today"}),
          run({"compare", "a.json", "a.json", "--percent", "both"})}) {
      CHECK(bad.exit == Exit::bad_use);
      CHECK(bad.results.empty());
    }
  }

  TEST_CASE("redact gives the packet without names and home address, and says what it left out") {
    const Outcome outcome = run({"redact", "a.json"});
    CHECK(outcome.exit == Exit::good);
    CHECK(test::member(outcome.results, "redacted") == "true");
    CHECK(test::lacks(outcome.results, "Brien"));
    CHECK(outcome.messages.starts_with("a.json: left out: B1 Last name (employee.last_name)\n"));
    CHECK(test::contains(outcome.messages, "\na.json: Read the copy before you send it"));
    CHECK(test::contains(outcome.messages, " (concurring_supervisor.title): Division Director\n"));
    CHECK(run({"print", "a.json", "--redacted"}).messages.ends_with(outcome.messages));
    CHECK(run({"redact", "text.txt"}).exit == Exit::packet_has_problems);
    CHECK(run({"redact", "none.json"}).exit == Exit::bad_use);
    CHECK(run({"redact", "a.json", "--text"}).exit == Exit::bad_use);
    CHECK(run({"redact"}).exit == Exit::bad_use);
  }

  TEST_CASE("validate names each file, good or not") {
    const Outcome outcome = run({"validate", "a.json", "broken.json", "text.txt"});
    CHECK(outcome.exit == Exit::packet_has_problems);

    CHECK(outcome.results ==
          "a.json: good\nbroken.json: travel_budget.nights: \"three\" is no number of nights from 0 to 365 with at "
          "most two decimal places; write it like 2.5.\ntext.txt: This is text, not a packet. Open the .json file that "
          "was saved with it, or the page saved by \"Save as page\".\n");
    CHECK(run({"validate", "a.json"}).exit == Exit::good);
  }

  TEST_CASE(
      "App. A, Part E: of a file changed after it was sealed the verdict is first, and what follows is one line") {
    const Outcome outcome = run({"validate", "changed.json"});
    CHECK(outcome.exit == Exit::packet_has_problems);
    const std::vector<std::string_view> lines = split(outcome.results, '\n');
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].starts_with("changed.json: seal.content: Part E was changed after it was sealed. "));
    CHECK(
        lines[1] ==
        "changed.json: travel_budget.transport: E4 Round trip transportation cost per trip: was $412.60, now $212.60.");
    CHECK(
        lines[2].starts_with("changed.json: worksheet: 6 figures follow from that. E9 Total cost per trip to agency "
                             "worksite: the file says $2,521.80, its answers give $1,921.80. "));
    const Outcome evaluated = run({"evaluate", "changed.json"});
    CHECK(evaluated.messages == outcome.results);
    CHECK(test::contains(evaluated.results, "\"follows\": true"));
    CHECK(run({"print", "changed.json"}).messages == outcome.results);
    CHECK(test::contains(run({"compare", "a.json", "changed.json", "--text"}).results, "\nNew: Part E was changed"));
  }

  TEST_CASE("a PDF is named as such by every command on packets, with what to open in its place") {
    for (const std::string_view command : {"validate", "evaluate", "print", "redact", "calendar"}) {
      CAPTURE(command);
      const Outcome outcome = run({command, "packet.pdf"});
      CHECK(outcome.exit == Exit::packet_has_problems);
      CHECK(test::contains(
          concat(outcome.results, outcome.messages),
          "packet.pdf: This is a PDF, not a packet. A PDF shows the forms but does not have the answers in it. "
          "Open the .json file"));
    }
    CHECK(
        test::contains(run({"compare", "a.json", "packet.pdf"}).messages, "packet.pdf: This is a PDF, not a packet."));
  }

  TEST_CASE("¶9a: a one-off closure comes from the settings") {
    CHECK(test::member(run({"evaluate", "asked.json"}).results, "deadlines/clock.chain/due") == "\"2026-07-14\"");
    CHECK(test::member(run({"evaluate", "asked.json", "--settings", "closed.json"}).results,
                       "deadlines/clock.chain/due") == "\"2026-07-15\"");
    CHECK(test::calendar_line(run({"calendar", "asked.json", "--settings", "closed.json"}).results,
                              "DTSTART;VALUE=DATE") == "20260715");
    CHECK(run({"evaluate", "asked.json", "--settings", "text.txt"}).exit == Exit::bad_use);
    CHECK(run({"evaluate", "asked.json", "--settings", "none.json"}).exit == Exit::bad_use);
  }

  TEST_CASE(
      "--settings takes the page's own configuration.json: what holds of it holds, and each slip is named alone") {
    const Outcome outcome = run({"evaluate", "asked.json", "--settings", "site/configuration.json"});
    CHECK(outcome.exit == Exit::good);
    CHECK(test::member(outcome.results, "deadlines/clock.chain/due") == "\"2026-07-15\"");
    for (const std::string_view told :
         {"telework: site/configuration.json/closures/1: ",
          "telework: site/configuration.json/hosts/1: a number is where",
          "telework: site/configuration.json/telework_managing_officer/fax: There are name",
          "telework: site/configuration.json/color: There is no such setting.",
          "telework: site/configuration.json: site/newer.txt: line 2",
          "\"site/absent.txt\" cannot be opened; check its name. The tables in use stay in use."}) {
      CAPTURE(told);
      CHECK(test::contains(outcome.messages, told));
    }
    CHECK(split(outcome.messages, '\n').size() == 7);
    for (const std::string_view command : {"validate", "redact", "print", "calendar"}) {
      CAPTURE(command);
      const Outcome other = run({command, "asked.json", "--settings", "site/configuration.json"});
      CHECK(other.exit == Exit::good);
      CHECK(other.messages.starts_with("telework: site/configuration.json/"));
    }
  }

  TEST_CASE("--settings whose file cannot be read as a whole is bad use, wherever in it the fault lies") {
    for (const auto& [file, place] : {std::pair{"named_twice.json", "telework: named_twice.json/percent: "},
                                      std::pair{"huge.json", "telework: huge.json/x: "},
                                      std::pair{"text.txt", "telework: text.txt: line 1, column 1: "}}) {
      const Outcome outcome = run({"evaluate", "asked.json", "--settings", file});
      CHECK(outcome.exit == Exit::bad_use);
      CHECK(outcome.results.empty());
      CHECK_MESSAGE(outcome.messages.starts_with(place), outcome.messages);
    }
  }

  TEST_CASE("--percent at hand outweighs the settings' own") {
    const auto reading = [](const Outcome& outcome) {
      return test::contains(outcome.messages, "the file says −7.22%, its answers give 5.38%.\n");
    };
    CHECK(reading(run({"evaluate", "a.json", "--settings", "site/configuration.json"})));
    CHECK_FALSE(
        reading(run({"evaluate", "a.json", "--settings", "site/configuration.json", "--percent", "net_change"})));
  }

  TEST_CASE("¶9: calendar prints the deadlines as a calendar file; a packet without dates has none") {
    const Outcome outcome = run({"calendar", "a.json"});
    CHECK(outcome.exit == Exit::good);
    CHECK(outcome.results.starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(test::calendar_line(outcome.results, "UID") ==
          "review.first.7b0c9a52-6d1e-4f40-9f0c-52a9b1f2d3e4@full-time-telework.invalid");
    CHECK(test::calendar_line(outcome.results, "DTSTAMP") == "20250505T120000Z");
    CHECK(run({"calendar", "broken.json"}).exit == Exit::packet_has_problems);
    const Outcome nameless = run({"calendar", "nameless.json"});
    CHECK(nameless.exit == Exit::packet_has_problems);
    CHECK(nameless.messages.starts_with("nameless.json: id: The packet has no id"));
    CHECK(nameless.results.empty());
    CHECK(run({"calendar", "a.json", "--settings", "text.txt"}).exit == Exit::bad_use);
    CHECK(run({"calendar", "a.json", "--settings", "none.json"}).exit == Exit::bad_use);
  }

  TEST_CASE("coverage prints a line for each paragraph, with what decides it and its test") {
    const Outcome outcome = run({"coverage"});
    CHECK(outcome.exit == Exit::good);
    CHECK(test::contains(outcome.results,
                         "\nHRM 6040.2 ¶8b\trule\teligible.time_in_position clock.asked_too_early\t"
                         "tests/rules/time_in_position_test.cpp\n"));
    CHECK(test::contains(outcome.results, "\nHRM 6040.2 ¶13d\ttable\tR1\ttests/report/make_report_test.cpp\n"));
    CHECK(run({"coverage", "x"}).exit == Exit::bad_use);
  }

  TEST_CASE("wording writes the file that print takes; the print names its digest, and a refused one its line") {
    CHECK(run({"wording"}).exit == Exit::good);
    CHECK(run({"wording"}).results.starts_with("[agreement.travel]\n"));
    CHECK(run({"wording", "x"}).exit == Exit::bad_use);
    const Outcome outcome = run({"print", "a.json", "--wording", "wording.txt"});
    CHECK(outcome.exit == Exit::good);
    CHECK(test::contains(outcome.results, concat("sha256:", sha256_hex(run({"wording"}).results))));
    const Outcome refused = run({"print", "a.json", "--wording", "text.txt"});
    CHECK(refused.exit == Exit::bad_use);
    CHECK(refused.results.empty());
    CHECK(refused.messages.starts_with("telework: text.txt, line 1: There are words before the first clause."));
    CHECK(run({"print", "a.json", "--wording", "none.txt"}).exit == Exit::bad_use);
  }

  TEST_CASE("print takes the wording that the settings name, and without it tells so and goes on in our words") {
    const std::string digest = concat("sha256:", sha256_hex(run({"wording"}).results));
    CHECK(test::contains(run({"print", "a.json", "--settings", "worded.json"}).results, digest));
    const std::string ours = run({"print", "a.json"}).results;
    const std::pair<std::string_view, std::string_view> told[] = {{"misworded.json", "telework: text.txt, line 1: "},
                                                                  {"unworded.json", "telework: \"none.txt\" cannot"}};
    for (const auto& [settings, words] : told) {
      const Outcome outcome = run({"print", "a.json", "--settings", settings});
      CHECK(outcome.exit == Exit::good);
      CHECK(outcome.results == ours);
      CHECK(outcome.messages.starts_with(words));
      CHECK(outcome.messages.ends_with(" It is printed in the built-in words.\n"));
    }
  }

  TEST_CASE("schema prints the schema") {
    CHECK(test::member(run({"schema"}).results, "$schema") == "\"https://json-schema.org/draft/2020-12/schema\"");
  }

  TEST_CASE("files that are not there and options that are not known are bad use") {
    CHECK(run({"evaluate", "none.json"}).exit == Exit::bad_use);
    CHECK(run({"validate", "a.json", "none.json"}).exit == Exit::bad_use);
    CHECK(run({"evaluate", "a.json", "--tomorrow"}).exit == Exit::bad_use);
    CHECK(run({"evaluate", "a.json", "--today"}).exit == Exit::bad_use);
    CHECK(run({"evaluate", "a.json", "--today", "Feb 30, 2026"}).exit == Exit::bad_use);
    CHECK(run({"evaluate"}).exit == Exit::bad_use);
  }

  TEST_CASE("an option is its whole name and one that the command has") {
    for (const std::string_view option : {"--", "--to", "--n", "--today --ndjson", "--now"}) {
      CAPTURE(option);
      const Outcome outcome = run({"evaluate", "a.json", option, "2026-01-05"});
      CHECK(outcome.exit == Exit::bad_use);
      CHECK(outcome.messages.starts_with(concat("telework: there is no option ", in_quotes(option), " here.\n")));
    }
  }

  TEST_CASE("--percent sets the reading of Part G, line 2, for each command on packets") {
    const Outcome outcome = run({"evaluate", "a.json", "--percent", "overall"});
    CHECK(test::member(outcome.results, "worksheet/lines/cost_benefit.percent/value") == "\"5.38\"");
    // The packet was saved with the other reading, and so it says something else.
    CHECK(outcome.messages ==
          "a.json: worksheet: The answers have not changed since they were sealed. Yet 1 figure in the file is not "
          "what the answers "
          "give: "
          "it was changed, or calculated with other settings or another version of this tool.\n"
          "a.json: worksheet: 1 figure follows from that. G2 Percentage above agency worksite cost for full-time "
          "telework "
          "arrangement: the file says −7.22%, its answers give 5.38%.\n");
    CHECK(run({"validate", "a.json", "--percent", "overall"}).exit == Exit::packet_has_problems);
    CHECK(test::contains(run({"print", "a.json", "--percent", "overall"}).results, "5.38%"));
    CHECK(run({"evaluate", "a.json", "--percent", "net_change"}).exit == Exit::good);
    CHECK(run({"evaluate", "a.json", "--percent", "both"}).exit == Exit::bad_use);
  }

  TEST_CASE("without a command, with --help and with an unknown one, it says what there is") {
    CHECK(run({}).exit == Exit::bad_use);
    CHECK(run({"--help"}).exit == Exit::good);
    CHECK(test::contains(run({"--help"}).results, "\n  evaluate FILE [--today DATE]"));
    for (const PrintPart part : print_parts) {
      CAPTURE(name_of(part));
      CHECK(test::contains(run({"--help"}).results, concat(" ", name_of(part), part == print_parts.back() ? "." : ",")));
    }
    CHECK(run({"salary", "--help"}).results ==
          "usage: telework salary YEAR AREA GRADE STEP\n  annual pay in whole dollars, for example: salary 2025 DCB 12 "
          "5\n");
    const Outcome unknown = run({"add-up", "a.json"});
    CHECK(unknown.exit == Exit::bad_use);
    CHECK(unknown.messages ==
          "telework: there is no command \"add-up\". The commands are evaluate, print, validate, compare, redact, chain, "
          "record, verify, merge, inbox, facts, rollup, sample, calendar, coverage, wording, schema, salary, perdiem, "
          "workday, holidays.\n`telework --help` says what they do.\n");
  }
}
