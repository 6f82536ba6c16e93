// "Still to go": now against where one needs to be.
import { expect } from "@playwright/test";

export class StillToGo {
  constructor(page) {
    this.page = page;
    this.article = page.getByRole("article");
    this.sentence = this.article.getByRole("paragraph").filter({ hasText: /have a level you need|Nowhere is it said/ });
    this.headings = this.article.getByRole("heading", { level: 2 });
    this.rows = this.article.locator("li.change");
    this.importance = this.article.locator("summary", { hasText: "How important is it?" });
    this.byWeight = page.getByRole("checkbox", { name: "Sort by importance × still to go" });
    this.levels = page.getByRole("link", { name: "Say where you need to be on the others" });
  }

  row(text) {
    return this.rows.filter({ has: this.page.getByRole("heading", { level: 2, name: text, exact: true }) });
  }

  /** The numbers from 1 to 5 of one item. */
  level(text, number) {
    return this.page.getByRole("group", { name: text, exact: true }).getByRole("button", { name: String(number), exact: true });
  }

  async expectOrder(texts) {
    await expect(this.headings).toHaveText(texts);
  }
}
