// People I work with: charts that somebody else gave stand apart, are kept for a year, and go only when one says so. All
// data is SYNTHETIC.
import { Chart } from "./pages/chart.mjs";
import { Due } from "./pages/due.mjs";
import { Give } from "./pages/give.mjs";
import { Held } from "./pages/held.mjs";
import { Home } from "./pages/home.mjs";
import { Opening } from "./pages/opening.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const done = (answers) => Object.assign(answers, { finished: true });
const SEPTEMBER = done([4, 4, 6, 5, 3, 7, 5, 6]);
const JULY = done([6, 5, 6, 7, 3, 8, 6, 6]);
const SAM = record({ id: "sam", subject: "mentor", owner: "Sam", times: [SEPTEMBER, JULY], next_look: "2026-05-01" });
const OWN = record({ id: "own", times: [done([9, 4, 7, 10, 3, 8, 5, 6])] });

async function itIs(page, day) {
  await page.clock.setSystemTime(new Date(`${day}T10:00:00`));
}

/** Takes in what somebody else gave. */
async function keepTheirs(page, app, theirs) {
  await app.open("#/more");
  const opening = new Opening(page);
  await opening.pick(file(theirs));
  await page.getByRole("button", { name: "Add to people I work with" }).click();
  await app.expectSaved();
}

test("what somebody else gave stands apart, says whose it is, and is for looking at", async ({ page, app }) => {
  await itIs(page, "2026-05-13");
  await app.openWith(file(OWN));
  await keepTheirs(page, app, SAM);
  await page.goto("./#/chart/sam");
  const held = new Held(page);
  await expect(held.place).toContainText("From Sam, here since 13 May 2026");
  await expect(held.place).toContainText("You now hold information about a colleague. Your school’s rules apply.");
  await expect(held.place).toContainText("Write as if they will read this.");
  await expect(held.kept).toHaveText("Kept here until 13 May 2027.");
  // A year from today is what it has.
  await expect(held.keep).toHaveCount(0);
  const chart = new Chart(page);
  await expect(chart.rateAgain).toHaveCount(0);
  await expectAccessible(page);
  await app.toCharts();
  const home = new Home(page);
  await expect(home.people).toContainText("From Sam, here since 13 May 2026");
  await expect(home.people.getByRole("link")).toHaveCount(1);
  await expect(home.cards).toHaveCount(2);
  // Theirs is due, and mine are not: nothing of mine waits.
  await page.goto("./#/again");
  await expect(page).toHaveURL(/#\/chart\/own\//);
});

test("September stands beside July", async ({ page, app }) => {
  await itIs(page, "2026-05-13");
  await keepTheirs(page, app, SAM);
  await page.goto("./#/chart/sam");
  const chart = new Chart(page);
  await chart.thenAndNow.click();
  await expect(page.getByRole("main")).toContainText("You rated 8 of 8 both times");
  await expectAccessible(page);
});

test("people stand in the order of their names, and what was begun there is not carried on here", async ({ page, app }) => {
  await itIs(page, "2026-05-13");
  const begun = record({ id: "zoe", subject: "singer", owner: "Zoe", times: [JULY, [5]] });
  const kim = record({ id: "kim", subject: "coach", owner: "Kim", times: [SEPTEMBER], poles: POLES });
  await keepTheirs(page, app, [begun, SAM, kim]);
  await app.toCharts();
  const home = new Home(page);
  await expect(home.people.getByRole("link")).toContainText(["From Kim", "From Sam", "From Zoe"]);
  await expect(home.people).not.toContainText("carry on");
});

test("after a year it is asked, and nothing goes by itself", async ({ page, app }) => {
  await itIs(page, "2026-05-13");
  await keepTheirs(page, app, SAM);
  await itIs(page, "2027-05-13");
  await app.open("#/chart/sam");
  await app.reload();
  const held = new Held(page);
  await expect(held.kept).toHaveText("Delete it, or keep it for another year? Kept here until 13 May 2027.");
  await expectAccessible(page);
  await app.toCharts();
  await expect(page.getByText("1 due")).toBeVisible();
  const due = new Due(page);
  await due.open();
  const row = due.row("Delete it, or keep it for another year?");
  await expect(row.place).toContainText("An excellent mentor · Sam");
  await expectAccessible(page);
  await app.tabTo(row.keep);
  await page.keyboard.press("Enter");
  const kept = due.row("It is kept here until then");
  await expect(kept.day).toHaveText("13 May 2028");
  await expect(kept.keep).toHaveAttribute("aria-pressed", "true");
  await expect(kept.keep).toBeFocused();
  await app.expectSaved();
  await app.reload();
  await expect(due.main).toContainText("Nothing is coming up.");
  await page.goto("./#/chart/sam");
  await expect(held.kept).toHaveText("Kept here until 13 May 2028.");
});

test("it is kept on where it stands, and deleted where it stands", async ({ page, app }) => {
  await itIs(page, "2026-05-13");
  await keepTheirs(page, app, SAM);
  await itIs(page, "2026-11-20");
  await app.open("#/chart/sam");
  await app.reload();
  const held = new Held(page);
  await held.keep.click();
  await expect(held.kept).toHaveText("Kept here until 20 November 2027.");
  await app.expectSaved();
  expect((await app.stored()).heads.sam.keep_until).toBe("2027-11-20");
  await held.remove.click();
  await app.expectAt("Your charts");
  await expect(page.getByText("It is deleted. It stays in the bin for 30 days.")).toBeVisible();
  await app.undo.click();
  await expect(new Home(page).people.getByRole("link")).toHaveCount(1);
});

test("it is deleted from what is coming up", async ({ page, app }) => {
  await itIs(page, "2026-05-13");
  await keepTheirs(page, app, SAM);
  await itIs(page, "2027-04-20");
  await app.open("#/due");
  await app.reload();
  const due = new Due(page);
  await due.row("It is kept here until then").remove.click();
  await expect(due.rows).toHaveCount(0);
  await expect(app.heading).toBeFocused();
  await app.expectSaved();
  expect(Object.keys((await app.stored()).heads)).toEqual([]);
});

test("before it is given on, it is said whose words these are", async ({ page, app }) => {
  await itIs(page, "2026-05-13");
  await app.openWith(file(OWN));
  await keepTheirs(page, app, [SAM, record({ id: "nobody", times: [JULY] })]);
  const give = new Give(page);
  await give.open("sam", "file");
  await expect(page.getByRole("main")).toContainText("These are Sam’s words and ratings, not yours. Ask before you pass them on.");
  await expectAccessible(page);
  await give.open("nobody", "file");
  await expect(page.getByRole("main")).toContainText("These are somebody else’s words and ratings, not yours.");
  await give.open("own", "file");
  await expect(give.leaves).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("not yours");
});
