// The yardstick: Appendix A as a plain HTML form with the same fields, worked out by a few lines of script.
//
// It knows no tables, checks nothing and explains nothing. What the wizard takes longer than this page is the price of
// what the wizard does; `make bench` prints the two side by side.

const fields = [
  ["arrangement.action", "A1 Current incumbent or recruit action", "incumbent|recruit"],
  ["arrangement.type", "A2 New, modification or annual review", "new|modification|annual_review"],
  ["arrangement.term", "A3 Short-term or long-term", "short|long"],
  ["arrangement.start", "A3 Date from"],
  ["arrangement.end", "A3 Date through"],
  ["employee.last_name", "B1 Last name"],
  ["employee.first_name", "B1 First name"],
  ["employee.middle_initial", "B1 Middle initial"],
  ["employee.current_worksite", "B2 Current official worksite"],
  ["employee.requested_worksite", "B3 Requested official worksite"],
  ["position.office", "C1 Employing office"],
  ["position.agency_worksite", "C2 Agency worksite"],
  ["position.title", "C3 Title"],
  ["position.series", "C3 Series"],
  ["position.grade", "C4 Grade"],
  ["position.step", "C5 Step"],
  ["position.supervisory", "C6 Supervisory status", "yes|no"],
  ["locality_pay.requested_salary", "D3 Requested worksite salary"],
  ["locality_pay.agency_salary", "D4 Agency worksite salary"],
  ["travel_budget.share_requested", "E1 Share at the requested worksite"],
  ["travel_budget.share_agency", "E2 Share at the agency worksite"],
  ["travel_budget.share_travel", "E3 Share on business travel"],
  ["travel_budget.transport", "E4 Round trip transportation"],
  ["travel_budget.mie", "E5 M&IE per day"],
  ["travel_budget.lodging", "E6 Hotel per night"],
  ["travel_budget.extra", "E7 Additional costs per trip"],
  ["travel_budget.nights", "E8 Nights per trip"],
  ["travel_budget.trips", "E10 Trips per year"],
  ["additional.transit_savings", "F1 Transit subsidy savings"],
  ["additional.travel_savings", "F2 Travel savings"],
  ["additional.space_savings", "F3 Office space savings"],
  ["additional.other1", "F4 Other"],
  ["additional.other2", "F5 Other"],
  ["relocation.estimate", "H Relocation costs"],
  ["justification.cost", "I1 Justification of the cost", "…"],
  ["justification.items", "I2 Explanation of the items", "…"],
];
const totals = [
  ["locality_pay.difference", "D5 Salary difference"],
  ["travel_budget.trip_cost", "E9 Cost per trip"],
  ["travel_budget.annual", "E11 Annual planned cost"],
  ["additional.total", "F Total"],
  ["cost_benefit.overall", "G1 Overall cost"],
  ["cost_benefit.net_annual_change", "Net annual change"],
  ["cost_benefit.percent", "G2 Percentage"],
];

function control([id, , choices]) {
  if (choices === "…") return `<textarea id="${id}" name="${id}" rows="6"></textarea>`;
  if (!choices) return `<input id="${id}" name="${id}">`;
  const options = choices.split("|").map((choice) => `<option>${choice}</option>`).join("");
  return `<select id="${id}" name="${id}"><option></option>${options}</select>`;
}

export const script = `
const amount = (id) => Math.round(100 * (parseFloat(document.getElementById(id).value.replace(/[$,]/g, "")) || 0));
const show = (id, cents) => { document.getElementById(id).textContent = (cents / 100).toLocaleString("en-US", {style: "currency", currency: "USD"}); };
document.getElementById("form").addEventListener("input", () => {
  const nights = amount("travel_budget.nights") / 100, trips = amount("travel_budget.trips") / 100;
  const agency = amount("locality_pay.agency_salary");
  const difference = amount("locality_pay.requested_salary") - agency;
  const trip = (amount("travel_budget.transport") + amount("travel_budget.mie") + amount("travel_budget.lodging") + amount("travel_budget.extra")) * nights;
  const savings = amount("additional.transit_savings") + amount("additional.travel_savings") + amount("additional.space_savings");
  const additional = amount("additional.other1") + amount("additional.other2") - savings;
  const overall = trip * trips + additional;
  show("locality_pay.difference", difference);
  show("travel_budget.trip_cost", trip);
  show("travel_budget.annual", trip * trips);
  show("additional.total", additional);
  show("cost_benefit.overall", overall);
  show("cost_benefit.net_annual_change", difference + overall);
  document.getElementById("cost_benefit.percent").textContent = agency ? (100 * (difference + overall) / agency).toFixed(2) + "%" : "";
});
performance.mark("usable");
`;

export const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Full-Time Telework Arrangement Analysis Tool</title>
<style>
body { font: 17px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
label { display: block; margin-top: 1rem; }
input, select, textarea { font: inherit; width: 100%; min-height: 40px; }
</style>
<h1>Full-Time Telework Arrangement Analysis Tool</h1>
<form id="form">
${fields.map((field) => `<label for="${field[0]}">${field[1].replace("&", "&amp;")}</label>${control(field)}`).join("\n")}
</form>
<dl>
${totals.map(([id, label]) => `<dt>${label}</dt><dd id="${id}"></dd>`).join("\n")}
</dl>
<script type="module" src="plain_form.js"></script>
</html>
`;
