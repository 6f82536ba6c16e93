// The browser is killed right after the last rating: whatever the app had shown as saved is there on the next start.
import { mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { App } from "./pages/app.mjs";
import { Attributes } from "./pages/attributes.mjs";
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { Rate } from "./pages/rate.mjs";
import { POLES } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const ROUNDS = 20;
const TEXTS = POLES.slice(0, 4).map(([text]) => text);

let profile;
test.beforeEach(() => (profile = mkdtempSync(join(tmpdir(), "roundel-kill-"))));
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

// Chromium notes who holds a profile as host-pid. Playwright starts it as the leader of a process group.
function kill() {
  const pid = Number(readlinkSync(join(profile, "SingletonLock")).split("-").at(-1));
  process.kill(-pid, "SIGKILL");
}

async function start(baseURL) {
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), baseURL, viewport: { width: 360, height: 740 } });
  const [page] = context.pages();
  return { context, page, app: new App(page), rate: new Rate(page) };
}

test("a killed browser loses nothing that was shown as saved", async ({ baseURL }) => {
  test.setTimeout(180_000);
  let address = null;
  let shown = null;
  let lost = 0;
  let longest = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { context, page, app, rate } = await start(baseURL);
    if (address) {
      await app.open(address);
      await rate.expectHere();
      const [occasion] = Object.values((await app.stored()).occasions);
      const found = {
        rows: await rate.ranges.evaluateAll((all) => all.map((range) => range.getAttribute("aria-valuetext"))),
        words: Object.values(occasion.ratings).map(({ why }) => why).filter(Boolean),
      };
      if (JSON.stringify(found) !== JSON.stringify(shown)) {
        lost += 1;
        console.log(`round ${round}: shown as saved ${JSON.stringify(shown)}, found ${JSON.stringify(found)}`);
      }
    } else {
      await app.open();
      await new Home(page).first.click();
      await new Frame(page).next.click();
      const attributes = new Attributes(page);
      await attributes.addAll(TEXTS);
      await attributes.next.click();
      await page.goto(page.url().replace("/make/3", "/make/4"));
      await rate.expectHere();
      await expect(page).toHaveURL(/\/rate\//);
      address = new URL(page.url()).hash;
    }
    if (round === ROUNDS) {
      await context.close();
      break;
    }
    const values = TEXTS.map((_, at) => (round * 3 + at * 5) % 10);
    const words = `(synthetic) words of round ${round}`;
    await rate.open(TEXTS[0]).click();
    await rate.sheet.why.fill(words);
    await rate.sheet.close.click();
    await rate.sheet.expectClosed();
    for (const [at, text] of TEXTS.entries()) await rate.range(text).press(String(values[at]));
    const rated = performance.now();
    await page.waitForFunction(() => document.querySelector("[data-saving]").dataset.saving === "saved");
    kill();
    longest = Math.max(longest, performance.now() - rated);
    shown = { rows: values.map((value) => `${value} of 10`), words: [words] };
    await context.close().catch(() => {});
  }
  console.log(`kill test: ${ROUNDS} rounds, ${lost} lost; killed at most ${Math.ceil(longest)} ms after the last rating`);
  expect(lost).toBe(0);
});
