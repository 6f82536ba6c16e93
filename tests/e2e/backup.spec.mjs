// A copy of everything, and back: what a file would bring is said before it is taken in, and can be taken back.
import { readFileSync } from "node:fs";
import { App } from "./pages/app.mjs";
import { Chart } from "./pages/chart.mjs";
import { download } from "./pages/closing.mjs";
import { Home } from "./pages/home.mjs";
import { Opening } from "./pages/opening.mjs";
import { Storage } from "./pages/storage.mjs";
import { POLES, file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEACHER = "An excellent music teacher";
const LATER = Date.UTC(2015, 5, 1);

/** A chart rated once; `said` are ratings that were made later, by the number of the attribute. */
function chart(answers, said = {}, rest = {}) {
  const made = record({ times: [Object.assign(answers, { finished: true })], ...rest });
  for (const [id, answer] of Object.entries(said)) {
    Object.assign(made.occasions[0].ratings[id], { answer, changed_at: LATER });
  }
  return made;
}

const of = (...records) => file(records, "copy.roundel.json", { version: 4 });
const EARLIER = [4, 5, 6];
const older = () => of(chart([...EARLIER]));
const newer = () => of(chart([...EARLIER], { i1: 7, i4: 3 }));

/** What rows say, whenever they were changed: an undo is a change like any other. */
const said = (rows) => JSON.parse(JSON.stringify(rows, (name, value) => (["changed_at", "place"].includes(name) ? undefined : value)));

test("what a file would bring is said first, and nothing is written before it is taken in", async ({ page, app }) => {
  await app.openWith(older());
  const before = await app.stored();
  await app.toMore();
  const opening = new Opening(page);
  await opening.pick(newer());
  const together = opening.of("Here and in the file");
  await expect(together).toContainText(TEACHER);
  await expect(together).toContainText("From the file would come: 1 rating.");
  await expect(opening.lines()).toHaveText([`${POLES[0][0]} · 13 June 20144 gives way to 7`]);
  await expect(opening.heading).toBeFocused();
  await expectAccessible(page);
  await app.expectSaved();
  expect(await app.stored()).toEqual(before);

  await opening.notNow.click();
  await app.expectAt("Your charts");
  expect(await app.stored()).toEqual(before);

  await opening.pickAndTakeIn(newer());
  await new Chart(page).expectTitle(TEACHER);
  await app.expectSaved();
  const { ratings } = (await app.stored()).occasions["chart/o1"];
  expect([ratings.i1.answer, ratings.i2.answer, ratings.i4.answer]).toEqual([7, 5, 3]);
  await app.undo.first().click();
  await app.expectSaved();
  expect(said((await app.stored()).occasions)).toEqual(said(before.occasions));
});

test("what another window changes meanwhile is in the report", async ({ page, app, context }) => {
  await app.openWith(older());
  await app.toMore();
  const opening = new Opening(page);
  await opening.pick(newer());
  await expect(opening.lines()).toHaveText([`${POLES[0][0]} · 13 June 20144 gives way to 7`]);
  const other = await context.newPage();
  const there = new App(other);
  await there.open();
  await there.takeIn(of(chart([...EARLIER], { i1: 7 })));
  await expect(opening.lines()).toHaveCount(0);
  await expect(opening.of("Here and in the file")).toContainText("From the file would come: 1 rating.");
});

test("an older file takes nothing away, and says what in it is older", async ({ page, app }) => {
  await app.openWith(newer());
  const before = await app.stored();
  await app.toMore();
  const opening = new Opening(page);
  await opening.pick(older());
  await expect(opening.main).toContainText("Everything in this file is here already.");
  await expect(opening.takeIn).toHaveCount(0);
  await opening.main.getByText("1 thing in the file is older and gives way").click();
  await expect(opening.lines("Here already")).toHaveText([`${POLES[0][0]} · 13 June 20144 gives way to 7`]);
  await expectAccessible(page);
  expect(await app.stored()).toEqual(before);
});

test("in whichever order two copies are taken in, the same is kept", async ({ page, app, browser, baseURL }) => {
  const one = () => of(chart([4, 5], { i1: 7, i3: 2 }), chart([1], {}, { id: "only-one" }));
  const other = () => of(chart([4, 5], { i2: 9, i4: 8 }), chart([2], {}, { id: "only-other" }));
  await app.openWith(one());
  await app.openWith(other());
  const context = await browser.newContext({ baseURL });
  const there = new App(await context.newPage());
  await there.openWith(other());
  await there.openWith(one());
  const kept = async (each) => {
    const { heads, occasions, targets } = await each.stored();
    return { heads, occasions, targets };
  };
  const here = await kept(app);
  expect(Object.keys(here.heads)).toHaveLength(3);
  expect(await kept(there)).toEqual(here);
  await context.close();
});

test("several charts are taken in together, told of and taken back in one step", async ({ page, app }) => {
  await app.openWith(older());
  const before = await app.stored();
  await app.toMore();
  const opening = new Opening(page);
  await opening.pick(of(chart([...EARLIER], { i1: 7 }), chart([1], {}, { id: "new", subject: "mentor" })));
  await expect(opening.of("New here")).toContainText("An excellent mentor");
  await opening.takeIn.click();
  await app.expectAt("Your charts");
  await expect(page.getByText("1 chart was added. 1 chart was brought together with the one in the file.")).toBeVisible();
  await expect(new Home(page).cards).toHaveCount(2);
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(new Home(page).cards).toHaveCount(1);
  await app.expectSaved();
  const { heads, occasions } = await app.stored();
  expect(said({ heads, occasions })).toEqual(said({ heads: before.heads, occasions: before.occasions }));
});

test("a long report is folded", async ({ page, app }) => {
  const poles = Array.from({ length: 20 }, (_, at) => [`Attribute ${at + 1}`, `Opposite ${at + 1}`]);
  const ids = poles.map((_, at) => `i${at + 1}`);
  const rated = (answer, said = {}) => of(chart(poles.map(() => answer), said, { poles }));
  await app.openWith(rated(3));
  await app.toMore();
  const opening = new Opening(page);
  await opening.pick(rated(3, Object.fromEntries(ids.map((id) => [id, 8]))));
  await expect(opening.lines()).toHaveCount(20);
  await expect(opening.lines().nth(5)).toBeVisible();
  await expect(opening.lines().nth(6)).toBeHidden();
  await opening.main.getByText("14 more").click();
  await expect(opening.lines().nth(19)).toBeVisible();
  await expectAccessible(page);
});

test("the address by itself opens nothing and offers to pick a file", async ({ page, app }) => {
  await app.open("#/opening");
  const opening = new Opening(page);
  await expect(opening.said).toContainText("No file is picked.");
  await expectAccessible(page);
  await opening.pick(older());
  await expect(opening.takeIn).toBeVisible();
  await app.reload();
  await expect(opening.said).toContainText("No file is picked.");
  await expect(opening.takeIn).toHaveCount(0);
});

test("a file that a mail program or phone has called .json.txt opens all the same", async ({ page, app }) => {
  await app.open();
  const opening = new Opening(page);
  const accepted = (await opening.file.getAttribute("accept")).split(",");
  expect(accepted).toContain(".txt");
  await opening.pickAndTakeIn({ ...older(), name: "copy.roundel.json.txt", mimeType: "text/plain" });
  await new Chart(page).expectTitle(TEACHER);
});

test("a copy locked with a passphrase opens with it and with no other", async ({ page, app, browser, baseURL }) => {
  await app.openWith(newer());
  await app.toStorage();
  const storage = new Storage(page);
  await storage.withPassphrase.click();
  await expectAccessible(page);
  await storage.saveLocked.click();
  await expect(page.getByText("Type a passphrase first.")).toBeVisible();
  await storage.passphrase.fill("two pianos, one stool");
  await storage.again.fill("two pianos");
  await storage.saveLocked.click();
  await expect(page.getByText("The two are not the same.")).toBeVisible();
  await storage.again.fill("two pianos, one stool");
  const { name, text } = await download(storage.saveLocked);
  expect(name).toMatch(/^roundel-locked-\d{4}-\d{2}-\d{2}\.roundel\.json$/);
  expect(text).not.toContain(POLES[0][0]);
  await expect(storage.passphrase).toHaveValue("");
  await expect(storage.lastCopy).toContainText("Last copy: ");

  const context = await browser.newContext({ baseURL });
  const elsewhere = await context.newPage();
  const there = new App(elsewhere);
  await there.open();
  const opening = new Opening(elsewhere);
  await opening.pick({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await there.expectAt("This file is locked");
  await expect(opening.passphrase).toHaveAttribute("type", "password");
  await expect(opening.passphrase).toHaveAttribute("autocomplete", "off");
  await expectAccessible(elsewhere);
  await opening.passphrase.fill("two pianos, two stools");
  await opening.passphrase.press("Enter");
  await expect(opening.main).toContainText("This passphrase does not open it.");
  await expect(opening.passphrase).toHaveValue("two pianos, two stools");
  await opening.show.check();
  await expect(opening.passphrase).toHaveAttribute("type", "text");
  expect((await there.stored()).heads).toEqual({});
  await opening.passphrase.fill("two pianos, one stool");
  await opening.passphrase.press("Enter");
  await opening.takeIn.click();
  await new Chart(elsewhere).expectTitle(TEACHER);
  await there.expectSaved();
  expect((await there.stored()).occasions).toEqual((await app.stored()).occasions);
  await context.close();
});

test("a file that another program has locked opens", async ({ page, app }) => {
  const buffer = readFileSync(new URL("../fixtures/locked.json", import.meta.url));
  await app.open();
  const opening = new Opening(page);
  await opening.pick({ name: "locked.json", mimeType: "application/json", buffer });
  await opening.passphrase.fill("Zwölf Monate – café 🎵");
  await opening.unlock.click();
  await opening.takeIn.click();
  await new Chart(page).expectTitle("Synthetic chart – né à Zürich 🎵");
});

test("without a secure connection nothing is locked or unlocked, and that is said", async ({ page, app }) => {
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined }));
  await app.openWith(older());
  await app.toStorage();
  await new Storage(page).withPassphrase.click();
  await expect(page.getByText("only lock and unlock on pages that came over a secure connection")).toBeVisible();
  const buffer = readFileSync(new URL("../fixtures/locked.json", import.meta.url));
  const opening = new Opening(page);
  await opening.pick({ name: "locked.json", mimeType: "application/json", buffer });
  await expect(opening.said).toContainText("secure connection");
});

test.describe("the reminder", () => {
  const now = () => Date.now();
  const changed = (count, at, rest = {}) => {
    const ids = POLES.slice(0, count).map((_, index) => `i${index + 1}`);
    const made = chart(POLES.map(() => 4), {}, rest);
    for (const id of ids) made.occasions[0].ratings[id].changed_at = at;
    return made;
  };

  test("it is asked for a copy once enough has changed, and no more after one", async ({ page, app }) => {
    await app.openWith(of(chart(POLES.map(() => 4))));
    await app.toCharts();
    const home = new Home(page);
    await expect(home.reminder).toContainText("There is no copy of your charts outside this browser yet.");
    await expect(home.reminder.getByRole("link", { name: "Save a copy" })).toHaveAttribute("href", "#/storage");
    await expectAccessible(page);
    await app.toStorage();
    await download(new Storage(page).save);
    await app.toCharts();
    await expect(home.cards).toHaveCount(1);
    await expect(home.reminder).toHaveCount(0);
    // Eight ratings and two attributes later it is time again.
    const more = changed(8, now() + 60_000);
    for (const id of ["x1", "x2"]) more.instrument.items.push({ id, text: id, opposite: "", origin: "own", changed_at: now() + 60_000 });
    await app.openWith(of(more));
    await app.reload();
    await app.toCharts();
    await expect(home.reminder).toContainText(/^1\d changes since your last copy \(\d+ \w+ \d{4}\)\./);
  });

  test("“Not now” is an answer for this sitting, and until ten more changes", async ({ page, app }) => {
    await app.openWith(of(chart(POLES.map(() => 4))));
    await app.toCharts();
    const home = new Home(page);
    await home.reminder.getByRole("button", { name: "Not now" }).click();
    await expect(home.reminder).toHaveCount(0);
    await app.reload();
    await app.expectWholeHome();
    await expect(home.cards).toHaveCount(1);
    await expect(home.reminder).toHaveCount(0);
    await app.openWith(of(chart(POLES.map(() => 5), {}, { id: "another" })));
    await app.toCharts();
    await app.reload();
    await expect(home.reminder).toBeVisible();
  });

  test("whoever was offered a copy at the closing is not asked on home in the same sitting", async ({ page, app }) => {
    await app.openWith(of(chart(POLES.map(() => 4))));
    await page.goto("./#/chart/chart/make/8");
    await page.getByRole("link", { name: "Done" }).click();
    await app.toCharts();
    const home = new Home(page);
    await expect(home.cards).toHaveCount(1);
    await expect(home.reminder).toHaveCount(0);
    await app.reload();
    await expect(home.reminder).toBeVisible();
  });

  test("nobody is asked while rating, nor for the sample", async ({ page, app }) => {
    await app.open();
    const home = new Home(page);
    await home.sample.click();
    await app.expectAt(TEACHER);
    await app.toCharts();
    await expect(home.cards).toHaveCount(1);
    await expect(home.reminder).toHaveCount(0);
    const today = new Date().toISOString().slice(0, 10);
    const open = record({ id: "open", times: [POLES.map(() => 4), POLES.map(() => null)] });
    Object.assign(open.occasions[1], { rated_on: today, refers_to: today });
    await app.openWith(of(open));
    await app.toCharts();
    await expect(home.cards).toHaveCount(2);
    await expect(home.reminder).toHaveCount(0);
  });
});
