// The filled sample: opened, played with, removed. And what is still open in a chart, if one likes.
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { Home } from "./pages/home.mjs";
import { More } from "./pages/more.mjs";
import { Rate } from "./pages/rate.mjs";
import { StillOpen } from "./pages/still-open.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

test("the sample says that it is invented, can be played with, and is removed again", async ({ page, app }) => {
  await app.open();
  const home = new Home(page);
  await home.sample.click();
  const chart = new Chart(page);
  await chart.expectTitle("An excellent music teacher");
  await expectAccessible(page);
  await chart.thenAndNow.click();
  const compare = new Compare(page);
  await expect(compare.sentence).toBeVisible();
  await expectAccessible(page);
  await app.back.click();

  await chart.rateAgain.click();
  const rate = new Rate(page);
  await rate.expectHere();
  await rate.ranges.first().press("9");
  await rate.finish.click();
  await expect(compare.sentence).toContainText("You rated 1 of 10 both times");

  await app.toCharts();
  await expect(home.cards).toHaveCount(1);
  await expect(home.cards).toContainText("invented sample");
  await expectAccessible(page);
  // Opened again it is still the one that was played with.
  await app.toMore();
  await page.getByRole("button", { name: "Look at a filled sample" }).click();
  await chart.expectTitle("An excellent music teacher");
  await app.toCharts();
  await expect(home.cards).toHaveCount(1);

  await home.cards.click();
  await chart.openMore();
  await chart.removeSample.click();
  await home.expectEmpty();
  await app.expectSaved();
  expect(await app.stored()).toEqual({ heads: {}, occasions: {}, targets: {}, instruments: {} });
  await app.reload();
  await home.expectEmpty();
});

test("what is still open is named part by part and filled in later", async ({ page, app }) => {
  await app.openWith(file(record({ poles: [[POLES[0][0], ""], POLES[1]], times: [[4, null]] })));
  const chart = new Chart(page);
  await chart.openMore();
  await chart.stillOpen.click();
  const open = new StillOpen(page);
  await expect(open.parts).toHaveText(["Opposites", "What one would see at each end", "Where I need to be", "Reasons and examples"]);
  await expect(open.main).not.toContainText("%");
  await expect(open.main.getByRole("progressbar")).toHaveCount(0);
  await open.open("Opposites");
  await page.getByLabel("The opposite would be…").fill("Fills the hour");
  await open.open("What one would see");
  await page.getByLabel("What would one see at 10?", { exact: true }).first().fill("A question on the board");
  await open.open("Where I need to be");
  await page.getByRole("group", { name: "Where do you need to be?" }).getByRole("button", { name: "8", exact: true }).click();
  await open.open("Reasons");
  await page.getByLabel("Why?").fill("(synthetic) reason");
  await page.getByLabel("For example…", { exact: true }).fill("(synthetic) example");
  await expectAccessible(page);
  await app.expectSaved();
  const stored = await app.stored();
  expect(stored.heads.chart.instrument.items[0]).toMatchObject({ opposite: "Fills the hour", seen_high: "A question on the board" });
  expect(stored.occasions["chart/o1"].ratings.i1).toEqual({
    answer: 4,
    needed: 8,
    why: "(synthetic) reason",
    example: "(synthetic) example",
    importance: null,
    idea_changed: false,
  });

  await app.back.click();
  await expect(chart.item(POLES[0][0])).toContainText("Where I need to be: 8");
  await expect(chart.item(POLES[0][0])).toContainText("“(synthetic) example”");
  await chart.openMore();
  await chart.stillOpen.click();
  await expect(open.parts).toHaveText(["What one would see at each end"]);
  await open.rate.click();
  await new Rate(page).expectHere();
});

test("the page “More” is accessible", async ({ page, app }) => {
  await app.open("#/more");
  await expect(new More(page).storage).toBeVisible();
  await expectAccessible(page);
});

test.describe("without a connection", () => {
  test.use({ allowed: /^console: / });

  test("a sample that cannot be fetched is told", async ({ page, app }) => {
    await page.route("**/samples/*", (route) => route.abort());
    await app.open();
    await new Home(page).sample.click();
    await expect(page.getByText("The sample could not be fetched.")).toBeVisible();
  });
});

test("a target that was emptied is no row of the page", async ({ page, app }) => {
  await app.openWith(file(record({ target_order: ["t"], targets: [{ id: "t", item: null, what: "", hows: [], until: null }] })));
  const chart = new Chart(page);
  await expect(chart.article).toBeVisible();
  await expect(chart.targets).toHaveCount(0);
});
