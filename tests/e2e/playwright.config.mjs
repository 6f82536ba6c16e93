// The release app in Chromium, on a phone and on a desktop. Each worker serves `dist` itself: see fixtures.mjs.
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  reporter: [["list"]],
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  use: {
    launchOptions: launchOptions(),
    actionTimeout: 10_000,
    locale: "en-GB",
    // What a test fetches is what the host has. offline.spec.mjs lets the worker in.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "phone",
      use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true },
    },
    // Fingers are the phone's, and one kill test is enough.
    { name: "desktop", testIgnore: /\/(touch|kill)\.spec\.mjs$/, use: { viewport: { width: 1280, height: 800 } } },
  ],
});
