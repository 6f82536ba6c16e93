// Codes are read in the app: with the camera, from a picture, and one after the other where there is much to carry.
import { chromium } from "@playwright/test";
import { PNG } from "pngjs";
import { App } from "./pages/app.mjs";
import { Give, decoded } from "./pages/give.mjs";
import { Home } from "./pages/home.mjs";
import { Scan, film, showToCamera } from "./pages/scan.mjs";
import { Host } from "./host.mjs";
import { Update } from "./pages/update.mjs";
import { launchOptions } from "./browser.mjs";
import { file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test, watch } from "./fixtures.mjs";

const TITLE = "An excellent music teacher";

/** The code of a link to a small chart. */
async function code(page, app) {
  await app.openWith(file(record({ id: "small", times: [[1, 2, 3, 4, 5, 6, 7, 8]] })));
  const give = new Give(page);
  await give.open("small", "link");
  await expect(give.code).toBeVisible();
  return give.code.screenshot();
}

/** A phone of its own that sees this film. */
async function phoneBefore(path, baseURL) {
  const { args, ...options } = launchOptions();
  const camera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", `--use-file-for-fake-video-capture=${path}`];
  const browser = await chromium.launch({ ...options, args: [...args, ...camera] });
  const context = await browser.newContext({ baseURL, viewport: { width: 360, height: 740 }, serviceWorkers: "block", locale: "en-GB" });
  return { browser, problems: watch(context, baseURL), page: await context.newPage() };
}

const picture = (bytes) => ({ name: "code.png", mimeType: "image/png", buffer: bytes });
const address = (bytes) => `data:image/png;base64,${bytes.toString("base64")}`;

test("a camera reads the code on another screen", async ({ page, app, baseURL }, info) => {
  const path = info.outputPath("code.y4m");
  film(path, [await code(page, app)]);
  const phone = await phoneBefore(path, baseURL);
  await phone.page.goto("./#/");
  await phone.page.getByRole("link", { name: "Scan a code" }).click();
  await expect(phone.page.getByRole("heading", { level: 1 })).toHaveText("What the file holds", { timeout: 20_000 });
  await expect(phone.page.getByText(TITLE)).toBeVisible();
  expect(phone.page.url()).toMatch(/#\/opening$/);
  await phone.page.getByRole("button", { name: "Add to my charts" }).click();
  await expect(phone.page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  expect(phone.problems).toEqual([]);
  await phone.browser.close();
});

test("all that is kept goes to another phone in codes, and both say how much it is", async ({ page, app, baseURL }, info) => {
  test.setTimeout(90_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const held = { ...record({ id: "held", subject: "colleague", times: [[4, 5, 6]] }), held_since: "2015-01-02" };
  const one = record({ id: "one", times: [[1, 2, 3, 4, 5, 6, 7, 8], [2, 3, 4, 5, 6, 7, 8, 9]] });
  await app.openWith(file([one, held], "two.roundel.json", { version: 5 }));
  await page.goto("./#/more");
  await app.openWith(fixture("mentor-twice"));
  await page.goto("./#/storage");
  await page.getByRole("link", { name: "Move to another phone" }).click();
  await expect(page.getByText("This is all that is kept here: 3 charts, 5 readings.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show the codes" }).click();
  const shown = page.getByRole("img", { name: /^Code \d+ of \d+/ });
  await expect(shown).toBeVisible();
  await expectAccessible(page);
  const count = Number((await shown.getAttribute("aria-label")).match(/of (\d+)/)[1]);
  expect(count).toBeGreaterThan(1);
  const codes = [];
  for (let which = 1; which <= count; which++) {
    await expect(page.getByRole("img", { name: `Code ${which} of ${count}` })).toBeVisible();
    await expect.poll(async () => decoded(await shown.screenshot())?.text).toContain(`#/open/${which}.${count}.`);
    codes.push(await shown.screenshot());
    await page.getByRole("button", { name: "Next", exact: true }).click();
  }
  const path = info.outputPath("codes.y4m");
  // In any order.
  film(path, codes.reverse());
  const phone = await phoneBefore(path, baseURL);
  const scan = new Scan(phone.page);
  await scan.open();
  await expect(phone.page.getByRole("heading", { level: 1 })).toHaveText("What the file holds", { timeout: 40_000 });
  await phone.page.getByRole("button", { name: "Add to my charts" }).click();
  await expect(phone.page.getByText("Everything arrived: 3 charts, 5 readings.")).toBeVisible();
  await expect(phone.page.getByRole("heading", { name: "People I work with" })).toBeVisible();
  expect(phone.problems).toEqual([]);
  await phone.browser.close();
});

test("a phone that reads codes itself does, and fetches nothing for it", async ({ page, app, context }) => {
  const shown = address(await code(page, app));
  const other = await context.newPage();
  const fetched = [];
  other.on("request", (request) => fetched.push(request.url()));
  await other.addInitScript(showToCamera, shown);
  await other.addInitScript(() => {
    window.BarcodeDetector = class {
      static getSupportedFormats = async () => ["qr_code"];
      constructor({ formats }) {
        this.formats = formats;
      }
      detect = async (picture) => (picture.width > 0 && this.formats[0] === "qr_code" ? [{ rawValue: "https://example.org/#/open/AAAA" }] : []);
    };
  });
  await new Scan(other).open();
  await expect(other.getByText("This link is broken or cut off.")).toBeVisible();
  expect(fetched.filter((url) => url.includes("worker"))).toEqual([]);
});

test("the camera is on while one looks at its page, and no longer", async ({ page, app, context }) => {
  const blank = PNG.sync.write(new PNG({ width: 10, height: 10 }));
  await page.addInitScript(showToCamera, address(blank));
  const scan = new Scan(page);
  await scan.open();
  await expect(scan.said).toContainText("Hold the camera so that the whole code is in sight.");
  const states = () => page.evaluate(() => window.cameras.map((track) => track.readyState));
  expect(await states()).toEqual(["live"]);
  // What could have a sound would wait for a touch.
  expect(await scan.video.evaluate((video) => video.muted)).toBe(true);
  await expectAccessible(page);
  const turns = (...hidden) =>
    page.evaluate((hidden) => {
      for (const value of hidden) {
        Object.defineProperty(document, "hidden", { value, configurable: true });
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
      }
    }, hidden);
  await turns(true);
  await expect.poll(states).toEqual(["ended"]);
  await turns(false);
  await expect.poll(states).toEqual(["ended", "live"]);
  // The camera that goes takes nothing from the one that comes meanwhile.
  await turns(true, false);
  await expect.poll(states).toEqual(["ended", "ended", "live"]);
  expect(await scan.video.evaluate((video) => video.srcObject?.getTracks()[0] === window.cameras[2])).toBe(true);
  await app.back.click();
  await expect.poll(states).toEqual(["ended", "ended", "ended"]);
});

for (const [name, sentence] of [
  ["NotAllowedError", "The camera is not allowed here."],
  ["NotFoundError", "No camera can be used here."],
  ["NotReadableError", "The camera does not start"],
]) {
  test(`a camera that cannot be had (${name}) says so, and a picture does as well`, async ({ page, app }) => {
    const bytes = await code(page, app);
    await page.addInitScript((name) => {
      navigator.mediaDevices.getUserMedia = () => (window.asked = (window.asked ?? 0) + 1, Promise.reject(new DOMException("", name)));
    }, name);
    const scan = new Scan(page);
    await scan.open();
    await app.reload();
    await expect(scan.said).toContainText(sentence);
    await expect(scan.video).toBeHidden();
    await expectAccessible(page);
    await scan.again.click();
    await expect.poll(() => page.evaluate(() => window.asked)).toBe(2);
    await expect(scan.said).toContainText(sentence);
    await scan.picture.setInputFiles(picture(bytes));
    await expect(page.getByText("Everything in this file is here already.")).toBeVisible();
  });
}

test("a browser without any camera says so", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "mediaDevices", { value: undefined }));
  const scan = new Scan(page);
  await scan.open();
  await expect(scan.said).toContainText("No camera can be used here.");
});

test("what is no code of ours says so, and nothing has changed", async ({ page, app }) => {
  await app.open();
  const before = await app.stored();
  const scan = new Scan(page);
  await scan.open();
  await scan.picture.setInputFiles(picture(PNG.sync.write(new PNG({ width: 300, height: 200 }))));
  await expect(scan.said).toContainText("No code was found in that picture.");
  await scan.picture.setInputFiles({ name: "text.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") });
  await expect(scan.said).toContainText("No code was found in that picture.");
  await scan.picture.setInputFiles(new URL("../fixtures/foreign-code.png", import.meta.url).pathname);
  await expect(scan.said).toContainText("That code was not made by Roundel.");
  expect(await app.stored()).toEqual(before);
});

test("where what reads codes does not arrive, that is said, and the next picture asks again", async ({ page, app, problems }) => {
  const bytes = await code(page, app);
  await page.route("**/worker_bg.wasm", (route) => route.abort());
  const scan = new Scan(page);
  await scan.open();
  await scan.picture.setInputFiles(picture(bytes));
  await expect(scan.said).toContainText("What reads codes could not be fetched.");
  await page.unroute("**/worker_bg.wasm");
  await scan.picture.setInputFiles(picture(bytes));
  await expect(page.getByText("Everything in this file is here already.")).toBeVisible();
  expect(problems.splice(0).every((problem) => problem.includes("worker_bg.wasm"))).toBe(true);
});

test("a link that holds one of several codes leads to the others", async ({ page, app }) => {
  await app.open("#/open/1.3.abcdef.AAAA");
  await app.expectAt("Scan a code");
  expect(page.url()).toMatch(/#\/scan$/);
  const scan = new Scan(page);
  await expect(scan.said).toContainText("1 of 3 codes are read.");
  await expect(scan.said).toContainText("Still to come: 2, 3.");
  await page.goto(page.url().replace(/#.*/, "#/open/3.3.abcdef.AAAA"));
  await expect(scan.said).toContainText("2 of 3 codes are read.");
  await page.goto(page.url().replace(/#.*/, "#/open/2.3.fedcba.AAAA"));
  await expect(scan.said).toContainText("That code belongs to something else");
  await expect(scan.said).toContainText("2 of 3 codes are read.");
  await page.goto(page.url().replace(/#.*/, "#/open/2.3.abcdef.AAAA"));
  await expect(scan.said).toContainText("That code is damaged.");
  await expect(scan.said).not.toContainText("codes are read");
  await app.back.click();
  await new Home(page).expectEmpty();
});

test.describe("with the network gone", () => {
  test.use({ serviceWorkers: "allow" });

  test("codes are read as well", async ({ page, app, browser }) => {
    const bytes = await code(page, app);
    const host = await Host.open({ base: "/" });
    const context = await browser.newContext({ baseURL: host.url });
    const visit = await context.newPage();
    await new App(visit).open();
    await new Update(visit).expectKept(host.version);
    await host.stop();
    await context.setOffline(true);
    const scan = new Scan(visit);
    await visit.reload();
    await scan.open();
    await scan.picture.setInputFiles(picture(bytes));
    await expect(visit.getByText(TITLE)).toBeVisible();
    await context.close();
    await host.close();
  });
});
