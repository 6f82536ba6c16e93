// The comparison by keyboard alone: rows, chips, choices, the tick, the shuffle, the table.
import { Compare, picture } from "./pages/compare.mjs";
import { Views } from "./pages/views.mjs";
import { THREE, fixture } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

async function compareThree(page, app) {
  await app.openWith(fixture("three-times"));
  await app.tabTo(new Views(page).to("Then and now"));
  await page.keyboard.press("Enter");
  const compare = new Compare(page);
  await compare.expectHere();
  await expect(app.heading).toBeFocused();
  return compare;
}

test("a row is opened, ticked and closed", async ({ page, app }) => {
  const compare = await compareThree(page, app);
  await app.tabTo(compare.opener(THREE.a03));
  await page.keyboard.press("Enter");
  await compare.expectOpen(THREE.a03);
  await page.keyboard.press("Tab");
  await expect(compare.tick(THREE.a03)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(compare.tick(THREE.a03)).toBeChecked();
  await expect(compare.tick(THREE.a03)).toBeFocused();
  await expect(compare.sentence).toContainText("2 seen differently now");
  await page.keyboard.press("Shift+Tab");
  await expect(compare.opener(THREE.a03)).toBeFocused();
  await page.keyboard.press("Space");
  await compare.expectOpen(THREE.a03, false);
  await expect(compare.opener(THREE.a03)).toBeFocused();
});

test("layers are shown and hidden, and the focus stays", async ({ page, app }) => {
  const compare = await compareThree(page, app);
  await app.tabTo(compare.chip("Looking back, September 2025"));
  await page.keyboard.press("Space");
  await compare.expectShown(["September 2023", "September 2025"]);
  await expect(compare.chip("Looking back, September 2025")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await compare.expectShown(["September 2023", "September 2025", "Where I need to be"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(compare.full).toBeVisible();
  await expect(compare.chip("mentor, September 2025")).toBeFocused();
});

test("two other times and another order are chosen, and the focus stays", async ({ page, app }) => {
  const compare = await compareThree(page, app);
  await app.tabTo(compare.then);
  await page.keyboard.press("End");
  await expect(compare.now.locator("option:checked")).toHaveText("15 September 2025");
  await page.keyboard.press("Home");
  await expect(compare.then.locator("option:checked")).toHaveText("18 September 2023");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(compare.then.locator("option:checked")).toHaveText("24 June 2024");
  await expect(compare.then).toBeFocused();
  await expect(compare.sentence).toContainText(/^You rated 8 of 12 both times/);
  await app.tabTo(compare.sort);
  await page.keyboard.press("ArrowDown");
  await expect(compare.sort).toHaveValue("to-go");
  await expect(compare.sort).toBeFocused();
  await expect(compare.rows.first().getByRole("heading")).toHaveText(THREE.a09);
});

test("the shape is shuffled and put back, the numbers stay", async ({ page, app }) => {
  const compare = await compareThree(page, app);
  await app.tabTo(compare.folded("Why does the shape look different?").locator("summary"));
  await page.keyboard.press("Enter");
  const shape = page.getByRole("img", { name: "The same numbers as on the wheel above" });
  await expect(shape).toBeVisible();
  const [above, before] = [await picture(compare.wheel), await picture(shape)];
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Shuffle the order" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => picture(shape)).not.toBe(before);
  await expect(compare.article.getByText("Another order. Every number is the same.")).toBeVisible();
  expect(await picture(compare.wheel)).toBe(above);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => picture(shape)).toBe(before);
  await expect(compare.article.getByText("The order as it always is.")).toBeVisible();
});

test("everything that has the focus is in sight", async ({ page, app }) => {
  test.slow();
  const compare = await compareThree(page, app);
  await compare.open(THREE.a03);
  await compare.unfold("As a table");
  expect(await app.tabThrough()).toBeGreaterThan(30);
});
