// "When will you look again?"
import { Step } from "./step.mjs";

export class LookAgain extends Step {
  constructor(page) {
    super(page, "When will you look again?");
    this.day = page.getByLabel("Or choose a day");
    this.chosen = this.main.getByRole("status");
  }

  offer(name) {
    return this.page.getByRole("button", { name, exact: true });
  }
}
