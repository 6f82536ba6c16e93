// What was rated on paper is typed in: with the keyboard alone, a day of its own, nothing made up and nothing lost.
import { Attributes } from "./pages/attributes.mjs";
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { Frame } from "./pages/frame.mjs";
import { Give } from "./pages/give.mjs";
import { Home } from "./pages/home.mjs";
import { Library } from "./pages/library.mjs";
import { Matters } from "./pages/matters.mjs";
import { EmptyWheel, Paper } from "./pages/paper.mjs";
import { Rate } from "./pages/rate.mjs";
import { POLES, file, longPoles, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEXTS = POLES.map(([text]) => text);
const NONE = TEXTS.map(() => "");
/** Rated here on 13 June 2014, and over. */
const ONCE = Object.assign([9, 4, 7, 10, 3, 8, null, 6], { finished: true, whys: ["SYNTHETIC words of the first time"] });

async function fromChart(page, app) {
  await app.openWith(file(record({ times: [ONCE] })));
  const chart = new Chart(page);
  await chart.openMore();
  await page.getByRole("link", { name: "Type in from paper" }).click();
  const paper = new Paper(page);
  await paper.expectHere();
  return paper;
}

/** The occasions as they are stored, the oldest first. */
async function stored(app) {
  const { heads, occasions } = await app.stored();
  return heads.chart.occasion_order.map((id) => occasions[`chart/${id}`]);
}

const numbers = ({ ratings }) => TEXTS.map((_, at) => ratings[`i${at + 1}`].answer);

test("the numbers are typed with the keyboard alone, and what is empty stays blank", async ({ page, app }) => {
  const paper = await fromChart(page, app);
  await paper.expectNumbers(NONE);
  await expect(paper.main).not.toContainText("SYNTHETIC");
  await paper.expectCount("0 of 8 rated, 8 left empty");
  await expectAccessible(page);
  await app.tabTo(paper.number(TEXTS[0]));
  for (const [at, typed] of ["6", "0", "10", "", "–", "4", "", "9"].entries()) {
    await expect(paper.numbers.nth(at)).toBeFocused();
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
  }
  await expect(paper.keep).toBeFocused();
  await paper.expectCount("5 of 8 rated, 2 left empty, 1 doesn’t apply");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await new Compare(page).expectHere();
  await app.expectSaved();
  const [, now] = await stored(app);
  expect(numbers(now)).toEqual([6, 0, 10, null, "does-not-apply", 4, null, 9]);
  expect([now.on_paper, now.finished, now.kind]).toEqual([true, true, "interim"]);
});

test("what is no number of the scale is said and not taken", async ({ page, app }) => {
  const paper = await fromChart(page, app);
  const field = paper.number(TEXTS[1]);
  await field.pressSequentially("15");
  await expect(field).toHaveValue("15");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription("Only whole numbers from 0 to 10. It stays empty until then.");
  await paper.expectCount("0 of 8 rated, 8 left empty");
  await expectAccessible(page);
  for (const wrong of ["11", "7,5", "-3", "six"]) {
    await field.fill(wrong);
    await expect(paper.faults).toHaveCount(1);
    await paper.expectCount("0 of 8 rated, 8 left empty");
  }
  await field.fill("7");
  await expect(paper.faults).toHaveCount(0);
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
  await paper.expectCount("1 of 8 rated, 7 left empty");
  await paper.notMine(TEXTS[1]).click();
  await expect(field).toHaveValue("–");
  await paper.notMine(TEXTS[1]).click();
  await expect(field).toHaveValue("");
  await paper.expectCount("0 of 8 rated, 8 left empty");
});

test("everything is kept as it is typed, and can be gone on with", async ({ page, app }) => {
  const paper = await fromChart(page, app);
  await paper.number(TEXTS[0]).fill("6");
  await paper.openWhy(TEXTS[0]);
  await paper.why(TEXTS[0]).fill("Because it says so on the paper");
  await paper.day.fill("2014-01-15");
  await paper.number(TEXTS[7]).fill("10");
  await app.expectSaved();
  await app.reload();
  await paper.expectHere();
  await expect(paper.day).toHaveValue("2014-01-15");
  await paper.expectNumbers(["6", "", "", "", "", "", "", "10"]);
  await expect(paper.why(TEXTS[0])).toHaveValue("Because it says so on the paper");
  await app.back.click();
  const chart = new Chart(page);
  await expect(chart.article).not.toContainText("SYNTHETIC");
  await chart.carryOnRating.click();
  await paper.expectHere();
  await paper.expectNumbers(["6", "", "", "", "", "", "", "10"]);
  await paper.number(TEXTS[1]).fill("3");
  await app.undo.click();
  await paper.expectNumbers(["6", "", "", "", "", "", "", "10"]);
});

test("whoever only looks leaves no trace", async ({ page, app }) => {
  const paper = await fromChart(page, app);
  await paper.number(TEXTS[0]).focus();
  await app.back.click();
  await expect(new Chart(page).rateAgain).toBeVisible();
  await app.expectSaved();
  expect(await stored(app)).toHaveLength(1);
  await page.goBack();
  await paper.expectHere();
  await paper.keep.click();
  await expect(new Chart(page).rateAgain).toBeVisible();
  expect(await stored(app)).toHaveLength(1);
});

test("an earlier day comes in its place, and then and now are the right way round", async ({ page, app }) => {
  const paper = await fromChart(page, app);
  await expect(paper.main).toContainText("It goes after 13 June 2014, as the newest.");
  await paper.day.fill("2013-09-16");
  await expect(paper.main).toContainText("It goes before 13 June 2014 and becomes the first time.");
  for (const [at, value] of [2, 3, 4, 5, 6, 8, 7, 9].entries()) await paper.numbers.nth(at).fill(String(value));
  await paper.expectCount("8 of 8 rated");
  await paper.keep.click();
  const compare = new Compare(page);
  await compare.expectHere();
  await expect(compare.article).toContainText(/16 September 2013.*13 June 2014/);
  await expect(compare.sentence).toContainText("You rated 7 of 8 both times: 4 higher, 1 the same, 2 lower.");
  await app.expectSaved();
  const [then, now] = await stored(app);
  expect([then.rated_on, then.refers_to, then.kind, then.on_paper]).toEqual(["2013-09-16", "2013-09-16", "baseline", true]);
  expect([now.rated_on, now.kind, now.on_paper]).toEqual(["2014-06-13", "interim", undefined]);
  await app.reload();
  await compare.expectHere();
  await expect(compare.sentence).toContainText("4 higher, 1 the same, 2 lower");
});

test("a day that cannot be is said, and the one before stays", async ({ page, app }) => {
  await page.clock.setFixedTime(new Date("2015-06-13T10:00:00"));
  const paper = await fromChart(page, app);
  await expect(paper.day).toHaveValue("2015-06-13");
  await paper.day.fill("2014-12-01");
  await paper.day.fill("2015-06-14");
  await expect(paper.faults).toHaveText("That day is still to come. Until you change it, 1 December 2014 stays.");
  await expectAccessible(page);
  for (const never of ["1914-06-13", "0201-06-13", ""]) {
    await paper.day.fill(never);
    await paper.day.blur();
    await expect(paper.faults).toHaveText("You cannot have rated on that day. Until you change it, 1 December 2014 stays.");
  }
  await paper.day.fill("2014-12-02");
  await expect(paper.faults).toHaveCount(0);
  await app.expectSaved();
  expect((await stored(app))[1].rated_on).toBe("2014-12-02");
});

test("what is being rated here is not mixed with the paper", async ({ page, app }) => {
  await app.openWith(file(record({ times: [ONCE] })));
  await new Chart(page).rateAgain.click();
  const rate = new Rate(page);
  await rate.rateAll([[TEXTS[0], 5]]);
  const paper = new Paper(page);
  await paper.open("chart");
  await expect(paper.main).toContainText("You have begun to rate here.");
  await expect(paper.numbers).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Carry on rating" }).click();
  await rate.expectRow(TEXTS[0], 5);
});

test("a chart that was begun on paper is brought in: attributes, opposites, numbers", async ({ page, app }) => {
  await app.open();
  await new Home(page).first.click();
  await new Frame(page).next.click();
  const attributes = new Attributes(page);
  await expect(page.getByRole("link", { name: "Begin on paper: print an empty wheel" })).toBeVisible();
  await attributes.addAll(["Listens", "Plans", "Sings"]);
  await page.getByRole("link", { name: "I have it on paper: type in the numbers" }).click();
  const paper = new Paper(page);
  await paper.expectHere();
  await expect(paper.main).toContainText("It is the first time.");
  await paper.line("Listens").getByLabel("The opposite would be…").fill("Talks");
  await paper.day.fill("2014-09-01");
  await paper.number("Listens").fill("6");
  await paper.number("Sings").fill("0");
  await expectAccessible(page);
  await paper.expectCount("2 of 3 rated, 1 left empty");
  await paper.keep.click();
  const matters = new Matters(page);
  await matters.expectHere();
  await app.expectSaved();
  const [first] = Object.values((await app.stored()).occasions);
  expect([first.rated_on, first.kind, first.on_paper]).toEqual(["2014-09-01", "baseline", true]);
  expect(Object.values(first.ratings).map(({ answer }) => answer).sort()).toEqual([0, 6, null]);
  await app.toCharts();
  await new Home(page).card("1 September 2014").click();
  await matters.expectHere();
});

test("an audit is typed in on its own scale", async ({ page, app }) => {
  const items = [{ id: "i1", text: "I plan" }, { id: "i2", text: "I listen" }].map((item) => ({ ...item, kind: "statement", origin: "given" }));
  const form = { style: "audit", title: "Two statements", scale: { min: 1, max: 5, may_not_apply: false }, items };
  await app.openWith(file(record({ poles: [["a", ""], ["b", ""]], times: [Object.assign([2, 3], { finished: true })], instrument: form })));
  const paper = new Paper(page);
  await paper.open("chart");
  await paper.number("I plan").fill("0");
  await expect(paper.faults).toHaveText("Only whole numbers from 1 to 5. It stays empty until then.");
  await expect(paper.main.getByRole("button", { name: /Doesn’t apply/ })).toHaveCount(0);
  await paper.number("I plan").fill("5");
  await paper.number("I listen").fill("4");
  await paper.keep.click();
  await new Compare(page).expectHere();
});

test("the empty form leads to where it is typed in", async ({ page, app }) => {
  await app.openWith(file(record({ times: [ONCE] })));
  const give = new Give(page);
  await give.open("chart", "blank");
  await page.getByRole("link", { name: "Type in from paper" }).click();
  const paper = new Paper(page);
  await paper.expectHere();
  await expect(paper.numbers).toHaveCount(8);
});

for (const spokes of [8, 10, 12]) {
  test(`an empty wheel of ${spokes} is printed on one side of A4 and of A3`, async ({ page, app }) => {
    const wheel = new EmptyWheel(page);
    if (spokes === 10) {
      const library = new Library(page);
      await library.open();
      await page.getByRole("link", { name: "Begin on paper: print an empty wheel" }).click();
    } else {
      await wheel.open();
    }
    await wheel.spokes(spokes).click();
    await expect(wheel.lines).toHaveCount(spokes);
    await expect(wheel.wheel).toHaveAttribute("alt", `An empty wheel with ${spokes} segments and rings from 0 to 10, to fill in by hand.`);
    await expectAccessible(page);
    for (const [poster, sizes] of [[false, [595, 842]], [true, [842, 1191]]]) {
      await wheel.poster.setChecked(poster);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      expect(pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/).slice(1).map(Number).map(Math.round)).toEqual(sizes);
    }
    await page.emulateMedia({ media: "print" });
    const [first, second] = await wheel.lines.evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().top));
    const millimetre = 96 / 25.4;
    expect((second - first) / millimetre, "a hand can write on it").toBeGreaterThanOrEqual(8);
  });
}

test("twelve attributes with many words are one side of paper, with room to write", async ({ page, app }) => {
  const poles = longPoles(12).map(([text, opposite]) => [`${text}, also when it is late`, `${opposite}, at some length`]);
  await app.openWith(file(record({ poles, times: [Object.assign(Array(12).fill(5), { finished: true })] })));
  const give = new Give(page);
  await give.open("chart", "blank");
  for (const poster of [false, true]) {
    await page.getByRole("checkbox", { name: "A3, for the wall" }).setChecked(poster);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});
