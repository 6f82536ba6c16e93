// The pages around then and now break no rule, fit a narrow page and large text, and keep their states in forced colours.
import { Begin } from "./pages/begin.mjs";
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { OverTime } from "./pages/over-time.mjs";
import { StillToGo } from "./pages/still-to-go.mjs";
import { Views } from "./pages/views.mjs";
import { POLES, THREE, file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

/** The comparison of three times with everything opened that can be. */
async function openCompare(page) {
  await new Views(page).go("Then and now");
  const compare = new Compare(page);
  for (const id of ["a01", "a06", "a09"]) await compare.open(THREE[id]);
  for (const part of ["As a table", "Where I worked", "Why does the shape look different?"]) await compare.unfold(part);
  await expect(compare.table).toBeVisible();
}

// Each page, and how one comes to it.
const PAGES = [
  ["then and now, opened", openCompare],
  ["over time", async (page) => {
    await new Views(page).go("Over time");
    await new OverTime(page).line(`2 ${THREE.a02}`).locator("summary").click();
  }],
  ["still to go", async (page) => {
    await new Views(page).go("Still to go");
    await new StillToGo(page).importance.click();
    await expect(new StillToGo(page).byWeight).toBeVisible();
  }],
  ["before a quick update", async (page) => {
    await new Chart(page).openMore();
    await new Chart(page).quick.click();
    await new Begin(page).expectHere("Quick update");
  }],
  ["before looking back", async (page) => {
    await new Chart(page).openMore();
    await new Chart(page).lookBack.click();
    await new Begin(page).expectHere("Looking back");
  }],
  ["looking back", async (page) => {
    await page.goto("./#/chart/three-times/begin/look-back");
    await new Begin(page).begin.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where was I then?");
    await expect(page.getByRole("slider").first()).toBeVisible();
  }],
];

for (const [what, reach] of PAGES) {
  test(`${what}: breaks no rule, light and dark`, async ({ page, app }) => {
    test.slow();
    await app.openWith(fixture("three-times"));
    await reach(page);
    await expectAccessible(page);
  });

  test(`${what}: fits 320 px, and twice the text`, async ({ page, app }) => {
    await page.setViewportSize({ width: 320, height: 740 });
    await app.openWith(fixture("three-times"));
    await reach(page);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(wide).toBe(320);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await expect.poll(wide).toBe(360);
  });
}

test("before the first time once more: breaks no rule, light and dark", async ({ page, app }) => {
  await page.clock.setFixedTime(new Date("2014-06-20T10:00:00"));
  await app.openWith(file(record({ times: [Object.assign([5, 6, 7, 4, 3], { finished: true })] })));
  await new Chart(page).openMore();
  await new Chart(page).steady.click();
  await new Begin(page).expectHere("How steady are my ratings?");
  await expect(new Begin(page).begin).toBeVisible();
  await expectAccessible(page);
  await new Begin(page).begin.click();
  await expect(page.getByRole("slider", { name: `${POLES[0][0]}, from ` })).toBeVisible();
  await expectAccessible(page);
});

test("in forced colours a chip that is on looks unlike one that is off", async ({ page, app }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await app.openWith(fixture("three-times"));
  await new Views(page).go("Then and now");
  const compare = new Compare(page);
  const look = (name) => compare.chip(name).screenshot().then((picture) => picture.toString("base64"));
  const [on, off] = [await look("Looking back, September 2025"), await look("mentor, September 2025")];
  // The same chip, so that its words are the same.
  await compare.chip("Looking back, September 2025").click();
  await compare.chip("mentor, September 2025").click();
  await compare.expectShown(["September 2023", "September 2025", "mentor, September 2025"]);
  await page.mouse.move(0, 0);
  await compare.sort.focus();
  expect(await look("Looking back, September 2025")).not.toBe(on);
  expect(await look("mentor, September 2025")).not.toBe(off);
  const outline = (name) => compare.chip(name).evaluate((chip) => getComputedStyle(chip).outlineStyle);
  expect(await outline("mentor, September 2025")).toBe("solid");
  expect(await outline("Looking back, September 2025")).toBe("none");
});

test("in forced colours every view draws, in greys", async ({ page, app }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await app.openWith(fixture("three-times"));
  for (const view of ["Then and now", "Over time", "Still to go"]) {
    await new Views(page).go(view);
    const canvases = page.locator("article canvas:visible");
    await expect(canvases.first()).toBeVisible();
    const found = () =>
      canvases.evaluateAll((all) =>
        all.map((canvas) => {
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          const coloured = data.some((part, at) => at % 4 === 0 && (part !== data[at + 1] || part !== data[at + 2]));
          return data.some((part) => part > 0) && !coloured;
        }),
      );
    await expect.poll(async () => (await found()).every(Boolean), view).toBe(true);
  }
});
