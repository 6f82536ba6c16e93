// The core journey in WebKit, the iPhone's engine: make, rate, reload, rate again, compare, save a file.
// All words and ratings are SYNTHETIC. Its storage ends with the browser: closing and killing are in restart.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { appInWebKit } from "./app.mjs";

const ATTRIBUTES = ["Listens before speaking", "Plans ahead", "Sings with them"];

const app = appInWebKit();

const button = async (name, place = "") => (await app.browser.findText(name, `${place} button`)).click();
const link = async (name) => (await app.browser.findText(name, "a")).click();
// A new page takes the focus to its heading, a frame after it has come; typing waits for that, as a person does.
const heading = async (title) => {
  await app.browser.findText(title, "h1");
  await app.browser.until(`the focus on “${title}”`, () => app.browser.run('return document.activeElement?.matches("h1")'));
};
const loaded = (title) => app.browser.findText(title, "h1");
const saved = () => app.browser.find('[data-saving="saved"]');

/** The list's word for each rating. */
const rows = () => app.browser.run('return [...document.querySelectorAll("input[type=range]")].map((row) => row.getAttribute("aria-valuetext"))');

/** Rates all attributes with the sheet's buttons, from the first row on; null leaves one empty. */
async function rate(values, why) {
  await (await app.browser.find("li input[type=range]")).rect();
  await app.browser.run('document.querySelector("li:has(input[type=range]) button").click()');
  for (const [at, value] of values.entries()) {
    await app.browser.findText(ATTRIBUTES[at], "dialog[open] h2");
    if (value !== null) {
      await (await app.browser.find(`dialog[open] [data-number="${value}"]`)).click();
      await app.browser.find(`dialog[open] [data-number="${value}"][aria-pressed="true"]`);
    }
    if (at === 0) await (await app.browser.find("dialog[open] textarea")).type(why);
    await button(at + 1 < values.length ? "Next" : "Done", "dialog[open]");
  }
  await app.browser.until("the sheet to close", async () => (await app.browser.count("dialog[open]")) === 0);
  const words = values.map((value) => (value === null ? "not rated yet" : `${value} of 10`));
  assert.deepEqual(await rows(), words);
  await saved();
}

test("the core journey", async () => {
  await app.browser.open(app.server.url);
  await loaded("Your charts");
  await link("Make my first chart");
  await heading("Excellent what?");
  await (await app.browser.find("main input[type=text]")).type("music teacher");
  await link("Next");
  await heading("What makes it excellent?");
  for (const text of ATTRIBUTES) {
    await (await app.browser.find("ol > li:last-child input")).type(text);
    await app.browser.find(`[aria-label="Remove “${text}”"]`);
  }
  await link("Next");
  for (const text of ATTRIBUTES) {
    await app.browser.findText(text, "h2");
    await (await app.browser.find("main textarea")).type(`The opposite of: ${text}`);
    await link("Next");
  }
  await heading("Where am I now?");
  await app.browser.find("canvas");
  await rate([7, 0, null], "They finish their sentences");

  await app.browser.reload();
  await loaded("Where am I now?");
  await app.browser.find("input[type=range]");
  assert.deepEqual(await rows(), ["7 of 10", "0 of 10", "not rated yet"]);
  for (const title of ["Which matter most to you?", "What, and how?", "When will you look again?", "Your first picture"]) {
    await link("Next");
    await heading(title);
  }
  await link("Done");
  await heading("An excellent music teacher");
  await app.browser.findText("“They finish their sentences”", "p");

  await button("Rate again");
  await heading("Where am I now?");
  await app.browser.find("input[type=range]");
  assert.deepEqual(await rows(), ["not rated yet", "not rated yet", "not rated yet"]);
  assert.equal(await app.browser.run('return document.body.textContent.includes("They finish their sentences")'), false);
  await rate([9, 0, 4], "They laugh");
  await button("Finish and compare");
  await heading("Then and now");
  await app.browser.findText("You rated 2 of 3 both times: 1 higher, 1 the same, 0 lower.", "p");
  const groups = await app.browser.run('return [...document.querySelectorAll("h2")].map((heading) => heading.textContent)');
  assert.deepEqual(groups, ["In your own words", "Higher", "The same", "Not rated both times", "What do you make of it?"]);

  await saved();
  await app.browser.reload();
  await loaded("Then and now");

  await app.browser.run(`
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      window.handed = blob.text();
      return createObjectURL.call(URL, blob);
    };
    // The download itself is the browser's matter.
    HTMLAnchorElement.prototype.click = function () {
      window.clicked = this.download;
    };
    location.hash = "#/storage";`);
  await heading("Keeping your charts");
  await app.browser.until("a copy to be offered", () =>
    app.browser.run(`const save = [...document.querySelectorAll("main button")].find((each) => each.textContent === "Save a copy");
      save?.click();
      return Boolean(save);`),
  );
  const text = await app.browser.run("return window.handed");
  assert.match(await app.browser.run("return window.clicked"), /\.roundel\.json$/);
  const [record] = JSON.parse(text).records;
  assert.deepEqual(record.instrument.items.map(({ text }) => text), ATTRIBUTES);
  const answers = record.occasions.map(({ ratings }) => record.instrument.items.map(({ id }) => ratings[id].answer));
  assert.deepEqual(answers, [[7, 0, null], [9, 0, 4]]);
});

test("the wheel is rated by sliding, and drawn sharp", async () => {
  await app.browser.run('location.hash = "#/"');
  await heading("Your charts");
  await (await app.browser.find("main ul a")).click();
  await heading("An excellent music teacher");
  await button("Rate again");
  await app.browser.find(".wheel-touch");
  const fine = await app.browser.until("a drawn wheel", () =>
    app.browser.run('const canvas = document.querySelector("canvas"); return canvas.width / canvas.getBoundingClientRect().width || null'),
  );
  assert.ok(fine >= 2.99, `${fine} backing pixels a CSS pixel`);
  await app.browser.run(`
    const disc = document.querySelector(".wheel-touch");
    disc.scrollIntoView({ block: "center" });
    const { left, top, width, height } = disc.getBoundingClientRect();
    const send = (type, reach) => {
      // The middle of the first of three segments.
      const x = left + width / 2 + (width / 2) * reach * Math.sin(Math.PI / 3);
      const y = top + height / 2 - (height / 2) * reach * Math.cos(Math.PI / 3);
      const at = { clientX: x, clientY: y, pointerId: 1, button: 0, bubbles: true, isPrimary: true };
      disc.dispatchEvent(new PointerEvent(type, at));
    };
    send("pointerdown", 0.3);
    send("pointermove", 0.6);
    send("pointermove", 1.2);
    send("pointerup", 1.2);`);
  await app.browser.findText(ATTRIBUTES[0], "dialog[open] h2");
  await app.browser.find('dialog[open] [data-number="10"][aria-pressed="true"]');
  await app.browser.back();
  await app.browser.until("the sheet to close", async () => (await app.browser.count("dialog[open]")) === 0);
  assert.deepEqual(await rows(), ["10 of 10", "not rated yet", "not rated yet"]);
  await saved();
});
