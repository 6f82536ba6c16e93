// Then and now: the sentence, the groups in their order, both poles, and the words of both dates.
import { Attributes } from "./pages/attributes.mjs";
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { Rate } from "./pages/rate.mjs";
import { POLES, file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEXTS = POLES.map(([text]) => text);

test("a teacher's chart, rated twice thirteen months apart", async ({ page, app }) => {
  await app.openWith(fixture("teacher-twice"));
  const chart = new Chart(page);
  await chart.thenAndNow.click();
  const compare = new Compare(page);
  await compare.expectHere();
  await expect(compare.article).toContainText("13 June 2014");
  await expect(compare.article).toContainText("13 July 2015");
  await expect(compare.sentence).toHaveText(
    "You rated 9 of 13 both times: 4 higher, 3 the same, 2 lower. 1 new, 1 set aside.",
  );
  await expect(compare.wheel).toHaveAccessibleName(
    "Wheel: June 2014 dashed, July 2015 solid. You rated 9 of 13 both times: 4 higher, 3 the same, 2 lower. 1 new, 1 set aside. Each is listed below.",
  );
  // Own words first, strengths next.
  await expect(compare.headings).toHaveText([
    "In your own words",
    "Held high both times",
    "Higher",
    "Lower",
    "The same",
    "Not rated both times",
    "New since then",
    "Set aside since then",
    "What do you make of it?",
  ]);
  await compare.expectPart("In your own words", ["Effective feedback"]);
  await expect(compare.part("In your own words").getByRole("paragraph")).toHaveText([
    "June 2014 “(synthetic) They nod and carry on as before”",
    "July 2015 “(synthetic) They answer my notes in the next lesson”",
  ]);
  await compare.expectPart("Held high both times", ["Musicianship / being musical", "Classroom behaviour management", "Having empathy for pupils"]);
  await compare.expectPart("Higher", ["Effective feedback", "Assessment for learning", "Planning"]);
  await compare.expectPart("Lower", ["Having high expectations", "Reflective practitioner"]);
  await compare.expectPart("The same", ["Demonstrate subject knowledge"]);
  await compare.expectPart("Not rated both times", ["Differentiation", "Motivating pupils"]);
  await compare.expectPart("New since then", ["Singing/using voice"]);
  await compare.expectPart("Set aside since then", ["Using student data"]);

  await expect(compare.change("Effective feedback")).toContainText("3 higher");
  await expect(compare.change("Having high expectations")).toContainText("6 lower");
  await expect(compare.change("Demonstrate subject knowledge")).toContainText("the same");
  // Blank is never 0: it has no difference, and 0 does.
  await expect(compare.readings("Differentiation")).toHaveText(["June 2014: not rated yet", "July 2015: 5"]);
  await expect(compare.readings("Motivating pupils")).toHaveText(["June 2014: 7", "July 2015: not rated yet"]);
  await expect(compare.change("Differentiation")).not.toContainText(/higher|lower|the same/);
  await expect(compare.readings("Having high expectations")).toHaveText(["June 2014: 6", "July 2015: 0"]);
  await expect(compare.readings("Singing/using voice")).toHaveText(["July 2015: 4"]);
  await expect(compare.readings("Using student data")).toHaveText(["June 2014: 5"]);
  await expect(compare.page.getByRole("radio", { name: "end of a course or year" })).toBeChecked();
  await expect(compare.article).toContainText("Not an inspection or appraisal.");
  await expectAccessible(page);
});

test("both poles stand at the ends, with the words of both dates", async ({ page, app }) => {
  const then = Object.assign([2, 5], { whys: ["(synthetic) then", ""] });
  const now = Object.assign([6, 5], { finished: true, whys: ["(synthetic) now", ""] });
  await app.openWith(file(record({ poles: POLES.slice(0, 2), times: [then, now] })));
  await new Chart(page).thenAndNow.click();
  const compare = new Compare(page);
  const change = compare.change(TEXTS[0]);
  await expect(change).toContainText(POLES[0][1]);
  await expect(change.getByText(TEXTS[0], { exact: true })).toHaveCount(2);
  // The words are folded until the row is touched.
  await expect(change.getByRole("definition")).toHaveCount(0);
  await compare.open(TEXTS[0]);
  await expect(change.getByRole("term")).toHaveText(["13 June 2014 · first time: 2 of 10", "13 June 2015 · next time: 6 of 10"]);
  await expect(change.getByRole("definition")).toHaveText(["“(synthetic) then”", "“(synthetic) now”"]);
  await compare.open(TEXTS[1]);
  await expect(compare.change(TEXTS[1]).getByRole("definition")).toHaveCount(0);
});

test("an example is told as a reason is", async ({ page, app }) => {
  const chart = record({ poles: POLES.slice(0, 2), times: [[2, 5], Object.assign([6, 5], { finished: true })] });
  chart.occasions[1].ratings.i1.example = "(synthetic) the carol concert";
  await app.openWith(file(chart));
  await new Chart(page).thenAndNow.click();
  const compare = new Compare(page);
  await expect(compare.part("In your own words").getByRole("paragraph")).toHaveText(["June 2015 “(synthetic) the carol concert”"]);
});

test("two times in one month are told apart by their days", async ({ page, app }) => {
  const chart = record({ poles: POLES.slice(0, 2), times: [[2, 5], Object.assign([6, 5], { finished: true })] });
  chart.occasions[1].rated_on = chart.occasions[1].refers_to = "2014-06-27";
  await app.openWith(file(chart));
  await new Chart(page).thenAndNow.click();
  await expect(new Compare(page).readings(TEXTS[0])).toHaveText(["13 June 2014: 2", "27 June 2014: 6"]);
});

test("the comparison fits a window that has become narrower", async ({ page, app }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  await app.openWith(fixture("teacher-twice"));
  await new Chart(page).thenAndNow.click();
  const compare = new Compare(page);
  await compare.expectHere();
  await expect(compare.wheel).toBeVisible();
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    // What is folded away is drawn when it is unfolded.
    const edges = () =>
      compare.article.evaluate((article) => {
        const shown = [...article.querySelectorAll("canvas, .change-poles, .change-head")].filter((each) => each.checkVisibility());
        return Math.max(...shown.map((each) => each.getBoundingClientRect().right));
      });
    await expect.poll(edges).toBeLessThanOrEqual(width - 15);
  }
});

test("the numbers on the wheel are those of the list", async ({ page, app }) => {
  await app.openWith(fixture("teacher-twice"));
  await new Chart(page).thenAndNow.click();
  const compare = new Compare(page);
  await expect(compare.change("Planning").locator(".item-number")).toHaveText("1");
  await expect(compare.change("Using student data").locator(".item-number")).toHaveText("13");
});

test("what this time was can be said", async ({ page, app }) => {
  await app.openWith(fixture("teacher-twice"));
  await new Chart(page).thenAndNow.click();
  const between = page.getByRole("radio", { name: "next time" });
  await between.check();
  await expect(between).toBeChecked();
  await app.expectSaved();
  await app.reload();
  await expect(between).toBeChecked();
});

// Rates all attributes again by keyboard, to the comparison.
async function rateAgain(page, values) {
  const rate = new Rate(page);
  await new Chart(page).rateAgain.click();
  await rate.expectHere();
  for (const [text, value] of values) await rate.range(text).press(String(value));
  await rate.finish.click();
  await new Compare(page).expectHere();
}

async function reword(page, app) {
  const rated = Object.assign([3, 4, 5], { finished: true });
  await app.openWith(file(record({ poles: POLES.slice(0, 3), times: [rated] })));
  const chart = new Chart(page);
  await chart.openMore();
  await expectAccessible(page);
  await chart.changeAttributes.click();
  const attributes = new Attributes(page);
  await attributes.fields.first().press("End");
  await page.keyboard.type(", together");
  await expect(attributes.question).toContainText(`You rated this when it read “${TEXTS[0]}”, opposite “${POLES[0][1]}”.`);
  await expectAccessible(page);
  return attributes;
}

test("“Same thing, better words” keeps both wordings", async ({ page, app }) => {
  const attributes = await reword(page, app);
  await attributes.same().click();
  await expect(attributes.question).toHaveCount(0);
  await page.goto("./#/chart/chart");
  const reworded = `${TEXTS[0]}, together`;
  await rateAgain(page, [[reworded, 6], [TEXTS[1], 4]]);
  const compare = new Compare(page);
  await expect(compare.sentence).toHaveText("You rated 2 of 3 both times: 1 higher, 1 the same, 0 lower.");
  const change = compare.change(reworded);
  await expect(change).toContainText("3 higher");
  await expect(change).toContainText(`Ends reworded. Then: “${TEXTS[0]}”, opposite “${POLES[0][1]}”.`);
});

test("“A different thing” sets the old one aside and adds a new one", async ({ page, app }) => {
  const attributes = await reword(page, app);
  await attributes.different().click();
  await expect(attributes.question).toHaveCount(0);
  const reworded = `${TEXTS[0]}, together`;
  await attributes.expectTexts([reworded, TEXTS[1], TEXTS[2]]);
  await page.goto("./#/chart/chart");
  await rateAgain(page, [[reworded, 6], [TEXTS[1], 5], [TEXTS[2], 1]]);
  const compare = new Compare(page);
  await expect(compare.sentence).toHaveText("You rated 2 of 4 both times: 1 higher, 0 the same, 1 lower. 1 new, 1 set aside.");
  await compare.expectPart("New since then", [reworded]);
  await compare.expectPart("Set aside since then", [TEXTS[0]]);
});

test("typed back to what it was, nothing is asked", async ({ page, app }) => {
  const attributes = await reword(page, app);
  for (const _ of ", together") await page.keyboard.press("Backspace");
  await expect(attributes.fields.first()).toHaveValue(TEXTS[0]);
  await expect(attributes.question).toHaveCount(0);
});

test("an attribute removed after it was rated is set aside, one added is new", async ({ page, app }) => {
  const rated = Object.assign([3, 4, 5], { finished: true });
  await app.openWith(file(record({ poles: POLES.slice(0, 3), times: [rated] })));
  await page.goto("./#/chart/chart/make/2");
  const attributes = new Attributes(page);
  await attributes.remove(TEXTS[1]).click();
  await attributes.add("Sings");
  await attributes.done.click();
  await rateAgain(page, [[TEXTS[0], 3], [TEXTS[2], 5], ["Sings", 8]]);
  const compare = new Compare(page);
  await expect(compare.sentence).toHaveText("You rated 2 of 4 both times: 0 higher, 2 the same, 0 lower. 1 new, 1 set aside.");
});
