// When the app cannot start or stops: the recovery screen, and the file it saves.
import { App } from "./pages/app.mjs";
import { Recovery } from "./pages/recovery.mjs";
import { record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

// These tests break the app on purpose; what they may not do is in `problems` of the fixtures.
test.use({ allowed: /^(console|page error): / });

const STORED = {
  heads: [["r1", '{"title":"Singer"}'], ["r2", '{"title":"Teacher – “quoted”"}']],
  occasions: [["r1/o1", '{"ratings":[7,0,null]}']],
  targets: [],
};

// Puts entries into the database as the app does: its own keys, values as JSON text.
function store(page, stores) {
  return page.evaluate(async (stores) => {
    await new Promise((resolve) => (indexedDB.deleteDatabase("roundel").onsuccess = resolve));
    const request = indexedDB.open("roundel", 1);
    request.onupgradeneeded = () => Object.keys(stores).forEach((name) => request.result.createObjectStore(name));
    const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const transaction = database.transaction(Object.keys(stores), "readwrite");
    for (const [name, entries] of Object.entries(stores)) {
      for (const [key, value] of entries) transaction.objectStore(name).put(value, key);
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  }, stores);
}

/** What of a record stands in its own row. */
function head({ occasions: _, targets: __, ...head }) {
  return head;
}

// Asked from a picture of the same origin, where nothing of the app runs.
async function databases(context) {
  const page = await context.newPage();
  await page.goto("./icons/roundel.svg");
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
}

// Makes the browser refuse what the app needs to draw, for the app's own calls only. It panics where an element is
// refused; that a text can be refused is not in its books, so that error passes right through it.
const ELEMENTS = ["createElement", "createElementNS", "cloneNode"];
const TEXTS = ["createTextNode"];

function refuse(names) {
  for (const name of names) {
    const { prototype } = name === "cloneNode" ? Node : Document;
    const original = prototype[name];
    prototype[name] = function (...rest) {
      if (window.refusing && /wasm/.test(new Error().stack)) throw new Error(`${name} is refused`);
      return original.apply(this, rest);
    };
  }
}

for (const [what, answer] of [
  ["is not there", { status: 404, contentType: "text/plain", body: "404" }],
  ["is garbage", { status: 200, contentType: "application/wasm", body: "no wasm at all" }],
  ["is cut short", { status: 200, contentType: "application/wasm", body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 9]) }],
]) {
  test(`a wasm that ${what} brings the recovery screen`, async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill(answer));
    await page.goto("./");
    const recovery = new Recovery(page);
    await recovery.expectShown();
    await expect(recovery.message).toContainText("could not be loaded");
    await expectAccessible(page);
  });
}

test("glue code that is not there brings the recovery screen", async ({ page }) => {
  await page.route("**/roundel.js", (route) => route.fulfill({ status: 404, body: "404" }));
  await page.goto("./");
  await new Recovery(page).expectShown();
});

test("reloading brings the app back", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "404" }));
  await page.goto("./");
  const recovery = new Recovery(page);
  await recovery.expectShown();
  await page.unroute("**/*.wasm");
  await recovery.reload.click();
  await new App(page).expectStarted();
});

test("a panic while starting brings the recovery screen", async ({ page }) => {
  await page.addInitScript(refuse, ELEMENTS);
  await page.addInitScript(() => (window.refusing = true));
  await page.goto("./");
  const recovery = new Recovery(page);
  await recovery.expectShown();
  await expect(recovery.message).toContainText("Something went wrong in the app");
  await expect(recovery.details).toContainText("panicked at");
  await expectAccessible(page);
});

test("the app's word of a panic brings the recovery screen, once", async ({ page }) => {
  await new App(page).open();
  await page.evaluate(() => {
    for (const detail of ["first", "second"]) window.dispatchEvent(new CustomEvent("roundel:panic", { detail }));
  });
  const recovery = new Recovery(page);
  await recovery.expectShown();
  await expect(recovery.details).toHaveText("first");
});

test("the app's word of a missing part brings the recovery screen", async ({ page }) => {
  await new App(page).open();
  await page.evaluate(() => window.dispatchEvent(new CustomEvent("roundel:missing", { detail: "words/en-GB.json" })));
  const recovery = new Recovery(page);
  await recovery.expectShown();
  await expect(recovery.message).toContainText("could not be loaded");
});

test("a trap in a running wasm brings the recovery screen", async ({ page }) => {
  await new App(page).open();
  await page.evaluate(() => {
    // (module (func (export "trap") unreachable))
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
    setTimeout(exports.trap);
  });
  await new Recovery(page).expectShown();
});

test("an error that is not the app's own changes nothing", async ({ page }) => {
  const app = new App(page);
  await app.open();
  const thrown = page.waitForEvent("pageerror");
  await page.evaluate(() => setTimeout(() => JSON.parse("{")));
  await thrown;
  // What the policy says of it names the wasm that may run.
  const refused = page.waitForEvent("pageerror");
  await page.evaluate(() => setTimeout(() => (0, eval)("1")));
  await refused;
  await app.expectStarted();
  await expect(new Recovery(page).heading).toHaveCount(0);
});

for (const [what, refused, told] of [
  ["a panic", ELEMENTS, "panicked at"],
  ["an error that passes through the wasm", TEXTS, "createTextNode is refused"],
]) {
  test(`${what} while the app is used brings the recovery screen`, async ({ page }) => {
    await page.addInitScript(refuse, refused);
    await new App(page).open();
    await page.evaluate(() => {
      window.refusing = true;
      location.hash = "#/more";
    });
    const recovery = new Recovery(page);
    await recovery.expectShown();
    await expect(recovery.details).toContainText(told);
  });
}

test("what is stored is saved to a file, word for word", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "404" }));
  await page.goto("./");
  await store(page, STORED);
  const recovery = new Recovery(page);
  await recovery.expectShown();
  const { name, content } = await recovery.saveFile();
  expect(name).toMatch(/^roundel-rescue-\d{4}-\d{2}-\d{2}\.roundel\.json$/);
  expect(content).toEqual({ format: "roundel-rescue", version: 1, stores: STORED });
  await expect(recovery.status).toContainText(name);
});

test("what stands outside of the database is saved too, also where that cannot be read", async ({ page, app }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "404" }));
  await page.goto("./");
  const recovery = new Recovery(page);
  await recovery.expectShown();
  const text = JSON.stringify({ version: 1, data: head(record()) });
  await page.evaluate((text) => {
    localStorage.setItem("roundel.row.heads/chart", text);
    localStorage.setItem("roundel.theme", "dark");
    IDBFactory.prototype.databases = IDBFactory.prototype.open = () => { throw new DOMException("broken", "UnknownError"); };
  }, text);
  const { content } = await recovery.saveFile();
  expect(content).toEqual({ format: "roundel-rescue", version: 1, stores: {}, left: { heads: [["chart", text]] } });
  await expect(recovery.status).toContainText("could not be read");
  // And it is opened again.
  await page.evaluate(() => localStorage.clear());
  await page.unroute("**/*.wasm");
  await page.reload();
  await app.expectStarted();
  await app.takeIn({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });
  expect(Object.keys((await app.stored()).heads)).toEqual(["chart"]);
});

for (const listing of ["can", "cannot"]) {
  test(`nothing stored is said, and no empty database left, where databases ${listing} be listed`, async ({ page }) => {
    if (listing === "cannot") {
      await page.addInitScript(() => (IDBFactory.prototype.databases = undefined));
    }
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "404" }));
    await page.goto("./");
    const recovery = new Recovery(page);
    await recovery.expectShown();
    await recovery.save.click();
    await expect(recovery.status).toHaveText("Nothing is stored in this browser.");
    expect(await databases(page.context())).toEqual([]);
  });
}

test("a database that cannot be read is not taken for an empty one", async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.getAll = () => {
      throw new DOMException("broken", "UnknownError");
    };
  });
  await page.goto("./");
  const recovery = new Recovery(page);
  await recovery.expectShown();
  await expect(recovery.details).toContainText("cannot be read");
});
