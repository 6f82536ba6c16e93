// Rows and wheel of the comparison: either leads to the other; layers on the wheel; orders of the list.
import { readFileSync } from "node:fs";
import { Compare, picture } from "./pages/compare.mjs";
import { Result } from "./pages/result.mjs";
import { Views } from "./pages/views.mjs";
import { POLES, THREE, file, fixture, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

// As on the wheel: what was set aside comes last.
const WHEEL = ["a01", "a02", "a03", "a04", "a05", "a06", "a08", "a09", "a10", "a11", "a12", "a07"];
const texts = (ids) => ids.map((id) => THREE[id]);

async function compareThree(page, app) {
  await app.openWith(fixture("three-times"));
  await new Views(page).go("Then and now");
  const compare = new Compare(page);
  await compare.expectHere();
  await expect(compare.wheel).toBeVisible();
  return compare;
}

test("a row touched is selected on the wheel and opens the words of every time", async ({ page, app }) => {
  const compare = await compareThree(page, app);
  await compare.expectOpen(THREE.a02, false);
  await expect(compare.change(THREE.a02).getByRole("term")).toHaveCount(0);
  const before = await picture(compare.wheel);
  const row = await compare.open(THREE.a02);
  await expect.poll(() => picture(compare.wheel)).not.toBe(before);
  await expect(row.getByRole("term")).toHaveText([
    "18 September 2023 · first time: 4 of 10",
    "18 September 2023 · looking back: 2 of 10",
    "27 September 2023 · first time, once more: 4 of 10",
    "24 June 2024 · next time: 6 of 10",
    "20 January 2025 · quick update: 7 of 10",
    "15 September 2025 · end of a course or year: 8 of 10",
    "17 September 2025 · mentor: 7 of 10",
  ]);
  await expect(row.getByRole("definition").first()).toHaveText("“I explain too much. They fidget, and then I explain that as well.”");
  await expect(row).toContainText("Looking back, you place your starting point 2 lower.");
  await expect(row).toContainText("Still to go: 1");
  await compare.opener(THREE.a02).click();
  await compare.expectOpen(THREE.a02, false);
  await expect(row.getByRole("term")).toHaveCount(0);
  await expect.poll(() => picture(compare.wheel)).toBe(before);
});

test("a spoke touched opens its row and moves the focus to it", async ({ page, app }) => {
  const compare = await compareThree(page, app);
  const before = await picture(compare.wheel);
  for (const at of [7, 0, 11]) {
    await compare.wheel.scrollIntoViewIfNeeded();
    await compare.touchSpoke(at, WHEEL.length);
    await compare.expectOpen(THREE[WHEEL[at]]);
    await expect(compare.opener(THREE[WHEEL[at]])).toBeFocused();
    await expect(compare.opener(THREE[WHEEL[at]])).toBeInViewport();
  }
  await expect.poll(() => picture(compare.wheel)).not.toBe(before);
});

test("from an open row one comes to the wheel, or has it beside", async ({ page, app, isMobile }) => {
  const compare = await compareThree(page, app);
  const row = await compare.open(THREE.a07);
  await expect(row).toBeInViewport();
  const toWheel = row.getByRole("button", { name: "See it on the wheel" });
  if (isMobile) await toWheel.click();
  else await expect(toWheel).toBeHidden();
  await expect(compare.wheel).toBeInViewport({ ratio: 0.9 });
});

test("every mark of a row stands beside it in words", async ({ page, app }) => {
  const compare = await compareThree(page, app);
  await expect(compare.readings(THREE.a09)).toHaveText([
    "September 2023: 7",
    "September 2025: 5",
    "Looking back, September 2025: 5",
    "Where I need to be: 8",
    "mentor, September 2025: 7",
  ]);
  await expect(compare.readings(THREE.a05)).toHaveText([
    "September 2023: 7",
    "September 2025: doesn’t apply to me",
    "Looking back, September 2025: 7",
    "Where I need to be: 7",
    "mentor, September 2025: 8",
  ]);
  await expect(compare.readings(THREE.a12)).toHaveText(["September 2025: 4", "Where I need to be: 7", "mentor, September 2025: 5"]);
});

for (const [value, order] of [
  // In groups: held high, higher with the largest change first, seen differently, not both times, new, set aside.
  ["change", ["a10", "a02", "a03", "a06", "a01", "a04", "a08", "a09", "a05", "a11", "a12", "a07"]],
  // 3, 3, 2, 1 five times, 0, 1 beyond; a05 has no number now and a07 no level.
  ["to-go", ["a09", "a12", "a03", "a01", "a02", "a04", "a06", "a11", "a10", "a08", "a05", "a07"]],
  ["matters", ["a03", "a09", "a12", "a01", "a02", "a04", "a05", "a06", "a08", "a10", "a11", "a07"]],
  ["given", WHEEL],
  // 4 × 3, 4 × 3, 5 × 2, 5 × 1, 3 × 1; the others have no importance.
  ["weight", ["a09", "a12", "a03", "a02", "a01", "a04", "a05", "a06", "a08", "a10", "a11", "a07"]],
]) {
  test(`the list is sorted by “${value}”`, async ({ page, app }) => {
    const compare = await compareThree(page, app);
    if (value === "change") await expect(compare.sort).toHaveValue("change");
    else await compare.sort.selectOption(value);
    await compare.expectOrder(texts(order));
  });
}

test("only what something is known of can be sorted by", async ({ page, app }) => {
  await app.openWith(file(record({ poles: POLES.slice(0, 3), times: [[1, 2, 3], Object.assign([4, 5, 6], { finished: true })] })));
  await new Views(page).go("Then and now");
  await expect(new Compare(page).sort.getByRole("option")).toHaveText(["What has changed", "The order on the wheel"]);
});

test("importance × still to go is offered apart, where importance was said", async ({ page, app }) => {
  const compare = await compareThree(page, app);
  await expect(compare.sort.getByRole("option")).toHaveText([
    "What has changed",
    "Still to go",
    "What matters most",
    "The order on the wheel",
    "Importance × still to go",
  ]);
  await expect(compare.sort.locator("optgroup[label=More] option")).toHaveText(["Importance × still to go"]);
});

test("at most three layers are on the wheel, and a fourth is told", async ({ page, app }) => {
  const compare = await compareThree(page, app);
  await expect(compare.chips).toHaveText(["September 2023", "September 2025", "Looking back, September 2025", "Where I need to be", "mentor, September 2025"]);
  await compare.expectShown(["September 2023", "September 2025", "Looking back, September 2025"]);
  await expect(compare.full).toHaveCount(0);
  const before = await picture(compare.wheel);
  await compare.chip("mentor, September 2025").click();
  await expect(compare.full).toBeVisible();
  await compare.expectShown(["September 2023", "September 2025", "Looking back, September 2025"]);
  expect(await picture(compare.wheel)).toBe(before);
  await compare.chip("Looking back, September 2025").click();
  await expect(compare.full).toHaveCount(0);
  await expect.poll(() => picture(compare.wheel)).not.toBe(before);
  await compare.chip("mentor, September 2025").click();
  await compare.expectShown(["September 2023", "September 2025", "mentor, September 2025"]);
  await expect(compare.full).toHaveCount(0);
});

test("the wheel is described by a sentence a spoke, which follows the chips", async ({ page, app }) => {
  const compare = await compareThree(page, app);
  const described = () =>
    compare.wheel.evaluate((canvas) =>
      [...document.getElementById(canvas.getAttribute("aria-describedby")).querySelectorAll("p")].map((each) => each.textContent.trim()),
    );
  await expect.poll(async () => (await described()).length).toBe(WHEEL.length);
  const sentences = await described();
  expect(sentences[7]).toBe(`${THREE.a09}: September 2023: 7; September 2025: 5; Looking back, September 2025: 5.`);
  expect(sentences[10]).toBe(`${THREE.a12}: September 2025: 4.`);
  expect(sentences[11]).toBe(`${THREE.a07}: September 2023: 6.`);
  await expect(compare.wheel).toHaveAccessibleName(/^Wheel: September 2023 dashed, September 2025 solid, Looking back, September 2025 as triangles\. You rated 8 of 12 both times/);
  await compare.chip("Looking back, September 2025").click();
  await compare.chip("Where I need to be").click();
  await expect.poll(async () => (await described())[7]).toBe(`${THREE.a09}: September 2023: 7; September 2025: 5; Where I need to be: 8.`);
  await expect(compare.wheel).toHaveAccessibleName(/^Wheel: September 2023 dashed, September 2025 solid, Where I need to be as diamonds\. /);
  for (const chip of ["September 2023", "September 2025", "Where I need to be"]) await compare.chip(chip).click();
  await compare.expectShown([]);
  await expect.poll(described).toEqual([]);
});

test.describe("an audit", () => {
  const { instrument } = JSON.parse(readFileSync(new URL("../../public/instruments/mentor-skills-audit.json", import.meta.url)));
  const [first, second] = instrument.sections.map(({ id, name }) => ({ name, items: instrument.items.filter(({ section }) => section === id) }));

  async function compareAudit(page, app, form = instrument) {
    const ratings = (add) => Object.fromEntries(form.items.map(({ id }, at) => [id, { answer: 2 + (at % 3) + add }]));
    const times = [["2013-09-16", 0], ["2014-07-14", 1]].map(([day, add], at) => ({
      ...{ id: `o${at}`, kind: at === 0 ? "baseline" : "final", rated_on: day, refers_to: day, ratings: ratings(add), finished: true },
    }));
    const audit = { ...record({ id: "audit", subject: "" }), instrument: form, occasion_order: ["o0", "o1"], occasions: times };
    await app.openWith(file(audit, "audit.roundel.json", { version: 2 }));
    await expect(new Result(page).count).toBeVisible();
    await new Views(page).go("Then and now");
    return new Compare(page);
  }

  test("stands by section first; a touch on a spoke unfolds its section", async ({ page, app }) => {
    const compare = await compareAudit(page, app);
    await expect(compare.sort).toHaveValue("");
    const section = page.locator("[data-section]").filter({ hasText: second.name });
    await expect(section.getByRole("heading", { level: 3, name: `2 ${second.name}` })).toBeVisible();
    await expect(section.locator("details")).not.toHaveAttribute("open");
    await compare.touchSpoke(1, instrument.sections.length);
    await expect(section.locator("details")).toHaveAttribute("open");
    await expect(section.locator("[data-item] h3")).toHaveText(second.items.map(({ text }) => text));
    await expect(page.locator("[data-section]").filter({ hasText: first.name }).locator("details")).not.toHaveAttribute("open");
  });

  test("sorted by change its groups are folded, with how many they hold", async ({ page, app }) => {
    const compare = await compareAudit(page, app);
    await compare.sort.selectOption("change");
    await expect(compare.article.locator("summary").filter({ hasText: /\(\d+\)$/ })).toHaveText([/^Held high both times \(\d+\)$/, /^Higher \(\d+\)$/]);
    await expect(compare.opener(first.items[0].text)).toBeHidden();
    await compare.unfold("Higher (");
    await compare.open(first.items[0].text);
  });

  test("without sections has a spoke an item, which unfolds the group that its row is in", async ({ page, app }) => {
    const items = instrument.items.slice(0, 6).map((item) => ({ ...item, section: null }));
    const compare = await compareAudit(page, app, { ...instrument, sections: [], items });
    await expect(compare.sort).toHaveValue("change");
    await expect(compare.opener(items[3].text)).toBeHidden();
    await compare.touchSpoke(3, items.length);
    await compare.expectOpen(items[3].text);
    await expect(compare.opener(items[3].text)).toBeFocused();
  });
});
