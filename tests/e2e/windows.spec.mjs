// Two windows of the app on one store: nothing is written over, both show the newest, and of what both have changed both
// versions are kept.
import { App } from "./pages/app.mjs";
import { Chart } from "./pages/chart.mjs";
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { Rate } from "./pages/rate.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const [FIRST, SECOND, THIRD] = POLES.map(([text]) => text);
const RATE = "#/chart/chart/rate/o1/auto";

/** Another window, at an address. One that is deaf hears nothing of what others write. */
async function open(page, hash, { deaf = false } = {}) {
  const other = await page.context().newPage();
  if (deaf) await other.addInitScript(() => delete window.BroadcastChannel);
  const app = new App(other);
  await app.open(hash);
  return { page: other, app, rate: new Rate(other) };
}

async function ratings(app) {
  const { occasions } = await app.stored();
  return Object.fromEntries(Object.entries(occasions["chart/o1"].ratings).map(([item, { answer }]) => [item, answer]));
}

test("what one window writes is seen in the other at once, and both go on", async ({ page, app }) => {
  const here = await Rate.begin(page, app, record());
  await app.expectSaved();
  const there = await open(page, RATE);
  await here.range(FIRST).press("7");
  await there.rate.expectRow(FIRST, 7);
  await there.rate.range(SECOND).press("2");
  await here.expectRow(SECOND, 2);
  await here.range(FIRST).press("8");
  await there.rate.expectRow(FIRST, 8);
  await app.expectSaved();
  expect(await ratings(app)).toMatchObject({ i1: 8, i2: 2 });
  await expect(page.locator(".notice")).toHaveCount(0);
});

for (const order of ["here first", "there first"]) {
  test(`windows that have not heard of each other lose nothing: ${order}`, async ({ page, app }) => {
    await Rate.begin(page, app, record());
    await app.expectSaved();
    const [here, there] = [await open(page, RATE, { deaf: true }), await open(page, RATE, { deaf: true })];
    const acts = [
      async () => {
        await here.rate.range(FIRST).press("7");
        await here.app.expectSaved();
      },
      async () => {
        await there.rate.range(SECOND).press("2");
        await there.rate.range(THIRD).press("0");
        await there.app.expectSaved();
      },
    ];
    if (order === "there first") acts.reverse();
    for (const act of acts) await act();
    expect(await ratings(app)).toMatchObject({ i1: 7, i2: 2, i3: 0 });
    // The one that wrote last has found what the other wrote.
    const last = order === "here first" ? there : here;
    await last.rate.expectRow(FIRST, 7);
    await last.rate.expectRow(SECOND, 2);
    await expect(last.page.locator(".notice")).toHaveCount(0);
  });
}

test("in one and the same instant, windows lose nothing", async ({ page, app }) => {
  const here = await Rate.begin(page, app, record());
  await app.expectSaved();
  const there = await open(page, RATE);
  const press = (rate, text, key) =>
    rate.range(text).evaluate((range, key) => {
      range.focus();
      range.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    }, key);
  for (let round = 0; round < 10; round += 1) {
    const [a, b] = [String(round % 10), String((round + 5) % 10)];
    await Promise.all([press(here, FIRST, a), press(there.rate, SECOND, b)]);
    await here.expectRow(SECOND, Number(b));
    await there.rate.expectRow(FIRST, Number(a));
    await app.expectSaved();
    await there.app.expectSaved();
    expect(await ratings(app)).toMatchObject({ i1: Number(a), i2: Number(b) });
  }
});

test("of what both windows have changed the newer is shown, the other is kept, and that is said", async ({ page, app }) => {
  await Rate.begin(page, app, record());
  await app.expectSaved();
  const [here, there] = [await open(page, RATE, { deaf: true }), await open(page, RATE, { deaf: true })];
  await here.rate.range(FIRST).press("7");
  await here.app.expectSaved();
  await there.rate.range(FIRST).press("2");
  await there.app.expectSaved();
  await there.rate.expectRow(FIRST, 2);
  await expect(there.page.getByText("This was changed in two windows at the same time.")).toBeVisible();
  const { snapshots } = await app.stored();
  const kept = Object.entries(snapshots).filter(([key]) => key.endsWith("w"));
  expect(kept.map(([, version]) => version.occasions[0].ratings.i1.answer)).toContain(7);
  // The other window comes to the front again and shows what there is.
  await here.page.evaluate(() => window.dispatchEvent(new Event("pageshow")));
  await here.rate.expectRow(FIRST, 2);
});

test("a chart that is made, changed and deleted in one window is so in the other", async ({ page, app }) => {
  await app.openWith(file(record()));
  const other = await open(page, "#/");
  await expect(new Home(other.page).cards).toHaveCount(1);
  await app.toCharts();
  await new Home(page).another.click();
  const frame = new Frame(page);
  await frame.subject.fill("swimmer");
  await expect(new Home(other.page).card("swimmer")).toBeVisible();
  await page.goto("./#/chart/chart");
  const chart = new Chart(page);
  await chart.openMore();
  await chart.remove.click();
  await expect(new Home(other.page).cards).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(new Home(other.page).cards).toHaveCount(2);
});
