// That a newer version is here, and what the service worker keeps.
import { expect } from "@playwright/test";

export class Update {
  constructor(page) {
    this.page = page;
    this.line = page.getByRole("main").locator(".update");
    this.ready = this.line.getByText("A newer version of Roundel is ready.");
    this.use = page.getByRole("button", { name: "Use it now" });
  }

  /** The versions that are kept, whole or not. */
  kept() {
    return this.page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1)));
  }

  /** The app is on the device, and this window is served from there. */
  async expectKept(version) {
    await expect.poll(() => this.page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
    expect(await this.kept()).toContain(version);
  }

  /** Has the browser ask the host for a newer version; whether there is one. */
  look() {
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const found = new Promise((done) => (registration.onupdatefound = () => done(registration.installing)));
      await registration.update().catch(() => {});
      const worker = registration.installing ?? (await Promise.race([found, new Promise((done) => setTimeout(done, 500))]));
      if (!worker) return "none";
      const ended = () => ["installed", "redundant"].includes(worker.state);
      while (!ended()) await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
      return worker.state;
    });
  }
}
