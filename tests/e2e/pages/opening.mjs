// What a file holds that was picked, before any of it is taken in; and the passphrase of a locked one.
import { expect } from "@playwright/test";

export class Opening {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.heading = page.getByRole("heading", { level: 1 });
    this.file = page.getByLabel("Open a file");
    this.said = this.main.getByRole("status");
    this.takeIn = page.getByRole("button", { name: "Add to my charts" });
    this.notNow = page.getByRole("button", { name: "Not now" });
    this.passphrase = page.getByLabel("Passphrase", { exact: true });
    this.show = page.getByRole("checkbox", { name: "Show what I type" });
    this.unlock = page.getByRole("button", { name: "Open it" });
  }

  /** Picks a file where one can be picked. */
  async pick(file) {
    await this.file.setInputFiles(file);
    await expect(this.page).toHaveURL(/#\/(opening|chart\/.*|list\/.*)?$/);
  }

  /** Picks a file and takes in what it holds. */
  async pickAndTakeIn(file) {
    await this.pick(file);
    await this.takeIn.click();
    await expect(this.takeIn).toHaveCount(0);
  }

  /** What stands under one of the report's headings. */
  of(heading) {
    return this.main.locator("section").filter({ has: this.page.getByRole("heading", { level: 2, name: heading }) });
  }

  /** What would give way here, line by line. */
  lines(heading = "Here and in the file") {
    return this.of(heading).locator(".giving-way > li");
  }
}
