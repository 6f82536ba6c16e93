// "Over time": a line for each item.
export class OverTime {
  constructor(page) {
    this.page = page;
    this.article = page.getByRole("article");
    this.lines = this.article.getByRole("img");
    // Of attributes, and of the sections of an audit.
    this.headings = this.article.getByRole("heading", { level: 2 });
    this.statements = this.article.getByRole("heading", { level: 3 });
  }

  /** The part of one item or section, by its heading. */
  line(heading) {
    const name = { name: heading, exact: true, includeHidden: true };
    return this.article.locator("section.line").filter({ has: this.page.getByRole("heading", name) }).last();
  }

  picture(heading) {
    return this.line(heading).getByRole("img").first();
  }
}
