// With the service worker: after one visit the app needs no network.
import { App } from "./pages/app.mjs";
import { Chart } from "./pages/chart.mjs";
import { Compare } from "./pages/compare.mjs";
import { download } from "./pages/closing.mjs";
import { Home } from "./pages/home.mjs";
import { Library } from "./pages/library.mjs";
import { Storage } from "./pages/storage.mjs";
import { Rate } from "./pages/rate.mjs";
import { Update } from "./pages/update.mjs";
import { Host } from "./host.mjs";
import { fixture } from "./data.mjs";
import { writeWorker } from "../tools/offline.mjs";
import { POLICY } from "../tools/serve.mjs";
import { expect, test as base } from "./fixtures.mjs";

const test = base.extend({
  folder: ["/", { option: true }],
  host: async ({ folder }, use) => {
    const host = await Host.open({ base: folder });
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.url),
});
test.use({ serviceWorkers: "allow" });

/** One visit, after which host and network are gone. */
async function leave({ page, context, host }, app) {
  await app.open();
  await new Update(page).expectKept(host.version);
  await host.stop();
  await context.setOffline(true);
}

for (const folder of ["/", "/sub/folder/"]) {
  test.describe(`served from ${folder}`, () => {
    test.use({ folder });

    test("after one visit everything works with the network gone", async ({ page, context, app, host }) => {
      test.setTimeout(60_000);
      await leave({ page, context, host }, app);
      const visit = await context.newPage();
      const again = new App(visit);
      const failed = [];
      visit.on("requestfailed", (request) => failed.push(request.url()));
      await again.open("?from=a-link");
      await new Home(visit).expectEmpty();

      await new Home(visit).sample.click();
      const chart = new Chart(visit);
      await chart.expectTitle("An excellent music teacher");
      await chart.thenAndNow.click();
      await expect(new Compare(visit).sentence).toBeVisible();
      await visit.goBack();
      await chart.rateAgain.click();
      await new Rate(visit).expectHere();
      await new Rate(visit).ranges.first().press("7");
      await again.expectSaved();

      const library = new Library(visit);
      await library.open();
      await expect(library.cards.nth(10)).toBeVisible();
      const lists = await library.cards.evaluateAll((cards) => cards.map((card) => card.getAttribute("href")).filter((href) => href.startsWith("#/list/")));
      expect(lists.length).toBeGreaterThan(10);
      for (const list of lists) {
        await visit.goto(`./${list}`);
        await expect(visit.getByText("Where this comes from")).toBeVisible();
      }

      await again.openWith(fixture("singer"));
      // A link leads to its page, whatever was added to it on its way.
      const linked = await context.newPage();
      await new App(linked).open("?from=a-link#/chart/singer");
      await new Chart(linked).expectTitle("Attributes of an excellent singer");
      await again.toStorage();
      const { text } = await download(new Storage(visit).save);
      expect(JSON.parse(text).records.map(({ id }) => id)).toContain("singer");
      await again.reload();
      await expect(new Storage(visit).lastCopy).toContainText("Last copy: ");
      expect(failed).toEqual([]);
    });
  });
}

test("every file of the build is kept, under the policy, whatever is asked of it", async ({ page, context, app, host }) => {
  await leave({ page, context, host }, app);
  const files = Object.keys(JSON.parse(/FILES = (\{[^}]*\})/.exec(host.read("sw.js"))[1]));
  expect(files.length).toBeGreaterThan(40);
  const answers = await page.evaluate(
    (files) => Promise.all(files.map(async (file) => {
      const answer = await fetch(`${file}?some=query`);
      return [answer.status, answer.headers.get("content-security-policy")];
    })),
    files,
  );
  expect(new Set(answers.map((answer) => answer.join()))).toEqual(new Set([`200,${POLICY}`]));
  const visit = await page.goto("./index.html?a=b#/more");
  expect(visit.headers()["content-security-policy"]).toBe(POLICY);
  await app.expectAt("More");
});

test("the worker changes with any byte of the build, and does not count itself", async ({ host }) => {
  const before = host.version;
  expect(host.read("sw.js")).toContain(`VERSION = "${before}"`);
  expect(host.read("sw.js")).not.toContain('"sw.js"');
  expect(writeWorker(host.folder)).toBe(before);
  host.write("words/en-GB.json", `${host.read("words/en-GB.json")} `);
  expect(writeWorker(host.folder)).not.toBe(before);
});

test.describe("a host that sends no policy", () => {
  test.use({ allowed: /Content Security Policy/ });

  test("is no way round it: a worker asks nobody but its own origin", async ({ browser, problems }) => {
    const probe = "addEventListener('securitypolicyviolation', (event) => postMessage(event.effectiveDirective)); fetch('https://other.invalid/');";
    const host = await Host.open({ policy: null, change: (host) => host.write("probe.js", probe) });
    const context = await browser.newContext({ baseURL: host.url, serviceWorkers: "allow" });
    const page = await context.newPage();
    const asked = [];
    context.on("request", (request) => asked.push(request.url()));
    await new App(page).open();
    await new Update(page).expectKept(host.version);
    await host.stop();
    const said = await page.evaluate(() => new Promise((done) => (new Worker("probe.js").onmessage = ({ data }) => done(data))));
    expect(said).toBe("connect-src");
    expect(asked.filter((url) => url.includes("other.invalid"))).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
    await host.close();
  });
});

test.describe("an app that is not kept whole", () => {
  test.use({ allowed: /Failed to load resource|sw\.js|as it was built/ });

  for (const [what, spoil] of [
    ["is missing a file", (host) => host.write("words/en-GB.pages.json", "")],
    ["has a file of another build", (host) => host.write("samples/music-teacher.roundel.json", "{}")],
  ]) {
    test(`a version that ${what} is not taken, and the one before goes on`, async ({ page, context, app, host }) => {
      await app.open();
      const update = new Update(page);
      await update.expectKept(host.version);
      const before = host.version;
      host.release("two");
      spoil(host);
      expect(await update.look()).toBe("redundant");
      expect(await update.kept()).toEqual([before]);
      await expect(update.line).toHaveCount(0);
      await host.stop();
      await context.setOffline(true);
      await app.reload();
      await app.expectAt("Your charts");
      await app.tabs.getByRole("link", { name: "More" }).click();
      await app.expectAt("More");
    });
  }

  test("goes to the network once the browser has thrown away what it kept", async ({ page, app, host }) => {
    await app.open();
    await new Update(page).expectKept(host.version);
    await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
    await app.reload();
    await app.toMore();
    const visit = await page.goto("./");
    expect(visit.headers()["content-security-policy"]).toBe(POLICY);
    expect(await new Update(page).kept()).toEqual([]);
  });
});

test("the caches of other apps of the same origin are left alone", async ({ page, app, host }) => {
  await page.goto("./");
  await page.evaluate(() => Promise.all(["other-app", "roundel-/elsewhere/ 1", "roundel-/ half"].map((name) => caches.open(name))));
  await app.open();
  const update = new Update(page);
  await update.expectKept(host.version);
  host.release("two");
  expect(await update.look()).toBe("installed");
  await update.use.click();
  await app.expectAt("Your charts · two");
  const names = () => page.evaluate(async () => (await caches.keys()).sort());
  await expect.poll(names).toEqual(["other-app", `roundel-/ ${host.version}`, "roundel-/elsewhere/ 1"]);
});
