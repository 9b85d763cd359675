// The worked examples, each done with the mouse on the canvas, with the keyboard alone over the canvas, and with the
// keyboard alone in page view: the same packet, byte for byte, with the figures of the calculation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAllWithKeyboard, answerAllWithPointer, press, pressWithKeyboard, savedPacket } from "./person.mjs";
import { useSite } from "./support.mjs";
import { checkFigures, exampleA, exampleB } from "./worked_answers.mjs";

const at = useSite({ contentSecurityPolicy: true });

async function withMouseOnCanvas({ steps }) {
  const page = await at.open({ view: "canvas" });
  await answerAllWithPointer(page, steps);
  const packet = await savedPacket(page, () => press(page, "banner.save"));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
  return packet;
}

async function withKeyboard({ steps }, view) {
  const page = await at.open({ view });
  await answerAllWithKeyboard(page, steps);
  const packet = await savedPacket(page, () => pressWithKeyboard(page, "banner.save"));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
  return packet;
}

for (const [name, example] of Object.entries({ A: exampleA, B: exampleB })) {
  test(`worked example ${name}: mouse on the canvas and keyboard alone in both views give the same packet`, async () => {
    const byMouse = await withMouseOnCanvas(example);
    checkFigures(byMouse, example);
    assert.equal(await withKeyboard(example, "canvas"), byMouse);
    assert.equal(await withKeyboard(example, "page"), byMouse);
  });
}
