// Words for figures and days off. Does not calculate.
#include "view/wording.h"

#include "base/text.h"
#include "order/registers.h"

namespace ftt {

std::string with_stop(std::string_view words) {
  return concat(words, words.ends_with('?') ? "" : ".");
}

std::string sentence_case(std::string_view words) {
  std::string sentence(words);
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') {
    sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  }
  return sentence;
}

std::string as_sentence(std::string_view words) {
  std::string sentence = sentence_case(words);
  if (!sentence.empty() && sentence.back() != '.') sentence += '.';
  return sentence;
}

std::string number_of(std::size_t count, std::string_view one, std::string_view several) {
  return concat(with_thousands_commas(static_cast<long long>(count)), " ", count == 1 ? one : several);
}

std::string shown_money(const std::optional<Money>& amount) {
  return amount ? to_display(*amount) : std::string("not known yet");
}

std::string_view name_of_method(TripCostMethod method) {
  return trip_cost_names[static_cast<std::size_t>(method)];
}

std::string name_of_reading(const ReadingRow& row) {
  return concat(name_of_method(row.method), row.in_use ? ", in use" : "",
                row.flips_verdict ? ", reverses the result" : "");
}

std::string skipped_in_words(const Deadline& deadline) {
  std::string words;
  for (const SkippedDay& day : deadline.skipped) {
    append(words, words.empty() ? "Skipped besides weekends: " : "; ", day.name, ", ",
           to_display_without_weekday(day.date));
  }
  return words.empty() ? words : words + ".";
}

}  // namespace ftt
