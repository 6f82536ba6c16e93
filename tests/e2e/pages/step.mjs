// What every step of the first sitting has: its question, and the way back and on.
import { expect } from "@playwright/test";

export class Step {
  constructor(page, title) {
    this.page = page;
    this.title = title;
    this.main = page.getByRole("main");
    this.next = page.getByRole("contentinfo").getByRole("link", { name: "Next" });
    this.back = page.getByRole("contentinfo").getByRole("link", { name: "Back" });
    this.done = page.getByRole("contentinfo").getByRole("link", { name: "Done" });
    this.talk = page.getByRole("complementary", { name: "Talk it over" });
  }

  async expectHere() {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(this.title);
  }

  async expectTalk(question) {
    await expect(this.talk).toContainText(question);
  }

  async endTalk() {
    await this.talk.getByRole("button", { name: "Done talking" }).click();
    await expect(this.talk).toHaveCount(0);
  }
}
