// What stands on the page of somebody else's chart: whose it is, and how long it is kept.
export class Held {
  constructor(page) {
    this.place = page.getByRole("complementary");
    this.kept = this.place.getByRole("status");
    this.keep = this.place.getByRole("button", { name: /^Keep it until/ });
    this.remove = this.place.getByRole("button", { name: "Delete it now" });
  }
}
