// "Then and now".
import { expect } from "@playwright/test";

export class Compare {
  constructor(page) {
    this.page = page;
    this.article = page.getByRole("article");
    this.wheel = page.getByRole("img", { name: "Wheel with two layers" });
    this.headings = this.article.getByRole("heading", { level: 2 });
    this.sentence = this.article.getByText(/^You rated \d+ of \d+ both times/);
    this.note = this.article.getByText("Rated with earlier values in view.");
  }

  async expectHere() {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText("Then and now");
  }

  /** A part of the reveal, by its heading. */
  part(name) {
    return this.article.locator("section").filter({ has: this.page.getByRole("heading", { level: 2, name, exact: true }) });
  }

  change(text) {
    return this.article.locator("[data-item]").filter({ has: this.page.getByRole("heading", { level: 3, name: text, exact: true }) });
  }

  async expectPart(name, texts) {
    await expect(this.part(name).getByRole("heading", { level: 3 })).toHaveText(texts);
  }
}
