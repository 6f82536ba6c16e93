// The mentor skills audit: filled in twice, ten months apart, and compared by section and statement.
// All answers are SYNTHETIC: nobody gave them.
import { readFileSync } from "node:fs";
import { Compare } from "./pages/compare.mjs";
import { Fill } from "./pages/fill.mjs";
import { Home } from "./pages/home.mjs";
import { Library } from "./pages/library.mjs";
import { Result } from "./pages/result.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const form = JSON.parse(readFileSync(new URL("../../public/instruments/mentor-skills-audit.json", import.meta.url))).instrument;
const SECTIONS = form.sections.map(({ id, name }) => ({ name, texts: form.items.filter(({ section }) => section === id).map(({ text }) => text) }));
const TEXTS = form.items.map(({ text }) => text);
const ANCHORS = form.scale.anchors.map(({ words }) => words);

// SYNTHETIC. Section by section: 5, 4, 4, 3, 2, 4, 4, 3.
const THEN = [4, 5, 3, 4, 5, 2, 3, 4, 4, 3, 4, "n/a", 3, 2, 3, 3, 4, 4, 5, 4, null, null, 4, 4, 3, 3, 5, 2, 3];
const NOW = [5, 5, 3, 3, 5, 3, 4, 4, 5, 4, 4, "n/a", 4, 3, 3, 4, 4, 5, 5, 4, 4, 4, 5, 4, 4, 2, 5, 4, 3];

const SEPTEMBER = new Date("2013-09-16T10:00:00");
const JULY = new Date("2014-07-14T10:00:00");

const numbers = (answers) => answers.filter(Number.isInteger);
const bySection = (answers) => {
  let at = 0;
  return SECTIONS.map(({ texts }) => answers.slice(at, (at += texts.length)));
};
const mean = (list) => (list.reduce((sum, each) => sum + each, 0) / list.length).toFixed(1);

async function begin(page, app) {
  await page.clock.setFixedTime(SEPTEMBER);
  await app.open("#/library");
  const library = new Library(page);
  await library.look("Mentor skills audit");
  await library.begin.click();
  const fill = new Fill(page);
  await fill.expectItem(TEXTS[0]);
  return fill;
}

test("twice, ten months apart, compared by section and statement", async ({ page, app }) => {
  test.setTimeout(120_000);
  const fill = await begin(page, app);
  await expectAccessible(page);
  await fill.giveAll(SECTIONS, THEN);
  await expect(fill.heading).toHaveText("2 left open");
  await expect(fill.lines).toHaveCount(2);
  await expectAccessible(page);
  await fill.result.click();

  const result = new Result(page);
  await app.expectAt("Mentor skills audit");
  await expect(result.count).toHaveText("27 of 29 answered.");
  await result.expectStrengths(TEXTS.filter((_, at) => THEN[at] >= 4));
  await expect(result.folded("Room to develop")).not.toHaveAttribute("open");
  await expect(result.folded(`Room to develop (${numbers(THEN).filter((each) => each < 4).length})`)).toBeVisible();
  await expect(result.folded("Doesn’t apply to me (1)").locator("summary")).toBeVisible();
  await expect(result.folded("Left open (2)").locator("summary")).toBeVisible();
  for (const [at, answers] of bySection(THEN).entries()) {
    const said = numbers(answers);
    const of = answers.filter((each) => each !== "n/a").length;
    const words = said.length * 4 >= of * 3 ? `${mean(said)} (${said.length} of ${of} answered)` : `${said.length} of ${of} answered, too few for a mean`;
    await expect(result.section(SECTIONS[at].name).locator("summary")).toHaveText(`${at + 1} ${SECTIONS[at].name} · ${words}`);
  }
  // 2 of 4 are too few, and no mean is made of them.
  await expect(result.section("Being open and accessible")).toContainText("2 of 4 answered, too few for a mean");
  await expectAccessible(page);
  await app.expectSaved();

  await app.reload();
  await page.clock.setFixedTime(JULY);
  await result.rateAgain.click();
  await fill.expectItem(TEXTS[0]);
  await expect(fill.chosen).toHaveCount(0);
  await expect(fill.main).toContainText("Your earlier ratings are hidden");
  await fill.giveAll(SECTIONS, NOW);
  await expect(fill.heading).toHaveText("All answered");
  await fill.finish.click();

  const compare = new Compare(page);
  await compare.expectHere();
  const pairs = THEN.map((then, at) => [then, NOW[at]]).filter(([then, now]) => Number.isInteger(then) && Number.isInteger(now));
  const count = (test) => pairs.filter(([then, now]) => test(now - then)).length;
  const [higher, same, lower] = [count((by) => by > 0), count((by) => by === 0), count((by) => by < 0)];
  await expect(compare.sentence).toHaveText(
    `You rated ${pairs.length} of 29 both times: ${higher} higher, ${same} the same, ${lower} lower.`,
  );
  for (const [at, { name, texts }] of SECTIONS.entries()) {
    const section = page.locator(".section-change").nth(at);
    await expect(section.getByRole("heading", { level: 3 }).first()).toHaveText(`${at + 1} ${name}`);
    const both = bySection(THEN)[at].map((then, place) => [then, bySection(NOW)[at][place]]);
    const matched = both.filter(([then, now]) => Number.isInteger(then) && Number.isInteger(now)).map(([then, now]) => now - then);
    // Subtract first, round last.
    const by = matched.reduce((sum, each) => sum + each, 0) / matched.length;
    const sign = Math.abs(by) < 0.05 ? "" : by > 0 ? "+" : "−";
    const words = `Mean change ${sign}${Math.abs(by).toFixed(1)}, over ${matched.length} answered both times`;
    // As with the means, less than three quarters do not speak for the section.
    const applied = both.filter((pair) => !pair.includes("n/a")).length;
    if (matched.length * 4 >= applied * 3) await expect(section).toContainText(words);
    else await expect(section).not.toContainText("Mean change");
    await section.locator("summary").click();
    await expect(section.locator("[data-item] h3")).toHaveText(texts);
  }
  const last = page.locator(".section-change").last().locator("[data-item]");
  await expect(last.nth(1)).toContainText("2 higher");
  await expect(last.nth(0)).toContainText("At the best end then already: no room to rise.");
  await expectAccessible(page);
  await app.expectSaved();
  const { occasions } = await app.stored();
  const days = Object.values(occasions).map(({ rated_on, ratings }) => [rated_on, form.items.map(({ id }) => ratings[id].answer)]);
  const stored = (answers) => answers.map((each) => (each === "n/a" ? "does-not-apply" : each));
  expect(days.sort()).toEqual([
    ["2013-09-16", stored(THEN)],
    ["2014-07-14", stored(NOW)],
  ]);
});

test("an answer is shown before the next statement comes", async ({ page, app }) => {
  const fill = await begin(page, app);
  await expect(fill.section).toHaveText("Personal style");
  await expect(fill.answers).toHaveText(ANCHORS.map((words, at) => `${at + 1}${words}`));
  const wide = await fill.main.evaluate((main) => main.getBoundingClientRect().width);
  for (const row of await fill.answers.all()) {
    const box = await row.boundingBox();
    expect(box.height).toBeGreaterThanOrEqual(44);
    expect(box.width).toBeGreaterThan(Math.min(wide, 640) * 0.85);
  }
  await fill.expectProgress(1, 29, 0);
  await page.clock.pauseAt(new Date("2013-09-16T11:00:00"));
  await fill.answer(4).click();
  await expect(fill.answer(4)).toHaveAttribute("aria-pressed", "true");
  await page.clock.runFor(290);
  await fill.expectItem(TEXTS[0]);
  await page.clock.runFor(20);
  await fill.expectItem(TEXTS[1]);
  await fill.expectProgress(2, 29, 1);
});

test("a second thought within the moment counts, and moves on once", async ({ page, app }) => {
  const fill = await begin(page, app);
  await page.clock.pauseAt(new Date("2013-09-16T11:00:00"));
  await fill.answer(2).click();
  await page.clock.runFor(200);
  await fill.answer(3).click();
  await page.clock.runFor(200);
  await fill.expectItem(TEXTS[0]);
  await page.clock.runFor(400);
  await fill.expectItem(TEXTS[1]);
  await fill.back.click();
  await fill.expectItem(TEXTS[0]);
  await expect(fill.chosen).toHaveAttribute("data-number", "3");
});

test("it stays where it is when asked to, also after a reload", async ({ page, app }) => {
  const fill = await begin(page, app);
  await fill.moveOn.uncheck();
  await fill.answer(4).click();
  await app.expectSaved();
  await app.reload();
  await fill.expectItem(TEXTS[0]);
  await expect(fill.moveOn).not.toBeChecked();
  await expect(fill.chosen).toHaveAttribute("data-number", "4");
  // Nothing is to happen, however long it takes.
  await page.clock.install();
  await fill.answer(5).click();
  await page.clock.runFor(60_000);
  await fill.expectItem(TEXTS[0]);
  await fill.next.click();
  await fill.expectItem(TEXTS[1]);
});

test("does not apply, left open and a number are three different things", async ({ page, app }) => {
  const fill = await begin(page, app);
  await fill.give(1);
  await fill.expectItem(TEXTS[1]);
  await fill.give("n/a");
  await fill.expectItem(TEXTS[2]);
  await fill.give(null);
  await fill.expectItem(TEXTS[3]);
  await fill.expectProgress(4, 29, 2);
  await fill.addNote.click();
  await expect(fill.note).toBeFocused();
  await fill.note.fill("SYNTHETIC note");
  await fill.give(5);
  await fill.expectItem(TEXTS[4]);
  await fill.give(null);
  await expect(fill.heading).toHaveText("Personal style");
  await expect(page.locator(".answer-line-value")).toHaveText(["1", "doesn’t apply to me", "left open", "5", "left open"]);
  await expect(fill.line(TEXTS[0])).toContainText(ANCHORS[0]);
  await expectAccessible(page);
  await app.expectSaved();
  const { occasions } = await app.stored();
  const [{ ratings }] = Object.values(occasions);
  expect(form.items.slice(0, 5).map(({ id }) => ratings[id].answer)).toEqual([1, "does-not-apply", null, 5, null]);
  expect(ratings.i04.why).toBe("SYNTHETIC note");
  // An answer is taken back by "Leave empty" alone.
  await fill.line(TEXTS[1]).click();
  await expect(fill.notApplicable).toHaveAttribute("aria-pressed", "true");
  await fill.leaveEmpty.click();
  await expect(fill.notApplicable).toHaveAttribute("aria-pressed", "false");
  await expect(fill.heading).toBeFocused();
  await fill.notApplicable.click();
  await fill.expectItem(TEXTS[2]);
  await fill.back.click();
  await fill.expectItem(TEXTS[1]);
  // As with a number, a second touch never clears.
  await fill.notApplicable.click();
  await fill.expectItem(TEXTS[2]);
  await fill.back.click();
  await expect(fill.notApplicable).toHaveAttribute("aria-pressed", "true");
});

test("back never loses, and one goes on where one left", async ({ page, app }) => {
  const fill = await begin(page, app);
  for (const at of [0, 1, 2]) {
    await fill.expectItem(TEXTS[at]);
    await fill.give(3 + (at % 3));
  }
  await fill.expectItem(TEXTS[3]);
  await page.goBack();
  await fill.expectItem(TEXTS[2]);
  await expect(fill.chosen).toHaveAttribute("data-number", "5");
  await fill.back.click();
  await fill.expectItem(TEXTS[1]);
  await expect(fill.chosen).toHaveAttribute("data-number", "4");
  await app.expectSaved();
  await app.toCharts();
  await app.reload();
  const home = new Home(page);
  await expect(home.card("Mentor skills audit")).toContainText("3 of 29 rated · carry on");
  await home.card("Mentor skills audit").click();
  await fill.expectItem(TEXTS[3]);
  await fill.expectProgress(4, 29, 3);
  await app.back.click();
  const result = new Result(page);
  await expect(result.strengths).toHaveCount(0);
  await result.carryOn.click();
  await fill.expectItem(TEXTS[3]);
});

test("nothing answered has no result, and leaves nothing behind", async ({ page, app }) => {
  const fill = await begin(page, app);
  await page.goto(`${page.url().split("/item/")[0]}/end`);
  await expect(fill.heading).toHaveText("Nothing is answered yet");
  await expect(fill.result).toHaveCount(0);
  await app.toCharts();
  await new Home(page).expectEmpty();
});

test("after the result come a day to look again, a reminder and a copy", async ({ page, app }) => {
  const fill = await begin(page, app);
  await fill.give(4);
  await fill.expectItem(TEXTS[1]);
  await page.goto(`${page.url().split("/item/")[0]}/end`);
  await expect(fill.heading).toHaveText("28 left open");
  await fill.result.click();
  const [copy] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save a copy" }).click()]);
  expect(copy.suggestedFilename()).toBe("roundel-2013-09-16.roundel.json");
  await page.getByRole("link", { name: "When will you look again?" }).click();
  await page.getByRole("button", { name: "In six months" }).click();
  const [reminder] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Remind me" }).click()]);
  expect(readFileSync(await reminder.path(), "utf8")).toContain("DTSTART;VALUE=DATE:20140316");
  await page.getByRole("link", { name: "Done" }).click();
  await expect(page.getByRole("article")).toContainText("Look again on 16 March 2014");
  await expect(page.getByRole("link", { name: "When will you look again?" })).toHaveCount(0);
});

test("rating again by mistake is ended again, and leaves no trace", async ({ page, app }) => {
  const fill = await begin(page, app);
  await fill.giveAll(SECTIONS, THEN.map((each) => each ?? 3));
  await fill.result.click();
  const result = new Result(page);
  await page.clock.setFixedTime(JULY);
  await result.rateAgain.click();
  await fill.expectItem(TEXTS[0]);
  await app.reload();
  await page.goto(`${page.url().split("/item/")[0]}/end`);
  await page.getByRole("contentinfo").getByRole("button", { name: "Done" }).click();
  await expect(result.strengths).toBeVisible();
  await app.expectSaved();
  expect(Object.keys((await app.stored()).occasions)).toHaveLength(1);
});

test("what is taken back at the end of a section is shown there", async ({ page, app }) => {
  const fill = await begin(page, app);
  for (const at of [0, 1, 2, 3, 4]) {
    await fill.expectItem(TEXTS[at]);
    await fill.give(4);
  }
  await expect(fill.heading).toHaveText("Personal style");
  await expect(page.locator(".answer-line-value")).toHaveText(["4", "4", "4", "4", "4"]);
  await app.undo.click();
  await expect(page.locator(".answer-line-value")).toHaveText(["4", "4", "4", "4", "left open"]);
});

test("a section opens from its spoke", async ({ page, app }) => {
  const fill = await begin(page, app);
  await fill.giveAll(SECTIONS, THEN.map((each) => each ?? 3));
  await fill.result.click();
  const result = new Result(page);
  await expect(result.section("Personal style").locator("details")).not.toHaveAttribute("open");
  const { width } = await result.wheel.boundingBox();
  // The first segment begins at twelve o'clock.
  await result.wheel.click({ position: { x: width / 2 + width * 0.1, y: width * 0.22 } });
  await expect(result.section("Personal style").locator("details")).toHaveAttribute("open");
  await expect(result.section("Personal style").locator(".item-text")).toHaveText(SECTIONS[0].texts);
});

test.describe("by keyboard alone", () => {
  test("a key that is held down answers one statement", async ({ page, app }) => {
    const fill = await begin(page, app);
    await fill.answer(1).focus();
    await page.keyboard.down("3");
    await fill.expectItem(TEXTS[1]);
    await expect(fill.heading).toBeFocused();
    await page.keyboard.down("3");
    await page.keyboard.down("3");
    await page.keyboard.up("3");
    await expect(fill.chosen).toHaveCount(0);
  });

  test("no digit answers where there is a 10", async ({ page, app }) => {
    await app.open("#/list/effective-networks");
    await new Library(page).begin.click();
    const ten = page.getByRole("group", { name: "Your rating" }).getByRole("button", { name: "10", exact: true });
    await ten.focus();
    await page.keyboard.type("10");
    await expect(page.locator(".number[aria-pressed=true]")).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toContainText("2 of 8");
    await page.getByRole("contentinfo").getByRole("link", { name: "Back" }).click();
    await expect(ten).toHaveAttribute("aria-pressed", "true");
  });

  test("a section, a correction, and the end", async ({ page, app }) => {
    const fill = await begin(page, app);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    for (const at of [0, 1, 2, 3, 4]) {
      await fill.expectItem(TEXTS[at]);
      // The heading of the statement has the focus once one has moved on; a digit answers from there.
      if (at === 0) {
        while (!(await fill.answer(1).evaluate((row) => row === document.activeElement))) await page.keyboard.press("Tab");
      } else {
        await expect(fill.heading).toBeFocused();
      }
      await page.keyboard.press(String(at + 1));
    }
    await expect(fill.heading).toHaveText("Personal style");
    await expect(fill.heading).toBeFocused();
    await expect(page.locator(".answer-line-value")).toHaveText(["1", "2", "3", "4", "5"]);
    await page.keyboard.press("Tab");
    await expect(fill.lines.first()).toBeFocused();
    await page.keyboard.press("Enter");
    await fill.expectItem(TEXTS[0]);
    await expect(fill.heading).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(fill.answer(2)).toBeFocused();
    await page.keyboard.press("Enter");
    await fill.expectItem(TEXTS[1]);
    await app.expectSaved();
    const { occasions } = await app.stored();
    expect(Object.values(occasions)[0].ratings.i01.answer).toBe(2);
  });
});
