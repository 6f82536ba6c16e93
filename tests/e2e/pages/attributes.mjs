// The list of attributes, with ideas, cards and the order.
import { expect } from "@playwright/test";
import { Step } from "./step.mjs";

export class Attributes extends Step {
  constructor(page) {
    super(page, "What makes it excellent?");
    this.fields = page.getByRole("textbox", { name: "Attribute", exact: true });
    this.last = this.fields.last();
    this.guide = this.main.getByText(/8 to 12 is usual|as many as a wheel can carry/);
    this.arrange = page.getByRole("button", { name: "Change the order" });
    this.arranged = page.getByRole("button", { name: "Order done" });
    this.rows = this.main.locator("[data-item]");
    this.ideas = page.getByLabel("Note what others say");
    this.question = page.getByRole("group", { name: "Is it still the same thing?" });
  }

  /** Writes an attribute into the empty line at the end. */
  async add(text) {
    await expect(this.last).toHaveValue("");
    const before = await this.fields.count();
    await this.last.fill(text);
    await expect(this.remove(text)).toBeVisible();
    if (before < 20) await expect(this.fields).toHaveCount(before + 1);
  }

  async addAll(texts) {
    for (const text of texts) await this.add(text);
  }

  remove(text) {
    return this.page.getByRole("button", { name: `Remove “${text}”`, exact: true });
  }

  up(text) {
    return this.page.getByRole("button", { name: `Move “${text}” up`, exact: true });
  }

  down(text) {
    return this.page.getByRole("button", { name: `Move “${text}” down`, exact: true });
  }

  /** The handle is there for fingers only; the buttons beside it are for everyone else. */
  handle(text) {
    return this.rows.filter({ hasText: text }).locator("[aria-hidden=true]").first();
  }

  async expectTexts(texts) {
    await expect(this.fields).toHaveCount(texts.length + (texts.length < 20 ? 1 : 0));
    for (const [at, text] of texts.entries()) await expect(this.fields.nth(at)).toHaveValue(text);
  }

  async expectOrder(texts) {
    await expect(this.rows).toContainText(texts);
  }

  async openIdeas() {
    await this.page.getByText("Ideas I heard", { exact: true }).click();
    await expect(this.ideas).toBeVisible();
  }

  idea(text) {
    return this.page.getByRole("button", { name: `Add “${text}”`, exact: true });
  }

  async openCards() {
    await this.page.getByText("Prompt cards", { exact: true }).click();
  }

  promptCard(title) {
    return this.main.getByRole("listitem").getByRole("button", { name: title });
  }

  same(row = this.question) {
    return row.getByRole("button", { name: "Same thing, better words" });
  }

  different(row = this.question) {
    return row.getByRole("button", { name: "A different thing" });
  }
}
