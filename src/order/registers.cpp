// The entries of the two registers. See registers.h.
#include "order/registers.h"

namespace ftt {

namespace {

using Use = OrderReading::Use;

constexpr OrderReading readings[] = {
    {"trip_cost.as_worded", cite("App. A, Part E, line 9"), trip_cost_names[0],
     "The total of lines 4 to 7, fare and all, times the nights of line 8", "(E4 + E5 + E6 + E7) × E8",
     "It is the form's line, word for word. It multiplies the fare by the nights, and a day trip costs nothing.",
     Use::by_default},
    {"trip_cost.per_night", cite("App. A, Part E, line 9"), trip_cost_names[1],
     "Fare and other costs once a trip, hotel and meals for each night", "E4 + E7 + (E5 + E6) × E8",
     "It is what a trip costs when a day of meals is counted for each night.", Use::by_choice},
    {"trip_cost.per_diem", cite("App. A, Part E, line 9"), trip_cost_names[2],
     "Fare and other costs once a trip, hotel for each night, meals for each day, 75% of them on the first and last",
     "E4 + E7 + E6 × E8 + E5 × d; d = E8 + 0.5 for E8 ≥ 1, else 0.75 + 0.75 × E8",
     "It is what GSA reimburses: 75% of M&IE on the first and last day (41 CFR 301-11.101).", Use::by_choice},
    {"trip_cost.extras_only", cite("App. A, Part E, line 9"), trip_cost_names[3],
     "Fare, one hotel night and one day of meals once a trip; only the other costs of line 7 for each night",
     "E4 + E5 + E6 + E7 × E8", "The comma before “multiplied” allows this reading.", Use::by_choice},
    {"percent.net_change", cite("App. A, Part G, line 2"), "With the pay difference",
     "The net annual change, as a percentage of the agency worksite's salary", "(D5 + G1) ÷ D4",
     "Everything that the arrangement changes, compared with what the person costs at the agency "
     "worksite.",
     Use::by_default},
    {"percent.overall", cite("App. A, Part G, line 2"), "Without the pay difference",
     "The overall cost only, as a percentage of the agency worksite's salary", "G1 ÷ D4",
     "Part G adds Parts E and F. The difference in Part D is not in it.", Use::beside},
    {"net_annual_change", cite("App. A, Part G, line 1"), "Net annual change",
     "Part D's difference and Part G's overall cost together", "D5 + G1",
     "Line 1 of Part G leaves the salaries out, but ¶8e(1) asks whether GSA pays more than with the employee at the "
     "agency worksite.",
     Use::beside},
};

constexpr OrderSlip slips[] = {
    {"slip.part_f_note", cite("App. A, Part F"), "The note sends the explanation to Part H.",
     "The explanation is given in Part I, item 2."},
    {"slip.part_f_line_2", cite("App. A, Part F, line 2"), "Line 2 sends its clarification to Part G.",
     "The clarification is given in Part I, item 2."},
    {"slip.part_e_line_9", cite("App. A, Part E, line 9"),
     "Lines 4 to 7 are added and multiplied by line 8, so the fare counts once a night and a day trip costs nothing.",
     "The tool calculates every sensible reading and shows them side by side."},
    {"slip.alternative_worksite", cite("HRM 6040.2 ¶6a(2)"),
     "¶6a(2) refers to ¶3f, the commuting area, for the alternative worksite.", "It is read as ¶3b."},
    {"slip.approval_process", cite("HRM 6040.2 ¶11b"), "¶11b looks for the approval process in ¶8.",
     "It is read as ¶9."},
    {"slip.cost_of_ending", cite("HRM 6040.2 ¶8d"), "¶8d refers to ¶12c(1), which does not exist.",
     "It is read as ¶12b, ending in the interest of the Government."},
    {"slip.third_step", cite("HRM 6040.2 ¶9c"),
     "The step of the Deputy Administrator or designee follows ¶9c without its own letter.",
     "It is the third step of the approval and is cited as ¶9c."},
    {"slip.recruit_telework_agreement", cite("App. C, Part B"),
     "¶10b requires the telework agreement to be approved before a request is started. Appendix C gives a recruit 60 "
     "days from entry on duty to submit it.",
     "A recruit can continue without it. The 60 days are shown as a deadline."},
    {"slip.telework_agreement_length", cite("HRM 6040.2 ¶7a(3)"),
     "¶7a asks for the telework agreement only above 90 days. ¶10b asks every full-time teleworker for it.",
     "It is always required. The other two documents of ¶7a are not required up to 90 days."},
    {"slip.administrator_level", cite("Order ¶5"),
     "¶5b of the cover says that approval goes up to the Administrator level. ¶9 ends at the Deputy Administrator or "
     "designee.",
     "¶9 is followed: the last step is the Deputy Administrator or designee."},
    {"slip.new_arrangement", cite("HRM 6040.2 ¶1d"),
     "Three paragraphs say when a change needs a new arrangement: ¶1d at any change of worksite or position, ¶6a(1) "
     "where "
     "locality pay changes, ¶12a at a move out of the pay area or to another position.",
     "The tool follows the strictest one that applies, and names the others. A new worksite needs a new arrangement "
     "with the whole assessment and approval. Outside the pay area the old one must end."},
    {"slip.page_3", cite("App. A"), "“Page 3 of this form” should give guidance. The order has no such page.",
     "The worksheet behind the forms and the help next to each field replace it."},
    {"slip.appendix_b_6b", cite("App. B, item 6b"),
     "Item 6b ends an arrangement “as a result of performance or misconduct.” ¶12d asks that the arrangement has "
     "contributed to it.",
     "The tool shows both, and asks if the arrangement has contributed."},
    {"slip.appendix_b_12c", cite("App. B, item 6"),
     "The Agreement does not mention a suspension for performance. ¶12c allows one, and ¶10a requires the procedures "
     "of ¶12 in it.",
     "The suspension is one of the ways to end or change an arrangement, with what ¶12c asks for."},
    {"slip.appendix_c_canceled", cite("App. C, Part B, authority"),
     "The Privacy Act statement cites HCO 6040.1A, which HRM 6040.1A, the policy that the order builds on, has "
     "canceled.",
     "It is cited as printed, with this note."},
    {"slip.appendix_b_part_d", cite("App. B, Part D"), "Part D of Appendix B starts counting at 5.",
     "Its two items are items 1 and 2."},
};

}  // namespace

std::span<const OrderReading> order_readings() {
  return readings;
}

const OrderReading* find_order_reading(std::string_view id) {
  for (const OrderReading& reading : readings) {
    if (reading.id == id) return &reading;
  }
  return nullptr;
}

std::span<const OrderSlip> order_slips() {
  return slips;
}

}  // namespace ftt
