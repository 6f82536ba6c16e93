// What a filled-in list shows.
import { expect } from "@playwright/test";

export class Result {
  constructor(page) {
    this.page = page;
    this.article = page.getByRole("article");
    this.wheel = page.getByRole("img");
    this.rateAgain = page.getByRole("button", { name: "Rate again" });
    this.carryOn = page.getByRole("button", { name: "Carry on rating" });
    // Where 1 is best a low number may be a strength or a strong agreement: it is called what it is.
    const name = /^(Your strengths|Nearest the best end)$/;
    this.strengths = this.article.locator("section").filter({ has: page.getByRole("heading", { name }) });
    this.count = this.article.getByText(/^\d+ of \d+ answered\./);
  }

  /** A folded part, by the words of its head. */
  folded(words) {
    return this.article.locator("details").filter({ has: this.page.locator("summary", { hasText: words }) });
  }

  section(name) {
    return this.article.locator("[data-section]").filter({ hasText: name });
  }

  async expectStrengths(texts) {
    await expect(this.strengths.locator(".item-text")).toHaveText(texts);
  }
}
