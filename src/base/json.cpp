// The JSON tree.
#include "base/json.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/json_events.h"
#include "base/text.h"

namespace ftt {

namespace {

bool is_json_number(std::string_view text) {
  JsonEvents events(text);
  return events.next() == JsonEvent::number && events.number_text().size() == text.size();
}

// Each with each: of a few quicker than sorting them.
bool are_few_and_differ(const std::vector<Json::Member>& members) {
  constexpr std::size_t few = 16;
  if (members.size() > few) return false;
  for (auto one = members.begin(); one != members.end(); ++one) {
    const auto is_same = [&](const Json::Member& other) { return other.name == one->name; };
    if (std::any_of(members.begin(), one, is_same)) return false;
  }
  return true;
}

}  // namespace

// ---- The members of an object ----

Json::Members::Members() = default;
Json::Members::~Members() = default;
Json::Members::Members(Members&& other) noexcept = default;
Json::Members& Json::Members::operator=(Members&& other) noexcept = default;
Json::Members::Members(std::vector<Member> list) : list_(std::move(list)) {
  note_places();
}
Json::Members::Members(const Members& other)
    : list_(other.list_), places_(other.places_ ? std::make_unique<Places>(*other.places_) : nullptr) {}
Json::Members& Json::Members::operator=(const Members& other) {
  Members copy(other);
  return *this = std::move(copy);
}

bool Json::Members::operator==(const Members& other) const {
  return list_ == other.list_;
}

std::vector<Json::Member> Json::Members::take_list() && {
  places_.reset();
  return std::exchange(list_, {});
}

void Json::Members::note_places() {
  constexpr std::size_t most_walked = 64;
  if (list_.size() <= most_walked) return;
  places_ = std::make_unique<Places>();
  for (std::size_t i = 0; i < list_.size(); ++i) places_->emplace(list_[i].name, i);
}

std::size_t Json::Members::place_of(std::string_view name) const {
  if (places_) {
    const auto found = places_->find(name);
    return found == places_->end() ? list_.size() : found->second;
  }
  const auto found =
      std::find_if(list_.begin(), list_.end(), [&](const Member& member) { return member.name == name; });
  return static_cast<std::size_t>(found - list_.begin());
}

const Json* Json::Members::find(std::string_view name) const {
  const std::size_t place = place_of(name);
  return place == list_.size() ? nullptr : &list_[place].value;
}

Json& Json::Members::add(std::string_view name, Json value) {
  constexpr std::size_t ordinary = 8;
  if (list_.capacity() == 0) list_.reserve(ordinary);
  list_.push_back(Member{std::string(name), std::move(value)});
  if (places_) {
    places_->emplace(name, list_.size() - 1);
  } else {
    note_places();
  }
  return list_.back().value;
}

bool Json::Members::erase(std::string_view name) {
  const std::size_t place = place_of(name);
  if (place == list_.size()) return false;
  if (places_) {
    places_->erase(places_->find(name));
    for (auto& [other, at] : *places_) at -= at > place ? 1 : 0;
  }
  list_.erase(list_.begin() + static_cast<std::ptrdiff_t>(place));
  return true;
}

Json::Json() = default;
Json::~Json() = default;
Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::Json(Value value) : value_(std::move(value)) {}

Json Json::null() {
  return Json();
}
Json Json::boolean(bool value) {
  return Json(Value(std::in_place_type<bool>, value));
}
Json Json::number(std::int64_t value) {
  return Json(Value(Number{concat(value)}));
}
Result<Json> Json::number_from_text(std::string_view text) {
  if (!is_json_number(text)) {
    return Error{ErrorCode::malformed, {}, concat(in_quotes(text), " is not a JSON number; write it like -12.50.")};
  }
  return Json(Value(Number{std::string(text)}));
}
Json Json::string(std::string_view value) {
  return Json(Value(std::in_place_type<std::string>, value));
}
Json Json::array() {
  return array(std::vector<Json>());
}
Json Json::array(std::vector<Json> elements) {
  return Json(Value(std::move(elements)));
}
Json Json::object() {
  return object(std::vector<Member>());
}
Json Json::object(std::vector<Member> members) {
  FTT_ASSERT(find_repeated_name(members) == nullptr, "An object was made with two members of one name.");
  return object_of_differing(std::move(members));
}
Json Json::object_of_differing(std::vector<Member> members) {
  return Json(Value(std::in_place_type<Members>, std::move(members)));
}

Json::Kind Json::kind() const {
  return static_cast<Kind>(value_.index());
}

std::optional<bool> Json::as_boolean() const {
  const bool* value = std::get_if<bool>(&value_);
  return value ? std::optional<bool>(*value) : std::nullopt;
}

std::optional<std::string_view> Json::as_number_text() const {
  const Number* value = std::get_if<Number>(&value_);
  return value ? std::optional<std::string_view>(value->text) : std::nullopt;
}

std::optional<std::int64_t> Json::as_integer() const {
  const Number* number = std::get_if<Number>(&value_);
  if (!number) return std::nullopt;
  std::int64_t value = 0;
  const char* const end = number->text.data() + number->text.size();
  const std::from_chars_result result = std::from_chars(number->text.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

const std::string* Json::as_string() const {
  return std::get_if<std::string>(&value_);
}
const std::vector<Json>* Json::as_array() const {
  return std::get_if<std::vector<Json>>(&value_);
}
std::vector<Json>* Json::as_array() {
  return std::get_if<std::vector<Json>>(&value_);
}
const std::vector<Json::Member>* Json::as_object() const {
  const Members* members = std::get_if<Members>(&value_);
  return members == nullptr ? nullptr : &members->list();
}

std::vector<Json::Member> Json::take_members() && {
  Members* members = std::get_if<Members>(&value_);
  return members == nullptr ? std::vector<Member>() : std::move(*members).take_list();
}

const Json* Json::find(std::string_view name) const {
  const Members* members = std::get_if<Members>(&value_);
  return members == nullptr ? nullptr : members->find(name);
}

Json* Json::find(std::string_view name) {
  return const_cast<Json*>(std::as_const(*this).find(name));
}

const std::string* Json::find_string(std::string_view name) const {
  const Json* value = find(name);
  return value ? value->as_string() : nullptr;
}

std::string Json::text_or_empty(std::string_view name) const {
  const std::string* text = find_string(name);
  return text == nullptr ? std::string() : *text;
}

Json& Json::set(std::string_view name, Json value) {
  if (is_null()) value_ = Members();
  Members* members = std::get_if<Members>(&value_);
  FTT_ASSERT(members != nullptr, "A member was set in a JSON value that is not an object.");
  if (Json* present = find(name)) {
    *present = std::move(value);
    return *present;
  }
  return members->add(name, std::move(value));
}

bool Json::erase(std::string_view name) {
  Members* members = std::get_if<Members>(&value_);
  return members != nullptr && members->erase(name);
}

Json& Json::push_back(Json value) {
  if (is_null()) value_ = std::vector<Json>();
  std::vector<Json>* elements = as_array();
  FTT_ASSERT(elements != nullptr, "An element was added to a JSON value that is not an array.");
  elements->push_back(std::move(value));
  return elements->back();
}

bool operator==(const Json& a, const Json& b) {
  return a.value_ == b.value_;
}

const std::string* find_repeated_name(const std::vector<Json::Member>& members) {
  if (are_few_and_differ(members)) return nullptr;
  std::vector<const std::string*> names;
  names.reserve(members.size());
  for (const Json::Member& member : members) names.push_back(&member.name);
  std::sort(names.begin(), names.end(), [](const auto* a, const auto* b) { return *a < *b; });
  const auto repeated =
      std::adjacent_find(names.begin(), names.end(), [](const auto* a, const auto* b) { return *a == *b; });
  return repeated == names.end() ? nullptr : *repeated;
}

std::string_view describe(Json::Kind kind) {
  switch (kind) {
    case Json::Kind::null:
      return "null";
    case Json::Kind::boolean:
      return "true or false";
    case Json::Kind::number:
      return "a number";
    case Json::Kind::string:
      return "a text";
    case Json::Kind::array:
      return "a list";
    case Json::Kind::object:
      return "an object";
  }
  return {};
}

void set_text(Json& object, std::string_view member, std::string_view text) {
  if (!text.empty()) object.set(member, Json::string(text));
}

std::string json_pointer_step(std::string_view pointer, std::string_view name) {
  std::string longer = concat(pointer, '/');
  for (const char c : name) {
    if (c == '~') {
      longer += "~0";
    } else if (c == '/') {
      longer += "~1";
    } else {
      longer.push_back(c);
    }
  }
  return longer;
}

std::string json_pointer_step(std::string_view pointer, std::size_t index) {
  return concat(pointer, '/', index);
}

std::string dotted_path(std::string_view pointer) {
  if (!pointer.starts_with('/')) return std::string(pointer);
  std::string path(pointer.substr(1));
  std::replace(path.begin(), path.end(), '/', '.');
  return path;
}

}  // namespace ftt
