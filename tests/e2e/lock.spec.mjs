// A passphrase locks what is kept: nothing of it can be read without, and nothing is lost on the way there and back.
import { App } from "./pages/app.mjs";
import { Chart } from "./pages/chart.mjs";
import { Home } from "./pages/home.mjs";
import { Lock, PASSPHRASE } from "./pages/lock.mjs";
import { Rate } from "./pages/rate.mjs";
import { Recovery } from "./pages/recovery.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TITLE = "Synthetic secret";
const TEXTS = POLES.map(([text]) => text);
const WORDS = [TITLE, ...TEXTS, "music teacher"];
const RATE = "#/chart/chart/rate/o1/auto";
const ANOTHER = "another passphrase";
const MINUTE = 60_000;

const chart = () => record({ title: TITLE });

async function locked(page, app) {
  const lock = new Lock(page);
  await app.openWith(file(chart()));
  await lock.turnOn();
  await lock.expectOn();
  return lock;
}

test("a lock seals all that is kept, opens at the same address with the passphrase only, and keeps what is done then", async ({ page, app }) => {
  await app.openWith(file(chart()));
  const lock = new Lock(page);
  await lock.toSection();
  await lock.form("Turn the lock on").locator("summary").click();
  await expect(lock.warning).toBeVisible();
  await lock.turnOn(PASSPHRASE, "something else");
  await expect(lock.fault).toHaveText("The two are not the same. Type the new passphrase twice.");
  await lock.turnOn("short");
  await expect(lock.fault).toHaveText("That is too short: take eight characters or more.");
  expect((await lock.keptTexts()).some((text) => text.includes(TITLE)), "until then it is in clear words").toBe(true);
  await lock.turnOn();
  await lock.expectOn();
  await expect(lock.said).toHaveText("The lock is on.");
  const kept = await lock.expectKeepsNone(WORDS);
  expect(kept.filter((text) => text.startsWith("heads/chart: {\"locked\":1,"))).toHaveLength(1);

  await page.goto(`./${RATE}`);
  const rate = new Rate(page);
  await rate.expectHere();
  await expect(page).toHaveTitle("Roundel");
  await page.reload();
  await lock.expectLocked();
  const shown = await page.locator("body").innerText();
  for (const word of WORDS) expect(shown).not.toContain(word);
  expect(shown).not.toMatch(/\d/);
  await expect(lock.field).toBeFocused();
  await lock.unlock("");
  await expect(lock.fault).toHaveText("Type a passphrase first.");
  await lock.unlock("not the passphrase");
  await expect(lock.fault).toHaveText("This passphrase does not open it. Check capitals and spaces, and try again.");
  await expect(lock.field).toBeFocused();
  await expect(lock.field).toHaveValue("not the passphrase");
  await lock.show.check();
  await expect(lock.field).toHaveAttribute("type", "text");
  await lock.unlock();
  await rate.expectHere();
  await expect(app.heading).toBeFocused();
  await rate.range(TEXTS[0]).press("7");
  await app.expectSaved();
  await lock.expectKeepsNone(WORDS);
  await page.reload();
  await lock.unlock();
  await rate.expectRow(TEXTS[0], 7);
});

test("earlier versions, the bin and what was set aside are sealed too", async ({ page, app }) => {
  const rate = await Rate.begin(page, app, chart());
  await rate.range(TEXTS[0]).press("7");
  await app.expectSaved();
  await page.goto("./#/chart/chart");
  const chartPage = new Chart(page);
  await chartPage.openMore();
  await chartPage.remove.click();
  await app.expectSaved();
  const lock = new Lock(page);
  const clear = (await lock.keptTexts()).filter((text) => text.includes(TITLE)).map((text) => text.split("/")[0]);
  expect(clear).toEqual(expect.arrayContaining(["bin", "snapshots"]));
  await lock.turnOn();
  await lock.expectOn();
  await lock.expectKeepsNone(WORDS);
});

test("a note that a page has left is taken up before the lock is on, and nothing is left afterwards", async ({ page, app }) => {
  await app.openWith(file(chart()));
  const lock = new Lock(page);
  // As another window leaves it that is closed in the middle of a write.
  await page.evaluate(async (title) => {
    const data = { id: "left", title, made_on: "2014-06-13", instrument: { items: [] }, making: { step: "closing" }, occasion_order: [] };
    localStorage.setItem("roundel.row.heads/left", JSON.stringify({ version: 3, data }));
  }, `${TITLE} left`);
  await expect(async () => {
    await lock.turnOn();
    await lock.expectOn();
  }).toPass();
  await expect.poll(() => lock.keptTexts().then((texts) => texts.filter((text) => text.includes(TITLE)))).toEqual([]);
  await app.toCharts();
  await expect(new Home(page).card(`${TITLE} left`)).toBeVisible();
});

test("a passphrase is changed, and the lock turned off", async ({ page, app }) => {
  const lock = await locked(page, app);
  await lock.change("not the passphrase", ANOTHER);
  await expect(lock.fault).toHaveText("This passphrase does not open it. Check capitals and spaces, and try again.");
  await page.reload();
  await lock.unlock();
  await lock.change(PASSPHRASE, ANOTHER);
  await expect(lock.said).toHaveText("The passphrase is changed.");
  await page.reload();
  await lock.unlock();
  await expect(lock.fault).toBeVisible();
  await lock.unlock(ANOTHER);
  await lock.expectOn();
  await lock.turnOff(ANOTHER);
  await expect(lock.said).toHaveText("The lock is off.");
  expect((await lock.keptTexts()).some((text) => text.includes(TITLE))).toBe(true);
  await app.reload();
  await app.toCharts();
  await expect(new Home(page).card(TITLE)).toBeVisible();
  await expect(page).not.toHaveTitle("Roundel");
});

test("it locks again when nothing has been touched for a while, not before and not while somebody is there", async ({ page, app }) => {
  await page.clock.install();
  const lock = await locked(page, app);
  await page.goto("./#/");
  await expect(new Home(page).card(TITLE)).toBeVisible();
  await page.clock.runFor(4 * MINUTE);
  await page.keyboard.press("Tab");
  await page.clock.runFor(4 * MINUTE);
  await expect(new Home(page).card(TITLE)).toBeVisible();
  await page.clock.runFor(2 * MINUTE);
  await lock.expectLocked();
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await lock.unlock();
  await expect(new Home(page).card(TITLE)).toBeVisible();
  // The shortest time is kept.
  await lock.toSection();
  await page.getByRole("radio", { name: "1 minute", exact: true }).check();
  await page.clock.runFor(MINUTE + 10_000);
  await lock.expectLocked();
  await lock.unlock();
  await expect(page.getByRole("radio", { name: "1 minute", exact: true })).toBeChecked();
  await page.clock.runFor(MINUTE + 10_000);
  await lock.expectLocked();
});

test("a device that has slept asks for the passphrase, whatever is touched first", async ({ page, app }) => {
  await page.clock.install();
  const lock = await locked(page, app);
  await page.goto("./#/");
  await page.clock.setSystemTime(Date.now() + 20 * MINUTE);
  await page.keyboard.press("Tab");
  await lock.expectLocked();
});

test("it does not lock while something is not saved", async ({ page, app }) => {
  await page.addInitScript(() => {
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () {
      return window.refusing ? this.abort() : commit.call(this);
    };
  });
  await page.clock.install();
  const lock = await locked(page, app);
  await page.goto(`./${RATE}`);
  const rate = new Rate(page);
  await page.evaluate(() => (window.refusing = true));
  await rate.range(TEXTS[0]).press("7");
  await expect(app.saving).toHaveAttribute("data-saving", "failed");
  await lock.expectKeepsNone(WORDS);
  await page.clock.runFor(6 * MINUTE);
  await rate.expectRow(TEXTS[0], 7);
  await page.evaluate(() => (window.refusing = false));
  await page.clock.runFor(10_000);
  await lock.expectLocked();
  await lock.unlock();
  await rate.expectRow(TEXTS[0], 7);
});

test("two windows: both are locked, and a window that has not heard of it writes no clear words", async ({ page, app, context }) => {
  await app.openWith(file(chart()));
  const page2 = await context.newPage();
  const [app2, lock2] = [new App(page2), new Lock(page2)];
  await app2.open(RATE);
  const lock = new Lock(page);
  await lock.turnOn();
  await lock.expectOn();
  await lock2.expectLocked();
  await lock2.unlock();
  const rate = new Rate(page2);
  await rate.range(TEXTS[0]).press("7");
  await app2.expectSaved();
  await page.goto(`./${RATE}`);
  await new Rate(page).expectRow(TEXTS[0], 7);
  await lock.toSection();
  await lock.now.click();
  await lock.expectLocked();
  await lock2.expectLocked();
});

test.describe("without channels between windows", () => {
  test("a window that has not heard of the lock saves nothing, says so, and keeps its words on the screen", async ({ page, app, context }) => {
    await context.addInitScript(() => (window.BroadcastChannel = undefined));
    await app.openWith(file(chart()));
    const page2 = await context.newPage();
    const app2 = new App(page2);
    await app2.open(RATE);
    const lock = new Lock(page);
    await lock.turnOn();
    await lock.expectOn();
    const rate = new Rate(page2);
    await rate.range(TEXTS[0]).press("7");
    await expect(app2.saving).toHaveText("Not saved: the lock was changed in another window. What you wrote is still on the screen: save a copy, then reload this page.");
    await rate.expectRow(TEXTS[0], 7);
    await lock.expectKeepsNone(WORDS);
  });
});

test("while a part does not open the lock stays on, and that is said; set aside, it no longer holds it", async ({ page, app }) => {
  const lock = await locked(page, app);
  await app.spoil("occasions", "chart/o1", await lock.damaged("occasions", "chart/o1"));
  await lock.turnOff();
  await expect(lock.fault).toHaveText("A part of what is kept here does not open, so the lock stays on. Reload this page: that part is set aside, and then it can be turned off.");
  await lock.expectKeepsNone(WORDS);
  await page.reload();
  await lock.unlock();
  await app.expectSaved();
  await expect(page.getByRole("listitem").filter({ hasText: "The ratings of one time" })).toBeVisible();
  await lock.turnOff();
  await expect(lock.said).toHaveText("The lock is off.");
});

test("what the recovery screen saves of a locked store holds no words, and the key in its lock", async ({ page, app }) => {
  const lock = await locked(page, app);
  await page.evaluate(() => window.dispatchEvent(new CustomEvent("roundel:panic", { detail: "a test" })));
  const recovery = new Recovery(page);
  await recovery.expectShown();
  const { content } = await recovery.saveFile();
  const text = JSON.stringify(content);
  for (const word of WORDS) expect(text).not.toContain(word);
  expect(content.stores.locks).toHaveLength(1);
  expect(content.stores.heads).toHaveLength(1);
  await lock.expectKeepsNone(WORDS);
});

test.describe("a second part that is not there", () => {
  test.use({ allowed: /^console: / });

  test("leaves a locked store locked, and that is said", async ({ page, app }) => {
    await locked(page, app);
    await page.route("**/split_others.wasm", (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "404" }));
    await page.goto("about:blank");
    await page.goto("./");
    await new Recovery(page).expectShown();
    await expect(page.getByText(TITLE)).toHaveCount(0);
  });
});

test("where the browser does not encrypt, no lock is offered", async ({ page, app }) => {
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }));
  await app.open("#/storage");
  await expect(page.getByText("A lock is not possible here")).toBeVisible();
  await expect(page.getByText("Turn the lock on")).toHaveCount(0);
});

test("the lock can be used by everyone", async ({ page, app }) => {
  await app.openWith(file(chart()));
  const lock = new Lock(page);
  await lock.toSection();
  await lock.unfold("Turn the lock on");
  await expectAccessible(page);
  await lock.turnOn();
  await lock.expectOn();
  await lock.unfold("Change the passphrase");
  await lock.unfold("Turn the lock off");
  await expectAccessible(page);
  await page.reload();
  await lock.expectLocked();
  await lock.forgotten.click();
  await lock.unlock("not the passphrase");
  await expect(lock.fault).toBeVisible();
  await expectAccessible(page);
});
