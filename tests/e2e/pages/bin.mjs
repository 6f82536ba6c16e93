// The bin: what was deleted.
export class Bin {
  constructor(page) {
    this.page = page;
    this.rows = page.getByRole("main").getByRole("listitem");
    this.said = page.getByRole("main").getByRole("status").first();
    this.empty = page.getByText("There is nothing in the bin.");
  }

  row(title) {
    const row = this.rows.filter({ hasText: title });
    return {
      row,
      putBack: row.getByRole("button", { name: "Put back" }),
      forGood: row.getByRole("button", { name: "Delete for good" }),
      keep: row.getByRole("button", { name: "Keep it" }),
    };
  }
}
