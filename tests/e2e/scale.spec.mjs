// Far more than anybody writes: five million letters in one chart, a thousand charts. Of all that only what changes is
// written.
import { Home } from "./pages/home.mjs";
import { Rate } from "./pages/rate.mjs";
import { file, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

/** Counts what each transaction puts into the database of the app. */
async function countPuts(page) {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    const transactions = new Map();
    window.puts = () => {
      const all = [...transactions.values()];
      transactions.clear();
      return all;
    };
    IDBObjectStore.prototype.put = function (text, key) {
      const rows = transactions.get(this.transaction) ?? {};
      transactions.set(this.transaction, { ...rows, [`${this.name}/${key}`]: text.length });
      return put.call(this, text, key);
    };
  });
  return () => page.evaluate(() => window.puts());
}

const TIMES = 25;

/** Twenty attributes, rated 25 times, with ten thousand letters on each rating. */
function longest() {
  const poles = Array.from({ length: 20 }, (_, at) => [`SYNTHETIC attribute ${at + 1}.`, `Opposite ${at + 1}`]);
  const words = "I asked first and then waited. ".repeat(340);
  const whys = (time) => poles.map((_, at) => `SYNTHETIC ${time} ${at}: ${words}`.slice(0, 10_000));
  const answers = (time) => Object.assign(poles.map((_, at) => (time + at) % 11), { whys: whys(time) });
  const times = Array.from({ length: TIMES }, (_, time) => answers(time));
  const made = record({ poles, times });
  // What was begun long ago is ended at the start.
  const today = new Date().toISOString().slice(0, 10);
  for (const [time, on] of made.occasions.entries()) {
    const day = new Date(Date.UTC(2014, 5 + time, 13)).toISOString().slice(0, 10);
    on.rated_on = on.refers_to = time + 1 < TIMES ? day : today;
  }
  return made;
}

test("of a chart with five million letters only the time that is rated is written, and all of it stays", async ({ page, app }) => {
  const puts = await countPuts(page);
  const made = longest();
  const whole = file(made);
  expect(whole.buffer.length).toBeGreaterThan(5_000_000);
  await app.openWith(whole);
  const before = (await app.stored()).occasions;
  expect(Object.keys(before)).toHaveLength(TIMES);
  await page.goto(`./#/chart/chart/rate/o${TIMES}/wheel`);
  const rate = new Rate(page);
  const { id, text } = made.instrument.items[0];
  // With the first change the chart is kept as it was before.
  await rate.range(text).press("7");
  await app.expectSaved();
  await puts();

  const MORE = " And more.";
  await rate.open(text).click();
  await rate.sheet.why.press("ControlOrMeta+End");
  await rate.sheet.why.pressSequentially(MORE);
  await app.expectSaved();
  const written = await puts();
  expect(written.length).toBeGreaterThan(0);
  for (const rows of written) {
    expect(Object.keys(rows)).toEqual([`occasions/chart/o${TIMES}`, "revisions/chart/chart"]);
    const letters = Object.values(rows).reduce((sum, each) => sum + each, 0);
    expect(letters).toBeLessThan(whole.buffer.length / 10);
  }

  await app.reload();
  await expect(rate.sheet.why).toHaveValue(made.occasions.at(-1).ratings[id].why + MORE);
  const after = (await app.stored()).occasions;
  const last = `chart/o${TIMES}`;
  expect(after[last].ratings[id]).toMatchObject({ answer: 7, why: made.occasions.at(-1).ratings[id].why + MORE });
  delete before[last].ratings[id];
  delete after[last].ratings[id];
  expect(after).toEqual(before);
});

const MANY = 1_000;

/** Puts copies of the one chart there is into the database, behind the app's back: `MANY` in all. */
async function multiply(page, app) {
  const rows = await app.texts();
  await page.evaluate(
    async ([rows, many]) => {
      const opening = indexedDB.open("roundel");
      await new Promise((done) => (opening.onsuccess = done));
      const transaction = opening.result.transaction(Object.keys(rows), "readwrite");
      for (const [table, texts] of Object.entries(rows)) {
        for (const [key, text] of Object.entries(texts)) {
          for (let n = 1; n < many; n += 1) {
            const copy = text.replaceAll('"chart"', `"chart${n}"`).replaceAll("SYNTHETIC 0.", `SYNTHETIC ${n}.`);
            transaction.objectStore(table).put(copy, key.replace(/chart(?=$|\/o)/, `chart${n}`));
          }
        }
      }
      await new Promise((done) => (transaction.oncomplete = done));
      opening.result.close();
    },
    [rows, MANY],
  );
}

test("of a thousand charts all are shown, one opens, and of it alone is written", async ({ page, app }) => {
  const puts = await countPuts(page);
  const made = record({ title: "SYNTHETIC 0." });
  await app.openWith(file(made));
  await multiply(page, app);
  await app.toCharts();
  await app.reload();
  const home = new Home(page);
  await expect(home.cards).toHaveCount(MANY);
  const before = await app.texts();
  expect(Object.keys(before.heads)).toHaveLength(MANY);
  await home.card("SYNTHETIC 765.").click();
  await app.expectAt("SYNTHETIC 765.");
  await page.goto("./#/chart/chart765/rate/o1/auto");
  const rate = new Rate(page);
  await puts();
  await rate.range(made.instrument.items[0].text).press("7");
  await app.expectSaved();
  const [rows, ...others] = await puts();
  expect(others).toEqual([]);
  const keys = Object.keys(rows).map((key) => key.replace(/\d{15}e$/, "now"));
  expect(keys).toEqual(["occasions/chart765/o1", "revisions/chart/chart765", "snapshots/chart765/now"]);
  const after = await app.texts();
  const changed = Object.keys(after).flatMap((table) =>
    Object.keys({ ...before[table], ...after[table] }).filter((key) => before[table][key] !== after[table][key]),
  );
  expect(changed.filter((key) => !key.includes("chart765"))).toEqual([]);
  expect(JSON.parse(after.occasions["chart765/o1"]).data.ratings.i1.answer).toBe(7);
  await app.reload();
  await rate.expectRow(made.instrument.items[0].text, 7);
});
