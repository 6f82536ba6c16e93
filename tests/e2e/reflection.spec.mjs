// What one makes of two times, and where one worked: kept while it is typed, shown on the chart, taken back by undo.
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { Views } from "./pages/views.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const FIELDS = [
  ["What has changed?", "changed", "SYNTHETIC: I wait longer"],
  ["What else contributed?", "contributed", "SYNTHETIC: a smaller class"],
  ["What next?", "next", "SYNTHETIC: watch a lesson"],
];
const field = (page, name) => page.getByRole("textbox", { name, exact: true });

async function reflecting(page, app) {
  await app.openWith(file(record({ poles: POLES.slice(0, 3), times: [[4, 5, 6], Object.assign([6, 5, 6], { finished: true })] })));
  await new Views(page).go("Then and now");
  const compare = new Compare(page);
  await compare.expectHere();
  return compare;
}

const stored = async (app) => (await app.stored()).occasions;

test("each question is kept while one types, with the later time", async ({ page, app }) => {
  await reflecting(page, app);
  for (const [name, , words] of FIELDS) {
    await field(page, name).focus();
    await page.keyboard.type(words);
    await expect(field(page, name)).toHaveValue(words);
  }
  // The last field still has the focus.
  await expect(field(page, "What next?")).toBeFocused();
  await app.expectSaved();
  const occasions = await stored(app);
  for (const [, key, words] of FIELDS) {
    expect(occasions["chart/o2"][key]).toBe(words);
    expect(occasions["chart/o1"][key]).toBe("");
  }
  await app.reload();
  for (const [name, , words] of FIELDS) await expect(field(page, name)).toHaveValue(words);
});

test("where one worked is kept with each of the two times", async ({ page, app }) => {
  const compare = await reflecting(page, app);
  const place = (day) => field(page, `${day}: where I worked, and which classes I had in mind`);
  await expect(place("June 2014")).toBeHidden();
  await compare.unfold("Where I worked");
  await place("June 2014").fill("SYNTHETIC: the old hall");
  await place("June 2015").focus();
  await page.keyboard.type("SYNTHETIC: a new room");
  await app.expectSaved();
  const occasions = await stored(app);
  expect(occasions["chart/o1"].context).toBe("SYNTHETIC: the old hall");
  expect(occasions["chart/o2"].context).toBe("SYNTHETIC: a new room");
});

test("the chart’s page shows what was written, and nothing where nothing was", async ({ page, app }) => {
  const compare = await reflecting(page, app);
  await new Views(page).go("Chart");
  const chart = new Chart(page);
  const said = page.getByRole("heading", { level: 2, name: "What I made of it" });
  await expect(chart.article).toBeVisible();
  await expect(said).toHaveCount(0);
  await new Views(page).go("Then and now");
  await field(page, "What next?").fill("SYNTHETIC: watch a lesson");
  await compare.unfold("Where I worked");
  await field(page, "June 2015: where I worked, and which classes I had in mind").fill("SYNTHETIC: a new room");
  await new Views(page).go("Chart");
  await expect(said).toBeVisible();
  await expect(chart.article.getByRole("term")).toHaveText(["What next?", "Where I worked, and which classes I had in mind"]);
  await expect(chart.article.getByRole("definition")).toHaveText(["SYNTHETIC: watch a lesson", "SYNTHETIC: a new room"]);
});

test("what was typed is taken back as a whole", async ({ page, app }) => {
  await reflecting(page, app);
  const changed = field(page, "What has changed?");
  await changed.focus();
  await page.keyboard.type("SYNTHETIC: I wait longer");
  await app.undo.click();
  await expect(changed).toHaveValue("");
  await app.expectSaved();
  expect((await stored(app))["chart/o2"].changed).toBe("");
});

test("another two times have their own answers", async ({ page, app }) => {
  const times = [[1, 2, 3], Object.assign([2, 3, 4], { finished: true }), Object.assign([3, 4, 5], { finished: true })];
  await app.openWith(file(record({ poles: POLES.slice(0, 3), times })));
  await new Views(page).go("Then and now");
  const compare = new Compare(page);
  const changed = field(page, "What has changed?");
  await changed.fill("SYNTHETIC: of the third time");
  await compare.now.selectOption({ label: "13 June 2015" });
  await expect(changed).toHaveValue("");
  await changed.fill("SYNTHETIC: of the second time");
  await compare.now.selectOption({ label: "13 June 2016" });
  await expect(changed).toHaveValue("SYNTHETIC: of the third time");
});
