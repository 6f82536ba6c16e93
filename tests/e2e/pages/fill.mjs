// Filling in a list: one item a screen, the end of a section, the end.
import { expect } from "@playwright/test";

export class Fill {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.heading = this.main.getByRole("heading", { level: 2 });
    this.section = page.locator(".section-name");
    this.answers = page.locator(".answer");
    this.chosen = page.locator(".answer[aria-pressed=true]");
    this.notApplicable = page.getByRole("button", { name: "Doesn’t apply to me" });
    this.addNote = page.getByRole("button", { name: "Add a note" });
    this.note = page.getByLabel("Your note");
    this.leaveEmpty = page.getByRole("button", { name: "Leave empty" });
    this.moveOn = page.getByRole("checkbox", { name: "Show the next one after a tap" });
    this.lines = page.locator(".answer-line");
    this.showEarlier = page.getByRole("button", { name: "Show them" });
    const foot = page.getByRole("contentinfo");
    this.back = foot.getByRole("link", { name: "Back" });
    this.next = foot.getByRole("link", { name: "Next" });
    this.leaveForNow = foot.getByRole("link", { name: "Leave for now" });
    this.result = foot.getByRole("button", { name: "See the result" });
    this.finish = foot.getByRole("button", { name: "Finish and compare" });
  }

  /** The screen of this statement is shown. */
  async expectItem(text) {
    await expect(this.heading).toHaveText(text);
    await expect(this.answers.first()).toBeVisible();
  }

  /** "17 of 29" and how many are answered. */
  async expectProgress(at, of, answered) {
    await expect(this.main).toContainText(`${at} of ${of}`);
    await expect(this.main).toContainText(`${answered} answered`);
  }

  answer(number) {
    return this.page.locator(`.answer[data-number="${number}"]`);
  }

  line(text) {
    return this.lines.filter({ hasText: text });
  }

  /** Answers one screen: a number, "n/a", or null for later. What it shows next is for the caller to expect. */
  async give(answer) {
    if (answer === null) await this.leaveForNow.click();
    else if (answer === "n/a") await this.notApplicable.click();
    else await this.answer(answer).click();
  }

  /** Answers all items of a list with these sections, section by section, and goes past the end of each. */
  async giveAll(sections, answers) {
    let at = 0;
    for (const { name, texts } of sections) {
      for (const text of texts) {
        await this.expectItem(text);
        await expect(this.section).toHaveText(name);
        await this.give(answers[at++]);
      }
      await expect(this.heading).toHaveText(name);
      await expect(this.lines).toHaveCount(texts.length);
      await this.next.click();
    }
  }
}
