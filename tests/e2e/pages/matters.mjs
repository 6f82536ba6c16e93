// "Which matter most to you?"
import { Step } from "./step.mjs";

export class Matters extends Step {
  constructor(page) {
    super(page, "Which matter most to you?");
    this.full = this.main.getByText("That is three. Take one off to choose another.");
    this.all = this.main.getByRole("listitem").getByRole("button");
  }

  item(text) {
    return this.all.filter({ hasText: text });
  }
}
