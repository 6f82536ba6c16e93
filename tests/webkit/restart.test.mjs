// What is shown as saved in WebKit, the iPhone's engine, is there after a reload, after the browser was closed, and
// after all its processes were killed. ROUNDS says how often to kill. All words and ratings are SYNTHETIC.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../tools/serve.mjs";
import { startKeeping } from "./keeping.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const ATTRIBUTES = ["Listens before speaking", "Plans ahead", "Sings with them"];

let server;
let keeping;
let browser;
/** Where the chart is rated, once it is made. */
let address;
let rounds = 0;

before(async () => {
  server = await serve();
  keeping = await startKeeping();
});

after(() => keeping?.stop());
after(() => server?.stop());

/** A page has come, and the focus with it. */
const heading = (title) =>
  browser.until('const h1 = document.querySelector("h1"); return h1?.textContent.trim() === arguments[0] && document.activeElement === h1', title);

const press = (selector, name) =>
  browser.until(
    `const found = [...document.querySelectorAll(arguments[0])].find((each) => each.textContent.trim() === arguments[1]);
    found?.click();
    return Boolean(found)`,
    selector,
    name,
  );

/**
 * Types into the last field that the selector finds. The keys take their time: until they have come, what is pressed next
 * would overtake them.
 */
async function type(selector, keys) {
  await browser.until("window.field = [...document.querySelectorAll(arguments[0])].at(-1); window.field?.focus(); return Boolean(window.field)", selector);
  await browser.type(keys);
  await browser.until("return window.field.value === arguments[0]", keys);
}

/** Starts the browser where the chart is rated, and gives the list's words. */
async function start() {
  browser = keeping.start();
  await browser.open(address);
  return rows();
}

async function rows() {
  await browser.until('return document.querySelectorAll("input[type=range]").length === arguments[0]', ATTRIBUTES.length);
  return browser.run('return [...document.querySelectorAll("input[type=range]")].map((row) => row.getAttribute("aria-valuetext"))');
}

/** Rates every attribute, each otherwise than the time before, and waits for the page to say that it is saved. */
async function rate() {
  rounds += 1;
  const values = ATTRIBUTES.map((_, at) => (rounds * 3 + at * 5) % 10);
  for (const [at, value] of values.entries()) {
    await browser.run('document.querySelectorAll("input[type=range]")[arguments[0]].focus()', at);
    await browser.type(String(value));
    await browser.until('return document.querySelectorAll("input[type=range]")[arguments[0]].getAttribute("aria-valuetext") === arguments[1]', at, `${value} of 10`);
  }
  await browser.until(`return document.querySelector("[data-saving]").dataset.saving === "saved"`);
  return values.map((value) => `${value} of 10`);
}

test("a chart is there after a reload, and after the browser was closed", async () => {
  browser = keeping.start();
  await browser.open(server.url);
  await press("a", "Make my first chart");
  await heading("Excellent what?");
  await type("main input[type=text]", "music teacher");
  await press("a", "Next");
  await heading("What makes it excellent?");
  for (const text of ATTRIBUTES) {
    await type("ol > li:last-child input", text);
    await browser.until("return Boolean(document.querySelector(arguments[0]))", `[aria-label="Remove “${text}”"]`);
  }
  await press("a", "Next");
  await browser.run('location.hash = location.hash.replace(/make\\/\\d+/, "make/4")');
  await heading("Where am I now?");
  address = await browser.until('return location.hash.includes("/rate/") && location.href');
  const shown = await rate();

  await browser.run("window.before = true");
  await browser.reload();
  assert.equal(await browser.run("return window.before ?? null"), null);
  assert.deepEqual(await rows(), shown);
  await browser.close();
  assert.deepEqual(await start(), shown);
  await browser.close();
});

test(`a WebKit killed ${ROUNDS} times loses nothing that was shown as saved`, async (t) => {
  let lost = 0;
  let kept = 0;
  await start();
  for (let round = 1; round <= ROUNDS; round += 1) {
    await browser.run('localStorage.setItem("round", arguments[0])', round);
    const shown = await rate();
    await browser.kill();
    const found = await start();
    if (JSON.stringify(found) !== JSON.stringify(shown)) {
      lost += 1;
      t.diagnostic(`round ${round}: shown as saved ${shown}, found ${found}`);
    }
    kept += Number(await browser.run('return Number(localStorage.getItem("round")) === arguments[0]', round));
  }
  await browser.close();
  t.diagnostic(`${ROUNDS} kills right after “Saved”: ${lost} lost; localStorage, written before, was there ${kept} times`);
  assert.equal(lost, 0);
});
