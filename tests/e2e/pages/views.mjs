// "Ways to look at this": the chart, then and now, over time, still to go.
import { expect } from "@playwright/test";

export class Views {
  constructor(page) {
    this.page = page;
    this.nav = page.getByRole("navigation", { name: "Ways to look at this" });
    this.links = this.nav.getByRole("link");
  }

  to(name) {
    return this.nav.getByRole("link", { name, exact: true });
  }

  /** Goes there, and sees that it is said where one is. */
  async go(name) {
    await this.to(name).click();
    await expect(this.to(name)).toHaveAttribute("aria-current", "page");
  }
}
