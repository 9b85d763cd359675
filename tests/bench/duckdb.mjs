// The yardstick of the roll-up: DuckDB reads the packets of a file and gives the sums that R4 and R7 give, and R1's count, by
// component: `node duckdb.mjs FILE THREADS FISCAL-YEAR`.
//
// It takes the figures that are stored in the packets, and of copies the one of the highest revision. It works out nothing,
// checks nothing, and knows no chain, no half-year and no spelling. What the roll-up takes longer is the price of that.
import { DuckDBInstance } from "@duckdb/node-api";

const [file, threads, year] = process.argv.slice(2);
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
// The amounts of the list whose member is that.
const amounts = (list, member, is, amount) =>
  `list_transform(list_filter(${list}, lambda one: one.${member} = '${is}'), lambda one: TRY_CAST(one.${amount} AS DECIMAL(18, 2)))`;
const figure = (id) => `${amounts("worksheet.lines", "id", id, "value")}[1]`;
const spent = (half) => `list_sum(${amounts("actuals", "half_year", `${year}${half}`, "spent")})`;

const sums = `
SELECT component, count(*) AS arrangements, sum(annual) AS annual, sum(used_h1) AS used_h1, sum(used_h2) AS used_h2, sum(net) AS net
FROM (
  SELECT coalesce(position.office.component, 'Unknown') AS component,
    ${figure("travel_budget.annual")} AS annual, ${figure("cost_benefit.net_annual_change")} AS net,
    ${spent("H1")} AS used_h1, ${spent("H2")} AS used_h2
  FROM read_ndjson(${quoted(file)}, columns = {
    id: 'VARCHAR', revision: 'BIGINT', position: 'STRUCT(office STRUCT(component VARCHAR))',
    worksheet: 'STRUCT(lines STRUCT(id VARCHAR, value VARCHAR)[])', actuals: 'STRUCT(half_year VARCHAR, spent VARCHAR)[]'})
  QUALIFY row_number() OVER (PARTITION BY id ORDER BY revision DESC) = 1)
GROUP BY component ORDER BY component`;

const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();
const rows = (await connection.runAndReadAll(sums)).getRowObjectsJson();
if (rows.length === 0) throw new Error(`DuckDB finds no packet in ${file}.`);
console.log(JSON.stringify(rows));
