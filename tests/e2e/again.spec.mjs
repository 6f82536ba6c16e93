// Rating again: earlier values are hidden until asked for, everywhere.
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { Home } from "./pages/home.mjs";
import { Rate } from "./pages/rate.mjs";
import { POLES, file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEXTS = POLES.map(([text]) => text);
const WORDS = "SYNTHETIC words of the first time";
const THEN = Object.assign([9, 4, 7, 10, 3, 8, null, 6], { finished: true, whys: [WORDS] });

async function rateAgain(page, app) {
  await app.openWith(file(record({ times: [THEN] })));
  const chart = new Chart(page);
  await chart.rateAgain.click();
  const rate = new Rate(page);
  await rate.expectHere();
  return rate;
}

// What is drawn in this canvas: "nothing" yet, "lines" without a rating, or the "colour" of a rating.
const drawn = (canvas) =>
  canvas.evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let found = "nothing";
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] > 200 && Math.abs(data[at] - data[at + 2]) > 100) return "colour";
      if (data[at + 3] > 0) found = "lines";
    }
    return found;
  });

const expectDrawn = (canvas, what) => expect.poll(() => drawn(canvas)).toBe(what);

// No earlier number, word or shape: neither to see nor to hear.
async function expectNothingEarlier(page) {
  await expect(page.getByRole("main")).not.toContainText(WORDS);
  const told = await page.getByRole("main").evaluate((main) => {
    const attributes = [...main.querySelectorAll("*")].flatMap((element) => element.getAttributeNames().map((name) => element.getAttribute(name)));
    return attributes.concat([...main.querySelectorAll("input, textarea")].map(({ value }) => value));
  });
  expect(told.filter((text) => text.includes(WORDS) || /\b(9|4|7|3|8|6) of 10/.test(text))).toEqual([]);
  await expect(page.locator("[data-value]")).toHaveCount(0);
}

test("the rating page is as empty as the first time", async ({ page, app }) => {
  const rate = await rateAgain(page, app);
  const blank = THEN.map(() => null);
  await rate.expectRows(blank);
  await rate.wheel.expectDrawn(blank);
  await rate.expectProgress(0, 8);
  await expect(rate.main).toContainText("Your earlier ratings are hidden, so that today’s are today’s.");
  await expectNothingEarlier(page);
  await expectAccessible(page);
  await rate.open(TEXTS[0]).click();
  await rate.sheet.expectValue(null);
  await expect(rate.sheet.why).toHaveValue("");
  await expect(rate.sheet.place).not.toContainText("2014");
  await rate.sheet.close.click();
  await rate.oneAtATime.click();
  await rate.card.expectValue(null);
  await expect(rate.card.why).toHaveValue("");
  await expectNothingEarlier(page);
});

test("home, the chart and every step hide what was", async ({ page, app }) => {
  await app.openWith(file(record({ times: [THEN] })));
  await app.toCharts();
  // The check itself can fail: before rating again there is a coloured wheel.
  await expectDrawn(page.locator("canvas"), "colour");
  await page.goto("./#/chart/chart");
  const chart = new Chart(page);
  await expect(chart.article).toContainText(WORDS);
  await expectDrawn(chart.wheel, "colour");
  await chart.rateAgain.click();
  await new Rate(page).expectHere();

  await app.toCharts();
  await expect(new Home(page).cards).toContainText("0 of 8 rated · carry on");
  await expectNothingEarlier(page);
  await expectDrawn(page.locator("canvas"), "lines");

  await page.goto("./#/chart/chart");
  await expect(chart.carryOnRating).toBeVisible();
  await expect(chart.article).toContainText("the earlier picture is hidden until you finish");
  await expectNothingEarlier(page);
  await expect(chart.item(TEXTS[0])).not.toContainText("9");
  await expectDrawn(chart.wheel, "lines");
  await expectAccessible(page);

  for (const hash of ["make/1", "make/2", "make/3", "make/4", "make/5", "make/6", "make/7", "make/8", "open"]) {
    await page.goto(`./#/chart/chart/${hash}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNothingEarlier(page);
    await expect(page.getByRole("main")).not.toContainText(/(^|\s)(9|4|7|3|8|6)$/m);
  }
});

test("a comparison of earlier times is hidden too", async ({ page, app }) => {
  await app.openWith(fixture("teacher-twice"));
  const chart = new Chart(page);
  await expect(chart.thenAndNow).toBeVisible();
  await chart.rateAgain.click();
  await new Rate(page).expectHere();
  await page.goto("./#/chart/teacher");
  await expect(chart.carryOnRating).toBeVisible();
  await expect(chart.thenAndNow).toHaveCount(0);
});

test("rating again is left and carried on where it was", async ({ page, app }) => {
  const rate = await rateAgain(page, app);
  await rate.range(TEXTS[2]).press("5");
  await rate.range(TEXTS[3]).press("0");
  await app.expectSaved();
  await app.reload();
  await rate.expectRow(TEXTS[2], 5);
  await app.toCharts();
  await expect(new Home(page).cards).toContainText("2 of 8 rated · carry on");
  await new Home(page).cards.click();
  await new Chart(page).carryOnRating.click();
  await rate.expectHere();
  await rate.expectRows([null, null, 5, 0, null, null, null, null]);
  expect(Object.keys((await app.stored()).occasions)).toHaveLength(2);
});

test("“Show them” shows the earlier values, and the comparison says so", async ({ page, app }) => {
  const rate = await rateAgain(page, app);
  await rate.showEarlier.click();
  await expect(rate.main).toContainText("Your earlier ratings are in view. This is noted with today’s.");
  await rate.open(TEXTS[0]).click();
  await expect(rate.sheet.place).toContainText(`June 2014: 9 of 10. ${WORDS}`);
  await rate.sheet.expectValue(null);
  await expectAccessible(page);
  await rate.sheet.number(2).click();
  await rate.sheet.close.click();
  await rate.expectRow(TEXTS[0], 2);
  await rate.finish.click();
  const compare = new Compare(page);
  await compare.expectHere();
  await expect(compare.note).toBeVisible();
});

test("finishing leads to the comparison, and back to the chart", async ({ page, app }) => {
  const rate = await rateAgain(page, app);
  for (const [at, value] of [9, 6, 7, 2, null, null, 5, null].entries()) {
    if (value !== null) await rate.range(TEXTS[at]).press(String(value));
  }
  await rate.finish.click();
  const compare = new Compare(page);
  await compare.expectHere();
  await expect(compare.note).toHaveCount(0);
  await expect(compare.sentence).toHaveText("You rated 4 of 8 both times: 1 higher, 2 the same, 1 lower.");
  await expectAccessible(page);
  await app.expectSaved();
  await app.reload();
  await compare.expectHere();
  await app.back.click();
  const chart = new Chart(page);
  await expect(chart.rateAgain).toBeVisible();
  await expect(chart.thenAndNow).toBeVisible();
});

test("finishing without a single rating leads to the chart", async ({ page, app }) => {
  const rate = await rateAgain(page, app);
  await rate.finish.click();
  await new Chart(page).expectTitle("An excellent music teacher");
});

test("a chart that has just been made is rated again on an occasion of its own", async ({ page, app }) => {
  // As the first sitting leaves it: closed, but nowhere marked as finished.
  await app.openWith(file(record({ times: [[9, 4, 7, 10, 3, 8, null, 6]] })));
  await new Chart(page).rateAgain.click();
  const rate = new Rate(page);
  await rate.expectHere();
  await rate.expectRows(THEN.map(() => null));
  await rate.range(TEXTS[0]).press("5");
  await rate.finish.click();
  await expect(new Compare(page).sentence).toHaveText("You rated 1 of 8 both times: 0 higher, 0 the same, 1 lower.");
  await app.expectSaved();
  const stored = await app.stored();
  expect(Object.keys(stored.occasions)).toHaveLength(2);
  expect(stored.occasions["chart/o1"].ratings.i1.answer).toBe(9);
});

test("taking “Rate again” back leaves no empty page to be finished", async ({ page, app }) => {
  const rate = await rateAgain(page, app);
  await app.undo.click();
  await expect(rate.ranges).toHaveCount(0);
  // There is nothing left to finish.
  await expect(rate.finish).toHaveCount(0);
  await page.goto("./#/chart/chart");
  await expect(new Chart(page).rateAgain).toBeVisible();
});

test("once a chart is made, each of its steps leads back to it and none into earlier ratings", async ({ page, app }) => {
  await app.openWith(file(record({ times: [THEN] })));
  const chart = new Chart(page);
  for (const number of [1, 2, 3, 5, 6, 7]) {
    await page.goto(`./#/chart/chart/make/${number}`);
    const ways = page.getByRole("contentinfo").getByRole("link");
    await expect(ways).toHaveText(["Done"]);
    await expect(page.getByText(/^Step \d of/)).toHaveCount(0);
    await ways.click();
    await expect(chart.article).toBeVisible();
  }
});

test("the address of ratings that were followed by others leads to the chart", async ({ page, app }) => {
  await app.openWith(fixture("teacher-twice"));
  await page.goto("./#/chart/teacher/rate/then/auto");
  const chart = new Chart(page);
  await expect(chart.article).toBeVisible();
  await expect(page).toHaveURL(/#\/chart\/teacher$/);
});

test("the address of an earlier comparison shows nothing while rating again, and leads on", async ({ page, app }) => {
  await app.openWith(fixture("teacher-twice"));
  const chart = new Chart(page);
  await chart.thenAndNow.click();
  await new Compare(page).expectHere();
  const address = page.url();
  await page.goto("./#/chart/teacher");
  await chart.rateAgain.click();
  await new Rate(page).expectHere();
  await page.goto(address);
  await expect(page.getByRole("main")).toContainText("the earlier picture is hidden until you finish");
  await expect(new Compare(page).sentence).toHaveCount(0);
  await page.getByRole("link", { name: "Carry on rating" }).click();
  await new Rate(page).expectHere();
});

test("a first sitting that was left a year ago is rated again, not on", async ({ page, app }) => {
  await app.openWith(file(record({ times: [THEN.slice(0, 3)], making: { step: "rate" } })));
  await app.reload();
  await app.toCharts();
  const home = new Home(page);
  await expect(home.cards).not.toContainText("carry on");
  await home.cards.click();
  const chart = new Chart(page);
  await chart.rateAgain.click();
  const rate = new Rate(page);
  await rate.expectRows(THEN.map(() => null));
  await app.expectSaved();
  const { occasions } = await app.stored();
  expect(occasions["chart/o1"].ratings.i1.answer).toBe(9);
});

test("a day to look again that is kept is no longer due", async ({ page, app }) => {
  await app.openWith(file(record({ times: [THEN], next_look: "2015-01-01" })));
  await app.toCharts();
  const home = new Home(page);
  await expect(home.cards).toContainText("Time to look again");
  await page.goto("./#/chart/chart");
  await new Chart(page).rateAgain.click();
  const rate = new Rate(page);
  await rate.range(TEXTS[0]).press("5");
  await rate.finish.click();
  await expect(page.getByRole("link", { name: "When will you look again?" })).toBeVisible();
  await app.toCharts();
  await expect(home.cards).not.toContainText("Time to look again");
});
