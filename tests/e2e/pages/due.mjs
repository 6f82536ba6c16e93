// "What is coming up": one list of all that has a day.
import { readFileSync } from "node:fs";

export class Due {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole("main");
    this.rows = this.main.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  }

  async open() {
    await this.page.goto("./#/due");
    await this.page.getByRole("heading", { level: 1, name: "What is coming up" }).waitFor();
  }

  /** The rows under one of the headings. */
  under(heading) {
    return this.main.locator("section").filter({ has: this.page.getByRole("heading", { level: 2, name: heading, exact: true }) });
  }

  row(text) {
    return new Row(this.page, this.rows.filter({ hasText: text }));
  }
}

class Row {
  constructor(page, place) {
    this.page = page;
    this.place = place;
    this.title = place.getByRole("heading", { level: 3 });
    this.day = place.getByRole("status");
    this.chart = place.getByRole("link").first();
    this.move = place.getByText("Move it to another day");
    this.field = place.getByLabel("Or choose a day");
    this.done = place.getByRole("button", { name: "Done", exact: true });
    this.rate = place.getByRole("button", { name: "Rate again" });
    this.talk = place.getByRole("link", { name: "Note the talk" });
    this.calendar = place.getByRole("button", { name: "Put it in my calendar" });
    this.keep = place.getByRole("button", { name: /^Keep it until/ });
    this.remove = place.getByRole("button", { name: "Delete it now" });
  }

  offer(name) {
    return this.place.getByRole("button", { name, exact: true });
  }

  /** The calendar file: its name and its text, with folded lines made whole. */
  async entry() {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.calendar.click()]);
    const text = readFileSync(await download.path(), "utf8").replaceAll("\r\n ", "");
    return { name: download.suggestedFilename(), text };
  }
}
