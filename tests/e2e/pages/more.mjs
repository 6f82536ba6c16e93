// "More": files, appearance, what happens to one's data.
export class More {
  constructor(page) {
    this.page = page;
    this.saveAll = page.getByRole("button", { name: "Save a copy", exact: true });
    this.file = page.getByLabel("Open a file");
    this.withPassphrase = page.getByText("With a passphrase", { exact: true });
    this.passphrase = page.getByLabel("Passphrase", { exact: true });
    this.again = page.getByLabel("The passphrase again");
    this.saveLocked = page.getByRole("button", { name: "Save a locked copy" });
    this.said = page.getByRole("main").getByRole("status");
    this.lastCopy = page.getByText(/^Last copy: |^No copy has been saved/);
  }

  theme(name) {
    return this.page.getByRole("radio", { name, exact: true });
  }
}
