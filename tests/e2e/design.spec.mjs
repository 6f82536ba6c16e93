// A list or chart of one's own: made from nothing, changed, used. All of it is SYNTHETIC: nobody rated this.
import { Design } from "./pages/design.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const statement = (id, section, text) => ({ id, kind: "statement", section, text });
const scale = { min: 1, max: 5, direction: "higher", may_not_apply: true, anchors: [{ value: 1, words: "Never" }] };
const LIST = {
  id: "mine",
  version: 1,
  style: "audit",
  title: "Lessons that sound",
  scale,
  sections: [{ id: "s1", name: "Before" }, { id: "s2", name: "After" }],
  items: [statement("i1", "s1", "I plan"), statement("i2", "s1", "I tune"), statement("i3", "s2", "I look back")],
  prompts: [],
};
const construct = (id, text, opposite) => ({ id, kind: "construct", text, opposite });
const CHART = {
  id: "chart-form",
  version: 1,
  style: "chart",
  title: "An excellent mentor",
  scale: { ...scale, min: 0, max: 10, anchors: [] },
  sections: [],
  items: [construct("c1", "Listens", "Tells"), construct("c2", "Makes time", "")],
  prompts: [],
};
const LONG = {
  ...LIST,
  id: "long",
  title: "A list with a name as long as somebody in a hurry would never write it, but somebody else once did",
  items: Array.from({ length: 29 }, (_, at) => {
    const text = `Statement ${at + 1} in a good many words, some of them unpronounceablylongandwithoutanybreakinthem`;
    return statement(`i${at + 1}`, at < 14 ? "s1" : "s2", text);
  }),
};

const stored = async (app, id) => (await app.stored()).instruments[id];
const only = async (app) => Object.values((await app.stored()).instruments)[0];

test("a list is made from nothing, used, and kept", async ({ page, app }) => {
  const design = await Design.begin(page, app);
  await expect(design.missing).toHaveText("Before it can be used, it needs a title and at least one statement.");
  await expect(design.use).toBeDisabled();
  await expectAccessible(page);
  await design.title.fill("How I give feedback");
  await design.purpose.fill("See what my pupils can use.");
  await design.lowest.selectOption("1");
  await design.highest.selectOption("5");
  await design.openWords();
  await design.wordsFor(1).fill("Very sure");
  await design.wordsFor(5).fill("Not sure yet");
  await design.best("The lowest number").check();
  await design.notApply.uncheck();
  for (const [number, name] of [[1, "In the lesson"], [2, "Afterwards"]]) {
    await design.addSection.click();
    await expect(design.sectionName(number)).toBeFocused();
    await page.keyboard.type(name);
  }
  await design.add("I say what worked", "In the lesson");
  await design.add("I ask before I tell", "In the lesson");
  await design.add("I write one sentence", "Afterwards");
  await design.addQuestion.click();
  const question = design.questions.getByRole("textbox", { name: "Question 1" });
  await expect(question).toBeFocused();
  await page.keyboard.type("What will you try?");
  await design.questions.getByRole("combobox", { name: "How it is answered" }).selectOption("A list of up to 3");
  await design.questions.getByRole("textbox", { name: "Then ask to put them in order" }).fill("Which comes first?");
  await expect(design.missing).toHaveText("");
  await app.expectSaved();
  const made = await only(app);
  expect(made).toMatchObject({
    style: "audit",
    title: "How I give feedback",
    purpose: "See what my pupils can use.",
    scale: {
      min: 1,
      max: 5,
      direction: "lower",
      may_not_apply: false,
      anchors: [{ value: 1, words: "Very sure" }, { value: 5, words: "Not sure yet" }],
    },
    prompts: [{ text: "What will you try?", entries: 3, rank: "Which comes first?" }],
  });
  expect(made.items.map(({ kind, text }) => [kind, text])).toEqual([
    ["statement", "I say what worked"],
    ["statement", "I ask before I tell"],
    ["statement", "I write one sentence"],
  ]);

  await app.reload();
  expect(await only(app)).toEqual(made);
  await expect(design.title).toHaveValue("How I give feedback");
  await expect(design.best("The lowest number")).toBeChecked();
  await expect(design.notApply).not.toBeChecked();
  await expect(design.highest).toHaveValue("5");
  await expect(design.sectionName(2)).toHaveValue("Afterwards");
  await expect(question).toHaveValue("What will you try?");
  await design.expectItems([
    ["In the lesson", ["I say what worked", "I ask before I tell"]],
    ["Afterwards", ["I write one sentence"]],
  ]);
  await expectAccessible(page);
  await design.use.click();
  await app.expectAt("How I give feedback");
  await expect(page).toHaveURL(/#\/list\/[^/]+$/);
});

test("what is missing is said in one sentence", async ({ page, app }) => {
  const design = await Design.change(page, app, LIST);
  await expect(design.missing).toHaveText("");
  await design.addSection.click();
  await design.addQuestion.click();
  await design.title.fill(" ");
  await expect(design.missing).toHaveText(
    "Before it can be used, it needs a title, a name for every section and words for every question.",
  );
  await expect(design.use).toBeDisabled();
  await design.title.fill("A title");
  await design.sectionName(3).fill("Later");
  await design.questions.getByRole("textbox").fill("What else?");
  await expect(design.missing).toHaveText("");
  await expect(design.use).toBeEnabled();
});

test("what reads the same is pointed out, and may stay", async ({ page, app }) => {
  const design = await Design.change(page, app, LIST);
  await expect(design.alike).toHaveCount(0);
  await design.add("i  plan!", "After");
  await expect(design.alike).toHaveCount(1);
  await expect(design.statement(4)).toHaveAccessibleDescription(/^This reads the same as another one\./);
  await expect(design.use).toBeEnabled();
  await expectAccessible(page);
  await design.statement(4).fill("I plan with them");
  await expect(design.alike).toHaveCount(0);
});

test("statements are moved across sections by buttons, and the focus stays with them", async ({ page, app }) => {
  const design = await Design.change(page, app, LIST);
  await expect(design.up("I plan")).toBeDisabled();
  await expect(design.down("I look back")).toBeDisabled();
  await design.down("I plan").click();
  await design.expectItems([["Before", ["I tune", "I plan"]], ["After", ["I look back"]]]);
  await expect(design.down("I plan")).toBeFocused();
  await design.down("I plan").click();
  await design.expectItems([["Before", ["I tune"]], ["After", ["I plan", "I look back"]]]);
  await expect(design.down("I plan")).toBeFocused();
  await expect(page.getByText("Now 1 of 2, in “After”")).toBeAttached();
  await design.up("I look back").click();
  await design.up("I look back").click();
  await design.expectItems([["Before", ["I tune", "I look back"]], ["After", ["I plan"]]]);
  await app.expectSaved();
  await app.reload();
  await design.expectItems([["Before", ["I tune", "I look back"]], ["After", ["I plan"]]]);
});

test("statements and sections are moved by keyboard alone", async ({ page, app }) => {
  const design = await Design.change(page, app, LIST);
  await design.down("I tune").focus();
  await page.keyboard.press("Enter");
  await expect(design.down("I tune")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(design.down("I tune")).toBeFocused();
  await design.expectItems([["Before", ["I plan"]], ["After", ["I look back", "I tune"]]]);
  // At the end of the list there is nowhere to go; the focus stays all the same.
  await expect(design.down("I tune")).toBeDisabled();
  await page.keyboard.press("Enter");
  await expect(design.down("I tune")).toBeFocused();
  await design.up("After").focus();
  await page.keyboard.press("Space");
  await expect(design.up("After")).toBeFocused();
  await design.expectItems([["After", ["I look back", "I tune"]], ["Before", ["I plan"]]]);
});

test("what is removed leaves the focus nearby, and the items of a section stay", async ({ page, app }) => {
  const design = await Design.change(page, app, LIST);
  await design.remove("I plan").click();
  await expect(design.row("I tune")).toBeFocused();
  await design.expectItems([["Before", ["I tune"]], ["After", ["I look back"]]]);
  await design.removeSection("After").click();
  await expect(design.main.getByRole("heading", { name: "Section 1" })).toBeFocused();
  await design.expectItems([["Before", ["I tune", "I look back"]]]);
  await design.removeSection("Before").click();
  await design.expectItems([["", ["I tune", "I look back"]]]);
  await expect(design.row("I tune")).toBeFocused();
});

test("one undo takes back what was typed, and what was removed", async ({ page, app }) => {
  const design = await Design.change(page, app, LIST);
  await design.next("After").focus();
  await page.keyboard.type("I sing it back");
  await expect(design.statement(4)).toBeFocused();
  await app.undo.click();
  await design.expectItems([["Before", ["I plan", "I tune"]], ["After", ["I look back"]]]);
  await design.removeSection("After").click();
  await app.undo.click();
  await design.expectItems([["Before", ["I plan", "I tune"]], ["After", ["I look back"]]]);
  await design.highest.selectOption("2");
  await app.undo.click();
  await expect(design.highest).toHaveValue("5");
  await design.best("The level that is needed").check();
  await app.undo.click();
  await expect(design.best("The highest number")).toBeChecked();
  await app.expectSaved();
  expect(await stored(app, "mine")).toMatchObject({ scale, items: LIST.items });
});

test("Enter leads to the next line, and a line emptied again is no statement", async ({ page, app }) => {
  const design = await Design.change(page, app, LIST);
  await design.statement(2).focus();
  await page.keyboard.press("Enter");
  await expect(design.next("Before")).toBeFocused();
  await page.keyboard.type("I warm up");
  await page.keyboard.press("Enter");
  await expect(design.next("Before")).toBeFocused();
  await design.expectItems([["Before", ["I plan", "I tune", "I warm up"]], ["After", ["I look back"]]]);
  await design.statement(2).fill("");
  await design.statement(1).focus();
  await design.expectItems([["Before", ["I plan", "I warm up"]], ["After", ["I look back"]]]);
});

test("markup is not taken, and not shown as if it were", async ({ page, app }) => {
  const design = await Design.change(page, app, LIST);
  await design.title.fill("a <b> c");
  await expect(design.title).toHaveValue("a b> c");
  await expect(design.title).toHaveAttribute("maxlength", "120");
  await expect(design.source).toHaveAttribute("maxlength", "2000");
});

test("an item can have two ends, a best end and a question of its own", async ({ page, app, isMobile }) => {
  const design = await Design.change(page, app, LIST);
  await design.openPreview(isMobile);
  await design.openMore("I tune");
  const row = design.row("I tune");
  await row.getByRole("checkbox", { name: "It has two ends" }).check();
  await row.getByRole("textbox", { name: "The opposite would be…" }).fill("I hope");
  await row.getByRole("combobox", { name: "Its own best end" }).selectOption("The lowest number");
  await row.getByRole("textbox", { name: "What to ask beside the number" }).fill("What shows it?");
  await expect(design.preview.getByText("I hope")).toBeVisible();
  await expect(design.preview.getByRole("textbox", { name: "What shows it?" })).toBeVisible();
  await expectAccessible(page);
  await app.expectSaved();
  const { items } = await stored(app, "mine");
  expect(items[1]).toMatchObject({ kind: "construct", opposite: "I hope", direction: "lower", question: "What shows it?" });
  await row.getByRole("combobox", { name: "Its own best end" }).selectOption("As for all the others");
  await app.expectSaved();
  expect((await stored(app, "mine")).items[1].direction).toBeNull();
});

test("the preview follows what is being worked on, and can be tried", async ({ page, app, isMobile }) => {
  const design = await Design.change(page, app, LIST);
  if (isMobile) await expect(design.preview.getByRole("heading", { name: "I plan" })).toBeHidden();
  await design.openPreview(isMobile);
  await expect(design.preview.getByRole("heading", { name: "I plan" })).toBeVisible();
  await design.statement(3).focus();
  await expect(design.preview.getByRole("heading", { name: "I look back" })).toBeVisible();
  await expect(design.preview).toContainText("After");
  const before = await stored(app, "mine");
  const answer = design.preview.getByRole("button", { name: "1 Never" });
  await answer.click();
  await expect(answer).toHaveAttribute("aria-pressed", "true");
  await design.preview.getByRole("button", { name: "Doesn’t apply to me" }).click();
  await expect(answer).toHaveAttribute("aria-pressed", "false");
  expect(await stored(app, "mine")).toEqual(before);
  await expect(design.wheel).toBeVisible();
  await design.sectionName(2).fill("In the evening");
  await expect(design.wheel).toHaveAccessibleName(/: Before, In the evening\./);
  await design.statement(3).fill("I look forward");
  await expect(design.preview.getByRole("heading", { name: "I look forward" })).toBeVisible();
});

test("a chart gives attributes with both ends", async ({ page, app, isMobile }) => {
  const design = await Design.change(page, app, CHART);
  await app.expectAt("Your own chart");
  await expect(design.lowest).toHaveCount(0);
  await expect(design.addSection).toHaveCount(0);
  await design.openPreview(isMobile);
  await expect(design.preview.getByText("Tells")).toBeVisible();
  await design.add("Keeps a promise");
  await design.attribute(3).fill("Keeps promises");
  await design.row("Keeps promises").getByRole("textbox", { name: "The opposite would be…" }).fill("Forgets");
  await expect(design.preview.getByText("Forgets")).toBeVisible();
  await expect(design.wheel).toHaveAccessibleName(/: Listens, Makes time, Keeps promises\./);
  await expectAccessible(page);
  await app.expectSaved();
  const { items } = await stored(app, CHART.id);
  expect(items[2]).toMatchObject({ kind: "construct", text: "Keeps promises", opposite: "Forgets" });
});

test("a list becomes a chart unless it is too long for one", async ({ page, app }) => {
  let design = await Design.change(page, app, LIST);
  await design.chart.check();
  await app.expectAt("Your own chart");
  await design.expectItems([["", ["I plan", "I tune", "I look back"]]]);
  await expect(page.getByRole("textbox", { name: "The opposite would be…" })).toHaveCount(3);
  await app.undo.click();
  await app.expectAt("Your own list");
  await design.expectItems([["Before", ["I plan", "I tune"]], ["After", ["I look back"]]]);
  design = await Design.change(page, app, LONG);
  await expect(design.chart).toBeDisabled();
  await expect(page.getByText("A chart carries at most 20; this list has 29.")).toBeVisible();
});

test("the lowest and the highest number never meet", async ({ page, app }) => {
  const design = await Design.change(page, app, LIST);
  await design.lowest.selectOption("7");
  await expect(design.highest).toHaveValue("8");
  await design.highest.selectOption("3");
  await expect(design.lowest).toHaveValue("2");
});

test("a list changed after it was filled in says that it is a new version", async ({ page, app }) => {
  const design = await Design.change(page, app, LIST);
  await design.title.fill("Lessons that sing");
  await expect(design.newVersion).toHaveCount(0);
  await design.use.click();
  await app.expectAt("Lessons that sing");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page).toHaveURL(/\/fill\//);
  await page.goto("./#/list/mine/change");
  await design.title.fill("Lessons that ring");
  await expect(design.newVersion).toBeVisible();
  await expectAccessible(page);
  await app.expectSaved();
  const { instruments, heads } = await app.stored();
  expect(instruments.mine).toMatchObject({ version: 2, title: "Lessons that ring" });
  expect(Object.values(heads)[0].instrument).toMatchObject({ version: 1, title: "Lessons that sing" });
});

test("a list that is gone says so", async ({ page, app }) => {
  await app.open("#/list/gone/change");
  await expect(page.getByText("This list is not here.")).toBeVisible();
  await expectAccessible(page);
});

for (const [what, size] of [["320 px wide", { width: 320, height: 640 }], ["at 200 % text", { width: 360, height: 740, text: "32px" }]]) {
  test(`nothing sticks out to the side, ${what}`, async ({ page, app, isMobile }) => {
    await page.setViewportSize({ width: size.width, height: size.height });
    for (const form of [LONG, CHART]) {
      const design = await Design.change(page, app, form);
      if (size.text) await page.evaluate((text) => (document.documentElement.style.fontSize = text), size.text);
      await design.openPreview(isMobile || size.width < 896);
      if (form.style !== "chart") {
        await design.openWords();
        await design.openMore(form.items[1].text);
        await design.addQuestion.click();
      }
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
        .toBeLessThanOrEqual(0);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("main button, main summary, main .choice, main select, main textarea, footer a")]
          .filter((each) => each.checkVisibility())
          .map((each) => [each.getAttribute("aria-label") ?? each.textContent, each.getBoundingClientRect()])
          .filter(([, box]) => Math.min(box.width, box.height) < 44)
          .map(([name, box]) => `${name}: ${box.width} × ${box.height}`),
      );
      expect(small).toEqual([]);
    }
  });
}

test("what has the focus is in sight", async ({ page, app }) => {
  const design = await Design.change(page, app, { ...LIST, items: LIST.items.slice(0, 2), sections: LIST.sections.slice(0, 1) });
  await design.addQuestion.click();
  await expect(design.missing).not.toHaveText("");
  const seen = await app.tabThrough();
  expect(seen).toBeGreaterThan(15);
  expect(seen).toBeLessThan(60);
});

test("a chart of one's own has what the wheel asks, and can be for pupils", async ({ page, app }) => {
  await app.open("#/library");
  await page.getByRole("button", { name: "Make a list" }).click();
  await page.getByLabel("Title").fill("SYNTHETIC head of music");
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByLabel("A chart").check();
  await expect(page.getByRole("button", { name: "Add a question" })).toHaveCount(0);
  await expect(page.getByText("Which end is best?")).toHaveCount(0);
  await expect(page.getByText("More about it")).toHaveCount(0);
  await page.getByLabel("An excellent…").fill("head of music");
  await page.getByLabel("For pupils").check();
  await app.expectSaved();
  const [form] = Object.values((await app.stored()).instruments);
  expect(form).toMatchObject({ style: "chart", subject: "head of music", pupils: true, prompts: [] });
  await page.getByLabel("A list to answer").check();
  await expect(page.getByLabel("For pupils")).toHaveCount(0);
  await app.expectSaved();
  expect(Object.values((await app.stored()).instruments)[0]).toMatchObject({ style: "audit", subject: "", pupils: false });
});
