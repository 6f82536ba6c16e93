// Nothing that was touched or typed is lost; where nothing can be kept, the app says so.
import { App } from "./pages/app.mjs";
import { Attributes } from "./pages/attributes.mjs";
import { Chart } from "./pages/chart.mjs";
import { download } from "./pages/closing.mjs";
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { More } from "./pages/more.mjs";
import { Opening } from "./pages/opening.mjs";
import { Rate } from "./pages/rate.mjs";
import { Storage } from "./pages/storage.mjs";
import { POLES, file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEXTS = POLES.map(([text]) => text);
const RATE = "#/chart/chart/rate/o1/auto";

async function rating(page, app) {
  const rate = await Rate.begin(page, app, record());
  await app.expectSaved();
  return rate;
}

for (const [what, act, kept] of [
  ["a number", (page, rate) => rate.range(TEXTS[0]).press("7"), { answer: 7 }],
  ["two numbers in one breath", async (page, rate) => {
    await rate.range(TEXTS[0]).focus();
    await page.evaluate(() => {
      for (const key of ["3", "8"]) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
  }, { answer: 8 }],
]) {
  for (const [how, leave] of [
    ["a reload", (page) => page.reload().then(() => page)],
    ["closing the tab", async (page) => {
      const context = page.context();
      const closed = page.waitForEvent("close");
      await page.close({ runBeforeUnload: true });
      await closed;
      const fresh = await context.newPage();
      await fresh.goto(`./${RATE}`);
      return fresh;
    }],
    ["going to another site and back", async (page) => {
      await page.goto("about:blank");
      await page.goBack();
      return page;
    }],
  ]) {
    test(`${what}, and at once ${how}: it is there`, async ({ page, app }) => {
      const rate = await rating(page, app);
      await act(page, rate);
      const after = await leave(page);
      await new App(after).expectStarted();
      await new Rate(after).expectRow(TEXTS[0], kept.answer);
    });
  }
}

test("words, and at once a reload: all of them are there", async ({ page, app }) => {
  const rate = await rating(page, app);
  await rate.open(TEXTS[0]).click();
  await rate.sheet.why.focus();
  await page.keyboard.type("Every single keystroke");
  await page.reload();
  await expect(rate.sheet.why).toHaveValue("Every single keystroke");
});

test("the first letter of the first chart, and at once a reload: it is there", async ({ page, app }) => {
  await app.open();
  await new Home(page).first.click();
  const frame = new Frame(page);
  await frame.subject.press("M");
  await page.reload();
  await expect(frame.subject).toHaveValue("M");
});

const REFUSALS = {
  "is not there": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "throws": () => (IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); }),
};

const NOTHING = () => {
  const get = () => { throw new DOMException("denied", "SecurityError"); };
  Object.defineProperty(window, "localStorage", { get });
};

for (const what of Object.keys(REFUSALS)) {
  test(`where the database ${what}, the app keeps to the small store, says so, and moves up once it can`, async ({ page, app, context }) => {
    await page.addInitScript(REFUSALS[what]);
    const rate = await rating(page, app);
    const warning = page.getByText("This browser does not let Roundel use its database.");
    await expect(warning).toBeVisible();
    await expectAccessible(page);
    await rate.range(TEXTS[0]).press("7");
    await app.expectSaved();
    await app.reload();
    await rate.expectRow(TEXTS[0], 7);
    await rate.range(TEXTS[1]).press("4");
    await app.expectSaved();
    await page.close();
    // The browser thinks better of it.
    const fresh = await context.newPage();
    const later = new App(fresh);
    await later.open(RATE);
    await new Rate(fresh).expectRow(TEXTS[0], 7);
    await new Rate(fresh).expectRow(TEXTS[1], 4);
    await later.expectSaved();
    await expect(fresh.getByText("This browser does not let Roundel use its database.")).toHaveCount(0);
    expect((await later.stored()).occasions["chart/o1"].ratings).toMatchObject({ i1: { answer: 7 }, i2: { answer: 4 } });
    await expect.poll(() => fresh.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("roundel.row.")))).toEqual([]);
  });

  test(`where the database ${what} and the small store as well, the app works from memory and says so`, async ({ page, app }) => {
    await page.addInitScript(REFUSALS[what]);
    await page.addInitScript(NOTHING);
    await app.open();
    const warning = page.getByText("This browser does not let Roundel keep anything.");
    await expect(warning).toBeVisible();
    await expectAccessible(page);
    await new Home(page).first.click();
    await new Frame(page).next.click();
    const attributes = new Attributes(page);
    await attributes.add("In memory only");
    await expect(app.saving).toHaveAttribute("data-saving", "memory");
    await expect(app.saving).toHaveText("Not kept");
    await expect(warning).toBeVisible();
    await attributes.next.click();
    // A file is the way out.
    await app.toStorage();
    const { text } = await download(new Storage(page).save);
    expect(JSON.parse(text).records[0].instrument.items).toMatchObject([{ text: "In memory only" }]);
    await app.toMore();
    await app.reload();
    await new Opening(page).pickAndTakeIn({ name: "x.roundel.json.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await expect(new Chart(page).item("In memory only")).toBeVisible();
  });
}

test("what a newer version has made is looked at and never rewritten", async ({ page, app }) => {
  const rate = await rating(page, app);
  await app.expectSaved();
  await page.goto("about:blank");
  await page.goBack();
  await page.evaluate(async () => {
    const result = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
    const database = await result(indexedDB.open("roundel"));
    const transaction = database.transaction("heads", "readwrite");
    const heads = transaction.objectStore("heads");
    for (const key of await result(heads.getAllKeys())) {
      const row = JSON.parse(await result(heads.get(key)));
      heads.put(JSON.stringify({ ...row, version: 99, new_in_99: "(synthetic)" }), key);
    }
    await new Promise((done) => (transaction.oncomplete = done));
    database.close();
  });
  const before = await app.stored();
  await app.reload();
  await rate.expectHere();
  await expect(page.getByText("A newer version of Roundel has been at work here.")).toBeVisible();
  await expect(app.saving).toHaveText("Nothing can be changed here");
  await expectAccessible(page);
  await rate.range(TEXTS[0]).press("7");
  await expect(page.getByText("Nothing can be changed here until the newer version of Roundel is loaded.")).toBeVisible();
  await rate.expectRow(TEXTS[0], null);
  await app.toCharts();
  await expect(new Home(page).cards).toHaveCount(1);
  expect(await app.stored()).toEqual(before);
});

test("a database of a newer version is not touched", async ({ page, app }) => {
  const body = '<!doctype html><title>before</title><link rel="icon" href="data:,">';
  await page.route("**/before", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("./before");
  await page.evaluate(async () => {
    const request = indexedDB.open("roundel", 99);
    await new Promise((done) => (request.onsuccess = done));
    request.result.close();
  });
  await app.open();
  await expect(page.getByText("A newer version of Roundel has been at work here.")).toBeVisible();
  const found = await page.evaluate(() => indexedDB.databases());
  expect(found).toEqual([{ name: "roundel", version: 99 }]);
});

test("where preferences cannot be kept, the app starts and works all the same", async ({ page, app }) => {
  await page.addInitScript(() => {
    const get = () => { throw new DOMException("denied", "SecurityError"); };
    Object.defineProperty(window, "localStorage", { get });
  });
  await app.openWith(fixture("singer"));
  await app.toMore();
  const more = new More(page);
  await more.theme("Dark").check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await app.toStorage();
  await download(new Storage(page).save);
  await app.expectSaved();
  await app.toMore();
  await app.reload();
  await expect(more.theme("As my device")).toBeChecked();
  await app.toCharts();
  await expect(new Home(page).cards).toHaveCount(1);
});

test("a save that fails is said, nothing is lost from the screen, and it is tried again", async ({ page, app }) => {
  await page.addInitScript(() => {
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () {
      return window.refusing ? this.abort() : commit.call(this);
    };
  });
  const rate = await rating(page, app);
  await page.evaluate(() => (window.refusing = true));
  await rate.range(TEXTS[0]).press("7");
  await expect(app.saving).toHaveAttribute("data-saving", "failed");
  await expect(app.saving).toContainText("Not saved");
  await expectAccessible(page);
  await rate.range(TEXTS[1]).press("4");
  await rate.expectRow(TEXTS[0], 7);
  expect((await app.stored()).occasions["chart/o1"].ratings.i1.answer).toBeNull();
  await page.evaluate(() => (window.refusing = false));
  await expect(app.saving).toHaveAttribute("data-saving", "saved", { timeout: 15_000 });
  await app.reload();
  await rate.expectRow(TEXTS[0], 7);
  await rate.expectRow(TEXTS[1], 4);
});

test("a part of the store that cannot be read is said and kept, and the rest is there", async ({ page, app }) => {
  await app.openWith(file(record()));
  await app.spoil("heads", "lost", "{ broken");
  await app.reload();
  await expect(page.getByText("1 part of what is stored here could not be read and is not shown.")).toBeVisible();
  await expectAccessible(page);
  await app.toCharts();
  await expect(new Home(page).cards).toHaveCount(1);
  await new Home(page).cards.click();
  const { heads, aside } = await app.texts();
  expect(Object.keys(heads)).not.toContain("lost");
  expect(Object.entries(aside)).toEqual([[expect.stringMatching(/^heads\/lost\//), "{ broken"]]);
  // It is said once, and stays where it can be saved to a file.
  await app.reload();
  await expect(page.getByText("could not be read and is not shown")).toHaveCount(0);
});

test("a connection that the browser has closed is opened again", async ({ page, app }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    window.connections = [];
    IDBFactory.prototype.open = function (...rest) {
      const request = open.apply(this, rest);
      request.addEventListener("success", () => window.connections.push(request.result));
      return request;
    };
  });
  const rate = await rating(page, app);
  const closeAll = () => page.evaluate(() => window.connections.forEach((connection) => connection.close()));
  await closeAll();
  await page.goto("./#/bin");
  await expect(page.getByText("There is nothing in the bin.")).toBeVisible();
  await page.goto(`./${RATE}`);
  await closeAll();
  await rate.range(TEXTS[0]).press("7");
  await app.expectSaved();
  await app.reload();
  await rate.expectRow(TEXTS[0], 7);
});

/** In a page of this origin that is not the app: a database of version 1 that holds a fixture's chart. Stays open. */
async function storeAsVersionOne(page, name) {
  const [record] = JSON.parse(fixture(name).buffer).records;
  const { occasions, targets, ...head } = record;
  const row = (data) => JSON.stringify({ version: 1, data });
  const rows = {
    heads: [[record.id, row(head)]],
    occasions: occasions.map((each) => [`${record.id}/${each.id}`, row(each)]),
    targets: targets.map((each) => [`${record.id}/${each.id}`, row(each)]),
  };
  await page.evaluate(async (rows) => {
    const request = indexedDB.open("roundel", 1);
    request.onupgradeneeded = () => Object.keys(rows).forEach((table) => request.result.createObjectStore(table));
    const database = (window.database = await new Promise((done) => (request.onsuccess = () => done(request.result))));
    const transaction = database.transaction(Object.keys(rows), "readwrite");
    for (const [table, pairs] of Object.entries(rows)) {
      for (const [key, text] of pairs) transaction.objectStore(table).put(text, key);
    }
    await new Promise((done) => (transaction.oncomplete = done));
  }, rows);
  return record;
}

test.describe("from before there were lists", () => {
  // The page that is not the app has no icon of its own.
  test.use({ allowed: /favicon/ });

  test("a database of version 1 is opened with all that is in it, and takes lists from then on", async ({ page, app }) => {
    await page.goto("./icons/roundel.svg");
    const { id, occasions } = await storeAsVersionOne(page, "teacher-twice");
    await page.evaluate(() => window.database.close());
    await app.open();
    await new Home(page).cards.click();
    const before = await app.stored();
    expect(Object.keys(before.occasions)).toHaveLength(occasions.length);
    expect(before.heads[id].asks_overall).toBe(undefined);
    await page.goto("./#/library");
    await page.getByRole("button", { name: "Make a list" }).click();
    await app.expectAt("Your own list");
    await app.expectSaved();
    const after = await app.stored();
    expect(Object.keys(after.instruments)).toHaveLength(1);
    expect({ ...after, instruments: {} }).toEqual({ ...before, instruments: {} });
  });

  test("a window with the older version is waited for, and that is said", async ({ page, app, context }) => {
    const older = await context.newPage();
    await older.goto("./icons/roundel.svg");
    await storeAsVersionOne(older, "teacher-twice");
    await page.goto("./");
    await expect(page.getByText("Close that window, and it goes on here.")).toBeVisible();
    await older.close();
    await app.expectStarted();
    await expect(new Home(page).cards).toHaveCount(1);
  });
});
