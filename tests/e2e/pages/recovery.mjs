// The screen that boot.js shows when the app cannot start or has stopped.
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";

export class Recovery {
  constructor(page) {
    this.page = page;
    this.heading = page.getByRole("heading", { name: "Roundel has stopped" });
    this.message = page.getByRole("alert");
    this.status = page.getByRole("status");
    this.details = page.locator(".boot-detail");
    this.save = page.getByRole("button", { name: "Save everything stored to a file" });
    this.reload = page.getByRole("button", { name: "Reload" });
  }

  async expectShown() {
    await expect(this.heading).toBeVisible();
    await expect(this.heading).toBeFocused();
    await expect(this.message).toContainText("What you had saved is still in this browser");
    await expect(this.save).toBeVisible();
    await expect(this.reload).toBeVisible();
  }

  /** Saves, and gives the file's name and content. */
  async saveFile() {
    const arriving = this.page.waitForEvent("download");
    await this.save.click();
    const download = await arriving;
    return { name: download.suggestedFilename(), content: JSON.parse(await readFile(await download.path(), "utf8")) };
  }
}
