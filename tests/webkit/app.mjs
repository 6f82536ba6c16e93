// The app in WebKit, for the tests of one file.
import { after, before } from "node:test";
import { serve } from "../tools/serve.mjs";
import { startWebKit } from "./driver.mjs";

/** Served and started before the tests, stopped after them: `server` and `browser` are there when a test runs. */
export function appInWebKit() {
  const app = {};
  before(async () => {
    app.server = await serve();
    app.browser = await startWebKit();
  });
  after(async () => {
    await app.browser?.stop();
    await app.server?.stop();
  });
  return app;
}
