// What rises after a segment was touched; and the same card on its own, "one at a time".
import { expect } from "@playwright/test";

class Card {
  constructor(page, place) {
    this.page = page;
    this.place = place;
    this.attribute = place.getByRole("heading", { level: 2 });
    this.numbers = place.getByRole("group", { name: "Your rating" }).getByRole("button");
    this.why = place.getByLabel("Why, for example…");
    this.leaveEmpty = place.getByRole("button", { name: "Leave empty" });
  }

  number(value) {
    return this.numbers.and(this.page.locator(`[data-number="${value}"]`));
  }

  async expectValue(value) {
    for (const each of Array.from({ length: 11 }, (_, at) => at)) {
      await expect(this.number(each)).toHaveAttribute("aria-pressed", String(each === value));
    }
  }
}

export class Sheet extends Card {
  constructor(page) {
    const dialog = page.getByRole("dialog", { name: "Your rating" });
    super(page, dialog);
    this.dialog = dialog;
    this.close = dialog.getByRole("button", { name: "Close" });
    this.next = dialog.getByRole("button", { name: "Next" });
    this.done = dialog.getByRole("button", { name: "Done" });
  }

  async expectOpenFor(text) {
    await expect(this.attribute).toHaveText(text);
  }

  async expectClosed() {
    await expect(this.dialog).toHaveCount(0);
  }
}

export class OneCard extends Card {
  constructor(page) {
    super(page, page.getByRole("main"));
  }
}
