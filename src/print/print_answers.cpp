// Answers in boxes and on lines, and what several forms repeat. See print_answers.h.
#include "print/print_answers.h"

#include <algorithm>

#include "base/text.h"
#include "form/estimate.h"
#include "view/wording.h"

namespace ftt::print {
namespace {

std::string choice_label(const LeafInfo& leaf, std::string_view value) {
  for (const Choice& choice : leaf.choices) {
    if (choice.value == value) return std::string(choice.label);
  }
  return std::string(value);
}

// "¶12b(1)": the form says once that its terms are those of HRM 6040.2.
std::string_view within_the_policy(Citation paragraph) {
  constexpr std::string_view policy = "HRM 6040.2 ";
  const std::string_view text = paragraph.text();
  return text.starts_with(policy) ? text.substr(policy.size()) : text;
}

struct NameLeaves {
  Leaf last;
  Leaf first;
  Leaf middle;
};
constexpr NameLeaves employee_name{Leaf::employee_last_name, Leaf::employee_first_name, Leaf::employee_middle_initial};
constexpr NameLeaves recruit_name{Leaf::recruit_agreement_last_name, Leaf::recruit_agreement_first_name,
                                  Leaf::recruit_agreement_middle_initial};

std::string name_text(const Source& source, NameLeaves name) {
  const std::string given = concat(shown(source.answers, name.first), " ", shown(source.answers, name.middle));
  return joined({shown(source.answers, name.last), std::string(trim(given))});
}

}  // namespace

std::optional<Appendix> appendix_of(PrintPart part) {
  for (const FormSpec& form : form_specs) {
    if (form.name == name_of(part)) return form.appendix;
  }
  return std::nullopt;
}

std::string item_number(std::string_view item) {
  std::string number;
  for (std::size_t i = 0; i < item.size(); ++i) {
    const bool is_part_letter = item[i] >= 'A' && item[i] <= 'Z';
    if (!is_part_letter) number.push_back(item[i]);
  }
  return number;
}

std::string numbered(std::string_view item, std::string_view label) {
  const std::string number = item_number(item);
  if (number.empty()) return std::string(label);
  return concat(number, number.starts_with("¶") ? "  " : ". ", label);
}

std::string label_of(Leaf leaf) {
  return numbered(info(leaf).item, info(leaf).label);
}

std::string shown(const Answers& answers, Leaf leaf) {
  if (!applies(leaf, answers)) return "";
  const std::string& text = answers.text(leaf);
  if (answers.is_empty(leaf) || answers.is_bad(leaf)) return text;
  const LeafInfo& facts = info(leaf);
  switch (facts.kind) {
    case Kind::money:
      return to_display(answers.money(leaf).value());
    case Kind::date:
      return to_display_without_weekday(answers.date(leaf).value());
    case Kind::choice:
    case Kind::open_choice:
    case Kind::yes_no:
      return choice_label(facts, text);
    case Kind::text:
    case Kind::long_text:
    case Kind::share:
    case Kind::nights:
    case Kind::count:
      return text;
  }
  return text;
}

namespace {

// Until somebody has answered it.
std::string_view mark_of_assumed(const Source& source, Leaf leaf) {
  const std::vector<const Assumption*> assumed = assumptions_in(source.answers);
  const auto is_it = [&](const Assumption* one) { return one->leaf == leaf; };
  return std::any_of(assumed.begin(), assumed.end(), is_it) ? "assumed" : "";
}

}  // namespace

Box answer_box(const Source& source, Leaf leaf, int width) {
  const std::string_view mark = mark_of_assumed(source, leaf);
  return {width, label_of(leaf),
          concat(isolated(shown(source.answers, leaf)), mark.empty() ? "" : " <span class=\"small\">", mark,
                 mark.empty() ? "" : "</span>")};
}

std::vector<Tick> ticks_of(const Source& source, Leaf leaf) {
  std::vector<Tick> all;
  const std::string answer = applies(leaf, source.answers) ? source.answers.text(leaf) : "";
  for (const Choice& choice : info(leaf).choices) all.push_back({inert(choice.label), choice.value == answer});
  return all;
}

Box choice_box(const Source& source, Leaf leaf, int width) {
  std::string content = ticks(ticks_of(source, leaf));
  if (source.answers.is_bad(leaf)) append(content, isolated(shown(source.answers, leaf)));
  return {width, label_of(leaf), content};
}

std::string joined(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& one : parts) {
    if (!one.empty()) append(text, text.empty() ? "" : ", ", one);
  }
  return text;
}

std::string place_text(const Source& source, PlaceLeaves place) {
  return joined({shown(source.answers, place.address), shown(source.answers, place.city()),
                 shown(source.answers, place.county()), shown(source.answers, place.state())});
}

Box place_box(const Source& source, PlaceLeaves place) {
  const LeafInfo& leaf = info(place.address);
  return {12, numbered(leaf.item, leaf.field_label), isolated(place_text(source, place))};
}

LedgerRow answer_row(const Source& source, Leaf leaf) {
  return {item_number(info(leaf).item), std::string(info(leaf).label), shown(source.answers, leaf),
          sentence_case(mark_of_assumed(source, leaf)), Emphasis::none};
}

std::string office_text(const Source& source) {
  return joined({shown(source.answers, Leaf::position_office_component),
                 shown(source.answers, Leaf::position_office_region),
                 shown(source.answers, Leaf::position_office_organization)});
}

std::string name_of_person(const Source& source) {
  const std::string employee = name_text(source, employee_name);
  return employee.empty() ? name_text(source, recruit_name) : employee;
}

std::string position_part(const Source& source, std::string_view id) {
  const LeafInfo& office = info(Leaf::position_office_component);
  const std::array<Box, 8> row = {Box{12, numbered(office.item, office.field_label), isolated(office_text(source))},
                                  place_box(source, agency_worksite),
                                  answer_box(source, Leaf::position_title, 8),
                                  answer_box(source, Leaf::position_series, 4),
                                  answer_box(source, Leaf::position_pay_plan, 5),
                                  answer_box(source, Leaf::position_grade, 2),
                                  answer_box(source, Leaf::position_step, 2),
                                  choice_box(source, Leaf::position_supervisory, 3)};
  return part({id, "C", "Position Data", ""}, boxes(row));
}

std::string signed_block(const Source& source, Leaf name, Leaf title, Leaf date) {
  Signature block;
  block.label = info(name).field_label;
  block.name_label = info(name).label;
  block.name = shown(source.answers, name);
  block.title_label = info(title).label;
  block.title = shown(source.answers, title);
  block.signature_label = "Signature";
  block.date_label = info(date).label;
  block.date = shown(source.answers, date);
  return signature(block);
}

std::string clause_list(const Source& source, ClausePart part) {
  std::string html = "<ul class=\"clauses\">";
  for (const Clause& clause : clauses(part)) {
    append(html, "<li class=\"level-", clause.level, "\">",
           clause.item.empty() ? std::string("<span class=\"line\" aria-hidden=\"true\">•</span>")
                               : concat("<span class=\"line\">", inert(clause.item), ".</span>"),
           "<span>", breakable(source.words_of(clause)), " <cite>", inert(within_the_policy(clause.paragraph)),
           "</cite></span></li>");
  }
  return html + "</ul>";
}

}  // namespace ftt::print
