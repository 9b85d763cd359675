// Packets to be printed: worked example A with something changed, such as names of any length.
//
// Does not hold a test and does not print them (pdf.mjs).
import { readFileSync } from "node:fs";
import { scenario } from "./support.mjs";

/** The packet of worked example A. */
export const answers = JSON.parse(readFileSync(scenario("example_a.json"), "utf8"));

/** Its answers changed by change(packet), as the text of a packet that nobody has sealed. */
export function packetWith(change) {
  const packet = structuredClone(answers);
  for (const derived of ["worksheet", "rates", "seal"]) delete packet[derived];
  change(packet);
  return JSON.stringify(packet);
}

/** The same with these letters as the name of everybody in it, and as the title of the supervisor. */
export const packetOf = (name) => packetWith((packet) => {
  Object.assign(packet.employee, { last_name: name, first_name: name });
  packet.concurring_supervisor = { name, title: name };
});
