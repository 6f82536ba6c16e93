// The lock: what stands in front of a locked store, and the section about it where all is kept.
import { expect } from "@playwright/test";
import { App } from "./app.mjs";

export const PASSPHRASE = "zwölf Monate café";

export class Lock {
  constructor(page) {
    this.page = page;
    this.section = page.locator("#lock");
    this.said = this.section.getByRole("status");
    this.warning = this.section.getByText("If you forget it, nobody can open your charts again");
    this.now = this.section.getByRole("button", { name: "Lock now" });
    // In front of a locked store.
    this.heading = page.getByRole("heading", { level: 1, name: "Roundel is locked" });
    this.field = page.getByLabel("Passphrase", { exact: true });
    this.open = page.getByRole("button", { name: "Open", exact: true });
    this.show = page.getByLabel("Show what I type");
    this.fault = page.getByRole("alert");
    this.forgotten = page.getByText("I have forgotten it");
    this.forNow = page.getByRole("button", { name: "Use it just for now" });
  }

  async toSection() {
    await this.page.goto("./#/storage");
    await expect(this.section).toBeVisible();
  }

  form(name) {
    return this.section.locator("details", { has: this.page.locator("summary", { hasText: name }) });
  }

  async unfold(name) {
    const form = this.form(name);
    await form.locator("summary").click();
    return form;
  }

  async turnOn(passphrase = PASSPHRASE, again = passphrase) {
    await this.toSection();
    const form = this.form("Turn the lock on");
    if (!(await form.evaluate(({ open }) => open))) await form.locator("summary").click();
    await form.getByLabel("A new passphrase").fill(passphrase);
    await form.getByLabel("The passphrase again").fill(again);
    await form.getByRole("button", { name: "Turn the lock on" }).click();
  }

  async expectOn() {
    await expect(this.now).toBeVisible();
  }

  async turnOff(passphrase = PASSPHRASE) {
    await this.toSection();
    const form = await this.unfold("Turn the lock off");
    await form.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await form.getByRole("button", { name: "Turn the lock off" }).click();
  }

  async change(old, passphrase) {
    await this.toSection();
    const form = await this.unfold("Change the passphrase");
    await form.getByLabel("The passphrase as it is now").fill(old);
    await form.getByLabel("A new passphrase").fill(passphrase);
    await form.getByLabel("The passphrase again").fill(passphrase);
    await form.getByRole("button", { name: "Change the passphrase" }).click();
  }

  async expectLocked() {
    await expect(this.heading).toBeVisible();
    await expect(this.page).toHaveTitle("Roundel");
  }

  async unlock(passphrase = PASSPHRASE) {
    await this.field.fill(passphrase);
    await this.field.press("Enter");
  }

  /** A sealed row as it is once a letter in its middle has come to harm. */
  async damaged(table, key) {
    const text = (await new App(this.page).texts())[table][key];
    const middle = Math.floor(text.length / 2);
    return `${text.slice(0, middle)}${text[middle] === "A" ? "B" : "A"}${text.slice(middle + 1)}`;
  }

  /** All texts that the browser keeps for this site, wherever, each with its place. */
  keptTexts() {
    return this.page.evaluate(async () => {
      const result = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
      const texts = [];
      for (const { name } of await indexedDB.databases()) {
        const database = await result(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          const table = database.transaction(store).objectStore(store);
          const [keys, values] = await Promise.all([result(table.getAllKeys()), result(table.getAll())]);
          texts.push(...keys.map((key, at) => `${store}/${key}: ${values[at]}`));
        }
        database.close();
      }
      for (const [place, storage] of Object.entries({ localStorage, sessionStorage })) {
        texts.push(...Object.entries(storage).map(([key, value]) => `${place}/${key}: ${value}`));
      }
      return texts;
    });
  }

  /** Nothing that is kept holds one of these words. */
  async expectKeepsNone(words) {
    const texts = await this.keptTexts();
    for (const word of words) expect(texts.filter((text) => text.includes(word))).toEqual([]);
    return texts;
  }
}
