// Reading dates as people type them, and writing them.
//
// The text is cut into at most six numbers and words; which of them is the year, the month and the day follows from
// their order and from a month's name. Nothing is allocated unless a message has to be written.
#include "base/date.h"

#include <array>
#include <span>

#include "base/text.h"

namespace ftt {

namespace {

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                           "Friday", "Saturday", "Sunday"};
constexpr std::string_view mend = "write it like 2/1/2027 or Feb 1, 2027";

struct Token {
  std::string_view text;
  int value = 0;          // of a number
  char separator = '\0';  // what stands before it: '\0' nothing, ' ' blanks or commas, or one of - / .
  bool is_number = false;
};

struct Tokens {
  std::array<Token, 6> list;
  std::size_t size = 0;
  bool is_readable = true;
};

Error malformed(std::string_view typed) {
  return Error{ErrorCode::malformed, {}, concat(in_quotes(typed), " is not a date; ", mend, ".")};
}

Tokens cut(std::string_view text) {
  Tokens tokens;
  char separator = '\0';
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const bool is_of_short_year = c == '\'' && i + 2 < text.size() && is_digit(text[i + 1]) && separator != '\0';
    if (c == ' ' || c == ',' || c == '\t' || is_of_short_year) {
      if (separator == '\0') separator = ' ';
      ++i;
      continue;
    }
    if (c == '-' || c == '/' || c == '.') {
      // A point after a month's short name is part of that name: Feb. 1, 2027.
      const bool is_abbreviation = c == '.' && tokens.size > 0 && !tokens.list[tokens.size - 1].is_number;
      const bool is_second = separator == '-' || separator == '/' || separator == '.';
      if (is_second || tokens.size == 0) tokens.is_readable = false;
      separator = is_abbreviation ? ' ' : c;
      ++i;
      continue;
    }
    std::size_t end = i;
    const auto extend = [&](auto belongs) {
      while (end < text.size() && belongs(text[end])) ++end;
    };
    Token token;
    token.is_number = is_digit(c);
    if (token.is_number) {
      extend(is_digit);
    } else {
      extend(is_ascii_letter);
    }
    if (end == i || end - i > 9 || tokens.size == tokens.list.size()) {
      tokens.is_readable = false;
      return tokens;
    }
    token.text = text.substr(i, end - i);
    token.separator = separator;
    if (token.is_number) {
      for (const char digit : token.text) token.value = token.value * 10 + (digit - '0');
    }
    tokens.list[tokens.size++] = token;
    separator = '\0';
    i = end;
  }
  if (separator != '\0' && separator != ' ') tokens.is_readable = false;
  return tokens;
}

// Which of the names the word is, at least three letters of it (and Sept for September); -1 where none.
int find_name(std::string_view word, std::span<const std::string_view> names) {
  if (word.size() < 3) return -1;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (word.size() <= names[i].size() && equal_ignoring_ascii_case(word, names[i].substr(0, word.size()))) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

int days_in_month(int year, int month) {
  for (int day = 31; day > 28; --day) {
    if (Date::from_year_month_day(year, month, day)) return day;
  }
  return 28;
}

enum class MonthWritten { as_number_first, as_number_after_year, as_name };

// The date, or which of its parts is impossible.
Result<Date> checked(int year, int month, int day, MonthWritten written, std::string_view typed) {
  const auto out_of_range = [&](std::string message) {
    return Error{ErrorCode::out_of_range, {}, concat(in_quotes(typed), ": ", message)};
  };
  if (month < 1 || month > 12) {
    // 13/2/2027 can only be the thirteenth of February.
    const bool is_day_first = written == MonthWritten::as_number_first && month >= 1 && day >= 1 && day <= 12;
    if (is_day_first && month <= days_in_month(year, day)) return checked(year, day, month, written, typed);
    if (is_day_first && month <= 31) {
      return out_of_range(concat("there is no month ", month, " and no ", month_name(day), " ", month, " in ", year,
                                 "; write a day from 1 to ", days_in_month(year, day), ", like ", day, "/",
                                 days_in_month(year, day), "/", year, "."));
    }
    return out_of_range(concat("there is no month ", month,
                               day < 1 || day > 31 ? concat(" and no day ", day) : std::string(),
                               "; write a month from 1 to 12 and a day of that month, like ",
                               written == MonthWritten::as_number_after_year ? "2027-02-01." : "2/1/2027."));
  }
  if (year < first_input_year || year > last_input_year) {
    return out_of_range(
        concat("the year ", year, " is not taken; write a year from ", first_input_year, " to ", last_input_year, "."));
  }
  const int last_day = days_in_month(year, month);
  if (day < 1 || day > last_day) {
    return out_of_range(concat("there is no day ", day, " in ", month_name(month), " ", year,
                               "; write a day from 1 to ", last_day, "."));
  }
  const std::optional<Date> date = Date::from_year_month_day(year, month, day);
  FTT_ASSERT(date.has_value(), "A date was checked and yet does not exist.");
  return *date;
}

// What is wrong with a month and a day that stand without a year: they may be impossible in every year.
Error without_year(int month, int day, MonthWritten written, std::string_view typed) {
  constexpr int leap_year = 2028;
  const Result<Date> date = checked(leap_year, month, day, written, typed);
  if (!date) {
    if (month < 1 || month > 12) return date.error();
    return Error{ErrorCode::out_of_range,
                 {},
                 concat(in_quotes(typed), ": there is no day ", day, " in ", month_name(month),
                        "; write a day from 1 to ", days_in_month(leap_year, month), ", and the year.")};
  }
  const int year = Date::from_year_month_day(2027, date->month(), date->day()) ? 2027 : leap_year;
  return Error{ErrorCode::malformed,
               {},
               concat(in_quotes(typed), " has no year; write it with its year, like ",
                      month_name(date->month()).substr(0, 3), " ", date->day(), ", ", year, ".")};
}

// The year that was written, in full or by its last two digits; 0 where there is no telling.
int year_of(const Token& token) {
  if (token.text.size() == 4) return token.value;
  if (token.text.size() != 2) return 0;
  const int in_its_century = first_short_year - first_short_year % 100 + token.value;
  return in_its_century < first_short_year ? in_its_century + 100 : in_its_century;
}

Error unclear_year(std::string_view typed) {
  return Error{ErrorCode::malformed,
               {},
               concat(in_quotes(typed), " has a year of one or three digits; write all four, like 2/1/2027.")};
}

// 3.4.2024 is March 4 to one and April 3 to another.
Result<Date> read_with_points(const Token& first, const Token& second, int year, std::string_view typed) {
  const std::optional<Date> month_first = Date::from_year_month_day(year, first.value, second.value);
  const std::optional<Date> day_first = Date::from_year_month_day(year, second.value, first.value);
  if (!month_first || !day_first || month_first == day_first) {
    return checked(year, first.value, second.value, MonthWritten::as_number_first, typed);
  }
  const auto way = [](Date date) { return concat(to_numeric(date), " for ", to_display_without_weekday(date)); };
  return Error{ErrorCode::ambiguous,
               {},
               concat(in_quotes(typed), " can be read with the month or the day first; write ", way(*month_first),
                      ", or ", way(*day_first), ".")};
}

Result<Date> read_numbers(std::span<const Token> tokens, std::string_view typed) {
  if (tokens.size() == 1 && tokens[0].text.size() == 8) {
    const int value = tokens[0].value;
    // 02012027: its first four digits are no year that is taken.
    if (value / 10'000 < first_input_year && value / 10'000 <= 1231) {
      return checked(value % 10'000, value / 1'000'000, value / 10'000 % 100, MonthWritten::as_number_first, typed);
    }
    return checked(value / 10'000, value / 100 % 100, value % 100, MonthWritten::as_number_after_year, typed);
  }
  if (tokens.size() != 2 && tokens.size() != 3) return malformed(typed);
  const char separator = tokens[1].separator;
  if (separator != '/' && separator != '-' && separator != '.') return malformed(typed);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i].separator != separator) return malformed(typed);
  }
  if (tokens.size() == 2) {
    if (tokens[0].text.size() > 2 || tokens[1].text.size() > 2) return malformed(typed);
    return without_year(tokens[0].value, tokens[1].value, MonthWritten::as_number_first, typed);
  }
  const auto has_part_sizes = [&](std::size_t a, std::size_t b, std::size_t c) {
    return tokens[0].text.size() <= a && tokens[1].text.size() <= b && tokens[2].text.size() <= c;
  };
  if (tokens[0].text.size() == 4 && has_part_sizes(4, 2, 2)) {
    return checked(tokens[0].value, tokens[1].value, tokens[2].value, MonthWritten::as_number_after_year, typed);
  }
  if (!has_part_sizes(2, 2, 4)) return malformed(typed);
  const int year = year_of(tokens[2]);
  if (year == 0 && tokens[2].text.size() != 4) return unclear_year(typed);
  if (separator == '.') return read_with_points(tokens[0], tokens[1], year, typed);
  return checked(year, tokens[0].value, tokens[1].value, MonthWritten::as_number_first, typed);
}

// February 1 2027, 1 February 2027 and 2027 February 1.
Result<Date> read_with_month_name(int month, std::span<const Token> numbers, std::string_view typed) {
  for (const Token& number : numbers) {
    if (number.text.size() > 4) return malformed(typed);
  }
  if (numbers.size() == 1 && numbers[0].text.size() == 4) {
    return Error{ErrorCode::malformed,
                 {},
                 concat(in_quotes(typed), " has no day; write it with its day, like ", month_name(month).substr(0, 3),
                        " 1, ", numbers[0].value, ".")};
  }
  if (numbers.size() == 1) return without_year(month, numbers[0].value, MonthWritten::as_name, typed);
  if (numbers.size() != 2) return malformed(typed);
  const bool is_year_first = numbers[0].text.size() == 4;
  const Token& year = is_year_first ? numbers[0] : numbers[1];
  const Token& day = is_year_first ? numbers[1] : numbers[0];
  if (day.text.size() > 2) return malformed(typed);
  const int written_year = year_of(year);
  if (written_year == 0 && year.text.size() != 4) return unclear_year(typed);
  return checked(written_year, month, day.value, MonthWritten::as_name, typed);
}

bool is_ordinal_ending(const Token& token) {
  if (token.separator != '\0') return false;
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (equal_ignoring_ascii_case(token.text, ending)) return true;
  }
  return false;
}

}  // namespace

Result<Date> Date::from_iso(std::string_view text) {
  const auto is_digits = [&](std::size_t from, std::size_t count) {
    for (std::size_t i = from; i < from + count; ++i) {
      if (!is_digit(text[i])) return false;
    }
    return true;
  };
  if (text.empty()) return Error{ErrorCode::empty, {}, "A date is missing; write it like 2027-02-01."};
  const bool has_form =
      text.size() == 10 && is_digits(0, 4) && text[4] == '-' && is_digits(5, 2) && text[7] == '-' && is_digits(8, 2);
  if (!has_form) {
    return Error{ErrorCode::malformed,
                 {},
                 concat(in_quotes(text), " is not a date of the form YYYY-MM-DD; write it like 2027-02-01.")};
  }
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) value = value * 10 + (text[i] - '0');
    return value;
  };
  return checked(number(0, 4), number(5, 2), number(8, 2), MonthWritten::as_number_after_year, text);
}

Result<Date> parse_date(std::string_view text) {
  const std::string_view typed = trim(text);
  if (typed.empty()) return Error{ErrorCode::empty, {}, concat("A date is missing; ", mend, ".")};
  const Tokens tokens = cut(typed);
  if (!tokens.is_readable) return malformed(typed);

  std::array<Token, 6> numbers;
  std::size_t number_count = 0;
  int month = 0;
  int weekday = -1;
  for (std::size_t i = 0; i < tokens.size; ++i) {
    const Token& token = tokens.list[i];
    if (token.is_number) {
      numbers[number_count++] = token;
      continue;
    }
    if (i > 0 && tokens.list[i - 1].is_number && is_ordinal_ending(token)) continue;
    const int named_month = find_name(token.text, month_names) + 1;
    const int named_weekday = find_name(token.text, weekday_names);
    if (named_month != 0 && month == 0) {
      month = named_month;
    } else if (named_weekday >= 0 && i == 0) {
      weekday = named_weekday;
    } else {
      return malformed(typed);
    }
  }
  const std::span<const Token> parts(numbers.data(), number_count);
  Result<Date> date = month == 0 ? read_numbers(parts, typed) : read_with_month_name(month, parts, typed);
  if (date && weekday >= 0 && date->weekday() != static_cast<Weekday>(weekday)) {
    return Error{
        ErrorCode::inconsistent,
        {},
        concat(in_quotes(typed), ": that day is a ", weekday_name(date->weekday()), "; correct the weekday or the "
            "date.")};
  }
  return date;
}

std::string to_iso(Date date) {
  const auto digits = [](int value, int width) {
    std::string text = concat(value);
    text.insert(0, static_cast<std::size_t>(width) - text.size(), '0');
    return text;
  };
  return concat(digits(date.year(), 4), '-', digits(date.month(), 2), '-', digits(date.day(), 2));
}

std::string to_numeric(Date date) {
  return concat(date.month(), "/", date.day(), "/", date.year());
}

std::string to_display(Date date) {
  return concat(weekday_name(date.weekday()), ", ", to_display_without_weekday(date));
}

std::string to_display_without_weekday(Date date) {
  return concat(month_name(date.month()), " ", date.day(), ", ", date.year());
}

std::string_view month_name(int month) {
  FTT_ASSERT(month >= 1 && month <= 12, "A month that does not exist was asked for its name.");
  return month_names[static_cast<std::size_t>(month - 1)];
}

std::string_view weekday_name(Weekday weekday) {
  return weekday_names[static_cast<std::size_t>(weekday)];
}

}  // namespace ftt
