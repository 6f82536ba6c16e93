// One card an attribute: the opposite, and folded what one would see at each end.
import { expect } from "@playwright/test";
import { Step } from "./step.mjs";

export class Opposites extends Step {
  constructor(page) {
    super(page, "And the opposite?");
    this.opposite = page.getByLabel("The opposite would be…");
    this.seenAt10 = page.getByLabel("What would one see at 10?", { exact: true });
    this.seenAt0 = page.getByLabel("What would one see at 0?", { exact: true });
    this.attribute = this.main.getByRole("heading", { level: 2 });
  }

  async expectCard(text, at, of) {
    await expect(this.attribute).toHaveText(text);
    await expect(this.main.getByText(`${at} of ${of}`, { exact: true })).toBeVisible();
  }

  async openSeen() {
    await this.page.getByText("What would one see at 10? At 0?").click();
    await expect(this.seenAt10).toBeVisible();
  }
}
