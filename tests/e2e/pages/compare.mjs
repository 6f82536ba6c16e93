// "Then and now".
import { expect } from "@playwright/test";

export class Compare {
  constructor(page) {
    this.page = page;
    this.article = page.getByRole("article");
    this.wheel = page.getByRole("img", { name: /^Wheel: / });
    this.headings = this.article.getByRole("heading", { level: 2 });
    this.sentence = this.article.getByRole("paragraph").filter({ hasText: /^You rated \d+ of \d+ both times/ });
    this.note = this.article.getByRole("paragraph").filter({ hasText: "Rated with earlier values in view." });
    this.chips = page.getByRole("group", { name: "Shown on the wheel" }).getByRole("button");
    this.full = this.article.getByRole("status").filter({ hasText: "Three at most. Take one away first." });
    this.sort = page.getByRole("combobox", { name: "Sorted by" });
    this.then = page.getByRole("combobox", { name: "Then", exact: true });
    this.now = page.getByRole("combobox", { name: "Now", exact: true });
    this.rows = this.article.locator("[data-item]");
    this.table = page.getByRole("region", { name: "As a table" });
    this.copy = page.getByRole("button", { name: "Copy the table" });
    this.lookBack = page.getByRole("link", { name: "Look back: where was I then?" });
  }

  async expectHere() {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText("Then and now");
  }

  /** A part of the reveal, by its heading. */
  part(name) {
    return this.article.locator("section").filter({ has: this.page.getByRole("heading", { level: 2, name, exact: true }) });
  }

  async expectPart(name, texts) {
    await expect(this.part(name).getByRole("heading", { level: 3 })).toHaveText(texts);
  }

  change(text) {
    return this.rows.filter({ has: this.page.getByRole("heading", { level: 3, name: text, exact: true, includeHidden: true }) });
  }

  /** What stands on the line of a row. */
  readings(text) {
    return this.change(text).getByRole("listitem");
  }

  /** The heading of a row, which opens it. */
  opener(text) {
    return this.change(text).getByRole("button", { name: text, exact: true });
  }

  /** Opens a row, and gives it. */
  async open(text) {
    await this.opener(text).click();
    await this.expectOpen(text);
    return this.change(text);
  }

  async expectOpen(text, open = true) {
    await expect(this.opener(text)).toHaveAttribute("aria-expanded", String(open));
  }

  /** "My idea of this has changed" in an open row. */
  tick(text) {
    return this.change(text).getByRole("checkbox", { name: "My idea of this has changed" });
  }

  /** The rows in the order in which they stand, by what they are about. */
  async expectOrder(texts) {
    await expect(this.rows.getByRole("heading", { level: 3 })).toHaveText(texts);
  }

  chip(name) {
    return this.page.getByRole("group", { name: "Shown on the wheel" }).getByRole("button", { name, exact: true });
  }

  /** The layers on the wheel, by their chips. */
  async expectShown(names) {
    await expect(this.chips.and(this.page.locator("[aria-pressed=true]"))).toHaveText(names);
  }

  folded(words) {
    return this.article.locator("details").filter({ has: this.page.locator("summary", { hasText: words }) });
  }

  async unfold(words) {
    await this.folded(words).locator("summary").first().click();
  }

  /** Touches a spoke of the wheel, counted from 0, halfway to the rim. */
  async touchSpoke(spoke, of) {
    const { width, height } = await this.wheel.boundingBox();
    const angle = ((spoke + 0.5) / of) * 2 * Math.PI;
    const reach = Math.min(width, height) * 0.15;
    await this.wheel.click({ position: { x: width / 2 + reach * Math.sin(angle), y: height / 2 - reach * Math.cos(angle) } });
  }
}

/** What a canvas shows, to be compared with what it showed. */
export function picture(canvas) {
  return canvas.evaluate((canvas) => canvas.toDataURL());
}
