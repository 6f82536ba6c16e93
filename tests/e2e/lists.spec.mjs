// The library and its lists: choosing, looking first, the other built-in lists, files of lists. All answers are SYNTHETIC.
import { readFileSync, readdirSync } from "node:fs";
import { Chart } from "./pages/chart.mjs";
import { Give } from "./pages/give.mjs";
import { download } from "./pages/closing.mjs";
import { Compare } from "./pages/compare.mjs";
import { Fill } from "./pages/fill.mjs";
import { Home } from "./pages/home.mjs";
import { Opening } from "./pages/opening.mjs";
import { Library } from "./pages/library.mjs";
import { Result } from "./pages/result.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const FOLDER = new URL("../../public/instruments/", import.meta.url);
const built = (id) => JSON.parse(readFileSync(new URL(`${id}.json`, FOLDER)));
const FORMS = readdirSync(FOLDER).map((name) => built(name.replace(".json", "")).instrument);

/** A list file that is a changed copy of a built-in one. */
function listFile(change, id = "mentor-skills-audit") {
  const content = built(id);
  change(content.instrument, content);
  return { name: "list.roundel-list.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) };
}

async function openFile(page, file) {
  await page.goto("./#/more");
  await new Opening(page).pick(file);
}

async function takeIn(page, file) {
  await page.goto("./#/more");
  await new Opening(page).pickAndTakeIn(file);
}

async function begin(page, title) {
  const library = new Library(page);
  await library.open();
  await library.look(title);
  await library.begin.click();
  return new Fill(page);
}

/** Answers items one after the other; with their questions answered by hand, one goes on by oneself. */
async function answer(fill, texts, answers) {
  for (const [at, text] of texts.entries()) {
    await fill.expectItem(text);
    await fill.give(answers[at]);
  }
}

test("every list stands under what it is for, and is looked at before it is begun", async ({ page, app }) => {
  await app.open();
  await page.getByRole("link", { name: "An audit or another list" }).click();
  const library = new Library(page);
  for (const { title, purpose } of FORMS) await expect(library.main.getByText(purpose, { exact: true }), title).toBeVisible();
  await expect(library.of("look at my mentoring").getByRole("link").first()).toContainText("29 statements · about 6 minutes");
  await expectAccessible(page);
  await library.look("Mentor skills audit");
  const audit = built("mentor-skills-audit").instrument;
  await expect(library.main).toContainText(audit.instruction);
  for (const { words } of audit.scale.anchors) await expect(library.main.getByRole("listitem").filter({ hasText: words })).toBeVisible();
  await library.main.getByText("Questioning · 4 statements").click();
  await expect(library.main.getByText("I use questions to help others review their progress.")).toBeVisible();
  await library.main.getByText("Where this comes from").click();
  await expect(library.main).toContainText("Open Government Licence v3.0");
  await expect(library.main).toContainText("1-4");
  await expectAccessible(page);
  // Looking begins nothing.
  await app.toCharts();
  await new Home(page).expectEmpty();
});

test("whoever has filled it in before is led to where the change shows", async ({ page, app }) => {
  await app.open();
  const fill = await begin(page, "Mentor skills audit");
  await fill.give(4);
  await fill.expectItem("I maintain confidentiality.");
  const library = new Library(page);
  await library.open();
  await library.look("Mentor skills audit");
  await expect(library.already).toBeVisible();
  await library.main.getByRole("link", { name: "Mentor skills audit · rated" }).click();
  await new Result(page).carryOn.click();
  await fill.expectItem("I maintain confidentiality.");
});

test("where 1 is best, a fall from 3 to 1 reads as better, and the numbers stay", async ({ page, app }) => {
  const texts = built("differentiation-confidence").instrument.items.map(({ text }) => text);
  await page.clock.setFixedTime(new Date("2014-01-13T10:00:00"));
  await app.open();
  const fill = await begin(page, "Confidence with differentiation");
  await answer(fill, texts, [3, 2, 1, 5, 4, 1]);
  await expect(fill.heading).toHaveText("In your own words");
  await page.getByRole("textbox").first().fill("SYNTHETIC technique of January");
  await fill.next.click();
  await expect(fill.heading).toHaveText("All answered");
  await fill.result.click();
  const result = new Result(page);
  await expect(result.article).toContainText("Here 1 is best.");
  await result.expectStrengths([texts[1], texts[2], texts[5]]);
  await page.clock.setFixedTime(new Date("2014-02-17T10:00:00"));
  await result.rateAgain.click();
  await answer(fill, texts, [1, 2, 2, 4, 4, 1]);
  await expect(fill.heading).toHaveText("In your own words");
  await page.getByRole("textbox").first().fill("SYNTHETIC technique of February");
  await fill.next.click();
  await fill.finish.click();
  const compare = new Compare(page);
  await expect(compare.sentence).toHaveText("You rated 6 of 6 both times: 2 better, 3 the same, 1 less good.");
  await page.locator("summary", { hasText: /^Better \(2\)/ }).click();
  await expect(compare.change(texts[0])).toContainText("2 lower: better");
  await expect(compare.change(texts[0])).toContainText("January 2014: 3, where 1 is best");
  await expect(compare.change(texts[0])).toContainText("February 2014: 1, where 1 is best");
  await page.locator("summary", { hasText: /^Near the best both times \(3\)/ }).click();
  await expect(compare.change(texts[5])).toContainText("At 1 then already: it could not get better.");
  // What was said the first time is not lost from sight.
  await page.locator("summary", { hasText: "In your own words" }).click();
  await expect(page.locator(".own-word .then")).toContainText("SYNTHETIC technique of January");
  await expect(page.locator(".own-word .now")).toContainText("SYNTHETIC technique of February");
  await expectAccessible(page);
});

test("a list of one's own entries is put in order", async ({ page, app }) => {
  const form = built("differentiation-confidence").instrument;
  await app.open();
  const fill = await begin(page, "Confidence with differentiation");
  await answer(fill, form.items.map(({ text }) => text), [1, 1, 1, 1, 1, 1]);
  await expect(fill.heading).toHaveText("In your own words");
  const list = page.getByRole("group", { name: form.prompts[0].text });
  const order = page.getByRole("group", { name: form.prompts[0].rank });
  await expect(order).toHaveCount(0);
  for (const [at, text] of ["SYNTHETIC a", "SYNTHETIC b", "SYNTHETIC c"].entries()) await list.getByRole("textbox").nth(at).fill(text);
  await order.getByLabel("SYNTHETIC a").selectOption("2");
  await order.getByLabel("SYNTHETIC b").selectOption("1");
  await order.getByLabel("SYNTHETIC c").selectOption("3");
  // The one that had the place gets the other's.
  await order.getByLabel("SYNTHETIC c").selectOption("1");
  await expect(order.getByLabel("SYNTHETIC b")).toHaveValue("3");
  await expect(order.getByLabel("SYNTHETIC a")).toHaveValue("2");
  // There and back: what is shown is what is kept, also where a place was chosen by hand before.
  await order.getByLabel("SYNTHETIC a").selectOption("1");
  await expect(order.getByLabel("SYNTHETIC c")).toHaveValue("2");
  await order.getByLabel("SYNTHETIC c").selectOption("1");
  await expect(order.getByLabel("SYNTHETIC a")).toHaveValue("2");
  await expectAccessible(page);
  await app.expectSaved();
  await app.reload();
  await expect(order.getByLabel("SYNTHETIC c")).toHaveValue("1");
  await fill.next.click();
  await fill.result.click();
  await expect(page.getByRole("article").locator("section").filter({ hasText: "SYNTHETIC a" }).last().getByRole("listitem")).toHaveText([
    "1SYNTHETIC c",
    "2SYNTHETIC a",
    "3SYNTHETIC b",
  ]);
});

test("a rubric shows its levels in words, and may not apply", async ({ page, app }) => {
  const form = built("differentiation-rubric").instrument;
  await app.open();
  const fill = await begin(page, form.title);
  const rows = form.items[0].anchors.map(({ value, words }) => `${value}${form.scale.anchors[value - 1].words}${words}`);
  await expect(fill.answers).toHaveText(rows);
  await answer(fill, form.items.map(({ text }) => text), [3, 2, 1, 2, 3, 2, 1, "n/a", "n/a"]);
  await expect(fill.heading).toHaveText("All answered");
});

test("a tension is placed between two ends, and where it needs to be is asked beside it", async ({ page, app }) => {
  const form = built("four-tensions").instrument;
  await app.open();
  const fill = await begin(page, form.title);
  await expect(fill.heading).toHaveText("Where between these two?");
  await expect(fill.main).toContainText(form.items[0].opposite);
  const now = page.getByRole("group", { name: "Your rating" });
  const needed = page.getByRole("group", { name: "Where do you need to be?" });
  await expect(needed.getByRole("button", { name: "5", exact: true })).toHaveAttribute("aria-pressed", "true");
  await now.getByRole("button", { name: "9", exact: true }).click();
  await needed.getByRole("button", { name: "7", exact: true }).click();
  await expectAccessible(page);
  for (const value of ["5", "4", "0"]) {
    await fill.next.click();
    await now.getByRole("button", { name: value, exact: true }).click();
  }
  await fill.next.click();
  await fill.result.click();
  // 9 with 7 needed, 5 and 4 with 5 needed are near; 0 is not.
  await expect(page.getByRole("heading", { name: "Near where it needs to be" })).toBeVisible();
  await expect(page.locator("section .item-text")).toHaveCount(3);
  await expect(page.locator("summary", { hasText: "Further from where it needs to be (1)" })).toBeVisible();
});

test("one number overall is asked before and after when it was chosen, and else never", async ({ page, app }) => {
  const form = built("coaching-culture").instrument;
  await app.open();
  const library = new Library(page);
  await library.open();
  await library.look(form.title);
  await library.openMore();
  await expect(library.overall).not.toBeChecked();
  await library.overall.check();
  await library.begin.click();
  const fill = new Fill(page);
  await expect(fill.heading).toHaveText("Overall, where would you put yourself?");
  await expect(fill.main).toContainText("before you look at each");
  await fill.answer(3).click();
  await fill.next.click();
  await answer(fill, form.items.map(({ text }) => text), [2, 2, 2, 2, 1]);
  await expect(fill.heading).toHaveText("In your own words");
  await page.getByLabel(form.prompts[0].text).fill("SYNTHETIC reasons");
  await fill.next.click();
  await expect(fill.main).toContainText("now that you have looked at each");
  await fill.answer(2).click();
  await fill.next.click();
  await fill.result.click();
  const article = page.getByRole("article");
  await expect(article).toContainText("Before: 3");
  await expect(article).toContainText("After: 2");
  await expect(article).toContainText("SYNTHETIC reasons");
});

test("what a criterion asks for is answered beside its number", async ({ page, app }) => {
  const form = built("mentor-criteria").instrument;
  await app.open();
  const fill = await begin(page, form.title);
  await expect(fill.moveOn).toHaveCount(0);
  await page.getByRole("group", { name: "Your rating" }).getByRole("button", { name: "6", exact: true }).click();
  await page.getByLabel(form.items[0].question).fill("SYNTHETIC evidence");
  await fill.next.click();
  await expect(fill.heading).toHaveText(form.items[1].text);
  await fill.back.click();
  await expect(page.getByLabel(form.items[0].question)).toHaveValue("SYNTHETIC evidence");
});

test("given attributes stand beside own ones and are counted apart", async ({ page, app }) => {
  await app.open();
  const library = new Library(page);
  await library.open();
  await library.look("Chart with two suggested attributes");
  await library.begin.click();
  await app.expectAt("Excellent what?");
  await page.getByRole("link", { name: "Next" }).click();
  const rows = page.locator(".attributes > li");
  await expect(rows.nth(0).getByRole("textbox")).toHaveValue("Effective feedback");
  await expect(rows.nth(1).getByRole("textbox")).toHaveValue("Set high challenge");
  await rows.nth(2).getByRole("textbox").fill("SYNTHETIC own words");
  await expect(page.getByText("1 of your own, 2 suggested by the course.")).toBeVisible();
  await expect(rows.filter({ hasText: "suggested by the course" })).toHaveCount(2);
  await expectAccessible(page);
  await app.expectSaved();
  const { heads } = await app.stored();
  expect(Object.values(heads)[0].instrument.items.map(({ origin }) => origin)).toEqual(["given", "given", "own"]);
});

test("pupils fill theirs in just for now: no name, nothing kept", async ({ page, app }) => {
  await app.open();
  const library = new Library(page);
  await library.open();
  await library.look("An excellent singer");
  await expect(library.print).toBeVisible();
  await library.forNow.click();
  await app.expectAt("Excellent what?");
  await expect(page.getByLabel("An excellent…")).toHaveValue("singer");
  await expect(page.getByLabel("Your name or initials on the chart")).toHaveCount(0);
  await expect(page.getByText("Just for now: nothing of this is kept when the page is closed.")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await page.locator(".attributes > li").first().getByRole("textbox").fill("SYNTHETIC tells the story");
  await app.expectSaved();
  expect((await app.stored()).heads).toEqual({});
  await app.toCharts();
  const card = new Home(page).card("An excellent singer");
  await expect(card).toContainText("just for now");
  await card.click();
  await page.goto(page.url().replace(/#.*/, `#${new URL(page.url()).hash.slice(1).replace(/make.*/, "")}`));
  const chart = new Chart(page);
  await chart.openMore();
  await expect(chart.remove).toBeVisible();
  // A file is the only way to keep it.
  await page.getByRole("link", { name: "Share or print" }).click();
  await page.getByRole("link", { name: "File", exact: true }).click();
  const { text } = await download(new Give(page).save);
  expect(text).toContain("SYNTHETIC tells the story");
  page.on("dialog", (dialog) => dialog.accept());
  await app.reload();
  await app.toCharts();
  await new Home(page).expectEmpty();
});

test("a blank sheet for pupils prints on one page", async ({ page, app }) => {
  await app.open("#/list/excellent-musician");
  await expect(page.getByRole("img", { name: "A blank wheel" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".blank-sheet table")).toBeVisible();
  await expect(page.getByRole("button", { name: "Print a blank one" })).toBeHidden();
  const pdf = await page.pdf({ format: "A4", tagged: true });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length).toBe(1);
});

test("a list that was begun and left leaves nothing behind", async ({ page, app }) => {
  await app.open("#/library");
  const library = new Library(page);
  const own = library.of("use a list of my own").getByRole("listitem").getByRole("link");
  await library.make.click();
  await app.expectAt("Your own list");
  await page.goBack();
  await app.expectAt("What would you like to do?");
  await expect(own).toHaveCount(0);
  await library.make.click();
  await page.getByLabel("Title").fill("SYNTHETIC list");
  await page.goBack();
  await expect(own).toHaveCount(1);
  await expect(own).toContainText("SYNTHETIC list");
});

test("a list travels as a file: saved, opened elsewhere, filled in there", async ({ page, app }) => {
  await app.open("#/list/mentor-skills-audit");
  const library = new Library(page);
  await library.openMore();
  const [download] = await Promise.all([page.waitForEvent("download"), library.save.click()]);
  expect(download.suggestedFilename()).toBe("mentor-skills-audit.roundel-list.json");
  expect(JSON.parse(readFileSync(await download.path()))).toEqual(built("mentor-skills-audit"));
  const own = listFile((form) => Object.assign(form, { id: "our-audit", title: "SYNTHETIC audit" }));
  await takeIn(page, own);
  await app.expectAt("SYNTHETIC audit");
  await app.expectSaved();
  await app.reload();
  await app.expectAt("SYNTHETIC audit");
  await library.begin.click();
  await new Fill(page).expectItem("I am friendly and establish trust.");
  await openFile(page, own);
  await expect(page.getByText("Everything in this file is here already.")).toBeVisible();
  await page.getByRole("link", { name: "SYNTHETIC audit" }).click();
  await app.expectAt("SYNTHETIC audit");
});

test("a built-in list that was saved as it is opens as the one that is here", async ({ page, app }) => {
  await app.open();
  await openFile(page, listFile(() => {}));
  await app.expectAt("Mentor skills audit");
  expect(page.url()).toContain("#/list/mentor-skills-audit");
  expect((await app.stored()).instruments).toEqual({});
});

test("a result is called what its list is about", async ({ page, app }) => {
  const form = built("leadership-learning-log").instrument;
  await app.open();
  const fill = await begin(page, form.title);
  // What is asked of each is there while it is answered.
  await page.getByText("What to do", { exact: true }).click();
  await expect(fill.main.getByText(form.instruction)).toBeVisible();
  await answer(fill, form.items.map(({ text }) => text), form.items.map((_, at) => 1 + (at % 3)));
  await fill.result.click();
  await expect(page.getByRole("heading", { name: "Helped most this time" })).toBeVisible();
  await expect(page.locator("summary", { hasText: "Helped less this time (8)" })).toBeVisible();
  await expect(page.getByRole("article")).not.toContainText("Your strengths");
});

test("a list that calls itself as a built-in one does not take its place", async ({ page, app }) => {
  await app.open();
  await takeIn(page, listFile((form) => (form.items[0].text = "SYNTHETIC: another statement")));
  await app.expectAt("Mentor skills audit");
  expect(page.url()).not.toContain("mentor-skills-audit");
  await page.goto("./#/list/mentor-skills-audit");
  await page.locator("main summary").first().click();
  await expect(page.getByText("I am friendly and establish trust.")).toBeVisible();
  await expect(page.getByText("SYNTHETIC: another statement")).toHaveCount(0);
});

const FAULTS = [
  ["a missing scale", (form) => delete form.scale, "“scale” is missing."],
  ["words outside the range", (form) => (form.scale.anchors[0].value = 6), "“scale: anchors” names a number that is not on the scale."],
  ["duplicate ids", (form) => (form.items[3].id = "i01"), "“items 4: id” is there twice."],
  ["10,000 items", (form) => (form.items = Array.from({ length: 10_000 }, (_, at) => ({ ...form.items[0], id: `x${at}` }))), "“items” may be no more than 100."],
  ["markup in its texts", (form) => (form.items[1].text = "<img src=x onerror=alert(1)>"), "“items 2: text” holds “<”"],
  ["a newer version", (form, file) => (file.version = 2), "newer version of Roundel"],
];
for (const [what, change, sentence] of FAULTS) {
  test(`a list file with ${what} is refused in a sentence, and nothing changes`, async ({ page, app }) => {
    await app.open();
    const before = await app.stored();
    await openFile(page, listFile(change));
    const { said } = new Opening(page);
    await expect(said).toContainText(sentence);
    await expect(said).toContainText("Nothing here has changed.");
    expect(await app.stored()).toEqual(before);
  });
}

test.describe("without a connection to the lists", () => {
  test.use({ allowed: /instruments\/.*\.json|Failed to load resource/ });

  test("what cannot be fetched is said, and asked for again", async ({ page, app }) => {
    await page.route("**/instruments/mentor-*.json", (route) => route.abort());
    await app.open("#/library");
    const library = new Library(page);
    await expect(library.main).toContainText("Some lists could not be fetched.");
    await expect(library.main.getByText("Confidence with differentiation")).toBeVisible();
    await expect(library.main.getByText("Mentor skills audit")).toHaveCount(0);
    await page.unroute("**/instruments/mentor-*.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(library.main.getByText("Mentor skills audit")).toBeVisible();
    await expect(library.main).not.toContainText("Some lists could not be fetched.");
  });

  test("what stands on the shelf is looked at and begun without a connection", async ({ page, app, context }) => {
    await app.open("#/library");
    const library = new Library(page);
    await expect(library.main.getByText("Mentor skills audit")).toBeVisible();
    await context.setOffline(true);
    await library.look("Mentor skills audit");
    await library.begin.click();
    await new Fill(page).expectItem("I am friendly and establish trust.");
    await page.goto("./#/list/no-such-list");
    await expect(page.getByText("This list is not here.")).toBeVisible();
    await context.setOffline(false);
  });

  test("a list that could not be fetched is asked for again where it should be", async ({ page, app }) => {
    await page.route("**/instruments/coaching-culture.json", (route) => route.abort());
    await app.open("#/list/coaching-culture");
    await expect(page.getByText("This list could not be fetched.")).toBeVisible();
    await page.unroute("**/instruments/coaching-culture.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await app.expectAt("Coaching in our school");
  });
});
