// What goes before a sitting that is out of the usual: a quick update, looking back, the first time once more.
import { expect } from "@playwright/test";

export class Begin {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.begin = page.getByRole("button", { name: "Begin", exact: true });
    this.marks = this.main.getByRole("checkbox");
    this.times = page.getByRole("group", { name: "Which time do you look back to?" }).getByRole("radio");
  }

  async expectHere(title) {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(title);
  }

  mark(text) {
    return this.main.getByRole("checkbox", { name: text, exact: true });
  }
}
