// The app among the apps of the device: its manifest, its icons, what its icon offers; and windows of other apps.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "../tools/serve.mjs";
import { App } from "./pages/app.mjs";
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { Rate } from "./pages/rate.mjs";
import { file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const manifest = JSON.parse(readFileSync(join(DIST, "manifest.webmanifest"), "utf8"));

test("the manifest has what browsers ask of an app that is installed, and all within its folder", async ({ page, app, context }) => {
  await app.open();
  const link = page.locator("link[rel=manifest]");
  await expect(link).toHaveAttribute("href", "manifest.webmanifest");
  expect(manifest).toMatchObject({ name: "Roundel", short_name: "Roundel", id: "./", start_url: "./", scope: "./", display: "standalone", lang: "en-GB" });
  const session = await context.newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Playwright's windows keep nothing: that is the browser's word for it.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  for (const colour of [manifest.theme_color, manifest.background_color]) {
    expect(await page.locator(`meta[name=theme-color][content="${colour}"]`).count()).toBe(1);
  }
});

test("every icon is of the size and the kind that it is said to be", async ({ page, app }) => {
  await app.open();
  const touch = await page.locator("link[rel=apple-touch-icon]").getAttribute("href");
  const named = [...manifest.icons, ...manifest.shortcuts.flatMap(({ icons }) => icons), { src: touch, sizes: "180x180", type: "image/png", purpose: "maskable" }];
  const sizes = (purpose) => named.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes);
  for (const purpose of ["any", "maskable"]) expect(sizes(purpose)).toEqual(expect.arrayContaining(["any", "192x192", "512x512"]));
  for (const { src, sizes, type, purpose } of named) {
    const found = await page.evaluate(async (src) => {
      const type = (await fetch(src)).headers.get("content-type");
      const image = Object.assign(new Image(), { src });
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: 100, height: 100 });
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0, 100, 100);
      const { data } = pen.getImageData(0, 0, 100, 100);
      // Where a maskable icon may be cut off there is ground and nothing else.
      const at = (x, y) => [...data.slice(4 * (y * 100 + x), 4 * (y * 100 + x) + 4)];
      const ground = at(0, 0);
      let clear = ground[3] === 255;
      for (let x = 0; x < 100; x += 1) {
        for (let y = 0; y < 100; y += 1) {
          const outside = Math.hypot(x - 49.5, y - 49.5) > 40;
          if (outside && at(x, y).some((part, which) => Math.abs(part - ground[which]) > 8)) clear = false;
        }
      }
      return { type, size: `${image.naturalWidth}x${image.naturalHeight}`, clear };
    }, src);
    expect(found.type, src).toBe(type);
    if (sizes !== "any") expect(found.size, src).toBe(sizes);
    expect(found.clear, `${src}: safe zone`).toBe(purpose === "maskable");
  }
});

test("“New chart” begins one, and “back” passes the shortcut by", async ({ page, app }) => {
  await app.open();
  const shortcut = manifest.shortcuts.find(({ name }) => name === "New chart");
  await page.goto(shortcut.url);
  const frame = new Frame(page);
  await frame.expectHere();
  await expect(page).toHaveURL(/#\/chart\/[0-9a-f]+\/make\/1$/);
  await frame.subject.fill("singer");
  await page.goBack();
  await app.expectAt("Your charts");
  await expect(new Home(page).cards).toHaveCount(1);
});

test("“Rate again” leads to the chart that is due, and home where there is none", async ({ page, app, context }) => {
  const { url } = manifest.shortcuts.find(({ name }) => name === "Rate again");
  await app.open(url.slice(2));
  await new Home(page).expectEmpty();
  await app.openWith(fixture("singer"));
  const finished = Object.assign([7, 0, 5, 10, 3, 8, 2, 6], { finished: true });
  await app.openWith(file(record({ id: "due", subject: "due", times: [finished], next_look: "2015-01-01" })));
  const next = await context.newPage();
  await new App(next).open(url.slice(2));
  await expect(next).toHaveURL(/#\/chart\/due\/rate\/[0-9a-f]+\/auto$/);
  await expect(new Rate(next).ranges.first()).toBeVisible();
});

test.describe("in a window of another app", () => {
  test.use({
    userAgent: "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.134 Mobile Safari/537.36",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const SAID = "This window may forget your chart. Open it in Safari or Chrome.";

  test("home and every page to make or to rate say what may become of a chart", async ({ page, app, baseURL }) => {
    await app.openWith(file(record()));
    await expect(page.getByText(SAID)).toHaveCount(0);
    for (const hash of ["#/", "#/chart/chart/make/2", "#/chart/chart/rate/o1/auto"]) {
      await page.goto(`./${hash}`);
      await expect(page.getByText(SAID)).toBeVisible();
      await expectAccessible(page);
    }
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect(page.getByText("Copied.")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText()), "nothing of the chart").toBe(baseURL);
  });

  test("an address that cannot be copied is there to read", async ({ page, app, baseURL }) => {
    await page.addInitScript(() => (Clipboard.prototype.writeText = () => Promise.reject(new Error("no"))));
    await app.open();
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect(page.getByText(`It could not be copied. The address is ${baseURL}`)).toBeVisible();
  });
});

test("a browser's own window says nothing of the kind, nor does an installed app", async ({ page, app, browser, baseURL }) => {
  await app.open();
  await app.expectWholeHome();
  await expect(page.getByText("This window may forget")).toHaveCount(0);
  const context = await browser.newContext({
    baseURL,
    userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  });
  const phone = await context.newPage();
  await new App(phone).open();
  await expect(phone.getByText("This window may forget")).toBeVisible();
  await phone.addInitScript(() => Object.defineProperty(Navigator.prototype, "standalone", { get: () => true }));
  await new App(phone).reload();
  await new App(phone).expectWholeHome();
  await expect(phone.getByText("This window may forget")).toHaveCount(0);
  await context.close();
});

test("the browser does not ask by itself to install the app", async ({ page, app }) => {
  await app.open();
  const taken = await page.evaluate(() => {
    const offer = new Event("beforeinstallprompt", { cancelable: true });
    return [window.dispatchEvent(offer), window.roundelInstall === offer];
  });
  expect(taken).toEqual([false, true]);
});
