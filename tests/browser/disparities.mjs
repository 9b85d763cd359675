// What differs between the view model, the twin and the canvas, in words and in place; for every browser's tests.
//
// Does not look at the picture itself and does not judge the words.
import assert from "node:assert/strict";
import { settled } from "./support.mjs";

/** Scrolls the stage and every region, by a share of what each can be: 0 top, 1 bottom. */
export async function scrollAll(page, share) {
  await page.evaluate((part) => {
    for (const holder of [document.querySelector(".stage"), ...document.querySelectorAll(".region")]) {
      holder.scrollTop = part * (holder.scrollHeight - holder.clientHeight);
    }
  }, share);
  await settled(page);
}

/** Runs in the page. What of the view model is not where it has to be, each as one line. */
export function findDisparities() {
  const { screen, canvas } = document.querySelector(".ftt").ftt;
  const inCanvas = document.querySelector(".ftt").dataset.view === "canvas";
  const nodes = new Map(screen.nodes.map((node) => [node.id, node]));
  const model = [];
  const lastBelow = new Map(); // id of a finding → of the last node in it, after which its citation stands
  const walk = (id) => {
    const node = nodes.get(id);
    model.push(node);
    (node.children ?? []).forEach(walk);
    if (node.kind === "finding" && node.cite) {
      const end = model.at(-1).id;
      lastBelow.set(end, [...(lastBelow.get(end) ?? []), id]);
    }
  };
  walk(screen.root);
  const found = [];

  // ---- The twin ----
  const ordered = model.filter(({ kind }) => kind !== "screen");
  let last;
  for (const { id } of ordered) {
    const there = document.getElementById(id);
    if (!there) found.push(`${id}: not in the twin`);
    else if (last && !(last.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING)) found.push(`${id}: not in its order`);
    last = there ?? last;
  }
  // What a node says, in one text: of a question all that stands around its control.
  const whole = (id) => {
    const there = document.getElementById(id);
    return there?.closest(".question, .checkbox, .disclosure, .table, .answer") ?? there;
  };
  const shownText = (there) => {
    const options = [...there.querySelectorAll("option")].map((option) => option.textContent);
    const values = [...there.querySelectorAll("input, textarea, select")].map((control) => control.value);
    // A button's hint is its title where it has keys, else its description.
    const descriptions = [there.title, there.getAttribute("aria-description")];
    return [there.textContent, ...descriptions, ...options, ...values].join("\n");
  };
  for (const node of ordered) {
    const there = whole(node.id);
    if (!there || node.kind === "region") continue;
    const text = shownText(there);
    const says = [node.label, node.item, node.hint, node.understood, node.problem, node.detail, node.cite,
      node.kind === "choice" || node.kind === "checkbox" ? "" : node.input === "file" ? "" : node.value,
      ...(node.kind === "combo" ? [] : node.options ?? []).flatMap(({ label, detail }) => [label, detail]),
      ...(node.columns ?? []).map(({ label }) => label), ...(node.rows ?? []).flatMap(({ cells }) => cells),
      ...(node.bars ?? []).flatMap((bar) => [bar.label, bar.text])];
    for (const words of says) {
      if (words && !text.includes(words)) found.push(`${node.id}: the twin does not say ${JSON.stringify(words)}`);
    }
    if (node.kind === "choice" && there.querySelector("input:checked")?.value !== (node.value ?? "") &&
      (node.options ?? []).some(({ value = "" }) => value === (node.value ?? ""))) found.push(`${node.id}: another choice`);
    const control = document.getElementById(node.id);
    const isWrong = control.getAttribute("aria-invalid") === "true";
    if (isWrong !== Boolean(node.problem)) found.push(`${node.id}: wrong in only one of both`);
    const description = document.getElementById(control.getAttribute("aria-describedby"))?.textContent ?? "";
    if (node.problem && document.activeElement !== control && !description.includes(node.problem)) {
      found.push(`${node.id}: the problem is not tied to it`);
    }
  }
  if (!inCanvas) return { found, count: ordered.length };

  // ---- The canvas ----
  const isPlain = ({ id, label, arrange }) => !label || arrange === "toolbar" || id.startsWith("steps.");
  const rects = new Map(canvas.layout.rects.map((rect) => [rect[0], rect]));
  const parts = new Map(canvas.layout.rects.map(([id], index) => [id, index]));
  const expected = [];
  for (const node of ordered) {
    // To the eye a list of steps and a row of tools are known by what is in them.
    if (node.kind === "region" || (node.kind === "group" && isPlain(node))) continue;
    const isQuestion = ["field", "combo", "select", "choice"].includes(node.kind);
    if (isQuestion) expected.push(`${node.id}/label`);
    if (isQuestion && node.hint) expected.push(`${node.id}/hint`);
    if (node.kind === "choice") expected.push(...node.options.map(({ value = "" }) => `${node.id}=${value}`));
    else if (node.kind === "group") expected.push(`${node.id}/label`);
    else expected.push(node.id);
    if (isQuestion && node.problem) expected.push(`${node.id}/problem`);
    if (isQuestion && node.understood) expected.push(`${node.id}/understood`);
    if (node.cite && node.kind !== "finding") expected.push(`cite:${node.id}`);
    expected.push(...(lastBelow.get(node.id) ?? []).map((id) => `cite:${id}`));
  }
  for (const id of expected) if (!rects.has(id)) found.push(`${id}: not on the canvas`);
  // A line of a table may have a place of its own, to be pointed at.
  const lines = new Set(ordered.flatMap((node) => (node.rows ?? []).map(({ id }) => `${node.id}/${id}`)));
  // Within a region what is on the canvas comes in the order of the view model.
  const places = expected.filter((id) => rects.has(id)).map((id) => [id, rects.get(id)[1], parts.get(id)]);
  for (const [index, [id, region, place]] of places.entries()) {
    const before = places[index - 1];
    if (before?.[1] === region && before[2] > place) found.push(`${id}: on the canvas before ${before[0]}`);
  }

  // ---- Both in one place ----
  const stage = document.querySelector(".stage");
  const { left, top } = stage.getBoundingClientRect();
  const regions = new Map(canvas.layout.regions.map((region) => [region.name, region]));
  const elementOf = (id) => {
    const there = document.getElementById(id) ?? document.getElementById(id.replaceAll(" ", "_"));
    // The control of an answer is its link, a part of it.
    if (there?.matches(".answer .link")) return there.closest(".answer");
    if (there) return there.matches("[type=radio], [type=checkbox], table") ? there.parentElement : there;
    if (id.endsWith("/link")) return document.getElementById(id.replace(/\/link$/, ""));
    const owner = document.getElementById(id.replace(/\/label$/, ""));
    return owner?.labels?.[0] ?? owner?.querySelector("legend");
  };
  for (const [id, region, x, y, w, h] of canvas.layout.rects) {
    if (lines.has(id)) continue;
    const there = elementOf(id);
    if (!there) {
      found.push(`${id}: on the canvas alone`);
      continue;
    }
    const box = there.getBoundingClientRect();
    const holder = document.getElementById(`region:${region}`);
    const from = regions.get(region);
    const drawn = { left: left + from.x + x - stage.scrollLeft - holder.scrollLeft,
      top: top + from.y + y - stage.scrollTop - holder.scrollTop, width: w, height: h };
    for (const side of ["left", "top", "width", "height"]) {
      if (Math.abs(box[side] - drawn[side]) > 2) found.push(`${id}: ${side} is ${box[side]}, drawn at ${drawn[side]}`);
    }
  }
  return { found, count: canvas.layout.rects.length };
}

/** Every element lies within 2 pixels of its picture, at each scroll; `where` is for the failure. */
export async function checkPlaces(page, where) {
  for (const share of [0, 0.5, 1]) {
    await scrollAll(page, share);
    const { found, count } = await page.evaluate(findDisparities);
    assert.deepEqual(found, [], `${where}, scrolled by ${share}`);
    assert.ok(count > 30, `${count} things ${where}`);
  }
}
