// A forgotten passphrase or a damaged lock: nobody can open what is kept, and all of it can be deleted.
import { App } from "./pages/app.mjs";
import { Home } from "./pages/home.mjs";
import { Lock } from "./pages/lock.mjs";
import { Rate } from "./pages/rate.mjs";
import { Storage } from "./pages/storage.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TITLE = "Synthetic secret";
const [FIRST] = POLES.map(([text]) => text);
const RATE = "#/chart/chart/rate/o1/auto";
const FAILED = "It could not be deleted: the browser refuses. Everything is as it was.";

/** A locked store with one chart, whose page stands in front of it; gives all that is kept. */
async function locked(page, app) {
  const lock = new Lock(page);
  await app.openWith(file(record({ title: TITLE })));
  await lock.turnOn();
  await lock.expectOn();
  await page.goto(`./${RATE}`);
  await page.reload();
  await lock.expectLocked();
  return lock.keptTexts();
}

/** The ways on the locked page, with what is folded away unfolded. */
async function forgotten(page) {
  await new Lock(page).forgotten.click();
  return new Storage(page);
}

async function deleteAll({ deleteAll, dialog }) {
  await deleteAll.click();
  await dialog.word.fill("delete");
  await dialog.now.click();
}

/** The app is empty and at home, and nothing is kept but that all was deleted. */
async function expectNothingLeft(page) {
  await new Home(page).expectEmpty();
  await new App(page).expectStarted();
  expect(page.url()).toMatch(/#\/$/);
  const kept = await new Lock(page).keptTexts();
  expect(kept.map((text) => text.split(":")[0])).toEqual(["revisions/all"]);
}

/** Another window, at an address. One that is deaf hears nothing of what others do. */
async function another(page, { deaf }) {
  const other = await page.context().newPage();
  if (deaf) await other.addInitScript(() => delete window.BroadcastChannel);
  await other.goto(`./${RATE}`);
  await new Lock(other).expectLocked();
  return other;
}

test("whoever has forgotten the passphrase can delete everything, and begins with an empty app", async ({ page, app }) => {
  await app.toMore();
  await page.getByRole("radio", { name: "Dark" }).check();
  await locked(page, app);
  const { deleteAll, dialog } = await forgotten(page);
  await deleteAll.click();
  await expect(dialog.goes).toHaveText([/^all that is locked/, /^the lock itself/]);
  await expect(dialog.box).toContainText("Nobody can bring it back, not even us. Files you have saved stay where they are.");
  await expect(dialog.copy).toHaveCount(0);
  await expect(dialog.box).not.toContainText(/\d/);
  await dialog.word.fill("delet");
  await expect(dialog.now).toBeDisabled();
  await dialog.word.fill(" Delete ");
  await dialog.now.click();
  await expectNothingLeft(page);
  // And what is made from now on is kept, without a lock.
  await app.openWith(file(record({ title: "Synthetic and new" })));
  await app.reload();
  await app.toCharts();
  await expect(new Home(page).card("Synthetic and new")).toBeVisible();
  expect((await app.stored()).locks).toEqual({});
});

test("one question is asked before, and a way back from it changes nothing", async ({ page, app }) => {
  const before = await locked(page, app);
  const { deleteAll, dialog } = await forgotten(page);
  for (const leave of [() => dialog.keep.click(), () => page.keyboard.press("Escape")]) {
    await deleteAll.click();
    await dialog.word.fill("delete");
    await leave();
    await expect(dialog.box).toBeHidden();
    await expect(deleteAll).toBeFocused();
  }
  await deleteAll.click();
  await expect(dialog.word).toHaveValue("");
  await expect(dialog.now).toBeDisabled();
  await dialog.keep.click();
  expect(await new Lock(page).keptTexts()).toEqual(before);
  await new Lock(page).unlock();
  await new Rate(page).expectRow(FIRST, null);
});

test("where the browser refuses that is said, and the passphrase opens it all as before", async ({ page, app }) => {
  await page.addInitScript(() => {
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () {
      return window.refusing ? this.abort() : commit.call(this);
    };
  });
  const before = await locked(page, app);
  const ways = await forgotten(page);
  await page.evaluate(() => (window.refusing = true));
  await deleteAll(ways);
  await expect(ways.dialog.box).toContainText(FAILED);
  await expectAccessible(page);
  await page.evaluate(() => (window.refusing = false));
  expect(await new Lock(page).keptTexts()).toEqual(before);
  await ways.dialog.keep.click();
  await new Lock(page).unlock();
  await new Rate(page).expectHere();
});

test.describe("a damaged lock", () => {
  for (const [what, text] of [["no lock at all", "{}"], ["no text", { no: "text" }]]) {
    test(`where it is ${what}, everything can be deleted`, async ({ page, app }) => {
      await locked(page, app);
      await app.spoil("locks", "lock", text);
      await page.reload();
      await expect(page.getByText("The lock is damaged, so no passphrase opens what is kept here.")).toBeVisible();
      await expect(new Lock(page).field).toHaveCount(0);
      await expectAccessible(page);
      await deleteAll(new Storage(page));
      await expectNothingLeft(page);
    });
  }

  test("nothing can be deleted where a newer version has locked it", async ({ page, app }) => {
    await locked(page, app);
    const { locks } = await app.texts();
    await app.spoil("locks", "lock", JSON.stringify({ ...JSON.parse(locks.lock), version: 2 }));
    await page.reload();
    await expect(page.getByText("A newer version of Roundel has locked this.")).toBeVisible();
    await expect(new Storage(page).deleteAll).toHaveCount(0);
  });
});

for (const deaf of [false, true]) {
  test.describe(deaf ? "two windows that do not hear of each other" : "two windows", () => {
    test("one that stands open shows nothing of it either, and brings nothing back", async ({ page, app }) => {
      await locked(page, app);
      const other = await another(page, { deaf });
      await new Lock(other).unlock();
      const rate = new Rate(other);
      await rate.expectHere();
      await deleteAll(await forgotten(page));
      await new Home(page).expectEmpty();
      if (deaf) await rate.range(FIRST).press("7");
      await expectNothingLeft(other);
      await other.reload();
      await expectNothingLeft(other);
    });

    test("one in front of the lock does not stay there", async ({ page, app }) => {
      await locked(page, app);
      const other = await another(page, { deaf });
      const lock = new Lock(page);
      await lock.unlock();
      await app.toStorage();
      await deleteAll(new Storage(page));
      await new Home(page).expectEmpty();
      if (deaf) {
        await other.evaluate(() => window.dispatchEvent(new Event("pageshow")));
        await expect(new Lock(other).heading).toHaveCount(0);
        await new App(other).toCharts();
      }
      await expectNothingLeft(other);
    });
  });
}

test("a window that has not heard that the lock is off opens with any passphrase", async ({ page, app }) => {
  await locked(page, app);
  const other = await another(page, { deaf: true });
  const lock = new Lock(page);
  await lock.unlock();
  await lock.turnOff();
  await expect(lock.said).toHaveText("The lock is off.");
  await new Lock(other).unlock("not the passphrase");
  await new Rate(other).expectHere();
  await expect(other).not.toHaveTitle("Roundel");
});

test("all of it is done by keyboard alone, and can be used by everyone", async ({ page, app }) => {
  await locked(page, app);
  const { dialog } = new Storage(page);
  const { forgotten } = new Lock(page);
  await app.tabTo(forgotten);
  await page.keyboard.press("Enter");
  await expectAccessible(page);
  await app.tabTo(new Storage(page).deleteAll);
  await page.keyboard.press("Enter");
  await expect(dialog.box.getByRole("heading")).toBeFocused();
  await expectAccessible(page);
  await app.tabTo(dialog.word);
  await page.keyboard.type("delete");
  await app.tabTo(dialog.now);
  await page.keyboard.press("Enter");
  await expectNothingLeft(page);
});
