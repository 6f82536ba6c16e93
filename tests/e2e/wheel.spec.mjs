// Rating on the wheel: take hold of a segment, slide, let go. On the phone with real touches, else with the mouse.
import { Rate } from "./pages/rate.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEXTS = POLES.map(([text]) => text);
const VALUES = [7, 0, 5, 10, 3, 8, null, 6];
const OF = VALUES.length;

async function rating(page, app, answers = VALUES) {
  const rate = await Rate.begin(page, app, record({ times: [answers] }));
  await expect(rate.wheel.disc).toBeVisible();
  return rate;
}

// Nothing is drawn, listed or stored but these.
async function expectValues(app, rate, values) {
  await rate.expectRows(values);
  await rate.wheel.expectDrawn(values);
  await app.expectSaved();
  const { ratings } = (await app.stored()).occasions["chart/o1"];
  expect(values.map((_, at) => ratings[`i${at + 1}`].answer)).toEqual(values);
}

const changed = (at, value) => VALUES.with(at, value);

test("the wheel shows 0 as a filled hub and a blank as none", async ({ page, app }) => {
  const rate = await rating(page, app);
  await expectValues(app, rate, VALUES);
});

test("holding a segment shows number and pole above the finger, sliding changes them, lifting sets", async ({ page, app }) => {
  const rate = await rating(page, app);
  const { wheel, sheet } = rate;
  const finger = await wheel.finger();
  const from = await wheel.cell(0, OF, 3);
  await finger.down(from);
  await expect(wheel.bubble).toContainText("3");
  await expect(wheel.bubble).toContainText("Fills the hour");
  const bubble = await wheel.bubble.boundingBox();
  expect(bubble.y + bubble.height, "the finger does not cover the bubble").toBeLessThan(from.y);
  await wheel.expectDrawn(changed(0, 3));
  await rate.expectRows(VALUES);

  const to = await wheel.cell(0, OF, 9);
  await finger.slide(from, to);
  await expect(wheel.bubble).toContainText("9");
  await expect(wheel.bubble).toContainText("Plans lessons that go somewhere");
  await wheel.expectDrawn(changed(0, 9));
  await finger.up();
  await expect(wheel.bubble).toHaveCount(0);
  await sheet.expectOpenFor(TEXTS[0]);
  await sheet.expectValue(9);
  await expectValues(app, rate, changed(0, 9));
});

test("the hub is 0 and beyond the rim is 10, in the segment that is held", async ({ page, app }) => {
  const rate = await rating(page, app);
  const { wheel, sheet } = rate;
  const finger = await wheel.finger();
  const from = await wheel.cell(2, OF, 6);
  const beyond = await wheel.place(2, OF, 1.25);
  // Slid across the middle and over another segment: it stays the one that was taken hold of.
  const across = await wheel.place(6, OF, 0.02);
  await finger.down(from);
  await finger.slide(from, beyond);
  await expect(wheel.bubble.getByText("10", { exact: true })).toBeVisible();
  await finger.slide(beyond, across);
  await expect(wheel.bubble.getByText("0", { exact: true })).toBeVisible();
  await wheel.expectDrawn(changed(2, 0));
  await finger.up();
  await sheet.expectOpenFor(TEXTS[2]);
  await sheet.expectValue(0);
  await sheet.close.click();
  await sheet.expectClosed();
  await expectValues(app, rate, changed(2, 0));

  const again = await wheel.finger();
  await again.down(from);
  await again.slide(from, beyond);
  await again.up();
  await sheet.expectValue(10);
  await expectValues(app, rate, changed(2, 10));
});

test("Escape restores while the finger is down", async ({ page, app }) => {
  const rate = await rating(page, app);
  const { wheel, sheet } = rate;
  const finger = await wheel.finger();
  const from = await wheel.cell(4, OF, 9);
  await finger.down(from);
  await expect(wheel.bubble).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(wheel.bubble).toHaveCount(0);
  await finger.slide(from, await wheel.cell(4, OF, 1));
  await finger.up();
  await sheet.expectClosed();
  await expectValues(app, rate, VALUES);
});

test("a second tap on the same place never clears", async ({ page, app }) => {
  const rate = await rating(page, app);
  for (const _ of [1, 2]) {
    await rate.wheel.tap(6, OF, 4);
    await rate.sheet.expectValue(4);
    await rate.sheet.number(4).click();
    await rate.sheet.expectValue(4);
    await rate.sheet.close.click();
    await rate.sheet.expectClosed();
    await expectValues(app, rate, changed(6, 4));
  }
});

test("one undo takes a rating on the wheel back", async ({ page, app }) => {
  const rate = await rating(page, app);
  await rate.wheel.tap(3, OF, 2);
  await rate.sheet.close.click();
  await rate.sheet.expectClosed();
  await rate.expectRow(TEXTS[3], 2);
  await app.undo.click();
  await expectValues(app, rate, VALUES);
});

test("a tap on a blank sets it, and undo makes it blank again", async ({ page, app }) => {
  const rate = await rating(page, app);
  await rate.wheel.tap(6, OF, 0);
  await rate.sheet.close.click();
  await expectValues(app, rate, changed(6, 0));
  await app.undo.click();
  await expectValues(app, rate, VALUES);
});

for (const count of [3, 12]) {
  test(`${count} attributes are rated on the wheel, each segment in its place`, async ({ page, app }) => {
    const poles = Array.from({ length: count }, (_, at) => [`Attribute ${at + 1}`, `Opposite ${at + 1}`]);
    await app.openWith(file(record({ poles })));
    await page.goto("./#/chart/chart/rate/o1/auto");
    const rate = new Rate(page);
    const values = poles.map((_, at) => (at * 4 + 1) % 11);
    for (const [at, value] of values.entries()) {
      await rate.wheel.tap(at, count, value);
      await rate.sheet.expectOpenFor(`Attribute ${at + 1}`);
      await rate.sheet.expectValue(value);
      await rate.sheet.close.click();
      await rate.sheet.expectClosed();
    }
    await rate.expectRows(values);
    await rate.wheel.expectDrawn(values);
    await expectAccessible(page);
  });
}

test("a wheel elsewhere takes no ratings", async ({ page, app }) => {
  const rate = await rating(page, app);
  await page.goto("./#/chart/chart");
  const wheel = page.getByRole("img");
  await wheel.click();
  await expect(rate.wheel.disc).toHaveCount(0);
  await rate.sheet.expectClosed();
  const { ratings } = (await app.stored()).occasions["chart/o1"];
  expect(VALUES.map((_, at) => ratings[`i${at + 1}`].answer)).toEqual(VALUES);
});

test("the bubble is in sight wherever the finger is", async ({ page, app }) => {
  const { wheel } = await rating(page, app);
  const finger = await wheel.finger();
  const { width } = page.viewportSize();
  // The disc at the window's upper edge.
  await page.evaluate(() => window.scrollBy(0, document.querySelector(".wheel-touch").getBoundingClientRect().top - 5));
  for (const segment of [0, 1, OF - 2, OF - 1]) {
    await finger.down(await wheel.cell(segment, OF, 10));
    const bubble = await wheel.bubble.boundingBox();
    expect(bubble.y, `segment ${segment}`).toBeGreaterThanOrEqual(0);
    expect(bubble.x).toBeGreaterThanOrEqual(0);
    expect(bubble.x + bubble.width).toBeLessThanOrEqual(width);
    await page.keyboard.press("Escape");
    await finger.up();
  }
});

test("on its side a phone shows the whole disc", async ({ page, app }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  const { wheel } = await rating(page, app);
  await expect(wheel.disc).toBeVisible();
  const { width, height } = await wheel.disc.boundingBox();
  expect(height).toBeCloseTo(width, 0);
  expect(height).toBeLessThan(260);
});
