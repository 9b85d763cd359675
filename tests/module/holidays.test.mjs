// The federal holidays of 2000 to 2100 against an independent witness, the package @18f/us-federal-holidays.
//
// The witness gives no Inauguration Day and sorts an observed New Year's Day under the year whose holiday it is; so all
// days of all years are compared at once. Juneteenth is there from 2021 on in both.
process.env.TZ = "UTC"; // its dates are local midnights
const { default: assert } = await import("node:assert/strict");
const { execFileSync } = await import("node:child_process");
const { createRequire } = await import("node:module");
const { test } = await import("node:test");
const { fileURLToPath } = await import("node:url");

const witness = createRequire(new URL("../../web/package.json", import.meta.url))("@18f/us-federal-holidays");
const telework = fileURLToPath(new URL("../../build/native/telework", import.meta.url));

test("5 U.S.C. 6103: the holidays observed from 2000 to 2100 are those of an independent witness", () => {
  const ours = [];
  const theirs = [];
  for (let year = 2000; year <= 2100; ++year) {
    const lines = execFileSync(telework, ["holidays", String(year)], { encoding: "utf8" }).trim().split("\n");
    ours.push(...lines.map((line) => line.slice(0, "2000-01-01".length)));
    theirs.push(...witness.allForYear(year).map(({ dateString }) => {
      const [y, month, day] = dateString.split("-");
      return [y, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
    }));
  }
  assert.ok(ours.length > 1000, `${ours.length} holidays`);
  assert.deepEqual(ours.sort(), theirs.sort());
});
