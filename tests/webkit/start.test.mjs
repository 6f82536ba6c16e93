// The app starts in WebKit, the iPhone's engine.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../tools/serve.mjs";
import { startWebKit } from "./driver.mjs";

let server;
let browser;

before(async () => {
  server = await serve();
  browser = await startWebKit();
});

after(async () => {
  await browser?.stop();
  await server?.stop();
});

test("the app starts and shows its heading", async () => {
  await browser.open(server.url);
  const heading = await browser.find("h1");
  assert.notEqual(await heading.text(), "");
  assert.equal(await browser.count("#boot"), 0);
  assert.equal(await browser.count(".boot-recovery"), 0);
});

test("asking for a rescue file with nothing stored leaves no empty database", async () => {
  await browser.open(server.url);
  await browser.find("h1");
  await browser.run(`return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase("roundel");
    request.onsuccess = request.onblocked = resolve;
  }).then(() => { window.dispatchEvent(new CustomEvent("roundel:panic", { detail: "made by the test" })) })`);
  const heading = await browser.findText("Roundel has stopped", "h1");
  assert.equal(await heading.text(), "Roundel has stopped");
  await (await browser.findText("Save everything stored to a file", "button")).click();
  await browser.findText("Nothing is stored in this browser.", "[role=status]");
  const names = await browser.run("return indexedDB.databases().then((all) => all.map(({ name }) => name))");
  assert.deepEqual(names, []);
});
