// The schema's members from the table of fields. See schema.h.
#include "packet/schema.h"

#include <initializer_list>

#include "base/json_writer.h"
#include "base/money.h"
#include "base/text.h"
#include "form/field.h"
#include "form/initial.h"
#include "packet/answer_json.h"
#include "packet/chain_entries.h"
#include "packet/packet.h"
#include "rates/states.h"
#include "rules/known_answers.h"

namespace ftt {
namespace {

// Every day of the years 1900 to 2199, and no other.
constexpr std::string_view date_pattern =
    "^((19|20|21)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|"
    "02-(0[1-9]|1[0-9]|2[0-8]))|((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)-02-29)$";
// Anything but blanks alone, and never U+0000.
constexpr std::string_view text_pattern = "^[ \\t\\r\\n\\u00a0]*[^\\u0000 \\t\\r\\n\\u00a0][^\\u0000]*$";
constexpr std::string_view amount = "(0|[1-9][0-9]{0,9})(\\.[0-9]{1,2})?$";  // money, behind its sign
constexpr std::string_view digest_pattern = "^sha256:[0-9a-f]{64}$";
constexpr std::string_view hex_digest_pattern = "^[0-9a-f]{64}$";
constexpr std::string_view entry_digest_pattern = "^sha256-jcs:[0-9a-f]{64}$";
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
  return text_of(date_pattern);
}

Json free_text(std::int64_t most) {
  Json schema = text_of(text_pattern);
  schema.set("maxLength", Json::number(most));
  return schema;
}

Json decimal_number(std::string_view text) {
  Result<Json> number = Json::number_from_text(text);
  FTT_ASSERT(number.has_value(), "A number of the schema is none.");
  return std::move(number).value();
}

// A decimal as the packet writes it, in a string; a number is taken on reading where it is exact to the places.
Json decimal(std::string_view pattern, std::string_view minimum, std::string_view maximum, std::string_view step) {
  Json schema = of_types({"string", "number"});
  schema.set("pattern", Json::string(pattern));
  schema.set("minimum", decimal_number(minimum));
  schema.set("maximum", decimal_number(maximum));
  schema.set("multipleOf", decimal_number(step));
  return schema;
}

Json money(const LeafInfo& leaf) {
  const std::string most = to_decimal(max_money_input);
  if (leaf.sign == AmountSign::above_zero) return decimal(concat("^(?!0(\\.0{1,2})?$)", amount), "0.01", most, "0.01");
  if (leaf.limits.minimum == 0) return decimal(concat("^", amount), "0", most, "0.01");
  return decimal(concat("^-?", amount), concat("-", most), most, "0.01");
}

Json states_of_the_union() {
  Json values = Json::array();
  for (const State& state : states()) values.push_back(Json::string(state.abbreviation));
  Json schema = of_type("string");
  schema.set("enum", std::move(values));
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
      return states_of_the_union();
    case Shape::initial:
      return text_of(one_letter_pattern());
    case Shape::free:
      break;
  }
  return free_text(leaf.limits.maximum);
}

Json of_kind(const LeafInfo& leaf) {
  switch (leaf.kind) {
    case Kind::text:
    case Kind::long_text:
      return text(leaf);
    case Kind::date:
      return date();
    case Kind::money:
      return money(leaf);
    case Kind::share:
      return decimal("^(0(\\.[0-9]{1,4})?|1(\\.0{1,4})?)$", "0", "1", "0.0001");
    case Kind::nights:
      return decimal("^(365(\\.0{1,2})?|(36[0-4]|3[0-5][0-9]|[12][0-9]{2}|[1-9]?[0-9])(\\.[0-9]{1,2})?)$", "0", "365",
                     "0.01");
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

// How a file has what people type as $412.60, 95%, GS-13 and 2/1/2027.
std::string_view in_a_file(const LeafInfo& leaf) {
  switch (leaf.kind) {
    case Kind::money:
      return " In a file: \"412.60\".";
    case Kind::share:
      return " In a file: \"0.95\".";
    case Kind::date:
      return " In a file: \"2027-02-01\".";
    case Kind::count:
      return leaf.leaf == Leaf::position_grade ? " In a file: 13." : "";
    case Kind::text:
    case Kind::long_text:
    case Kind::nights:
    case Kind::choice:
    case Kind::open_choice:
    case Kind::yes_no:
      break;
  }
  return {};
}

Json leaf_schema(const LeafInfo& leaf) {
  Json schema = of_kind(leaf);
  schema.set("title",
             Json::string(leaf.group == Group::none ? title_of(leaf.item, leaf.label) : std::string(leaf.label)));
  schema.set("description", Json::string(concat(leaf.hint, in_a_file(leaf), " (", leaf.cite.text(), ")")));
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
  property(entry, "half_year") =
      described(text_of("^(19|20|21)[0-9]{2}H[12]$"), "H1 of a fiscal year is October to March.");
  property(entry, "spent") = described(money(info(Leaf::additional_transit_savings)),
                                       "Spent on travel between the two worksites (HRM 6040.2 ¶13b).");
  property(entry, "trips") = described(of_kind(info(Leaf::travel_budget_trips)), "Trips that it paid for.");
  property(entry, "source") = described(of_kind(info(Leaf::locality_pay_salary_source)), "Which report says so.");
  Json entries = list_of(with_required(std::move(entry), {"half_year", "spent"}));
  entries.set("maxItems", Json::number(static_cast<std::int64_t>(most_actuals)));
  return described(std::move(entries), "Actual spending by half-year.");
}

// What is wrong with it is past mending, and told as a warning.
Json reviewed() {
  Json schema = of_type("object");
  property(schema, "format") = text_of("^telework-packet/[1-9][0-9]*(\\.[0-9]+)?$");
  return described(with_required(std::move(schema), {"format"}),
                   "The packet under review, as it was written (HRM 6040.2 ¶11).");
}

Json worksheet() {
  Json line = of_type("object");
  property(line, "id") = of_type("string");
  property(line, "value") = of_types({"string", "number", "null"});
  Json schema = of_type("object");
  property(schema, "lines") = list_of(with_required(std::move(line), {"id", "value"}));
  return described(std::move(schema), "Calculated again from the answers when the file opens, and compared.");
}

Json rates() {
  Json schema = of_type("object");
  property(schema, "digest") = text_of(digest_pattern);
  return described(std::move(schema), "The tables that were used.");
}

Json seal() {
  Json schema = of_type("object");
  property(schema, "content") =
      described(text_of(digest_pattern), "SHA-256 over the RFC 8785 form of the members arrangement to justification.");
  Json parts = of_type("object");
  parts.set("additionalProperties", text_of(digest_pattern));
  property(schema, "parts") = described(std::move(parts), "The same over each of them that holds anything.");
  return described(std::move(schema), "Shows whether Parts A to I have changed; it does not prove who signed.");
}

// ---- The chain ----

Json enum_of(std::initializer_list<std::string_view> values) {
  Json list = Json::array();
  for (const std::string_view value : values) list.push_back(Json::string(value));
  Json schema = of_type("string");
  schema.set("enum", std::move(list));
  return schema;
}

Json step_of_the_chain() {
  Json list = Json::array();
  for (const ChainStep step : chain_steps) list.push_back(Json::string(name_of(step)));
  Json schema = of_type("string");
  schema.set("enum", std::move(list));
  return schema;
}

// An empty text is none, unlike in an answer.
Json text_of_the_chain(std::int64_t most) {
  Json schema = of_type("string");
  schema.set("maxLength", Json::number(most));
  return schema;
}

Json person_of_the_chain() {
  Json person = of_type("object");
  property(person, "name") = text_of_the_chain(most_of_a_name);
  property(person, "title") = text_of_the_chain(most_of_a_name);
  return person;
}

Json route_of_the_chain() {
  Json route = of_type("object");
  for (const ChainStep step : chain_steps) {
    Json& stop = property(route, name_of(step)) = person_of_the_chain();
    if (step != ChainStep::second_level && step != ChainStep::third_level) continue;
    property(stop, "name").set("minLength", Json::number(1));
    Json either = Json::array();
    either.push_back(with_required(std::move(stop), {"name"}));
    either.push_back(enum_of({"not_applicable"}));
    stop = Json::object();
    stop.set("anyOf", std::move(either));
  }
  return with_required(std::move(route), {"second_level", "third_level"});
}

Json evidence_of_the_chain() {
  Json file = of_type("object");
  property(file, "kind") = text_of_the_chain(most_of_a_name);
  property(file, "name") = text_of_the_chain(most_of_a_name);
  property(file, "sha256") = text_of(hex_digest_pattern);
  Json files = list_of(with_required(std::move(file), {"sha256"}));
  files.set("maxItems", Json::number(static_cast<std::int64_t>(most_evidence)));
  return described(std::move(files), "The digests of files that show it; the files themselves are not put in.");
}

Json saw_of_the_chain() {
  Json saw = of_type("object");
  property(saw, "content") = text_of(hex_digest_pattern);
  Json parts = of_type("object");
  parts.set("additionalProperties", text_of(hex_digest_pattern));
  property(saw, "parts") = std::move(parts);
  return described(
      with_required(std::move(saw), {"content"}),
      "What was in front of the person who acted: the digest of Parts A to I, and the figures that they gave.");
}

// Entries of a redacted copy have but a few of the members: what each must have, the reader says.
Json entry_of_the_chain() {
  Json entry = of_type("object");
  property(entry, "kind") = enum_of({entry_kind});
  Json n = of_type("integer");
  n.set("minimum", Json::number(0));
  n.set("maximum", Json::number(largest_whole_number));
  property(entry, "n") = std::move(n);
  property(entry, "previous") = list_of(text_of(entry_digest_pattern));
  property(entry, "nonce") = text_of("^[0-9a-f]{32}$");
  property(entry, "act") =
      described(text_of_the_chain(most_code_points), "One that this version does not know never counts.");
  property(entry, "packet") = text_of_the_chain(most_code_points);
  property(entry, "how") = text_of_the_chain(most_code_points);
  property(entry, "step") = step_of_the_chain();
  property(entry, "on") = date();
  property(entry, "requested_on") = date();
  property(entry, "by") = person_of_the_chain();
  Json whose = person_of_the_chain();
  property(whose, "authority") = text_of_the_chain(most_of_a_name);
  property(entry, "for") = std::move(whose);
  Json to = of_type("object");
  property(to, "step") = step_of_the_chain();
  property(to, "name") = text_of_the_chain(most_of_a_name);
  property(entry, "to") = std::move(to);
  property(entry, "reason") = text_of_the_chain(most_code_points);
  property(entry, "statement") = text_of_the_chain(most_code_points);
  property(entry, "route") = route_of_the_chain();
  property(entry, "matter") = enum_of({"arrangement", "ending"});
  property(entry, "saw") = saw_of_the_chain();
  property(entry, "evidence") = evidence_of_the_chain();
  property(entry, "digest") = text_of(entry_digest_pattern);
  return entry;
}

Json chain() {
  Json schema = of_type("object");
  property(schema, "format") = enum_of({chain_format});
  property(schema, "after") =
      described(text_of(entry_digest_pattern), "The head of the round that this one continues (HRM 6040.2 ¶11).");
  property(schema, "entries") = list_of(entry_of_the_chain());
  return described(with_required(std::move(schema), {"format", "entries"}),
                   "Attested: kept as it was written, and verified; never calculated again (HRM 6040.2 ¶9).");
}

void add_heading(Json& packet) {
  property(packet, "format") = described(text_of("^telework-packet/1(\\.[0-9]+)?$"), "The packet's format.");
  property(packet, "id") = described(free_text(most_code_points), "The same through all revisions.");
  Json revision = of_type("integer");
  revision.set("minimum", Json::number(0));
  revision.set("maximum", Json::number(largest_whole_number));
  property(packet, "revision") = std::move(revision);
  property(packet, "prepared_on") = date();
  property(packet, "order") =
      described(free_text(most_code_points), "The edition of the order that the packet follows.");
  property(packet, "redacted") = described(of_type("boolean"), "Names and home address were left out of this copy.");
  property(packet, "redacted_from") = described(
      text_of(hex_digest_pattern), "Of such a copy: the SHA-256 of the id of the packet that it is a copy of.");
  Json names = Json::array();
  for (const LeafInfo& leaf : leaves()) {
    if (can_be_filled_in(leaf.leaf)) names.push_back(Json::string(leaf.id));
  }
  Json assumed = of_type("string");
  assumed.set("enum", std::move(names));
  property(packet, "assumed") =
      described(list_of(std::move(assumed)), "The answers that the tool has filled in and nobody has given.");
  property(packet, "sample") = described(of_type("boolean"), "A sample of an invented person, not a request.");
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
  property(schema, "chain") = chain();
  property(schema, "worksheet") = worksheet();
  property(schema, "rates") = rates();
  property(schema, "seal") = seal();
  return schema;
}

std::string schema_json() {
  return write_json(packet_schema());
}

}  // namespace ftt
