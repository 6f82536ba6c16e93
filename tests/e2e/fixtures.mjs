// What every test of the app stands on: a server of its own, and a watch over everything that must not happen.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { test as base, expect } from "@playwright/test";
import { App } from "./pages/app.mjs";
import { serve } from "../tools/serve.mjs";

export { expect };

/**
 * Collects what must not happen in a browser context: errors in the console or of the page, breaches of the policy
 * (Chromium reports them as console errors), requests to another origin.
 */
export function watch(context, url) {
  const { origin } = new URL(url);
  const problems = [];
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => problems.push(`page error: ${error.error().stack}`));
  context.on("request", (request) => {
    const to = new URL(request.url());
    if (!["data:", "blob:"].includes(to.protocol) && to.origin !== origin) {
      problems.push(`request to another origin: ${to.href}`);
    }
  });
  return problems;
}

export const test = base.extend({
  // One server per worker, on a free port: the origin stays the same while a test restarts its browser.
  server: [
    async ({}, use) => {
      const server = await serve();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.url),

  app: async ({ page }, use) => use(new App(page)),

  // A pattern of the problems that a test brings about on purpose: test.use({ allowed: /…/ }).
  allowed: [null, { option: true }],
  problems: [
    async ({ context, baseURL, allowed }, use) => {
      const problems = watch(context, baseURL);
      await use(problems);
      const unexpected = problems.filter((problem) => !allowed?.test(problem));
      expect(unexpected, "nothing may go wrong while the app is used").toEqual([]);
    },
    { auto: true },
  ],
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The page as it stands, light and dark, breaks no rule of WCAG 2.2 AA that a machine can check. */
export async function expectAccessible(page) {
  await page.evaluate(axe);
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const violations = await page.evaluate(async (values) => {
      // What lies under a sticky bar can be scrolled from under it; axe would call it covered.
      const bars = [...document.querySelectorAll("body *")].filter((bar) => getComputedStyle(bar).position === "sticky");
      for (const bar of bars) bar.style.position = "static";
      const rules = { "target-size": { enabled: true } };
      const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values }, rules });
      for (const bar of bars) bar.style.position = "";
      return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join("\n  ")}`);
    }, TAGS);
    expect(violations, `no accessibility rule is broken (${colorScheme})`).toEqual([]);
  }
}
