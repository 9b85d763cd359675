// The sentences. See answer.h.
#include "view/answer.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/text.h"
#include "order/registers.h"
#include "view/wording.h"

namespace ftt {
namespace {

Money without_sign(Money amount) {
  return amount < Money() ? -amount : amount;
}

// "$11,167 less", "$2,310 more".
std::string more_or_less(Money change) {
  return concat(dollars(without_sign(change)), change < Money() ? " less" : " more");
}

// "pay", "pay and trips", "pay, trips and other costs".
std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    append(text, i == 0 ? "" : i + 1 == words.size() ? " and " : ", ", words[i]);
  }
  return text;
}

// "pay −$17,395, trips +$9,588": the parts that are known and not zero.
std::string amounts_of(const std::vector<ChangePiece>& pieces) {
  std::string text;
  for (const ChangePiece& piece : pieces) {
    if (!piece.amount || *piece.amount == Money()) continue;
    append(text, text.empty() ? "" : ", ", piece.word, " ", dollars_with_sign(*piece.amount));
  }
  return text;
}

// Whether an answer is missing or was typed and cannot be read.
std::string unknown_in_words(const std::vector<ChangePiece>& pieces) {
  std::vector<std::string_view> unknown;
  for (const ChangePiece& piece : pieces) {
    if (!piece.amount) unknown.push_back(piece.word);
  }
  const std::string so_far = amounts_of(pieces);
  return concat(listed(unknown), " cannot be calculated yet.",
                so_far.empty() ? std::string() : concat(" So far: ", so_far, "."));
}

std::string made_of(const Worksheet& worksheet, const Answers& answers) {
  const std::vector<ChangePiece> pieces = pieces_of_change(worksheet, answers);
  if (!worksheet.net_annual_change) return unknown_in_words(pieces);
  const auto counts = [](const ChangePiece& piece) { return piece.amount && *piece.amount != Money(); };
  const auto count = std::count_if(pieces.begin(), pieces.end(), counts);
  if (count == 0) return "nothing changes";
  if (count == 1) return concat("all of it ", std::find_if(pieces.begin(), pieces.end(), counts)->word);
  return amounts_of(pieces);
}

// "Boise", "Ada County"; where both sides have the same name, with the state.
struct PlaceNames {
  std::string requested;
  std::string agency;
};

std::string short_name_of(const Answers& answers, const PlaceLeaves& place) {
  const std::string_view city = answers.words(place.city());
  return std::string(city.empty() ? answers.words(place.county()) : city);
}

PlaceNames names_of_places(const Answers& answers) {
  PlaceNames names{short_name_of(answers, requested_worksite), short_name_of(answers, agency_worksite)};
  if (names.requested == names.agency && !names.requested.empty()) {
    append(names.requested, ", ", answers.words(requested_worksite.state()));
    append(names.agency, ", ", answers.words(agency_worksite.state()));
  }
  if (names.requested.empty()) names.requested = "the requested worksite";
  if (names.agency.empty()) names.agency = "the agency worksite";
  return names;
}

// "once", "twice", "3 times", "2.5 times".
std::string times_in_words(const Known<Nights>& nights) {
  if (nights.is_missing()) return "for each night";
  if (nights.value() == Nights()) return "not at all";
  if (nights.value() == Nights::from_whole(1)) return "once";
  if (nights.value() == Nights::from_whole(2)) return "twice";
  return concat(to_display(nights.value()), " times");
}

std::string trips_in_words(const Known<Count>& trips) {
  if (trips.is_missing()) return "for each trip";
  if (trips.value() == Count(1)) return "for 1 trip";
  return concat(trips.value() == Count(0) ? "for " : "for each of ", to_display(trips.value()), " trips");
}

std::string amount_or(const Known<Money>& amount, std::string_view noun) {
  return amount.has_value() ? concat("the ", dollars(amount.value()), " ", noun) : concat("the ", noun);
}

// All that goes into the figure, and how often: of the fare the amount too, by which the readings differ most.
std::string counted(TripCostMethod method, const Answers& answers) {
  const std::string fare = amount_or(answers.money(Leaf::travel_budget_transport), "fare");
  const Known<Nights> nights = answers.nights(Leaf::travel_budget_nights);
  const std::string times = times_in_words(nights);
  const std::string trips = trips_in_words(answers.count(Leaf::travel_budget_trips));
  switch (method) {
    case TripCostMethod::as_worded:
      if (nights.has_value() && nights.value() == Nights()) return "Counts nothing, because the nights are 0";
      return concat("Counts ", fare, ", hotel, meals and other costs ", times, ", ", trips);
    case TripCostMethod::per_night:
      return concat("Counts ", fare, " and other costs once, hotel and meals ", times, ", ", trips);
    case TripCostMethod::per_diem:
      return concat("Counts ", fare, " and other costs once, hotel ", times,
                    ", meals for each day (75% on the first and last), ", trips);
    case TripCostMethod::extras_only:
      return concat("Counts ", fare, ", one hotel night and one day of meals once, other costs ", times, ", ", trips);
  }
  return {};
}

}  // namespace

std::string dollars(Money amount) {
  std::string text = to_display(amount);
  if (text.ends_with(".00")) text.resize(text.size() - 3);
  return text;
}

std::string dollars_with_sign(Money amount) {
  return concat(amount > Money() ? "+" : "", dollars(amount));
}

std::vector<ChangePiece> pieces_of_change(const Worksheet& worksheet, const Answers& answers) {
  std::vector<ChangePiece> pieces = {{"pay", worksheet.money(Line::locality_pay_difference)},
                                     {"trips", worksheet.money(Line::travel_budget_annual)}};
  constexpr std::pair<std::string_view, Leaf> savings[] = {{"transit", Leaf::additional_transit_savings},
                                                           {"travel savings", Leaf::additional_travel_savings},
                                                           {"office space", Leaf::additional_space_savings}};
  std::optional<Money> rest = worksheet.money(Line::additional_total);
  bool is_gap_named = false;
  for (const auto& [word, leaf] : savings) {
    const bool is_unknown = answers.is_bad(leaf) || answers.is_unread(leaf);
    is_gap_named = is_gap_named || is_unknown;
    if (is_unknown) pieces.push_back({word, std::nullopt});
    const Known<Money> saving = answers.money(leaf);
    if (!saving.has_value() || saving.value() == Money()) continue;
    pieces.push_back({word, -saving.value()});
    if (rest) *rest += saving.value();
  }
  if (rest ? *rest != Money() : !is_gap_named) pieces.push_back({"other costs", rest});
  return pieces;
}

std::string answer_in_short(const std::optional<Money>& net_annual_change) {
  if (!net_annual_change) return "What GSA would spend is not known yet";
  if (*net_annual_change == Money()) return "GSA would spend the same amount";
  return concat("GSA would spend ", more_or_less(*net_annual_change), " a year");
}

AnswerLines answer_lines(const Worksheet& worksheet, const Answers& answers) {
  std::string parts = sentence_case(made_of(worksheet, answers));
  const std::optional<Money>& net = worksheet.net_annual_change;
  if (!net) return {"What GSA would spend", "Not known yet", std::move(parts)};
  constexpr std::string_view lead = "In a year GSA would spend";
  if (*net == Money()) return {std::string(lead), "the same amount", std::move(parts)};
  return {std::string(lead), more_or_less(*net), std::move(parts)};
}

std::string answer_sentence(const Worksheet& worksheet, const Answers& answers) {
  const std::string parts = made_of(worksheet, answers);
  const std::string_view between = parts.starts_with("all of it") ? ", " : ": ";
  // What cannot be calculated yet is said to be so behind it.
  const std::string beginning = worksheet.net_annual_change ? answer_in_short(worksheet.net_annual_change)
                                                            : std::string("What GSA would spend is not known");
  return concat(beginning, between, parts, parts.ends_with('.') ? "" : ".");
}

std::string term_sentence(const Worksheet& worksheet) {
  const std::optional<Money> change = worksheet.money(Line::term_net_change);
  const Figure days = worksheet.value(Line::term_days);
  if (!change || !days.has_value()) return {};
  return concat("In its term of ", to_display(days), " days GSA would spend ",
                *change == Money() ? "the same amount" : more_or_less(*change), ".");
}

std::string salaries_sentence(const Worksheet& worksheet, const Answers& answers, Whose whose) {
  const std::optional<Money> requested = worksheet.money(Line::locality_pay_requested_salary);
  const std::optional<Money> agency = worksheet.money(Line::locality_pay_agency_salary);
  if (!requested && !agency) return {};
  const auto shown = [](const std::optional<Money>& salary) {
    return salary ? dollars(*salary) : std::string("not known yet");
  };
  const PlaceNames names = names_of_places(answers);
  return concat(whose == Whose::yours ? "Your pay" : "Pay", " at ", names.requested, ": ", shown(requested), "; at ",
                names.agency, ": ", shown(agency), ".");
}

std::string told(const ReadingRow& row, const Answers& answers) {
  std::string words = counted(row.method, answers);
  if (row.annual) append(words, ": ", dollars(*row.annual), " a year");
  return words + ".";
}

std::string readings_sentence(const Worksheet& worksheet, const Answers& answers) {
  if (!worksheet.readings_differ || worksheet.method_must_be_chosen) return {};
  const ReadingRow& used = worksheet.readings[static_cast<std::size_t>(worksheet.method_in_use)];
  const bool is_forms_own = used.method == TripCostMethod::as_worded;
  const TripCostMethod beside = is_forms_own ? TripCostMethod::per_night : TripCostMethod::as_worded;
  const ReadingRow& other = worksheet.readings[static_cast<std::size_t>(beside)];
  std::string words =
      concat(name_of_method(used.method), is_forms_own ? ", the form's own wording. " : ". ", told(used, answers));
  if (other.net_annual_change) {
    append(words, " By \"", name_of_method(beside), is_forms_own ? "\"" : "\", the form's own wording", ", ",
           answer_in_short(other.net_annual_change), ".");
  }
  const bool flips = std::any_of(worksheet.readings.begin(), worksheet.readings.end(),
                                 [](const ReadingRow& row) { return row.flips_verdict; });
  if (flips) words += " How trips are counted decides whether GSA saves or pays more.";
  return words;
}

std::string why_first(const Worksheet& worksheet) {
  if (worksheet.method_must_be_chosen) {
    return "With 0 nights the form's line 9 comes to zero, because it multiplies every trip cost by the nights. "
           "Choose how to count a trip.";
  }
  return "The form's line 9 multiplies the fare by the nights. Choose the way that your agency accepts: \"Fare once a "
         "trip\" is the cost of a trip with one fare.";
}

std::string told(PercentReading reading, const Worksheet& worksheet) {
  const bool counts_pay = reading == PercentReading::net_change;
  const Line line = counts_pay ? Line::cost_benefit_percent_net_change : Line::cost_benefit_percent_overall;
  const std::optional<Money> above =
      counts_pay ? worksheet.net_annual_change : worksheet.money(Line::cost_benefit_overall);
  const std::optional<Money> salary = worksheet.money(Line::locality_pay_agency_salary);
  const Figure percent = worksheet.value(line);
  const std::string_view counts =
      counts_pay ? "Counts pay, trips and other costs" : "Counts trips and other costs, and leaves pay out";
  if (!above || !salary || !percent.has_value()) return concat(counts, ".");
  return concat(counts, ": ", dollars(*above), " is ", to_display(percent), " of the ", dollars(*salary), " salary.");
}

std::string justification_sentence(const Worksheet& worksheet) {
  const std::optional<Money> overall = worksheet.money(Line::cost_benefit_overall);
  const std::optional<Money>& net = worksheet.net_annual_change;
  switch (worksheet.justification) {
    case Justification::unknown:
    case Justification::not_required:
      return {};
    case Justification::net_change:
    case Justification::net_change_and_overall:
      return concat("A written justification is needed, because GSA would spend ", more_or_less(*net), " a year.");
    case Justification::overall: {
      const std::string why =
          concat("trips and other costs alone, without the pay, come to ", dollars(*overall), " a year.");
      if (!net) return concat("A written justification is needed: ", why);
      return concat("GSA would spend ", *net == Money() ? "the same amount" : "less",
                    ", and a written justification is still needed: ", why);
    }
    case Justification::term:
      return concat("A written justification is needed, because GSA would spend ",
                    more_or_less(*worksheet.money(Line::term_net_change)), " in the term.");
  }
  return {};
}

}  // namespace ftt
