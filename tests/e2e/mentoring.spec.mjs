// A year of two people with a browser each: a chart is made and given, seen by the other without its numbers, talked
// over, sent back, remembered when its day comes, rated again and compared by both. All words are SYNTHETIC.
import { App } from "./pages/app.mjs";
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { Due } from "./pages/due.mjs";
import { Give } from "./pages/give.mjs";
import { Opening } from "./pages/opening.mjs";
import { Rate } from "./pages/rate.mjs";
import { Talks } from "./pages/talks.mjs";
import { AnotherView, TwoViews } from "./pages/views-of-two.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, test, watch } from "./fixtures.mjs";

const poles = POLES.slice(0, 4);
const TEXTS = poles.map(([text]) => text);
const GROW = "Goal, reality, options, way forward (GROW)";
const rows = (values) => TEXTS.map((text, at) => [text, values[at]]);
const on = (page, day) => page.clock.setSystemTime(new Date(`${day}T10:00:00`));
const asFile = ({ name, bytes }) => ({ name, mimeType: "application/json", buffer: bytes });

test("a chart goes to a mentor and back, and a year later both see what changed", async ({ page, app, browser, baseURL }) => {
  // The mentee rates, and gives it all as a file.
  await on(page, "2025-09-15");
  await app.openWith(file(record({ id: "mine", poles, owner: "Ann", companion: "Sam" }), "ann.roundel.json", { version: 6 }));
  await page.getByRole("button", { name: /Rate again|Carry on rating/ }).click();
  await new Rate(page).rateAll(rows([4, 6, 3, 8]));
  await page.getByRole("contentinfo").getByRole("button", { name: "Done" }).click();
  await app.expectSaved();
  const give = new Give(page);
  await give.open("mine", "file");
  const sent = await give.saved();

  // The mentor keeps it apart, and rates it first, without seeing theirs.
  const context = await browser.newContext({ baseURL, locale: "en-GB", serviceWorkers: "block" });
  const problems = watch(context, baseURL);
  const theirs = await context.newPage();
  const mentor = new App(theirs);
  await on(theirs, "2025-09-16");
  await mentor.open("#/more");
  await new Opening(theirs).pick(asFile(sent));
  const view = new AnotherView(theirs);
  await view.rateFirst.click();
  await view.called.fill("Sam");
  await view.rateIt.click();
  await view.expectRating();
  await new Rate(theirs).rateAll(rows([5, 6, 7, 8]));
  await view.done.click();
  await new TwoViews(theirs).expectHere();

  // They talk: a note for both with something to do and a next day, and one that is only the mentor's.
  await theirs.goto("./#/chart/mine/talks");
  const note = new Talks(theirs);
  await note.expectHere();
  await note.begin(GROW);
  await note.with.fill("Ann");
  await note.question("Goal").fill("SAYS-GOAL");
  await note.agreed.fill("SAYS-AGREED");
  await note.addTarget.click();
  await theirs.getByLabel("What do you want to improve?").fill("SAYS-TARGET");
  await theirs.getByLabel("A way to develop this").first().fill("SAYS-HOW");
  await note.next.fill("2026-01-12");
  await mentor.expectSaved();
  await mentor.back.click();
  await note.begin("Free notes");
  await note.question("What did you talk about?").fill("SAYS-PRIVATE");
  await note.private.check();
  await mentor.expectSaved();
  const back = new Give(theirs);
  await back.open("mine", "file");
  const returned = await back.saved();
  const text = returned.bytes.toString();
  expect(["SAYS-GOAL", "SAYS-AGREED", "SAYS-TARGET", "SAYS-HOW"].filter((word) => !text.includes(word))).toEqual([]);
  expect(text, "what is the mentor's own stays there").not.toContain("SAYS-PRIVATE");

  // Meanwhile the mentee has noted something; nothing of it goes as both come together.
  await on(page, "2025-09-20");
  await page.goto("./#/chart/mine/talks");
  const own = new Talks(page);
  await own.begin("On my own");
  await own.question("What next?").fill("SAYS-OWN");
  await app.expectSaved();
  await page.goto("./#/more");
  await new Opening(page).pick(asFile(returned));
  await expect(page.getByRole("main")).toContainText("1 time");
  await expect(page.getByRole("main")).toContainText("1 talk");
  await new Opening(page).takeIn.click();
  const chart = new Chart(page);
  await expect(chart.targets).toContainText("SAYS-TARGET");
  await page.goto("./#/chart/mine/talks");
  await expect(own.notes).toHaveCount(2);
  await expect(own.notes.filter({ hasText: "SAYS-AGREED" })).toContainText("Written by Sam");
  await page.goto("./#/chart/mine");
  await chart.article.getByRole("link", { name: /^How Sam sees it, / }).click();
  await expect(new TwoViews(page).sentence).toHaveText("3 of 4 within one point");

  // Its day has come: it stands on the list, and is settled by the next note.
  await on(page, "2026-01-14");
  const due = new Due(page);
  await due.open();
  await expect(due.under("Due").getByRole("listitem").first()).toContainText("Sam");

  // A year later: rated again, and given once more.
  await on(page, "2026-09-14");
  await page.goto("./#/chart/mine");
  await chart.rateAgain.click();
  await new Rate(page).rateAll(rows([7, 6, 5, 8]));
  await page.getByRole("contentinfo").getByRole("button").last().click();
  const compare = new Compare(page);
  await compare.expectHere();
  await expect(page.getByText("You rated 4 of 4 both times: 2 higher, 2 the same, 0 lower.").first()).toBeVisible();
  await app.expectSaved();
  await give.open("mine", "file");
  const later = await give.saved();

  await on(theirs, "2026-09-15");
  await theirs.goto("./#/more");
  await new Opening(theirs).pickAndTakeIn(asFile(later));
  await theirs.getByRole("link", { name: "Then and now" }).click();
  await new Compare(theirs).expectHere();
  await expect(theirs.getByText("4 of 4 both times: 2 higher, 2 the same, 0 lower.").first()).toBeVisible();
  await theirs.goto("./#/chart/mine/talks");
  await expect(note.notes.filter({ hasText: "only for me" })).toHaveCount(1);
  await theirs.goto("./#/");
  await expect(theirs.getByRole("heading", { name: "People I work with" })).toBeVisible();
  expect(problems).toEqual([]);
  await context.close();
});
