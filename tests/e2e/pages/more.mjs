// "More": files, appearance, what happens to one's data.
export class More {
  constructor(page) {
    this.page = page;
    this.saveAll = page.getByRole("button", { name: "Save all charts and lists to a file" });
    this.file = page.getByLabel("Open a file");
    this.said = page.getByRole("main").getByRole("status");
    this.lastCopy = page.getByText(/^Last copy: |^No copy has been saved/);
  }

  theme(name) {
    return this.page.getByRole("radio", { name, exact: true });
  }
}
