// The whole canvas without a browser: what is placed where, what the pointer does, and when it is at rest.
#include "canvas/canvas.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "base/text.h"
#include "canvas/rasterizer.h"
#include "canvas/testing.h"

namespace ftt {
namespace {

// The ids of all nodes of a patch that something is drawn for.
std::vector<std::string> drawn_ids(const NodeStore& store, const std::string& id, Region region = Region::none) {
  std::vector<std::string> ids;
  const NodeRecord* record = store.find(id);
  if (record == nullptr) return ids;
  const Node& node = record->node;
  const bool is_frame = node.kind == NodeKind::screen || node.kind == NodeKind::region;
  // The tools of a bar are drawn one by one; their group has no shape of its own.
  const bool is_bar = node.kind == NodeKind::group && (region == Region::banner || region == Region::actions);
  if (!is_frame && !is_bar) ids.push_back(id);
  for (const std::string& child : record->children) {
    const Region own = node.kind == NodeKind::region ? node.region : region;
    for (std::string& below : drawn_ids(store, child, own)) ids.push_back(std::move(below));
  }
  return ids;
}

struct Size {
  float width, height;
};

constexpr Size sizes[] = {{320, 568},  {390, 844},  {639, 900},  {640, 900},   {768, 1024},
                          {1023, 700}, {1024, 768}, {1280, 800}, {1920, 1080}, {1280, 400}};

}  // namespace

TEST_CASE("every node has a place, in a region, and each place but one of its own") {
  NodeStore store;
  REQUIRE(store.apply(answer_with(every_kind())));
  const std::vector<std::string> ids = drawn_ids(store, "screen");
  for (const Size& size : sizes) {
    ReadyCanvas ready(every_kind(), size.width, size.height);
    REQUIRE(ready.is_ready());
    ready.settle();
    CAPTURE(size.width);
    CHECK(ready.layout.regions.size() == 5);
    std::set<std::string> placed;
    for (const PlacedItem& item : ready.layout.items) {
      CAPTURE(item.id);
      CHECK(placed.insert(item.id).second);
      CHECK(item.rect.w > 0);
      CHECK(item.rect.h > 0);
      CHECK(item.region != Region::none);
    }
    for (const std::string& id : ids) {
      CAPTURE(id);
      CHECK(placed.count(id) == 1);
    }
    for (const char* part : {"choice.tiles=per_night", "choice.list=", "cite:field.money", "field.money/label",
                             "field.money/hint", "field.money/understood", "share.one/problem", "work.inputs/total"}) {
      CAPTURE(part);
      CHECK(placed.count(part) == 1);
    }
  }
}

TEST_CASE("nothing is wider than its region or higher than its region's content") {
  for (const Size& size : sizes) {
    ReadyCanvas ready(every_kind(), size.width, size.height);
    ready.settle();
    for (const PlacedItem& item : ready.layout.items) {
      const PlacedRegion& region = *ready.region(item.region);
      CAPTURE(size.width);
      CAPTURE(item.id);
      CHECK(item.rect.x >= 0);
      CHECK(item.rect.right() <= region.content_width + 0.5F);
      CHECK(item.rect.y >= 0);
      CHECK(item.rect.bottom() <= region.content_height + 0.5F);
    }
  }
}

TEST_CASE("the regions cover the window side by side, or stand below each other on a stage that scrolls") {
  for (const Size& size : sizes) {
    ReadyCanvas ready(every_kind(), size.width, size.height);
    ready.settle();
    float area = 0;
    for (const PlacedRegion& region : ready.layout.regions) area += region.rect.w * region.rect.h;
    CHECK(area == doctest::Approx(size.width * ready.layout.height).epsilon(0.001));
    const bool is_stacked = size.width < 1024 || size.height < 480;
    CHECK((ready.layout.height > size.height) == is_stacked);
    if (is_stacked) {
      for (const PlacedRegion& region : ready.layout.regions) CHECK(region.rect.h >= region.content_height);
    }
  }
}

TEST_CASE("a click on a button, link, step, disclosure or citation is a press of it, and focuses it") {
  for (const PointerKind kind : {PointerKind::mouse, PointerKind::touch, PointerKind::pen}) {
    for (const char* id :
         {"banner.save", "step:pay", "actions.next", "cite:result.flip", "missing:travel_budget.trips"}) {
      ReadyCanvas ready(every_kind());
      ready.settle();
      ready.click(id, kind);
      CAPTURE(id);
      REQUIRE(ready.edits.size() == 1);
      CHECK(ready.edits[0].id == id);
      CHECK(ready.edits[0].action == PointerAction::press);
      CHECK(ready.focus == id);
    }
  }
}

TEST_CASE("a click on an option chooses its value, where it was scrolled to") {
  ReadyCanvas ready(every_kind());
  ready.settle();
  const float scrolled = ready.item("choice.tiles=per_night")->rect.y - 200;
  ready.canvas.set_scroll("main", scrolled);
  ready.settle();
  ready.click("choice.tiles=per_night", PointerKind::mouse, scrolled);
  REQUIRE(ready.edits.size() == 1);
  CHECK(ready.edits[0].id == "choice.tiles");
  CHECK(ready.edits[0].action == PointerAction::choose);
  CHECK(ready.edits[0].value == "per_night");
  CHECK(ready.focus == "choice.tiles=per_night");
}

TEST_CASE("a click on a box or its label checks it, and on a checked one opens it") {
  for (const auto& [id, chosen] : {std::pair("box.open", "yes"), std::pair("box.checked", "")}) {
    ReadyCanvas ready(every_kind());
    ready.settle();
    CHECK(ready.item(id)->rect.h >= 24);
    const float scrolled = ready.item(id)->rect.y - 200;
    ready.canvas.set_scroll("main", scrolled);
    ready.settle();
    ready.click(id, PointerKind::mouse, scrolled);
    REQUIRE(ready.edits.size() == 1);
    CHECK(ready.edits[0].id == id);
    CHECK(ready.edits[0].action == PointerAction::choose);
    CHECK(ready.edits[0].value == chosen);
    CHECK(ready.focus == id);
  }
}

TEST_CASE("on a stacked stage a click finds its button at the stage's scroll offset") {
  ReadyCanvas ready(every_kind(), 390, 844);
  ready.settle();
  const float scrolled = ready.layout.height - 844;
  ready.canvas.set_scroll("stage", scrolled);
  ready.settle();
  ready.click("actions.next", PointerKind::touch, scrolled);
  REQUIRE(ready.edits.size() == 1);
  CHECK(ready.edits[0].id == "actions.next");
}

TEST_CASE(
    "where there is no room for a column of steps they are one row that scrolls sideways, and nothing else does") {
  for (const Size& size : sizes) {
    ReadyCanvas ready(every_kind(), size.width, size.height);
    ready.settle();
    const bool is_stacked = size.width < 1024 || size.height < 480;
    for (const PlacedRegion& region : ready.layout.regions) {
      CAPTURE(size.width);
      if (region.region != Region::steps) CHECK(region.content_width == region.rect.w);
      if (region.region == Region::steps && is_stacked) CHECK(region.content_height == 44);
    }
  }
  ReadyCanvas ready(every_kind(), 320, 844);
  ready.settle();
  const PlacedRegion steps = *ready.region(Region::steps);
  REQUIRE(steps.content_width > steps.rect.w);
  const PlacedItem* last = nullptr;
  for (const PlacedItem& item : ready.layout.items) {
    if (item.id.starts_with("step:")) last = &item;
  }
  REQUIRE(last != nullptr);
  REQUIRE(last->rect.x > steps.rect.w);
  const std::string id = last->id;
  const float left = steps.content_width - steps.rect.w;
  const float x = last->rect.x + last->rect.w / 2 - left, y = steps.rect.y + last->rect.h / 2;
  ready.canvas.set_scroll("steps", 0, left);
  ready.settle();
  for (const bool is_pressed : {false, true, false}) {
    ready.canvas.pointer(x, y, is_pressed, PointerKind::mouse);
    ready.settle();
  }
  REQUIRE(ready.edits.size() == 1);
  CHECK(ready.edits[0].id == id);
}

TEST_CASE("the citations of a row stand behind what was understood, or all of them below it") {
  const auto field = [](const char* id, const char* understood) {
    return concat(R"({"id":")", id, R"(","kind":"field","label":"Share","understood":")", understood,
                  R"(","cite":"App. A, Part E, line 1"})");
  };
  const auto tops = [&](const char* first) {
    const std::string patch = concat(R"({"root":"screen","nodes":[{"id":"screen","kind":"screen","children":["main"]},)"
                                     R"({"id":"main","kind":"region","region":"main","children":["row"]},)"
                                     R"({"id":"row","kind":"group","arrange":"row","children":["one","two","three"]},)",
                                     field("one", first), ",", field("two", "5%"), ",", field("three", "0%"), "]}");
    ReadyCanvas ready(patch, 740, 900);
    REQUIRE(ready.is_ready());
    ready.settle();
    std::set<float> found;
    for (const char* id : {"one", "two", "three"}) {
      found.insert(ready.item(concat("cite:", id))->rect.y - ready.item(concat(id, "/understood"))->rect.y);
    }
    return found;
  };
  const std::set<float> beside = tops("9%"), below = tops("95.125% of the time");
  REQUIRE(beside.size() == 1);
  REQUIRE(below.size() == 1);
  CHECK(*beside.begin() <= 0);
  CHECK(*below.begin() > 20);
}

TEST_CASE("on a small screen the steps are a list behind the one that is shown, each with the words of its state") {
  const auto screen = [](bool is_open) {
    return concat(R"({"root":"s","nodes":[{"id":"s","kind":"screen","children":["region:steps"]},)"
                  R"({"id":"region:steps","kind":"region","region":"steps","children":["steps.fold"]},)"
                  R"({"id":"steps.fold","kind":"disclosure","label":"Steps: Travel")",
                  is_open ? R"(,"flags":["expanded"],"children":["steps.form"]},)"
                            R"({"id":"steps.form","kind":"group","label":"Analysis Tool","children":["step:pay","step:travel"]},)"
                            R"({"id":"step:pay","kind":"link","label":"Pay","step_state":"complete","value":"Done"},)"
                            R"({"id":"step:travel","kind":"link","label":"Travel","step_state":"needs_attention",)"
                            R"("value":"2 need attention","flags":["current"]})"
                          : "}",
                  R"(],"removed":[]})");
  };
  ReadyCanvas shut(screen(false), 390, 844);
  REQUIRE(shut.is_ready());
  shut.settle();
  CHECK(shut.region(Region::steps)->rect.h == 48);
  REQUIRE(shut.item("steps.fold") != nullptr);
  CHECK(shut.item("steps.fold")->rect == Rect{0, 0, 390, 48});
  shut.click("steps.fold");
  REQUIRE(shut.edits.size() == 1);
  CHECK(shut.edits[0].id == "steps.fold");

  ReadyCanvas open(screen(true), 390, 844);
  open.settle();
  const PlacedItem *pay = open.item("step:pay"), *travel = open.item("step:travel");
  REQUIRE(pay != nullptr);
  REQUIRE(travel != nullptr);
  CHECK(pay->rect.h >= 44);
  CHECK(travel->rect.y >= pay->rect.bottom());
  CHECK(travel->rect.x == pay->rect.x);
  CHECK(open.region(Region::steps)->content_width <= 390);
  // The words are drawn: without them the picture is another one.
  Rasterizer with, without;
  with.draw(*open.canvas.draw_data(), open.canvas.ground_color());
  std::string bare = screen(true);
  bare.replace(bare.find("Done"), 4, "Dome");
  ReadyCanvas other(bare, 390, 844);
  other.settle();
  without.draw(*other.canvas.draw_data(), other.canvas.ground_color());
  CHECK_FALSE(std::equal(with.pixels().begin(), with.pixels().end(), without.pixels().begin(), without.pixels().end()));
}

TEST_CASE("large letters are equally sharp: each is like all others of its kind") {
  for (const float ratio : {1.0F, 1.25F, 2.0F}) {
    CAPTURE(ratio);
    ReadyCanvas ready(R"({"root":"s","nodes":[{"id":"s","kind":"screen","children":["region:main"]},)"
                      R"({"id":"region:main","kind":"region","region":"main","children":["f"]},)"
                      R"({"id":"f","kind":"figure","label":"-","value":"oooooooooo"}],"removed":[]})",
                      800, 600, ratio);
    REQUIRE(ready.is_ready());
    ready.settle();
    Rasterizer picture;
    picture.draw(*ready.canvas.draw_data(), ready.canvas.ground_color());
    const Rect at = ready.item("f")->rect;
    const float left = ready.region(Region::main)->rect.x + at.x, top = ready.region(Region::main)->rect.y + at.y;
    const auto pixel = [&](int x, int y) {
      return picture.pixels()[static_cast<std::size_t>(y * picture.width() + x)];
    };
    const int from = static_cast<int>((top + 24) * ratio), to = static_cast<int>((top + at.h) * ratio);
    const std::uint32_t ground = pixel(static_cast<int>(left * ratio) - 4, from);
    std::set<std::vector<std::uint32_t>> letters;  // as columns of pixels, one behind the other
    std::vector<std::uint32_t> letter;
    int count = 0;
    for (int x = static_cast<int>(left * ratio) - 2; x < picture.width(); ++x) {
      bool has_ink = false;
      std::vector<std::uint32_t> column;
      for (int y = from; y < to; ++y) {
        column.push_back(pixel(x, y));
        has_ink = has_ink || pixel(x, y) != ground;
      }
      if (has_ink) {
        letter.insert(letter.end(), column.begin(), column.end());
      } else if (!letter.empty()) {
        letters.insert(std::exchange(letter, {}));
        ++count;
      }
    }
    CHECK(count == 10);
    CHECK(letters.size() == 1);
  }
}

TEST_CASE("groups before a step's first heading are named like its parts, and those behind one are not") {
  const std::string_view patch =
      R"({"root":"screen","nodes":[{"id":"screen","kind":"screen","children":["main"]},)"
      R"({"id":"main","kind":"region","region":"main","children":["why","before","heading","behind"]},)"
      R"({"id":"why","kind":"text","label":"What is missing."},)"
      R"({"id":"before","kind":"group","label":"Documents","children":["inner"]},)"
      R"({"id":"inner","kind":"group","label":"Analysis Tool","children":["text","links","work","next"]},)"
      R"({"id":"text","kind":"text","label":"Cannot be told yet."},)"
      R"({"id":"links","kind":"group","children":["link"]},{"id":"link","kind":"link","label":"First date"},)"
      R"({"id":"work","kind":"disclosure","label":"Why?"},{"id":"next","kind":"text","label":"Required."},)"
      R"({"id":"heading","kind":"heading","label":"Files","level":2},)"
      R"({"id":"behind","kind":"group","label":"Pages","children":["page"]},)"
      R"({"id":"page","kind":"text","label":"All of them."}]})";
  ReadyCanvas ready(patch, 740, 900);
  REQUIRE(ready.is_ready());
  ready.settle();
  const auto rect = [&](const char* id) { return ready.item(id)->rect; };
  CHECK(rect("before/label").h == rect("heading").h);
  CHECK(rect("inner/label").h < rect("heading").h);
  CHECK(rect("behind/label").h < rect("heading").h);
  CHECK(rect("before").y - rect("why").bottom() == rect("heading").y - rect("before").bottom());
  // What an answer follows from stands nearer to it than the next answer.
  CHECK(rect("links").y - rect("text").bottom() < rect("next").y - rect("work").bottom());
  CHECK(rect("work").y - rect("links").bottom() < rect("links").y - rect("text").bottom());
}

TEST_CASE("labels of one row stand on one line, be there room for (optional) beside them or not") {
  const std::string_view patch = R"({"root":"screen","nodes":[{"id":"screen","kind":"screen","children":["main"]},)"
                                 R"({"id":"main","kind":"region","region":"main","children":["row"]},)"
                                 R"({"id":"row","kind":"group","arrange":"row","children":["one","two"]},)"
                                 R"({"id":"one","kind":"field","label":"Number of planned trips per year"},)"
                                 R"({"id":"two","kind":"field","label":"Trips in the term","flags":["optional"]}]})";
  ReadyCanvas ready(patch, 440, 900);
  REQUIRE(ready.is_ready());
  ready.settle();
  const Rect one = ready.item("one/label")->rect, two = ready.item("two/label")->rect;
  CHECK(one.h > 50);
  CHECK(one == Rect{one.x, two.y, one.w, two.h});
}

TEST_CASE("what does not fit beside the heading or the foot's buttons goes on below, whole") {
  const std::string_view patch =
      R"({"root":"screen","nodes":[{"id":"screen","kind":"screen","children":["main","actions"]},)"
      R"({"id":"main","kind":"region","region":"main","children":["h1"]},)"
      R"({"id":"h1","kind":"heading","label":"Employee and position","level":1,"detail":"Parts B and C"},)"
      R"({"id":"actions","kind":"region","region":"actions","children":["next","saved"]},)"
      R"({"id":"next","kind":"button","label":"Next"},{"id":"saved","kind":"text","tone":"muted",)"
      R"("label":"Not saved to a file yet. Kept on this device at 12:00 PM."}]})";
  ReadyCanvas wide(patch, 1280, 900), narrow(patch, 390, 900);
  wide.settle();
  narrow.settle();
  CHECK(narrow.item("h1")->rect.h > wide.item("h1")->rect.h);
  CHECK(narrow.item("saved")->rect.h > wide.item("saved")->rect.h);
  CHECK(narrow.item("saved")->rect.bottom() < narrow.region(Region::actions)->rect.h);
}

TEST_CASE("the answers to a question stand side by side") {
  const std::string_view patch =
      R"({"root":"screen","nodes":[{"id":"screen","kind":"screen","children":["main"]},)"
      R"({"id":"main","kind":"region","region":"main","children":["question"]},)"
      R"({"id":"question","kind":"finding","tone":"warning","label":"Open the file?","children":["keep","open"]},)"
      R"({"id":"keep","kind":"button","label":"Keep mine"},{"id":"open","kind":"button","label":"Open it"}]})";
  ReadyCanvas ready(patch, 740, 900);
  REQUIRE(ready.is_ready());
  ready.settle();
  const Rect keep = ready.item("keep")->rect, open = ready.item("open")->rect;
  CHECK(keep.y == open.y);
  CHECK(keep.right() < open.x);
  CHECK(ready.item("question")->rect.contains(open.right(), open.bottom()));
}

TEST_CASE("what is scrolled out of its region cannot be pressed through the region above it") {
  ReadyCanvas ready(every_kind());
  ready.settle();
  const PlacedItem& link = *ready.item("errors.one");
  const float scrolled = link.rect.y + link.rect.h / 2 + 30;  // its middle then lies behind the banner
  ready.canvas.set_scroll("main", scrolled);
  ready.settle();
  ready.click("errors.one", PointerKind::mouse, scrolled);
  for (const PointerEdit& edit : ready.edits) CHECK(edit.id != "errors.one");
}

TEST_CASE("the cursor is a hand over what can be pressed, and only there") {
  ReadyCanvas ready(every_kind());
  ready.settle();
  CHECK(ready.cursor == "default");
  const Rect& region = ready.region(Region::actions)->rect;
  const Rect& next = ready.item("actions.next")->rect;
  ready.canvas.pointer(region.x + next.x + 5, region.y + next.y + 5, false, PointerKind::mouse);
  ready.settle();
  CHECK(ready.cursor == "pointer");
  ready.canvas.pointer(600, 400, false, PointerKind::gone);
  ready.settle();
  CHECK(ready.cursor == "default");
}

TEST_CASE("after an event come three frames at least, few more, and then none: the picture stands still") {
  ReadyCanvas ready(every_kind());
  const int first = ready.settle();
  CHECK(first >= 3);
  CHECK(first <= 6);
  for (int i = 0; i < 5; ++i) {
    const FrameReport report = ready.canvas.frame(10'000 + i);
    CHECK_FALSE(report.more);
    CHECK_FALSE(report.drawn);
    CHECK(report.layout == nullptr);
  }
  ready.canvas.set_focus("field.money", FocusRing::shown);
  const int after = ready.settle();
  CHECK(after >= 3);
  CHECK(after <= 6);
}

TEST_CASE("a layout is reported when it changes and not when only the picture does") {
  ReadyCanvas ready(every_kind());
  ready.settle();
  ready.canvas.set_focus("actions.next", FocusRing::shown);
  const FrameReport ringed = ready.canvas.frame(5'000);
  CHECK(ringed.drawn);
  CHECK(ringed.layout == nullptr);
  ready.canvas.set_scroll("main", 100);
  CHECK(ready.canvas.frame(5'016).layout == nullptr);
  ready.canvas.resize(1100, 800, 1);
  CHECK(ready.canvas.frame(5'032).layout != nullptr);
}

TEST_CASE("a field with the focus leaves its ink to the native element, a drop-down list does not") {
  const auto pixels_in = [](ReadyCanvas& ready, const char* id, float scrolled) {
    Rasterizer picture;
    picture.draw(*ready.canvas.draw_data(), ready.canvas.ground_color());
    const Rect& region = ready.region(Region::main)->rect;
    const Rect rect = ready.item(id)->rect.grown(-6);
    std::set<std::uint32_t> colors;
    for (int y = static_cast<int>(region.y + rect.y - scrolled);
         y < static_cast<int>(region.y + rect.bottom() - scrolled); ++y) {
      for (int x = static_cast<int>(region.x + rect.x); x < static_cast<int>(region.x + rect.right() - 40); ++x) {
        colors.insert(picture.pixels()[static_cast<std::size_t>(y * picture.width() + x)]);
      }
    }
    return colors.size();
  };
  for (const char* id : {"field.money", "field.long_text", "combo", "select"}) {
    ReadyCanvas ready(every_kind());
    ready.settle();
    const float scrolled = ready.item(id)->rect.y - 100;
    ready.canvas.set_scroll("main", scrolled);
    ready.settle();
    CAPTURE(id);
    CHECK(pixels_in(ready, id, scrolled) > 1);
    ready.canvas.set_focus(id, FocusRing::shown);
    ready.settle();
    CHECK((pixels_in(ready, id, scrolled) == 1) == (std::string_view(id) != "select"));
  }
}

TEST_CASE("the picture is as large as the screen at any ratio, and hairlines are one even line") {
  for (const float ratio : {1.0F, 1.25F, 1.5F, 2.0F, 3.0F}) {
    ReadyCanvas ready(every_kind(), 1280, 800, ratio);
    ready.settle();
    Rasterizer picture;
    picture.draw(*ready.canvas.draw_data(), ready.canvas.ground_color());
    REQUIRE(picture.width() == static_cast<int>(1280 * ratio));
    REQUIRE(picture.height() == static_cast<int>(800 * ratio));
    // Between the steps and the main region: nothing but the two grounds and the rule.
    std::set<std::uint32_t> colors;
    const std::size_t row = static_cast<std::size_t>(600 * ratio) * static_cast<std::size_t>(picture.width());
    for (int x = static_cast<int>(250 * ratio); x < static_cast<int>(262 * ratio); ++x) {
      colors.insert(picture.pixels()[row + static_cast<std::size_t>(x)]);
    }
    const Palette& colors_of = palette(Theme::light);
    CHECK(colors == std::set<std::uint32_t>{colors_of.page, colors_of.panel, colors_of.hairline});
  }
}

TEST_CASE("a table whose figures have long names is in columns where it has room for their longest words, else a list") {
  constexpr std::string_view patch =
      R"({"root":"s","nodes":[{"id":"s","kind":"screen","children":["m"]},{"id":"m","kind":"region","region":"main",)"
      R"("children":["t"]},{"id":"t","kind":"table","columns":[{"label":"Office"},)"
      R"({"label":"Being prepared","align":"end"},{"label":"In the chain of command","align":"end"},)"
      R"({"label":"With the servicing HR Director","align":"end"},)"
      R"({"label":"With the Deputy Administrator","align":"end"},{"label":"Returned","align":"end"}],)"
      R"("rows":[{"id":"1","cells":["Public Buildings Service","12","3","11","0","4"]}]}],"removed":[]})";
  constexpr float a_line = 22, padding = 14;
  ReadyCanvas wide(patch, 1280, 800);
  wide.settle();
  REQUIRE(wide.item("t/1") != nullptr);
  CHECK(wide.item("t/1")->rect.h == a_line + padding);
  // The longest names take up to four lines.
  CHECK(wide.item("t")->rect.h >= 3 * a_line + 2 * padding);
  CHECK(wide.item("t")->rect.h <= 5 * a_line + 2 * padding);
  ReadyCanvas narrow(patch, 390, 844);
  narrow.settle();
  REQUIRE(narrow.item("t/1") != nullptr);
  CHECK(narrow.item("t/1")->rect.h >= 6 * a_line);
}

TEST_CASE("hostile and strange texts are drawn inside of their places") {
  std::string long_text(20'000, 'x');
  for (std::size_t i = 9; i < long_text.size(); i += 10) long_text[i] = ' ';
  const std::string texts[] = {long_text,
                               std::string(20'000, 'W'),
                               "مرحبا بالعالم \u202e dlrow",
                               "😀👩‍👩‍👧 e\u0301\u0301\u0301",
                               "<script>alert(1)</script>",
                               "\\u0001\\u0002\\n\\n\\t",
                               "\xff\xfe\xc3"};
  for (const std::string& text : texts) {
    std::string patch = R"({"root":"s","nodes":[{"id":"s","kind":"screen","children":["m"]},{"id":"m","kind":"region",)"
                        R"("region":"main","children":["h","f","l","c","t","b","g","x"]})";
    const auto add = [&](const std::string& start) { patch += start + text + "\"}"; };
    add(R"(,{"id":"h","kind":"heading","level":1,"label":")");
    add(R"(,{"id":"f","kind":"field","label":"L","value":")");
    add(R"(,{"id":"l","kind":"field","input":"long_text","label":"L","value":")");
    add(R"(,{"id":"c","kind":"finding","tone":"error","label":")");
    add(R"(,{"id":"b","kind":"button","label":")");
    add(R"(,{"id":"g","kind":"figure","label":"L","value":")");
    patch += R"(,{"id":"t","kind":"table","columns":[{"label":"A"},{"label":"B","align":"end"}],"rows":[{"cells":[")" +
             text + R"(","1"]},{"cells":["short"]}]})";
    patch +=
        R"(,{"id":"x","kind":"chart","bars":[{"label":")" + text + R"(","text":"1","from":0,"to":0}]}],"removed":[]})";
    ReadyCanvas ready(patch, 390, 844, 2);
    CAPTURE(text.substr(0, 40));
    REQUIRE(ready.is_ready());
    CHECK(ready.settle() < 50);
    CHECK(ready.layout.items.size() >= 8);
    for (const PlacedItem& item : ready.layout.items) CHECK(item.rect.right() <= 390.5F);
  }
}

TEST_CASE("a canvas without fonts, nodes or size waits, and one whose children are missing draws the rest") {
  Canvas canvas;
  canvas.resize(1280, 800, 1);
  CHECK_FALSE(canvas.frame(16).more);
  ReadyCanvas empty(R"({"root":"s","nodes":[{"id":"s","kind":"screen","children":["gone"]}],"removed":[]})");
  CHECK(empty.is_ready());
  CHECK(empty.settle() >= 3);
  ReadyCanvas flat(every_kind(), 0, 0);
  CHECK(flat.settle() == 1);
}

TEST_CASE("two canvases do not know of each other") {
  ReadyCanvas first(every_kind()), second(every_kind(), 390, 844, 2);
  first.settle();
  second.settle();
  first.click("actions.next");
  CHECK(first.edits.size() == 1);
  CHECK(second.edits.empty());
  CHECK(second.layout.width == 390);
}

}  // namespace ftt
