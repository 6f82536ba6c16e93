// The reveal after rating again: its order, what one's idea of has changed, and whether earlier values were in view.
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { Rate } from "./pages/rate.mjs";
import { Views } from "./pages/views.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEXTS = POLES.map(([text]) => text);
const THEN = Object.assign([9, 4, 7, 5, 8, 3, 6, null], { finished: true, whys: ["SYNTHETIC then"] });
const NOW = [9, 6, 7, 8, 4, 2, null, 5];

/** Rates again, blind unless told to look, to the reveal. */
async function reveal(page, app, look = false) {
  await app.openWith(file(record({ times: [THEN] })));
  await new Chart(page).rateAgain.click();
  const rate = new Rate(page);
  await rate.expectHere();
  if (look) await rate.showEarlier.click();
  for (const [at, value] of NOW.entries()) if (value !== null) await rate.range(TEXTS[at]).press(String(value));
  await rate.finish.click();
  const compare = new Compare(page);
  await compare.expectHere();
  return compare;
}

const GROUPS = ["In your own words", "Held high both times", "Higher", "Lower", "The same", "Not rated both times", "What do you make of it?"];

test("own words stand first, then what was held, higher, lower and the same", async ({ page, app }) => {
  const compare = await reveal(page, app);
  await expect(compare.headings).toHaveText(GROUPS);
  await compare.expectPart("Held high both times", [TEXTS[0]]);
  await compare.expectPart("Higher", [TEXTS[3], TEXTS[1]]);
  await compare.expectPart("Lower", [TEXTS[4], TEXTS[5]]);
  await compare.expectPart("The same", [TEXTS[2]]);
  await compare.expectPart("Not rated both times", [TEXTS[6], TEXTS[7]]);
  await expect(compare.sentence).toHaveText("You rated 6 of 8 both times: 2 higher, 2 the same, 2 lower.");
});

test("what one’s idea of has changed is counted apart, and keeps its place and the focus", async ({ page, app }) => {
  const compare = await reveal(page, app);
  const row = await compare.open(TEXTS[4]);
  await expect(row).toContainText("4 lower");
  await compare.tick(TEXTS[4]).check();
  await expect(compare.tick(TEXTS[4])).toBeFocused();
  await compare.expectOpen(TEXTS[4]);
  await expect(row).toContainText("seen differently now");
  await expect(row).toContainText("My idea of this has changed: the two numbers are not on one yardstick.");
  await expect(row).not.toContainText("4 lower");
  await compare.expectPart("Lower", [TEXTS[4], TEXTS[5]]);
  await expect(compare.sentence).toHaveText("You rated 6 of 8 both times: 2 higher, 2 the same, 1 lower. 1 seen differently now.");
  await expectAccessible(page);
  await app.expectSaved();

  // Opened again, it stands apart.
  await app.reload();
  await compare.expectPart("Lower", [TEXTS[5]]);
  await compare.expectPart("Seen differently now", [TEXTS[4]]);
  await expect(compare.sentence).toHaveText("You rated 6 of 8 both times: 2 higher, 2 the same, 1 lower. 1 seen differently now.");
  await compare.open(TEXTS[4]);
  await expect(compare.tick(TEXTS[4])).toBeChecked();
  await compare.tick(TEXTS[4]).uncheck();
  await expect(compare.sentence).toHaveText("You rated 6 of 8 both times: 2 higher, 2 the same, 2 lower.");
  await expect(compare.change(TEXTS[4])).toContainText("4 lower");
});

test("the tick can be taken back by undo", async ({ page, app }) => {
  const compare = await reveal(page, app);
  await compare.open(TEXTS[4]);
  await compare.tick(TEXTS[4]).check();
  await expect(compare.sentence).toContainText("1 seen differently now");
  await app.undo.click();
  await expect(compare.tick(TEXTS[4])).not.toBeChecked();
  await expect(compare.sentence).not.toContainText("seen differently");
});

test("only of what was rated both times is it asked whether the idea has changed", async ({ page, app }) => {
  const compare = await reveal(page, app);
  for (const text of [TEXTS[6], TEXTS[7]]) {
    await compare.open(text);
    await expect(compare.tick(text)).toHaveCount(0);
  }
});

test("earlier values that were shown are told of the comparison and of that time", async ({ page, app }) => {
  const compare = await reveal(page, app, true);
  await expect(compare.note).toBeVisible();
  const row = await compare.open(TEXTS[0]);
  await expect(row.getByRole("definition")).toHaveText(["“SYNTHETIC then”", "Rated with earlier values in view."]);
  await app.expectSaved();
  expect(Object.values((await app.stored()).occasions).map((each) => Boolean(each.earlier_shown)).sort()).toEqual([false, true]);
  await app.reload();
  await expect(compare.note).toBeVisible();
});

test("values that stayed hidden are not told of", async ({ page, app }) => {
  const compare = await reveal(page, app);
  await expect(compare.note).toHaveCount(0);
  const row = await compare.open(TEXTS[0]);
  await expect(row.getByRole("definition")).toHaveText(["“SYNTHETIC then”"]);
});

test("the first time is compared with the newest, at the reveal and later", async ({ page, app }) => {
  const first = Object.assign([1, 1, 1], { finished: true });
  const second = Object.assign([5, 5, 5], { finished: true });
  await app.openWith(file(record({ poles: POLES.slice(0, 3), times: [first, second] })));
  await new Chart(page).rateAgain.click();
  const rate = new Rate(page);
  for (const at of [0, 1, 2]) await rate.range(TEXTS[at]).press("3");
  await rate.finish.click();
  const compare = new Compare(page);
  await expect(compare.sentence).toHaveText("You rated 3 of 3 both times: 3 higher, 0 the same, 0 lower.");
  await new Views(page).go("Chart");
  await new Views(page).go("Then and now");
  await expect(compare.sentence).toHaveText("You rated 3 of 3 both times: 3 higher, 0 the same, 0 lower.");
});
