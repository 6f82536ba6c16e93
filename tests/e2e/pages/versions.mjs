// Earlier versions of one chart.
export class Versions {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.rows = this.main.locator(".past-row");
    this.goBack = this.main.getByRole("button", { name: "Go back to this" });
    this.look = this.main.getByRole("button", { name: "Look at it" });
    this.wheel = this.main.getByRole("img");
    this.empty = this.main.getByText("There is none yet.");
  }

  static async open(page, id = "chart") {
    await page.goto(`./#/chart/${id}/versions`);
    return new Versions(page);
  }
}
