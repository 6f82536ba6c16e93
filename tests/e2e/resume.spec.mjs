// Leaving and coming back in the middle: nothing typed or touched is lost.
import { Attributes } from "./pages/attributes.mjs";
import { Chart } from "./pages/chart.mjs";
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { LookAgain } from "./pages/look-again.mjs";
import { Matters } from "./pages/matters.mjs";
import { Opposites } from "./pages/opposites.mjs";
import { Rate } from "./pages/rate.mjs";
import { Targets } from "./pages/targets.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const POLE = POLES[0][0];

// Each step: how it is reached, what one does there, and how one sees that it is still there.
const STEPS = [
  ["frame", 1, Frame, async ({ page, step }) => {
    await step.subject.press("End");
    await page.keyboard.type(" of choirs");
  }, ({ step }) => expect(step.subject).toHaveValue("music teacher of choirs")],
  ["attributes", 2, Attributes, async ({ page, step }) => {
    await step.last.focus();
    await page.keyboard.type("Half a tho");
  }, ({ step }) => expect(step.fields.nth(8)).toHaveValue("Half a tho")],
  ["opposites", 3, Opposites, async ({ page, step }) => {
    await step.next.click();
    await step.expectCard(POLES[1][0], 2, 8);
    await step.opposite.press("End");
    await page.keyboard.type(", always");
  }, async ({ step }) => {
    await step.expectCard(POLES[1][0], 2, 8);
    await expect(step.opposite).toHaveValue("Talks over the music, always");
  }],
  ["matters", 5, Matters, ({ step }) => step.item(POLE).click(), ({ step }) => expect(step.item(POLE)).toHaveAttribute("aria-pressed", "true")],
  ["targets", 6, Targets, async ({ page, step }) => {
    await step.whats.focus();
    await page.keyboard.type("To plan");
    await step.how(0, 0).focus();
    await page.keyboard.type("On Sund");
  }, async ({ step }) => {
    await expect(step.whats).toHaveValue("To plan");
    await expect(step.how(0, 0)).toHaveValue("On Sund");
  }],
  ["look again", 7, LookAgain, ({ step }) => step.day.fill("2041-05-06"), ({ step }) => expect(step.day).toHaveValue("2041-05-06")],
];

for (const [name, number, Page, act, expectKept] of STEPS) {
  test(`the step “${name}” keeps what was done without leaving a field`, async ({ page, app }) => {
    await app.openWith(file(record({ making: { step: "frame" } })));
    await page.goto(`./#/chart/chart/make/${number}`);
    const step = new Page(page);
    await step.expectHere();
    await act({ page, step });
    await expectKept({ page, step });

    await app.expectSaved();
    await app.reload();
    await expectKept({ page, step });

    // Round the corner and back.
    const here = page.url();
    await page.goto("./#/more");
    await app.expectAt("More");
    await page.goBack();
    await expect(page).toHaveURL(here);
    await expectKept({ page, step });
    await page.goBack();
    await page.goForward();
    await expectKept({ page, step });

    // Turned on its side and back.
    const { width, height } = page.viewportSize();
    await page.setViewportSize({ width: height, height: width });
    await expectKept({ page, step });
    await page.setViewportSize({ width, height });
    await expectKept({ page, step });

    // Found again from home, at the step where it was left.
    await app.toCharts();
    await new Home(page).cards.first().click();
    await step.expectHere();
    await app.toCharts();
    await page.goto("./#/chart/chart");
    await new Chart(page).carryOn.click();
    await step.expectHere();
  });
}

test("rating keeps what was done, and is found again", async ({ page, app }) => {
  await app.openWith(file(record({ making: { step: "frame" } })));
  await page.goto("./#/chart/chart/make/4");
  const rate = new Rate(page);
  await rate.expectHere();
  await rate.wheel.tap(2, 8, 4);
  await rate.sheet.expectOpenFor(POLES[2][0]);
  await rate.sheet.why.focus();
  await page.keyboard.type("Half a reas");
  await app.expectSaved();
  await app.reload();
  // The sheet is open where it was.
  await rate.sheet.expectOpenFor(POLES[2][0]);
  await expect(rate.sheet.why).toHaveValue("Half a reas");
  await rate.sheet.expectValue(4);
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: height, height: width });
  await expect(rate.sheet.why).toHaveValue("Half a reas");
  await page.setViewportSize({ width, height });
  await rate.sheet.close.click();
  await rate.sheet.expectClosed();
  await rate.expectRow(POLES[2][0], 4);
  await app.toCharts();
  await expect(new Home(page).cards.first()).toContainText("1 of 8 rated · carry on");
  await new Home(page).cards.first().click();
  await rate.expectHere();
  await rate.expectRow(POLES[2][0], 4);
});
