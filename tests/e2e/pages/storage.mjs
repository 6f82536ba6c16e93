// "Keeping your charts": what the browser promises, copies, the bin, what could not be read, deleting everything.
import { download } from "./closing.mjs";

export class Storage {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.save = this.main.getByRole("button", { name: "Save a copy", exact: true });
    this.lastCopy = this.main.getByText(/^Last copy: |^No copy has been saved/);
    this.withPassphrase = this.main.getByText("Save a copy with a passphrase", { exact: true });
    this.locking = page.locator("#lock-copy");
    this.passphrase = this.locking.getByLabel("A new passphrase");
    this.again = this.locking.getByLabel("The passphrase again");
    this.saveLocked = this.locking.getByRole("button", { name: "Save a locked copy" });
    this.file = page.getByLabel("Open a file");
    this.ask = this.main.getByRole("button", { name: "Ask the browser to keep it" });
    this.used = this.main.getByText(/is in use\.$/);
    this.bin = this.main.getByRole("link", { name: /^Bin/ });
    this.badge = this.main.getByRole("checkbox", { name: /mark on the app’s icon/ });
    this.saveAside = this.main.getByRole("button", { name: "Save it to a file" });
    this.throwAside = this.main.getByRole("button", { name: "Throw it away" });
    this.install = this.main.getByRole("button", { name: "Install it now" });
    this.deleteAll = this.main.getByRole("button", { name: "Delete everything…" });
    this.dialog = new DeleteAll(page);
  }

  folded(name) {
    return this.main.locator("summary").filter({ hasText: name });
  }
}

/** Saves a copy of everything; gives what it holds, and the file to open it again. */
export async function saveCopy(app) {
  await app.toStorage();
  const { name, text } = await download(new Storage(app.page).save);
  return { records: JSON.parse(text).records, again: { name, mimeType: "application/json", buffer: Buffer.from(text) } };
}

class DeleteAll {
  constructor(page) {
    this.box = page.getByRole("dialog", { name: "Delete everything" });
    this.word = this.box.getByLabel("If you are sure, write the word “delete”");
    this.now = this.box.getByRole("button", { name: "Delete it all" });
    this.keep = this.box.getByRole("button", { name: "Keep everything" });
    this.copy = this.box.getByRole("button", { name: "Save a copy first" });
    this.goes = this.box.getByRole("listitem");
  }
}
