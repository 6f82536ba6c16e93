// One chart, looked at by two.
import { expect } from "@playwright/test";

export class Together {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.heading = this.main.getByRole("heading", { level: 2 });
    this.wheel = page.getByRole("img");
    this.begin = page.getByRole("button", { name: "One at a time" });
    this.next = page.getByRole("button", { name: "Next", exact: true });
    this.back = page.getByRole("button", { name: "Back", exact: true });
    this.done = page.getByRole("link", { name: "Done" });
    this.toWheel = page.getByRole("button", { name: "The wheel and the list" });
    this.list = this.main.locator(".together-list");
    this.rows = this.list.getByRole("listitem");
    this.agreement = page.getByRole("link", { name: "Before our first talk: agree on a few things, if you like" });
    this.guide = page.getByRole("link", { name: "Talking with a chart" });
    this.agreed = page.getByRole("textbox", { name: "What we agreed" });
    this.think = page.getByRole("textbox", { name: "To think about" });
    this.nextTalk = page.getByLabel("Next talk");
    this.full = page.getByRole("link", { name: "The full note" });
    this.times = this.main.locator(".together-time");
  }

  static async open(page, record) {
    await page.goto(`./#/chart/${record}/together`);
    const together = new Together(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look at it together");
    return together;
  }

  /** Which item is shown, and as which of how many. */
  async expectAt(text, place) {
    await expect(this.heading).toHaveText(text);
    await expect(this.main.getByText(place, { exact: true })).toBeVisible();
  }

  /** Begins with this one of the list. */
  async pick(text) {
    await this.list.getByRole("button", { name: text }).click();
    await expect(this.heading).toHaveText(text);
  }

  async toClosing() {
    for (const next of await this.begin.all()) await next.click();
    while (await this.next.isVisible()) await this.next.click();
    await expect(this.heading).toHaveText("What comes of it");
  }
}
