// The mentor skills audit in WebKit, the iPhone's engine: 29 statements twice, ten months apart, compared.
// All answers are SYNTHETIC.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { appInWebKit } from "./app.mjs";

const { sections, items } = JSON.parse(readFileSync(new URL("../../public/instruments/mentor-skills-audit.json", import.meta.url))).instrument;
const THEN = items.map((_, at) => 2 + (at % 3));
const NOW = THEN.map((then, at) => (at % 4 === 0 ? then + 1 : then));

const app = appInWebKit();

const button = async (name) => (await app.browser.findText(name, "button")).click();

/** The page's clock says this day from now on. */
const today = (day) =>
  app.browser.run(`
    const Real = window.RealDate ?? Date;
    window.RealDate = Real;
    window.Date = class extends Real {
      constructor(...parts) {
        super(...(parts.length > 0 ? parts : ["${day}T10:00:00"]));
      }
    };`);

/** Answers every statement by touching its row, and goes past the end of each section. */
async function fillIn(answers) {
  for (const [at, { text, section }] of items.entries()) {
    await app.browser.findText(text, "h2");
    await app.browser.run(`document.querySelector('.answer[data-number="${answers[at]}"]').click()`);
    if (items[at + 1]?.section === section) continue;
    const { name } = sections.find(({ id }) => id === section);
    await app.browser.findText(name, "h2");
    await (await app.browser.findText("Next", "footer a")).click();
  }
}

test("the mentor skills audit twice", async () => {
  await app.browser.open(`${app.server.url}#/list/mentor-skills-audit`);
  await app.browser.findText("Mentor skills audit", "h1");
  await today("2013-09-16");
  await button("Begin");
  await fillIn(THEN);
  await app.browser.findText("All answered", "h2");
  await button("See the result");
  await app.browser.findText("Your strengths", "h2");
  const strengths = await app.browser.run(`
    const section = [...document.querySelectorAll("section")].find((each) => each.querySelector("h2")?.textContent === "Your strengths");
    return [...section.querySelectorAll(".item-text")].map((text) => text.textContent);`);
  assert.deepEqual(strengths, items.filter((_, at) => THEN[at] >= 4).map(({ text }) => text));
  await app.browser.find('[data-saving="saved"]');
  await app.browser.reload();
  await app.browser.findText("Your strengths", "h2");

  await today("2014-07-14");
  await button("Rate again");
  await app.browser.findText(items[0].text, "h2");
  assert.equal(await app.browser.count('.answer[aria-pressed="true"]'), 0);
  await fillIn(NOW);
  await app.browser.findText("All answered", "h2");
  await button("Finish and compare");
  await app.browser.findText("Then and now", "h1");
  const higher = NOW.filter((now, at) => now > THEN[at]).length;
  await app.browser.findText(`You rated 29 of 29 both times: ${higher} higher, ${29 - higher} the same, 0 lower.`, "p");
  const heads = await app.browser.run('return [...document.querySelectorAll(".section-change > h3")].map((head) => head.textContent)');
  assert.deepEqual(heads, sections.map(({ name }, at) => `${at + 1} ${name}`));
  const dates = await app.browser.run('return [...document.querySelectorAll(".times-line .then, .times-line .now")].map((day) => day.textContent)');
  assert.deepEqual(dates, ["16 September 2013", "14 July 2014"]);
  await app.browser.find('[data-saving="saved"]');
});
