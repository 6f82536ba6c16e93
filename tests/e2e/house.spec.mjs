// What holds on every page: ready and said so, focus, appearance, undo, nothing hidden from the keyboard.
import { Attributes } from "./pages/attributes.mjs";
import { Chart } from "./pages/chart.mjs";
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { More } from "./pages/more.mjs";
import { Rate } from "./pages/rate.mjs";
import { POLES, file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const VALUES = [7, 0, 5, 10, 3, 8, null, 6];

test("the app marks the instant from which it can be used", async ({ page, app }) => {
  await app.open();
  const marks = await page.evaluate(() => performance.getEntriesByName("usable", "mark").length);
  expect(marks).toBe(1);
});

test("another page is announced from its heading, the first is not", async ({ page, app }) => {
  await app.open();
  await expect(app.heading).not.toBeFocused();
  await app.tabs.getByRole("link", { name: "More" }).click();
  await app.expectAt("More");
  await expect(app.heading).toBeFocused();
  await expect(page).toHaveTitle(/More/);
  await page.goBack();
  await app.expectAt("Your charts");
  await expect(app.heading).toBeFocused();
  await new Home(page).first.click();
  await expect(new Frame(page).subject).toBeVisible();
  await expect(app.heading).toBeFocused();
});

test("the navigation says where one is", async ({ page, app }) => {
  await app.open();
  const link = (name) => app.tabs.getByRole("link", { name });
  await expect(link("Charts")).toHaveAttribute("aria-current", "page");
  await link("More").click();
  await expect(link("More")).toHaveAttribute("aria-current", "page");
  await expect(link("Charts")).not.toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/#\/more$/);
});

test("an address that is not known leads home, one of a chart that is gone says so", async ({ page, app }) => {
  await app.open("#/no/such/page");
  await app.expectAt("Your charts");
  for (const hash of ["#/chart/gone", "#/chart/gone/make/2", "#/chart/gone/compare/a/b"]) {
    await page.goto(`./${hash}`);
    await expect(page.getByText("This chart is not here.")).toBeVisible();
    await expectAccessible(page);
  }
});

test("light or dark is a choice that stays", async ({ page, app }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await app.open("#/more");
  const more = new More(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await expect(more.theme("As my device")).toBeChecked();
  await more.theme("Dark").check();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await app.reload();
  await expect(more.theme("Dark")).toBeChecked();
  expect(await ground()).toBe(dark);
  await expectAccessible(page);
  await more.theme("Light").check();
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await ground()).toBe(light);
  await more.theme("As my device").check();
  await expect.poll(ground).toBe(dark);
  await app.reload();
  await expect(more.theme("As my device")).toBeChecked();
  expect(await ground()).toBe(dark);
});

test("one undo takes back all that was typed into a field", async ({ page, app }) => {
  await app.open();
  await new Home(page).first.click();
  const frame = new Frame(page);
  await expect(app.undo).toHaveCount(0);
  await frame.subject.focus();
  await page.keyboard.type("singer");
  await frame.owner.focus();
  await page.keyboard.type("S. N.");
  await app.undo.click();
  await expect(frame.owner).toHaveValue("");
  await expect(frame.subject).toHaveValue("singer");
  await app.undo.click();
  await expect(frame.subject).toHaveValue("");
  await expect(app.undo).toHaveCount(0);
  await app.redo.click();
  await expect(frame.subject).toHaveValue("singer");
  await expect(frame.owner).toHaveValue("");
  await app.expectSaved();
  await app.reload();
  await expect(frame.owner).toHaveValue("");
  await expect(frame.subject).toHaveValue("singer");
});

test("a deleted chart is brought back whole by one undo", async ({ page, app }) => {
  await app.openWith(fixture("singer"));
  const before = await app.stored();
  const chart = new Chart(page);
  await chart.openMore();
  await chart.remove.click();
  await expect(page.getByText("It is deleted.")).toBeVisible();
  const home = new Home(page);
  await home.expectEmpty();
  await expectAccessible(page);
  await app.expectSaved();
  expect((await app.stored()).heads).toEqual({});
  await page.getByText("It is deleted.").locator("..").getByRole("button", { name: "Undo" }).click();
  await expect(home.card("Attributes of an excellent singer")).toBeVisible();
  await app.expectSaved();
  expect(await app.stored()).toEqual(before);
});

test("a chart into which nothing was put is not kept", async ({ page, app }) => {
  await app.open();
  const home = new Home(page);
  await home.first.click();
  await new Frame(page).expectHere();
  await app.toCharts();
  await home.expectEmpty();
  await app.expectSaved();
  expect((await app.stored()).heads).toEqual({});
});

test("leaving a page with a field in focus stops nothing", async ({ page, app }) => {
  await app.openWith(file(record()));
  for (const number of [1, 2, 3, 6]) {
    await page.goto(`./#/chart/chart/make/${number}`);
    await page.getByRole("main").getByRole("textbox").last().focus();
    await page.keyboard.type("half a tho");
    await page.goBack();
    await expect(page).not.toHaveURL(new RegExp(`make/${number}$`));
    await app.expectStarted();
    await app.expectSaved();
  }
});

test("a finished chart stays finished when its attributes are changed", async ({ page, app }) => {
  await app.openWith(file(record({ times: [VALUES] })));
  const chart = new Chart(page);
  await expect(chart.rateAgain).toBeVisible();
  await chart.openMore();
  await chart.changeAttributes.click();
  await new Attributes(page).expectHere();
  await page.goto("./#/chart/chart");
  await expect(chart.rateAgain).toBeVisible();
});

// WCAG 2.2, 2.4.11: what has the focus is not hidden under the bar at the bottom.
for (const [name, hash] of [["the rating page", "rate/o1/auto"], ["the attributes", "make/2"], ["the chart", ""]]) {
  test(`on ${name}, what has the focus is in sight`, async ({ page, app }) => {
    await app.openWith(file(record({ times: [VALUES] })));
    await page.goto(`./#/chart/chart/${hash}`);
    await expect(app.heading).toBeVisible();
    expect(await app.tabThrough()).toBeGreaterThan(3);
  });
}

for (const [what, size] of [["320 px wide", { width: 320, height: 640 }], ["at 200 % text", { width: 360, height: 740, text: "32px" }]]) {
  test(`no page sticks out to the side, ${what}`, async ({ page, app }) => {
    await page.setViewportSize({ width: size.width, height: size.height });
    await app.openWith(file(record({ times: [Object.assign([...VALUES], { finished: true }), Object.assign([...VALUES].reverse(), { finished: true })] })));
    if (size.text) await page.evaluate((text) => (document.documentElement.style.fontSize = text), size.text);
    const hashes = ["", "/open", "/compare/o1/o2", "/rate/o2/wheel", "/rate/o2/one", "/rate/o2/wheel/i1", ...[1, 2, 3, 5, 6, 7, 8].map((step) => `/make/${step}`)];
    for (const hash of ["#/", "#/more", "#/scan", "#/carry", ...hashes.map((hash) => `#/chart/chart${hash}`)]) {
      await page.goto(`./${hash}`);
      await expect(app.heading).toBeVisible();
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), hash)
        .toBeLessThanOrEqual(0);
    }
  });
}

test("the whole of a first rating is done by keyboard alone", async ({ page, app }) => {
  await app.openWith(file(record({ poles: POLES.slice(0, 3) })));
  await page.goto("./#/chart/chart/rate/o1/auto");
  const rate = new Rate(page);
  await rate.expectHere();
  await rate.ranges.first().focus();
  await page.keyboard.press("7");
  await page.keyboard.press("Shift+Tab");
  await expect(rate.open(POLES[0][0])).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rate.sheet.attribute).toBeFocused();
  await rate.sheet.why.focus();
  await page.keyboard.type("by keyboard");
  await page.keyboard.press("Escape");
  await rate.sheet.expectClosed();
  await app.expectSaved();
  expect((await app.stored()).occasions["chart/o1"].ratings.i1).toMatchObject({ answer: 7, why: "by keyboard" });
});

test("a chart and a comparison print on white paper, within its edges", async ({ page, app }) => {
  await app.openWith(fixture("teacher-twice"));
  const chart = new Chart(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 1280, height: 800 });
  const check = async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.setViewportSize({ width: 700, height: 1000 });
    const found = await page.evaluate(() => {
      const wheel = document.querySelector(".beside-wheel canvas");
      const [red, green, blue, alpha] = wheel.getContext("2d").getImageData(wheel.width / 2, wheel.height / 20, 1, 1).data;
      return {
        ground: getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).slice(0, 3).every((each) => Number(each) > 200),
        dark: alpha > 0 && red + green + blue < 200,
        apart: [wheel, document.querySelector(".beside-list")]
          .map((each) => each.getBoundingClientRect())
          .reduce((one, other) => one.right <= other.left || one.bottom <= other.top),
        width: document.documentElement.scrollWidth,
      };
    });
    expect(found).toEqual({ ground: true, dark: false, apart: true, width: 700 });
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen", colorScheme: "dark" });
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await expect(chart.wheel).toBeVisible();
  await check();
  await chart.thenAndNow.click();
  await expect(page.getByRole("img", { name: /^Wheel: / })).toBeVisible();
  await check();
});

test("the undo beside a deletion is gone once something else was done", async ({ page, app }) => {
  await app.openWith(file(record()));
  const chart = new Chart(page);
  await chart.openMore();
  await chart.remove.click();
  await expect(page.getByText("It is deleted.")).toBeVisible();
  await new Home(page).first.click();
  await new Frame(page).subject.fill("mentor");
  await expect(page.getByText("It is deleted.")).toHaveCount(0);
});

test("at 200 % text no word of a heading is broken", async ({ page, app }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await app.openWith(file(record({ times: [VALUES] })));
  await page.goto("./#/chart/chart/make/5");
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const { room, longest } = await app.heading.evaluate((heading) => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = getComputedStyle(heading).font;
    return { room: heading.clientWidth, longest: Math.max(...heading.textContent.split(" ").map((word) => pen.measureText(word).width)) };
  });
  expect(room).toBeGreaterThanOrEqual(longest);
});

test("the ways on from home are as wide as each other", async ({ page, app }) => {
  await app.openWith(file(record({ times: [VALUES] })));
  await app.toCharts();
  const ways = page.locator("main > :is(.button, .ways-in)");
  await expect(ways).toHaveCount(3);
  const wide = await ways.evaluateAll((all) => all.map((way) => way.getBoundingClientRect().width));
  expect(new Set(wide).size, `${wide}`).toBe(1);
});
