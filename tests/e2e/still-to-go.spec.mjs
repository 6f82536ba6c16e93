// Still to go: now against where one needs to be.
import { StillOpen } from "./pages/still-open.mjs";
import { StillToGo } from "./pages/still-to-go.mjs";
import { Views } from "./pages/views.mjs";
import { POLES, THREE, file, fixture, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const texts = (ids) => ids.map((id) => THREE[id]);
// 3, 3, 2, 1 five times, 0 and 1 beyond. The level of a04 was said at an earlier time, and stands.
const LONGEST = ["a09", "a12", "a03", "a01", "a02", "a04", "a06", "a11", "a10", "a08"];

async function stillToGo(page, app) {
  await app.openWith(fixture("three-times"));
  await new Views(page).go("Still to go");
  await app.expectAt("Still to go");
  return new StillToGo(page);
}

test("the longest way stands first, each with its numbers", async ({ page, app }) => {
  const view = await stillToGo(page, app);
  await view.expectOrder(texts(LONGEST));
  await expect(view.row(THREE.a09).getByRole("listitem")).toHaveText(["Now: 5", "Where I need to be: 8"]);
  await expect(view.row(THREE.a09)).toContainText("Still to go: 3");
  await expect(view.row(THREE.a09)).toContainText("matters most");
  await expect(view.row(THREE.a01)).not.toContainText("matters most");
  await expect(view.row(THREE.a10)).toContainText("Nothing still to go");
  await expect(view.row(THREE.a08)).toContainText("Already beyond, by 1");
});

test("the sentence has both means and what they rest on", async ({ page, app }) => {
  const view = await stillToGo(page, app);
  // 12 over 10, what is passed counted below 0; and 14 over 10, whichever side.
  await expect(view.sentence).toHaveText("10 of 11 have a level you need. Average still to go: 1.2; average distance: 1.4.");
});

test("importance is folded, and puts the list in order", async ({ page, app }) => {
  const view = await stillToGo(page, app);
  await expect(view.byWeight).toBeHidden();
  await view.importance.click();
  await view.byWeight.check();
  // 12, 12, 10, 5, 3; the others have none.
  await view.expectOrder(texts(["a09", "a12", "a03", "a02", "a01", "a04", "a06", "a11", "a10", "a08"]));
  await expect(view.level(THREE.a06, 5)).toHaveAttribute("aria-pressed", "false");
  await view.level(THREE.a06, 5).click();
  await expect(view.level(THREE.a06, 5)).toHaveAttribute("aria-pressed", "true");
  await expect(view.level(THREE.a06, 5)).toBeFocused();
  // Rows keep their place until they are sorted anew.
  await view.expectOrder(texts(["a09", "a12", "a03", "a02", "a01", "a04", "a06", "a11", "a10", "a08"]));
  await view.byWeight.uncheck();
  await view.expectOrder(texts(LONGEST));
  await view.byWeight.check();
  await view.expectOrder(texts(["a09", "a12", "a03", "a02", "a06", "a01", "a04", "a11", "a10", "a08"]));
  await app.expectSaved();
  expect((await app.stored()).occasions["three-times/end"].ratings.a06.importance).toBe(5);
});

test("without any importance there is nothing to sort by, until it is said", async ({ page, app }) => {
  const chart = record({ poles: POLES.slice(0, 2), times: [Object.assign([5, 2], { finished: true })] });
  chart.occasions[0].ratings.i1.needed = 8;
  chart.occasions[0].ratings.i2.needed = 6;
  await app.openWith(file(chart));
  await new Views(page).go("Still to go");
  const view = new StillToGo(page);
  await view.expectOrder([POLES[1][0], POLES[0][0]]);
  await view.importance.click();
  await expect(view.level(POLES[0][0], 5)).toBeVisible();
  await expect(view.byWeight).toHaveCount(0);
  await view.level(POLES[0][0], 5).click();
  await view.byWeight.check();
  await view.expectOrder([POLES[0][0], POLES[1][0]]);
});

test("where levels are missing the way to say them is there", async ({ page, app }) => {
  const view = await stillToGo(page, app);
  // What has no level there does not apply.
  await expect(view.levels).toHaveCount(0);
  const chart = record({ id: "some", poles: POLES.slice(0, 2), times: [Object.assign([5, 2], { finished: true })] });
  chart.occasions[0].ratings.i1.needed = 8;
  await app.openWith(file(chart));
  await new Views(page).go("Still to go");
  await view.levels.click();
  await expect(new StillOpen(page).parts.filter({ hasText: "Where I need to be" })).toBeVisible();
});

test("a level needed of 0 and a number above it are no mistake", async ({ page, app }) => {
  const chart = record({ poles: POLES.slice(0, 1), times: [Object.assign([5], { finished: true })] });
  chart.occasions[0].ratings.i1.needed = 0;
  await app.openWith(file(chart));
  await new Views(page).go("Still to go");
  const view = new StillToGo(page);
  await expect(view.row(POLES[0][0])).toContainText("Already beyond, by 5");
  await expect(view.sentence).toHaveText("1 of 1 have a level you need. Average still to go: −5.0; average distance: 5.0.");
  await expect(view.levels).toHaveCount(0);
});
