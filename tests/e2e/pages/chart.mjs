// The page of one chart.
import { expect } from "@playwright/test";

export class Chart {
  constructor(page) {
    this.page = page;
    this.article = page.getByRole("article");
    this.wheel = page.getByRole("img");
    this.rateAgain = page.getByRole("button", { name: "Rate again" });
    this.carryOnRating = page.getByRole("button", { name: "Carry on rating" });
    this.carryOn = page.getByRole("link", { name: "Carry on", exact: true });
    this.thenAndNow = page.getByRole("link", { name: "Then and now" });
    this.targets = page.getByRole("table");
    this.remove = page.getByRole("button", { name: "Delete this chart" });
    this.removeSample = page.getByRole("button", { name: "Remove the sample" });
    this.changeAttributes = page.getByRole("link", { name: "Change or add attributes" });
    this.stillOpen = page.getByRole("link", { name: "Still open, if you like" });
    this.quick = page.getByRole("link", { name: "Quick update: only what I mark" });
    this.lookBack = page.getByRole("link", { name: "Look back: where was I then?" });
    this.steady = page.getByRole("link", { name: "How steady are my ratings?" });
    this.items = this.article.getByRole("listitem");
  }

  async expectTitle(title) {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(title);
  }

  async openMore() {
    await this.article.getByText("More", { exact: true }).click();
  }

  item(text) {
    return this.items.filter({ hasText: text }).first();
  }
}
