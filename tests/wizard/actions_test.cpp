// The table of acts: what the page's scripts name of it, and that every button of the wizard is one of them.
#include "wizard/state/actions.h"
#include "wizard/state/chain_act.h"

#include <set>

#include "base/text.h"
#include "long_text.h"
#include "packet/golden.h"
#include "person.h"
#include "wizard/state/fresh_ids.h"
#include "wizard/state/shown_report.h"
#include "wizard/state/steps.h"

namespace ftt::test {
namespace {

// "bannerPrint" for "banner.print".
std::string script_name(std::string_view id) {
  std::string name;
  bool is_new_word = false;
  for (const char c : id) {
    const bool is_between = c == '.' || c == '_' || c == ':';
    if (!is_between) name += is_new_word ? to_ascii_upper(c) : c;
    is_new_word = is_between;
  }
  return name;
}

// The table as the page's scripts have it. What a star stands for, they never name.
std::string script_of_actions() {
  std::string script =
      "// The acts of the wizard that a script can name, and the tasks of Session.goTo(): made of the table in\n"
      "// src/wizard/state/actions.h when its test runs with FTT_UPDATE_GOLDENS=1.\n"
      "//\n"
      "// Does not know what they do.\n";
  append(script, "\n// The file field that takes a file by its digest alone.\nexport const evidenceFile = '", evidence_file,
         "';\n\n");
  append(script, "// The step where dropped files go to the report on many packets.\nexport const reportStep = '",
         words_of(Step::report).id, "';\n\n");
  script += "// The file fields of the report on many packets, by what each takes.\nexport const sheetFields = {\n";
  for (const ReportSheet& sheet : report_sheets()) append(script, "  ", sheet.name, ": '", sheet.field, "',\n");
  script += "};\n\n";
  constexpr std::string_view offered = "start.";
  std::string tasks = "'start'";
  for (const std::string_view id : action_ids) {
    if (contains(id, "*")) continue;
    append(script, "export const ", script_name(id), " = '", id, "';\n");
    if (id.starts_with(offered)) append(tasks, ", '", id.substr(offered.size()), "'");
  }
  return concat(script, "\nexport const tasks = [", tasks, "];\n");
}

void add_buttons(const Node& node, std::set<std::string>& ids) {
  if (node.kind == NodeKind::button) ids.insert(node.id);
  for (const Node& child : node.children) add_buttons(child, ids);
}

}  // namespace

TEST_SUITE("wizard: acts") {
  TEST_CASE("the page's scripts name the acts of the table and no others") {
    const std::string path = FTT_TESTS_DIR "/../web/package/actions.mjs";
    if (is_update()) write_file(path, script_of_actions());
    CHECK(read_file(path) == script_of_actions());
  }

  TEST_CASE("an act is found by its button's id, with what it is about in the place of the star") {
    for (const std::string_view id : action_ids) {
      const std::optional<Act> plain = find_act(id);
      REQUIRE(plain.has_value());
      CHECK(plain->action.id() == id);
      CHECK(id_of(plain->action, plain->about) == id);
    }
    const std::optional<Act> kept = find_act("kept.open:2a5c.9/1");
    REQUIRE(kept.has_value());
    CHECK(kept->action == action("kept.open:*"));
    CHECK(kept->about == "2a5c.9/1");
    const std::optional<Act> entry = find_act("actuals.12.remove");
    REQUIRE(entry.has_value());
    CHECK(entry->about == "12");
    CHECK(id_of(action("actuals.*.remove"), "12") == "actuals.12.remove");
    for (const std::string_view none :
         {"", "kept.open:", "actuals.remove", "actuals..remove", "banner", "banner.saved"}) {
      CHECK_MESSAGE(!find_act(none).has_value(), std::string(none));
    }
  }

  TEST_CASE("every button on every step is an act of the table") {
    Person person;
    REQUIRE(person.session
                .set_surroundings(R"({"keeping":"on","set_aside":1,"checks":[{"name":"Print","state":"good"}],"kept":[
                  {"id":"b","name":"Ito, Ken","words":"Revision 2","earlier":[{"id":"b/1","words":"revision 1"}]}]})")
                .has_value());
    person.read();
    type_example_a(person);
    std::set<std::string> buttons;
    for (const StepWords& step : all_steps()) {
      person.press(step.id);
      const Node screen = person.screen;
      for (const Node* node : nodes_of(screen)) {
        if (node->kind == NodeKind::disclosure && !node->flags.expanded) person.press(node->id);
      }
      add_buttons(person.screen, buttons);
    }
    for (const std::string& id : buttons) CHECK_MESSAGE(find_act(id).has_value(), id);
    CHECK(buttons.size() > 25);
  }

  TEST_CASE("what Start does not offer is no task, and changes nothing") {
    Person person;
    person.go_to("travel");
    CHECK_FALSE(person.session.go_to("banner.save").has_value());
    CHECK_FALSE(person.session.go_to("").has_value());
    CHECK(person.session.view().label.starts_with("Travel"));
    REQUIRE(person.session.go_to("review").has_value());
    CHECK(person.session.view().label.starts_with("Annual review"));
    REQUIRE(person.session.go_to("start").has_value());
    CHECK(person.session.view().label.starts_with("Start"));
  }

  TEST_CASE("no two ids of a session are alike, nor those of two sessions") {
    std::set<std::string> ids;
    for (const char* seed : {"one", "other"}) {
      FreshIds fresh{seed};
      for (int i = 0; i < 100; ++i) ids.insert(fresh.next());
    }
    CHECK(ids.size() == 200);
    for (const std::string& id : ids) {
      CHECK(id.size() == 36);
      CHECK(id[14] == '8');
      CHECK(contains("89ab", std::string_view(id).substr(19, 1)));
    }
  }
}

}  // namespace ftt::test
