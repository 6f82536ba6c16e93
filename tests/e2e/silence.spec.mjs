// A browser whose database does not answer, as some forget about it when the app was in the background.
import { App } from "./pages/app.mjs";
import { Home } from "./pages/home.mjs";
import { Rate } from "./pages/rate.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEXT = POLES[0][0];

test.describe("at the start", () => {
  const silent = (page) => page.getByText("The storage of this browser does not answer.");

  test.beforeEach(async ({ page, app }) => {
    await app.openWith(file(record()));
    await page.clock.install();
    await page.addInitScript(() => {
      // Only once: the next start finds it answering.
      if (sessionStorage.getItem("was-silent")) return;
      sessionStorage.setItem("was-silent", "1");
      IDBFactory.prototype.open = () => new EventTarget();
    });
    await page.goto("./#/");
    await page.reload();
    await expect(page.locator("#boot")).toBeVisible();
    await expect
      .poll(async () => {
        await page.clock.fastForward(1_000);
        return silent(page).isVisible();
      })
      .toBe(true);
  });

  test("it is said, and all is there once it is loaded anew", async ({ page, app }) => {
    await expectAccessible(page);
    await page.getByRole("button", { name: "Reload" }).click();
    await app.expectStarted();
    await expect(new Home(page).cards).toHaveCount(1);
  });

  test("one can go on just for now, and what is kept stays", async ({ page, app }) => {
    await page.getByRole("button", { name: "Go on just for now" }).click();
    await app.expectStarted();
    await expect(page.getByText("Just for now: nothing is kept once this window is closed.")).toBeVisible();
    await expect(new Home(page).cards).toHaveCount(0);
    expect(Object.keys((await app.stored()).heads)).toEqual(["chart"]);
  });
});

test.describe("while something is written", () => {
  // The page that is not the app has no icon of its own.
  test.use({ allowed: /favicon/ });

  test("a write that gets no answer is said not to be saved, and is tried again", async ({ page, app, context }) => {
    const rate = await Rate.begin(page, app, record());
    await app.expectSaved();
    await page.clock.install();
    // As if another window never came to an end of what it writes.
    const other = await context.newPage();
    await other.goto("./icons/roundel.svg");
    await other.evaluate(async () => {
      const request = indexedDB.open("roundel");
      const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
      const heads = database.transaction([...database.objectStoreNames], "readwrite").objectStore("heads");
      const goOn = () => (heads.get("chart").onsuccess = () => window.over || goOn());
      goOn();
    });
    await rate.range(TEXT).press("7");
    await expect(app.saving).toHaveAttribute("data-saving", "saving");
    await expect
      .poll(async () => {
        await page.clock.fastForward(20_000);
        return app.saving.getAttribute("data-saving");
      })
      .toBe("failed");
    await expect(app.saving).toContainText("Not saved yet");
    await rate.expectRow(TEXT, 7);
    await other.evaluate(() => (window.over = true));
    // In its own time: a clock that runs ahead of the disk would have each attempt be too late.
    await expect(app.saving).toHaveAttribute("data-saving", "saved", { timeout: 20_000 });
    await app.reload();
    await new App(page).expectStarted();
    await rate.expectRow(TEXT, 7);
  });
});
