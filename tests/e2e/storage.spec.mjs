// Where everything is kept: what the browser promises, the bin, earlier versions, what could not be read, and how all of
// it is deleted.
import { App } from "./pages/app.mjs";
import { Bin } from "./pages/bin.mjs";
import { Chart } from "./pages/chart.mjs";
import { Closing, download } from "./pages/closing.mjs";
import { Home } from "./pages/home.mjs";
import { More } from "./pages/more.mjs";
import { Rate } from "./pages/rate.mjs";
import { Storage } from "./pages/storage.mjs";
import { Versions } from "./pages/versions.mjs";
import { POLES, file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const SINGER = "Attributes of an excellent singer";
const TEXTS = POLES.map(([text]) => text);

/** A browser that answers so when it is asked to keep what is here, and counts how often it is. */
async function promises(page, { persisted = false, granted = false, estimate = { usage: 1_234_567, quota: 5e9 } } = {}) {
  await page.addInitScript(
    ({ persisted, granted, estimate }) => {
      window.asked = 0;
      const manager = {
        persisted: async () => persisted,
        persist: async () => ((window.asked += 1), (persisted = granted)),
        estimate: async () => estimate,
      };
      for (const [name, value] of Object.entries(manager)) StorageManager.prototype[name] = value;
    },
    { persisted, granted, estimate },
  );
}

async function toStorage(app, page) {
  await app.toMore();
  await page.getByRole("link", { name: "Keeping your charts" }).click();
  await app.expectAt("Keeping your charts");
  return new Storage(page);
}

/** Deletes the chart that is shown. */
async function remove(page) {
  const chart = new Chart(page);
  await chart.openMore();
  await chart.remove.click();
  await expect(page.getByText("It is deleted.")).toBeVisible();
}

test.describe("what the browser promises", () => {
  test("a promise that was given is said, and nothing is asked", async ({ page, app }) => {
    await promises(page, { persisted: true });
    await app.openWith(fixture("singer"));
    const storage = await toStorage(app, page);
    await expect(page.getByText("The browser has promised to keep it")).toBeVisible();
    await expect(storage.ask).toHaveCount(0);
    await expect(storage.used).toHaveText("About 1.2 MB of the 5 GB that this browser allows is in use.");
    await expectAccessible(page);
  });

  for (const [what, granted, words] of [
    ["given", true, "The browser has promised to keep it"],
    ["refused", false, "The browser does not promise it now."],
  ]) {
    test(`one that was not given can be asked for, and is ${what}`, async ({ page, app }) => {
      await promises(page, { granted });
      await app.open("#/storage");
      const storage = new Storage(page);
      await expect(page.getByText("The browser has not promised to keep it")).toBeVisible();
      expect(await page.evaluate(() => window.asked)).toBe(0);
      await storage.ask.click();
      await expect(page.getByText(words)).toBeVisible();
      await expect(storage.ask).toHaveCount(granted ? 0 : 1);
      await expectAccessible(page);
    });
  }

  test("a browser that says nothing is not spoken for", async ({ page, app }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "storage", { value: undefined }));
    await app.open("#/storage");
    const storage = new Storage(page);
    await expect(page.getByText("Everything you write is kept in this browser on this device")).toBeVisible();
    await expect(page.getByText(/promise/)).toHaveCount(0);
    await expect(storage.used).toHaveCount(0);
  });

  test("it is asked once, at the end of a first sitting", async ({ page, app }) => {
    await promises(page);
    await app.openWith(file(record({ times: [[5, 6]], making: { step: "look-again" } })));
    expect(await page.evaluate(() => window.asked)).toBe(0);
    await page.goto("./#/chart/chart/make/8");
    await new Closing(page).expectHere();
    await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
    await app.reload();
    await new Closing(page).expectHere();
    expect(await page.evaluate(() => window.asked)).toBe(0);
  });
});

test("the last copy is always in sight, and another one is saved from here", async ({ page, app }) => {
  await app.openWith(fixture("singer"));
  await app.toMore();
  await expect(new More(page).lastCopy).toHaveText("No copy has been saved from this browser yet.");
  const storage = await toStorage(app, page);
  await expect(storage.lastCopy).toHaveText("No copy has been saved from this browser yet.");
  const { name, text } = await download(storage.save);
  expect(name).toMatch(/\.roundel\.json$/);
  expect(JSON.parse(text).records).toHaveLength(1);
  await expect(storage.lastCopy).toContainText("Last copy: ");
  await app.toMore();
  await expect(new More(page).lastCopy).toContainText("Last copy: ");
});

test("what few need is folded away, and can be read", async ({ page, app }) => {
  await app.open("#/storage");
  const storage = new Storage(page);
  for (const [name, words] of [
    ["When browsers clear", "Safari clears what a website keeps"],
    ["Install Roundel as an app", "iPhone and iPad: open Roundel"],
  ]) {
    await expect(page.getByText(words)).toBeHidden();
    await storage.folded(name).first().click();
    await expect(page.getByText(words)).toBeVisible();
  }
  await expectAccessible(page);
});

test("the browser's offer to install is taken up here", async ({ page, app }) => {
  await app.open("#/storage");
  const storage = new Storage(page);
  await storage.folded("Install Roundel as an app").first().click();
  await expect(storage.install).toHaveCount(0);
  await page.evaluate(() => {
    const offer = new Event("beforeinstallprompt", { cancelable: true });
    offer.prompt = () => ((window.prompted = true), Promise.resolve());
    window.dispatchEvent(offer);
  });
  await storage.install.click();
  expect(await page.evaluate(() => window.prompted)).toBe(true);
  await expect(storage.install).toHaveCount(0);
});

test.describe("the mark on the app's icon", () => {
  const due = record({ times: [[5]], next_look: "2015-01-01" });
  const marks = (page) => page.evaluate(() => window.marks);
  const stub = (page) =>
    page.addInitScript(() => {
      window.marks = [];
      navigator.setAppBadge = async (count) => window.marks.push(count);
      navigator.clearAppBadge = async () => window.marks.push(null);
    });

  test("it is off until it is switched on, and follows what is due", async ({ page, app }) => {
    await stub(page);
    await app.openWith(file(due));
    const storage = await toStorage(app, page);
    await expect(storage.badge).not.toBeChecked();
    expect(await marks(page)).toEqual([]);
    await storage.badge.check();
    await expect.poll(() => marks(page)).toEqual([1]);
    await app.reload();
    await expect.poll(() => marks(page)).toEqual([1]);
    await page.goto("./#/chart/chart");
    await remove(page);
    await expect.poll(() => marks(page)).toEqual([1, null]);
    await page.goto("./#/storage");
    await storage.badge.uncheck();
    await app.reload();
    await expect(storage.badge).not.toBeChecked();
    expect(await marks(page)).toEqual([]);
  });

  test("it goes with everything else", async ({ page, app }) => {
    await stub(page);
    await page.addInitScript(() => {
      const { clearAppBadge } = navigator;
      navigator.clearAppBadge = async () => (sessionStorage.setItem("unmarked", "yes"), clearAppBadge());
    });
    await app.openWith(file(due));
    const storage = await toStorage(app, page);
    await storage.badge.check();
    await storage.deleteAll.click();
    await storage.dialog.word.fill("delete");
    await storage.dialog.now.click();
    await new Home(page).expectEmpty();
    expect(await page.evaluate(() => sessionStorage.getItem("unmarked"))).toBe("yes");
  });

  test("it is not spoken of where there can be none", async ({ page, app }) => {
    await page.addInitScript(() => delete Navigator.prototype.setAppBadge);
    await app.open("#/storage");
    await expect(new Storage(page).save).toBeVisible();
    await expect(new Storage(page).badge).toHaveCount(0);
  });
});

test.describe("the bin", () => {
  test("what was deleted is put back", async ({ page, app }) => {
    await app.openWith(fixture("singer"));
    await remove(page);
    await app.expectSaved();
    const storage = await toStorage(app, page);
    await expect(storage.bin).toHaveText("Bin: 1 thing");
    await storage.bin.click();
    await app.expectAt("Bin");
    const bin = new Bin(page);
    await expect(bin.row(SINGER).row).toContainText(/deleted on .* · stays until /);
    await expectAccessible(page);
    await bin.row(SINGER).putBack.click();
    await expect(bin.said).toContainText(`“${SINGER}” is back where it was.`);
    await expect(bin.empty).toBeVisible();
    await expectAccessible(page);
    await app.undo.click();
    await expect(bin.rows).toHaveCount(1);
    await bin.row(SINGER).putBack.click();
    await bin.said.getByRole("link", { name: "Look at it" }).click();
    await new Chart(page).expectTitle(SINGER);
    await app.expectSaved();
    await app.reload();
    await new Chart(page).expectTitle(SINGER);
  });

  test("what is deleted for good is asked about first", async ({ page, app }) => {
    await app.openWith(fixture("singer"));
    await remove(page);
    await page.goto("./#/bin");
    const bin = new Bin(page);
    const singer = bin.row(SINGER);
    await singer.forGood.click();
    await expect(singer.row).toContainText(`“${SINGER}” cannot be brought back then.`);
    await expectAccessible(page);
    await singer.keep.click();
    await expect(singer.row).not.toContainText("cannot be brought back");
    await singer.forGood.click();
    await singer.forGood.click();
    await expect(bin.said).toContainText("is deleted for good.");
    await expect(bin.empty).toBeVisible();
    await app.reload();
    await expect(bin.empty).toBeVisible();
    await app.expectSaved();
    expect((await app.stored()).bin).toEqual({});
  });

  test("after thirty days it is gone, once something has been done since", async ({ page, app }) => {
    await page.clock.setSystemTime(new Date("2026-05-13T10:00:00"));
    await app.openWith(file(record()));
    await app.openWith(fixture("singer"));
    await remove(page);
    await app.expectSaved();
    await page.goto("./#/bin");
    const bin = new Bin(page);
    await expect(bin.row(SINGER).row).toContainText("deleted on 13 May 2026 · stays until 12 June 2026");
    await page.clock.setSystemTime(new Date("2026-06-12T10:00:00"));
    await app.reload();
    await expect(bin.rows).toHaveCount(1);
    await page.clock.setSystemTime(new Date("2026-06-13T10:00:00"));
    await app.reload();
    // The clock alone may be ahead.
    await expect(bin.rows).toHaveCount(1);
    await page.goto("./#/chart/chart/make/2");
    await page.getByRole("textbox").first().fill("Changed since");
    await app.expectSaved();
    await page.goto("./#/bin");
    await expect(bin.empty).toBeVisible();
    await app.expectSaved();
    expect((await app.stored()).bin).toEqual({});
  });
});

test.describe("earlier versions", () => {
  test("a chart goes back to what it was, and forth again", async ({ page, app }) => {
    await app.openWith(file(record({ times: [Object.assign([5, 6, 7], { finished: true })] })));
    let versions = await Versions.open(page);
    await expect(versions.empty).toBeVisible();
    await expectAccessible(page);
    await page.goto("./#/chart/chart/make/2");
    await page.getByRole("textbox").first().fill("Another name for it");
    await app.expectSaved();
    await page.goto("./#/chart/chart");
    const chart = new Chart(page);
    await expect(chart.item("Another name for it")).toBeVisible();
    await chart.openMore();
    await page.getByRole("link", { name: "Earlier versions" }).click();
    await app.expectAt("Earlier versions");
    versions = new Versions(page);
    await expect(versions.rows).toHaveCount(1);
    await expect(versions.rows).toContainText("before a change");
    await expect(versions.rows).toContainText("3 of 8 rated · 1 attribute differs from now");
    await expectAccessible(page);
    await versions.look.click();
    await expect(versions.wheel).toBeVisible();
    await expect(versions.rows).toContainText(`${TEXTS[0]}: 5.`);
    await expectAccessible(page);
    await versions.goBack.click();
    await expect(chart.item(TEXTS[0])).toBeVisible();
    const notice = page.getByText("The chart is as it was then.").locator("..");
    await expect(notice).toBeVisible();
    await expectAccessible(page);
    await app.expectSaved();
    await Versions.open(page);
    await expect(versions.rows).toHaveCount(2);
    await notice.getByRole("button", { name: "Undo" }).click();
    await page.goto("./#/chart/chart");
    await expect(chart.item("Another name for it")).toBeVisible();
    await app.expectSaved();
    await app.reload();
    await expect(chart.item("Another name for it")).toBeVisible();
  });

  test("while a chart is rated again they show nothing of the earlier picture", async ({ page, app }) => {
    await app.openWith(file(record({ times: [Object.assign([5, 6, 7], { finished: true })] })));
    await new Chart(page).rateAgain.click();
    await new Rate(page).expectHere();
    await app.expectSaved();
    const versions = await Versions.open(page);
    await expect(versions.rows).toHaveCount(1);
    await expect(page.getByText("the earlier picture is hidden until you finish")).toBeVisible();
    await expect(versions.main.locator("canvas")).toHaveCount(0);
    await expect(versions.look).toHaveCount(0);
  });
});

test("what is told lies over nothing that cannot be brought out from under it", async ({ page, app }) => {
  await app.openWith(file(record()));
  await page.goto("./#/chart/chart");
  const chart = new Chart(page);
  await chart.openMore();
  await chart.remove.click();
  await expect(page.locator(".notice")).toBeVisible();
  const storage = await toStorage(app, page);
  await storage.deleteAll.click();
  await expect(storage.dialog.box).toBeVisible();
});

test("what could not be read is saved to a file and thrown away", async ({ page, app }) => {
  await app.openWith(file(record({ title: "Mine" })));
  await app.spoil("heads", "lost", "{ broken");
  await app.spoil("occasions", "chart/o9", { no: "text" });
  await app.reload();
  await app.expectSaved();
  const storage = await toStorage(app, page);
  await expect(page.getByText("2 parts of what was kept here could not be read.")).toBeVisible();
  const named = page.getByRole("main").getByRole("listitem").filter({ hasText: /^(A chart|The ratings of one time)/ });
  await expect(named).toHaveText(["A chart", "The ratings of one time (“Mine”)"]);
  await expectAccessible(page);
  const { text } = await download(storage.saveAside);
  expect(JSON.parse(text)).toMatchObject({ format: "roundel-rescue", stores: { heads: [["lost", "{ broken"]], occasions: [["chart/o9", '{"no":"text"}']] } });
  await storage.throwAside.click();
  await expect(page.getByText("It cannot be brought back then.")).toBeVisible();
  await expectAccessible(page);
  await storage.throwAside.click();
  await expect(page.getByText("It is thrown away.")).toBeVisible();
  await app.expectSaved();
  await app.reload();
  await expect(storage.save).toBeVisible();
  // The page has asked before.
  expect((await app.texts()).aside).toEqual({});
  await expect(storage.saveAside).toHaveCount(0);
});

test("an earlier version and a thing in the bin that cannot be read are said, set aside and named", async ({ page, app }) => {
  await app.openWith(file(record({ id: "mine", title: "Mine" })));
  await app.spoil("snapshots", "mine/001700000000000e", "{ broken");
  await app.spoil("bin", "chart/gone/0", "{ broken too");
  const said = page.getByText("1 part of what is stored here could not be read and is not shown.");
  const { empty } = await Versions.open(page, "mine");
  await expect(empty).toBeVisible();
  await expect(said).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(said).toHaveCount(0);
  await page.goto("./#/bin");
  await expect(new Bin(page).empty).toBeVisible();
  await expect(said).toBeVisible();
  await app.expectSaved();
  await toStorage(app, page);
  const named = page.getByRole("main").getByRole("listitem").filter({ hasText: /^(An earlier version|Something in the bin)/ });
  await expect(named).toHaveText(["Something in the bin", "An earlier version (“Mine”)"]);
  const { snapshots, bin, aside } = await app.texts();
  expect([snapshots, bin]).toEqual([{}, {}]);
  expect(Object.values(aside)).toEqual(["{ broken too", "{ broken"]);
});

test.describe("a browser that does not give out what was", () => {
  test.use({ allowed: /^console: / });

  test("says so on the page of the versions and in the bin, and not that there is nothing", async ({ page, app }) => {
    await page.addInitScript(() => {
      const { objectStore } = IDBTransaction.prototype;
      IDBTransaction.prototype.objectStore = function (name) {
        if (window.refusing && ["bin", "snapshots"].includes(name)) throw new DOMException("a test", "UnknownError");
        return objectStore.call(this, name);
      };
    });
    await app.openWith(file(record()));
    await page.evaluate(() => (window.refusing = true));
    const said = page.getByText("This cannot be read just now. Close other windows with Roundel, then reload this page.");
    const { empty } = await Versions.open(page);
    await expect(said).toBeVisible();
    await expect(empty).toHaveCount(0);
    await page.goto("./#/bin");
    await expect(said).toBeVisible();
    await expect(new Bin(page).empty).toHaveCount(0);
  });
});

/** What is left of the app in this browser. */
async function left(page) {
  const ours = await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("roundel.")));
  const tables = await new App(page).stored();
  return [...ours, ...Object.entries(tables).flatMap(([table, rows]) => Object.keys(rows).map((key) => `${table}/${key}`))];
}

test.describe("deleting everything", () => {
  test("it takes a word, and then nothing is left", async ({ page, app }) => {
    await app.openWith(fixture("singer"));
    await remove(page);
    await app.openWith(file(record()));
    await app.toMore();
    await new More(page).theme("Dark").check();
    const storage = await toStorage(app, page);
    await storage.deleteAll.click();
    const { dialog } = storage;
    await expect(dialog.goes).toHaveText(["1 chart", "1 thing in the bin", /^all earlier versions/, "your settings"]);
    await expect(dialog.now).toBeDisabled();
    await expectAccessible(page);
    await dialog.keep.click();
    await expect(dialog.box).toBeHidden();
    await expect(storage.deleteAll).toBeFocused();
    await storage.deleteAll.click();
    const copy = await download(dialog.copy);
    expect(JSON.parse(copy.text).records).toHaveLength(1);
    await dialog.word.fill("delet");
    await expect(dialog.now).toBeDisabled();
    await dialog.word.fill(" Delete ");
    await dialog.now.click();
    await app.expectAt("Your charts");
    await new Home(page).expectEmpty();
    await app.expectStarted();
    expect(await left(page)).toEqual(["revisions/all"]);
    expect(page.url()).toMatch(/#\/$/);
    // And what is made from now on is kept.
    await app.openWith(fixture("singer"));
    await app.reload();
    await app.toCharts();
    await expect(new Home(page).cards).toHaveCount(1);
  });

  test("another window shows nothing of it either, and brings nothing back", async ({ page, app, context }) => {
    await app.openWith(file(record()));
    const other = await context.newPage();
    const there = new App(other);
    const rate = new Rate(other);
    await there.open("#/chart/chart/rate/o1/auto");
    await rate.expectHere();
    await rate.range(TEXTS[0]).press("7");
    await there.expectSaved();
    const storage = await toStorage(app, page);
    await storage.deleteAll.click();
    await storage.dialog.word.fill("delete");
    await storage.dialog.now.click();
    await new Home(page).expectEmpty();
    await new Home(other).expectEmpty();
    await other.reload();
    await new Home(other).expectEmpty();
    expect(await left(page)).toEqual(["revisions/all"]);
  });

  test("a window that has not heard of it writes nothing back", async ({ page, app, context }) => {
    await app.openWith(file(record()));
    const other = await context.newPage();
    await other.addInitScript(() => {
      delete window.BroadcastChannel;
      // It would also find it as it comes to the front.
      for (const event of ["visibilitychange", "pageshow"]) window.addEventListener(event, (each) => each.stopImmediatePropagation());
    });
    const there = new App(other);
    const rate = new Rate(other);
    await there.open("#/chart/chart/rate/o1/auto");
    await rate.expectHere();
    await page.bringToFront();
    const storage = await toStorage(app, page);
    await storage.deleteAll.click();
    await storage.dialog.word.fill("delete");
    await storage.dialog.now.click();
    await new Home(page).expectEmpty();
    await rate.expectHere();
    await rate.range(TEXTS[0]).press("7");
    await new Home(other).expectEmpty();
    expect(await left(page)).toEqual(["revisions/all"]);
  });

  test("where it fails that is said, and everything is there", async ({ page, app }) => {
    await page.addInitScript(() => {
      const { commit } = IDBTransaction.prototype;
      IDBTransaction.prototype.commit = function () {
        return window.refusing ? this.abort() : commit.call(this);
      };
    });
    await app.openWith(file(record()));
    const storage = await toStorage(app, page);
    await storage.deleteAll.click();
    await storage.dialog.word.fill("delete");
    await page.evaluate(() => (window.refusing = true));
    await storage.dialog.now.click();
    await expect(storage.dialog.box).toContainText("It could not be deleted");
    await expectAccessible(page);
    await page.evaluate(() => (window.refusing = false));
    await app.reload();
    await app.toCharts();
    await expect(new Home(page).cards).toHaveCount(1);
  });
});

test("an entry in the calendar leads back to its chart", async ({ page, app, baseURL }) => {
  await app.openWith(file(record({ times: [Object.assign([5, 6, 7], { finished: true })], next_look: "2040-02-29" })));
  await page.goto("./#/chart/chart/make/7");
  const { text } = await download(page.getByRole("button", { name: "Remind me" }));
  expect(text.replaceAll("\r\n ", "")).toContain(`\r\nURL:${new URL("./#/chart/chart", baseURL)}\r\n`);
});
