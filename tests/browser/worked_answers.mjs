// The answers of the two worked examples as a person gives them, step by step, and the figures that must come out.
//
// Example A: GS-12 step 5, Washington to Rest of U.S. on the tables of 2025. Example B: both salaries typed.
import assert from "node:assert/strict";

const common = {
  arrangement: ["step:arrangement", [
    ["arrangement.action", "choice", "incumbent"],
    ["arrangement.type", "choice", "new"],
    ["arrangement.term", "choice", "long"],
    ["arrangement.start", "text", "2/1/2027"],
  ]],
  people: [
    ["employee.last_name", "text", "Kahaleʻulu-O'Brien"],
    ["employee.first_name", "text", "Kaʻimi"],
  ],
  places: [
    ["employee.current_worksite", "suggested", "Washington, DC"],
    ["employee.requested_worksite", "suggested", "Gallatin County, MT"],
  ],
  agency: [
    ["position.agency_worksite", "suggested", "Washington, DC"],
    ["position.title", "text", "Program Analyst"],
    ["position.series", "text", "0343"],
  ],
  shares: [
    ["travel_budget.share_requested", "text", "0.95"],
    ["travel_budget.share_agency", "text", "5%"],
    ["travel_budget.share_travel", "text", "0"],
  ],
};

export const exampleA = {
  steps: [
    common.arrangement,
    ["step:employee", [...common.people, ...common.places, ...common.agency,
      ["position.pay_plan", "suggested", "GS"], ["position.grade", "text", "12"], ["position.step", "text", "5"],
      ["position.supervisory", "choice", "no"]]],
    ["step:pay", [["locality_pay.year", "select", "2025"]]],
    ["step:travel", [...common.shares,
      ["travel_budget.transport", "text", "$412.60"],
      ["travel_budget.mie", "text", "92"],
      ["travel_budget.lodging", "text", "276"],
      ["travel_budget.extra", "text", "60"],
      ["travel_budget.nights", "text", "3"],
      ["travel_budget.trips", "text", "4"]]],
    ["step:additional", [["additional.transit_savings", "text", "3,900"]]],
  ],
  figures: {
    "locality_pay.requested_salary": "100440.00",
    "locality_pay.agency_salary": "114923.00",
    "locality_pay.difference": "-14483.00",
    "travel_budget.trip_cost.as_worded": "2521.80",
    "travel_budget.trip_cost.per_night": "1576.60",
    "travel_budget.trip_cost.per_diem": "1622.60",
    "travel_budget.trip_cost.extras_only": "960.60",
    "travel_budget.annual": "10087.20",
    "additional.total": "-3900.00",
    "cost_benefit.overall": "6187.20",
    "cost_benefit.net_annual_change": "-8295.80",
    "cost_benefit.percent": "-7.22",
    "cost_benefit.percent.overall": "5.38",
  },
};

export const exampleB = {
  steps: [
    common.arrangement,
    ["step:employee", [...common.people, ...common.places, ...common.agency,
      ["position.pay_plan", "suggested", "ES"], ["position.supervisory", "choice", "yes"]]],
    ["step:pay", [
      ["locality_pay.requested_salary", "text", "118,204"],
      ["locality_pay.agency_salary", "text", "141,022"],
      ["locality_pay.salary_source", "text", "SES pay table of the agency"]]],
    ["step:travel", [...common.shares,
      ["travel_budget.transport", "text", "640"],
      ["travel_budget.mie", "text", "79"],
      ["travel_budget.lodging", "text", "257"],
      ["travel_budget.extra", "text", "45"],
      ["travel_budget.nights", "text", "3"],
      ["travel_budget.trips", "text", "4"]]],
    ["step:additional", [["additional.transit_savings", "text", "3600"]]],
  ],
  figures: {
    "locality_pay.difference": "-22818.00",
    "travel_budget.trip_cost.as_worded": "3063.00",
    "travel_budget.trip_cost.per_night": "1693.00",
    "travel_budget.trip_cost.per_diem": "1732.50",
    "travel_budget.trip_cost.extras_only": "1111.00",
    "travel_budget.annual": "12252.00",
    "cost_benefit.overall": "8652.00",
    "cost_benefit.net_annual_change": "-14166.00",
    "cost_benefit.percent": "-10.05",
  },
};

/** Holds the figures of an example against a packet's JSON. */
export function checkFigures(packet, { figures }) {
  const lines = new Map(JSON.parse(packet).worksheet.lines.map((line) => [line.id, line.value]));
  for (const [id, value] of Object.entries(figures)) assert.equal(lines.get(id), value, id);
}
