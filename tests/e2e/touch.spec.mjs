// What only fingers do: two of them, a touch taken away, scrolling. On the phone alone.
import { Rate } from "./pages/rate.mjs";
import { Together } from "./pages/together.mjs";
import { Finger } from "./pages/wheel.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const VALUES = [7, 0, 5, 10, 3, 8, null, 6];
const OF = VALUES.length;

async function rating(page, app) {
  const rate = await Rate.begin(page, app, record({ times: [VALUES] }));
  await expect(rate.wheel.disc).toBeVisible();
  return rate;
}

async function expectUnchanged(app, rate) {
  await expect(rate.wheel.bubble).toHaveCount(0);
  await rate.sheet.expectClosed();
  await rate.expectRows(VALUES);
  await rate.wheel.expectDrawn(VALUES);
  await app.expectSaved();
  const { ratings } = (await app.stored()).occasions["chart/o1"];
  expect(VALUES.map((_, at) => ratings[`i${at + 1}`].answer)).toEqual(VALUES);
}

test("a second finger on the disc restores", async ({ page, app }) => {
  const rate = await rating(page, app);
  const finger = await Finger.on(page);
  await finger.down(await rate.wheel.cell(1, OF, 9));
  await expect(rate.wheel.bubble).toContainText("9");
  await finger.down(await rate.wheel.cell(5, OF, 2));
  await expect(rate.wheel.bubble).toHaveCount(0);
  await finger.move(await rate.wheel.cell(5, OF, 4));
  await finger.up();
  await expectUnchanged(app, rate);
});

test("a second finger beside the disc restores too", async ({ page, app }) => {
  const rate = await rating(page, app);
  const finger = await Finger.on(page);
  await finger.down(await rate.wheel.cell(1, OF, 9));
  await expect(rate.wheel.bubble).toContainText("9");
  const box = await rate.wheel.disc.boundingBox();
  await finger.down({ x: box.x + box.width / 2, y: box.y - 40 });
  await expect(rate.wheel.bubble).toHaveCount(0);
  await finger.up();
  await expectUnchanged(app, rate);
});

test("a touch that the browser takes away restores", async ({ page, app }) => {
  const rate = await rating(page, app);
  const finger = await Finger.on(page);
  const from = await rate.wheel.cell(1, OF, 9);
  await finger.down(from);
  await finger.slide(from, await rate.wheel.cell(1, OF, 4));
  await expect(rate.wheel.bubble).toContainText("4");
  await finger.cancel();
  await expectUnchanged(app, rate);
});

test("the page stays where it is while a finger is on the disc", async ({ page, app }) => {
  const rate = await rating(page, app);
  const finger = await Finger.on(page);
  const from = await rate.wheel.place(3, OF, 0.95);
  const to = await rate.wheel.place(0, OF, 0.95);
  const before = await page.evaluate(() => scrollY);
  await finger.down(from);
  await finger.slide(from, { x: to.x, y: to.y - 150 }, 12);
  await expect(rate.wheel.bubble).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await finger.up();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

for (const [where, place] of [
  ["beside the disc, in the wheel's corner", async (rate) => {
    const box = await rate.wheel.disc.boundingBox();
    return { x: box.x + 4, y: box.y + box.height - 4 };
  }],
  ["over the list", async (rate) => {
    const box = await rate.open(POLES[0][0]).boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }],
]) {
  test(`the page scrolls with a finger ${where}`, async ({ page, app }) => {
    const rate = await rating(page, app);
    const finger = await Finger.on(page);
    await page.evaluate(() => scrollTo(0, 0));
    const from = await place(rate);
    await finger.down(from);
    await finger.slide(from, { x: from.x, y: from.y - 200 }, 12);
    await finger.up();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await rate.expectRows(VALUES);
    await rate.sheet.expectClosed();
  });
}

test("a finger from side to side shows the next of what two look at, and up and down it scrolls", async ({ page, app }) => {
  await app.openWith(file(record({ times: [Object.assign(VALUES.slice(), { finished: true })] })));
  const together = await Together.open(page, "chart");
  await together.begin.click();
  const finger = await Finger.on(page);
  const swipe = async (from, to) => {
    await finger.down(from);
    await finger.slide(from, to, 12);
    await finger.up();
  };
  await swipe({ x: 300, y: 300 }, { x: 120, y: 310 });
  await together.expectAt(POLES[1][0], "2 of 8");
  await swipe({ x: 120, y: 300 }, { x: 300, y: 310 });
  await together.expectAt(POLES[0][0], "1 of 8");
  await page.evaluate(() => scrollTo(0, 0));
  await swipe({ x: 200, y: 500 }, { x: 190, y: 200 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  await together.expectAt(POLES[0][0], "1 of 8");
});
