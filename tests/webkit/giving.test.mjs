// Giving in WebKit, the iPhone's engine: a file from the disk and back to it, a link by the clipboard to somebody else.
// All words and ratings are SYNTHETIC.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { appInWebKit } from "./app.mjs";
import { startWebKit } from "./driver.mjs";

const FILE = fileURLToPath(new URL("../fixtures/teacher-twice.roundel.json", import.meta.url));
const TEACHER = JSON.parse(readFileSync(FILE, "utf8")).records[0];
const CTRL = "\uE009";

const app = appInWebKit();

const button = async (browser, name) => (await browser.findText(name, "button")).click();

async function give(browser, format) {
  await browser.run("location.hash = arguments[0]", `#/chart/${TEACHER.id}/give/${format}`);
  await browser.findText("Share or print", "h1");
}

/** Looks at what is to be opened, takes it in, and waits until it is kept. */
async function takeIn(browser) {
  await browser.findText("What the file holds", "h1");
  await browser.findText("An excellent music teacher", "main *");
  await button(browser, "Add to my charts");
  await browser.findText("An excellent music teacher", "h1");
  await browser.find('[data-saving="saved"]');
}

/** The chart in the file that the page saves, as WebKit has written it to the disk. */
async function saved(browser) {
  await give(browser, "file");
  await button(browser, "Save");
  const { records } = await browser.until("a whole file among the downloads", () => {
    const name = readdirSync(browser.downloads).find((name) => name.endsWith(".roundel.json"));
    try {
      return name && JSON.parse(readFileSync(join(browser.downloads, name), "utf8"));
    } catch {
      return null; // It is still being written.
    }
  });
  assert.equal(records.length, 1);
  return records[0];
}

/** Every time of a chart with its day, and each attribute with what was said of it. */
const rated = ({ instrument, occasions }, field) =>
  occasions.map(({ rated_on, ratings }) => [rated_on, instrument.items.map(({ id, text }) => [text, ratings[id]?.[field]])]);

test("a file that was picked is saved again with the same ratings and reasons", async () => {
  await app.browser.open(`${app.server.url}#/more`);
  await (await app.browser.find("input[type=file]")).type(FILE);
  await takeIn(app.browser);
  const again = await saved(app.browser);
  for (const field of ["answer", "why"]) assert.deepEqual(rated(again, field), rated(TEACHER, field));
});

test("a link that was copied brings the chart to somebody who has nothing yet", async () => {
  await give(app.browser, "link");
  await button(app.browser, "Copy link");
  await app.browser.findText("Copied.", ".notice *");
  // Only a person who pastes may read the clipboard.
  await app.browser.run('document.querySelector("main").append(document.createElement("textarea"))');
  const field = await app.browser.find("main > textarea");
  await field.type(`${CTRL}v`);
  const link = await app.browser.until("a link on the clipboard", async () => (await field.property("value")) || null);
  assert.match(link, /#\/open\/[\w-]+$/);

  const theirs = await startWebKit();
  try {
    await theirs.open(link);
    await theirs.findText("What the file holds", "h1");
    assert.equal(await theirs.run("return location.href"), `${app.server.url}#/opening`);
    await takeIn(theirs);
    await theirs.reload();
    await theirs.findText("An excellent music teacher", "h1");
    const brought = await saved(theirs);
    assert.deepEqual(rated(brought, "answer"), rated(TEACHER, "answer"));
    // A link leaves the reasons behind unless one says otherwise.
    assert.deepEqual(brought.left_out, ["reasons"]);
  } finally {
    await theirs.stop();
  }
});
