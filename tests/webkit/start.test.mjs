// The app starts in WebKit, the iPhone's engine, and its recovery screen works there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../tools/serve.mjs";
import { startWebKit } from "./driver.mjs";

let server;
let withoutWasm;
let browser;

before(async () => {
  server = await serve();
  withoutWasm = await serve({ missing: /\.wasm$/ });
  browser = await startWebKit();
});

after(async () => {
  await browser?.stop();
  await server?.stop();
  await withoutWasm?.stop();
});

test("the app starts and shows its heading", async () => {
  await browser.open(server.url);
  const heading = await browser.find("h1");
  assert.notEqual(await heading.text(), "");
  assert.equal(await browser.count("#boot"), 0);
  assert.equal(await browser.count(".boot-recovery"), 0);
});

test("a missing wasm brings the recovery screen, and asking it for a file creates no database", async () => {
  await browser.open(withoutWasm.url);
  await browser.findText("Roundel has stopped", "h1");
  await (await browser.findText("Save everything stored to a file", "button")).click();
  await browser.findText("Nothing is stored in this browser.", "[role=status]");
  const names = await browser.run("return indexedDB.databases().then((all) => all.map(({ name }) => name))");
  assert.deepEqual(names, []);
});
