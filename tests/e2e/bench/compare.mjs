// How long the comparison takes from a touch to the painted frame, on a phone a quarter as fast as this machine.
//
//   make bench
//
// Twenty attributes, rated twice. It prints numbers and judges none.
import { chromium } from "@playwright/test";
import { launchOptions } from "../browser.mjs";
import { fixture } from "../data.mjs";
import { serve } from "../../tools/serve.mjs";

const SLOWDOWN = 4;
const RUNS = 40;
const WARM_UP = 4;

/** The fixture of twenty long attributes, rated a second time. SYNTHETIC. */
function ratedTwice() {
  const content = JSON.parse(fixture("twenty-long").buffer);
  const [record] = content.records;
  const [first] = record.occasions;
  const ratings = Object.fromEntries(
    Object.entries(first.ratings).map(([id, rating], at) => [id, { ...rating, answer: (rating.answer + 3 * (at % 3)) % 11, needed: 9 }]),
  );
  const second = { ...first, id: "second", kind: "final", rated_on: "2026-07-15", refers_to: "2026-07-15", ratings, finished: true };
  Object.assign(record, { occasions: [{ ...first, finished: true }, second], occasion_order: [first.id, "second"] });
  return { name: "twice.roundel.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) };
}

/** Takes the time from each event of this type, as the browser stamps it, until the frame after it is painted. */
function watch(page, type) {
  return page.evaluate((type) => {
    window.took = [];
    const painted = (then) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      // The message comes when the frame has been handed over.
      requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    const heard = ({ timeStamp }) => painted(() => window.took.push(performance.now() - timeStamp));
    window.unwatch?.();
    window.addEventListener(type, heard, { capture: true });
    window.unwatch = () => window.removeEventListener(type, heard, { capture: true });
  }, type);
}

/** Does `act` so often, each when the one before is painted, and prints what it took. */
async function measure(page, what, type, act) {
  await watch(page, type);
  for (let run = 0; run < RUNS + WARM_UP; run += 1) {
    await act(run);
    await page.waitForFunction((count) => window.took.length === count, run + 1);
  }
  const took = (await page.evaluate(() => window.took)).slice(WARM_UP).sort((one, other) => one - other);
  const part = (share) => took[Math.ceil(took.length * share) - 1].toFixed(0).padStart(5);
  console.log(`${what.padEnd(28)} median ${part(0.5)} ms   p95 ${part(0.95)} ms   (${took.length} runs)`);
}

const server = await serve();
const browser = await chromium.launch(launchOptions());
try {
  const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true };
  const page = await (await browser.newContext({ ...phone, baseURL: server.url, locale: "en-GB" })).newPage();
  await page.goto("./#/more");
  await page.getByLabel("Open a file").setInputFiles(ratedTwice());
  await page.getByRole("button", { name: "Add to my charts" }).click();
  await page.getByRole("link", { name: "Then and now" }).click();
  await page.getByRole("img", { name: /^Wheel: / }).waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  console.log(`${`Chromium ${browser.version()}`.padEnd(28)} the processor slowed down ${SLOWDOWN} times, 360 × 740 at 3`);

  const rows = page.locator("[data-item] h3 button");
  const count = await rows.count();
  // Once through to open them, once to close them.
  await measure(page, "touching a row", "click", (run) => rows.nth(run % count).tap());
  const chips = page.getByRole("group", { name: "Shown on the wheel" }).getByRole("button");
  await measure(page, "toggling a chip", "click", (run) => chips.nth(Math.floor(run / 2) % 3).tap());
  const sort = page.getByRole("combobox", { name: "Sorted by" });
  await measure(page, "changing the sort", "change", (run) => sort.selectOption(["given", "to-go", "change"][run % 3]));
} finally {
  await browser.close();
  await server.stop();
}
