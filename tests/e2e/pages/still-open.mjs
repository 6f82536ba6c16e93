// "Still open, if you like".
export class StillOpen {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.parts = this.main.locator("summary");
    this.rate = page.getByRole("link", { name: "Some attributes are not rated yet: rate them" });
  }

  part(name) {
    return this.main.getByRole("group").filter({ has: this.page.locator("summary", { hasText: name }) });
  }

  async open(name) {
    await this.parts.filter({ hasText: name }).click();
  }
}
