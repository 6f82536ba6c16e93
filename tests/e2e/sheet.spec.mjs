// The sheet, and the same card one at a time.
import { Rate } from "./pages/rate.mjs";
import { POLES, file, fixture, longPoles, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEXTS = POLES.map(([text]) => text);
const VALUES = [7, 0, 5, 10, 3, 8, null, 6];

const rating = (page, app, answers = VALUES) => Rate.begin(page, app, record({ times: [answers] }));

for (const width of [320, 360, 1280]) {
  test(`each number is a button of at least 44 px on a page ${width} px wide`, async ({ page, app }) => {
    await page.setViewportSize({ width, height: 740 });
    const rate = await rating(page, app);
    await rate.open(TEXTS[0]).click();
    await expect(rate.sheet.numbers).toHaveCount(11);
    for (const button of [...(await rate.sheet.numbers.all()), rate.sheet.close, rate.sheet.next, rate.sheet.leaveEmpty]) {
      const box = await button.boundingBox();
      expect(box.width, await button.textContent()).toBeGreaterThanOrEqual(44);
      expect(box.height, await button.textContent()).toBeGreaterThanOrEqual(44);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
    await expectAccessible(page);
  });
}

test("both poles stand in the sheet in full, however long", async ({ page, app }) => {
  await app.openWith(fixture("twenty-long"));
  const { items } = JSON.parse(fixture("twenty-long").buffer).records[0].instrument;
  await page.goto(`./#/chart/twenty/rate/${(await firstOccasion(app))}/wheel`);
  const rate = new Rate(page);
  await rate.open(items[3].text).click();
  await expect(rate.sheet.place.getByText(items[3].opposite, { exact: true })).toBeVisible();
  await expect(rate.sheet.place.getByText(items[3].text, { exact: true }).last()).toBeVisible();
  await expectAccessible(page);
});

async function firstOccasion(app) {
  return Object.values((await app.stored()).occasions)[0].id;
}

test("Next goes through all attributes, Done ends", async ({ page, app }) => {
  const rate = await rating(page, app);
  await rate.open(TEXTS[0]).click();
  for (const [at, text] of TEXTS.entries()) {
    await rate.sheet.expectOpenFor(text);
    await rate.sheet.expectValue(VALUES[at]);
    if (at < TEXTS.length - 1) await rate.sheet.next.click();
  }
  await expect(rate.sheet.next).toHaveCount(0);
  await rate.sheet.done.click();
  await rate.sheet.expectClosed();
});

test("Leave empty makes it blank, not 0, and keeps its words", async ({ page, app }) => {
  const rate = await rating(page, app);
  await rate.open(TEXTS[2]).click();
  await rate.sheet.why.fill("Not sure any more");
  await rate.sheet.leaveEmpty.click();
  await rate.sheet.expectValue(null);
  await expect(rate.sheet.leaveEmpty).toHaveCount(0);
  await rate.sheet.close.click();
  await rate.expectRow(TEXTS[2], null);
  await rate.wheel.expectDrawn(VALUES.with(2, null));
  await app.expectSaved();
  expect((await app.stored()).occasions["chart/o1"].ratings.i3).toMatchObject({ answer: null, why: "Not sure any more" });
});

for (const [how, close] of [
  ["the button Close", (page, rate) => rate.sheet.close.click()],
  ["Escape", (page) => page.keyboard.press("Escape")],
  ["the way back", (page) => page.goBack()],
]) {
  test(`${how} closes the sheet and leaves the page where it was`, async ({ page, app }) => {
    const rate = await rating(page, app);
    const here = page.url();
    await rate.open(TEXTS[1]).click();
    await rate.sheet.expectOpenFor(TEXTS[1]);
    await rate.sheet.number(6).click();
    await rate.sheet.next.click();
    await rate.sheet.expectOpenFor(TEXTS[2]);
    await close(page, rate);
    await rate.sheet.expectClosed();
    await expect(page).toHaveURL(here);
    await rate.expectHere();
    await rate.expectRow(TEXTS[1], 6);
    // And it opens again.
    await rate.open(TEXTS[1]).click();
    await rate.sheet.expectValue(6);
  });
}

test("closing a sheet that an address opened stays in the app", async ({ page, app }) => {
  await rating(page, app);
  await app.expectSaved();
  const fresh = await page.context().newPage();
  await fresh.goto("./#/chart/chart/rate/o1/auto/i2");
  const rate = new Rate(fresh);
  await rate.sheet.expectOpenFor(TEXTS[1]);
  await rate.sheet.close.click();
  await rate.sheet.expectClosed();
  await rate.expectHere();
  await fresh.close();
});

test("the sheet takes the focus, and gives it back", async ({ page, app }) => {
  const rate = await rating(page, app);
  await rate.open(TEXTS[1]).focus();
  await page.keyboard.press("Enter");
  await expect(rate.sheet.attribute).toBeFocused();
  await page.keyboard.press("Escape");
  await rate.sheet.expectClosed();
  await expect(rate.open(TEXTS[1])).toBeFocused();
});

test("more than twelve attributes open one at a time, and the view can be switched", async ({ page, app }) => {
  const poles = longPoles(13);
  await app.openWith(file(record({ poles })));
  await page.goto("./#/chart/chart/rate/o1/auto");
  const rate = new Rate(page);
  await rate.expectHere();
  await expect(rate.wheel.disc).toHaveCount(0);
  await expect(rate.card.attribute).toHaveText(poles[0][0]);
  await expectAccessible(page);
  await rate.card.number(4).click();
  await rate.card.expectValue(4);
  await rate.card.why.fill("One of thirteen");
  await rate.nextCard.click();
  await expect(rate.card.attribute).toHaveText(poles[1][0]);
  await expect(rate.card.why).toHaveValue("");
  await rate.card.number(0).click();
  await rate.previousCard.click();
  await expect(rate.card.attribute).toHaveText(poles[0][0]);
  await rate.card.expectValue(4);
  await expect(rate.card.why).toHaveValue("One of thirteen");

  await rate.onTheWheel.click();
  await expect(rate.wheel.disc).toBeVisible();
  await rate.expectRow(poles[0][0], 4);
  await rate.expectRow(poles[1][0], 0);
  await rate.wheel.tap(12, 13, 9);
  await rate.sheet.expectOpenFor(poles[12][0]);
  await rate.sheet.close.click();
  await rate.sheet.expectClosed();
  await rate.oneAtATime.click();
  await expect(rate.wheel.disc).toHaveCount(0);
  await expect(rate.card.attribute).toHaveText(poles[0][0]);
});

test("the last card leads on to the next step", async ({ page, app }) => {
  await app.openWith(file(record({ poles: POLES.slice(0, 3), making: { step: "rate" } })));
  await page.goto("./#/chart/chart/rate/o1/one");
  const rate = new Rate(page);
  await rate.nextCard.click();
  await rate.nextCard.click();
  await expect(rate.card.attribute).toHaveText(TEXTS[2]);
  await rate.next.click();
  await app.expectAt("Which matter most to you?");
});

test("text at 150 % opens one at a time", async ({ page, app }) => {
  await page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = "24px")));
  const rate = await rating(page, app);
  await expect(rate.wheel.disc).toHaveCount(0);
  await expect(rate.card.attribute).toHaveText(TEXTS[0]);
  await rate.onTheWheel.click();
  await expect(rate.wheel.disc).toBeVisible();
  await expectAccessible(page);
});

test("a nudge stands below when all is rated, and blocks nothing", async ({ page, app }) => {
  const rate = await rating(page, app, [5, 5, 5, 5, 5, 5, 5, 5]);
  await expect(rate.main.getByText("All the same number.")).toBeVisible();
  await rate.range(TEXTS[0]).press("4");
  await expect(rate.main.getByText("All the same number.")).toHaveCount(0);
  for (const text of TEXTS.slice(1)) await rate.range(text).press("9");
  await expect(rate.main.getByText("What would the next step up look like?")).toBeVisible();
});
