// What a worksheet is asked for, and how its figures are written. See worksheet.h and figure.h.
#include "calc/worksheet.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/text.h"

namespace ftt {

namespace {

template <class Written>
std::string written(Figure figure, Written write, std::string_view any_number) {
  switch (figure.kind()) {
    case Figure::Kind::none:
      return {};
    case Figure::Kind::money:
      return write(Money::from_cents(figure.units()));
    case Figure::Kind::percent:
      return write(Percent::from_units(figure.units()));
    case Figure::Kind::share:
      return write(Share::from_units(figure.units()));
    case Figure::Kind::nights:
      return write(Nights::from_units(figure.units()));
    case Figure::Kind::count:
    case Figure::Kind::days:
      return write(Count(figure.units()));
    case Figure::Kind::no_number:
      return "none";
    case Figure::Kind::any_number:
      return std::string(any_number);
  }
  return {};
}

struct OriginWords {
  std::string_view name;
  std::string_view words;
};
// In the order of Origin.
constexpr std::array<OriginWords, 5> words_of_origins = {{{"answered", "answered"},
                                                          {"assumed", "assumed"},
                                                          {"table", "from the table"},
                                                          {"entered", "entered"},
                                                          {"derived", "calculated"}}};

}  // namespace

std::string to_decimal(Figure figure) {
  return written(
      figure, [](auto value) { return to_decimal(value); }, "any");
}

std::string to_display(Figure figure) {
  return written(
      figure, [](auto value) { return to_display(value); }, "any number");
}

std::string_view words_of(Origin origin) {
  return words_of_origins[static_cast<std::size_t>(origin)].words;
}

std::string_view name_of(Origin origin) {
  return words_of_origins[static_cast<std::size_t>(origin)].name;
}

std::string_view name_of(PercentReading reading) {
  return reading == PercentReading::net_change ? "net_change" : "overall";
}

Result<PercentReading> parse_percent_reading(std::string_view name) {
  for (const PercentReading reading : {PercentReading::net_change, PercentReading::overall}) {
    if (name == name_of(reading)) return reading;
  }
  return Error{ErrorCode::unknown_choice,
               {},
               concat(in_quotes(name), " is not a reading of Part G, line 2; write net_change or overall.")};
}

const WorksheetLine* Worksheet::find(Line id) const {
  const auto found = std::lower_bound(lines.begin(), lines.end(), id,
                                      [](const WorksheetLine& line, Line wanted) { return line.id < wanted; });
  return found == lines.end() || found->id != id ? nullptr : &*found;
}

Figure Worksheet::value(Line id) const {
  const WorksheetLine* line = find(id);
  return line == nullptr ? Figure() : line->value;
}

std::optional<Money> Worksheet::money(Line id) const {
  const Figure figure = value(id);
  if (figure.kind() != Figure::Kind::money) return std::nullopt;
  return figure.money();
}

}  // namespace ftt
