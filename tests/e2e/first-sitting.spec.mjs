// The first sitting, from the empty home to "Done", a step at a time.
import { Attributes } from "./pages/attributes.mjs";
import { Chart } from "./pages/chart.mjs";
import { Closing, download } from "./pages/closing.mjs";
import { Frame } from "./pages/frame.mjs";
import { Home } from "./pages/home.mjs";
import { LookAgain } from "./pages/look-again.mjs";
import { Matters } from "./pages/matters.mjs";
import { Opposites } from "./pages/opposites.mjs";
import { Rate } from "./pages/rate.mjs";
import { Targets } from "./pages/targets.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TEXTS = POLES.map(([text]) => text);

test("two taps lead from the empty home to the first attribute", async ({ page, app }) => {
  await app.open();
  const home = new Home(page);
  await home.expectEmpty();
  await expectAccessible(page);
  await home.first.click();
  await new Frame(page).next.click();
  const attributes = new Attributes(page);
  await attributes.expectHere();
  await attributes.add("Plans ahead");
  await expect(attributes.guide).toHaveText("1 so far. 8 to 12 is usual; fewer is fine.");
});

test("a chart of eight attributes is made from the frame to the closing", async ({ page, app }) => {
  test.slow();
  await app.open();
  await new Home(page).first.click();

  const frame = new Frame(page);
  await frame.expectHere();
  await frame.offer("mentor").click();
  await expect(frame.subject).toHaveValue("mentor");
  await frame.subject.fill("music teacher");
  await frame.owner.fill("S. N. (synthetic)");
  await expectAccessible(page);
  await frame.next.click();

  const attributes = new Attributes(page);
  await attributes.expectHere();
  await expect(attributes.main).toContainText("What makes an excellent music teacher?");
  await attributes.addAll(TEXTS);
  await expect(attributes.guide).toHaveText("8 so far. 8 to 12 is usual; fewer is fine.");
  await expectAccessible(page);
  await attributes.next.click();

  const opposites = new Opposites(page);
  for (const [at, [text, opposite]] of POLES.entries()) {
    await opposites.expectCard(text, at + 1, POLES.length);
    await opposites.opposite.fill(opposite);
    if (at === 0) {
      await opposites.openSeen();
      await opposites.seenAt10.fill("The question of the day is on the board");
      await opposites.seenAt0.fill("They ask what they are doing");
      await expectAccessible(page);
    }
    await opposites.next.click();
  }

  const rate = new Rate(page);
  await rate.expectHere();
  await rate.expectProgress(0, 8);
  await expectAccessible(page);
  const values = [7, 0, 5, 10, 3, 8, null, 6];
  await rate.wheel.tap(0, 8, 7);
  for (const [at, value] of values.entries()) {
    await rate.sheet.expectOpenFor(TEXTS[at]);
    await expect(rate.sheet.place).toContainText(POLES[at][1]);
    if (value !== null) await rate.sheet.number(value).click();
    if (at === 1) {
      await rate.sheet.why.fill("I finish their sentences");
      await expectAccessible(page);
    }
    if (at < 7) await rate.sheet.next.click();
  }
  await rate.sheet.done.click();
  await rate.sheet.expectClosed();
  await rate.expectRows(values);
  await rate.expectProgress(7, 8);
  await rate.wheel.expectDrawn(values);
  await rate.next.click();

  const matters = new Matters(page);
  await matters.expectHere();
  for (const at of [1, 4, 2]) {
    await matters.item(TEXTS[at]).click();
    await expect(matters.item(TEXTS[at])).toHaveAttribute("aria-pressed", "true");
  }
  await expect(matters.full).toBeVisible();
  await expect(matters.item(TEXTS[0])).toBeDisabled();
  await expectAccessible(page);
  await matters.item(TEXTS[2]).click();
  await expect(matters.full).toHaveCount(0);
  await expect(matters.item(TEXTS[0])).toBeEnabled();
  await matters.next.click();

  const targets = new Targets(page);
  await targets.expectHere();
  await expect(targets.headings).toHaveText([TEXTS[1], TEXTS[4]]);
  await targets.write(0, "Let them finish", ["Count to three", "Ask one question more", "Note who spoke"]);
  await targets.write(1, "Play along once a lesson", ["Bring the ukulele"]);
  await expectAccessible(page);
  await targets.next.click();

  const look = new LookAgain(page);
  await look.expectHere();
  await look.offer("In a term").click();
  await expect(look.offer("In a term")).toHaveAttribute("aria-pressed", "true");
  await expect(look.chosen).toContainText("Look again on");
  await look.day.fill("2040-02-29");
  await expect(look.chosen).toHaveText("Look again on 29 February 2040");
  await expect(look.offer("In a term")).toHaveAttribute("aria-pressed", "false");
  await expectAccessible(page);
  await look.next.click();

  const closing = new Closing(page);
  await closing.expectHere();
  await expectAccessible(page);
  const copy = await download(closing.copy);
  expect(copy.name).toMatch(/^roundel-\d{4}-\d{2}-\d{2}\.roundel\.json$/);
  await expect(closing.said).toContainText("on its way to your downloads");
  const reminder = await download(closing.remind);
  expect(reminder.name).toMatch(/\.ics$/);
  expect(reminder.text.match(/^SUMMARY:.*$/gm)).toEqual(["SUMMARY:Look at my chart again"]);
  expect(reminder.text).toContain("DTSTART;VALUE=DATE:20400229");
  expect(reminder.text).not.toMatch(/teacher|Listens|S\. N\./);
  await closing.done.click();

  const chart = new Chart(page);
  await chart.expectTitle("An excellent music teacher");
  await expect(chart.targets).toContainText("Count to three");
  await expectAccessible(page);
  await app.expectSaved();

  // Everything is in the copy, and everything is in the database.
  const [saved] = JSON.parse(copy.text).records;
  expect(saved.owner).toBe("S. N. (synthetic)");
  expect(saved.instrument.items.map(({ text, opposite }) => [text, opposite])).toEqual(POLES);
  expect(saved.instrument.items[0]).toMatchObject({
    seen_high: "The question of the day is on the board",
    seen_low: "They ask what they are doing",
  });
  const ids = saved.instrument.items.map(({ id }) => id);
  expect(ids.map((id) => saved.occasions[0].ratings[id].answer)).toEqual(values);
  expect(saved.occasions[0].ratings[ids[1]].why).toBe("I finish their sentences");
  expect(saved.occasions[0].focus).toEqual([ids[1], ids[4]]);
  expect(saved.targets.map(({ item, what, hows }) => ({ item, what, hows }))).toEqual([
    { item: ids[1], what: "Let them finish", hows: ["Count to three", "Ask one question more", "Note who spoke"] },
    { item: ids[4], what: "Play along once a lesson", hows: ["Bring the ukulele"] },
  ]);
  expect(saved.next_look).toBe("2040-02-29");
  const stored = await app.stored();
  const { occasions, targets: kept, conversations, ...head } = saved;
  expect(conversations).toEqual([]);
  expect(stored.heads[saved.id]).toEqual(head);
  expect(stored.occasions).toEqual({ [`${saved.id}/${occasions[0].id}`]: occasions[0] });
  expect(stored.targets).toEqual(Object.fromEntries(kept.map((target) => [`${saved.id}/${target.id}`, target])));

  await app.toCharts();
  await expect(new Home(page).card("An excellent music teacher")).toContainText("Look again on 29 February 2040");
  await expectAccessible(page);
});

test("every step can be skipped, and the empty chart is valid everywhere", async ({ page, app }) => {
  await app.open();
  await new Home(page).first.click();
  const frame = new Frame(page);
  const titles = ["Excellent what?", "What makes it excellent?", "And the opposite?", "Where am I now?"];
  titles.push("Which matter most to you?", "What, and how?", "When will you look again?", "Your first picture");
  for (const title of titles.slice(0, -1)) {
    await app.expectAt(title);
    await frame.next.click();
  }
  await app.expectAt("Your first picture");
  const closing = new Closing(page);
  await expect(closing.wheel).toBeVisible();
  await closing.done.click();
  await app.expectAt("A chart without a name");
});

test("an incomplete chart draws, compares and prints nothing that is not there", async ({ page, app }) => {
  await app.openWith(file(record({ poles: [["One thing only", ""]], subject: "" })));
  const chart = new Chart(page);
  await expect(chart.item("One thing only")).toContainText("not rated yet");
  await expect(chart.item("One thing only")).not.toContainText("Opposite");
  await expect(chart.thenAndNow).toHaveCount(0);
  await expectAccessible(page);
});

test("the reminder asks for a day first", async ({ page, app }) => {
  await app.openWith(file(record()));
  await page.goto("./#/chart/chart/make/8");
  await new Closing(page).remind.click();
  await new LookAgain(page).expectHere();
});
