// Three times in WebKit, the iPhone's engine: compared, a row opened, over time, still to go, looked back to blind.
// All words and ratings are SYNTHETIC.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { appInWebKit } from "./app.mjs";

const text = readFileSync(new URL("../fixtures/three-times.roundel.json", import.meta.url), "utf8");
const [{ instrument, occasions }] = JSON.parse(text).records;
const named = (id) => instrument.items.find((item) => item.id === id).text;

const app = appInWebKit();

const button = async (name, place = "") => (await app.browser.findText(name, `${place} button`)).click();
const view = async (name) => {
  await (await app.browser.findText(name, "nav.views a")).click();
  await app.browser.findText(name, "h1");
};
const texts = (selector) =>
  app.browser.run('return [...document.querySelectorAll(arguments[0])].filter((each) => each.getClientRects().length > 0).map((each) => each.textContent.trim())', selector);

test("three times and looking back", async () => {
  await app.browser.open(`${app.server.url}#/more`);
  await app.browser.findText("More", "h1");
  await app.browser.find("input[type=file]");
  await app.browser.run(
    `const files = new DataTransfer();
    files.items.add(new File([arguments[0]], "three-times.roundel.json", { type: "application/json" }));
    const input = document.querySelector("input[type=file]");
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));`,
    text,
  );
  await button("Add to my charts");
  await app.browser.findText("Then and now", "nav.views a");
  await app.browser.find('[data-saving="saved"]');

  await view("Then and now");
  await app.browser.findText(
    "You rated 8 of 12 both times: 6 higher, 1 the same, 0 lower. 1 seen differently now, 2 new, 1 set aside.",
    "p",
  );
  await app.browser.findText(
    "Looking back in September 2025, you placed your starting point lower on 7 of 9. Your yardstick may have moved.",
    "p",
  );
  assert.deepEqual(await texts('[data-item="a09"] .readings li'), [
    "September 2023: 7",
    "September 2025: 5",
    "Looking back, September 2025: 5",
    "Where I need to be: 8",
    "mentor, September 2025: 7",
  ]);
  assert.deepEqual(await texts('[data-item="a02"] dt'), []);
  await button(named("a02"), '[data-item="a02"]');
  await app.browser.find('[data-item="a02"] [aria-expanded="true"]');
  const times = await texts('[data-item="a02"] dt');
  assert.equal(times.length, 7);
  assert.equal(times[1], "18 September 2023 · looking back: 2 of 10");
  await app.browser.findText("“The opening is the same every week, so there is nothing to explain.”", '[data-item="a02"] dd');

  await view("Over time");
  await app.browser.until("a line for each attribute", async () => (await app.browser.count(".over-time canvas[role=img]")) === instrument.items.length);
  const lines = await app.browser.run('return [...document.querySelectorAll(".over-time canvas")].map((line) => line.getAttribute("aria-label"))');
  assert.equal(lines.at(-1), "18 September 2023: 6 of 10. 24 June 2024: 5 of 10.");
  await app.browser.until("every line to be drawn sharp", () =>
    app.browser.run(`return [...document.querySelectorAll(".over-time canvas[role=img]")].every((line) => {
      const data = line.getContext("2d").getImageData(0, 0, line.width, line.height).data;
      return line.width / line.getBoundingClientRect().width >= 2.99 && data.some((part) => part > 0);
    })`),
  );

  await view("Still to go");
  await app.browser.findText("10 of 11 have a level you need. Average still to go: 1.2; average distance: 1.4.", "p");
  assert.equal((await texts(".changes h2"))[0], named("a09"));

  await app.browser.run('location.hash = "#/chart/three-times/begin/look-back"');
  await app.browser.findText("Looking back", "h1");
  await button("Begin", "main");
  await app.browser.findText("Where was I then?", "h1");
  await app.browser.find("input[type=range]");
  const rows = await app.browser.run('return [...document.querySelectorAll("input[type=range]")].map((row) => row.getAttribute("aria-valuetext"))');
  // Those of the first time that are still on the chart.
  assert.deepEqual(rows, Array(9).fill("not rated yet"));
  const whys = occasions.flatMap(({ ratings }) => Object.values(ratings).map(({ why }) => why)).filter(Boolean);
  const shown = await app.browser.run('return document.body.textContent + [...document.querySelectorAll("textarea")].map(({ value }) => value).join()');
  assert.deepEqual(whys.filter((why) => shown.includes(why)), []);
  assert.equal(await app.browser.run('return [...document.querySelectorAll("button")].some((each) => each.textContent === "Show them")'), false);
  await app.browser.find('[data-saving="saved"]');
});
