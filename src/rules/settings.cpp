// Reading the configuration file, each member with its place. See settings.h.
#include "rules/settings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/count.h"
#include "base/json_reader.h"
#include "base/text.h"

namespace ftt {

namespace {

constexpr std::string_view no_member =
    "There is no such setting. Those for the order are rates, percent, closures, inauguration_day and wording. Those "
    "for the report are components and smallest_count. Those for the site are telework_managing_officer, "
    "accessibility_contact, shared_computer and hosts.";
// Dollars of one or two people are never shown, so neither are they as a count.
constexpr std::int64_t least_smallest_count = 3;
constexpr std::int64_t most_smallest_count = 1'000;

Error wrong_type(std::string where, const Json& value, std::string_view what_belongs) {
  return {ErrorCode::wrong_type, std::move(where),
          concat(describe(value.kind()), " is where ", what_belongs, " goes.")};
}

bool has_control_characters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

// ---- Origins ----

bool is_host_character(char c) {
  return is_digit(c) || is_ascii_letter(c) || c == '-' || c == '.' || c == '_';
}

// "intranet.example", "[::1]"; names in other alphabets as browsers write them, xn--….
bool is_host(std::string_view host) {
  if (host.starts_with('[')) {
    const std::string_view inside = host.substr(1, host.size() - 2);
    return host.ends_with(']') && inside.find(':') != std::string_view::npos &&
           inside.find_first_not_of("0123456789abcdef:.") == std::string_view::npos;
  }
  return !host.empty() && !host.starts_with('.') && host.find("..") == std::string_view::npos &&
         std::all_of(host.begin(), host.end(), is_host_character);
}

Error no_origin(std::string_view text, std::string_view mend) {
  return {ErrorCode::malformed, "", concat(in_quotes(text), " is not the origin of a site: ", mend)};
}

constexpr std::string_view as_in_the_address =
    "write it as the browser's address bar shows it, for example https://intranet.example.";
// The address bar shows a name in another alphabet in its letters; what browsers send is the form in ASCII.
constexpr std::string_view in_ascii =
    "write its name in the ASCII form that begins with xn--, which who runs the site knows: "
    "https://xn--bcher-kva.example "
    "is that of https://b\u00fccher.example.";

std::string_view mend_of_host(std::string_view host) {
  return std::any_of(host.begin(), host.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })
             ? in_ascii
             : as_in_the_address;
}

// Where the path behind a host begins.
std::size_t end_of_host(std::string_view text) {
  return std::min(text.find_first_of("/?#\\"), text.size());
}

}  // namespace

Result<std::string> read_origin(std::string_view text) {
  const std::string lower = to_ascii_lower(trim(text));
  std::string_view rest = lower;
  if (rest == "null") return std::string(rest);
  if (rest.find('*') != std::string_view::npos) {
    return no_origin(text, "a * would let in sites that nobody has named; write each site that may embed the wizard.");
  }
  const std::size_t mark = rest.find("://");
  if (mark == std::string_view::npos) {
    const Result<std::string> meant =
        is_digit(rest.empty() ? '0' : rest.front()) || rest.find(':') != std::string_view::npos
            ? Result<std::string>(no_origin(text, as_in_the_address))
            : read_origin(concat("https://", rest));
    return no_origin(
        text, meant ? concat("write ", *meant, ".") : std::string(mend_of_host(rest.substr(0, end_of_host(rest)))));
  }
  const std::string_view scheme = rest.substr(0, mark);
  rest.remove_prefix(mark + 3);
  if (scheme != "https" && scheme != "http") return no_origin(text, "it begins with https:// or http://.");
  const std::size_t end = end_of_host(rest);
  const std::string_view path = rest.substr(end);
  std::string_view host = rest.substr(0, end);
  std::string port;
  const std::size_t colon = host.rfind(':');
  if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) {
    const Result<Count> number = parse_count(host.substr(colon + 1), 1, 65'535);
    if (!number) return no_origin(text, "after the last colon write a port, 1 to 65535.");
    const bool goes_without_saying = number->value() == (scheme == "https" ? 443 : 80);
    if (!goes_without_saying) port = concat(':', number->value());
    host = host.substr(0, colon);
  }
  if (!is_host(host)) return no_origin(text, mend_of_host(host));
  std::string origin = concat(scheme, "://", host, port);
  if (!path.empty() && path != "/")
    return no_origin(text, concat("it names a page; write only the site, ", origin, "."));
  return origin;
}

namespace {

// ---- Files beside the configuration ----

Result<std::string> read_file_name(std::string_view text) {
  const std::string_view name = trim(text);
  bool is_beside = !name.empty() && !has_control_characters(name) &&
                   name.find_first_of("\\:?#%") == std::string_view::npos && name.size() <= 255;
  for (const std::string_view step : split(name, '/'))
    is_beside = is_beside && !step.empty() && step != "." && step != "..";
  if (is_beside) return std::string(name);
  return Error{ErrorCode::malformed, "",
               concat(in_quotes(text),
                      " is not the name of a file next to the configuration, such as "
                      "rates-2027.txt.")};
}

// Takes in the members of a configuration one by one.
class SettingsReader {
 public:
  void take(const Json::Member& member) {
    const std::string where = json_pointer_step("", member.name);
    for (const Known& known : known_members) {
      if (known.name == member.name) return (this->*known.take)(where, member.value);
    }
    refuse({ErrorCode::unknown_choice, where, std::string(no_member)});
  }

  ReadSettings finished() && {
    read_.settings.policy.calendar = WorkCalendar(closures_, inauguration_);
    return std::move(read_);
  }

 private:
  struct Known {
    std::string_view name;
    void (SettingsReader::*take)(const std::string& where, const Json& value);
  };
  static const std::array<Known, 11> known_members;

  void refuse(Error error) { read_.refused.push_back(std::move(error)); }
  void refuse(const std::string& where, Error error) { refuse(at(where, std::move(error))); }

  // Each text of a list that can be read; one that cannot is refused alone. The list as it was taken; nothing where it
  // is none.
  template <class Read>
  std::optional<Json> list_of(const std::string& where, const Json& value, std::string_view list,
                              std::string_view entry, Read read) {
    const std::vector<Json>* entries = value.as_array();
    if (entries == nullptr) {
      refuse(wrong_type(where, value, list));
      return std::nullopt;
    }
    Json taken = Json::array();
    for (std::size_t i = 0; i < entries->size(); ++i) {
      const std::string place = json_pointer_step(where, i);
      const std::string* text = (*entries)[i].as_string();
      if (text == nullptr) {
        refuse(wrong_type(place, (*entries)[i], entry));
        continue;
      }
      Result<std::string> exact = read(*text);
      if (exact) {
        taken.push_back(Json::string(*exact));
      } else {
        refuse(place, std::move(exact).error());
      }
    }
    return taken;
  }
  template <class Read>
  void take_list(const std::string& where, const Json& value, std::string_view list, std::string_view entry,
                 Read read) {
    std::optional<Json> taken = list_of(where, value, list, entry, read);
    if (taken) read_.members.set(where.substr(1), *std::move(taken));
  }

  // The boolean; nothing where it is refused.
  std::optional<bool> take_boolean(const std::string& where, const Json& value) {
    const std::optional<bool> truth = value.as_boolean();
    if (truth) {
      read_.members.set(where.substr(1), value);
    } else {
      refuse(wrong_type(where, value, "true or false"));
    }
    return truth;
  }

  void take_rates(const std::string& where, const Json& value) {
    take_list(where, value, "a list of names of files", "the name of a file such as \"rates-2027.txt\"",
              [&](std::string_view text) {
                Result<std::string> name = read_file_name(text);
                if (name) read_.settings.rates.push_back(*name);
                return name;
              });
  }

  void take_hosts(const std::string& where, const Json& value) {
    take_list(where, value, "a list of origins", "an origin such as \"https://intranet.example\"",
              [&](std::string_view text) {
                Result<std::string> origin = read_origin(text);
                if (origin) read_.settings.hosts.push_back(*origin);
                return origin;
              });
  }

  void take_closures(const std::string& where, const Json& value) {
    take_list(where, value, "a list of dates", "a date such as \"2026-12-24\"",
              [&](std::string_view text) -> Result<std::string> {
                const Date date = FTT_TRY(Date::from_iso(text));
                closures_.push_back(date);
                return to_iso(date);
              });
  }

  void take_inauguration_day(const std::string& where, const Json& value) {
    if (take_boolean(where, value).value_or(false)) inauguration_ = InaugurationDay::observed;
  }

  void take_shared_computer(const std::string& where, const Json& value) {
    read_.settings.is_shared_computer = take_boolean(where, value).value_or(false);
  }

  void take_percent(const std::string& where, const Json& value) {
    if (!value.is_string()) return refuse(wrong_type(where, value, "\"net_change\" or \"overall\""));
    const Result<PercentReading> reading = parse_percent_reading(*value.as_string());
    if (!reading) return refuse(where, reading.error());
    read_.settings.percent = *reading;
    read_.members.set("percent", value);
  }

  void take_wording(const std::string& where, const Json& value) {
    if (!value.is_string()) return refuse(wrong_type(where, value, "the name of a file such as \"wording.txt\""));
    const Result<std::string> name = read_file_name(*value.as_string());
    if (!name) return refuse(where, name.error());
    read_.settings.wording = *name;
    read_.members.set("wording", Json::string(*name));
  }

  void take_components(const std::string& where, const Json& value) {
    constexpr std::string_view example = "an object such as {\"PBS\": [\"Public Buildings Service\"]}";
    if (!value.is_object()) return refuse(wrong_type(where, value, example));
    Json all = Json::object();
    for (const Json::Member& member : *value.as_object()) {
      const std::string place = json_pointer_step(where, member.name);
      const std::string_view name = trim(member.name);
      if (name.empty()) {
        refuse({ErrorCode::empty, place, "The name of an office goes here, such as PBS."});
        continue;
      }
      std::vector<std::string> spellings;
      std::optional<Json> taken =
          list_of(place, member.value, "a list of spellings", "a text such as \"Public Buildings Service\"",
                  [&](std::string_view text) -> Result<std::string> {
                    if (trim(text).empty()) {
                      return Error{ErrorCode::empty, "", "A spelling goes here, such as Public Buildings Service."};
                    }
                    return spellings.emplace_back(trim(text));
                  });
      if (!taken) continue;
      all.set(name, *std::move(taken));
      read_.settings.components.emplace_back(name, std::move(spellings));
    }
    read_.members.set(where.substr(1), std::move(all));
  }

  void take_smallest_count(const std::string& where, const Json& value) {
    if (!value.is_number()) return refuse(wrong_type(where, value, "a whole number such as 10"));
    const std::optional<std::int64_t> count = value.as_integer();
    if (!count || *count < least_smallest_count || *count > most_smallest_count) {
      return refuse({ErrorCode::out_of_range, where,
                     concat("It must be a whole number from ", least_smallest_count, " to ",
                            with_thousands_commas(most_smallest_count), ".")});
    }
    read_.settings.smallest_count = *count;
    read_.members.set(where.substr(1), value);
  }

  void take_officer(const std::string& where, const Json& value) {
    take_contact(where, value, read_.settings.policy.contact);
  }

  void take_accessibility_contact(const std::string& where, const Json& value) {
    take_contact(where, value, read_.settings.policy.accessibility_contact);
  }

  void take_contact(const std::string& where, const Json& value, std::optional<Contact>& into) {
    if (!value.is_object()) return refuse(wrong_type(where, value, "an object with name, mail and phone"));
    Contact contact;
    const std::array<std::pair<std::string_view, std::string*>, 5> known = {{{"name", &contact.name},
                                                                             {"mail", &contact.mail},
                                                                             {"phone", &contact.phone},
                                                                             {"agency", &contact.agency},
                                                                             {"component", &contact.component}}};
    Json taken = Json::object();
    for (const Json::Member& member : *value.as_object()) {
      const std::string place = json_pointer_step(where, member.name);
      const auto found =
          std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.first == member.name; });
      if (found == known.end()) {
        refuse({ErrorCode::unknown_choice, place, "There are name, mail, phone, agency and component here."});
      } else if (!member.value.is_string()) {
        refuse(wrong_type(place, member.value, "text"));
      } else if (has_control_characters(trim(*member.value.as_string()))) {
        refuse({ErrorCode::malformed, place, "The text has characters that cannot be seen; write it in one line."});
      } else {
        *found->second = std::string(trim(*member.value.as_string()));
        taken.set(member.name, Json::string(*found->second));
      }
    }
    into = std::move(contact);
    read_.members.set(where.substr(1), std::move(taken));
  }

  ReadSettings read_;
  std::vector<Date> closures_;
  InaugurationDay inauguration_ = InaugurationDay::ignored;
};

const std::array<SettingsReader::Known, 11> SettingsReader::known_members = {
    {{"rates", &SettingsReader::take_rates},
     {"percent", &SettingsReader::take_percent},
     {"closures", &SettingsReader::take_closures},
     {"inauguration_day", &SettingsReader::take_inauguration_day},
     {"telework_managing_officer", &SettingsReader::take_officer},
     {"accessibility_contact", &SettingsReader::take_accessibility_contact},
     {"components", &SettingsReader::take_components},
     {"smallest_count", &SettingsReader::take_smallest_count},
     {"shared_computer", &SettingsReader::take_shared_computer},
     {"hosts", &SettingsReader::take_hosts},
     {"wording", &SettingsReader::take_wording}}};

// Nothing of the file can be read.
ReadSettings refused_whole(Error error) {
  ReadSettings read;
  read.refused.push_back(std::move(error));
  read.is_refused_whole = true;
  return read;
}

}  // namespace

ReadSettings read_settings(std::string_view json) {
  const Result<Json> file = read_json(json);
  if (!file) return refused_whole(file.error());
  if (!file->is_object()) return refused_whole(wrong_type("", *file, "an object"));
  SettingsReader reader;
  for (const Json::Member& member : *file->as_object()) reader.take(member);
  return std::move(reader).finished();
}

Result<AgencySettings> exact_settings(std::string_view json) {
  ReadSettings read = read_settings(json);
  if (!read.refused.empty()) return std::move(read.refused.front());
  return std::move(read.settings);
}

}  // namespace ftt
