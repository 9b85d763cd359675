#include "packet/schema.h"

#include <initializer_list>

#include "base/json_writer.h"
#include "base/text.h"
#include "form/field.h"
#include "packet/packet.h"

namespace ftt {
namespace {

constexpr std::string_view date_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
constexpr std::string_view digest_pattern = "^sha256:[0-9a-f]{64}$";
constexpr std::int64_t most_code_points = 20'000;

Json of_type(std::string_view type) {
  Json schema = Json::object();
  schema.set("type", Json::string(type));
  return schema;
}

Json of_types(std::initializer_list<std::string_view> types) {
  Json list = Json::array();
  for (const std::string_view type : types) list.push_back(Json::string(type));
  Json schema = Json::object();
  schema.set("type", std::move(list));
  return schema;
}

Json text_of(std::string_view pattern) {
  Json schema = of_type("string");
  schema.set("pattern", Json::string(pattern));
  return schema;
}

Json date() {
  Json schema = of_type("string");
  schema.set("format", Json::string("date"));
  schema.set("pattern", Json::string(date_pattern));
  return schema;
}

// A decimal as the packet writes it, in a string; a number is taken on reading.
Json decimal(std::string_view pattern) {
  Json schema = of_types({"string", "number"});
  schema.set("pattern", Json::string(pattern));
  return schema;
}

// The same; from 0 to a whole number, which holds for a number on reading and is in the pattern for a string.
Json decimal_up_to(std::int64_t maximum, std::string_view pattern) {
  Json schema = decimal(pattern);
  schema.set("minimum", Json::number(0));
  schema.set("maximum", Json::number(maximum));
  return schema;
}

Json values_of(const LeafInfo& leaf) {
  Json values = Json::array();
  for (const Choice& choice : leaf.choices) values.push_back(Json::string(choice.value));
  return values;
}

Json text(const LeafInfo& leaf) {
  switch (leaf.shape) {
    case Shape::series:
      return text_of("^[0-9]{4}$");
    case Shape::pay_plan:
      return text_of("^[A-Z0-9]{2}$");
    case Shape::pay_area:
      return text_of("^[A-Z0-9]{2,8}$");
    case Shape::state:
      return text_of("^[A-Z]{2}$");
    case Shape::initial:
      return text_of("^[^0-9]$");
    case Shape::free:
      break;
  }
  Json schema = of_type("string");
  schema.set("maxLength", Json::number(leaf.limits.maximum == 0 ? most_code_points : leaf.limits.maximum));
  return schema;
}

Json of_kind(const LeafInfo& leaf) {
  switch (leaf.kind) {
    case Kind::text:
    case Kind::long_text:
      return text(leaf);
    case Kind::date:
      return date();
    case Kind::money:
      return decimal(leaf.limits.minimum >= 0 ? "^[0-9]{1,10}(\\.[0-9]{1,2})?$" : "^-?[0-9]{1,10}(\\.[0-9]{1,2})?$");
    case Kind::share:
      return decimal_up_to(1, "^(0(\\.[0-9]{1,4})?|1(\\.0{1,4})?)$");
    case Kind::nights:
      return decimal_up_to(365, "^(365(\\.0{1,2})?|(36[0-4]|3[0-5][0-9]|[12]?[0-9]{1,2})(\\.[0-9]{1,2})?)$");
    case Kind::count: {
      Json schema = of_type("integer");
      schema.set("minimum", Json::number(leaf.limits.minimum));
      schema.set("maximum", Json::number(leaf.limits.maximum));
      return schema;
    }
    case Kind::choice: {
      Json schema = of_type("string");
      schema.set("enum", values_of(leaf));
      return schema;
    }
    case Kind::open_choice: {
      Json schema = text(leaf);
      schema.set("examples", values_of(leaf));
      return schema;
    }
    case Kind::yes_no:
      return of_type("boolean");
  }
  return Json::object();
}

// "E4. Round trip transportation cost per trip"
std::string title_of(std::string_view item, std::string_view label) {
  return item.empty() ? std::string(label) : concat(item, ". ", label);
}

Json leaf_schema(const LeafInfo& leaf) {
  Json schema = of_kind(leaf);
  schema.set("title",
             Json::string(leaf.group == Group::none ? title_of(leaf.item, leaf.label) : std::string(leaf.label)));
  schema.set("description", Json::string(concat(leaf.hint, " (", leaf.cite.text(), ")")));
  return schema;
}

// The member's schema below an object's one; made where it is not there yet.
Json& property(Json& object_schema, std::string_view name) {
  Json* properties = object_schema.find("properties");
  if (properties == nullptr) properties = &object_schema.set("properties", Json::object());
  Json* found = properties->find(name);
  return found != nullptr ? *found : properties->set(name, of_type("object"));
}

void add_leaf(Json& packet, const LeafInfo& leaf) {
  Json* object = &packet;
  std::string_view rest = leaf.id;
  for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
    const bool is_field = leaf.group != Group::none && leaf.id.size() - rest.size() + dot == leaf.field.size();
    object = &property(*object, rest.substr(0, dot));
    if (is_field && object->find("title") == nullptr) {
      object->set("title", Json::string(title_of(leaf.item, leaf.field_label)));
    }
    rest.remove_prefix(dot + 1);
  }
  property(*object, rest) = leaf_schema(leaf);
}

Json list_of(Json element) {
  Json schema = of_type("array");
  schema.set("items", std::move(element));
  return schema;
}

Json described(Json schema, std::string_view description) {
  schema.set("description", Json::string(description));
  return schema;
}

Json with_required(Json schema, std::initializer_list<std::string_view> names) {
  Json required = Json::array();
  for (const std::string_view name : names) required.push_back(Json::string(name));
  schema.set("required", std::move(required));
  return schema;
}

Json actuals() {
  Json entry = of_type("object");
  property(entry, "half_year") = described(text_of("^[0-9]{4}H[12]$"), "H1 of a fiscal year is October to March.");
  property(entry, "spent") = described(decimal("^[0-9]{1,10}(\\.[0-9]{1,2})?$"),
                                       "Spent on travel between the two worksites (HRM 6040.2 ¶13b).");
  property(entry, "trips") = described(of_kind(info(Leaf::travel_budget_trips)), "Trips that it paid for.");
  property(entry, "source") = described(of_kind(info(Leaf::locality_pay_salary_source)), "Which report says so.");
  return described(list_of(with_required(std::move(entry), {"half_year", "spent"})), "Actual spending by half-year.");
}

Json reviewed() {
  Json schema = Json::object();
  schema.set("$ref", Json::string("#"));
  return described(std::move(schema), "The packet under review, as it was written (HRM 6040.2 ¶11).");
}

Json worksheet() {
  Json line = of_type("object");
  property(line, "id") = of_type("string");
  property(line, "label") = of_type("string");
  property(line, "value") = of_types({"string", "null"});
  property(line, "needs") = list_of(of_type("string"));
  property(line, "reading") = of_type("string");
  property(line, "origin") = of_type("string");
  property(line, "formula") = of_type("string");
  property(line, "inputs") = of_type("object");
  Json rate = of_type("object");
  property(rate, "table") = of_type("string");
  property(rate, "year") = of_type("integer");
  property(rate, "entry") = of_type("string");
  property(line, "rates") = list_of(std::move(rate));
  property(line, "notes") = list_of(of_type("string"));
  property(line, "cite") = of_type("string");
  Json schema = of_type("object");
  property(schema, "lines") = list_of(with_required(std::move(line), {"id", "value"}));
  return described(std::move(schema), "Derived; worked out again from the answers on opening, and compared.");
}

Json rates() {
  Json schema = of_type("object");
  property(schema, "pay_year") = of_type("integer");
  property(schema, "per_diem_fiscal_year") = of_type("integer");
  property(schema, "digest") = text_of(digest_pattern);
  return described(std::move(schema), "The tables that were used.");
}

Json seal() {
  Json schema = of_type("object");
  property(schema, "content") =
      described(text_of(digest_pattern), "SHA-256 over the RFC 8785 form of the members arrangement to justification.");
  property(schema, "concurrences") = of_type("object");
  return described(std::move(schema), "Shows whether Parts A to I have changed; it does not prove who signed.");
}

void add_heading(Json& packet) {
  property(packet, "format") = described(text_of("^telework-packet/1(\\.[0-9]+)?$"), "The packet's format.");
  property(packet, "id") = described(of_type("string"), "The same through all revisions.");
  Json revision = of_type("integer");
  revision.set("minimum", Json::number(0));
  property(packet, "revision") = std::move(revision);
  property(packet, "prepared_on") = date();
  property(packet, "order") = described(of_type("string"), "The edition of the order that the packet follows.");
  property(packet, "redacted") = described(of_type("boolean"), "Names and home address were left out of this copy.");
}

}  // namespace

Json packet_schema() {
  Json schema = Json::object();
  schema.set("$schema", Json::string("https://json-schema.org/draft/2020-12/schema"));
  schema.set("$id", Json::string("urn:gsa-full-time-telework:packet:1"));
  schema.set("title", Json::string("Full-time telework packet"));
  schema.set(
      "description",
      Json::string("Appendices A to D of GSA Order HRM 6040.2 (June 29, 2018) as data, restated in plain language; the "
                   "order governs. Unknown answers are left out. Members that are not named here are kept."));
  schema.set("type", Json::string("object"));
  schema = with_required(std::move(schema), {"format"});
  add_heading(schema);
  // Actual spending stands before the notes.
  for (const LeafInfo& leaf : leaves()) {
    if (leaf.leaf == Leaf::notes) property(schema, "actuals") = actuals();
    add_leaf(schema, leaf);
  }
  property(property(schema, "annual_review"), "reviewed") = reviewed();
  property(schema, "worksheet") = worksheet();
  property(schema, "rates") = rates();
  property(schema, "seal") = seal();
  return schema;
}

std::string schema_json() {
  return write_json(packet_schema());
}

}  // namespace ftt
