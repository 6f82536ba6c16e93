// "What would you like to do?": the library, and the page of one list before it is begun.
import { expect } from "@playwright/test";

export class Library {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.cards = this.main.getByRole("link");
    this.make = page.getByRole("button", { name: "Make a list" });
    this.begin = page.getByRole("button", { name: "Begin", exact: true });
    this.forNow = page.getByRole("button", { name: "Fill in just for now" });
    this.print = page.getByRole("button", { name: "Print a blank one" });
    this.copy = page.getByRole("button", { name: "Change a copy of it" });
    this.save = page.getByRole("button", { name: "Save it to a file" });
    this.overall = page.getByRole("checkbox", { name: "Also ask me for one number overall, before and after" });
    this.already = page.getByText("You have this already.");
  }

  /** What is there for one aim. */
  of(aim) {
    return this.main.locator("section").filter({ has: this.page.getByRole("heading", { level: 2, name: aim }) });
  }

  async open() {
    await this.page.goto("./#/library");
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText("What would you like to do?");
  }

  /** Goes to the page of one list by its card. */
  async look(title) {
    await this.cards.filter({ hasText: title }).click();
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(title);
  }

  async openMore() {
    await this.main.getByText("More", { exact: true }).click();
  }
}
