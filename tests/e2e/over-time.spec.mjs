// Over time: a line an item, in words too; and the ways from one view to the next.
import { readFileSync } from "node:fs";
import { Chart } from "./pages/chart.mjs";
import { picture } from "./pages/compare.mjs";
import { OverTime } from "./pages/over-time.mjs";
import { Rate } from "./pages/rate.mjs";
import { Result } from "./pages/result.mjs";
import { Views } from "./pages/views.mjs";
import { POLES, THREE, file, fixture, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

async function overTime(page, app) {
  await app.openWith(fixture("three-times"));
  await new Views(page).go("Over time");
  await app.expectAt("Over time");
  return new OverTime(page);
}

test("each attribute has its line, what was set aside at the end", async ({ page, app }) => {
  const over = await overTime(page, app);
  const order = ["a01", "a02", "a03", "a04", "a05", "a06", "a08", "a09", "a10", "a11", "a12", "a07"];
  const headings = order.map((id, at) => `${at + 1} ${THREE[id]}`);
  await expect(over.headings).toHaveText([...headings.slice(0, 11), `${headings[11]} set aside`]);
  await expect(over.lines).toHaveCount(12);
  // Every one has the colour of a rating in it.
  const drawn = () =>
    over.lines.evaluateAll((all) =>
      all.map((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.some((part, at) => at % 4 === 0 && part - data[at + 2] > 60 && data[at + 3] > 200);
      }),
    );
  await expect.poll(drawn).toEqual(Array(12).fill(true));
  expect(await picture(over.lines.nth(0))).not.toBe(await picture(over.lines.nth(1)));
});

test("a line says each day with its number; looking back and another’s view are told apart", async ({ page, app }) => {
  const over = await overTime(page, app);
  await expect(over.picture(`2 ${THREE.a02}`)).toHaveAccessibleName(
    "18 September 2023: 4 of 10. Looking back to 18 September 2023: 2 of 10. 24 June 2024: 6 of 10. 20 January 2025: 7 of 10. 15 September 2025: 8 of 10. Another view, 17 September 2025: 7 of 10.",
  );
  // A blank and what does not apply are no numbers.
  await expect(over.picture(`7 ${THREE.a08}`)).toHaveAccessibleName(
    "18 September 2023: 5 of 10. Looking back to 18 September 2023: 5 of 10. 15 September 2025: 7 of 10. Another view, 17 September 2025: 7 of 10.",
  );
  await expect(over.picture(`5 ${THREE.a05}`)).toHaveAccessibleName(
    "18 September 2023: 7 of 10. Looking back to 18 September 2023: 7 of 10. 24 June 2024: 8 of 10. Another view, 17 September 2025: 8 of 10.",
  );
  await expect(over.picture(`12 ${THREE.a07} set aside`)).toHaveAccessibleName("18 September 2023: 6 of 10. 24 June 2024: 5 of 10.");
});

test("the words of every time are folded under the line", async ({ page, app }) => {
  const over = await overTime(page, app);
  const line = over.line(`8 ${THREE.a09}`);
  await expect(line.getByRole("term")).toHaveCount(0);
  await line.locator("summary").click();
  await expect(line.getByRole("term")).toHaveText([
    "18 September 2023 · first time: 7 of 10",
    "18 September 2023 · looking back: 5 of 10",
    "27 September 2023 · first time, once more: 7 of 10",
    "24 June 2024 · next time: 7 of 10",
    "15 September 2025 · end of a course or year: 5 of 10",
    "17 September 2025 · mentor: 7 of 10",
  ]);
  await expect(line).toContainText("“Most of those ideas were mine.”");
});

test("an audit has a line a section, which opens into its statements", async ({ page, app }) => {
  const { instrument } = JSON.parse(readFileSync(new URL("../../public/instruments/mentor-skills-audit.json", import.meta.url)));
  const ratings = (add) => Object.fromEntries(instrument.items.map(({ id }) => [id, { answer: 3 + add }]));
  const occasions = [["2013-09-16", 0], ["2014-07-14", 1]].map(([day, add], at) => (
    { id: `o${at}`, kind: at === 0 ? "baseline" : "final", rated_on: day, refers_to: day, ratings: ratings(add), finished: true }
  ));
  const audit = { ...record({ id: "audit", subject: "" }), instrument, occasion_order: ["o0", "o1"], occasions };
  await app.openWith(file(audit, "audit.roundel.json", { version: 2 }));
  await expect(new Result(page).count).toBeVisible();
  await new Views(page).go("Over time");
  const over = new OverTime(page);
  const names = instrument.sections.map(({ name }, at) => `${at + 1} ${name}`);
  await expect(over.headings).toHaveText(names);
  await expect(over.lines).toHaveCount(names.length);
  await expect(over.picture(names[0])).toHaveAccessibleName("September 2013: 3.0. July 2014: 4.0.");
  const items = instrument.items.filter(({ section }) => section === instrument.sections[0].id);
  const first = over.article.locator("section.line").first();
  await first.locator("summary").first().click();
  await expect(first.getByRole("heading", { level: 3 })).toHaveText(items.map(({ text }) => text));
  await expect(over.lines).toHaveCount(names.length + items.length);
  await expect(over.picture(items[0].text)).toHaveAccessibleName("September 2013: 3 of 5. July 2014: 4 of 5.");
});

test("one leads from every view to every other, and it is said where one is", async ({ page, app }) => {
  await app.openWith(fixture("three-times"));
  const views = new Views(page);
  const names = ["Chart", "Then and now", "Over time", "Still to go"];
  for (const from of names) {
    for (const to of names) {
      await views.go(from);
      await expect(views.links).toHaveText(names);
      await views.go(to);
    }
  }
  await expect(views.nav.locator("[aria-current=page]")).toHaveText(["Still to go"]);
});

test("one time without a level needed has no other view", async ({ page, app }) => {
  await app.openWith(file(record({ times: [Object.assign([5, 6, 7], { finished: true })] })));
  await expect(new Chart(page).article).toBeVisible();
  await expect(new Views(page).nav).toHaveCount(0);
});

test("while rating again no view of earlier times is shown", async ({ page, app }) => {
  await app.openWith(file(record({ poles: POLES.slice(0, 3), times: [[1, 2, 3], Object.assign([4, 5, 6], { finished: true })] })));
  await new Chart(page).rateAgain.click();
  await new Rate(page).expectHere();
  await page.goto("./#/chart/chart");
  await expect(new Chart(page).carryOnRating).toBeVisible();
  await expect(new Views(page).nav).toHaveCount(0);
  for (const view of ["time", "to-go"]) {
    await page.goto(`./#/chart/chart/${view}`);
    await app.expectStarted();
    await expect(page.getByRole("article")).toBeVisible();
    await expect(page.getByRole("img")).toHaveCount(0);
    await expect(page.getByRole("article")).not.toContainText(POLES[0][0]);
  }
});
