// Writing and reading the members of a link. See estimate_link.h.
#include "form/estimate_link.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/text.h"
#include "form/estimate.h"
#include "form/grade.h"
#include "form/place.h"
#include "rates/states.h"

namespace ftt {
namespace {

constexpr std::string_view name = "estimate";
constexpr std::string_view version = "1";
constexpr std::string_view last_member = "end";
constexpr std::size_t longest = 4000;

struct Member {
  std::string_view name;
  std::string_view field;  // a leaf's or a place's id
};
constexpr auto members = std::to_array<Member>({
    {"from", "employee.requested_worksite"},
    {"office", "position.agency_worksite"},
    {"plan", "position.pay_plan"},
    {"grade", "position.grade"},
    {"step", "position.step"},
    {"trips", "travel_budget.trips"},
    {"nights", "travel_budget.nights"},
    {"fare", "travel_budget.transport"},
    {"extra", "travel_budget.extra"},
    {"reading", "travel_budget.trip_cost_method"},
    {"transit", "additional.transit_savings"},
    {"locality_pay.year", "locality_pay.year"},
    {"locality_pay.requested_area", "locality_pay.requested_area"},
    {"locality_pay.agency_area", "locality_pay.agency_area"},
    {"locality_pay.requested_salary", "locality_pay.requested_salary"},
    {"locality_pay.agency_salary", "locality_pay.agency_salary"},
    {"travel_budget.mie", "travel_budget.mie"},
    {"travel_budget.lodging", "travel_budget.lodging"},
    {"travel_budget.per_diem_month", "travel_budget.per_diem_month"},
    {"additional.travel_savings", "additional.travel_savings"},
    {"additional.space_savings", "additional.space_savings"},
    {"additional.other1.direction", "additional.other1.direction"},
    {"additional.other1.amount", "additional.other1.amount"},
    {"additional.other2.direction", "additional.other2.direction"},
    {"additional.other2.amount", "additional.other2.amount"},
});

// ---- The letters of an address ----

std::string encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string link;
  for (const char c : text) {
    if (is_ascii_letter(c) || is_digit(c) || std::string_view("-._~").find(c) != std::string_view::npos) {
      link += c;
    } else if (c == ' ') {
      link += '+';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      append(link, '%', digits[byte >> 4], digits[byte & 15]);
    }
  }
  return link;
}

int value_of_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Nothing where it is no encoding of text.
std::optional<std::string> decoded(std::string_view link) {
  std::string text;
  for (std::size_t i = 0; i < link.size(); ++i) {
    if (link[i] == '+') {
      text += ' ';
    } else if (link[i] != '%') {
      text += link[i];
    } else {
      const int high = i + 1 < link.size() ? value_of_digit(link[i + 1]) : -1;
      const int low = i + 2 < link.size() ? value_of_digit(link[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      text += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return is_valid_utf8(text) ? std::optional(std::move(text)) : std::nullopt;
}

// ---- Writing ----

// Only a place whose county and state are known: anything else that was typed there may be a name or a street.
std::string written_place(const Answers& answers, const PlaceLeaves& place) {
  const bool is_known = !answers.words(place.county()).empty() && find_state(answers.words(place.state())) != nullptr;
  if (!is_known) return {};
  return concat(encoded(answers.text(place.city())), ",", encoded(answers.text(place.county())), ",",
                encoded(answers.text(place.state())));
}

// "412" for "412.00".
std::string_view without_no_cents(std::string_view decimal) {
  if (decimal.ends_with(".00")) decimal.remove_suffix(3);
  return decimal;
}

std::string written(const Answers& answers, std::string_view field) {
  if (const PlaceLeaves* place = find_place(field)) return written_place(answers, *place);
  const LeafInfo& leaf = *find_leaf(field);
  if (answers.is_bad(leaf.leaf) || answers.is_assumed(leaf.leaf) || !applies(leaf.leaf, answers)) return {};
  const std::string& text = answers.text(leaf.leaf);
  return encoded(leaf.kind == Kind::money ? without_no_cents(text) : text);
}

// ---- Reading ----

Error broken(ErrorCode code, std::string_view what) {
  return {code, {}, concat(what, " Ask for the link again, or type the answers.")};
}

Result<Unit> read_place(Answers& answers, const PlaceLeaves& place, std::string_view value, const Rates& rates) {
  const std::vector<std::string_view> parts = split(value, ',');
  std::vector<std::string> texts;
  for (const std::string_view part : parts) {
    std::optional<std::string> text = decoded(part);
    if (!text) return broken(ErrorCode::malformed, concat("The place ", in_quotes(value), " cannot be read."));
    texts.push_back(*std::move(text));
  }
  if (texts.size() == 3) {
    answers.set(place.city(), texts[0]);
    answers.set(place.county(), texts[1]);
    answers.set(place.state(), texts[2]);
  } else {
    std::string whole;
    for (const std::string& text : texts) append(whole, whole.empty() ? "" : ", ", text);
    set_place_text(answers, place, whole, rates);
  }
  for (const Leaf leaf : {place.city(), place.county(), place.state()}) {
    if (answers.is_bad(leaf)) {
      return broken(ErrorCode::malformed, concat(info(leaf).field_label, ": ", answers.problem(leaf)));
    }
  }
  return Unit{};
}

Result<Unit> read_member(Answers& answers, std::string_view member, const Rates& rates) {
  const std::size_t equals = member.find('=');
  const std::string_view given = member.substr(0, equals);
  const auto known = std::find_if(members.begin(), members.end(), [&](const Member& one) { return one.name == given; });
  if (known == members.end() || equals == std::string_view::npos) {
    return broken(ErrorCode::unknown_choice,
                  concat("The link says ", in_quotes(member), ", which this form does not know."));
  }
  const std::string_view value = member.substr(equals + 1);
  if (const PlaceLeaves* place = find_place(known->field)) return read_place(answers, *place, value, rates);
  const LeafInfo& leaf = *find_leaf(known->field);
  const std::optional<std::string> text = decoded(value);
  if (!text) return broken(ErrorCode::malformed, concat(leaf.label, ": ", in_quotes(value), " cannot be read."));
  if (leaf.leaf == Leaf::position_grade) take_step_with_grade(answers, *text);
  answers.set(leaf.leaf, *text);
  if (!answers.is_bad(leaf.leaf)) return Unit{};
  return broken(ErrorCode::malformed, concat(leaf.label, ": ", answers.problem(leaf.leaf)));
}

}  // namespace

std::string estimate_link(const Answers& answers) {
  std::string link = concat("#", name, "=", version);
  for (const Member& member : members) {
    const std::string value = written(answers, member.field);
    if (!value.empty()) append(link, ";", member.name, "=", value);
  }
  return concat(link, ";", last_member);
}

bool is_estimate_link(std::string_view link) {
  if (link.starts_with('#')) link.remove_prefix(1);
  return link.starts_with(name) && (link.size() == name.size() || !is_ascii_letter(link[name.size()]));
}

Result<Answers> read_estimate_link(std::string_view link, const Rates& rates) {
  if (link.size() > longest) return broken(ErrorCode::limit_exceeded, "The link is too long for an estimate.");
  std::optional<std::string> plain;
  // Some mail programs encode what parts the members, too.
  if (link.find(';') == std::string_view::npos) {
    plain = decoded(link);
    if (plain) link = *plain;
  }
  if (link.starts_with('#')) link.remove_prefix(1);
  const std::vector<std::string_view> parts = split(link, ';');
  if (!parts.front().starts_with(concat(name, "="))) {
    return broken(ErrorCode::malformed, "There is no estimate in the link.");
  }
  const std::string_view made_in = parts.front().substr(name.size() + 1);
  if (parts.size() < 2 || parts.back() != last_member)
    return broken(ErrorCode::truncated, "The end of the link is missing.");
  if (made_in != version) {
    return broken(ErrorCode::newer_format,
                  concat("The link has version ", in_quotes(made_in), "; this form reads version ", version, "."));
  }
  Answers answers;
  for (const std::string_view member : std::span(parts).subspan(1, parts.size() - 2)) {
    FTT_TRY(read_member(answers, member, rates));
  }
  assume_what_is_open(answers);
  return answers;
}

}  // namespace ftt
