// Three times over two years: made, rated once more within two weeks, rated again twice, looked back to, compared.
// All words and ratings are SYNTHETIC.
import { Attributes } from "./pages/attributes.mjs";
import { Begin } from "./pages/begin.mjs";
import { Chart } from "./pages/chart.mjs";
import { Closing } from "./pages/closing.mjs";
import { Compare } from "./pages/compare.mjs";
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { Opposites } from "./pages/opposites.mjs";
import { Rate } from "./pages/rate.mjs";
import { Step } from "./pages/step.mjs";
import { Views } from "./pages/views.mjs";
import { POLES } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const [A, B, C, D, E, F, G] = POLES.map(([text]) => text);
const BETTER = `${A}, together`;
const NEW = "Sings in tune";
const WORDS = "SYNTHETIC words of the first time";

const at = (page, day) => page.clock.setFixedTime(new Date(`${day}T10:00:00`));

/** The first sitting, with seven attributes. */
async function makeChart(page, app) {
  await at(page, "2023-09-18");
  await app.open();
  await new Home(page).first.click();
  const frame = new Frame(page);
  await frame.subject.fill("music teacher");
  await frame.next.click();
  const attributes = new Attributes(page);
  await attributes.expectHere();
  await attributes.addAll([A, B, C, D, E, F, G]);
  await attributes.next.click();
  const opposites = new Opposites(page);
  for (const [place, [text, opposite]] of POLES.slice(0, 7).entries()) {
    await opposites.expectCard(text, place + 1, 7);
    await opposites.opposite.fill(opposite);
    await opposites.next.click();
  }
  const rate = new Rate(page);
  await rate.expectHere();
  await rate.open(A).click();
  await rate.sheet.why.fill(WORDS);
  await rate.sheet.close.click();
  await rate.rateAll([[A, 4], [B, 3], [C, 6], [D, 5], [E, 10], [F, 7], [G, 2]]);
  await rate.next.click();
  for (const title of ["Which matter most to you?", "What, and how?", "When will you look again?"]) {
    const step = new Step(page, title);
    await step.expectHere();
    await step.next.click();
  }
  const closing = new Closing(page);
  await closing.expectHere();
  await closing.done.click();
  await new Chart(page).expectTitle("An excellent music teacher");
  // What is hidden later is shown now.
  await expect(new Chart(page).item(A)).toContainText(WORDS);
  await expect(new Chart(page).item(A).locator(".item-value")).toHaveText("4");
  await app.expectSaved();
}

/** Whether the page "More" of the chart offers the first time once more on this day. */
async function expectSteadyOffered(page, app, day, offered) {
  await at(page, day);
  await app.reload();
  const chart = new Chart(page);
  await chart.openMore();
  await expect(chart.changeAttributes).toBeVisible();
  await expect(chart.steady).toHaveCount(offered ? 1 : 0);
}

/** No earlier number or word, neither to see nor to hear, and no way to them. */
async function expectBlind(rate, blank) {
  await rate.expectRows(blank);
  await rate.wheel.expectDrawn(blank);
  await expect(rate.showEarlier).toHaveCount(0);
  await expect(rate.page.locator("[data-value]")).toHaveCount(0);
  const told = await rate.page.locator("body").evaluate((body) =>
    [...body.querySelectorAll("*")].flatMap((each) => each.getAttributeNames().map((name) => each.getAttribute(name)).concat(each.value ?? [])),
  );
  expect(told.filter((text) => String(text).includes(WORDS) || /\b\d of 10/.test(text))).toEqual([]);
  await expect(rate.main).not.toContainText(WORDS);
}

test("how steady ratings are is offered for two weeks, rated blind, and told", async ({ page, app }) => {
  test.slow();
  await makeChart(page, app);
  await expectSteadyOffered(page, app, "2023-10-03", false);
  await expectSteadyOffered(page, app, "2023-10-02", true);
  await at(page, "2023-09-27");
  const chart = new Chart(page);
  await chart.steady.click();
  const begin = new Begin(page);
  await begin.expectHere("How steady are my ratings?");
  await begin.begin.click();

  const rate = new Rate(page);
  await rate.expectHere();
  await expect(rate.main).toContainText("Once more, without looking: what you rated before is hidden until you finish.");
  await expectBlind(rate, Array(7).fill(null));
  await rate.open(A).click();
  await expect(rate.sheet.why).toHaveValue("");
  await rate.sheet.close.click();
  // Moved by 1, 0, −1, 1, 0, −1 and 0: 1.96 × √(4 / 6), and that over √7.
  await rate.rateAll([[A, 5], [B, 3], [C, 5], [D, 6], [E, 10], [F, 6], [G, 2]]);
  await rate.finish.click();
  const compare = new Compare(page);
  await begin.expectHere("How steady are my ratings?");
  await expect(compare.article).toContainText(
    "Rated twice within two weeks, one rating of yours mostly moved by no more than about 1.6, and the mean of all 7 by about 0.6.",
  );
  await expect(compare.article).toContainText("A later change no larger than that may be no change.");
  // Nothing can have changed, so nothing is asked of it.
  await compare.open(A);
  await expect(compare.tick(A)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "What do you make of it?" })).toHaveCount(0);
  // It is no time of its own: the chart shows the first. The result can be found again, and nothing is begun anew.
  await app.toCharts();
  await new Home(page).cards.click();
  await expect(chart.article).toContainText("18 September 2023");
  await expect(chart.item(A).locator(".item-value")).toHaveText("4");
  await chart.openMore();
  await chart.steady.click();
  await expect(compare.article).toContainText("one rating of yours mostly moved by no more than about 1.6");
  await expect(begin.begin).toHaveCount(0);
});

test("three times over two years, and looking back", async ({ page, app }) => {
  test.setTimeout(180_000);
  await makeChart(page, app);
  const chart = new Chart(page);
  const rate = new Rate(page);
  const compare = new Compare(page);
  await at(page, "2023-09-27");
  await chart.openMore();
  await chart.steady.click();
  await new Begin(page).begin.click();
  await rate.rateAll([[A, 5], [B, 3], [C, 5], [D, 6], [E, 10], [F, 6], [G, 2]]);
  await rate.finish.click();
  await expect(compare.article).toContainText("one rating of yours mostly moved by no more than about 1.6");
  await app.back.click();

  // A year later, with one reworded, one set aside and one new.
  await at(page, "2024-09-16");
  await app.reload();
  await chart.openMore();
  await chart.changeAttributes.click();
  const attributes = new Attributes(page);
  await attributes.fields.first().press("End");
  await page.keyboard.type(", together");
  await attributes.same().click();
  await attributes.remove(G).click();
  await attributes.add(NEW);
  await attributes.done.click();
  await chart.rateAgain.click();
  await rate.expectHere();
  await rate.rateAll([[BETTER, 5], [B, 5], [C, 6], [D, 4], [E, 10], [F, 8], [NEW, 3]]);
  await rate.finish.click();
  await expect(compare.sentence).toHaveText("You rated 6 of 8 both times: 3 higher, 2 the same, 1 lower. 1 new, 1 set aside.");
  await app.back.click();

  // And another: the first time is compared with the newest.
  await at(page, "2025-09-15");
  await app.reload();
  await chart.rateAgain.click();
  await rate.expectHere();
  await rate.rateAll([[BETTER, 8], [B, 6], [C, 6], [D, 4], [E, 10], [F, 9], [NEW, 5]]);
  await rate.finish.click();
  const SENTENCE = "You rated 6 of 8 both times: 3 higher, 2 the same, 1 lower. 1 new, 1 set aside.";
  await expect(compare.sentence).toHaveText(SENTENCE);

  // Looking back hides what was rated then and since.
  await at(page, "2025-09-16");
  await compare.lookBack.click();
  const begin = new Begin(page);
  await begin.expectHere("Looking back");
  await expect(begin.times).toHaveCount(2);
  await expect(begin.times.first()).toBeChecked();
  await begin.begin.click();
  await expect(app.heading).toHaveText("Where was I then?");
  await expect(rate.main).toContainText("Looking back to 18 September 2023, as you see it now. What you rated then, and since, is hidden until you finish.");
  // What was set aside, and what was not there yet, is not asked.
  await expectBlind(rate, Array(6).fill(null));
  await app.toCharts();
  await new Home(page).cards.click();
  await expect(chart.article).toContainText("the earlier picture is hidden until you finish");
  await expect(chart.article).not.toContainText(WORDS);
  await chart.carryOnRating.click();
  await rate.rateAll([[BETTER, 2], [B, 2], [C, 6], [D, 5], [E, 9], [F, 6]]);
  await rate.finish.click();

  // The comparison with everything in it.
  await compare.expectHere();
  await expect(compare.sentence).toHaveText(SENTENCE);
  await expect(compare.article).toContainText(
    "Looking back in September 2025, you placed your starting point lower on 4 of 6. Your yardstick may have moved.",
  );
  await expect(compare.article).toContainText("1 of the 4 that moved did so by no more than your ratings moved within two weeks of the first time (about 1.6).");
  await compare.expectShown(["September 2023", "September 2025", "Looking back, September 2025"]);
  await expect(compare.readings(BETTER)).toHaveText(["September 2023: 4", "September 2025: 8", "Looking back, September 2025: 2"]);
  await expect(compare.change(BETTER)).toContainText(`Ends reworded. Then: “${A}”, opposite “${POLES[0][1]}”.`);
  await expect(compare.change(D)).toContainText("About as much as your ratings move in two weeks.");
  await expect(compare.change(B)).not.toContainText("About as much as your ratings move in two weeks.");
  await expect(compare.change(E)).toContainText("no room to rise");
  await compare.expectPart("Held high both times", [E]);
  await compare.expectPart("Higher", [BETTER, B, F]);
  await compare.expectPart("Lower", [D]);
  await compare.expectPart("The same", [C]);
  await compare.expectPart("New since then", [NEW]);
  await compare.expectPart("Set aside since then", [G]);

  // Any two of the times.
  await expect(compare.then.getByRole("option")).toHaveText([
    "18 September 2023",
    "27 September 2023 · first time, once more",
    "16 September 2024",
    "15 September 2025",
  ]);
  await compare.then.selectOption({ label: "16 September 2024" });
  await expect(compare.sentence).toHaveText("You rated 7 of 7 both times: 4 higher, 3 the same, 0 lower.");
  await expect(compare.chips).toHaveText(["September 2024", "September 2025"]);
  // The other one cannot be chosen as well; whichever is chosen, then is the earlier.
  await expect(compare.now.getByRole("option", { name: "16 September 2024" })).toBeDisabled();
  await compare.now.selectOption({ label: "18 September 2023" });
  await expect(compare.then.locator("option:checked")).toHaveText("18 September 2023");
  await expect(compare.now.locator("option:checked")).toHaveText("16 September 2024");

  await app.expectSaved();
  await app.reload();
  await expect(compare.now.locator("option:checked")).toHaveText("16 September 2024");
  await new Views(page).go("Chart");
  await new Views(page).go("Then and now");
  await expect(compare.sentence).toHaveText(SENTENCE);
  const times = Object.values((await app.stored()).occasions).map((each) => [each.rated_on, each.refers_to, each.kind]);
  expect(times.sort()).toEqual([
    ["2023-09-18", "2023-09-18", "baseline"],
    ["2023-09-27", "2023-09-27", "second-baseline"],
    ["2024-09-16", "2024-09-16", "interim"],
    ["2025-09-15", "2025-09-15", "interim"],
    ["2025-09-16", "2023-09-18", "retrospective"],
  ]);
});
