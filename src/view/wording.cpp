// Words for figures and days off. Does not calculate.
#include "view/wording.h"

#include "base/text.h"

namespace ftt {

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

std::string spoken_amount(Money amount) {
  if (amount == Money()) return to_display(amount);
  return amount > Money() ? concat("costs ", to_display(amount)) : concat("saves ", to_display(-amount));
}

std::string_view short_name(TripCostMethod method) {
  switch (method) {
    case TripCostMethod::as_worded:
      return "as worded";
    case TripCostMethod::per_night:
      return "by the night";
    case TripCostMethod::per_diem:
      return "as per diem is paid";
    case TripCostMethod::extras_only:
      return "extras by the night";
  }
  return "";
}

std::string name_of_reading(const ReadingRow& row) {
  return concat(sentence_case(short_name(row.method)), row.in_use ? ", in use" : "",
                row.flips_verdict ? ", reverses the result" : "");
}

std::string_view words_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::costs:
      return "costs more";
    case Verdict::saves:
      return "saves";
    case Verdict::even:
      return "costs the same";
    case Verdict::unknown:
      break;
  }
  return "not known yet";
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
