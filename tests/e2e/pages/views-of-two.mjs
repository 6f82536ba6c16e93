// Another view: asking for it, handing the phone over and back, and both side by side.
import { expect } from "@playwright/test";

export class AnotherView {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.link = page.getByRole("link", { name: "Another view", exact: true });
    this.who = page.getByLabel("Who will rate?");
    this.words = page.getByRole("group", { name: "Words for them" }).getByRole("button");
    this.begin = page.getByRole("button", { name: "Begin", exact: true });
    this.sendBlank = page.getByRole("link", { name: "Ask for another view" });
    this.done = page.getByRole("contentinfo").getByRole("button", { name: "Done" });
    this.showBoth = page.getByRole("link", { name: "Show both" });
    // What somebody who is sent a chart sees.
    this.called = page.getByLabel("What they call you, or your name");
    this.rateIt = page.getByRole("button", { name: "Rate it", exact: true });
    this.keep = page.getByRole("button", { name: "Add to people I work with" });
    this.rateFirst = page.getByText("Keep it, and rate it myself first");
    this.asFile = page.getByRole("button", { name: "Save as a file instead" });
  }

  async expectRating() {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText("How do you see it?");
  }

  async expectHandBack() {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText("Thank you");
    await expect(this.main).toHaveText("Please hand the phone back.Show both");
  }
}

export class TwoViews {
  constructor(page) {
    this.page = page;
    this.article = page.getByRole("article");
    this.sentence = this.article.locator(".sentence");
    this.wheel = this.article.getByRole("img", { name: /^Wheel: / });
  }

  async expectHere() {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText("Two views");
  }

  /** What stands under one of the headings. */
  part(heading) {
    return this.article.locator("section").filter({ has: this.page.getByRole("heading", { level: 2, name: heading }) });
  }

  rows(heading) {
    return this.part(heading).locator(".change");
  }
}
