// On a borrowed device: nothing is kept, what is kept there stays out of sight, and the end offers a file.
import { Chart } from "./pages/chart.mjs";
import { download } from "./pages/closing.mjs";
import { Home } from "./pages/home.mjs";
import { Library } from "./pages/library.mjs";
import { Lock } from "./pages/lock.mjs";
import { More } from "./pages/more.mjs";
import { Opening } from "./pages/opening.mjs";
import { Rate } from "./pages/rate.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const MINE = "Synthetic and mine";
const OWNERS = "The owner's own";
const BANNER = "Just for now: nothing is kept once this window is closed.";
const FLAG = "sessionStorage/roundel.for-now: 1";

test("just for now keeps nothing, hides what is there and leaves it as it was, and ends with a file", async ({ page, app }) => {
  const kept = new Lock(page);
  await app.openWith(file(record({ id: "owners", title: OWNERS })));
  const before = await kept.keptTexts();
  await app.open("#/storage");
  await page.getByRole("button", { name: "Use it just for now" }).click();
  await new Home(page).expectEmpty();
  await expect(page.getByText(BANNER)).toBeVisible();
  await expect(page.getByText(OWNERS)).toHaveCount(0);
  await expectAccessible(page);
  // The same chart as the owner's, changed: it stays apart.
  await app.toMore();
  await new Opening(page).pickAndTakeIn(file([record({ title: MINE }), record({ id: "owners", title: `${OWNERS}, changed` })]));
  await page.goto("./#/chart/chart/rate/o1/auto");
  await new Rate(page).range(POLES[0][0]).press("7");
  await expect(app.saving).toHaveText("Not kept");
  // The device that it is borrowed from keeps a history.
  await page.goto("./#/chart/chart");
  await expect(new Chart(page).item(POLES[0][0])).toBeVisible();
  await expect(page).toHaveTitle("Roundel");
  await app.toMore();
  await new More(page).theme("Dark").check();
  expect(new Set(await kept.keptTexts())).toEqual(new Set([...before, FLAG]));

  await page.getByRole("link", { name: "Save a file, or end it" }).click();
  await app.expectAt("Keeping your charts");
  await expectAccessible(page);
  const { text } = await download(page.getByRole("button", { name: "Save a file" }));
  expect(JSON.parse(text).records.map(({ title }) => title).sort()).toEqual([MINE, `${OWNERS}, changed`]);
  await page.getByRole("button", { name: "End, and forget it here" }).click();
  await expect(page.getByText("All that you have made in this window is gone then")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on here" }).click();
  await page.getByRole("button", { name: "End, and forget it here" }).click();
  await page.getByRole("button", { name: "Forget it all" }).click();
  await expect(new Home(page).card(OWNERS)).toBeVisible();
  await expect(page.getByText(BANNER)).toHaveCount(0);
  await expect(new Home(page).cards).toHaveCount(1);
  expect(new Set(await kept.keptTexts())).toEqual(new Set(before));
});

test("home offers it where it is empty, another window is as ever, and closing asks first", async ({ page, app, context }) => {
  await app.open();
  await page.getByRole("button", { name: "On a borrowed device? Use it just for now." }).click();
  await expect(page.getByText(BANNER)).toBeVisible();
  await expect(page.getByRole("button", { name: "On a borrowed device?" })).toHaveCount(0);
  await page.goto("./#/more");
  await new Opening(page).pickAndTakeIn(file(record({ title: MINE })));
  await expect(new Chart(page).item(POLES[0][0])).toBeVisible();
  const other = await context.newPage();
  await other.goto("./");
  await new Home(other).expectEmpty();
  await expect(other.getByText(BANNER)).toHaveCount(0);
  await page.bringToFront();
  await page.getByRole("link", { name: "Save a file, or end it" }).click();
  const asked = page.waitForEvent("dialog");
  const closed = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await closed;
});

test("a record that is just for now ends by offering a file", async ({ page, app }) => {
  await app.open();
  const library = new Library(page);
  await library.open();
  await library.look("An excellent singer");
  await library.forNow.click();
  await expect(page.getByText("Save a file or print it if you want to keep it.")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await page.locator(".attributes > li").first().getByRole("textbox").fill(MINE);
  await page.evaluate(() => location.replace(location.hash.replace(/make.*/, "make/8")));
  await app.expectAt("Your first picture");
  await expect(page).toHaveTitle("Roundel");
  await expect(page.getByText("Nothing of it is kept here: save a file or print it to keep it.")).toBeVisible();
  const { text } = await download(page.getByRole("button", { name: "Save a file" }));
  expect(text).toContain(MINE);
  await new Lock(page).expectKeepsNone([MINE]);
});

test("in front of a locked store, it can be used just for now", async ({ page, app }) => {
  const lock = new Lock(page);
  await app.openWith(file(record({ id: "owners", title: OWNERS })));
  await lock.turnOn();
  await lock.expectOn();
  await page.reload();
  await lock.expectLocked();
  await lock.forNow.click();
  await new Home(page).expectEmpty();
  await expect(page.getByText(BANNER)).toBeVisible();
  await page.getByRole("link", { name: "Save a file, or end it" }).click();
  await page.getByRole("button", { name: "End, and forget it here" }).click();
  await lock.expectLocked();
});
