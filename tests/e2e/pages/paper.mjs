// "Type in from paper", and the empty wheel to print.
import { expect } from "@playwright/test";

export class Paper {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.day = page.getByLabel("The day you rated on paper");
    this.numbers = this.main.getByRole("textbox", { name: /: a number from \d+ to \d+, or empty$/ });
    this.keep = page.getByRole("contentinfo").getByRole("button", { name: "Keep" });
    this.faults = this.main.getByRole("alert").filter({ hasText: /./ });
  }

  async open(record) {
    await this.page.goto(`./#/chart/${record}/paper`);
    await this.expectHere();
  }

  async expectHere() {
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText("Type in from paper");
  }

  /** The field beside one attribute. */
  number(text) {
    return this.page.getByRole("textbox", { name: `${text}: a number from ` });
  }

  line(text) {
    return this.main.getByRole("listitem").filter({ has: this.number(text) });
  }

  why(text) {
    return this.main.getByRole("textbox", { name: `Why? ${text}` });
  }

  notMine(text) {
    return this.page.getByRole("button", { name: `Doesn’t apply to me ${text}` });
  }

  async openWhy(text) {
    await this.line(text).locator("summary").click();
    await expect(this.why(text)).toBeVisible();
  }

  async expectNumbers(values) {
    await expect(this.numbers).toHaveCount(values.length);
    for (const [at, value] of values.entries()) await expect(this.numbers.nth(at)).toHaveValue(value);
  }

  async expectCount(words) {
    await expect(this.main.getByText(words, { exact: true })).toBeVisible();
  }
}

export class EmptyWheel {
  constructor(page) {
    this.page = page;
    this.paper = page.locator(".paper");
    this.wheel = this.paper.getByRole("img");
    this.lines = this.paper.locator("tbody tr");
    this.poster = page.getByRole("checkbox", { name: "A3, for the wall" });
    this.print = page.getByRole("button", { name: "Print, or save as PDF" });
  }

  async open() {
    await this.page.goto("./#/empty-wheel");
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText("An empty wheel to print");
  }

  spokes(count) {
    return this.page.getByRole("group", { name: "Attributes" }).getByRole("button", { name: String(count), exact: true });
  }
}
