// "More": the last copy and the way to where everything is kept, appearance, what happens to one's data.
export class More {
  constructor(page) {
    this.page = page;
    this.storage = page.getByRole("link", { name: "Keeping your charts" });
    this.file = page.getByLabel("Open a file");
    this.said = page.getByRole("main").getByRole("status");
    this.lastCopy = page.getByText(/^Last copy: |^No copy has been saved/);
  }

  theme(name) {
    return this.page.getByRole("radio", { name, exact: true });
  }
}
