// The pauses to talk: for those who make a chart with others, and closed with one touch.
import { Closing } from "./pages/closing.mjs";
import { Frame } from "./pages/frame.mjs";
import { StillOpen } from "./pages/still-open.mjs";
import { Step } from "./pages/step.mjs";
import { Opposites } from "./pages/opposites.mjs";
import { file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const STEPS = "./#/chart/chart/make/";

test("without others there is no pause", async ({ page, app }) => {
  await app.openWith(file(record()));
  for (const [number, title] of [[2, "What makes it excellent?"], [3, "And the opposite?"], [8, "Your first picture"]]) {
    await page.goto(STEPS + number);
    const step = new Step(page, title);
    await step.expectHere();
    await expect(step.talk).toHaveCount(0);
  }
});

test("with others, each pause stands at its place until it is closed", async ({ page, app }) => {
  await app.openWith(file(record({ making: { step: "frame" } })));
  await page.goto(`${STEPS}1`);
  const frame = new Frame(page);
  await frame.withOthers.check();
  await frame.next.click();

  const attributes = new Step(page, "What makes it excellent?");
  await attributes.expectTalk("What does each of you think of first?");
  await expectAccessible(page);
  await attributes.endTalk();
  await attributes.next.click();

  const opposites = new Opposites(page);
  await opposites.expectTalk("What is the opposite of your first attribute?");
  await opposites.endTalk();
  await opposites.openSeen();
  await opposites.expectTalk("What would someone in the room see or hear at each end?");

  await page.goto(`${STEPS}8`);
  const closing = new Closing(page);
  await closing.expectTalk("Show your picture to someone.");
  await closing.endTalk();

  // The pause at the behaviours was not closed: it stands where they are asked for later, too.
  await page.goto("./#/chart/chart/open");
  const open = new Step(page, "Still open, if you like");
  await open.expectTalk("What would someone in the room see or hear at each end?");
  await expect(new StillOpen(page).main).toBeVisible();
  await expectAccessible(page);

  await app.expectSaved();
  await app.reload();
  await page.goto(`${STEPS}2`);
  await attributes.expectHere();
  await expect(attributes.talk).toHaveCount(0);
});
