// Runs the wasm tests in headless Chromium. Cargo calls it as the runner of the test binary.
//
// wasm-bindgen-test-runner serves the tests as a page; Playwright opens it and reads the result,
// so no separate driver has to match the browser's version.
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { launchOptions } from "../e2e/browser.mjs";
import { freePort } from "./free-port.mjs";

const LIMIT_MS = 180_000;

const address = `127.0.0.1:${await freePort()}`;
const runner = spawn("wasm-bindgen-test-runner", process.argv.slice(2), {
  env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: address },
  stdio: ["ignore", "ignore", "inherit"],
});
let browser;
try {
  const gone = new Promise((_, failed) => {
    runner.once("error", failed);
    runner.once("exit", (code) => failed(new Error(`wasm-bindgen-test-runner ended with ${code}`)));
  });
  gone.catch(() => {});
  const served = async () => {
    while (!(await fetch(`http://${address}/`).catch(() => null))) await sleep(50);
  };
  await Promise.race([served(), gone, sleep(LIMIT_MS).then(() => Promise.reject(new Error("the tests are not served")))]);

  browser = await chromium.launch(launchOptions());
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(`http://${address}/`);
  const output = page.locator("#output");
  const finished = page.waitForFunction(
    () => /test result: /.test(document.querySelector("#output")?.textContent ?? ""),
    undefined,
    { timeout: LIMIT_MS },
  );
  await Promise.race([finished, gone]).catch(async (error) => {
    console.error(await output.textContent());
    throw error;
  });
  const text = await output.textContent();
  console.log(text);
  const ran = Number(/test result: ok\. (\d+) passed/.exec(text)?.[1] ?? 0);
  process.exitCode = ran > 0 ? 0 : 1;
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  await browser?.close();
  runner.kill("SIGKILL");
}
process.exit();
