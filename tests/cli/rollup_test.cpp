// facts, rollup and sample: files and folders in, the same bytes for any number of threads and any split.
#include <doctest/doctest.h>

#include <map>
#include <utility>

#include "base/json_reader.h"
#include "base/text.h"
#include "cli/command.h"
#include "long_text.h"
#include "packet/golden.h"
#include "report/partial.h"
#include "report/sample.h"

using namespace ftt;
using cli::Exit;
using cli::Outcome;

namespace {

constexpr Date today = calendar_date(2026, 11, 27);

struct MemoryScratch : cli::Scratch {
  explicit MemoryScratch(std::size_t count) : files(count) {}
  Result<Unit> append(std::size_t file, std::string_view bytes) override {
    files[file] += bytes;
    return Unit{};
  }
  Result<Unit> stream(std::size_t file, const std::function<bool(std::string_view)>& take) override {
    for (std::size_t i = 0; i < files[file].size(); i += 777) {
      if (!take(std::string_view(files[file]).substr(i, 777))) break;
    }
    return Unit{};
  }
  std::vector<std::string> files;
};

// What lies on the disk; a name with a slash stands in a folder.
struct Disk {
  std::map<std::string, std::string, std::less<>> files;
  std::size_t block = 1000;
  std::string gone;                   // a file that a folder names and that cannot be opened any more
  std::size_t stop_after = SIZE_MAX;  // how often it is asked whether to stop, before it is
  std::size_t write_room = SIZE_MAX;  // bytes that standard output takes
  std::string cannot_keep;
  std::size_t most_held = std::size_t{64} * 1024 * 1024;
  bool has_scratch = true;
  std::size_t scratches = 0;  // that were made
  std::map<std::string, std::string> kept;

  Outcome run(std::vector<std::string_view> arguments) {
    std::string written;
    std::size_t asked = 0;
    const auto bytes_of = [&](std::string_view name) -> Result<std::string> {
      const auto found = files.find(name);
      if (found == files.end() || name == gone) {
        return Error{ErrorCode::not_found, "", concat(in_quotes(name), " cannot be opened.")};
      }
      return found->second;
    };
    const auto stream_from = [&](std::string_view name, std::uint64_t first,
                                 const std::function<bool(std::string_view)>& take) -> Result<Unit> {
      const std::string bytes = FTT_TRY(bytes_of(name));
      for (std::size_t i = std::min<std::size_t>(first, bytes.size()); i < bytes.size(); i += block) {
        if (!take(std::string_view(bytes).substr(i, block))) break;
      }
      return Unit{};
    };
    const auto files_below = [&](std::string_view name) -> Result<std::vector<std::string>> {
      if (files.contains(name)) return std::vector<std::string>{std::string(name)};
      std::vector<std::string> below;
      for (const auto& [file, bytes] : files) {
        if (file.starts_with(concat(name, "/"))) below.push_back(file);
      }
      if (below.empty()) return Error{ErrorCode::not_found, "", concat(in_quotes(name), " cannot be found.")};
      return below;
    };
    const auto write = [&](std::string_view text) {
      if (written.size() + text.size() > write_room) return false;
      written += text;
      return true;
    };
    const auto keep = [&](std::string_view name, std::string_view bytes) -> Result<Unit> {
      if (name == cannot_keep)
        return Error{ErrorCode::not_found, "", concat(in_quotes(name), " cannot be written (full).")};
      kept[std::string(name)] = std::string(bytes);
      return Unit{};
    };
    Outcome outcome =
        cli::run(arguments, {test::rates_at_hand(),
                             today,
                             "noon",
                             {today, 12},
                             bytes_of,
                             [&](std::string_view name, const std::function<bool(std::string_view)>& take) {
                               return stream_from(name, 0, take);
                             },
                             write,
                             [] { return test::rates_of({"history"}); },
                             {},
                             keep,
                             {},
                             files_below,
                             stream_from,
                             [](std::string_view) {},
                             [&] { return ++asked > stop_after; },
                             2,
                             [&](std::size_t count) -> Result<std::unique_ptr<cli::Scratch>> {
                               if (!has_scratch) return Error{ErrorCode::not_found, "", "There is no room."};
                               ++scratches;
                               return std::unique_ptr<cli::Scratch>(new MemoryScratch(count));
                             },
                             most_held});
    outcome.results = written + outcome.results;
    return outcome;
  }
};

const std::vector<std::string>& sample_lines() {
  static const std::vector<std::string> lines = [] {
    const report::SampleAgency agency(test::rates_at_hand(), 3, today);
    std::vector<std::string> made;
    for (std::uint64_t i = 0; i < 40; ++i) made.push_back(agency.line(i));
    return made;
  }();
  return lines;
}
std::string all_lines() {
  std::string text;
  for (const std::string& line : sample_lines()) text += line;
  return text;
}

std::string messages_without_usage(const Outcome& outcome) {
  const std::string said = outcome.messages.substr(0, outcome.messages.find("\nusage:"));
  return std::string(trim(said));
}

}  // namespace

TEST_SUITE("cli: facts") {
  TEST_CASE("a line a packet of files, folders and lines, in their order, for any number of threads") {
    Disk disk;
    disk.files = {{"all.ndjson", all_lines()},
                  {"folder/a.json", test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json")},
                  {"folder/sub/readme.txt", "hello\n"}};
    const Outcome one = disk.run({"facts", "all.ndjson", "folder", "--jobs", "1"});
    CHECK(std::count(one.results.begin(), one.results.end(), '\n') == 41);
    CHECK(one.exit == Exit::packet_has_problems);
    CHECK(one.messages.starts_with("folder/sub/readme.txt: "));
    for (const std::string_view jobs : {"2", "4", "7"})
      CHECK(disk.run({"facts", "all.ndjson", "folder", "--jobs", jobs}).results == one.results);
    CHECK(disk.run({"facts", "all.ndjson", "folder"}).results == one.results);
  }
  TEST_CASE("bad use says how it is used; a path that is not there is one") {
    Disk disk;
    CHECK(messages_without_usage(disk.run({"facts"})) ==
          "telework: facts takes files and folders, or - for standard input.");
    CHECK(disk.run({"facts", "none"}).messages == "telework: \"none\" cannot be found.\n");
    CHECK(messages_without_usage(disk.run({"facts", "x", "--bytes", "5"})) ==
          "telework: --bytes: \"5\" is no range of bytes; write one as 0:65536, or 65536: to the end.");
    CHECK(disk.run({"facts", "none"}).exit == Exit::bad_use);
  }
}

TEST_SUITE("cli: rollup") {
  TEST_CASE("1, 2, 4, 7 threads, any order, any split: equal bytes") {
    Disk disk;
    disk.files = {{"all.ndjson", all_lines()}};
    const std::string whole = disk.run({"rollup", "all.ndjson", "--partial", "--jobs", "1"}).results;
    CHECK(whole.starts_with("{\"format\":\"telework-rollup/1\",\"fiscal_year\":\"2027\",\"day\":\"2026-11-27\"}\n"));
    for (const std::string_view jobs : {"2", "4", "7"}) {
      CHECK(disk.run({"rollup", "all.ndjson", "--partial", "--jobs", jobs}).results == whole);
    }
    // By ranges whose edges fall anywhere, put together in any order and twice.
    const std::size_t size = disk.files["all.ndjson"].size();
    std::vector<std::string> parts;
    for (const auto& [from, to] :
         {std::pair(std::size_t{0}, size / 3), std::pair(size / 3, size / 2), std::pair(size / 2, size)}) {
      const std::string range = to == size ? concat(from, ":") : concat(from, ":", to);
      parts.push_back(disk.run({"rollup", "all.ndjson", "--partial", "--bytes", range}).results);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) disk.files[concat("part", i)] = parts[i];
    CHECK(disk.run({"rollup", "part0", "part1", "part2", "--partial"}).results == whole);
    CHECK(disk.run({"rollup", "part2", "part0", "part1", "part0", "--partial"}).results == whole);
    CHECK(disk.run({"rollup", "part1", "all.ndjson", "--partial"}).results == whole);
    const std::string report = disk.run({"rollup", "all.ndjson", "--format", "json"}).results;
    CHECK(disk.run({"rollup", "part2", "part1", "part0", "--format", "json"}).results == report);
    CHECK(disk.run({"rollup", "part2", "part1", "part0", "--format", "html", "--edition", "circulation"}).results ==
          disk.run({"rollup", "all.ndjson", "--format", "html", "--edition", "circulation"}).results);
  }
  TEST_CASE("--bytes: any split of any file, of lines or not, in a folder or a partial, gives equal bytes") {
    Disk disk;
    const std::string packet = test::read_file(FTT_TESTS_DIR "/scenarios/example_a.json");
    disk.files = {{"folder/a.json", packet},
                  {"folder/all.ndjson", sample_lines()[0] + sample_lines()[1]},
                  {"folder/blank.ndjson", "\n\n\n"},
                  {"folder/empty.ndjson", ""},
                  {"folder/note.txt", "One.\nTwo.\nThree.\nFour.\n"},
                  {"folder/page.html", "<!doctype html>\n<p>No packet is in this page.\n"},
                  {"lines.ndjson", sample_lines()[2] + sample_lines()[3]}};
    disk.files["folder/partial.ndjson"] = disk.run({"rollup", "lines.ndjson", "--partial"}).results;
    const std::string whole = disk.run({"rollup", "folder", "--partial"}).results;
    for (const std::size_t edge : {std::size_t{1}, std::size_t{2}, std::size_t{40}, packet.size() / 2}) {
      disk.files["part0"] = disk.run({"rollup", "folder", "--partial", "--bytes", concat("0:", edge)}).results;
      disk.files["part1"] = disk.run({"rollup", "folder", "--partial", "--bytes", concat(edge, ":", edge)}).results;
      disk.files["part2"] = disk.run({"rollup", "folder", "--partial", "--bytes", concat(edge, ":")}).results;
      CHECK(disk.run({"rollup", "part0", "part1", "part2", "--partial"}).results == whole);
    }
  }
  TEST_CASE("what does not fit into memory is spilled: equal bytes, of packets and of partials; a report holds all") {
    Disk disk;
    disk.files = {{"all.ndjson", concat(all_lines(), "hello\n", all_lines())}};
    const std::string whole = disk.run({"rollup", "all.ndjson", "--partial"}).results;
    const std::string report = disk.run({"rollup", "all.ndjson", "--format", "json"}).results;
    disk.files["whole"] = whole;
    CHECK(disk.scratches == 0);
    for (const std::size_t most : {std::size_t{1}, std::size_t{20'000}, std::size_t{60'000}}) {
      disk.most_held = most;
      CHECK(disk.run({"rollup", "all.ndjson", "--partial"}).results == whole);
      CHECK(disk.run({"rollup", "whole", "all.ndjson", "whole", "--partial"}).results == whole);
      CHECK(disk.run({"rollup", "all.ndjson", "--format", "json"}).results == report);
    }
    CHECK(disk.scratches == 6);
    disk.has_scratch = false;
    const Outcome outcome = disk.run({"rollup", "all.ndjson", "--partial"});
    CHECK(outcome.exit == Exit::bad_use);
    CHECK(outcome.messages == "telework: There is no room.\n");
    CHECK(outcome.results.empty());
  }
  TEST_CASE(
      "a file without a final newline gives the same bytes, by ranges too; an empty one gives nothing and is named") {
    Disk disk;
    disk.files = {{"all.ndjson", all_lines()}};
    const std::string whole = disk.run({"rollup", "all.ndjson", "--partial"}).results;
    std::string& file = disk.files["all.ndjson"];
    REQUIRE(file.ends_with('\n'));
    file.pop_back();
    CHECK(disk.run({"rollup", "all.ndjson", "--partial"}).results == whole);
    // An edge in the last letter, and one behind it.
    for (const std::size_t edge : {file.size() - 1, file.size()}) {
      disk.files["a"] = disk.run({"rollup", "all.ndjson", "--partial", "--bytes", concat("0:", edge)}).results;
      disk.files["b"] = disk.run({"rollup", "all.ndjson", "--partial", "--bytes", concat(edge, ":")}).results;
      CHECK(disk.run({"rollup", "a", "b", "--partial"}).results == whole);
    }
    disk.files = {{"empty.ndjson", ""}};
    const std::string nothing = disk.run({"rollup", "empty.ndjson", "--partial"}).results;
    CHECK(test::contains(nothing, "{\"left_out\":\"empty.ndjson\",\"kind\":\"not_a_packet\""));
    CHECK(test::contains(nothing, "{\"lines\":\"1\"}\n"));
  }
  TEST_CASE("files of a folder give what their lines give, but for their places") {
    Disk disk;
    for (std::size_t i = 0; i < sample_lines().size(); ++i)
      disk.files[concat("folder/", 100 + i, ".json")] = sample_lines()[i];
    disk.files["all.ndjson"] = all_lines();
    const auto counted = [&](std::string_view path) {
      const Result<Json> report = read_json(disk.run({"rollup", path, "--format", "json"}).results);
      REQUIRE(report.has_value());
      return *report;
    };
    const Json one = counted("folder");
    const Json other = counted("all.ndjson");
    const std::vector<Json>& tables = *one.find("tables")->as_array();
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (*tables[i].find_string("id") != "R0_left_out") CHECK(tables[i] == (*other.find("tables")->as_array())[i]);
    }
  }
  TEST_CASE("a bad line costs itself alone and is named with its place; so does a file that is gone") {
    Disk disk;
    const std::string good = sample_lines()[2];
    disk.files = {{"f/all.ndjson", concat(good, "hello\n", "{\"format\": \"telework-packet/1\"}\n")},
                  {"f/gone.json", "{}"},
                  {"f/note.txt", "hi"}};
    disk.gone = "f/gone.json";
    const std::string partial = disk.run({"rollup", "f", "--partial"}).results;
    CHECK(test::contains(partial,
                         concat("{\"left_out\":\"f/all.ndjson, byte ", good.size(), "\",\"kind\":\"unreadable\"")));
    CHECK(test::contains(partial,
                         concat("{\"left_out\":\"f/all.ndjson, byte ", good.size() + 6, "\",\"kind\":\"without_id\"")));
    CHECK(test::contains(
        partial,
        "{\"left_out\":\"f/gone.json\",\"kind\":\"unreadable\",\"reason\":\"\\\"f/gone.json\\\" cannot be opened.\"}"));
    CHECK(test::contains(partial, "{\"left_out\":\"f/note.txt\",\"kind\":\"not_a_packet\""));
  }
  TEST_CASE(
      "a partial that is refused ends it: nothing is written, and the message has the file, the line and the reason") {
    Disk disk;
    disk.files = {
        {"all.ndjson", sample_lines()[1]},
        {"newer", "{\"format\":\"telework-rollup/2\"}\n"},
        {"year",
         "{\"format\":\"telework-rollup/1\",\"fiscal_year\":\"2026\",\"day\":\"2026-09-30\"}\n{\"lines\":\"0\"}\n"},
        {"cut", "{\"format\":\"telework-rollup/1\",\"fiscal_year\":\"2027\",\"day\":\"2026-11-27\"}\n"}};
    const Outcome newer = disk.run({"rollup", "all.ndjson", "newer", "--partial"});
    CHECK(newer.exit == Exit::bad_use);
    CHECK(newer.results.empty());
    CHECK(newer.messages ==
          "telework: newer: line 1, format: A newer version of this tool made the partial (\"telework-rollup/2\"); "
          "read it "
          "with that version, or make it again of the packets with this one.\n");
    CHECK(disk.run({"rollup", "year", "--partial"}).messages ==
          "telework: year: line 1: It was made for fiscal year 2026, and this is one of fiscal year 2027: budgets and "
          "spending are of the year. Make it again with --fiscal-year 2027.\n");
    CHECK(disk.run({"rollup", "year", "--partial", "--fiscal-year", "2026"}).exit == Exit::good);
    CHECK(
        disk.run({"rollup", "cut", "--partial"}).messages ==
        "telework: cut: line 2: The partial ends too early: its last line, which says how many there are, is missing. "
        "Make it again.\n");
    const std::string report = disk.run({"rollup", "all.ndjson", "--format", "json"}).results;
    disk.files["report.json"] = report;
    CHECK(
        test::contains(disk.run({"rollup", "report.json"}).messages, "This is a report of this tool, not a packet. "));
    // Also beside packets of other offices, and written anew.
    const Outcome beside = disk.run({"rollup", "all.ndjson", "report.json", "--partial"});
    CHECK(beside.exit == Exit::bad_use);
    CHECK(beside.results.empty());
    disk.files["spaced.json"] = concat("{ ", report.substr(1));
    CHECK(test::contains(disk.run({"rollup", "all.ndjson", "spaced.json", "--partial"}).results,
                         "\"kind\":\"unreadable\",\"reason\":\"This is a report of this tool, not a packet. "));
    CHECK(test::contains(disk.run({"rollup", "all.ndjson", "--previous", "newer"}).messages,
                         "telework: newer: line 1, format: "));
  }
  TEST_CASE("--out: every format and the partial, each whole; for circulation without the partial") {
    Disk disk;
    disk.files = {{"all.ndjson", all_lines()}};
    CHECK(disk.run({"rollup", "all.ndjson", "--out", "d"}).exit == Exit::good);
    for (const std::string_view name :
         {"d/report.html", "d/report.xlsx", "d/report.json", "d/R1.csv", "d/notes.csv", "d/partial.ndjson"}) {
      CHECK_MESSAGE(disk.kept.contains(std::string(name)), name);
    }
    CHECK(disk.kept["d/partial.ndjson"] == disk.run({"rollup", "all.ndjson", "--partial"}).results);
    disk.kept.clear();
    CHECK(disk.run({"rollup", "all.ndjson", "--out", "d/", "--edition", "circulation"}).exit == Exit::good);
    CHECK(!disk.kept.contains("d/partial.ndjson"));
    CHECK(!disk.kept.contains("d/R1_cases.csv"));
    CHECK(disk.kept.contains("d/R1.csv"));
    disk.files["settings.json"] = R"({"smallest_count": 1000})";
    CHECK(disk.run({"rollup", "all.ndjson", "--out", "d", "--edition", "circulation", "--settings", "settings.json"})
              .exit == Exit::good);
    CHECK(test::contains(disk.kept["d/R1.csv"], "\r\nOther,"));
    CHECK(!test::contains(disk.kept["d/R1.csv"], "PBS"));
    disk.cannot_keep = "d/report.json";
    const Outcome full = disk.run({"rollup", "all.ndjson", "--out", "d", "--format", "json"});
    CHECK(full.exit == Exit::bad_use);
    CHECK(full.messages == "telework: \"d/report.json\" cannot be written (full).\n");
  }
  TEST_CASE("--template, filled in, is read as --actuals; a sheet's problems are told too") {
    Disk disk;
    disk.files = {{"all.ndjson", all_lines()}};
    std::string sheet = disk.run({"rollup", "all.ndjson", "--template"}).results;
    REQUIRE(test::contains(sheet, ",2027H1,,,\r\n"));
    sheet.replace(sheet.find(",2027H1,,,"), 10, ",2027H1,77.70,1,sheet");
    disk.files["actuals.csv"] = sheet;
    disk.files["bad.csv"] = "a;b\n";
    const Outcome outcome =
        disk.run({"rollup", "all.ndjson", "--actuals", "actuals.csv", "--headcount", "bad.csv", "--format", "json"});
    CHECK(outcome.exit == Exit::good);
    CHECK(test::contains(outcome.results, "\"77.70\""));
    CHECK(outcome.messages.starts_with(
        "bad.csv: line 1: The first line is \"a;b\"; it has to be exactly component,employees"));
  }
  TEST_CASE("asked to stop it writes nothing; where standard output is full it ends") {
    Disk disk;
    disk.files = {{"all.ndjson", all_lines()}};
    disk.stop_after = 0;
    const Outcome stopped = disk.run({"rollup", "all.ndjson", "--partial"});
    CHECK(stopped.exit == Exit::stopped);
    CHECK(stopped.results.empty());
    CHECK(stopped.messages == "telework: stopped; nothing was written.\n");
    disk.stop_after = SIZE_MAX;
    disk.write_room = 3'000;
    CHECK(disk.run({"facts", "all.ndjson"}).results.size() <= 3'000);
  }
  TEST_CASE("bad use says what goes together") {
    Disk disk;
    const auto said = [&](std::vector<std::string_view> arguments) {
      arguments.insert(arguments.begin(), {"rollup", "x"});
      const Outcome outcome = disk.run(arguments);
      CHECK(outcome.exit == Exit::bad_use);
      return messages_without_usage(outcome);
    };
    CHECK(said({"--edition", "public"}) == "telework: --edition: \"public\" is neither ohrm nor circulation.");
    CHECK(said({"--format", "pdf"}) == "telework: --format: \"pdf\" is none of html, xlsx, csv, json.");
    CHECK(said({"--format", "csv"}) == "telework: --format csv writes a file a table; name the folder with --out.");
    CHECK(
        said({"--bytes", "0:9"}) ==
        "telework: --bytes reads a part of the packets; it goes with --partial, and the parts are put together then.");
    CHECK(said({"--partial", "--template"}) == "telework: --partial and --template do not go together.");
    CHECK(said({"--actuals", "none.csv"}) == "telework: \"none.csv\" cannot be opened.");
  }
}

TEST_SUITE("cli: sample") {
  TEST_CASE("so many lines, the same for any number of threads") {
    Disk disk;
    const Outcome one = disk.run({"sample", "--packets", "5", "--seed", "3", "--jobs", "1"});
    CHECK(one.results ==
          sample_lines()[0] + sample_lines()[1] + sample_lines()[2] + sample_lines()[3] + sample_lines()[4]);
    CHECK(disk.run({"sample", "--packets", "5", "--seed", "3", "--jobs", "3"}).results == one.results);
    CHECK(messages_without_usage(disk.run({"sample"})) == "telework: say how many with --packets.");
    CHECK(messages_without_usage(disk.run({"sample", "x", "--packets", "2"})) ==
          "telework: sample takes no file; it writes to standard output.");
  }
}
