// A quick update asks only what one marks; the rest stands as it was rated, and is neither set aside nor taken for 0.
import { Begin } from "./pages/begin.mjs";
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { Home } from "./pages/home.mjs";
import { Rate } from "./pages/rate.mjs";
import { Views } from "./pages/views.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const TEXTS = POLES.map(([text]) => text);
const THEN = [9, 4, 7, 10, 3, 8, null, 6];

/** To the page before a quick update; `focus` is what matters most. */
async function beginQuick(page, app, focus = []) {
  await page.clock.setFixedTime(new Date("2015-01-20T10:00:00"));
  const chart = record({ times: [Object.assign([...THEN], { finished: true, whys: ["SYNTHETIC reason"] })] });
  chart.occasions[0].focus = focus;
  await app.openWith(file(chart));
  await new Chart(page).openMore();
  await new Chart(page).quick.click();
  const begin = new Begin(page);
  await begin.expectHere("Quick update");
  return begin;
}

/** Marks these and rates them by keyboard, to the comparison. */
async function update(page, begin, ratings) {
  for (const [text] of ratings) await begin.mark(text).check();
  await begin.begin.click();
  const rate = new Rate(page);
  await expect(rate.ranges).toHaveCount(ratings.length);
  for (const [text, value] of ratings) await rate.range(text).press(String(value));
  await rate.finish.click();
  const compare = new Compare(page);
  await compare.expectHere();
  return compare;
}

test("what matters most is marked already, and nothing else", async ({ page, app }) => {
  const begin = await beginQuick(page, app, ["i2", "i5"]);
  await expect(begin.marks).toHaveCount(8);
  for (const [at, text] of TEXTS.entries()) await expect(begin.mark(text)).toBeChecked({ checked: [1, 4].includes(at) });
  await begin.begin.click();
  const rate = new Rate(page);
  await rate.expectRows([null, null]);
  await expect(rate.range(TEXTS[1])).toBeVisible();
  await expect(rate.range(TEXTS[4])).toBeVisible();
});

test("after a quick update what matters most is still marked for the next", async ({ page, app }) => {
  const begin = await beginQuick(page, app, ["i2"]);
  await update(page, begin, [[TEXTS[1], 6]]);
  await app.back.click();
  const chart = new Chart(page);
  await expect(chart.item(TEXTS[1])).toContainText("matters most");
  await chart.openMore();
  await chart.quick.click();
  await expect(begin.marks).toHaveCount(8);
  for (const [at, text] of TEXTS.entries()) await expect(begin.mark(text)).toBeChecked({ checked: at === 1 });
});

test("nothing marked is nothing to begin", async ({ page, app }) => {
  const begin = await beginQuick(page, app);
  await expect(begin.begin).toBeDisabled();
  await begin.mark(TEXTS[0]).check();
  await expect(begin.begin).toBeEnabled();
  await begin.mark(TEXTS[0]).uncheck();
  await expect(begin.begin).toBeDisabled();
});

test("only what was marked is asked, without sight of what was", async ({ page, app }) => {
  const begin = await beginQuick(page, app);
  await begin.mark(TEXTS[1]).check();
  await begin.mark(TEXTS[6]).check();
  await begin.begin.click();
  const rate = new Rate(page);
  await rate.expectRows([null, null]);
  await rate.expectProgress(0, 2);
  await expect(rate.main).toContainText("Your earlier ratings are hidden");
  await expect(rate.main).not.toContainText("SYNTHETIC reason");
  await expect(rate.range(TEXTS[0])).toHaveCount(0);
  // Left and found again, it is still these two.
  await app.toCharts();
  await expect(new Home(page).cards).toContainText("0 of 2 rated · carry on");
  await new Home(page).cards.click();
  await new Chart(page).carryOnRating.click();
  await rate.expectRows([null, null]);
});

test("what was not asked is not rated both times, and never set aside", async ({ page, app }) => {
  const begin = await beginQuick(page, app);
  const compare = await update(page, begin, [[TEXTS[1], 6], [TEXTS[6], 5]]);
  await expect(compare.sentence).toHaveText("You rated 1 of 8 both times: 1 higher, 0 the same, 0 lower.");
  await expect(compare.headings).toHaveText([
    "In your own words",
    "Higher",
    "Not rated both times",
    "What do you make of it?",
  ]);
  await compare.expectPart("Higher", [TEXTS[1]]);
  await compare.expectPart("Not rated both times", TEXTS.filter((_, at) => at !== 1));
  await expect(compare.readings(TEXTS[0])).toHaveText(["June 2014: 9"]);
  await expect(compare.readings(TEXTS[6])).toHaveText(["June 2014: not rated yet", "January 2015: 5"]);
  await expect(compare.article).not.toContainText(/set aside/i);
  await compare.unfold("As a table");
  await expect(compare.table).not.toContainText(/set aside/i);
  await app.expectSaved();
  const { occasions } = await app.stored();
  const quick = Object.values(occasions).find(({ quick }) => quick);
  expect(quick).toMatchObject({ rated_on: "2015-01-20", kind: "interim", finished: true });
  expect(Object.keys(quick.ratings).sort()).toEqual(["i2", "i7"]);
});

test("on the chart the others keep their number, with the day it is of", async ({ page, app }) => {
  const begin = await beginQuick(page, app);
  await update(page, begin, [[TEXTS[1], 6], [TEXTS[6], 5]]);
  await app.expectSaved();
  await app.reload();
  await new Views(page).go("Chart");
  const chart = new Chart(page);
  const values = [9, 6, 7, 10, 3, 8, 5, 6];
  await expect(chart.article.locator(".item-value")).toHaveText(values.map(String));
  for (const [at, text] of TEXTS.entries()) {
    const old = "rated 13 June 2014";
    if ([1, 6].includes(at)) await expect(chart.item(text)).not.toContainText("13 June 2014");
    else await expect(chart.item(text)).toContainText(old);
  }
  await expect(chart.item(TEXTS[0])).toContainText("“SYNTHETIC reason”");
  await expect(chart.article).toContainText("20 January 2015 · quick update");
});
