// What is coming up: one list over all charts, moved, settled, and put into one's own calendar. All data is SYNTHETIC.
import { Chart } from "./pages/chart.mjs";
import { Due } from "./pages/due.mjs";
import { Home } from "./pages/home.mjs";
import { LookAgain } from "./pages/look-again.mjs";
import { Rate } from "./pages/rate.mjs";
import { file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const SECRET = "SYNTHETIC words";
const RATED = Object.assign([9, 4, 7, 10, 3, 8, null, 6], { finished: true, whys: [SECRET] });
const target = (id, what, until, rest = {}) => ({ id, what, hows: ["One way"], until, status: "planned", ...rest });
const talk = (id, on, next, rest = {}) => ({ id, form: "", title: "A talk", on, with: "", where: "", about: [], notes: [], agreed: SECRET, next, private: false, ...rest });

const OWN = record({
  id: "own",
  times: [RATED],
  next_look: "2026-06-01",
  targets: [target("t1", "Wait before I answer", "2026-05-12"), target("t2", "Play along", "2026-09-01", { who: "Kim" }), target("t3", "Long done", "2026-05-01", { status: "done" })],
  conversations: [talk("c1", "2026-04-01", "2026-05-20", { with: "Sam" })],
});
const SECOND = record({ id: "second", subject: "choir leader", times: [RATED], next_look: "2026-05-13" });
const THEIRS = record({ id: "theirs", subject: "mentor", owner: "Robin", times: [RATED], next_look: "2026-05-30", held_since: "2025-05-28", keep_until: "2026-05-28" });
const ALL = file([OWN, SECOND, THEIRS], "all.roundel.json", { version: 6 });

async function openAll(page, app, records = ALL) {
  await page.clock.setSystemTime(new Date("2026-05-13T10:00:00"));
  await app.openWith(records);
  const due = new Due(page);
  await due.open();
  return due;
}

const SUMMARY = /^SUMMARY:(.*)$/m;

test("all that has a day stands in the order of the days, with whose it is and who acts", async ({ page, app }) => {
  const due = await openAll(page, app);
  await expect(due.rows.getByRole("heading")).toHaveText(["Wait before I answer", "Look again", "Talk with Sam", "It is kept here until then", "Robin looks again", "Look again", "Play along"]);
  await expect(due.rows.getByRole("status")).toHaveText(["Since 12 May 2026", "Today", "20 May 2026", "28 May 2026", "30 May 2026", "1 June 2026", "1 September 2026"]);
  await expect(due.under("Due").getByRole("listitem")).toHaveCount(2);
  await expect(due.under("In the next four weeks").getByRole("listitem")).toHaveCount(4);
  await expect(due.under("Later").getByRole("listitem")).toHaveCount(1);
  await expect(due.row("Wait before I answer").place).toContainText("An excellent music teacher · your own · for you to do");
  await expect(due.row("Play along").place).toContainText("for Kim to do");
  await expect(due.row("Robin looks again").place).toContainText("An excellent mentor · Robin");
  // Only its owner changes when to look again.
  await expect(due.row("Robin looks again").move).toHaveCount(0);
  await expect(due.row("Robin looks again").rate).toHaveCount(0);
  await expect(due.row("It is kept").move).toHaveCount(0);
  await expectAccessible(page);
  await app.toCharts();
  await expect(page.getByText("2 due, 5 coming up")).toBeVisible();
  await page.getByRole("link", { name: "What is coming up" }).click();
  await app.expectAt("What is coming up");
  await due.row("Talk with Sam").chart.click();
  await new Chart(page).expectTitle("An excellent music teacher");
});

test("a day is moved in its place, without a word about it, and kept", async ({ page, app }) => {
  const due = await openAll(page, app);
  const wait = due.row("Wait before I answer");
  await wait.move.click();
  await wait.offer("In half a term").click();
  await expect(wait.day).toHaveText("24 June 2026");
  await expect(wait.offer("In half a term")).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page);
  const talk = due.row("Talk with Sam");
  await talk.move.click();
  await talk.field.fill("2026-07-01");
  await expect(talk.day).toHaveText("1 July 2026");
  const look = due.row("An excellent choir leader");
  await look.move.click();
  await look.field.fill("");
  await look.field.blur();
  await expect(look.day).toHaveText("No day any more");
  await expect(look.calendar).toHaveCount(0);
  await look.offer("In a year").click();
  await expect(look.day).toHaveText("13 May 2027");
  await expect(look.calendar).toBeVisible();
  await look.field.fill("2026-05-13");
  await expect(look.day).toHaveText("Today");
  await app.expectSaved();
  await app.reload();
  await expect(due.rows.getByRole("heading")).toHaveText(["Look again", "It is kept here until then", "Robin looks again", "Look again", "Wait before I answer", "Talk with Sam", "Play along"]);
  // The same day stands where the chart is looked at.
  await page.goto("./#/chart/second/make/7");
  await expect(new LookAgain(page).day).toHaveValue("2026-05-13");
});

test("what is done stays in its place until the page is left, and can be not done after all", async ({ page, app }) => {
  const due = await openAll(page, app);
  const wait = due.row("Wait before I answer");
  await wait.done.click();
  await expect(wait.done).toHaveAttribute("aria-pressed", "true");
  await wait.done.click();
  await expect(wait.done).toHaveAttribute("aria-pressed", "false");
  await wait.done.click();
  await app.expectSaved();
  expect((await app.stored()).targets["own/t1"].status).toBe("done");
  await app.reload();
  await expect(wait.place).toHaveCount(0);
  await app.toCharts();
  await expect(page.getByText("1 due, 5 coming up")).toBeVisible();
});

test("looking again opens the rating, and a talk its notes", async ({ page, app }) => {
  const due = await openAll(page, app);
  await due.row("An excellent choir leader").rate.click();
  await new Rate(page).expectHere();
  await page.goBack();
  await due.row("Talk with Sam").talk.click();
  await expect(page).toHaveURL(/#\/chart\/own\/talks$/);
});

test("an entry in the calendar says nothing of what was written", async ({ page, app }) => {
  const due = await openAll(page, app);
  // No calendar is asked to remind of a day that is over.
  const wait = due.row("Wait before I answer");
  await expect(wait.calendar).toHaveCount(0);
  await wait.move.click();
  await wait.field.fill("2026-05-14");
  const entries = [
    ["Wait before I answer", "Look at my targets", "20260514", "own/targets"],
    ["An excellent choir leader", "Look at my chart again", "20260513", "second"],
    ["Talk with Sam", "Talk about my chart", "20260520", "own/talks"],
    ["Robin looks again", "Look at a colleague’s chart", "20260530", "theirs"],
    ["It is kept", "Look at a colleague’s chart", "20260528", "theirs"],
  ];
  for (const [row, words, day, place] of entries) {
    const { name, text } = await due.row(row).entry();
    expect(name).toMatch(/^(look-again|talk|targets)\.ics$/);
    expect(SUMMARY.exec(text)[1].trim()).toBe(words);
    expect(text).toContain(`DTSTART;VALUE=DATE:${day}\r\n`);
    expect(text).toContain(`#/chart/${place}\r\n`);
    expect(text).not.toMatch(/SYNTHETIC|Wait|Sam|Robin|Kim|teacher|choir|mentor/);
    await expect(page.getByText("The calendar entry is on its way to your downloads.")).toBeVisible();
  }
});

test("where nothing has a day, it is said where days come from, and home says nothing", async ({ page, app }) => {
  const due = await openAll(page, app, file(record({ times: [RATED] })));
  await expect(due.main).toContainText("Nothing is coming up.");
  await expect(due.main).toContainText("What stands here comes from your charts");
  await expect(due.rows).toHaveCount(0);
  await expectAccessible(page);
  await app.expectWholeHome();
  await expect(new Home(page).cards).toHaveCount(1);
  await expect(page.getByRole("link", { name: "What is coming up" })).toHaveCount(0);
  await app.toMore();
  await page.getByRole("link", { name: "What is coming up" }).click();
  await app.expectAt("What is coming up");
});

test("everything by keyboard", async ({ page, app }) => {
  const due = await openAll(page, app);
  await page.getByRole("button", { name: "Close" }).click();
  expect(await app.tabThrough()).toBeGreaterThan(15);
  const wait = due.row("Wait before I answer");
  await app.heading.focus();
  await app.tabTo(wait.done);
  await page.keyboard.press("Space");
  await expect(wait.done).toBeFocused();
  await expect(wait.done).toHaveAttribute("aria-pressed", "true");
  const summary = wait.place.locator("summary");
  await app.tabTo(summary);
  await page.keyboard.press("Enter");
  await app.tabTo(wait.offer("In a term"));
  await page.keyboard.press("Enter");
  await expect(wait.offer("In a term")).toBeFocused();
  await expect(wait.day).toHaveText("13 August 2026");
});
