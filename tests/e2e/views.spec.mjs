// How somebody else sees it: the phone handed over, a blank copy sent and brought back, both side by side.
import { readFileSync } from "node:fs";
import { App } from "./pages/app.mjs";
import { Chart } from "./pages/chart.mjs";
import { Fill } from "./pages/fill.mjs";
import { Give } from "./pages/give.mjs";
import { Opening } from "./pages/opening.mjs";
import { Rate } from "./pages/rate.mjs";
import { AnotherView, TwoViews } from "./pages/views-of-two.mjs";
import { POLES, file, fixture, record } from "./data.mjs";
import { expect, expectAccessible, test, watch } from "./fixtures.mjs";

const TEXTS = POLES.map(([text]) => text);
const OWN = [4, 6, 3, 8, 2, 7, 5, 9];
const OTHERS = [5, 6, 7, 8, 1, 7, 2, 9];
const WHYS = ["SAYS-WHY-ONE", "SAYS-WHY-TWO"];

/** One finished time of eight attributes, with words and a target. SYNTHETIC. */
const mine = (rest) =>
  record({
    id: "mine",
    times: [Object.assign([...OWN], { finished: true, whys: WHYS })],
    targets: [{ id: "t", item: "i1", what: "SAYS-TARGET", hows: ["SAYS-HOW"], status: "planned" }],
    ...rest,
  });

/** The link that is copied. */
async function linkOf(page, give) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await give.copyLink.click();
  await expect(page.getByText("Copied.")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Another person with a browser of their own. */
async function somebodyElse(browser, baseURL) {
  const context = await browser.newContext({ baseURL, locale: "en-GB", serviceWorkers: "block" });
  const page = await context.newPage();
  return { context, page, app: new App(page), problems: watch(context, baseURL) };
}

/** Nothing that the owner has rated or written stands anywhere in the page, seen or not. */
async function expectNothingOfTheOwner(page) {
  const html = await page.locator("html").innerHTML();
  expect(html).not.toMatch(/SAYS-/);
  for (const value of ["4", "8"]) expect(html, "no number of the owner's").not.toContain(`${value} of 10`);
}

async function rateAll(rate, values) {
  await rate.rateAll(TEXTS.map((text, at) => [text, values[at]]));
}

/** The mentor's side of a sheet that was opened to be rated on one phone. */
async function handOver(page, app, rest) {
  await app.openWith(file(mine(rest)));
  const chart = new Chart(page);
  await chart.openMore();
  const view = new AnotherView(page);
  await view.link.click();
  return view;
}

test("the phone is handed over, and nothing of the owner's is on it until it is handed back", async ({ page, app }) => {
  const view = await handOver(page, app);
  await expectAccessible(page);
  await view.words.filter({ hasText: "Mentor" }).click();
  await expect(view.who).toHaveValue("Mentor");
  await view.begin.click();

  await view.expectRating();
  const rate = new Rate(page);
  await expectNothingOfTheOwner(page);
  await expect(rate.showEarlier).toHaveCount(0);
  await rate.expectRows(OWN.map(() => null));
  // A touch beside the mark does not bring the owner's page back.
  await expect(app.undo).toHaveCount(0);
  await expectAccessible(page);
  await rate.rateAll([[TEXTS[0], 5]]);
  await rate.open(TEXTS[2]).click();
  await rate.sheet.number(7).click();
  await rate.sheet.why.fill("Seen twice in Year 4 (synthetic)");
  await rate.sheet.close.click();

  // Whoever looks around meanwhile finds nothing, and the way back to rating.
  await app.expectSaved();
  await app.back.click();
  const chart = new Chart(page);
  await chart.expectTitle("An excellent music teacher");
  await expect(page.getByText("Nothing that was rated here is shown while somebody else rates.")).toBeVisible();
  await expectNothingOfTheOwner(page);
  await expect(chart.article.getByText("More", { exact: true })).toHaveCount(0);
  for (const address of ["time", "compare/o1/o1", "give/wheel", "to-go", "open", "versions", "views/o1"]) {
    await page.goto(`./#/chart/mine/${address}`);
    await app.expectStarted();
    await expectNothingOfTheOwner(page);
  }
  await app.toCharts();
  await expect(page.getByText("2 of 8 rated")).toBeVisible();
  await expectNothingOfTheOwner(page);
  await page.goto("./#/chart/mine");
  await page.getByRole("link", { name: "Carry on rating" }).click();

  await rateAll(rate, OTHERS);
  await view.done.click();
  await view.expectHandBack();
  await expectNothingOfTheOwner(page);
  await expectAccessible(page);
  await app.expectSaved();
  await app.reload();
  await view.expectHandBack();
  await view.showBoth.click();

  const two = new TwoViews(page);
  await two.expectHere();
  await expect(two.sentence).toHaveText("6 of 8 within one point");
  await expect(two.article).toContainText("You agree exactly on 4.");
  await expect(two.rows("To talk about")).toContainText([TEXTS[2], TEXTS[6]]);
  await expect(two.rows("To talk about").first()).toContainText("4 higher than I do");
  await expect(two.rows("To talk about").first()).toContainText("“Seen twice in Year 4 (synthetic)”");
  await expect(two.rows("To talk about").nth(1)).toContainText("3 lower than I do");
  await expect(two.rows("One by one")).toHaveCount(8);
  await expect(two.rows("One by one").first()).toContainText("Fills the hour");
  await expect(two.rows("One by one").first()).toContainText("1 higher than I do");
  await expect(two.rows("One by one").nth(1)).toContainText("the same");
  await expect(two.wheel).toHaveAccessibleName("Wheel: Me solid, Mentor with squares. 6 of 8 within one point. Each is listed below.");
  await expect(two.wheel).toHaveAccessibleDescription(/Feedback pupils can use: Me: 3; Mentor: 7\./);
  await expectAccessible(page);

  // It stands on the chart from now on, and the owner's own picture is what it was.
  await app.back.click();
  await chart.article.getByRole("link", { name: /^How Mentor sees it, / }).click();
  await two.expectHere();
  await page.goto("./#/chart/mine");
  await expect(chart.item(TEXTS[2]).locator(".item-value")).toHaveText("3");
  expect((await app.stored()).heads.mine.companion).toBe("Mentor");
});

test("by keyboard alone, and what was only looked into leaves no trace", async ({ page, app }) => {
  const view = await handOver(page, app, { companion: "Sam" });
  await expect(view.who).toHaveValue("Sam");
  await app.tabTo(view.begin);
  await page.keyboard.press("Enter");
  await view.expectRating();
  await app.tabTo(view.done);
  await page.keyboard.press("Enter");
  await new Chart(page).expectTitle("An excellent music teacher");
  await expect(page.getByRole("link", { name: /sees it/ })).toHaveCount(0);

  await page.goto("./#/chart/mine/begin/view");
  await app.tabTo(view.begin);
  await page.keyboard.press("Enter");
  await view.expectRating();
  const rate = new Rate(page);
  await app.tabTo(rate.range(TEXTS[0]));
  await page.keyboard.press("9");
  await app.tabTo(view.done);
  await page.keyboard.press("Enter");
  await view.expectHandBack();
  await app.tabTo(view.showBoth);
  await page.keyboard.press("Enter");
  const two = new TwoViews(page);
  await expect(two.sentence).toHaveText("0 of 1 within one point");
  await expect(two.rows("One by one")).toHaveCount(1);
  await expect(two.rows("Not rated by both")).toHaveCount(7);
  expect(await app.tabThrough()).toBeGreaterThan(2);
});

test("a blank copy goes to a mentor by link, who rates blind, and comes back by link", async ({ page, app, browser, baseURL }) => {
  await app.openWith(file(mine({ owner: "Ann", companion: "Sam" })));
  await page.goto("./#/chart/mine/begin/view");
  const view = new AnotherView(page);
  await view.sendBlank.click();
  const give = new Give(page);
  await expect(give.code).toBeVisible();
  await page.getByText("What the link carries").click();
  await expect(give.leaves).toContainText(TEXTS[0]);
  await expect(give.leaves).not.toContainText("Ann");
  await expect(give.leaves.locator(".item-value")).toHaveCount(0);
  await give.switch("My name", true);
  await expect(give.leaves).toContainText("Ann");
  await expect(give.leaves).toContainText("Sam");
  await expectAccessible(page);
  const link = await linkOf(page, give);

  const mentor = await somebodyElse(browser, baseURL);
  await mentor.page.goto(link);
  const theirs = new AnotherView(mentor.page);
  await expect(mentor.page.getByText("Ann asks how you see this.")).toBeVisible();
  await expect(theirs.called).toHaveValue("Sam");
  await expect(mentor.page.getByRole("button", { name: "Add to my charts" })).toHaveCount(0);
  await expectAccessible(mentor.page);
  await theirs.rateIt.click();
  await theirs.expectRating();
  await rateAll(new Rate(mentor.page), OTHERS);
  await mentor.app.expectSaved();
  await theirs.done.click();
  const back = new Give(mentor.page);
  await expect(back.code).toBeVisible();
  await expect(mentor.page).toHaveURL(/#\/chart\/mine\/give\/view$/);
  const answer = await linkOf(mentor.page, back);

  // It is kept among the charts of others, and can be sent again.
  await mentor.page.goto("./#/chart/mine");
  await expect(mentor.page.getByText("From Ann, here since")).toBeVisible();
  await expect(mentor.page.getByRole("link", { name: "Send back how I see it" })).toBeVisible();

  await page.goto(answer);
  await expect(page.getByText("1 time, 8 ratings")).toBeVisible();
  await new Opening(page).takeIn.click();
  const chart = new Chart(page);
  await chart.expectTitle("An excellent music teacher");
  await expect(chart.item(TEXTS[0])).toContainText("SAYS-WHY-ONE");
  await chart.article.getByRole("link", { name: /^How Sam sees it, / }).click();
  const two = new TwoViews(page);
  await expect(two.sentence).toHaveText("6 of 8 within one point");
  expect(mentor.problems).toEqual([]);
  await mentor.context.close();
});

test("what goes and comes as a file holds no more, and ends nothing that is under way", async ({ page, app, browser, baseURL }) => {
  await app.openWith(file(mine()));
  const give = new Give(page);
  await give.open("mine", "ask-view");
  const view = new AnotherView(page);
  const copy = await give.saved(view.asFile);
  const text = copy.bytes.toString();
  expect(text).not.toMatch(/SAYS-|"answer"/);
  expect(JSON.parse(text).records[0].occasions).toEqual([]);
  // Meanwhile the owner rates again.
  await page.goto("./#/chart/mine");
  await new Chart(page).rateAgain.click();
  await new Rate(page).rateAll([[TEXTS[0], 8]]);
  await app.expectSaved();

  const mentor = await somebodyElse(browser, baseURL);
  await mentor.app.open("#/more");
  await new Opening(mentor.page).pick({ name: copy.name, mimeType: "application/json", buffer: copy.bytes });
  const theirs = new AnotherView(mentor.page);
  await expect(mentor.page.getByText("Somebody asks how you see this: 8 attributes.")).toBeVisible();
  await theirs.rateIt.click();
  await theirs.expectRating();
  await rateAll(new Rate(mentor.page), OTHERS);
  await theirs.done.click();
  const answer = await new Give(mentor.page).saved(theirs.asFile);
  expect(JSON.parse(answer.bytes.toString()).records[0].occasions.map(({ rater }) => rater)).toEqual([""]);
  await mentor.context.close();

  await page.goto("./#/more");
  await new Opening(page).pickAndTakeIn({ name: answer.name, mimeType: "application/json", buffer: answer.bytes });
  const chart = new Chart(page);
  await expect(chart.carryOnRating).toBeVisible();
  await expect(page.getByRole("link", { name: /Another view, / })).toHaveCount(0);
  await page.goto("./#/");
  await expect(page.getByText("1 of 8 rated")).toBeVisible();
});

test("what somebody gave can be rated first, without seeing theirs", async ({ page, app }) => {
  await app.open("#/more");
  await new Opening(page).pick(file(mine({ owner: "Ann" })));
  const view = new AnotherView(page);
  await view.rateFirst.click();
  await view.called.fill("Sam");
  await expectAccessible(page);
  await view.rateIt.click();
  await view.expectRating();
  await expectNothingOfTheOwner(page);
  await page.getByRole("main").getByText("stays hidden until you have finished").waitFor();
  const rate = new Rate(page);
  await rate.rateAll([[TEXTS[0], 5]]);
  await app.expectSaved();
  for (const address of ["", "chart/mine", "chart/mine/time", "chart/mine/give", "chart/mine/versions", "chart/mine/to-go"]) {
    await page.goto(`./#/${address}`);
    await app.expectStarted();
    await expectNothingOfTheOwner(page);
  }
  await page.goto("./#/chart/mine");
  await page.getByRole("link", { name: "Carry on rating" }).click();
  await view.done.click();
  const two = new TwoViews(page);
  await two.expectHere();
  await expect(two.rows("To talk about").first()).toContainText("1 higher than they do");
  await expect(two.rows("To talk about").first()).toContainText("SAYS-WHY-ONE");
  await page.getByRole("link", { name: "Send back how I see it" }).click();
  await expect(page).toHaveURL(/give\/view$/);
});

test("an audit is seen by two section by section", async ({ page, app }) => {
  const { instrument } = JSON.parse(readFileSync(new URL("../../public/instruments/mentor-skills-audit.json", import.meta.url)));
  const ids = instrument.items.map(({ id }) => id);
  const answers = (of) => Object.fromEntries(ids.map((id, at) => [id, { answer: of(at), why: "" }]));
  const time = (id, of, rest) => ({ id, kind: "interim", rated_on: "2015-06-13", refers_to: "2015-06-13", ratings: answers(of), finished: true, ...rest });
  const audit = {
    ...record({ id: "audit" }),
    instrument,
    occasion_order: ["own", "other"],
    occasions: [time("own", (at) => 1 + (at % 5), { kind: "baseline" }), time("other", (at) => 1 + ((at * 2) % 5), { rater: "Sam" })],
  };
  await app.openWith(file(audit, "audit.roundel.json", { version: 5 }));
  await page.getByRole("link", { name: "How Sam sees it, 13 June 2015" }).click();
  const two = new TwoViews(page);
  await expect(two.sentence).toHaveText(/^\d+ of 29 within one point$/);
  await expect(two.rows("To talk about")).toHaveCount(2);
  await expect(two.part("By section").locator(".section-change")).toHaveCount(instrument.sections.length);
  await expect(two.wheel).toBeVisible();
  await expectAccessible(page);
  // A second one, on this phone.
  await page.goto("./#/chart/audit/begin/view");
  const view = new AnotherView(page);
  await view.begin.click();
  const fill = new Fill(page);
  await fill.expectItem(instrument.items[0].text);
  await expect(fill.showEarlier).toHaveCount(0);
  await fill.give(4);
  await fill.expectItem(instrument.items[1].text);
  await page.goto(page.url().replace(/fill\/(\w+)\/.*/, "fill/$1/end"));
  await view.done.click();
  await view.expectHandBack();
  await view.showBoth.click();
  await expect(two.sentence).toHaveText(/^\d of 1 within one point$/);
});

test("three times of one teacher, and their mentor's view from the reveal", async ({ page, app }) => {
  await app.openWith(fixture("three-times"));
  await page.getByRole("link", { name: "Then and now" }).click();
  await page.getByRole("link", { name: "How mentor sees it, 17 September 2025" }).click();
  const two = new TwoViews(page);
  await expect(two.sentence).toHaveText("9 of 10 within one point");
  await expect(two.rows("Not rated by both")).toHaveCount(1);
  await expect(two.rows("Not rated by both")).toContainText("Me: does not apply");
});
