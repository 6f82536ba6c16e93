// The end of the first sitting: save a copy, remind me, done.
import { readFile } from "node:fs/promises";
import { Step } from "./step.mjs";

export class Closing extends Step {
  constructor(page) {
    super(page, "Your first picture");
    this.copy = page.getByRole("button", { name: "Save a copy" });
    this.remind = page.getByRole("button", { name: "Remind me" });
    this.done = page.getByRole("link", { name: "Done" });
    this.wheel = page.getByRole("img");
    this.said = this.main.getByRole("status");
  }
}

/** What a touch on this button hands to the person: the file's name and text. */
export async function download(button) {
  const arriving = button.page().waitForEvent("download");
  await button.click();
  const arrived = await arriving;
  return { name: arrived.suggestedFilename(), text: await readFile(await arrived.path(), "utf8") };
}
