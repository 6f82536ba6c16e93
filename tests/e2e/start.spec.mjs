// The app starts: under the strict policy, from any folder, and without asking anybody else.
import { readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { DIST, serve, POLICY } from "../tools/serve.mjs";
import { App } from "./pages/app.mjs";
import { expect, expectAccessible, test, watch } from "./fixtures.mjs";

test("starts under the strict policy", async ({ page }) => {
  const app = new App(page);
  const answer = await page.goto("./");
  expect(answer.headers()["content-security-policy"]).toBe(POLICY);
  await app.expectStarted();
  await expect(page.locator("meta[http-equiv=Content-Security-Policy]")).toHaveAttribute("content", POLICY);
  await expectAccessible(page);
});

test("what is shipped names no folder of the machine that built it", () => {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(5);
  for (const { parentPath, name } of files) {
    const text = readFileSync(join(parentPath, name), "latin1");
    for (const folder of [`${homedir()}/`, DIST]) expect(text.includes(folder), `${name} names ${folder}`).toBe(false);
  }
});

test("shows its name before the wasm has arrived", async ({ page }) => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  const app = new App(page);
  await page.goto("./", { waitUntil: "domcontentloaded" });
  await expect(app.shell.getByText("Roundel")).toBeVisible();
  await expectAccessible(page);
  letGo();
  await app.expectStarted();
});

test("says without JavaScript what it needs", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL);
  // Playwright's search by text passes over what stands in a noscript.
  const sentence = page.locator("noscript p");
  await expect(sentence).toBeVisible();
  expect(await sentence.evaluate((found) => found.textContent)).toContain("Roundel needs JavaScript");
  await context.close();
});

test("works from a folder of a host", async ({ browser }) => {
  const server = await serve({ base: "/sub/folder/" });
  const context = await browser.newContext({ baseURL: server.url });
  const problems = watch(context, server.url);
  const page = await context.newPage();
  const paths = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  await new App(page).open();
  expect(paths.filter((path) => !path.startsWith("/sub/folder/"))).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
  await server.stop();
});

test("asks nobody but its own origin", async ({ page, baseURL }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await new App(page).open();
  await page.waitForLoadState("networkidle");
  expect(asked.length).toBeGreaterThan(3);
  for (const url of asked) expect(url.startsWith(baseURL) || /^(data|blob):/.test(url), url).toBe(true);
});

// The watch that every test relies on, seen to bark.
test.describe("the watch", () => {
  test.use({ allowed: /./ });
  test("notices errors, breaches of the policy and foreign requests", async ({ page, problems }) => {
    await new App(page).open();
    await page.evaluate(() => {
      console.error("a console error");
      setTimeout(() => {
        throw new Error("a page error");
      });
      const style = document.createElement("style");
      style.textContent = "body { color: red }";
      document.head.append(style);
    });
    await page.evaluate(() => fetch("https://other.invalid/").catch(() => {}));
    for (const expected of [/a console error/, /a page error/, /Content Security Policy.*style-src/s, /Content Security Policy.*connect-src/s]) {
      await expect.poll(() => problems.some((problem) => expected.test(problem)), String(expected)).toBe(true);
    }
    await page.route("https://other.invalid/", (route) => route.fulfill({ body: "" }));
    await page.goto("https://other.invalid/");
    expect(problems.some((problem) => /another origin/.test(problem))).toBe(true);
  });
});
