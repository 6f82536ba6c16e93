// The list of attributes: own words, order, ideas heard, prompt cards, and how many a wheel carries.
import { Attributes } from "./pages/attributes.mjs";
import { Home } from "./pages/home.mjs";
import { Frame } from "./pages/frame.mjs";
import { Finger } from "./pages/wheel.mjs";
import { file, longPoles, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const ABC = ["Alpha", "Beta", "Gamma", "Delta"];

async function begin(page, app) {
  await app.open();
  await new Home(page).first.click();
  await new Frame(page).next.click();
  const attributes = new Attributes(page);
  await attributes.expectHere();
  return attributes;
}

test("Enter leads to the next empty line", async ({ page, app }) => {
  const attributes = await begin(page, app);
  await attributes.last.click();
  for (const text of ABC) {
    await page.keyboard.type(text);
    await expect(attributes.remove(text)).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(attributes.last).toBeFocused();
    await expect(attributes.last).toHaveValue("");
  }
  await attributes.expectTexts(ABC);
});

test("attributes are reworded and removed, and a removal can be taken back", async ({ page, app }) => {
  const attributes = await begin(page, app);
  await attributes.addAll(ABC);
  await attributes.fields.nth(1).fill("Beta, better said");
  await attributes.remove("Gamma").click();
  await attributes.expectTexts(["Alpha", "Beta, better said", "Delta"]);
  await app.undo.click();
  await attributes.expectTexts(["Alpha", "Beta, better said", "Gamma", "Delta"]);
  await app.expectSaved();
  await app.reload();
  await attributes.expectTexts(["Alpha", "Beta, better said", "Gamma", "Delta"]);
});

test("a line emptied again is no attribute", async ({ page, app }) => {
  const attributes = await begin(page, app);
  await attributes.addAll(ABC);
  await attributes.fields.nth(1).fill("");
  await attributes.fields.nth(0).focus();
  await attributes.expectTexts(["Alpha", "Gamma", "Delta"]);
});

test("the order is changed by buttons", async ({ page, app }) => {
  const attributes = await begin(page, app);
  await attributes.addAll(ABC);
  await attributes.arrange.click();
  await attributes.expectOrder(ABC);
  await expect(attributes.up("Alpha")).toBeDisabled();
  await expect(attributes.down("Delta")).toBeDisabled();
  await attributes.down("Alpha").click();
  await attributes.up("Delta").click();
  await attributes.expectOrder(["Beta", "Alpha", "Delta", "Gamma"]);
  await expectAccessible(page);
  await attributes.arranged.click();
  await attributes.expectTexts(["Beta", "Alpha", "Delta", "Gamma"]);
  await app.expectSaved();
  await app.reload();
  await attributes.expectTexts(["Beta", "Alpha", "Delta", "Gamma"]);
});

test("the order is changed by the keyboard alone, and the focus stays with what is moved", async ({ page, app }) => {
  const attributes = await begin(page, app);
  await attributes.addAll(ABC);
  await attributes.arrange.click();
  await attributes.down("Alpha").focus();
  await page.keyboard.press("Enter");
  await attributes.expectOrder(["Beta", "Alpha", "Gamma", "Delta"]);
  await expect(attributes.down("Alpha")).toBeFocused();
  await page.keyboard.press("Enter");
  await attributes.expectOrder(["Beta", "Gamma", "Alpha", "Delta"]);
});

for (const [how, from, to, expected] of [
  ["down", "Alpha", "Gamma", ["Beta", "Gamma", "Alpha", "Delta"]],
  ["up", "Delta", "Alpha", ["Delta", "Alpha", "Beta", "Gamma"]],
]) {
  test(`a row is dragged ${how} by its handle`, async ({ page, app, isMobile }) => {
    const attributes = await begin(page, app);
    await attributes.addAll(ABC);
    await attributes.arrange.click();
    await attributes.expectOrder(ABC);
    await attributes.rows.last().scrollIntoViewIfNeeded();
    const middle = async (text) => {
      const box = await attributes.handle(text).boundingBox();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const [start, end] = [await middle(from), await middle(to)];
    if (isMobile) {
      const finger = await Finger.on(page);
      await finger.down(start);
      await finger.slide(start, end, 12);
      await attributes.expectOrder(expected);
      await finger.up();
    } else {
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y, { steps: 12 });
      await attributes.expectOrder(expected);
      await page.mouse.up();
    }
    await attributes.expectOrder(expected);
    await attributes.arranged.click();
    await attributes.expectTexts(expected);
    await app.expectSaved();
    await app.reload();
    await attributes.expectTexts(expected);
  });
}

test("twenty is the most", async ({ page, app }) => {
  await app.openWith(file(record({ poles: longPoles(19) })));
  await page.goto("./#/chart/chart/make/2");
  const attributes = new Attributes(page);
  await expect(attributes.fields).toHaveCount(20);
  await attributes.openIdeas();
  await attributes.ideas.fill("Heard\nToo late");
  await attributes.idea("Heard").click();
  await expect(attributes.guide).toHaveText("20, which is as many as a wheel can carry.");
  await expect(attributes.fields).toHaveCount(20);
  await expect(attributes.fields.nth(19)).toHaveValue("Heard");
  await attributes.idea("Too late").click();
  await expect(page.getByText("A wheel carries at most 20 attributes.")).toBeVisible();
  await expect(attributes.fields).toHaveCount(20);
  await expectAccessible(page);
  await attributes.remove("Heard").click();
  await expect(attributes.fields).toHaveCount(20);
  await expect(attributes.last).toHaveValue("");
});

test("an idea heard is pulled in, and the others stay", async ({ page, app }) => {
  const attributes = await begin(page, app);
  await attributes.add("Alpha");
  await attributes.openIdeas();
  await attributes.ideas.fill("Laughs with them\n\nAlpha\nKnows every name");
  await expect(attributes.idea("Alpha")).toHaveCount(0);
  await attributes.idea("Knows every name").click();
  await attributes.expectTexts(["Alpha", "Knows every name"]);
  await expect(attributes.idea("Knows every name")).toHaveCount(0);
  await expect(attributes.idea("Laughs with them")).toBeVisible();
  await expectAccessible(page);
  await app.expectSaved();
  await app.reload();
  await attributes.openIdeas();
  await expect(attributes.ideas).toHaveValue("Laughs with them\n\nAlpha\nKnows every name");
  const [head] = Object.values((await app.stored()).heads);
  expect(head.instrument.items.map(({ origin }) => origin)).toEqual(["own", "heard"]);
});

for (const [title, question, category] of [
  ["You and your subject", "Is there anything about you as a musician", "subject"],
  ["Three teachers", "Think of three teachers, no names needed", null],
]) {
  test(`the card “${title}” asks its question and fills nothing in`, async ({ page, app }) => {
    const attributes = await begin(page, app);
    await attributes.openCards();
    await expectAccessible(page);
    await attributes.promptCard(title).click();
    await expect(attributes.last).toBeFocused();
    await expect(attributes.last).toHaveValue("");
    const asked = attributes.main.getByRole("paragraph").filter({ hasText: question });
    await expect(asked).toBeVisible();
    await attributes.expectTexts([]);
    await page.keyboard.type("Plays for them");
    await attributes.expectTexts(["Plays for them"]);
    await expect(asked).toHaveCount(0);
    await app.expectSaved();
    const [head] = Object.values((await app.stored()).heads);
    expect(head.instrument.items).toMatchObject([{ text: "Plays for them", origin: "own", category }]);
  });
}

test("there are seven kinds of card and the three teachers", async ({ page, app }) => {
  const attributes = await begin(page, app);
  await attributes.openCards();
  await expect(attributes.promptCard("")).toHaveCount(8);
});

test("an attribute emptied of its words stays while there are others about it", async ({ page, app }) => {
  await app.openWith(file(record({ poles: [["Plans", "Drifts"], ["Listens", ""]] })));
  await page.goto("./#/chart/chart/make/2");
  const fields = page.getByRole("textbox", { name: "Attribute" });
  for (const at of [0, 1]) {
    await fields.nth(at).fill("");
    await fields.nth(at).blur();
  }
  await app.expectSaved();
  const { heads } = await app.stored();
  expect(heads.chart.instrument.items.map(({ opposite }) => opposite)).toEqual(["Drifts"]);
});

test("offered subjects are out of reach of words of one's own", async ({ page, app }) => {
  await app.open();
  await page.getByRole("link", { name: "Make my first chart" }).click();
  const frame = new Frame(page);
  await frame.offer("mentor").click();
  await expect(frame.offer("singer")).toBeVisible();
  await frame.subject.fill("choir leader");
  await expect(frame.offer("mentor")).toHaveCount(0);
});
