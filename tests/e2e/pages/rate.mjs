// Rating: the wheel, the list beside it, and the sheet.
import { expect } from "@playwright/test";
import { OneCard, Sheet } from "./sheet.mjs";
import { Wheel } from "./wheel.mjs";
import { file } from "../data.mjs";

export class Rate {
  constructor(page) {
    this.page = page;
    this.wheel = new Wheel(page);
    this.sheet = new Sheet(page);
    this.card = new OneCard(page);
    this.main = page.getByRole("main");
    this.oneAtATime = page.getByRole("link", { name: "One at a time" });
    this.onTheWheel = page.getByRole("link", { name: "On the wheel" });
    this.ranges = this.main.getByRole("slider");
    this.showEarlier = page.getByRole("button", { name: "Show them" });
    const foot = page.getByRole("contentinfo");
    this.next = foot.getByRole("link", { name: "Next" });
    this.back = foot.getByRole("link", { name: "Back" });
    this.nextCard = foot.getByRole("button", { name: "Next" });
    this.previousCard = foot.getByRole("button", { name: "Back" });
    this.finish = foot.getByRole("button", { name: "Finish and compare" });
  }

  /** The ratings of the first time of this record, `chart`. */
  static async begin(page, app, record) {
    await app.openWith(file(record));
    await page.goto("./#/chart/chart/rate/o1/auto");
    const rate = new Rate(page);
    await rate.expectHere();
    return rate;
  }

  async expectHere() {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText("Where am I now?");
  }

  /** Rates by keyboard, in the list: an attribute and its number each. */
  async rateAll(ratings) {
    for (const [text, value] of ratings) {
      await this.range(text).press(String(Math.min(value, 9)));
      if (value === 10) await this.range(text).press("ArrowRight");
      await this.expectRow(text, value);
    }
  }

  async expectProgress(rated, of) {
    await expect(this.main.getByText(`${rated} of ${of} rated`)).toBeVisible();
  }

  range(text) {
    return this.main.getByRole("slider", { name: `${text}, from ` });
  }

  row(text) {
    return this.main.getByRole("listitem").filter({ has: this.page.getByRole("slider", { name: `${text}, from ` }) });
  }

  open(text) {
    return this.row(text).getByRole("button").first();
  }

  higher(text) {
    return this.page.getByRole("button", { name: `One higher: ${text}` });
  }

  lower(text) {
    return this.page.getByRole("button", { name: `One lower: ${text}` });
  }

  /** The list's word for it; null is blank. */
  async expectRow(text, value) {
    await expect(this.range(text)).toHaveAttribute("aria-valuetext", value === null ? "not rated yet" : `${value} of 10`);
    await expect(this.open(text)).toHaveText(new RegExp(`${value ?? "not rated yet"}$`));
  }

  /** The list behind an open sheet, which hides it from everyone but the eye. */
  async expectRowsBehind(values) {
    await expect(this.page.locator("[data-value]")).toHaveText(values.map(String));
  }

  /** The list, in order. */
  async expectRows(values) {
    const words = values.map((value) => (value === null ? "not rated yet" : `${value} of 10`));
    await expect
      .poll(() => this.ranges.evaluateAll((all) => all.map((range) => range.getAttribute("aria-valuetext"))))
      .toEqual(words);
  }
}
