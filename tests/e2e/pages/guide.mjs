// How to talk with a chart, and the 24 minutes.
import { expect } from "@playwright/test";

export class Guide {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.timer = page.getByRole("group", { name: "Timer" });
    this.start = this.timer.getByRole("button", { name: "Start the timer" });
    this.pause = this.timer.getByRole("button", { name: "Pause" });
    this.goOn = this.timer.getByRole("button", { name: "Go on" });
    this.again = this.timer.getByRole("button", { name: "Start again" });
    this.next = this.timer.getByRole("button", { name: "Next step" });
    this.back = this.timer.getByRole("button", { name: "Step back" });
    this.left = this.timer.getByRole("timer");
    this.told = this.timer.getByRole("status");
    this.current = this.main.locator("[aria-current=step]");
  }

  static async open(page) {
    await page.goto("./#/guide");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Talking with a chart");
    return new Guide(page);
  }

  /** Which step it is, and what is left of it. */
  async expectAt(step, left) {
    await expect(this.told).toContainText(step);
    await expect(this.left).toHaveText(`${left} left`);
  }
}
