// Notes of talks: written by a form, kept, listed, and kept back where they are only for whoever wrote them.
import { Chart } from "./pages/chart.mjs";
import { Give } from "./pages/give.mjs";
import { Talks } from "./pages/talks.mjs";
import { POLES, file, fixture, longPoles, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const GROW = "Goal, reality, options, way forward (GROW)";
const rated = (rest = {}) => record({ times: [Object.assign([4, 5, 6, 3, 7, 8, 2, 9], { finished: true })], ...rest });
const noted = async (app) => Object.values((await app.stored()).conversations);

async function talks(page, app, chart = rated()) {
  await app.openWith(file(chart));
  await page.getByRole("link", { name: "Note a talk" }).click();
  const talks = new Talks(page);
  await talks.expectHere();
  return talks;
}

test("a talk is noted by its questions, with what was agreed, who does what, and the next one", async ({ page, app }) => {
  const note = await talks(page, app);
  await note.begin(GROW);
  await note.with.fill("SYNTHETIC Sam");
  await note.place.fill("in the hall");
  await note.day.fill("2026-01-12");
  await note.about("What was it about?", POLES[3][0], POLES[0][0]);
  await note.question("Goal").fill("SYNTHETIC: nobody waits");
  await note.question("Way forward").fill("SYNTHETIC: two ways in");
  await note.agreed.fill("SYNTHETIC: we look at one plan");
  await note.addTarget.click();
  await page.getByLabel("What do you want to improve?").fill("SYNTHETIC: send the plan");
  await expect(page.getByRole("status").filter({ hasText: "not yet how" })).toBeVisible();
  await page.getByLabel("A way to develop this").first().fill("By post");
  await expect(page.getByRole("status").filter({ hasText: "not yet how" })).toHaveCount(0);
  await note.next.fill("2027-03-01");
  await app.expectSaved();
  await expectAccessible(page);
  await app.reload();
  await expect(note.question("Goal")).toHaveValue("SYNTHETIC: nobody waits");
  await expect(page.getByLabel("What do you want to improve?")).toHaveValue("SYNTHETIC: send the plan");
  const [kept] = await noted(app);
  expect(kept).toMatchObject({ form: "grow", on: "2026-01-12", by: null, about: ["i4", "i1"], next: "2027-03-01", private: false });
  const [target] = Object.values((await app.stored()).targets);
  expect(target).toMatchObject({ what: "SYNTHETIC: send the plan", hows: ["By post"], conversation: kept.id });
  await app.back.click();
  await note.expectHere();
  await expect(note.notes).toHaveCount(1);
  await expect(note.notes).toContainText("12 January 2026 · with SYNTHETIC Sam · in the hall");
  await expect(note.notes).toContainText("Next talk: 1 March 2027");
  await expectAccessible(page);
  await app.back.click();
  await expect(page.getByRole("article")).toContainText("with SYNTHETIC Sam");
  await expect(new Chart(page).targets).toContainText("SYNTHETIC: send the plan");
});

test("one person alone can note a reflection, and a note that was only begun is none", async ({ page, app }) => {
  const note = await talks(page, app);
  await note.begin("Lesson study");
  await expect(page.getByRole("heading", { name: "Student A" })).toBeVisible();
  await app.back.click();
  await expect(note.notes).toHaveCount(0);
  await note.begin("On my own");
  await note.question("What next?").fill("SYNTHETIC: ask the class");
  await app.expectSaved();
  await app.back.click();
  await expect(note.notes).toHaveCount(1);
  expect((await noted(app)).map(({ form }) => form)).toEqual(["reflection"]);
});

test("before the first talk an agreement is offered, and afterwards it stands among the forms", async ({ page, app }) => {
  const note = await talks(page, app);
  const first = page.locator("section").filter({ has: page.getByRole("heading", { name: "Before the first talk" }) });
  await expect(first.getByRole("button")).toHaveCount(1);
  await note.begin("Before our first talk");
  await note.question("Who may see the chart and our notes?").fill("SYNTHETIC: the two of us");
  await app.expectSaved();
  await app.back.click();
  await expect(page.getByRole("heading", { name: "Before the first talk" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Before our first talk" })).toBeVisible();
});

test("a peer review is about no more than three", async ({ page, app }) => {
  const note = await talks(page, app);
  await note.begin("Peer review");
  await note.about("What was it about?", POLES[0][0], POLES[1][0], POLES[2][0]);
  const fourth = page.getByRole("checkbox", { name: POLES[3][0] });
  await fourth.click();
  await app.expectSaved();
  const about = async () => (await noted(app))[0].about;
  expect(await about()).toEqual(["i1", "i2", "i3"]);
  await page.getByRole("checkbox", { name: POLES[1][0] }).uncheck();
  await app.expectSaved();
  expect(await about()).toEqual(["i1", "i3"]);
});

test("a note goes with what was agreed in it, and comes back with an undo", async ({ page, app }) => {
  const note = await talks(page, app);
  await note.begin("Free notes");
  await note.question("What did you talk about?").fill("SYNTHETIC");
  await note.addTarget.click();
  await page.getByLabel("What do you want to improve?").fill("SYNTHETIC: a plan");
  await note.remove.click();
  await note.expectHere();
  await expect(note.notes).toHaveCount(0);
  await app.expectSaved();
  expect(Object.keys((await app.stored()).targets)).toEqual([]);
  await app.undo.click();
  await expect(note.notes).toHaveCount(1);
  await app.expectSaved();
  expect(Object.keys((await app.stored()).targets)).toHaveLength(1);
});

test("what is only for me is in nothing that leaves, until that is chosen, each time anew", async ({ page, app }) => {
  const note = await talks(page, app);
  await note.begin("Free notes");
  await note.question("What did you talk about?").fill("SAYS-HIDDEN");
  await note.private.check();
  await app.expectSaved();
  await app.back.click();
  await note.begin(GROW);
  await note.question("Goal").fill("SAYS-GOAL");
  await app.expectSaved();
  const give = new Give(page);
  await give.open("chart", "file");
  await expect(give.leaves).toContainText("SAYS-GOAL");
  await expect(give.leaves).not.toContainText("SAYS-HIDDEN");
  await expect(give.switches.locator("summary").first()).toContainText("Notes that are only for me");
  const says = async () => {
    const text = (await give.saved()).bytes.toString();
    return ["SAYS-GOAL", "SAYS-HIDDEN"].map((word) => text.includes(word));
  };
  expect(await says()).toEqual([true, false]);
  await give.switch("Notes that are only for me", true);
  await expect(give.leaves).toContainText("SAYS-HIDDEN");
  expect(await says()).toEqual([true, true]);
  // Chosen for the file, and for nothing else.
  await page.goto("./#/chart/chart/give/link");
  await expect(give.code).toBeVisible();
  await expect(give.leaves).not.toContainText("SAYS-HIDDEN");
  await page.goto("./#/chart/chart/give/file");
  await app.reload();
  await expect(give.leaves).toContainText("SAYS-GOAL");
  await expect(give.leaves).not.toContainText("SAYS-HIDDEN");
});

test("no talk is on the page that the browser prints", async ({ page, app }) => {
  const talk = { id: "c", form: "", title: "SAYS-TITLE", on: "2014-07-01", by: null, with: "SAYS-WITH", where: "", about: [], notes: [], agreed: "x", next: null, private: true };
  const targets = [["t", null], ["p", "c"]].map(([id, conversation]) => ({ id, what: `SAYS-${id}`, hows: ["x"], conversation, since: "2014-07-01" }));
  const rest = { conversations: [talk], conversation_order: ["c"], targets, target_order: ["t", "p"] };
  await app.openWith(file(rated(rest), "t.roundel.json", { version: 6 }));
  const chart = new Chart(page);
  await expect(chart.article).toContainText("SAYS-WITH");
  const said = ["SAYS-TITLE", "SAYS-p", "SAYS-t"].map((words) => page.getByText(words, { exact: true }));
  const seen = async () => Promise.all(said.map((each) => each.isVisible()));
  expect(await seen()).toEqual([true, true, true]);
  await page.emulateMedia({ media: "print" });
  expect(await seen()).toEqual([false, false, true]);
});

test("what somebody else wrote is read, and one's own is written beside it", async ({ page, app }) => {
  // Of a mentor: of the two notes one is the owner's and one is whoever holds the chart.
  await app.openWith(fixture("talked"));
  await page.goto("./#/chart/talked/talks");
  const note = new Talks(page);
  await note.expectHere();
  await expect(note.notes).toHaveCount(2);
  await note.notes.filter({ hasText: "Goal, reality" }).getByRole("link").click();
  await expect(page.getByText("(synthetic) Nobody waits for the others")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(page);
  await app.back.click();
  await note.notes.filter({ hasText: "only for me" }).getByRole("link").click();
  await expect(page.getByRole("textbox", { name: "Notes" })).toHaveValue("(synthetic) For me alone");
});

test("targets are dated, looked at again and let go, and what was revised is still there", async ({ page, app }) => {
  const targets = [{ id: "t", item: "i1", what: "SYNTHETIC: wait", hows: ["Count"], since: "2014-06-13" }];
  const times = [Object.assign([4, 5, 6], { finished: true }), Object.assign([6, 5, 7], { finished: true })];
  await app.openWith(file(rated({ poles: POLES.slice(0, 3), times, targets, target_order: ["t"] }), "t.roundel.json", { version: 6 }));
  await page.getByRole("link", { name: "Change, move, or look at them again" }).click();
  const what = page.getByLabel("What do you want to improve?").first();
  await what.fill("SYNTHETIC: wait longer");
  await page.getByText("Ideas for a way").first().click();
  await page.getByRole("button", { name: "Learning walks with suggestions of good practice" }).click();
  await expect(page.getByLabel("A way to develop this").nth(1)).toHaveValue("Learning walks with suggestions of good practice");
  await page.locator("summary").filter({ hasText: "When, who, and how far" }).first().click();
  await expect(page.getByText("SYNTHETIC: wait / Count")).toBeVisible();
  const card = page.getByRole("main").locator("section").first();
  await expect(card.getByRole("heading")).toHaveText(POLES[0][0]);
  await page.getByLabel("What is it for?").first().selectOption({ label: POLES[2][0] });
  await expect(card.getByRole("heading")).toHaveText(POLES[2][0]);
  await page.getByLabel("From when").first().fill("2026-01-12");
  await page.getByLabel("By when").first().fill("2027-07-16");
  await page.getByLabel("Who acts").first().fill("SYNTHETIC Sam");
  await page.getByRole("button", { name: "Under way" }).first().click();
  await page.getByLabel("What do you notice, today?").first().fill("SYNTHETIC: works");
  await app.expectSaved();
  await expectAccessible(page);
  expect((await app.stored()).targets["chart/t"]).toMatchObject({
    item: "i3",
    from: "2026-01-12",
    until: "2027-07-16",
    who: "SYNTHETIC Sam",
    status: "under-way",
    reviews: [{ text: "SYNTHETIC: works" }],
    earlier: [{ until: expect.any(String), what: "SYNTHETIC: wait", hows: ["Count"] }],
  });
  await app.back.click();
  const table = new Chart(page).targets;
  await expect(table).toContainText("Under way · From 12 January 2026 · Until 16 July 2027 · SYNTHETIC Sam acts");
  await expect(table).toContainText("SYNTHETIC: works");
});

test("twelve attributes in a good many words fit, and so do 320 pixels", async ({ page, app }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const note = await talks(page, app, rated({ poles: longPoles(12), times: [Object.assign(Array(12).fill(5), { finished: true })] }));
  await note.begin("Lesson study");
  await page.getByText("What was it about?", { exact: true }).click();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(320);
  await expectAccessible(page);
});
