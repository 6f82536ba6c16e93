// The page on which something is shared or printed.
import { readFileSync } from "node:fs";
import jsQR from "jsqr";
import { PNG } from "pngjs";

export class Give {
  constructor(page) {
    this.page = page;
    this.picture = page.getByRole("main").getByRole("img");
    this.paper = page.locator(".paper");
    this.leaves = page.getByLabel("What leaves");
    this.save = page.getByRole("button", { name: "Save", exact: true });
    this.share = page.getByRole("button", { name: "Share…" });
    this.copy = page.getByRole("button", { name: "Copy", exact: true });
    this.print = page.getByRole("button", { name: "Print, or save as PDF" });
    this.copyLink = page.getByRole("button", { name: "Copy link" });
    this.code = page.getByRole("img", { name: "A code with the link" });
    this.switches = page.locator("details", { hasText: "What goes with the numbers" }).or(page.locator("details", { hasText: "Left out:" }));
  }

  async open(record, format) {
    await this.page.goto(`./#/chart/${record}/give/${format}`);
    await this.page.getByRole("heading", { level: 1, name: "Share or print" }).waitFor();
  }

  /** Switches something on or off that goes with the numbers. */
  async switch(name, on) {
    const box = this.page.getByRole("checkbox", { name });
    if (!(await box.isVisible())) await this.switches.locator("summary").first().click();
    await box.setChecked(on);
  }

  /** What is saved: its name and its bytes. */
  async saved(button = this.save) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }
}

/** A picture: its size, and how many of its pixels are not those of its first corner. */
export function pixels(bytes) {
  const { width, height, data } = PNG.sync.read(bytes);
  let drawn = 0;
  for (let at = 0; at < data.length; at += 4) drawn += data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2];
  return { width, height, drawn };
}

/** What a code in a picture says, as another reader of codes reads it, and of which version it is. */
export function decoded(bytes) {
  const { width, height, data } = PNG.sync.read(bytes);
  const found = jsQR(new Uint8ClampedArray(data), width, height);
  return found && { text: found.data, version: found.version };
}
