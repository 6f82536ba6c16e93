// The app as a whole: how it is opened, and how one knows that it is there.
import { expect } from "@playwright/test";

export class App {
  constructor(page) {
    this.page = page;
    this.heading = page.locator("h1");
    this.shell = page.locator("#boot");
  }

  async open(hash = "") {
    await this.page.goto(`./${hash}`);
    await this.expectStarted();
  }

  async expectStarted() {
    await expect(this.shell).toHaveCount(0);
    await expect(this.heading).toBeVisible();
  }
}
