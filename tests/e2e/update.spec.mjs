// A newer version of the app waits, says so, and takes over without losing anything.
import { App } from "./pages/app.mjs";
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { Library } from "./pages/library.mjs";
import { Lock } from "./pages/lock.mjs";
import { More } from "./pages/more.mjs";
import { Opening } from "./pages/opening.mjs";
import { Update } from "./pages/update.mjs";
import { Host } from "./host.mjs";
import { fixture } from "./data.mjs";
import { expect, expectAccessible, test as base } from "./fixtures.mjs";

const test = base.extend({
  host: async ({}, use) => {
    const host = await Host.open();
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.url),
});
test.use({ serviceWorkers: "allow" });

/** The app is here in one version, and the host has the next. */
async function outdated(page, app, host) {
  await app.open();
  const update = new Update(page);
  await update.expectKept(host.version);
  host.release("two");
  return update;
}

/** What is written does not get to the disk until it is let go. */
function holdWrites() {
  const { commit } = IDBTransaction.prototype;
  window.held = false;
  window.letGo = () => {};
  IDBTransaction.prototype.commit = function () {
    if (!window.held || this.mode === "readonly") return commit.call(this);
    const store = this.objectStore(this.objectStoreNames[0]);
    // A transaction lives as long as it is asked something.
    let open = true;
    window.letGo = () => (open = false);
    const ask = () => (open ? (store.count().onsuccess = ask) : commit.call(this));
    ask();
  };
}

test("a newer version waits, says so on home and under “More”, and is there after one touch", async ({ page, app, host }) => {
  const update = await outdated(page, app, host);
  expect(await update.look()).toBe("installed");
  await expect(update.ready).toBeVisible();
  await expect(update.line).toContainText("Nothing you have written is lost.");
  await expectAccessible(page);
  await app.toMore();
  await expect(update.ready).toBeVisible();
  await expectAccessible(page);
  // It waits: no other page speaks of it, and loading anew does not bring it.
  await page.goto("./#/library");
  await expect(new Library(page).make).toBeVisible();
  await expect(update.line).toHaveCount(0);
  await app.toCharts();
  await app.reload();
  await app.expectAt("Your charts");
  await expect(update.ready).toBeVisible();

  const loads = [];
  page.on("load", () => loads.push(page.url()));
  await update.use.click();
  await app.expectAt("Your charts · two");
  await app.tabs.getByRole("link", { name: "More" }).click();
  await app.expectAt("More · two");
  await expect(update.line).toHaveCount(0);
  await expect.poll(() => update.kept()).toEqual([host.version]);
  expect(loads.length, "loaded once").toBe(1);
});

test("what is found as the page is opened is offered too, and what is not wanted comes with the next start", async ({ page, context, app, host }) => {
  const update = await outdated(page, app, host);
  await app.reload();
  await expect(update.ready).toBeVisible();
  await page.close();
  const next = await context.newPage();
  await expect(async () => {
    await new App(next).open();
    await expect(new App(next).heading).toHaveText("Your charts · two", { timeout: 500 });
  }).toPass();
  await expect.poll(() => new Update(next).kept()).toEqual([host.version]);
});

test("a write in flight is waited for, and all that was written is in the newer version", async ({ page, app, host }) => {
  await page.addInitScript(holdWrites);
  await new Update(page).noteWhatIsTold();
  const update = await outdated(page, app, host);
  expect(await update.look()).toBe("installed");
  await new Home(page).first.click();
  await page.evaluate(() => (window.held = true));
  await new Frame(page).subject.pressSequentially("singer of old songs");
  await expect(app.saving).toHaveAttribute("data-saving", "saving");
  await page.evaluate(() => (location.hash = "#/"));
  await update.use.click();
  await expect(update.line).toContainText("what you wrote is being saved first");
  expect(await update.told()).toEqual([]);
  await page.evaluate(() => {
    window.held = false;
    window.letGo();
  });
  await app.expectAt("Your charts · two");
  await new Home(page).cards.first().click();
  await expect(new Frame(page).subject).toHaveValue("singer of old songs");
});

test("where something cannot be saved, the newer version is not taken, and the line says so", async ({ page, app, host }) => {
  await page.addInitScript(() => {
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () {
      return window.full ? this.abort() : commit.call(this);
    };
  });
  const update = await outdated(page, app, host);
  expect(await update.look()).toBe("installed");
  await new Home(page).first.click();
  await page.evaluate(() => (window.full = true));
  await new Frame(page).subject.pressSequentially("singer");
  await expect(app.saving).toHaveAttribute("data-saving", "failed");
  await page.evaluate(() => (location.hash = "#/"));
  await update.use.click();
  await expect(update.line).toContainText("could not be saved yet");
  await expectAccessible(page);
  await page.evaluate(() => (window.full = false));
  // It is tried again every few seconds.
  await expect(app.saving).toHaveAttribute("data-saving", "saved", { timeout: 10_000 });
  await app.expectAt("Your charts");
  await update.use.click();
  await app.expectAt("Your charts · two");
  await expect(new Home(page).cards).toContainText("An excellent singer");
});

test("what is just for now is not lost to a newer version", async ({ page, app, host }) => {
  await new Update(page).noteWhatIsTold();
  const update = await outdated(page, app, host);
  expect(await update.look()).toBe("installed");
  const library = new Library(page);
  await library.open();
  await library.cards.filter({ hasText: "An excellent singer" }).first().click();
  await library.openMore();
  await library.forNow.click();
  await new Frame(page).subject.fill("tenor");
  await app.expectSaved();
  await page.evaluate(() => (location.hash = "#/"));
  await expect(new Home(page).cards).toContainText("just for now");
  await update.use.click();
  await expect(update.line).toContainText("just for now and would be gone");
  expect(await update.told()).toEqual([]);
  await app.expectAt("Your charts");
});

test("another window goes on with the version that it has, as long as it is open", async ({ page, context, app, host }) => {
  const update = await outdated(page, app, host);
  const old = host.version;
  const other = await context.newPage();
  await other.addInitScript(() => {
    const { fetch } = window;
    window.late = true;
    window.fetch = (...asked) => (window.late && `${asked[0]}`.includes("en-GB.pages") ? Promise.reject(new TypeError("late")) : fetch(...asked));
  });
  const there = new App(other);
  await there.open();
  const before = await update.kept();
  expect(await update.look()).toBe("installed");
  await update.use.click();
  await app.expectAt("Your charts · two");
  expect(before).toHaveLength(1);
  expect((await update.kept()).sort()).toEqual([...before, old].sort());

  // Its second part, words and styles are fetched only now, when the host has them no more.
  await host.stop();
  await context.setOffline(true);
  await there.expectAt("Your charts");
  await other.evaluate(() => (window.late = false));
  await there.tabs.getByRole("link", { name: "More" }).click();
  await there.expectAt("More");
  await new Opening(other).pickAndTakeIn(fixture("singer"));
  await there.expectSaved();
  const library = new Library(other);
  await library.open();
  await library.look("Mentor skills audit");

  await other.evaluate(() => (window.late = true));
  await other.goto("./#/");
  await there.reload();
  await there.expectAt("Your charts · two");
  await expect.poll(() => update.kept()).toEqual([old]);
});

test("two newer versions one after the other: each window keeps its own until it is loaded anew", async ({ page, context, app, host }) => {
  const update = await outdated(page, app, host);
  const second = await context.newPage();
  await new App(second).open();
  expect(await update.look()).toBe("installed");
  await update.use.click();
  await app.expectAt("Your charts · two");
  const third = await context.newPage();
  await new App(third).open();
  await new App(third).expectAt("Your charts · two");
  host.release("three");
  expect(await update.look()).toBe("installed");
  await update.use.click();
  await app.expectAt("Your charts · three");
  const words = (window) => window.evaluate(async () => (await (await fetch("words/en-GB.json")).json()).HomeTitle);
  expect([await words(second), await words(third), await words(page)]).toEqual(["Your charts", "Your charts · two", "Your charts · three"]);
  expect(await update.kept()).toHaveLength(3);
  await second.close();
  await third.close();
  await app.reload();
  await expect.poll(() => update.kept()).toEqual([host.version]);
});

test("a window whose newer version another window has taken needs only be loaded anew", async ({ page, context, app, host }) => {
  const update = await outdated(page, app, host);
  const other = await context.newPage();
  const there = new App(other);
  await there.open();
  const elsewhere = new Update(other);
  await expect(elsewhere.ready).toBeVisible();
  await update.look();
  await update.use.click();
  await app.expectAt("Your charts · two");
  await there.expectAt("Your charts");
  await expect(elsewhere.ready).toBeVisible();
  await elsewhere.use.click();
  await there.expectAt("Your charts · two");
  await expect.poll(() => update.kept()).toEqual([host.version]);
});

test("in front of a lock the newer version can be had as well", async ({ page, app, host }) => {
  const lock = new Lock(page);
  await app.openWith(fixture("singer"));
  await lock.turnOn();
  await lock.expectOn();
  const update = new Update(page);
  await update.expectKept(host.version);
  await app.reload();
  await lock.expectLocked();
  host.release("two");
  expect(await update.look()).toBe("installed");
  await expect(update.ready).toBeVisible();
  await expectAccessible(page);
  const loaded = page.waitForEvent("load");
  await update.use.click();
  await loaded;
  await lock.expectLocked();
  await expect.poll(() => update.kept()).toEqual([host.version]);
  await expect(update.line).toHaveCount(0);
  await lock.unlock();
  await page.goto("./#/");
  await app.expectAt("Your charts · two");
  await expect(new Home(page).cards).toHaveCount(1);
});
