// The second part, wasm, words and styles: home does not wait for it, and where it cannot be had the app says so and goes on.
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const PART = "**/split_others.wasm";
const WORDS = "**/words/en-GB.pages.json";
const STYLES = "**/pages-*.css";
const MISSING = "This page is not here yet";

for (const [what, file] of [
  ["other pages", PART],
  ["words of other pages", WORDS],
  ["styles of other pages", STYLES],
]) {
  test(`home is there before the ${what}, and a tap waits for them`, async ({ page, app }) => {
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await page.route(file, async (route) => {
      await held;
      await route.continue();
    });
    await app.open();
    await new Home(page).first.click();
    await app.expectAt("One moment…");
    await expectAccessible(page);
    letGo();
    await new Frame(page).expectHere();
    await expect(app.heading).toBeFocused();
  });
}

test.describe("without a connection", () => {
  // Icons are pictures of their own, each fetched when it is first shown.
  test.use({ allowed: /ERR_INTERNET_DISCONNECTED .*\/icons\// });

  test("what has started goes on", async ({ page, app, context }) => {
    const parts = [PART, WORDS, STYLES].map((file) => page.waitForResponse(file));
    await app.open();
    for (const part of parts) await (await part).finished();
    await context.setOffline(true);
    await new Home(page).first.click();
    await new Frame(page).expectHere();
  });
});

test("where the address asks for another page, that is the first to be shown", async ({ page, app }) => {
  const titles = [];
  await page.exposeFunction("seen", (title) => titles.push(title));
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const heading = document.querySelector("h1");
      if (heading) window.seen(heading.textContent);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await app.open("#/more");
  await app.expectAt("More");
  expect(new Set(titles)).toEqual(new Set(["More"]));
});

test.describe("a second part", () => {
  test.use({ allowed: /^console: / });

  for (const [what, file, answer] of [
    ["that is not there", PART, { status: 404, contentType: "text/plain", body: "404" }],
    ["that is garbage", PART, { status: 200, contentType: "application/wasm", body: "no wasm at all" }],
    ["without its words", WORDS, { status: 404, contentType: "text/plain", body: "404" }],
    ["whose words are garbage", WORDS, { status: 200, contentType: "application/json", body: "no words at all" }],
    ["without its styles", STYLES, { status: 404, contentType: "text/plain", body: "404" }],
  ]) {
    test(`${what} is told, and had by trying again`, async ({ page, app }) => {
      await page.route(file, (route) => route.fulfill(answer));
      await app.open();
      const home = new Home(page);
      await home.first.click();
      await app.expectAt(MISSING);
      await expect(page.getByRole("main")).toContainText("Nothing you have saved is lost.");
      await expectAccessible(page);

      const again = page.getByRole("button", { name: "Try again" });
      await again.click();
      await app.expectAt(MISSING);

      await page.unroute(file);
      await again.click();
      await new Frame(page).expectHere();
      await expect(app.heading).toBeFocused();
    });
  }

  for (const [what, file] of [
    ["that is missing", PART],
    ["whose words are missing", WORDS],
    ["whose styles are missing", STYLES],
  ]) {
    test(`${what} leaves home as it is, and is asked for again with the next page`, async ({ page, app }) => {
      await page.route(file, (route) => route.abort());
      await app.open("#/more");
      await app.expectAt(MISSING);
      await app.toCharts();
      await new Home(page).expectEmpty();
      await page.unroute(file);
      await app.toMore();
    });
  }

  test("that is asked for again while a request is under way is asked for once more when that fails", async ({ page, app }) => {
    await page.route(STYLES, (route) => route.abort());
    await app.open("#/more");
    await app.expectAt(MISSING);
    await page.unroute(STYLES);
    let fail;
    const held = new Promise((resolve) => (fail = resolve));
    let asked = 0;
    await page.route(STYLES, async (route) => {
      if ((asked += 1) > 1) return route.continue();
      await held;
      await route.abort();
    });
    await app.toCharts();
    await page.goto("./#/more");
    await app.expectAt("One moment…");
    fail();
    await app.expectAt("More");
    expect(asked).toBe(2);
  });
});
