// Sharing: what leaves is seen before, in every format; what comes by link or table is looked at before it is kept.
import { Chart } from "./pages/chart.mjs";
import { Give, decoded, pixels } from "./pages/give.mjs";
import { Home } from "./pages/home.mjs";
import { Opening } from "./pages/opening.mjs";
import { file, fixture, longPoles, record } from "./data.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const NOTE = "My own ratings, for my development. Not an inspection or appraisal.";
/** Two times of twelve attributes. SYNTHETIC. */
const twelve = (rest) => record({ id: "twelve", poles: longPoles(12), times: [[4, 5, 6, 7, 3, 2, 8, 9, 5, 4, 6, 7], [6, 5, 7, 8, 5, 4, 8, 9, 7, 3, 6, 9]].map((answers) => Object.assign(answers, { finished: true, whys: ["Because of Year 6", "So it is"] })), ...rest });

test("two taps from a chart to a picture of it", async ({ page, app }) => {
  await app.openWith(fixture("three-times"));
  await page.getByRole("link", { name: "Share or print" }).click();
  const give = new Give(page);
  await expect(give.picture).toBeVisible();
  const { name, bytes } = await give.saved();
  expect(name).toMatch(/^an-excellent-music-teacher-in-a-primary-school-\d{4}-\d{2}-\d{2}\.png$/);
  const { width, drawn } = pixels(bytes);
  expect(width).toBe(1600);
  expect(drawn).toBeGreaterThan(100_000);
});

for (const [format, words] of [["wheel", "Hides behind the backing track"], ["change", "Talks for half the lesson before a note is played"], ["lines", "Distant"]]) {
  test(`the picture “${format}” comes in three kinds`, async ({ page, app }) => {
    await app.openWith(fixture("three-times"));
    const give = new Give(page);
    await give.open("three-times", format);
    await page.getByRole("radio", { name: "Picture, finer" }).check();
    await expect.poll(async () => pixels((await give.saved()).bytes).width).toBe(2400);
    await page.getByRole("radio", { name: "Drawing (SVG)" }).check();
    await expect(give.picture).toHaveAttribute("src", /^blob:/);
    await expect.poll(async () => (await give.saved()).name).toMatch(/\.svg$/);
    const text = (await give.saved()).bytes.toString();
    const drawing = await page.evaluate((text) => {
      const drawing = new DOMParser().parseFromString(text, "image/svg+xml");
      const said = [...drawing.querySelectorAll("text")].map((each) => each.textContent).join(" ");
      return { broken: Boolean(drawing.querySelector("parsererror")), title: drawing.querySelector("title")?.textContent, description: drawing.querySelector("desc")?.textContent.length, said };
    }, text);
    expect(drawing.broken).toBe(false);
    expect(drawing.title).toBe("An excellent music teacher in a primary school");
    expect(drawing.description).toBeGreaterThan(100);
    for (const word of [...words.split(" "), ...NOTE.split(" ")]) expect(drawing.said).toContain(word);
  });
}

test("what is left out is in no file, and is left out the next time", async ({ page, app }) => {
  await app.openWith(fixture("three-times"));
  const give = new Give(page);
  await give.open("three-times", "file");
  await expect(give.leaves).toContainText("I can hold a tune, but with Year 6 I lose my nerve.");
  // What others rated stays behind unless one says so.
  await expect(give.leaves).toContainText("Left out: What others rated.");
  expect((await give.saved()).bytes.toString()).not.toContain("The hall followed her at once.");
  await expect(page.getByText("Check for names of pupils and colleagues.")).toBeVisible();
  await give.switch("Why: the reasons", false);
  await give.switch("18 September 2023 · first time", false);
  await expect(give.leaves).not.toContainText("I can hold a tune");
  await expect(give.leaves).not.toContainText("18 September 2023");
  const given = JSON.parse((await give.saved()).bytes.toString());
  expect(given.records[0].left_out).toEqual(["reasons", "others", "all-times"]);
  expect(JSON.stringify(given)).not.toContain("sang without the recording");
  await app.reload();
  await expect(give.leaves).toContainText("Left out: Why: the reasons · What others rated · Some of the times.");
  // Another format has a choice of its own.
  await give.open("three-times", "rows");
  expect((await give.saved()).bytes.toString()).toContain("I can hold a tune");
});

test("a table comes back as the chart that it was made of", async ({ page, app, browser }) => {
  await app.openWith(file(twelve({ owner: "=HYPERLINK(“x”)" })));
  const give = new Give(page);
  await give.open("twelve", "rows");
  const { name, bytes } = await give.saved();
  expect(name).toMatch(/\.csv$/);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString().slice(1);
  expect(text.split("\r\n")).toHaveLength(1 + 24 + 1);
  expect(text).toContain("'=HYPERLINK");
  expect(text).toContain(NOTE);
  await page.getByRole("checkbox", { name: "For Excel" }).uncheck();
  await expect.poll(async () => (await give.saved()).bytes[0]).toBe("r".charCodeAt(0));
  const other = await browser.newPage();
  await other.goto(page.url().replace(/#.*/, "#/more"));
  await new Opening(other).pickAndTakeIn({ name, mimeType: "text/csv", buffer: bytes });
  await new Chart(other).expectTitle("An excellent music teacher");
  await expect(other.getByText("=HYPERLINK(“x”)")).toBeVisible();
  await other.getByRole("link", { name: "Then and now" }).click();
  await expect(other.getByText("You rated 12 of 12 both times").first()).toBeVisible();
  await other.close();
});

test("two times side by side are for reading, and say so when they are opened", async ({ page, app }) => {
  await app.openWith(file(twelve()));
  const give = new Give(page);
  await give.open("twelve", "side-by-side");
  const { name, bytes } = await give.saved();
  const [head, first] = bytes.toString().slice(1).split("\r\n");
  expect(head).toContain("Rating on 13 June 2014,Rating on 13 June 2015,Change");
  expect(first).toContain("Opposite 1,4,6,2,");
  await app.toMore();
  await new Opening(page).pick({ name, mimeType: "text/csv", buffer: bytes });
  await expect(page.getByText("This table sets two times side by side, for reading.")).toBeVisible();
  await new Opening(page).pick({ name: "other.csv", mimeType: "text/csv", buffer: Buffer.from("name,score\nAnna,7\n") });
  await expect(page.getByText("This file was not made by Roundel.")).toBeVisible();
});

test("a repertory grid has the low end at the left and every time as an element", async ({ page, app }) => {
  await app.openWith(file(twelve()));
  const give = new Give(page);
  await give.open("twelve", "grid");
  const text = (await give.saved()).bytes.toString();
  expect(text).toContain("ELEMENTS\n1 2014-06-13\n2 2015-06-13\nEND ELEMENTS");
  expect(text).toContain("\nOpposite 1 : Attribute 1 in a good many of one's own words\n");
  expect(text).toContain("\nRATINGS\n4 6\n5 5\n");
  await expect(give.leaves).toHaveText(text);
});

/** The link that is copied. */
async function linkOf(page, give) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await give.copyLink.click();
  await expect(page.getByText("Copied.")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a link carries a chart to somebody who looks before they keep it", async ({ page, app, browser }) => {
  await app.openWith(file(twelve({ owner: "Sam" })));
  const give = new Give(page);
  await give.open("twelve", "link");
  await expect(page.getByText("Anyone with this link can read it. Chats and browser history may keep it.")).toBeVisible();
  const link = await linkOf(page, give);
  expect(link).toMatch(/#\/open\/[\w-]+$/);
  const theirs = await browser.newPage();
  await theirs.goto(link);
  await expect(theirs.getByText("An excellent music teacher")).toBeVisible();
  // Nobody reads it from the address bar, and nothing is kept yet.
  expect(theirs.url()).toMatch(/#\/opening$/);
  await theirs.getByRole("button", { name: "Add to people I work with" }).click();
  await new Chart(theirs).expectTitle("An excellent music teacher");
  await expect(theirs.getByText("From Sam, here since")).toBeVisible();
  await expect(theirs.getByText("They left out: Why: the reasons.")).toBeVisible();
  await expect(theirs.getByText("You now hold information about a colleague. Your school’s rules apply.")).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Rate again" })).toHaveCount(0);
  await theirs.goto(theirs.url().replace(/#.*/, "#/"));
  await expect(theirs.getByRole("heading", { name: "People I work with" })).toBeVisible();
  // The same link again finds all of it there.
  await theirs.goto(link);
  await expect(theirs.getByText("Everything in this file is here already.")).toBeVisible();
  await theirs.close();
});

test("a link can be kept as one's own, or left", async ({ page, app, browser }) => {
  await app.openWith(file(twelve()));
  const give = new Give(page);
  await give.open("twelve", "link");
  const link = await linkOf(page, give);
  const other = await browser.newPage();
  await other.goto(link);
  await other.getByRole("button", { name: "Not now" }).click();
  await new Home(other).expectEmpty();
  await other.goto(link);
  await other.getByRole("button", { name: "Add to my charts" }).click();
  await expect(other.getByRole("button", { name: "Rate again" })).toBeVisible();
  await other.close();
});

test("the answers to an audit leave under a code, small enough to be scanned", async ({ page, app, browser }) => {
  await app.openWith(fixture("mentor-twice"));
  const give = new Give(page);
  await give.open("mentor", "answers");
  await expect(page.getByLabel("Your code")).toHaveValue(/^[a-z]+-\d\d$/);
  const code = await page.getByLabel("Your code").inputValue();
  await expect(give.code).toBeVisible();
  const read = decoded(await give.code.screenshot());
  const link = await linkOf(page, give);
  expect(read.text).toBe(link);
  const answers = await browser.newPage();
  await answers.goto(link);
  await answers.getByRole("button", { name: "Add to my charts" }).click();
  await expect(answers.getByRole("button", { name: "Rate again" }).or(answers.getByRole("button", { name: "Carry on rating" }))).toBeVisible();
  await answers.goto(answers.url() + "/give/answers");
  await expect(answers.getByLabel("Your code")).toHaveValue(code);
  await answers.close();
  await page.getByLabel("Your code").fill("anna@example.org");
  await expect(page.getByText("This looks like a name or an address.")).toBeVisible();
});

for (const colorScheme of ["light", "dark"]) {
  test(`a code is dark on light and can be scanned from a ${colorScheme} screen`, async ({ page, app }) => {
    await page.emulateMedia({ colorScheme });
    await app.openWith(file(twelve()));
    const give = new Give(page);
    await give.open("twelve", "link");
    await expect(give.code).toBeVisible();
    // As one holds it out: the whole code is in sight, and nothing lies over it.
    await give.code.evaluate((code) => code.scrollIntoView({ block: "center" }));
    const { text, version } = decoded(await page.screenshot());
    expect(text).toBe(await linkOf(page, give));
    expect(version).toBeLessThanOrEqual(20);
  });
}

test("an empty form goes to somebody else without any answer", async ({ page, app, browser }) => {
  await app.openWith(file(twelve({ owner: "Sam" })));
  const give = new Give(page);
  await give.open("twelve", "blank-link");
  const link = await linkOf(page, give);
  const theirs = await browser.newPage();
  await theirs.goto(link);
  await expect(theirs.getByText("An excellent music teacher")).toBeVisible();
  await theirs.getByRole("button", { name: "Add to my charts" }).click();
  await expect(theirs.getByText("Attribute 3 in a good many of one's own words")).toBeVisible();
  await expect(theirs.getByText("Sam")).toHaveCount(0);
  await theirs.close();
});

test("a link that is none says so, and nothing has changed", async ({ page, app }) => {
  await app.openWith(file(twelve()));
  const give = new Give(page);
  await give.open("twelve", "link");
  const link = await linkOf(page, give);
  const before = await app.stored();
  for (const [what, hash, sentence] of [
    ["cut off", link.slice(link.indexOf("#"), -9), "This link is broken or cut off."],
    ["mistyped", link.slice(link.indexOf("#")).replace(/.{3}$/, "AAA"), "This link is broken or cut off."],
    ["markup", "#/open/<img src=x onerror=alert(1)>", "This link is broken or cut off."],
    ["nothing but signs", "#/open/%00%ff%e2%80%ae", "This link is broken or cut off."],
    ["a bomb", `#/open/${"A".repeat(70_000)}`, "This link is longer than any that Roundel makes."],
  ]) {
    await page.goto(page.url().replace(/#.*/, "#/"));
    await page.goto(page.url().replace(/#.*/, hash));
    await expect(page.getByText(sentence), what).toBeVisible();
    expect(page.url(), what).toMatch(/#\/opening$/);
  }
  expect(await app.stored()).toEqual(before);
});

for (const [format, pages] of [["sheet", 1], ["summary", 1], ["card", 1], ["blank", 1]]) {
  for (const poster of [false, true].slice(0, ["sheet", "blank"].includes(format) ? 2 : 1)) {
    test(`the page “${format}” of twelve attributes is ${poster ? "one of A3" : "one of A4"}`, async ({ page, app }) => {
      await app.openWith(file(twelve({ targets: [{ id: "t", item: "i1", what: "Say it sooner", hows: ["One thing to each group"] }] })));
      const give = new Give(page);
      await give.open("twelve", format);
      if (poster) await page.getByRole("checkbox", { name: "A3, for the wall" }).check();
      await expect(give.paper).toContainText(NOTE);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(pages);
      const [width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/).slice(1).map(Number);
      expect(Math.round(width)).toBe(poster ? 842 : 595);
      expect(Math.round(height)).toBe(poster ? 1191 : 842);
    });
  }
}

test("the button prints", async ({ page, app }) => {
  await page.addInitScript(() => (window.print = () => (window.printed = true)));
  await app.openWith(fixture("singer"));
  const give = new Give(page);
  await give.open("singer", "sheet");
  await give.print.click();
  expect(await page.evaluate(() => window.printed)).toBe(true);
});

test("a card says what is wanted of a partner, and need not show a low start", async ({ page, app }) => {
  await app.openWith(fixture("three-times"));
  const give = new Give(page);
  await give.open("three-times", "card");
  await page.getByLabel("When I can meet").fill("Tuesdays after three");
  await expect(give.paper).toContainText("Tuesdays after three");
  await expect(give.paper).toContainText("18 September 2023: 3 → 15 September 2025: 6");
  await expect(give.paper).toContainText("What I do well");
  await page.getByRole("checkbox", { name: "Only how much has changed" }).check();
  await expect(give.paper).not.toContainText("18 September 2023: 3");
  await expect(give.paper).toContainText("3 higher");
  await page.getByRole("checkbox", { name: "Only what matters most to me" }).check();
  await expect(give.paper).not.toContainText("What I do well");
  await app.expectSaved();
  await app.reload();
  await expect(give.paper).toContainText("Tuesdays after three");
  await expect(give.paper).not.toContainText("What I do well");
});

test("where there is a share sheet a file goes to it, as text if need be; a cancelled one says nothing", async ({ page, app }) => {
  await page.addInitScript(() => {
    window.shared = [];
    navigator.canShare = ({ files }) => files?.every(({ type }) => ["text/plain", "image/png"].includes(type)) ?? true;
    navigator.share = async ({ files }) => {
      if (window.fails) throw new DOMException("", window.fails);
      window.shared.push(files.map(({ name, type }) => ({ name, type })));
    };
  });
  await app.openWith(fixture("singer"));
  const give = new Give(page);
  await give.open("singer", "file");
  await give.share.click();
  await expect(page.getByText("The app you picked has it.")).toBeVisible();
  const [[{ name, type }]] = await page.evaluate(() => window.shared);
  expect(name).toMatch(/\.roundel\.json\.txt$/);
  expect(type).toBe("text/plain");
  await page.evaluate(() => (window.fails = "NotAllowedError"));
  await give.share.click();
  await expect(page.getByText("The browser wants a fresh touch for that. Touch once more.")).toBeVisible();
  await app.reload();
  await page.evaluate(() => (window.fails = "AbortError"));
  await give.share.click();
  await expect(page.getByText("The app you picked has it.")).toBeHidden();
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("while it is rated again nothing of before is shown or leaves", async ({ page, app }) => {
  await app.openWith(file(record({ times: [Object.assign([4, 5], { finished: true }), []] })));
  await expect(page.getByRole("link", { name: "Share or print" })).toHaveCount(0);
  await page.goto("./#/chart/chart/give/file");
  await expect(page.getByText("You are rating again, and what you rated before is out of sight")).toBeVisible();
  await expect(page.getByLabel("What leaves")).toHaveCount(0);
});

test("every way of sharing is accessible", async ({ page, app }) => {
  test.slow();
  await app.openWith(fixture("three-times"));
  const give = new Give(page);
  for (const format of ["wheel", "sheet", "card", "blank", "rows", "grid", "file", "link", "answers"]) {
    await give.open("three-times", format);
    await expectAccessible(page);
  }
});

test("a picture and a table go to the clipboard", async ({ page, app, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.openWith(file(twelve()));
  const give = new Give(page);
  await give.open("twelve", "wheel");
  await give.copy.click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const bytes = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return [...new Uint8Array(await (await item.getType("image/png")).arrayBuffer())];
  });
  expect(pixels(Buffer.from(bytes)).drawn).toBeGreaterThan(100_000);
  await give.open("twelve", "rows");
  await give.copy.click();
  const pasted = async () => (await page.evaluate(() => navigator.clipboard.readText())).split("\n").map((line) => line.split("\t"));
  await expect.poll(async () => (await pasted()).length).toBe(1 + 24);
  const [head, first] = await pasted();
  expect(first).toHaveLength(head.length);
  expect(first[head.indexOf("subject")]).toBe("music teacher");
  // A file is not for the clipboard.
  await give.open("twelve", "file");
  await expect(give.copy).toHaveCount(0);
});

test("a clipboard that refuses says so", async ({ page, app }) => {
  await page.addInitScript(() => (navigator.clipboard.write = () => Promise.reject(new DOMException("", "NotAllowedError"))));
  await app.openWith(fixture("singer"));
  const give = new Give(page);
  await give.open("singer", "wheel");
  await give.copy.click();
  await expect(page.getByText("The browser did not allow it to be copied.")).toBeVisible();
});

test("where nothing takes files, what is in one is shown, with a way back", async ({ page, app }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "standalone", { get: () => true });
    navigator.canShare = () => false;
  });
  await app.openWith(fixture("singer"));
  const give = new Give(page);
  await give.open("singer", "file");
  await give.save.click();
  await app.expectAt("Your file, to copy");
  const shown = JSON.parse(await page.getByRole("textbox", { name: "Your file, to copy" }).inputValue());
  expect(shown.records[0].id).toBe("singer");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Back" }).click();
  await app.expectAt("Share or print");
  await give.open("singer", "wheel");
  await expect(give.picture).toBeVisible();
  await give.save.click();
  await expect(page.getByText("Press and hold the picture to keep it.")).toBeVisible();
  await expect(give.picture).toHaveAttribute("src", /^blob:/);
});
