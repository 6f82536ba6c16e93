// Out and back in: record files, what is no record file, the rescue file, the printed page.
import { truncateSync, writeFileSync } from "node:fs";
import { App } from "./pages/app.mjs";
import { Chart } from "./pages/chart.mjs";
import { Give } from "./pages/give.mjs";
import { download } from "./pages/closing.mjs";
import { Home } from "./pages/home.mjs";
import { More } from "./pages/more.mjs";
import { Opening } from "./pages/opening.mjs";
import { Recovery } from "./pages/recovery.mjs";
import { Storage } from "./pages/storage.mjs";
import { file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test, watch } from "./fixtures.mjs";

const FIXTURES = ["singer", "teacher-twice", "twenty-long"];

test("a file carries everything to another browser and back", async ({ page, app, browser, baseURL }) => {
  await app.openWith(fixture("singer"));
  for (const name of FIXTURES.slice(1)) await app.openWith(fixture(name));
  await app.toStorage();
  const storage = new Storage(page);
  const first = await download(storage.save);
  expect(first.name).toMatch(/^roundel-\d{4}-\d{2}-\d{2}\.roundel\.json$/);
  await expect(storage.lastCopy).toContainText("Last copy: ");

  const context = await browser.newContext({ baseURL });
  const problems = watch(context, baseURL);
  const elsewhere = await context.newPage();
  const there = new App(elsewhere);
  await there.open();
  await new Home(elsewhere).expectEmpty();
  await there.openWith({ name: first.name, mimeType: "application/json", buffer: Buffer.from(first.text) });
  await there.expectAt("Your charts");
  await expect(elsewhere.getByText("3 charts were added.")).toBeVisible();
  await there.toMore();
  await there.reload();
  await there.toStorage();
  const second = await download(new Storage(elsewhere).save);
  const records = ({ text }) => JSON.parse(text).records.sort((a, b) => a.id.localeCompare(b.id));
  expect(records(second)).toEqual(records(first));
  // And what was brought in is what the fixtures hold, word for word.
  const brought = FIXTURES.flatMap((name) => JSON.parse(fixture(name).buffer).records).sort((a, b) => a.id.localeCompare(b.id));
  expect(records(first)).toMatchObject(brought);
  expect(problems).toEqual([]);
  await context.close();
});

test("a file of one chart is named after it", async ({ page, app }) => {
  await app.openWith(fixture("singer"));
  const give = new Give(page);
  await give.open("singer", "file");
  const { name, text } = await download(give.save);
  expect(name).toMatch(/^attributes-of-an-excellent-singer-\d{4}-\d{2}-\d{2}\.roundel\.json$/);
  expect(JSON.parse(text).notice).toBe("My own ratings, for my development. Not an inspection or appraisal.");
});

test("opening the same file again changes nothing, and it says so", async ({ page, app }) => {
  await app.openWith(file(record()));
  const before = await app.stored();
  await app.toMore();
  const opening = new Opening(page);
  await opening.pick(file(record()));
  await expect(opening.main).toContainText("Everything in this file is here already.");
  await expect(opening.takeIn).toHaveCount(0);
  await expectAccessible(page);
  expect(await app.stored()).toEqual(before);
  await opening.of("Here already").getByRole("link", { name: "An excellent music teacher" }).click();
  await new Chart(page).expectTitle("An excellent music teacher");
});

const text = (content) => ({ name: "x.roundel.json", mimeType: "application/json", buffer: Buffer.from(content) });
const whole = fixture("singer").buffer;
for (const [what, picked, sentence] of [
  ["a broken file", text("{ this is no JSON"), "This file is broken or cut off"],
  ["an empty file", text(""), "This file is broken or cut off"],
  ["a file of bytes", { ...text(""), buffer: Buffer.from([0xff, 0xfe, 0, 1, 2, 0x80]) }, "This file is broken or cut off"],
  ["a file cut off in the middle", { ...text(""), buffer: whole.subarray(0, whole.length / 2) }, "This file is broken or cut off"],
  ["somebody else's JSON", text('{"name":"my-app","version":1}'), "This file was not made by Roundel"],
  ["a list", text("[1, 2, 3]"), "This file was not made by Roundel"],
  ["a file of a newer version", text(JSON.stringify({ ...JSON.parse(whole), version: 99 })), "This file was made by a newer version of Roundel"],
  ["a file without charts", text('{"format":"roundel","version":1,"records":[]}'), "there is no chart in it that can be read"],
]) {
  test(`${what} gets a plain sentence and changes nothing`, async ({ page, app }) => {
    await app.openWith(file(record()));
    const before = await app.stored();
    await app.toMore();
    const opening = new Opening(page);
    await opening.pick(picked);
    await expect(opening.said).toContainText(sentence);
    await expect(opening.said).toContainText("Nothing here has changed.");
    await expect(opening.takeIn).toHaveCount(0);
    await expectAccessible(page);
    await app.expectSaved();
    expect(await app.stored()).toEqual(before);
    await app.toCharts();
    await expect(new Home(page).cards).toHaveCount(1);
  });
}

test("a file of 50 MB gets a plain sentence and changes nothing", async ({ page, app }, testInfo) => {
  const path = testInfo.outputPath("large.roundel.json");
  writeFileSync(path, whole);
  truncateSync(path, 50 * 1024 * 1024);
  await app.open();
  const opening = new Opening(page);
  await opening.pick(path);
  await expect(opening.said).toHaveText("This file is too large to be a Roundel file (more than 40 MB). Nothing here has changed.");
  expect((await app.stored()).heads).toEqual({});
  // The button there takes a good one.
  await opening.pickAndTakeIn(fixture("singer"));
  await new Chart(page).expectTitle("Attributes of an excellent singer");
});

test("one part that cannot be read is left out and said", async ({ page, app }) => {
  await app.open("#/more");
  const opening = new Opening(page);
  await opening.pick(file([record(), { id: "" }]));
  await expect(opening.main).toContainText("1 part of the file cannot be read and would be left out.");
  await opening.takeIn.click();
  await new Chart(page).expectTitle("An excellent music teacher");
});

test.describe("the rescue file", () => {
  test.use({ allowed: /^(console|page error): / });
  test("opens in another browser, with everything in it", async ({ page, app, browser, baseURL }) => {
    await app.openWith(fixture("teacher-twice"));
    await app.openWith(fixture("singer"));
    const before = await app.stored();
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "404" }));
    await page.reload();
    const recovery = new Recovery(page);
    await recovery.expectShown();
    const { name, content } = await recovery.saveFile();

    const context = await browser.newContext({ baseURL });
    const elsewhere = await context.newPage();
    const there = new App(elsewhere);
    await there.openWith({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });
    expect(await there.stored()).toEqual(before);
    await there.toCharts();
    await expect(new Home(elsewhere).cards).toHaveCount(2);
    await context.close();
  });
});

for (const [name, title, said] of [
  ["singer", "Attributes of an excellent singer", "Fred Bloggs · 22 April 2013 · first time"],
  ["teacher-twice", "An excellent music teacher", "13 July 2015 · end of a course or year"],
  ["twenty-long", "An excellent teacher of everything", "15 January 2026"],
]) {
  test(`the fixture ${name} opens, shows and prints`, async ({ page, app }) => {
    await app.openWith(fixture(name));
    const [{ instrument, targets, id }] = JSON.parse(fixture(name).buffer).records;
    const chart = new Chart(page);
    await chart.expectTitle(title);
    await expect(chart.article).toContainText(said);
    await expect(chart.wheel).toBeVisible();
    for (const { text, set_aside } of instrument.items) {
      if (!set_aside) await expect(chart.item(text)).toBeVisible();
    }
    await expectAccessible(page);
    await app.toCharts();
    await expect(new Home(page).card(title)).toBeVisible();
    await expectAccessible(page);

    await page.goto(`./#/chart/${id}`);
    await page.emulateMedia({ media: "print" });
    await expect(app.tabs).toBeHidden();
    await expect(chart.rateAgain).toBeHidden();
    await expect(app.saving).toBeHidden();
    await expect(chart.article).toContainText("My own ratings, for my development.");
    await expect(chart.wheel).toBeVisible();
    for (const { what, hows } of targets) {
      await expect(chart.targets.getByText(what)).toBeVisible();
      for (const how of hows) await expect(chart.targets.getByText(how)).toBeVisible();
    }
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
  });
}

test("several charts opened in an empty app are told of", async ({ page, app }) => {
  await app.open();
  await new Opening(page).pickAndTakeIn(file([record(), record({ id: "other" })]));
  await expect(new Home(page).cards).toHaveCount(2);
  await expect(page.getByText("2 charts were added.")).toBeVisible();
});
