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

  /** From the next start on it is noted what the version that waits is told. */
  noteWhatIsTold() {
    return this.page.addInitScript(() => {
      const { postMessage } = ServiceWorker.prototype;
      window.told = [];
      ServiceWorker.prototype.postMessage = function (...rest) {
        window.told.push(rest[0]);
        return postMessage.apply(this, rest);
      };
    });
  }

  /** What it has been told. As the app does before, this asks the browser for it: who has asked first is answered first. */
  told() {
    return this.page.evaluate(async () => {
      await navigator.serviceWorker.getRegistration();
      return window.told;
    });
  }

  /** Has the browser ask the host for a newer version, which there is; how far it came. */
  look() {
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const found = new Promise((done) => registration.addEventListener("updatefound", () => done(registration.installing)));
      await registration.update();
      const worker = registration.installing ?? registration.waiting ?? (await found);
      const ended = () => ["installed", "redundant"].includes(worker.state);
      while (!ended()) await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
      return worker.state;
    });
  }
}
