// The app as a whole: how it is opened, how one knows that it is there, and what every page has.
import { expect } from "@playwright/test";
import { Opening } from "./opening.mjs";

export class App {
  constructor(page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.shell = page.locator("#boot");
    this.saving = page.locator("[data-saving]");
    this.undo = page.getByRole("banner").getByRole("button", { name: "Undo" });
    this.redo = page.getByRole("banner").getByRole("button", { name: "Redo" });
    this.back = page.getByRole("banner").getByRole("link", { name: "Back" });
    this.tabs = page.getByRole("navigation", { name: "Main" });
  }

  async open(hash = "") {
    await this.page.goto(`./${hash}`);
    await this.expectStarted();
  }

  async reload() {
    await this.page.reload();
    await this.expectStarted();
  }

  async expectStarted() {
    await expect(this.shell).toHaveCount(0);
    await expect(this.heading).toBeVisible();
  }

  /** The app says that everything is on the disk. */
  async expectSaved() {
    await expect(this.saving).toHaveAttribute("data-saving", "saved");
  }

  async expectAt(title) {
    await expect(this.heading).toHaveText(title);
  }

  /** Opens the app with what this file holds; a file of one chart leads to its page. */
  async openWith(file) {
    await this.open("#/more");
    await new Opening(this.page).pickAndTakeIn(file);
    await this.expectSaved();
  }

  async toCharts() {
    await this.page.goto("./#/");
    await this.expectAt("Your charts");
  }

  async toStorage() {
    await this.page.goto("./#/storage");
    await this.expectAt("Keeping your charts");
  }

  async toMore() {
    await this.page.goto("./#/more");
    await this.expectAt("More");
  }

  /** Home is whole: what comes to its end with the second part is there, or is not to come. */
  async expectWholeHome() {
    await this.toMore();
    await this.toCharts();
  }

  /**
   * Goes through the page by Tab from its heading. WCAG 2.2, 2.4.11: what has the focus is not hidden under the bar at
   * the bottom. Gives how much had it.
   */
  async tabThrough() {
    await this.heading.focus();
    let seen = 0;
    for (;;) {
      await this.page.keyboard.press("Tab");
      const found = await this.page.evaluate(() => {
        const focused = document.activeElement;
        if (focused === document.body) return null;
        const { left, top, width, height } = focused.getBoundingClientRect();
        const places = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(left + width / 2, top + height * part));
        const name = focused.getAttribute("aria-label") ?? focused.textContent;
        return { name, seen: places.some((place) => place && (focused.contains(place) || (place.contains(focused) && !place.matches("footer, nav")))) };
      });
      if (!found) return seen;
      seen += 1;
      expect(found.seen, `“${found.name}” is in sight`).toBe(true);
      if (seen > 80) throw new Error("the keyboard never leaves the page");
    }
  }

  /** Goes on by Tab until this has the focus. */
  async tabTo(target) {
    const there = () => target.evaluate((element) => element === document.activeElement);
    for (let times = 0; !(await there()); times += 1) {
      if (times > 150) throw new Error("Tab does not lead there");
      await this.page.keyboard.press("Tab");
    }
  }

  /** What the database holds: table by table, key by key, each row's text. */
  texts() {
    return this.page.evaluate(async () => {
      const result = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
      const database = await result(indexedDB.open("roundel"));
      const tables = {};
      for (const name of database.objectStoreNames) {
        const table = database.transaction(name).objectStore(name);
        const [keys, texts] = await Promise.all([result(table.getAllKeys()), result(table.getAll())]);
        tables[name] = Object.fromEntries(keys.map((key, at) => [key, texts[at]]));
      }
      database.close();
      return tables;
    });
  }

  /** The same, with what is in the rows of charts and lists. */
  async stored() {
    const data = (text) => {
      try {
        return JSON.parse(text).data;
      } catch {
        return text;
      }
    };
    const rows = (table) => Object.fromEntries(Object.entries(table).map(([key, text]) => [key, data(text)]));
    return Object.fromEntries(Object.entries(await this.texts()).map(([name, table]) => [name, rows(table)]));
  }

  /** Puts a text into the database behind the app's back. */
  spoil(table, key, text) {
    return this.page.evaluate(
      async ([table, key, text]) => {
        const result = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
        const database = await result(indexedDB.open("roundel"));
        await result(database.transaction(table, "readwrite").objectStore(table).put(text, key));
        database.close();
      },
      [table, key, text],
    );
  }

  /** Takes in what this file holds, from wherever the app is. */
  async takeIn(file) {
    await this.page.goto("./#/more");
    await new Opening(this.page).pickAndTakeIn(file);
    await this.expectSaved();
  }
}
