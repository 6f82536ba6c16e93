// The comparison as a table: what is in its cells, what it rests on, and the text that is copied.
import { Compare } from "./pages/compare.mjs";
import { Views } from "./pages/views.mjs";
import { THREE, file, fixture, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const [THEN, NOW] = ["September 2023", "September 2025"];
const HEAD = [
  "Attribute",
  THEN,
  NOW,
  "Change",
  "Where I need to be",
  `Still to go, ${THEN}`,
  `Still to go, ${NOW}`,
  "Looking back, September 2025",
  "Looking back − then",
  "Now − looking back",
  "mentor, September 2025",
  "Note",
  "Opposite",
  `Words, ${THEN}`,
  `Words, ${NOW}`,
];
// Without the attribute, its opposite and the words: then, now, change, needed, both gaps, back, shift, yardstick, mentor.
const NUMBERS = {
  a01: ["6", "8", "+2", "9", "+2", "+1", "5", "−1", "+3", "9"],
  a02: ["4", "8", "+4", "9", "+4", "+1", "2", "−2", "+6", "7"],
  a03: ["3", "6", "+3", "8", "+5", "+2", "2", "−1", "+4", "7"],
  a04: ["5", "7", "+2", "8", "+3", "+1", "4", "−1", "+3", "6"],
  a05: ["7", "doesn’t apply to me", "", "7", "0", "", "7", "0", "", "8"],
  a06: ["4", "7", "+3", "8", "+4", "+1", "2", "−2", "+5", "8"],
  a08: ["5", "7", "+2", "6", "+1", "−1", "5", "0", "+2", "7"],
  a09: ["7", "5", "−2", "8", "+2", "+3", "5", "−2", "0", "7"],
  a10: ["10", "10", "0", "10", "0", "0", "9", "−1", "+1", "9"],
  a11: ["", "6", "", "7", "", "+1", "", "", "", "5"],
  a12: ["", "4", "", "7", "", "+3", "", "", "", "5"],
  a07: ["6", "", "", "", "", "", "", "", "", ""],
};
const NOTES = {
  a05: "Not rated both times",
  a06: "Ends reworded. Then: “Good behaviour”, opposite “Chaos”.",
  a07: "Set aside since then",
  a09: "My idea of this has changed: the two numbers are not on one yardstick.",
  a10: "At the best end then already: no room to rise.",
  a11: "New since then",
  a12: "New since then",
};
const SENTENCE = "You rated 8 of 12 both times: 6 higher, 1 the same, 0 lower. 1 seen differently now, 2 new, 1 set aside.";
// 2 + 4 + 3 + 2 + 3 + 2 − 2 + 0 over eight; the ninth that was there both times does not apply any more.
const MEAN = "Mean change +1.8, over the 8 of 9 rated both times, as the numbers were given";

async function openTable(page, app) {
  await app.openWith(fixture("three-times"));
  await new Views(page).go("Then and now");
  const compare = new Compare(page);
  await expect(compare.table).toBeHidden();
  await compare.unfold("As a table");
  await expect(compare.table).toBeVisible();
  return compare;
}

/** The cells of the rows of the body, of each its words. */
const cells = (table) =>
  table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

test("every cell is the fixture’s, with its sign", async ({ page, app }) => {
  const compare = await openTable(page, app);
  await expect(compare.table.getByRole("columnheader")).toHaveText(HEAD);
  await expect(compare.table.getByRole("rowheader")).toHaveText(Object.keys(NUMBERS).map((id) => THREE[id]));
  const rows = await cells(compare.table);
  for (const [at, [id, numbers]] of Object.entries(NUMBERS).entries()) {
    expect(rows[at].slice(1, 11), THREE[id]).toEqual(numbers);
    expect(rows[at][11], THREE[id]).toBe(NOTES[id] ?? "");
  }
  expect(rows[2][12]).toBe("Says “lovely” to everything");
  expect(rows[8].slice(13)).toEqual(["I have taught most of them since Reception.", ""]);
  // A reason and an example stand beside one another.
  expect(rows[2][13]).toBe(
    "I tell them it was good because we have to move on. · Three groups played on Tuesday and each of them got a clap.",
  );
});

test("above it stands what was counted, below it the mean with what it rests on", async ({ page, app }) => {
  const compare = await openTable(page, app);
  await expect(compare.table.locator("caption")).toHaveText(SENTENCE);
  await expect(compare.table.locator("tfoot")).toHaveText(MEAN);
});

test("of what nothing is known there is no column", async ({ page, app }) => {
  await app.openWith(file(record({ poles: [["Plans", "Improvises"]], times: [[4], Object.assign([4], { finished: true })] })));
  await new Views(page).go("Then and now");
  const compare = new Compare(page);
  await compare.unfold("As a table");
  await expect(compare.table.getByRole("columnheader")).toHaveText([
    "Attribute",
    "June 2014",
    "June 2015",
    "Change",
    "Note",
    "Opposite",
    "Words, June 2014",
    "Words, June 2015",
  ]);
  await expect(compare.table.locator("tfoot")).toHaveText("Mean change 0.0, over the 1 of 1 rated both times, as the numbers were given");
});

test("what is copied is what is shown, cell by cell", async ({ page, app, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const compare = await openTable(page, app);
  await compare.copy.click();
  await expect(compare.article.getByText("Copied. It can be pasted into a spreadsheet or a document.")).toBeVisible();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).split("\n").map((line) => line.split("\t"));
  // A spreadsheet reads no other minus.
  const shown = (await cells(compare.table)).map((row) => row.map((cell) => cell.replace(/^−(?=\d+$)/, "-")));
  expect(shown.flat()).toContain("-2");
  expect(copied).toEqual([
    [SENTENCE],
    HEAD,
    ...shown,
    [MEAN],
    ["My own ratings, for my development. Not an inspection or appraisal."],
  ]);
});

test("words that look like a formula are copied as words", async ({ page, app, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const now = Object.assign([4], { finished: true, whys: ["two\nlines\tand a tab"] });
  await app.openWith(file(record({ poles: [["=SUM(A1)", "Improvises"]], times: [[6], now] })));
  await new Views(page).go("Then and now");
  const compare = new Compare(page);
  await compare.unfold("As a table");
  await compare.copy.click();
  await expect(compare.article.getByText("Copied.")).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  expect(lines).toHaveLength(5);
  const row = lines[2].split("\t");
  expect(row[0]).toBe("'=SUM(A1)");
  expect(row.at(-1)).toBe("two lines and a tab");
});

test("a clipboard that refuses is told", async ({ page, app }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  const compare = await openTable(page, app);
  await compare.copy.click();
  await expect(compare.article.getByRole("status").filter({ hasText: "The browser did not allow it." })).toBeVisible();
  await expect(compare.article.getByText("Copied.")).toHaveCount(0);
});

test("at 320 px the table scrolls inside its room, by keyboard too, and the page does not", async ({ page, app }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  const compare = await openTable(page, app);
  const room = await compare.table.evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
  expect(room.scrollWidth).toBeGreaterThan(room.clientWidth * 2);
  expect(room.clientWidth).toBeLessThanOrEqual(320);
  await compare.table.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => compare.table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await page.evaluate(() => scrollX)).toBe(0);
});
