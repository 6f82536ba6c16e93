// "Your charts": the empty state and the list.
import { expect } from "@playwright/test";

export class Home {
  constructor(page) {
    this.page = page;
    this.first = page.getByRole("link", { name: "Make my first chart" });
    this.another = page.getByRole("link", { name: "Make a new chart" });
    this.sample = page.getByRole("button", { name: "Look at a filled sample" });
    this.file = page.getByLabel("Open a file");
    this.reminder = page.getByRole("complementary");
    this.people = page.locator("section").filter({ has: page.getByRole("heading", { name: "People I work with" }) });
    this.cards = page.getByRole("main").getByRole("listitem").getByRole("link");
  }

  card(title) {
    return this.cards.filter({ hasText: title });
  }

  async expectEmpty() {
    await expect(this.first).toBeVisible();
    await expect(this.cards).toHaveCount(0);
  }
}
