// What goes wrong around the app: no room left on the device, a window that forgets, a browser that keeps nothing.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { App } from "./pages/app.mjs";
import { Attributes } from "./pages/attributes.mjs";
import { Chart } from "./pages/chart.mjs";
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { Opening } from "./pages/opening.mjs";
import { Rate } from "./pages/rate.mjs";
import { Storage, saveCopy } from "./pages/storage.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, expectAccessible, test, watch } from "./fixtures.mjs";
import { Room } from "./room.mjs";

const [FIRST, SECOND] = POLES.map(([text]) => text);
const RATE = "#/chart/chart/rate/o1/auto";
const WORDS = "SYNTHETIC: three lessons in a row";

/** Says yes to leaving; gives what was asked. */
function leaving(page) {
  const asked = [];
  page.on("dialog", (dialog) => (asked.push(dialog.type()), dialog.accept()));
  return asked;
}

/** What was left for the next start, row by row. */
const left = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("roundel.row.")));

test.describe("no room left", () => {
  const SAVED = { timeout: 20_000 };
  const expectNotSaved = async (app) => {
    await expect(app.saving).toHaveAttribute("data-saving", "failed");
    await expect(app.saving).toContainText("Not saved: there is no room left. Your work is still on the screen");
  };
  const expectSavedByItself = (app) => expect(app.saving).toHaveAttribute("data-saving", "saved", SAVED);

  test("what is rated and written stays on the screen, goes into a file, and is kept once there is room", async ({ page, app, baseURL }) => {
    const room = await Room.of(page, baseURL);
    const rate = await Rate.begin(page, app, record());
    await app.expectSaved();
    const before = await app.stored();
    await room.use();
    await rate.range(FIRST).press("7");
    await expectNotSaved(app);
    await rate.open(FIRST).click();
    await rate.sheet.why.fill(WORDS);
    await rate.sheet.close.click();
    await rate.expectRow(FIRST, 7);
    await expectNotSaved(app);
    expect(await app.stored()).toEqual(before);
    const { records } = await saveCopy(app);
    expect(records[0].occasions[0].ratings.i1).toMatchObject({ answer: 7, why: WORDS });
    await expectNotSaved(app);
    await page.goto(`./${RATE}`);
    await room.make();
    await expectSavedByItself(app);
    expect(await left(page)).toEqual([]);
    await app.reload();
    await rate.expectRow(FIRST, 7);
    expect((await app.stored()).occasions["chart/o1"].ratings.i1).toMatchObject({ answer: 7, why: WORDS });
  });

  test("leaving is asked about first, and after a reload all of it is there and goes on waiting", async ({ page, app, baseURL }) => {
    const asked = leaving(page);
    const room = await Room.of(page, baseURL);
    const rate = await Rate.begin(page, app, record());
    await app.expectSaved();
    await room.use();
    await rate.range(FIRST).press("7");
    await expectNotSaved(app);
    await app.reload();
    expect(asked).toEqual(["beforeunload"]);
    await rate.expectRow(FIRST, 7);
    await expectNotSaved(app);
    await rate.range(SECOND).press("4");
    await app.reload();
    await rate.expectRow(FIRST, 7);
    await rate.expectRow(SECOND, 4);
    expect((await app.stored()).occasions["chart/o1"].ratings.i1.answer).toBeNull();
    await room.make();
    await expectSavedByItself(app);
    expect(await left(page)).toEqual([]);
    expect((await app.stored()).occasions["chart/o1"].ratings).toMatchObject({ i1: { answer: 7 }, i2: { answer: 4 } });
  });

  test("charts that are taken in then are there, and kept together with what was there", async ({ page, app, baseURL }) => {
    leaving(page);
    const room = await Room.of(page, baseURL);
    await app.openWith(file(record()));
    await app.toMore();
    await room.use();
    const two = ["taken", "taken too"].map((title, at) => record({ id: `t${at}`, title, times: [[5, 6]] }));
    await new Opening(page).pickAndTakeIn(file(two));
    await expectNotSaved(app);
    expect((await saveCopy(app)).records).toHaveLength(3);
    await app.reload();
    await app.toCharts();
    await expect(new Home(page).cards).toHaveCount(3);
    expect(Object.keys((await app.stored()).heads)).toEqual(["chart"]);
    await room.make();
    await expectSavedByItself(app);
    const { heads, occasions } = await app.stored();
    expect(Object.keys(heads)).toEqual(["chart", "t0", "t1"]);
    expect(occasions["t1/o1"].ratings.i2.answer).toBe(6);
  });

  test("the very first chart is begun all the same", async ({ page, app, baseURL }) => {
    leaving(page);
    const room = await Room.of(page, baseURL);
    await app.open();
    await room.use();
    await new Home(page).first.click();
    const frame = new Frame(page);
    await frame.subject.fill("SYNTHETIC swimmer");
    await expectNotSaved(app);
    await expectAccessible(page);
    await app.reload();
    await expect(frame.subject).toHaveValue("SYNTHETIC swimmer");
    await room.make();
    await expectSavedByItself(app);
    expect(Object.values((await app.stored()).heads)).toMatchObject([{ subject: "SYNTHETIC swimmer" }]);
  });
});

test("in a window that forgets, as a private one does, all works as ever, and what it forgets is said", async ({ browser, baseURL }) => {
  const open = async () => {
    const context = await browser.newContext({ baseURL, serviceWorkers: "block" });
    const page = await context.newPage();
    return { context, page, app: new App(page) };
  };
  const { context, page, app } = await open();
  const rate = await Rate.begin(page, app, record());
  await rate.range(FIRST).press("7");
  await app.expectSaved();
  await app.reload();
  await rate.expectRow(FIRST, 7);
  await app.toStorage();
  await new Storage(page).folded("When browsers clear").click();
  await expect(page.getByText("A private window forgets everything when it is closed.")).toBeVisible();
  const { again } = await saveCopy(app);
  await context.close();
  const next = await open();
  await next.app.open();
  await new Home(next.page).expectEmpty();
  await next.app.openWith(again);
  await next.page.goto(`./${RATE}`);
  await new Rate(next.page).expectRow(FIRST, 7);
  await next.context.close();
});

test("where the browser is set to let sites keep nothing, that stands there, and work is taken away as a file", async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), "roundel-blocked-"));
  mkdirSync(join(profile, "Default"));
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), baseURL, serviceWorkers: "block" });
  try {
    const problems = watch(context, baseURL);
    const [page] = context.pages();
    const app = new App(page);
    await app.open();
    const refused = await page.evaluate(async () => {
      const error = (door) => {
        try {
          return door();
        } catch ({ name }) {
          return name;
        }
      };
      const opening = indexedDB.open("other");
      const database = new Promise((done) => {
        opening.onerror = () => done(opening.error.name);
        opening.onsuccess = () => done("opened");
      });
      return [error(() => typeof localStorage), error(() => typeof sessionStorage), await database];
    });
    expect(refused).toEqual(["SecurityError", "SecurityError", "UnknownError"]);
    const warning = page.getByText("This browser does not let Roundel keep anything.");
    await expect(warning).toBeVisible();
    const asked = leaving(page);
    await new Home(page).first.click();
    await new Frame(page).subject.fill("SYNTHETIC swimmer");
    await new Frame(page).next.click();
    const attributes = new Attributes(page);
    await attributes.addAll(["Floats", "Glides"]);
    await expect(app.saving).toHaveText("Not kept");
    await expect(warning).toBeVisible();
    const { records, again } = await saveCopy(app);
    expect(records[0].instrument.items).toMatchObject([{ text: "Floats" }, { text: "Glides" }]);
    await expect(page.getByText("Nothing is kept, because this browser does not allow it.")).toBeVisible();
    await app.toMore();
    await app.reload();
    expect(asked).toEqual(["beforeunload"]);
    await app.toCharts();
    await new Home(page).expectEmpty();
    await app.toMore();
    await new Opening(page).pickAndTakeIn(again);
    await expect(new Chart(page).item("Glides")).toBeVisible();
    expect(problems).toEqual([]);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
});
