// A clock that was set back, as when a phone is reset: what is changed from then on is kept and counts as newer, and nothing
// of what was before goes.
import { App } from "./pages/app.mjs";
import { Attributes } from "./pages/attributes.mjs";
import { Bin } from "./pages/bin.mjs";
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { Home } from "./pages/home.mjs";
import { Opening } from "./pages/opening.mjs";
import { Rate } from "./pages/rate.mjs";
import { Storage, saveCopy } from "./pages/storage.mjs";
import { Versions } from "./pages/versions.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const [FIRST, SECOND, THIRD] = POLES.map(([text]) => text);
const RATE = "#/chart/chart/rate/o1/auto";
const TODAY = "2026-05-13T10:00:00";
const A_YEAR_BEFORE = "2025-05-13T10:00:00";
const TOMORROW = "2026-05-14T10:00:00";

/** The clock of the device says this from now on, and the app is begun anew. */
async function itIs(time, page, app) {
  await page.clock.setSystemTime(new Date(time));
  await app.reload();
}

test("what is changed from then on is kept, and is newer than what was changed before", async ({ page, app, browser, baseURL }) => {
  await page.clock.setSystemTime(new Date(TODAY));
  const rate = await Rate.begin(page, app, record());
  await rate.range(FIRST).press("7");
  await rate.range(THIRD).press("2");
  await app.expectSaved();
  const before = await saveCopy(app);
  await page.goto(`./${RATE}`);
  await itIs(A_YEAR_BEFORE, page, app);
  await rate.expectRow(FIRST, 7);
  await rate.range(FIRST).press("3");
  await rate.range(SECOND).press("5");
  await app.expectSaved();
  await app.reload();
  await rate.expectRow(FIRST, 3);
  const after = await saveCopy(app);
  const now = { [FIRST]: 3, [SECOND]: 5, [THIRD]: 2 };
  const expectNow = async (rate) => {
    for (const [text, value] of Object.entries(now)) await rate.expectRow(text, value);
  };
  // The older copy takes nothing away here, and gives way elsewhere.
  await app.toMore();
  const opening = new Opening(page);
  await opening.pick(before.again);
  await expect(opening.main).toContainText("Everything in this file is here already.");
  await expect(opening.main).toContainText("1 thing in the file is older and gives way");
  await page.goto(`./${RATE}`);
  await expectNow(rate);
  const context = await browser.newContext({ baseURL, serviceWorkers: "block" });
  const there = await context.newPage();
  const other = new App(there);
  await there.clock.setSystemTime(new Date(A_YEAR_BEFORE));
  await other.openWith(before.again);
  await other.takeIn(after.again);
  await there.goto(`./${RATE}`);
  await expectNow(new Rate(there));
  await context.close();
  await itIs(TOMORROW, page, app);
  await expectNow(rate);
  await rate.range(FIRST).press("8");
  await app.expectSaved();
  await app.reload();
  await rate.expectRow(FIRST, 8);
});

test("the bin, earlier versions and the last copy stay what they are", async ({ page, app }) => {
  const rename = async (name) => {
    await page.goto("./#/chart/chart/make/2");
    await page.getByRole("textbox", { name: "Attribute", exact: true }).first().fill(name);
    await app.expectSaved();
  };
  const expectAll = async ({ versions, name }) => {
    await app.toStorage();
    const storage = new Storage(page);
    await expect(storage.bin).toHaveText("Bin: 1 thing");
    await expect(storage.lastCopy).toHaveText("Last copy: 13 May 2026.");
    await storage.bin.click();
    await expect(new Bin(page).row("SYNTHETIC and deleted").row).toContainText("deleted on 13 May 2026 · stays until 12 June 2026");
    await expect((await Versions.open(page)).rows).toHaveCount(versions);
    await app.toCharts();
    await expect(new Home(page).cards).toHaveText([/8 attributes · rated 13 May 2026$/]);
    await new Home(page).cards.click();
    await expect(new Chart(page).item(name)).toBeVisible();
  };
  await page.clock.setSystemTime(new Date(TODAY));
  const rate = await Rate.begin(page, app, record());
  await rate.range(FIRST).press("7");
  await app.expectSaved();
  await app.takeIn(file(record({ id: "gone", title: "SYNTHETIC and deleted" })));
  const chart = new Chart(page);
  await chart.openMore();
  await chart.remove.click();
  await app.expectSaved();
  await saveCopy(app);
  await expectAll({ versions: 1, name: FIRST });

  await itIs(A_YEAR_BEFORE, page, app);
  await expectAll({ versions: 1, name: FIRST });
  await rename("SYNTHETIC, a year before");
  await expectAll({ versions: 2, name: "SYNTHETIC, a year before" });
  await expect(page.getByRole("main")).not.toContainText(/[-−]\d/);
  await itIs(TOMORROW, page, app);
  await expectAll({ versions: 2, name: "SYNTHETIC, a year before" });
  await page.goto("./#/bin");
  await new Bin(page).row("SYNTHETIC and deleted").putBack.click();
  await app.toCharts();
  await expect(new Home(page).cards).toHaveCount(2);
});

test("a time that is rated then follows the one before it", async ({ page, app }) => {
  await page.clock.setSystemTime(new Date(TODAY));
  await app.openWith(file(record({ times: [Object.assign(POLES.map(() => 4), { finished: true })] })));
  const chart = new Chart(page);
  await chart.rateAgain.click();
  const rate = new Rate(page);
  await rate.rateAll(POLES.map(([text]) => [text, 6]));
  await rate.finish.click();
  await itIs(A_YEAR_BEFORE, page, app);
  await page.goto("./#/chart/chart");
  await chart.rateAgain.click();
  await rate.rateAll(POLES.map(([text]) => [text, 9]));
  await rate.finish.click();
  const compare = new Compare(page);
  await compare.expectHere();
  await expect(compare.now.locator("option:checked")).toHaveText("13 May 2025");
  await expect(compare.readings(FIRST)).toHaveText(["June 2014: 4", "May 2025: 9"]);
  await app.expectSaved();
  await itIs(TOMORROW, page, app);
  await page.goto("./#/chart/chart");
  await expect(chart.item(FIRST)).toContainText("9");
  expect(Object.values((await app.stored()).heads)[0].occasion_order).toHaveLength(3);
});

for (const [what, later] of [["a clock that goes on", "2026-05-13T11:00:00"], ["a clock that was set back", "2025-05-13T10:00:00"]]) {
  test(`${what}: changes since the last copy are counted`, async ({ page, app }) => {
    await page.clock.setSystemTime(new Date("2026-05-13T10:00:00"));
    const rate = await Rate.begin(page, app, record());
    await rate.rateAll(POLES.map(([text]) => [text, 4]));
    await app.expectSaved();
    await page.clock.setSystemTime(new Date("2026-05-13T10:05:00"));
    await saveCopy(app);
    await page.clock.setSystemTime(new Date(later));
    await app.reload();
    await page.goto("./#/chart/chart/rate/o1/auto");
    await rate.rateAll(POLES.map(([text]) => [text, 6]));
    await page.goto("./#/chart/chart/make/2");
    const fields = new Attributes(page).fields;
    for (const at of [0, 1, 2, 3, 4]) await fields.nth(at).fill(`SYNTHETIC ${at}`);
    await app.expectSaved();
    await page.goto("./#/chart/chart/make/8");
    await page.getByRole("link", { name: "Done" }).click();
    await app.toCharts();
    await app.reload();
    await expect(new Home(page).reminder).toContainText(/^1\d changes since your last copy/);
  });
}
