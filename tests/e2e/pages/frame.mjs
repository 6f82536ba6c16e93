// "Excellent what?"
import { Step } from "./step.mjs";

export class Frame extends Step {
  constructor(page) {
    super(page, "Excellent what?");
    this.subject = page.getByLabel("An excellent…");
    this.owner = page.getByLabel("Your name or initials on the chart");
    this.withOthers = page.getByRole("checkbox", { name: "I am doing this with others" });
  }

  offer(subject) {
    return this.main.getByRole("button", { name: subject, exact: true });
  }
}
