// What was talked about one chart, and one note of it.
import { expect } from "@playwright/test";

export class Talks {
  constructor(page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.notes = page.locator(".talks > li");
    this.forms = page.getByRole("button");
    this.with = page.getByRole("textbox", { name: "With whom" });
    this.place = page.getByRole("textbox", { name: "Where, or how" });
    this.day = page.getByLabel("Day", { exact: true });
    this.agreed = page.getByRole("textbox", { name: "What we agreed" });
    this.next = page.getByLabel("Next talk");
    this.private = page.getByRole("checkbox", { name: "Only for me" });
    this.addTarget = page.getByRole("button", { name: "Add something to do" });
    this.remove = page.getByRole("button", { name: "Remove this note and what was agreed in it" });
  }

  async expectHere() {
    await expect(this.heading).toHaveText("Talks");
  }

  /** Begins a note by the form of this title. */
  async begin(title) {
    await this.page.getByRole("button", { name: title }).click();
    await expect(this.heading).toHaveText(title);
  }

  question(name) {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  async about(summary, ...items) {
    await this.page.getByText(summary, { exact: true }).click();
    for (const item of items) await this.page.getByRole("checkbox", { name: item }).check();
  }
}
