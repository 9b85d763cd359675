// The commands on the chain: what they record, tell and refuse, and with which exit (HRM 6040.2 ¶9).
#include <doctest/doctest.h>

#include <map>

#include "base/json_reader.h"
#include "base/sha256.h"
#include "base/text.h"
#include "cli/command.h"
#include "long_text.h"
#include "packet/golden.h"
#include "packet/two_packets.h"

using namespace ftt;
using cli::Exit;
using cli::Outcome;
using test::contains;

namespace {

using Words = std::vector<std::string_view>;

// A machine with these files on it.
class Machine {
 public:
  Machine() {
    const Packet packet = test::with(test::example_a(), {{Leaf::record_budget_contact_name, "B. Lee"}});
    files["a.json"] = write_packet(packet, test::assessment_of(packet));
  }

  Outcome run(const Words& words) {
    int drawn = 0;
    return cli::run(words,
                    {test::rates_at_hand(),
                     calendar_date(2025, 6, 10),
                     "noon",
                     {calendar_date(2025, 6, 10), 12},
                     [&](std::string_view name) { return read(name); },
                     [&](std::string_view name, const std::function<bool(std::string_view)>& take) -> Result<Unit> {
                       const std::string bytes = FTT_TRY(read(name));
                       for (std::size_t i = 0; i < bytes.size(); i += 7) take(std::string_view(bytes).substr(i, 7));
                       return Unit{};
                     },
                     [](std::string_view) { return true; },
                     [] { return Rates(test::rates_of({"history"})); },
                     [&](std::string_view folder) { return list(folder); },
                     [&](std::string_view name, std::string_view bytes) -> Result<Unit> {
                       files[std::string(name)] = bytes;
                       return Unit{};
                     },
                     [&] { return sha256_hex(concat(words.size(), files.size(), ++drawn)).substr(0, 32); }});
  }

  // The packet that comes of it, kept under the name.
  void record(std::string_view from, std::string_view to, const Words& words) {
    Words all = {"record", from, "--by", "Sam Doe", "--title", "Director", "--on", "2025-06-02"};
    all.insert(all.end(), words.begin(), words.end());
    const Outcome outcome = run(all);
    REQUIRE_MESSAGE(outcome.exit == Exit::good, outcome.messages);
    files[std::string(to)] = outcome.results;
  }

  // Requested, submitted, concurred on by the supervisor.
  void begin() {
    record("a.json", "1.json", {"--act", "requested"});
    record("1.json", "2.json",
           {"--act", "submitted", "--route", "second_level=not_applicable", "--route", "third_level=not_applicable",
            "--route", "executive=Kim Roe"});
    record("2.json", "3.json", {"--act", "concurred", "--step", "supervisor", "--evidence", "signed_mail=in/mail.eml"});
  }

  std::map<std::string, std::string> files{{"in/mail.eml", "hello"}};

 private:
  Result<std::string> read(std::string_view name) {
    const auto found = files.find(std::string(name));
    if (found != files.end()) return found->second;
    return Error{ErrorCode::not_found, "", concat(in_quotes(name), " cannot be opened; check its name.")};
  }

  Result<std::vector<std::string>> list(std::string_view folder) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files) {
      if (name.starts_with(concat(folder, "/"))) names.push_back(name.substr(folder.size() + 1));
    }
    if (!names.empty()) return names;
    return Error{ErrorCode::not_found, "", concat(in_quotes(folder), " cannot be opened as a folder; check its name.")};
  }
};

Json json_of(const Outcome& outcome) {
  Result<Json> json = read_json(outcome.results);
  REQUIRE(json.has_value());
  return *std::move(json);
}

std::string with_trips(std::string packet, std::string_view trips) {
  return test::replaced(std::move(packet), "\"trips\": 4", concat("\"trips\": ", trips));
}

}  // namespace

TEST_SUITE("cli: the chain") {
  TEST_CASE("record: the packet with the entry on standard output, warnings beside it; chain tells where it is") {
    Machine machine;
    const Outcome first =
        machine.run({"record", "a.json", "--act", "requested", "--by", "Sam Doe", "--on", "2025-06-01"});
    CHECK(first.exit == Exit::good);
    CHECK(contains(first.messages, "a.json: It is dated Sunday, June 1, 2025, a weekend or holiday"));
    machine.begin();
    const Outcome told = machine.run({"chain", "3.json"});
    CHECK(told.exit == Exit::good);
    const Json chain = json_of(told);
    CHECK(*chain.find_string("state") == "in_chain");
    CHECK(*chain.find("holder")->find_string("step") == "executive");
    CHECK(*chain.find("holder")->find_string("name") == "Kim Roe");
    CHECK(chain.find("entries")->as_array()->size() == 3);
    CHECK(contains(machine.files["3.json"], concat("\"sha256\": \"", sha256_hex("hello"), "\"")));
    CHECK(contains(machine.files["3.json"], "\"revision\": 6"));
    CHECK(machine.run({"chain", "3.json", "--text"}).results.starts_with("In the chain of command: Kim Roe, since "));
    CHECK(*json_of(machine.run({"chain", "a.json"})).find("recorded") == Json::boolean(false));
  }

  TEST_CASE("record: what cannot be recorded says why, with exit 1; what it lacks, with 2") {
    Machine machine;
    machine.begin();
    const Words author = {"--by", "Sam Doe", "--on", "2025-06-02"};
    const auto run = [&](Words words) {
      words.insert(words.end(), author.begin(), author.end());
      return machine.run(words);
    };
    const Outcome out_of_order = run({"record", "2.json", "--act", "concurred", "--step", "executive"});
    CHECK(out_of_order.exit == Exit::packet_has_problems);
    CHECK(out_of_order.results.empty());
    CHECK(out_of_order.messages == "2.json: act: It is with the immediate supervisor; that step acts first.\n");
    CHECK(run({"record", "3.json", "--act", "denied", "--step", "executive"}).messages ==
          "3.json: reason: Give the reason.\n");
    CHECK(run({"record", "a.json", "--act", "submitted"}).messages ==
          "a.json: route: Say who takes each step, and whether second and third level apply.\n");
    CHECK(run({"record", "1.json", "--act", "submitted", "--route", "executive=Kim Roe"}).messages ==
          "1.json: chain.entries.1.route.second_level: name a person or an office, or write \"not_applicable\"\n");
    for (const Words& words :
         {Words{"record", "a.json"}, Words{"record", "--act", "note"}, Words{"record", "a.json", "--act", "blessed"},
          Words{"record", "a.json", "--act", "note", "--step", "clerk"},
          Words{"record", "a.json", "--act", "submitted", "--route", "executive"},
          Words{"record", "a.json", "--act", "submitted", "--matter", "x"},
          Words{"record", "a.json", "--act", "note", "--evidence", "mail=none.eml"},
          Words{"record", "none.json", "--act", "note"}}) {
      const Outcome refused = run(words);
      CHECK(refused.exit == Exit::bad_use);
      CHECK(contains(refused.messages, "\nusage: telework record "));
    }
    CHECK(machine.run({"record", "a.json", "--act", "note", "--by", "Sam Doe"}).exit == Exit::bad_use);
  }

  TEST_CASE("verify: 0 holds, 1 something void or broken, 2 bad use; each file by itself") {
    Machine machine;
    machine.begin();
    machine.files["edited.json"] = with_trips(machine.files["3.json"], "9");
    machine.files["broken.json"] = test::replaced(machine.files["3.json"], "\"Director\"", "\"Clerk\"");
    const Outcome good = machine.run({"verify", "3.json", "a.json"});
    CHECK(good.exit == Exit::good);
    CHECK(good.results.starts_with("3.json: it holds; head "));
    CHECK(good.results.ends_with("a.json: nothing is recorded in it\n"));
    const Outcome edited = machine.run({"verify", "3.json", "edited.json"});
    CHECK(edited.exit == Exit::packet_has_problems);
    CHECK(
        contains(edited.results, "edited.json: The concurrence of June 2, 2025 by the immediate supervisor is void: "));
    const Outcome broken = machine.run({"verify", "broken.json"});
    CHECK(broken.exit == Exit::packet_has_problems);
    CHECK(broken.results.starts_with("broken.json: chain.entries.0.digest: it was changed after it was recorded"));
    CHECK(machine.run({"verify", "none.json", "broken.json"}).exit == Exit::bad_use);
    CHECK(machine.run({"verify"}).exit == Exit::bad_use);
    machine.files["copy.json"] = machine.run({"redact", "3.json"}).results;
    const Outcome copy = machine.run({"verify", "copy.json"});
    CHECK(copy.exit == Exit::packet_has_problems);
    CHECK(copy.results == "copy.json: The chain is as recorded; it can be verified in the full copy only.\n");
  }

  TEST_CASE("--heads keeps what was seen, and names a copy whose end was cut off; without it nothing is kept") {
    Machine machine;
    machine.begin();
    CHECK(machine.run({"chain", "3.json"}).exit == Exit::good);
    CHECK(machine.files.count("seen.json") == 0);
    CHECK(machine.run({"chain", "3.json", "--heads", "seen.json"}).exit == Exit::good);
    CHECK(machine.files.count("seen.json") == 1);
    for (const std::string_view command : {"chain", "verify"}) {
      const Outcome cut = machine.run({command, "2.json", "--heads", "seen.json"});
      CHECK(cut.exit == Exit::packet_has_problems);
      CHECK(
          contains(concat(cut.results, cut.messages), "This copy ends before an entry of June 2, 2025 that was seen"));
    }
    const Outcome refused = machine.run({"record", "2.json", "--act", "note", "--statement", "x", "--by", "Sam Doe",
                                         "--on", "2025-06-03", "--heads", "seen.json"});
    CHECK(refused.exit == Exit::packet_has_problems);
    CHECK(machine.run({"chain", "3.json", "--heads", "a.json"}).exit == Exit::bad_use);
  }

  TEST_CASE(
      "merge: one packet, or exit 1 with the questions; answered by --resolve, the same whichever is named first") {
    Machine machine;
    machine.begin();
    machine.files["x.json"] = with_trips(machine.files["3.json"], "9");
    machine.files["y.json"] = with_trips(machine.files["3.json"], "2");
    machine.record("x.json", "a9.json", {"--act", "note", "--statement", "nine"});
    machine.record("y.json", "b2.json", {"--act", "note", "--statement", "two"});
    const Words by = {"--by", "Kim Roe", "--on", "2025-06-10"};
    const auto merged = [&](std::string_view a, std::string_view b, Words more) {
      Words words = {"merge", a, b};
      words.insert(words.end(), by.begin(), by.end());
      words.insert(words.end(), more.begin(), more.end());
      return machine.run(words);
    };
    const Outcome open = merged("a9.json", "b2.json", {});
    CHECK(open.exit == Exit::packet_has_problems);
    const Json question = json_of(open).find("conflicts")->as_array()->front();
    CHECK(*question.find_string("at") == "/travel_budget/trips");
    CHECK(*question.find("words")->find_string("a") == "9");
    machine.files["answers.json"] = R"({"answers": [{"at": "/travel_budget/trips", "value": 2}]})";
    const Outcome one = merged("a9.json", "b2.json", {"--resolve", "answers.json"});
    CHECK(one.exit == Exit::good);
    CHECK(one.results == merged("b2.json", "a9.json", {"--resolve", "answers.json"}).results);
    machine.files["m.json"] = one.results;
    const Json chain = json_of(machine.run({"chain", "m.json"}));
    CHECK(*chain.find_string("soundness") == "sound");
    CHECK(*chain.find("entries")->as_array()->back().find_string("act") == "merged");
    CHECK(merged("3.json", "b2.json", {}).results == machine.files["b2.json"]);
    CHECK(merged("a.json", "none.json", {}).exit == Exit::bad_use);
    CHECK(merged("a9.json", "b2.json", {"--resolve", "a.json"}).exit == Exit::bad_use);
    const Outcome unnamed = machine.run({"merge", "a9.json", "b2.json", "--resolve", "answers.json"});
    CHECK(unnamed.exit == Exit::bad_use);
    CHECK(
        unnamed.messages.starts_with("telework: Both copies went on: name who merges them, --by, and the day, --on."));
    machine.files["other.json"] = test::replaced(machine.files["3.json"], "\"id\": \"", "\"id\": \"x");
    CHECK(merged("3.json", "other.json", {}).exit == Exit::packet_has_problems);
  }

  TEST_CASE("inbox: a line a packet, older copies folded, what is no packet counted; or its due dates") {
    Machine machine;
    machine.begin();
    machine.files["in/1.json"] = machine.files["1.json"];
    machine.files["in/3.json"] = machine.files["3.json"];
    machine.files["in/hello.json"] = "hello";
    const Outcome table = machine.run({"inbox", "in"});
    CHECK(table.exit == Exit::good);
    const std::vector<std::string_view> lines = split(table.results, '\n');
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == "case\tstate\twaits for\tsince\tdue\tover by\tcopies\twarning\tfile");
    CHECK(lines[1].ends_with("\t2025-07-01\t\t2\t\t3.json"));
    CHECK(table.messages == "in: 2 of its files are no packets.\n");
    const Outcome dates = machine.run({"inbox", "in", "--ics"});
    CHECK(test::calendar_line(dates.results, "DTSTART;VALUE=DATE") == "20250701");
    CHECK(machine.run({"inbox", "none"}).exit == Exit::bad_use);
  }

  TEST_CASE("evaluate and calendar go by the chain") {
    Machine machine;
    machine.begin();
    CHECK(*json_of(machine.run({"evaluate", "3.json"})).find("holder")->find_string("kind") == "executive");
    CHECK(contains(machine.run({"calendar", "3.json"}).results, "DTSTART;VALUE=DATE:20250701"));
  }
}
