// The list beside the wheel: everything by keyboard, by button and for screen readers, always in step with the rest.
import { Rate } from "./pages/rate.mjs";
import { POLES, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const [[FIRST, OPPOSITE], [SECOND]] = POLES;

const rating = (page, app, answers = [7, 0, 5]) => Rate.begin(page, app, record({ poles: POLES.slice(0, 3), times: [answers] }));

// The three views of one rating say the same.
async function expectInStep(rate, values) {
  await rate.expectRows(values);
  await rate.wheel.expectDrawn(values);
  await rate.open(FIRST).click();
  await rate.sheet.expectValue(values[0]);
  await rate.sheet.close.click();
  await rate.sheet.expectClosed();
}

test("a range says its attribute, both poles and its value in words", async ({ page, app }) => {
  const rate = await rating(page, app, [7, 0, null]);
  await expect(rate.ranges.nth(0)).toHaveAccessibleName(`${FIRST}, from ${OPPOSITE} (0) to ${FIRST} (10)`);
  await rate.expectRow(FIRST, 7);
  await rate.expectRow(SECOND, 0);
  await rate.expectRow(POLES[2][0], null);
});

test("arrows change by one", async ({ page, app }) => {
  const rate = await rating(page, app);
  const range = rate.range(FIRST);
  await range.press("ArrowRight");
  await rate.expectRow(FIRST, 8);
  await range.press("ArrowUp");
  await range.press("ArrowUp");
  await range.press("ArrowUp");
  await rate.expectRow(FIRST, 10);
  await range.press("ArrowLeft");
  await range.press("ArrowDown");
  await rate.expectRow(FIRST, 8);
  await expectInStep(rate, [8, 0, 5]);
});

test("arrows rate what is blank", async ({ page, app }) => {
  const rate = await rating(page, app, [null, 0, 5]);
  await rate.range(FIRST).press("ArrowRight");
  await expect(rate.range(FIRST)).not.toHaveAttribute("aria-valuetext", "not rated yet");
  await rate.range(FIRST).press("Delete");
  await rate.expectRow(FIRST, null);
  // Also downwards, where a native range stands at its end already.
  await rate.range(FIRST).press("ArrowLeft");
  await rate.expectRow(FIRST, 0);
});

test("digits set, Delete and Backspace empty", async ({ page, app }) => {
  const rate = await rating(page, app);
  const range = rate.range(FIRST);
  for (const digit of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    await range.press(String(digit));
    await rate.expectRow(FIRST, digit);
  }
  await range.press("Delete");
  await rate.expectRow(FIRST, null);
  await expectInStep(rate, [null, 0, 5]);
  await range.press("3");
  await range.press("Backspace");
  await rate.expectRow(FIRST, null);
});

for (const [what, answers, first] of [["a number", [7, 0, 5], 7], ["a blank", [null, 0, 5], null]]) {
  test(`Escape restores ${what}`, async ({ page, app }) => {
    const rate = await rating(page, app, answers);
    const range = rate.range(FIRST);
    await range.press("2");
    await range.press("ArrowRight");
    await rate.expectRow(FIRST, 3);
    await range.press("Escape");
    await rate.expectRow(FIRST, first);
    await expectInStep(rate, answers);
  });
}

test("sliding the range sets it, and the wheel follows", async ({ page, app }) => {
  const rate = await rating(page, app);
  await rate.range(FIRST).fill("2");
  await expectInStep(rate, [2, 0, 5]);
});

test("a touch on a blank range at its very end rates it 0", async ({ page, app }) => {
  const rate = await rating(page, app, [null, 0, 5]);
  const range = rate.range(FIRST);
  await range.scrollIntoViewIfNeeded();
  const { height } = await range.boundingBox();
  await range.click({ position: { x: 5, y: height / 2 } });
  await expectInStep(rate, [0, 0, 5]);
});

test("steppers change by one, stop at the ends, and start a blank", async ({ page, app }) => {
  const rate = await rating(page, app, [9, 1, null]);
  await rate.higher(FIRST).click();
  await rate.higher(FIRST).click();
  await rate.expectRow(FIRST, 10);
  await rate.lower(SECOND).click();
  await rate.lower(SECOND).click();
  await rate.expectRow(SECOND, 0);
  await rate.higher(POLES[2][0]).click();
  await rate.expectRow(POLES[2][0], 0);
  await rate.higher(POLES[2][0]).click();
  await expectInStep(rate, [10, 0, 1]);
  const box = await rate.higher(FIRST).boundingBox();
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
});

test("the sheet changes the row and the wheel behind it", async ({ page, app }) => {
  const rate = await rating(page, app);
  await rate.open(SECOND).click();
  await rate.sheet.number(4).click();
  await rate.expectRowsBehind([7, 4, 5]);
  await rate.wheel.expectDrawn([7, 4, 5]);
});

test("everything is rated by keyboard alone", async ({ page, app }) => {
  const rate = await rating(page, app, []);
  await rate.ranges.first().focus();
  for (const value of [3, 0, 9]) {
    await page.keyboard.press(String(value));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
  }
  await rate.expectRows([3, 0, 9]);
  await rate.expectProgress(3, 3);
});

test("keys of the browser rate nothing", async ({ page, app }) => {
  const rate = await rating(page, app, [7, 0, null]);
  for (const [row, key] of [[2, "Alt+ArrowUp"], [0, "Control+5"], [0, "Alt+3"]]) {
    await rate.ranges.nth(row).focus();
    await page.evaluate((key) => {
      const [held, pressed] = key.split("+");
      const event = new KeyboardEvent("keydown", { key: pressed, ctrlKey: held === "Control", altKey: held === "Alt", bubbles: true, cancelable: true });
      if (!document.activeElement.dispatchEvent(event)) throw new Error(`${key} was taken from the browser`);
    }, key);
  }
  await rate.expectRows([7, 0, null]);
});
