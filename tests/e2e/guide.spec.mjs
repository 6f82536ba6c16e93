// The guide, and its timer: reckoned by the clock, told and never pressing.
import { Guide } from "./pages/guide.mjs";
import { Together } from "./pages/together.mjs";
import { file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEN = new Date("2026-05-13T10:00:00");

/** The guide with a clock that stands still until it is moved. */
async function stopped(page, app) {
  await page.clock.install({ time: TEN });
  await app.open();
  const guide = await Guide.open(page);
  await page.clock.pauseAt(new Date("2026-05-13T10:10:00"));
  return guide;
}

test("it is found from More and from a talk, and names its sources", async ({ page, app }) => {
  await app.open("#/more");
  await page.getByRole("link", { name: "Open the guide" }).click();
  await app.expectAt("Talking with a chart");
  const { main } = new Guide(page);
  await expect(main.getByRole("heading", { level: 2 })).toHaveText([
    "Before", "During", "After", "Questions to ask", "How to say it", "What to leave out", "A talk in 24 minutes",
  ]);
  await expect(main.getByText(/^Adapted from /)).toHaveCount(3);
  await expect(main).toContainText("Contains public sector information licensed under the Open Government Licence v3.0.");
  await app.takeIn(file(record()));
  const together = await Together.open(page, "chart");
  await together.guide.click();
  await app.expectAt("Talking with a chart");
});

test("the steps follow each other by the clock", async ({ page, app }) => {
  const guide = await stopped(page, app);
  await expect(guide.left).toHaveCount(0);
  await expect(guide.current).toHaveCount(0);
  await guide.start.click();
  await guide.expectAt("Step 1 of 6: Presenter (4 minutes – group may only listen, not talk)", "4:00");
  await expect(guide.told).toContainText("The presenter speaks. All others listen.");
  await page.clock.runFor(61_000);
  await guide.expectAt("Step 1 of 6", "2:59");
  // A page that was out of sight missed all the seconds between, and shows what the clock says.
  await page.clock.fastForward(5 * 60_000);
  await guide.expectAt("Step 2 of 6: Clarifying questions (3 minutes)", "0:59");
  await expect(guide.current).toContainText("Clarifying questions (3 minutes)");
  await page.clock.fastForward(17 * 60_000 + 58_000);
  await guide.expectAt("Step 6 of 6: Reflection (2 minutes)", "0:01");
  await page.clock.runFor(2000);
  await expect(guide.told).toHaveText("The 24 minutes are over. Take the time you need.");
  await expect(guide.left).toHaveCount(0);
  await guide.again.click();
  await guide.expectAt("Step 1 of 6", "4:00");
});

test("it stands still, goes on, and goes from step to step", async ({ page, app }) => {
  const guide = await stopped(page, app);
  await guide.start.click();
  await page.clock.runFor(30_000);
  await guide.pause.click();
  await page.clock.runFor(600_000);
  await guide.expectAt("Step 1 of 6", "3:30");
  await guide.goOn.click();
  await page.clock.runFor(10_000);
  await guide.expectAt("Step 1 of 6", "3:20");
  await guide.next.click();
  await guide.expectAt("Step 2 of 6", "3:00");
  await page.clock.runFor(5000);
  await guide.expectAt("Step 2 of 6", "2:55");
  await guide.back.click();
  await guide.expectAt("Step 1 of 6", "4:00");
});

test("what is said aloud changes once a step", async ({ page, app }) => {
  const guide = await stopped(page, app);
  await guide.start.click();
  await guide.expectAt("Step 1 of 6", "4:00");
  await guide.told.evaluate((told) => {
    window.said = [];
    new MutationObserver(() => window.said.push(told.innerText)).observe(told, { childList: true, characterData: true, subtree: true });
  });
  await page.clock.runFor(230_000);
  await guide.expectAt("Step 1 of 6", "0:10");
  expect(await page.evaluate(() => window.said)).toEqual([]);
  await page.clock.runFor(20_000);
  await guide.expectAt("Step 2 of 6", "2:50");
  expect(await page.evaluate(() => window.said.at(-1))).toContain("Step 2 of 6");
});

test("the screen stays on while it runs, and no longer", async ({ page, app }) => {
  await page.addInitScript(() => {
    window.awake = 0;
    const request = async () => {
      window.awake += 1;
      return { release: () => (window.awake -= 1) };
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  const awake = () => page.evaluate(() => window.awake);
  const guide = await stopped(page, app);
  expect(await awake()).toBe(0);
  await guide.start.click();
  await expect.poll(awake).toBe(1);
  // What is out of sight loses it, and asks again.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await guide.expectAt("Step 1 of 6", "4:00");
  await expect.poll(awake).toBe(1);
  await guide.pause.click();
  await expect.poll(awake).toBe(0);
});

test("by keyboard alone, and the focus stays where it is", async ({ page, app }) => {
  const guide = await stopped(page, app);
  await app.tabTo(guide.start);
  await page.keyboard.press("Enter");
  await expect(guide.pause).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(guide.goOn).toBeFocused();
  await app.tabTo(guide.next);
  await page.keyboard.press("Space");
  await guide.expectAt("Step 2 of 6", "3:00");
});

test("breaks no rule, fits 320 px, and twice the text", async ({ page, app }) => {
  await app.open();
  const guide = await Guide.open(page);
  await expectAccessible(page);
  await guide.start.click();
  await expect(guide.left).toBeVisible();
  await expectAccessible(page);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 320, height: 740 });
  await expect.poll(wide).toBe(320);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await expect.poll(wide).toBe(360);
});
