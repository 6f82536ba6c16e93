// "What, and how?"
import { expect } from "@playwright/test";
import { Step } from "./step.mjs";

export class Targets extends Step {
  constructor(page) {
    super(page, "What, and how?");
    this.whats = page.getByLabel("What do you want to improve?");
    this.hows = page.getByRole("group", { name: "How are you going to develop this?" });
    this.more = page.getByRole("button", { name: "Add another" });
    this.headings = this.main.getByRole("heading", { level: 2 });
    this.remove = page.getByRole("button", { name: "Remove this one" });
  }

  how(target, at) {
    return this.hows.nth(target).getByLabel("A way to develop this").nth(at);
  }

  async write(target, what, hows) {
    await this.whats.nth(target).fill(what);
    for (const [at, how] of hows.entries()) await this.how(target, at).fill(how);
    await expect(this.hows.nth(target).getByRole("textbox")).toHaveCount(hows.length + 1);
  }
}
