// The page on which a list or chart of one's own is made.
import { expect } from "@playwright/test";
import { Opening } from "./opening.mjs";

export class Design {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.title = page.getByRole("textbox", { name: "Title", exact: true });
    this.purpose = page.getByRole("textbox", { name: "What is it for?" });
    this.instruction = page.getByRole("textbox", { name: "What to do" });
    this.source = page.getByRole("textbox", { name: "Where does it come from?" });
    this.list = page.getByRole("radio", { name: "A list to answer" });
    this.chart = page.getByRole("radio", { name: "A chart" });
    this.lowest = page.getByRole("combobox", { name: "Lowest" });
    this.highest = page.getByRole("combobox", { name: "Highest" });
    this.notApply = page.getByRole("checkbox", { name: "Offer “doesn’t apply to me”" });
    this.addSection = page.getByRole("button", { name: "Add a section" });
    this.addQuestion = page.getByRole("button", { name: "Add a question" });
    this.items = this.main.locator("[data-item]");
    this.sections = this.main.locator("[data-section]");
    this.questions = this.main.locator("[data-prompt]");
    this.alike = this.main.getByText("This reads the same as another one.");
    this.missing = page.getByRole("contentinfo").getByRole("status");
    this.use = page.getByRole("contentinfo").getByRole("link", { name: "Use it" });
    this.preview = page.getByRole("region", { name: "What it will look like" });
    this.wheel = this.preview.getByRole("img", { name: /^A wheel with these names: / });
    this.newVersion = page.getByText("This list has been filled in before");
  }

  /** Begins a new list in the library. */
  static async begin(page, app) {
    await app.open("#/library");
    await page.getByRole("button", { name: "Make a list" }).click();
    const design = new Design(page);
    await expect(design.title).toBeVisible();
    return design;
  }

  /** Opens this instrument as one's own, and changes it. */
  static async change(page, app, form) {
    await app.open("#/more");
    const content = { format: "roundel-instrument", version: 1, instrument: form };
    const buffer = Buffer.from(JSON.stringify(content));
    await new Opening(page).pickAndTakeIn({ name: "synthetic.json", mimeType: "application/json", buffer });
    await app.expectAt(form.title);
    await app.expectSaved();
    await page.goto(`./#/list/${form.id}/change`);
    const design = new Design(page);
    await expect(design.title).toHaveValue(form.title);
    return design;
  }

  best(name) {
    return this.page.getByRole("group", { name: "Which end is best?" }).getByRole("radio", { name });
  }

  async openWords() {
    await this.main.getByText("Words for the numbers", { exact: true }).click();
  }

  wordsFor(number) {
    return this.page.getByRole("textbox", { name: `Words for ${number}`, exact: true });
  }

  sectionName(number) {
    return this.page.getByRole("textbox", { name: `Name of section ${number}`, exact: true });
  }

  statement(number) {
    return this.page.getByRole("textbox", { name: `Statement ${number}`, exact: true });
  }

  attribute(number) {
    return this.page.getByRole("textbox", { name: `Attribute ${number}`, exact: true });
  }

  /** The row of an item that has this text. */
  row(text) {
    return this.items.filter({ has: this.remove(text) });
  }

  /** The empty line at the end, of a section or of all. */
  next(section) {
    const name = section ? `Another statement in “${section}”` : /^Another (statement|attribute)$/;
    return this.page.getByRole("textbox", { name, exact: true });
  }

  async add(text, section) {
    await this.next(section).fill(text);
    await expect(this.remove(text).last()).toBeVisible();
    await expect(this.next(section)).toHaveValue("");
  }

  up(text) {
    return this.page.getByRole("button", { name: `Move “${text}” up`, exact: true });
  }

  down(text) {
    return this.page.getByRole("button", { name: `Move “${text}” down`, exact: true });
  }

  remove(text) {
    return this.page.getByRole("button", { name: `Remove “${text}”`, exact: true });
  }

  removeSection(name) {
    return this.page.getByRole("button", { name: `Remove the section “${name}”` });
  }

  async openMore(text) {
    await this.row(text).getByText("More about it", { exact: true }).click();
  }

  async openPreview(isMobile) {
    if (isMobile) await this.page.getByRole("button", { name: "What it will look like" }).click();
  }

  /** What stands in each section, by its name, without the empty lines; where there are none, under "". */
  async expectItems(groups) {
    const found = () =>
      this.main.locator(".design-group:has([data-item])").evaluateAll((all) =>
        all.map((group) => [
          group.querySelector(".design-section-name textarea")?.value ?? "",
          [...group.querySelectorAll("[data-item]:not(.waiting)")].map((row) => row.querySelector("textarea").value),
        ]),
      );
    await expect.poll(found).toEqual(groups);
  }
}
