// Talking in WebKit, the iPhone's engine: a note by a form with a day ahead, found again among what is coming up; and a
// chart rated by somebody else on the same phone. All words and ratings are SYNTHETIC.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { appInWebKit } from "./app.mjs";

const FILE = fileURLToPath(new URL("../fixtures/teacher-twice.roundel.json", import.meta.url));

const app = appInWebKit();

const button = async (name, place = "main") => (await app.browser.findText(name, `${place} button`)).click();
const to = (hash, heading) =>
  app.browser.run("location.hash = arguments[0]", hash).then(() => app.browser.findText(heading, "h1"));
/** The field with this label. */
const field = (label) => app.browser.until(`a field for ${label}`, () =>
  app.browser.run(
    `const label = [...document.querySelectorAll("label")].find((each) => each.querySelector("span")?.textContent === arguments[0]);
    const field = label?.querySelector("textarea, input");
    field?.setAttribute("data-found", arguments[0]);
    return Boolean(field);`,
    label,
  )).then(() => app.browser.find(`[data-found="${label}"]`));
const value = (label) => field(label).then((found) => found.property("value"));

test("a talk is noted, kept, and its next day is on the list", async () => {
  await app.browser.open(`${app.server.url}#/more`);
  await (await app.browser.find("input[type=file]")).type(FILE);
  await button("Add to my charts", "");
  await app.browser.findText("An excellent music teacher", "h1");
  await app.browser.find('[data-saving="saved"]');
  await to("#/chart/teacher/talks", "Talks");
  await (await app.browser.findText("Goal, reality, options, way forward (GROW)", "main button strong")).click();
  await app.browser.findText("Goal, reality, options, way forward (GROW)", "h1");
  await (await field("Goal")).type("SYNTHETIC: wait longer");
  await (await field("With whom")).type("Sam");
  await button("In half a term");
  await app.browser.find('[data-saving="saved"]');
  await app.browser.reload();
  await app.browser.findText("Goal, reality, options, way forward (GROW)", "h1");
  assert.equal(await value("Goal"), "SYNTHETIC: wait longer");
  assert.match(await value("Next talk"), /^\d{4}-\d{2}-\d{2}$/);
  await to("#/due", "What is coming up");
  await app.browser.findText("Talk with Sam", "main h3");
});

test("somebody else rates on the same phone, and nothing of one's own is in sight meanwhile", async () => {
  await to("#/chart/teacher/begin/view", "Another view");
  await button("Mentor");
  await button("Begin");
  await app.browser.findText("How do you see it?", "h1");
  await app.browser.find("input[type=range]");
  const rows = await app.browser.run('return [...document.querySelectorAll("input[type=range]")].map((row) => row.getAttribute("aria-valuetext"))');
  assert.ok(rows.length > 2 && rows.every((row) => row === "not rated yet"), rows.join());
  const range = await app.browser.find("input[type=range]");
  await range.type("7");
  await app.browser.find('[data-saving="saved"]');
  await button("Done", "footer");
  await app.browser.findText("Thank you", "h1");
  await (await app.browser.findText("Show both", "main a")).click();
  await app.browser.findText("Two views", "h1");
  await app.browser.findText("Mentor", "main *");
});
