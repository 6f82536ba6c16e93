// Two people look at one chart: the picture, one item at a time, what was agreed, and the note that is made of it.
import { Chart } from "./pages/chart.mjs";
import { Together } from "./pages/together.mjs";
import { POLES, THREE, file, fixture, longPoles, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const DAY = new Date("2025-10-06T10:00:00");
const [FIRST, SECOND, THIRD] = POLES.map(([text]) => text);
const RATED = Object.assign([7, 4, 9, 5, 6, 3, 8, 2], { finished: true, whys: ["SYNTHETIC reason"] });

/** The notes of talks on the disk. */
const notes = async (app) => Object.values((await app.stored()).conversations);

test("the picture of both times, then one at a time, what matters most first", async ({ page, app }) => {
  await app.openWith(fixture("three-times"));
  await new Chart(page).openMore();
  await page.getByRole("link", { name: "Look at it together" }).click();
  const together = new Together(page);
  await expect(together.wheel).toHaveAccessibleName(/^Wheel: the ratings of September 2023 and September 2025\./);
  await expect(together.main).toContainText("Whoever’s chart this is holds the phone");
  await together.begin.click();
  await together.expectAt(THREE.a03, "1 of 11");
  await expect(together.heading).toBeFocused();
  await expect(together.main).toContainText("Says “lovely” to everything");
  await expect(together.times).toHaveText([/^September 2023\s*3/, /^September 2025\s*6/]);
  await expect(together.times.last()).toContainText("“");
  await expect(together.main).toContainText("What I saw · What I think · What I ask");
  await together.next.click();
  await together.expectAt(THREE.a09, "2 of 11");
  await together.next.click();
  await together.expectAt(THREE.a12, "3 of 11");
  await expect(together.times).toHaveText([/^15 September 2025\s*4/]);
  await together.next.click();
  await together.expectAt(THREE.a01, "4 of 11");
  await together.back.click();
  await together.expectAt(THREE.a12, "3 of 11");
  await together.toWheel.click();
  await together.pick(THREE.a05);
  await expect(together.times.last()).toContainText("doesn’t apply to me");
});

test("what is typed becomes one note of today, which is gone on with", async ({ page, app }) => {
  await page.clock.setFixedTime(DAY);
  await app.openWith(file(record({ times: [RATED] })));
  const together = await Together.open(page, "chart");
  await expect(together.agreement).toBeVisible();
  await together.begin.click();
  expect(await notes(app)).toEqual([]);
  await together.think.pressSequentially("SYNTHETIC thought");
  await together.next.click();
  await expect(together.think).toHaveValue("");
  await together.agreed.fill("SYNTHETIC agreement");
  await app.expectSaved();
  await app.reload();
  await expect(together.agreement).toHaveCount(0);
  await together.pick(SECOND);
  await expect(together.agreed).toHaveValue("SYNTHETIC agreement");
  await together.agreed.fill("SYNTHETIC and agreed");
  await together.toClosing();
  await expect(together.main).toContainText(`What we agreed${SECOND}SYNTHETIC and agreed`);
  await expect(together.main).toContainText(`To think about${FIRST}SYNTHETIC thought`);
  await together.nextTalk.fill("2025-11-03");
  await expect(together.main.getByRole("status")).toHaveText("3 November 2025");
  await app.expectSaved();
  const [note, ...others] = await notes(app);
  expect(others).toEqual([]);
  expect(note).toMatchObject({ form: "together", title: "Looked at together", on: "2025-10-06", about: ["i1", "i2"], next: "2025-11-03" });
  expect(note.notes.map(({ question, group, asked, text }) => [question, group, asked, text])).toEqual([
    ["i1/think", FIRST, "To think about", "SYNTHETIC thought"],
    ["i2/agreed", SECOND, "What we agreed", "SYNTHETIC and agreed"],
  ]);
  // What is emptied is no longer part of it.
  await together.back.click();
  await together.toWheel.click();
  await together.pick(FIRST);
  await together.think.fill("");
  await app.expectSaved();
  expect((await notes(app))[0]).toMatchObject({ about: ["i2"] });
  await together.toClosing();
  await together.full.click();
  await expect(page).toHaveURL(new RegExp(`#/chart/chart/talk.*${note.id}`));
});

test("another day has a note of its own", async ({ page, app }) => {
  await page.clock.setFixedTime(DAY);
  await app.openWith(file(record({ times: [RATED] })));
  let together = await Together.open(page, "chart");
  await together.pick(FIRST);
  await together.agreed.fill("SYNTHETIC, the first day");
  await app.expectSaved();
  await page.clock.setFixedTime(new Date("2025-10-07T10:00:00"));
  await app.reload();
  together = await Together.open(page, "chart");
  await together.pick(FIRST);
  await expect(together.agreed).toHaveValue("");
  await together.agreed.fill("SYNTHETIC, the second day");
  await app.expectSaved();
  expect((await notes(app)).map(({ on }) => on).sort()).toEqual(["2025-10-06", "2025-10-07"]);
});

test("by keyboard alone; in a field the arrows are the field’s", async ({ page, app }) => {
  await app.openWith(file(record({ times: [RATED] })));
  const together = await Together.open(page, "chart");
  await page.keyboard.press("ArrowRight");
  await together.expectAt(FIRST, "1 of 8");
  await page.keyboard.press("ArrowRight");
  await together.expectAt(SECOND, "2 of 8");
  await app.tabTo(together.agreed);
  await page.keyboard.type("ab");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("c");
  await expect(together.agreed).toHaveValue("acb");
  await together.expectAt(SECOND, "2 of 8");
  await app.tabTo(together.next);
  await page.keyboard.press("Enter");
  await together.expectAt(THIRD, "3 of 8");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(together.begin).toBeVisible();
  await app.tabThrough();
});

test("an audit: its sections, and the words of each answer", async ({ page, app }) => {
  await app.openWith(fixture("mentor-twice"));
  const together = await Together.open(page, "mentor");
  await together.list.getByText("Giving feedback", { exact: true }).click();
  const sixth = "I am forthright, constructive and challenging when giving feedback.";
  await together.pick(sixth);
  await together.expectAt(sixth, "6 of 29");
  await expect(together.times).toHaveText([/September 2013.*2.*significant development needed/, /July 2014.*3.*could do more/]);
  await together.next.click();
  await expect(together.main).toContainText("7 of 29");
});

test("nothing rated yet, and nothing there at all", async ({ page, app }) => {
  await app.openWith(file([record(), record({ id: "empty", poles: [] })]));
  const together = await Together.open(page, "chart");
  await together.begin.click();
  await together.expectAt(FIRST, "1 of 8");
  await expect(together.times).toHaveText([/not rated yet$/]);
  await together.toClosing();
  await expect(together.main).toContainText("Nothing is noted, and that is fine");
  await expect(together.full).toHaveCount(0);
  await together.done.click();
  await new Chart(page).expectTitle("An excellent music teacher");
  await Together.open(page, "empty");
  await expect(together.main).toContainText("There is nothing on this chart yet.");
  await together.begin.click();
  await expect(together.heading).toHaveText("What comes of it");
});

test("while it is rated again nothing of before is shown", async ({ page, app }) => {
  await app.openWith(file(record({ times: [RATED, [3]] })));
  const together = await Together.open(page, "chart");
  await expect(together.main).toContainText("You are rating this again, so the earlier picture is hidden");
  await expect(together.main).not.toContainText("SYNTHETIC reason");
  await expect(together.begin).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(together.times).toHaveCount(0);
});

test("on somebody else’s chart whoever holds it writes", async ({ page, app }) => {
  await app.openWith(file({ ...record({ times: [RATED] }), held_since: "2025-01-02" }));
  const together = await Together.open(page, "chart");
  await together.pick(FIRST);
  await together.agreed.fill("SYNTHETIC and theirs");
  await app.expectSaved();
  expect((await notes(app)).map(({ by }) => by)).toEqual([""]);
});

for (const [what, chart] of [["twelve long names", record({ poles: longPoles(12), times: [RATED] })], ["an audit", null]]) {
  test(`${what}: breaks no rule, fits 320 px, and twice the text`, async ({ page, app }) => {
    test.slow();
    await app.openWith(chart ? file(chart) : fixture("mentor-twice"));
    const together = await Together.open(page, chart ? "chart" : "mentor");
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    const check = async () => {
      await expectAccessible(page);
      const before = page.viewportSize();
      await page.setViewportSize({ width: 320, height: 740 });
      await expect.poll(wide).toBe(320);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await expect.poll(wide).toBe(360);
      await page.evaluate(() => (document.documentElement.style.fontSize = ""));
      await page.setViewportSize(before);
    };
    await check();
    await together.begin.click();
    await together.agreed.fill("SYNTHETIC agreement");
    await check();
    await together.toClosing();
    await check();
  });
}
