// ¶6a(1), ¶6d, ¶12a: what a change of place or of position means, told from two rounds of answers.
#include "rules/endings.h"

#include <doctest/doctest.h>

#include "figures.h"
#include "rules/asked_of.h"
#include "rules/change.h"

using namespace ftt;

namespace {

struct Changed {
  Leaf leaf;
  std::string_view text;
};

Answers in_denver() {
  Answers answers;
  for (const Changed& set :
       {Changed{Leaf::employee_requested_worksite_address, "1 Main St"},
        Changed{Leaf::employee_requested_worksite_city, "Denver"},
        Changed{Leaf::employee_requested_worksite_county, "Denver County"},
        Changed{Leaf::employee_requested_worksite_state, "CO"}, Changed{Leaf::position_title, "Program Analyst"},
        Changed{Leaf::position_series, "0343"}, Changed{Leaf::position_pay_plan, "GS"},
        Changed{Leaf::position_grade, "12"}, Changed{Leaf::position_step, "5"},
        Changed{Leaf::position_supervisory, "no"}, Changed{Leaf::position_office_component, "PBS"}}) {
    answers.set(set.leaf, set.text);
  }
  return answers;
}

std::vector<Finding> after(std::initializer_list<Changed> changes, std::string_view area = "DEN") {
  const Answers before = in_denver();
  Answers now = before;
  for (const Changed& change : changes) now.set(change.leaf, change.text);
  return find_endings({before, "DEN", "Denver-Aurora, CO"}, {now, area, {}});
}

const Finding& only(const std::vector<Finding>& findings) {
  REQUIRE(findings.size() == 1);
  return findings.front();
}

}  // namespace

TEST_SUITE("rules: changes that end an arrangement") {
  TEST_CASE("nothing has changed: nothing is found, also where the pay area was drawn anew around the worksite") {
    CHECK(after({}).empty());
    CHECK(after({}, "RUS").empty());
  }

  TEST_CASE("¶12a: a move to another pay area ends it") {
    const std::vector<Finding> findings = after({{Leaf::employee_requested_worksite_city, "Boise"},
                                                 {Leaf::employee_requested_worksite_county, "Ada County"},
                                                 {Leaf::employee_requested_worksite_state, "ID"}},
                                                "RUS");
    CHECK(only(findings).rule == "change.locality");
    CHECK(only(findings).status == Status::fail);
    CHECK(only(findings).cite == cite("HRM 6040.2 ¶12a"));
    CHECK(only(findings).message ==
          "The official worksite moves from Denver, CO to Boise, ID, out of the locality pay area Denver-Aurora, CO "
          "into RUS: the arrangement must end.");
  }

  TEST_CASE("¶1d, ¶6d: a move in the same pay area takes a new arrangement, with or without its name") {
    const std::vector<Finding> findings = after({{Leaf::employee_requested_worksite_city, "Boulder"},
                                                 {Leaf::employee_requested_worksite_county, "Boulder County"}});
    CHECK(only(findings).rule == "change.worksite");
    CHECK(only(findings).status == Status::fail);
    CHECK(only(findings).cite == cite("HRM 6040.2 ¶1d"));
    CHECK(only(findings).message ==
          "The official worksite moves from Denver, CO to Boulder, CO, in the same locality pay area: a new "
          "arrangement is required.");
    CHECK(only(findings).next ==
          "The employee starts a new arrangement for the new official worksite. It goes through the whole assessment "
          "and approval. ¶1d asks for it at any change of worksite. ¶6a(1) names only changes of locality pay, and "
          "¶12a only moves out of the pay area.");
    CHECK(only(after({{Leaf::employee_requested_worksite_address, "9 Oak St"}})).rule == "change.worksite");
    CHECK(only(after({{Leaf::employee_requested_worksite_city, "Montbello"}}, "")).rule == "change.worksite");
  }

  TEST_CASE("a place in other letters, or filled in or emptied, is no move") {
    CHECK(after({{Leaf::employee_requested_worksite_city, "DENVER"}}).empty());
    CHECK(after({{Leaf::employee_requested_worksite_address, ""}}).empty());
  }

  TEST_CASE("¶6a(1): a move into a pay area that cannot be told yet may end it, and the county would tell") {
    const std::vector<Finding> findings = after({{Leaf::employee_requested_worksite_state, "ID"}}, "");
    CHECK(only(findings).rule == "change.locality");
    CHECK(only(findings).status == Status::unknown);
    CHECK(only(findings).settled_by == std::vector<Leaf>{Leaf::employee_requested_worksite_county});
  }

  TEST_CASE("¶12a: another pay plan, series or grade is another position; a step is not") {
    for (const Changed& change : {Changed{Leaf::position_grade, "13"}, Changed{Leaf::position_series, "0301"},
                                  Changed{Leaf::position_pay_plan, "ES"}}) {
      CAPTURE(change.text);
      CHECK(only(after({change})).rule == "change.position");
      CHECK(only(after({change})).status == Status::fail);
    }
    CHECK(test::figures_of(only(after({{Leaf::position_grade, "13"}})).message) == "12 13");
    CHECK(after({{Leaf::position_step, "6"}}).empty());
  }

  TEST_CASE("¶12a: a new title, office or supervision may be another position: HR can tell") {
    for (const Changed& change :
         {Changed{Leaf::position_title, "Management Analyst"}, Changed{Leaf::position_office_component, "FAS"},
          Changed{Leaf::position_supervisory, "yes"}}) {
      CAPTURE(change.text);
      CHECK(only(after({change})).rule == "change.position");
      CHECK(only(after({change})).status == Status::note);
      CHECK(only(after({change})).next ==
            "Ask the servicing HR office whether it is another position, or the same one under a new name.");
    }
  }

  TEST_CASE("¶1d, ¶12a: a change says what to do in the words, and by the paragraph, of the walk through ¶12") {
    const std::vector<Finding> moved = after({{Leaf::employee_requested_worksite_city, "Boise"},
                                              {Leaf::employee_requested_worksite_county, "Ada County"},
                                              {Leaf::employee_requested_worksite_state, "ID"},
                                              {Leaf::position_grade, "13"}},
                                             "RUS");
    const std::vector<Finding> nearby = after({{Leaf::employee_requested_worksite_address, "9 Oak St"}});
    CHECK(moved.size() + nearby.size() == 3);
    for (const std::vector<Finding>& findings : {moved, nearby}) {
      for (const Finding& found : findings) {
        CAPTURE(found.rule);
        CHECK(found.next == outcome_of(found.rule).next);
        CHECK(found.cite == outcome_of(found.rule).cite);
      }
    }
  }

  TEST_CASE("what ends it comes first") {
    const std::vector<Finding> findings =
        after({{Leaf::employee_requested_worksite_address, "9 Oak St"}, {Leaf::position_grade, "13"}});
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == "change.position");
    CHECK(findings[1].rule == "change.worksite");
  }
}
