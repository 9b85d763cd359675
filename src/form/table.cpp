// The table of fields.inc as data, with the choices. See field.h.
#include <algorithm>

#include "base/money.h"
#include "form/field.h"
#include "order/registers.h"

namespace ftt {

namespace {

constexpr Choice action_choices[] = {{"incumbent", "Current incumbent"}, {"recruit", "Recruit action"}};
constexpr Choice type_choices[] = {
    {"new", "New"}, {"modification", "Modification"}, {"annual_review", "Annual review"}};
constexpr Choice term_choices[] = {{"short", "Short-term (more than 90 days but less than a year)"},
                                   {"long", "Long-term (reviewed and updated annually)"}};
constexpr Choice yes_no_choices[] = {{"yes", "Yes"}, {"no", "No"}};  // as on the form
constexpr Choice pay_plan_choices[] = {{"GS", "General Schedule (GS)"},
                                       {"ES", "Senior Executive Service (ES)"},
                                       {"SL", "Senior level (SL)"},
                                       {"ST", "Scientific or professional (ST)"},
                                       {"WG", "Federal Wage System (WG)"},
                                       {"WL", "Federal Wage System leader (WL)"},
                                       {"WS", "Federal Wage System supervisor (WS)"}};
constexpr Choice preparer_choices[] = {{"employee", "Employee"}, {"supervisor", "Supervisor"}};
constexpr Choice month_choices[] = {{"01", "January"},   {"02", "February"}, {"03", "March"},    {"04", "April"},
                                    {"05", "May"},       {"06", "June"},     {"07", "July"},     {"08", "August"},
                                    {"09", "September"}, {"10", "October"},  {"11", "November"}, {"12", "December"}};
constexpr Choice trip_cost_method_choices[] = {{"as_worded", trip_cost_names[0]},
                                               {"per_night", trip_cost_names[1]},
                                               {"per_diem", trip_cost_names[2]},
                                               {"extras_only", trip_cost_names[3]}};
constexpr Choice direction_choices[] = {{"cost", "Cost"}, {"saving", "Saving"}};
constexpr Choice decision_choices[] = {{"concur", "Concur"}, {"deny", "Deny"}};
constexpr Choice outcome_choices[] = {{"approved", "Approved"}, {"disapproved", "Disapproved"}};
constexpr Choice review_outcome_choices[] = {{"no_update", "Accurately reflects the work as it is; requires no update"},
                                             {"update_attached", "Requires an update, which is attached"}};
constexpr Choice recommendation_choices[] = {
    {"continue", "Continue it"}, {"cut_costs", "Continue it at a lower cost"}, {"end", "End it"}};
constexpr Choice mobile_area_choices[] = {
    {"same", "In the same pay area"}, {"other", "In another pay area"}, {"mixed", "Some in it and some outside of it"}};
constexpr Choice ending_reason_choices[] = {
    {"new_worksite", "The employee wants, or has, a new official worksite"},
    {"other_position", "The employee moves to a different position"},
    {"review", "Annual review: no longer in the agency's best interests"},
    {"business_need", "Business or organizational need, travel cost or mission"},
    {"suspension", "Performance: suspend the arrangement for a limited time"},
    {"performance", "Performance below fully successful: end the arrangement"},
    {"misconduct", "Misconduct: end the arrangement"},
    {"employee_asks", "The employee asks to end the arrangement"},
    {"leaves_gsa", "The employee leaves GSA"}};
constexpr Choice suspension_worksite_choices[] = {{"closest_office", "The closest GSA office"},
                                                  {"agency_worksite", "The agency worksite"}};
constexpr Choice plan_choices[] = {{"pip", "Performance Improvement Plan (PIP)"},
                                   {"pap", "Performance Action Plan (PAP)"}};
constexpr Choice ending_offer_choices[] = {{"position", "A position at the same grade and pay in the commuting area"},
                                           {"move", "The move to the agency worksite"},
                                           {"both", "Both"}};
constexpr Choice ending_answer_choices[] = {{"position", "Takes the position in the commuting area"},
                                            {"move", "Moves to the agency worksite"},
                                            {"neither", "Takes neither"}};
constexpr Choice component_choices[] = {{"PBS", "Public Buildings Service (PBS)"},
                                        {"FAS", "Federal Acquisition Service (FAS)"},
                                        {"OA", "Office of the Administrator (OA)"},
                                        {"OAS", "Office of Administrative Services (OAS)"},
                                        {"OCFO", "Office of the Chief Financial Officer (OCFO)"},
                                        {"OHRM", "Office of Human Resources Management (OHRM)"},
                                        {"GSA IT", "Office of the Chief Information Officer (GSA IT)"},
                                        {"OCIA", "Office of Congressional and Intergovernmental Affairs (OCIA)"},
                                        {"OCR", "Office of Civil Rights (OCR)"},
                                        {"OCE", "Office of Customer Experience (OCE)"},
                                        {"OGC", "Office of General Counsel (OGC)"},
                                        {"OGP", "Office of Government-wide Policy (OGP)"},
                                        {"OMA", "Office of Mission Assurance (OMA)"},
                                        {"OSDBU", "Office of Small and Disadvantaged Business Utilization (OSDBU)"},
                                        {"OSC", "Office of Strategic Communication (OSC)"}};
constexpr Choice region_choices[] = {
    {"CO", "Central Office"},        {"1", "Region 1, New England"},        {"2", "Region 2, Northeast and Caribbean"},
    {"3", "Region 3, Mid-Atlantic"}, {"4", "Region 4, Southeast Sunbelt"},  {"5", "Region 5, Great Lakes"},
    {"6", "Region 6, Heartland"},    {"7", "Region 7, Greater Southwest"},  {"8", "Region 8, Rocky Mountain"},
    {"9", "Region 9, Pacific Rim"},  {"10", "Region 10, Northwest/Arctic"}, {"11", "Region 11, National Capital"}};

constexpr Limits any_money{-max_money_input.cents(), max_money_input.cents()};
constexpr Limits saving_money{0, max_money_input.cents()};
constexpr Limits positive_money{1, max_money_input.cents()};
constexpr Limits short_text{0, 500};
constexpr Limits whole_text{0, 20'000};

// What the kind implies where the row does not say otherwise.
constexpr LeafInfo completed(LeafInfo row) {
  if (row.limits.maximum == 0) {
    if (row.kind == Kind::money) row.limits = any_money;
    if (row.kind == Kind::text || row.kind == Kind::open_choice) row.limits = short_text;
    if (row.kind == Kind::long_text) row.limits = whole_text;
  }
  if (row.kind == Kind::money && row.sign == AmountSign::any) row.sign = AmountSign::cost;
  if (row.field.empty()) row.field = row.id;
  if (row.field_label.empty()) row.field_label = row.label;
  if (row.question.empty()) row.question = row.label;
  if (row.field_question.empty()) row.field_question = row.question;
  if (row.field_hint.empty()) row.field_hint = row.hint;
  return row;
}

// One leaf of a composite field: what the field says, with the part's own name, kind and hint.
struct Part {
  Leaf leaf;
  std::string_view id;
  Kind kind;
  std::string_view label;
  std::string_view hint;
  std::span<const Choice> choices{};
  Shape shape = Shape::free;
  std::string_view question{};  // empty: its label
};

constexpr LeafInfo part_of(LeafInfo field, Group group, const Part& part) {
  field.field = field.id;
  field.field_label = field.label;
  field.field_question = field.question;
  field.field_hint = field.hint;
  field.leaf = part.leaf;
  field.id = part.id;
  field.kind = part.kind;
  field.label = part.label;
  field.question = part.question;
  field.hint = part.hint;
  field.choices = part.choices;
  field.shape = part.shape;
  field.group = group;
  return completed(field);
}

// A field that may be left out even where the field as a whole is needed.
constexpr LeafInfo optional(LeafInfo row) {
  row.need = Need::never;
  return row;
}

constexpr LeafInfo with_item(LeafInfo row, std::string_view item) {
  if (row.item == "J") row.item = item;  // Part K has no numbers below the level
  return row;
}

constexpr LeafInfo whole_or_nothing(LeafInfo row) {
  row.need = Need::with_other;
  return row;
}

constexpr LeafInfo table[] = {
#define FTT_LEAF(name, id_, kind_, item_, label_, question_, hint_, cite_, ...) \
  completed({.leaf = Leaf::name,                                                \
             .id = id_,                                                         \
             .kind = Kind::kind_,                                               \
             .item = item_,                                                     \
             .label = label_,                                                   \
             .question = question_,                                             \
             .hint = hint_,                                                     \
             .cite = cite(cite_) __VA_OPT__(, ) __VA_ARGS__}),
#define FTT_FIELD(id_, item_, label_, question_, hint_, cite_, ...)                  \
  LeafInfo {                                                                         \
    .id = id_, .item = item_, .label = label_, .question = question_, .hint = hint_, \
    .cite = cite(cite_) __VA_OPT__(, ) __VA_ARGS__                                   \
  }
#define FTT_PLACE(name, id, item, label, question, address_question, ...) \
  FTT_PLACE_FIELD(name, id, address_question, FTT_FIELD(id, item, label, question, __VA_ARGS__))
#define FTT_PLACE_FIELD(name, id, address_question, ...)                                                              \
  optional(part_of(__VA_ARGS__, Group::place,                                                                         \
                   {Leaf::name##_address,                                                                             \
                    id ".address",                                                                                    \
                    Kind::text,                                                                                       \
                    "Address",                                                                                        \
                    "Street and number; it is not needed for the figures.",                                           \
                    {},                                                                                               \
                    Shape::free,                                                                                      \
                    address_question})),                                                                              \
      part_of(__VA_ARGS__, Group::place, {Leaf::name##_city, id ".city", Kind::text, "City", "For example Denver."}), \
      part_of(__VA_ARGS__, Group::place,                                                                              \
              {Leaf::name##_county, id ".county", Kind::text, "County",                                               \
               "For example Denver County; it decides the pay area."}),                                               \
      part_of(__VA_ARGS__, Group::place,                                                                              \
              {Leaf::name##_state,                                                                                    \
               id ".state",                                                                                           \
               Kind::text,                                                                                            \
               "State",                                                                                               \
               "Two letters or the name, for example CO.",                                                            \
               {},                                                                                                    \
               Shape::state}),
#define FTT_OFFICE(name, id, ...)                                                                 \
  part_of(FTT_FIELD(id, __VA_ARGS__), Group::office,                                              \
          {Leaf::name##_component, id ".component", Kind::open_choice, "Service or staff office", \
           "Choose one, or type another.", component_choices}),                                   \
      optional(part_of(FTT_FIELD(id, __VA_ARGS__), Group::office,                                 \
                       {Leaf::name##_region, id ".region", Kind::open_choice, "Region",           \
                        "Choose one, or type another.", region_choices})),                        \
      part_of(FTT_FIELD(id, __VA_ARGS__), Group::office,                                          \
              {Leaf::name##_organization, id ".organization", Kind::text, "Organization",         \
               "The division or branch, with its symbol if it has one."}),
#define FTT_OTHER(name, id, ...)                                                                               \
  whole_or_nothing(part_of(FTT_FIELD(id, __VA_ARGS__), Group::other,                                           \
                           {Leaf::name##_label, id ".label", Kind::text, "What it is", "A name for it."})),    \
      whole_or_nothing(part_of(FTT_FIELD(id, __VA_ARGS__), Group::other,                                       \
                               {Leaf::name##_direction, id ".direction", Kind::choice, "Cost or saving",       \
                                "Does GSA pay it, or save it?", direction_choices})),                          \
      whole_or_nothing(part_of(FTT_FIELD(id, __VA_ARGS__, .limits = saving_money, .sign = AmountSign::saving), \
                               Group::other,                                                                   \
                               {Leaf::name##_amount, id ".amount", Kind::money, "Amount a year",               \
                                "A positive amount. Say first if it is a cost or a saving."})),
#define FTT_CONTACT(name, id, ...)                                                                               \
  part_of(FTT_FIELD(id, __VA_ARGS__), Group::contact,                                                            \
          {Leaf::name##_name, id ".name", Kind::text, "Name", "First and last name."}),                          \
      part_of(FTT_FIELD(id, __VA_ARGS__), Group::contact,                                                        \
              {Leaf::name##_date, id ".date", Kind::date, "Date", "The day on which it was agreed."}),          \
      part_of(FTT_FIELD(id, __VA_ARGS__), Group::contact,                                                        \
              {Leaf::name##_included, id ".included", Kind::yes_no, "Travel cost in the office's travel budget", \
               "Is the cost of full-time telework travel in the office's travel budget?", yes_no_choices}),
#define FTT_SIGNATURE(name, id, ...)                                                                                 \
  with_item(part_of(FTT_FIELD(id, __VA_ARGS__), Group::signature,                                                    \
                    {Leaf::name##_name, id ".name", Kind::text, "Name", "First and last name."}),                    \
            "J1"),                                                                                                   \
      with_item(part_of(FTT_FIELD(id, __VA_ARGS__), Group::signature,                                                \
                        {Leaf::name##_title, id ".title", Kind::text, "Title", "The official title."}),              \
                "J2"),                                                                                               \
      with_item(optional(part_of(FTT_FIELD(id, __VA_ARGS__), Group::signature,                                       \
                                 {Leaf::name##_decision, id ".decision", Kind::choice, "Decision",                   \
                                  "What was decided at this level.", decision_choices})),                            \
                "J3"),                                                                                               \
      with_item(optional(part_of(FTT_FIELD(id, __VA_ARGS__), Group::signature,                                       \
                                 {Leaf::name##_date, id ".date", Kind::date, "Date", "The day of the signature."})), \
                "J4"),
#define FTT_SIGNED(name, id, ...)                                                                       \
  optional(part_of(FTT_FIELD(id, __VA_ARGS__), Group::signature,                                        \
                   {Leaf::name##_name, id ".name", Kind::text, "Name", "First and last name."})),       \
      optional(part_of(FTT_FIELD(id, __VA_ARGS__), Group::signature,                                    \
                       {Leaf::name##_title, id ".title", Kind::text, "Title", "The official title."})), \
      optional(part_of(FTT_FIELD(id, __VA_ARGS__), Group::signature,                                    \
                       {Leaf::name##_date, id ".date", Kind::date, "Date", "The day of the signature."})),
#include "form/fields.inc"
#undef FTT_LEAF
#undef FTT_FIELD
#undef FTT_PLACE
#undef FTT_PLACE_FIELD
#undef FTT_OFFICE
#undef FTT_OTHER
#undef FTT_CONTACT
#undef FTT_SIGNATURE
#undef FTT_SIGNED
};
static_assert(std::size(table) == leaf_count);

constexpr bool rows_stand_at_their_numbers() {
  for (std::size_t i = 0; i < leaf_count; ++i) {
    if (number_of(table[i].leaf) != i) return false;
  }
  return true;
}
static_assert(rows_stand_at_their_numbers());

// The leaves by id, sorted when compiled; an id that stood twice would not compile.
constexpr std::array<Leaf, leaf_count> sorted_by_id() {
  std::array<Leaf, leaf_count> sorted{};
  for (std::size_t i = 0; i < leaf_count; ++i) sorted[i] = static_cast<Leaf>(i);
  std::sort(sorted.begin(), sorted.end(),
            [](Leaf a, Leaf b) { return table[number_of(a)].id < table[number_of(b)].id; });
  return sorted;
}
constexpr std::array<Leaf, leaf_count> by_id = sorted_by_id();
static_assert(std::adjacent_find(by_id.begin(), by_id.end(), [](Leaf a, Leaf b) {
                return table[number_of(a)].id == table[number_of(b)].id;
              }) == by_id.end());

}  // namespace

std::span<const LeafInfo, leaf_count> leaves() {
  return table;
}

const LeafInfo& info(Leaf leaf) {
  FTT_ASSERT(number_of(leaf) < leaf_count, "There is no such leaf.");
  return table[number_of(leaf)];
}

const LeafInfo* find_leaf(std::string_view id) {
  const auto found = std::lower_bound(by_id.begin(), by_id.end(), id, [](Leaf leaf, std::string_view wanted) {
    return table[number_of(leaf)].id < wanted;
  });
  if (found == by_id.end() || table[number_of(*found)].id != id) return nullptr;
  return &table[number_of(*found)];
}

std::string_view question_of_field(const LeafInfo& leaf, Voice voice) {
  const bool is_other = voice == Voice::of_the_employee && !leaf.of_another.empty();
  return is_other ? leaf.of_another : leaf.field_question;
}

std::string_view question_of(const LeafInfo& leaf, Voice voice) {
  return leaf.id == leaf.field ? question_of_field(leaf, voice) : leaf.question;
}

std::string_view name_of(TripCostMethod method) {
  return trip_cost_method_choices[static_cast<std::size_t>(method)].value;
}

}  // namespace ftt
