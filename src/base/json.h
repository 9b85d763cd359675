// Json: a JSON value as a tree that keeps what it was read from: members in their order, numbers as their exact text.
//
// Invariant: an object has no two members of one name.
// Getters give nothing where the type is another one; they never stop the program.
//
// Does not: read (json_reader.h), write (json_writer.h), or do arithmetic with numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace ftt {

class Json {
 public:
  enum class Kind { null, boolean, number, string, array, object };
  struct Member;

  Json();  // null
  ~Json();
  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;

  static Json null();
  static Json boolean(bool value);
  static Json number(std::int64_t value);
  // The number with this text, kept as it is. Errors: malformed where RFC 8259 has no such number.
  static Result<Json> number_from_text(std::string_view text);
  static Json string(std::string_view value);
  static Json array();
  static Json array(std::vector<Json> elements);
  static Json object();
  // Precondition: no two members of one name.
  static Json object(std::vector<Member> members);
  // The same of whoever has just looked for that.
  static Json object_of_differing(std::vector<Member> members);

  Kind kind() const;
  bool is_null() const { return kind() == Kind::null; }
  bool is_boolean() const { return kind() == Kind::boolean; }
  bool is_number() const { return kind() == Kind::number; }
  bool is_string() const { return kind() == Kind::string; }
  bool is_array() const { return kind() == Kind::array; }
  bool is_object() const { return kind() == Kind::object; }

  std::optional<bool> as_boolean() const;
  // The number's text as it was written, for example "1.50" or "1e3".
  std::optional<std::string_view> as_number_text() const;
  // The number where it is a plain whole one that fits ("12", not "12.0" or "1e1").
  std::optional<std::int64_t> as_integer() const;
  const std::string* as_string() const;
  const std::vector<Json>* as_array() const;
  std::vector<Json>* as_array();
  const std::vector<Member>* as_object() const;
  // The members of an object, taken out of it; none of any other value.
  std::vector<Member> take_members() &&;

  // The member's value; nullptr where there is none or this is not an object.
  const Json* find(std::string_view name) const;
  Json* find(std::string_view name);
  // The value of the member if it is a string; nullptr otherwise.
  const std::string* find_string(std::string_view name) const;
  // The same as a text of its own; empty where there is none.
  std::string text_or_empty(std::string_view name) const;

  // Replaces the member's value where it stands, or adds the member at the end; gives the value in the tree. A null
  // becomes an object. Precondition: an object or null.
  Json& set(std::string_view name, Json value);
  // Takes the member out; whether there was one.
  bool erase(std::string_view name);
  // Adds an element at the end; a null becomes an array. Precondition: an array or null.
  Json& push_back(Json value);

  // Alike in every part: order of members and text of numbers included.
  friend bool operator==(const Json& a, const Json& b);

 private:
  struct Number {
    std::string text;
    friend bool operator==(const Number&, const Number&) = default;
  };
  // The members of an object in their order. Of more than a few the places are known by name, whoever made them: else
  // an object of 100,000 members that is gone through by name would take hours.
  class Members {
   public:
    Members();
    explicit Members(std::vector<Member> list);
    ~Members();
    Members(const Members& other);
    Members(Members&& other) noexcept;
    Members& operator=(const Members& other);
    Members& operator=(Members&& other) noexcept;

    const std::vector<Member>& list() const { return list_; }
    std::vector<Member> take_list() &&;
    const Json* find(std::string_view name) const;
    Json& add(std::string_view name, Json value);  // Precondition: there is none of that name.
    bool erase(std::string_view name);
    bool operator==(const Members& other) const;

   private:
    using Places = std::map<std::string, std::size_t, std::less<>>;
    std::size_t place_of(std::string_view name) const;  // behind the last where there is none
    void note_places();

    std::vector<Member> list_;
    std::unique_ptr<Places> places_;  // null while a walk is as quick
  };
  using Value = std::variant<std::monostate, bool, Number, std::string, std::vector<Json>, Members>;
  explicit Json(Value value);

  Value value_;
};

struct Json::Member {
  std::string name;
  Json value;
  friend bool operator==(const Member&, const Member&) = default;
};

// A name that more than one of the members has; null where there is none.
const std::string* find_repeated_name(const std::vector<Json::Member>& members);

// "string", "an object" …: what the value is, as a message says it.
std::string_view describe(Json::Kind kind);

// Sets the member where the text is not empty.
void set_text(Json& object, std::string_view member, std::string_view text);

// The pointer with one more step (RFC 6901): json_pointer_step("/a", "b/c") is "/a/b~1c".
std::string json_pointer_step(std::string_view pointer, std::string_view name);
std::string json_pointer_step(std::string_view pointer, std::size_t index);
// The pointer as a path of a packet: "/travel_budget/nights" is "travel_budget.nights"; what is no pointer stays.
std::string dotted_path(std::string_view pointer);

}  // namespace ftt
