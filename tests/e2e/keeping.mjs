// Kills the browser at random moments while things are rated, written, taken in, brought together, deleted, put back, made
// as they were, and brought over from an older database; what had been shown as saved must be there on the next start.
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { App } from "./pages/app.mjs";
import { Bin } from "./pages/bin.mjs";
import { Chart } from "./pages/chart.mjs";
import { Rate } from "./pages/rate.mjs";
import { Versions } from "./pages/versions.mjs";
import { POLES, file, record } from "./data.mjs";

const TEXTS = POLES.map(([text]) => text);
const RATE = "#/chart/chart/rate/o1/auto";

/** A sequence that is the same for the same seed. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What is watched of a chart: its title and, of the one that is rated, ratings and words. */
function factsOf(id, title, ratings = {}) {
  const found = { [`chart ${id}`]: title ?? "" };
  for (const [item, { answer, why }] of id === "chart" ? Object.entries(ratings) : []) {
    found[`rating of ${item}`] = answer;
    found[`words on ${item}`] = why ?? "";
  }
  return found;
}

/** A chart that is deleted or put back may be in both places for a moment, and never in none. */
const somewhere = (id) => `${id} among the charts or in the bin`;

/** What the store holds of what is watched. */
async function facts(app) {
  const { heads, occasions, bin } = await app.stored();
  const found = {};
  for (const [id, { title }] of Object.entries(heads)) {
    Object.assign(found, factsOf(id, title, occasions[`${id}/o1`]?.ratings), { [somewhere(id)]: true });
  }
  for (const key of Object.keys(bin)) {
    const [, thing, id] = key.match(/^(chart\/(.*))\/.*$/);
    found[`bin ${thing}`] = true;
    found[somewhere(id)] = true;
  }
  return found;
}

/** Each does one thing and gives what it will have changed before it begins to. */
const ACTS = {
  async rates({ pick, rate, expecting }) {
    const at = pick(TEXTS.length);
    const value = pick(10);
    expecting({ [`rating of i${at + 1}`]: value });
    await rate.range(TEXTS[at]).press(String(value));
  },
  async writes({ pick, rate, expecting, round }) {
    const at = pick(TEXTS.length);
    const words = `(synthetic) ${round} ${pick(1000)}`;
    expecting({ [`words on i${at + 1}`]: words });
    await rate.open(TEXTS[at]).click();
    await rate.sheet.why.fill(words);
    await rate.sheet.close.click();
  },
  async takesIn({ app, page, expecting, fresh }) {
    const id = `taken-${fresh()}`;
    expecting({ [`chart ${id}`]: id, [somewhere(id)]: true });
    await app.takeIn(file({ ...record({ id }), title: id }));
    await page.goto(`./${RATE}`);
  },
  async bringsTogether({ app, page, expecting, fresh }) {
    // Later than whatever was done to it since.
    const changed = 4_000_000_000_000 + fresh() * 1_000_000;
    expecting({ "chart other": `title ${changed}` });
    await app.takeIn(file({ ...record({ id: "other" }), title: `title ${changed}`, changed }, "other.roundel.json", { version: 4 }));
    await page.goto(`./${RATE}`);
  },
  async deletes({ page, app, expecting, pick }) {
    const ids = Object.keys(await facts(app)).filter((name) => name.startsWith("chart taken-")).map((name) => name.slice(6));
    if (ids.length === 0) return;
    const id = ids[pick(ids.length)];
    expecting({ [`chart ${id}`]: undefined, [`bin chart/${id}`]: true });
    await page.goto(`./#/chart/${id}`);
    const chart = new Chart(page);
    await chart.openMore();
    await chart.remove.click();
    await app.expectSaved();
    await page.goto(`./${RATE}`);
  },
  async putsBack({ page, app, expecting, pick }) {
    const ids = Object.keys(await facts(app)).filter((name) => name.startsWith("bin chart/")).map((name) => name.slice(10));
    if (ids.length === 0) return;
    const id = ids[pick(ids.length)];
    expecting({ [`chart ${id}`]: id, [`bin chart/${id}`]: undefined });
    await page.goto("./#/bin");
    await new Bin(page).row(new RegExp(`${id}(?!\\d)`)).putBack.click();
    await app.expectSaved();
    await page.goto(`./${RATE}`);
  },
  async goesBack({ page, app, expecting, pick }) {
    const { snapshots } = await app.stored();
    const now = await facts(app);
    const id = ["chart", "other"][pick(2)];
    // As the page has them: the newest first.
    const versions = Object.keys(snapshots).filter((key) => key.startsWith(`${id}/`)).sort().reverse();
    const changes = versions.map((key) => {
      const { title, occasions } = snapshots[key];
      return Object.fromEntries(Object.entries(factsOf(id, title, occasions[0].ratings)).filter(([name, value]) => now[name] !== value));
    });
    const others = versions.map((_, at) => at).filter((at) => Object.keys(changes[at]).length > 0);
    if (others.length === 0) return;
    const at = others[pick(others.length)];
    expecting(changes[at]);
    const { rows } = await Versions.open(page, id);
    await expect(rows).toHaveCount(versions.length);
    await rows.nth(at).getByRole("button", { name: "Go back to this" }).click();
    await app.expectSaved();
    await page.goto(`./${RATE}`);
  },
};

// Chromium notes who holds a profile as host-pid. Playwright starts it as the leader of a process group.
function kill(profile) {
  const pid = Number(readlinkSync(join(profile, "SingletonLock")).split("-").at(-1));
  process.kill(-pid, "SIGKILL");
}

async function start(profile, baseURL) {
  const options = { ...launchOptions(), baseURL, viewport: { width: 360, height: 740 }, serviceWorkers: "block" };
  const context = await chromium.launchPersistentContext(profile, options);
  const [page] = context.pages();
  page.setDefaultTimeout(20_000);
  return { context, page, app: new App(page), rate: new Rate(page) };
}

/** Puts a database of an older version in the place of the one there is, from a page that is not the app. */
async function goBackTo(page, { database, stores }) {
  await page.goto("./icons/roundel.svg");
  await page.evaluate(
    async ({ database, stores }) => {
      await new Promise((done) => (indexedDB.deleteDatabase("roundel").onsuccess = done));
      const request = indexedDB.open("roundel", database);
      request.onupgradeneeded = () => {
        for (const [name, pairs] of Object.entries(stores)) {
          const store = request.result.createObjectStore(name);
          for (const [key, text] of pairs) store.put(text, key);
        }
      };
      await new Promise((done) => (request.onsuccess = done));
      request.result.close();
    },
    { database, stores },
  );
}

const older = (name) => JSON.parse(readFileSync(new URL(`../fixtures/stores/${name}.json`, import.meta.url)));

/** What the rows of a table say, by their keys; the version that they are written in aside. */
const said = (pairs) => Object.fromEntries(pairs.map(([key, text]) => [key, JSON.stringify(JSON.parse(text).data)]));

/**
 * Plays `rounds` rounds, each ended by a kill, and looks after each kill at what it has left. Gives how many kills were
 * looked after, how many changes were shown as saved, how many of them were lost, how often the kill came while one was
 * under way, and how often each kind of change was. Every fifth round brings an older database over and is killed in the
 * middle of it.
 */
export async function killInRounds({ rounds, baseURL, seed = 1, say = console.log }) {
  const pick = random(seed);
  let [count, compared, shown, lost, underWay, migrations] = [0, 0, 0, 0, 0, 0];
  const done = Object.fromEntries(Object.keys(ACTS).map((act) => [act, 0]));
  const fresh = () => (count += 1);
  const profile = mkdtempSync(join(tmpdir(), "roundel-kill-"));
  let known = null;
  let possible = {};

  /** Looks at what the kill before has left; `null` where there was none. */
  const look = async ({ app, rate }, round) => {
    await app.open(RATE);
    await rate.expectHere();
    await app.expectSaved();
    const found = await facts(app);
    for (const name of new Set([...Object.keys(known), ...Object.keys(found)])) {
      const allowed = [known[name], ...(name in possible ? [possible[name]] : [])];
      if (!allowed.some((value) => value === found[name])) {
        lost += 1;
        say(`before round ${round}: ${name} is ${JSON.stringify(found[name])}, shown as saved was ${JSON.stringify(allowed)}`);
      }
    }
    compared += 1;
    known = found;
  };

  try {
    for (let round = 0; round < rounds; round += 1) {
      if (round % 5 === 4) {
        lost += await killWhileBroughtOver({ baseURL, pick, older: older(OLDER[pick(OLDER.length)]), say });
        compared += 1;
        migrations += 1;
        continue;
      }
      const { context, page, app, rate } = await start(profile, baseURL);
      if (known) {
        await look({ app, rate }, round);
      } else {
        await Rate.begin(page, app, record());
        await app.takeIn(file({ ...record({ id: "other" }), title: "title" }));
        await page.goto(`./${RATE}`);
        await app.expectSaved();
        known = await facts(app);
      }
      possible = {};
      let dead = false;
      const dies = new Promise((end) => setTimeout(end, 100 + pick(2500))).then(() => {
        dead = true;
        kill(profile);
      });
      const acts = Object.keys(ACTS);
      try {
        while (!dead) {
          const act = acts[pick(10) < 6 ? pick(2) : pick(acts.length)];
          const expecting = (change) => (possible = change);
          await ACTS[act]({ pick, app, page, rate, expecting, fresh, round });
          await app.expectSaved();
          // What was seen before the kill was said before it.
          if (!dead) {
            shown += Object.keys(possible).length;
            done[act] += Number(Object.keys(possible).length > 0);
            for (const [name, value] of Object.entries(possible)) {
              if (value === undefined) delete known[name];
              else known[name] = value;
            }
            possible = {};
          }
        }
      } catch (error) {
        if (!dead) throw error;
      }
      await dies;
      underWay += Number(Object.keys(possible).length > 0);
      await context.close().catch(() => {});
    }
    if (known) {
      const last = await start(profile, baseURL);
      await look(last, rounds);
      await last.context.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  return { rounds: compared, shown, lost, underWay, migrations, done };
}

const OLDER = ["db-1-rows-1", "db-2-rows-2", "db-2-rows-3"];

/** Kills the browser while an older database is brought over; gives how many rows are not there as they were afterwards. */
async function killWhileBroughtOver({ baseURL, pick, older, say }) {
  const profile = mkdtempSync(join(tmpdir(), "roundel-kill-"));
  try {
    const before = await start(profile, baseURL);
    await goBackTo(before.page, older);
    const dies = new Promise((done) => setTimeout(done, pick(1200))).then(() => kill(profile));
    await before.app.open().catch(() => {});
    await dies;
    await before.context.close().catch(() => {});
    const after = await start(profile, baseURL);
    await after.app.open();
    await after.app.expectSaved();
    const tables = await after.app.texts();
    await after.context.close();
    const missing = Object.entries(older.stores).flatMap(([table, pairs]) => {
      const found = said(Object.entries(tables[table]));
      return Object.entries(said(pairs)).filter(([key, text]) => found[key] !== text).map(([key]) => `${table}/${key}`);
    });
    for (const key of missing) say(`brought over from version ${older.database}: ${key} is not as it was`);
    return missing.length;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
