// Weighs what a first visit fetches before the app is usable, and fails when it is too much.
//
//   node size.mjs [folder]
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { DIST } from "./serve.mjs";

const FIRST_LOAD_BROTLI = 220_000;
// The wasm of the first part; what is fetched when the first screen is there is weighed beside it.
const WASM_RAW = 900_000;
// Fetched by the app itself before its first screen answers.
const FETCHED = ["words/en-GB.json"];

const dist = resolve(process.argv[2] ?? DIST);
if (!existsSync(join(dist, "index.html"))) {
  console.error(`error: no build in ${dist}: make build`);
  process.exit(1);
}

/**
 * The files that index.html names, those that these import, and those that the app asks for at its start. A style sheet
 * that is disabled is not fetched until the app enables it.
 */
function firstLoad() {
  const html = readFileSync(join(dist, "index.html"), "utf8").replace(/<!--[^]*?-->/g, "");
  // Nor the picture for the home screen, until the app is put there.
  const now = html.replace(/<link[^>]* (?:disabled|rel="apple-touch-icon")[^>]*>/g, "");
  const named = [...now.matchAll(/\s(?:href|src|data-js|data-wasm)="([^"#]+)"/g)].map((match) => match[1]);
  const local = named.filter((name) => !/^[a-z]+:/i.test(name)).map((name) => normalize(name));
  const files = new Set(["index.html", ...FETCHED, ...local]);
  for (const file of files) {
    if (!file.endsWith(".js")) continue;
    const imports = readFileSync(join(dist, file), "utf8").matchAll(/^import [^;]*?"(\.[^"]+)"/gm);
    for (const [, name] of imports) files.add(join(dirname(file), name));
  }
  return [...files];
}

/** The wasm, words and styles that are fetched later. */
function fetchedLater(first) {
  const all = readdirSync(dist, { recursive: true }).filter((name) => /\.(wasm|css)$|^words\/.*\.json$/.test(name));
  return all.filter((name) => !first.includes(name));
}

/** What `src/bin/worker.rs` is built to: asked for when a code is read. */
const isOfWorker = (name) => name.startsWith("worker");

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

function weigh(names) {
  const rows = names.map((name) => {
    const bytes = readFileSync(join(dist, name));
    return { name, raw: bytes.length, brotli: brotli(bytes) };
  });
  return rows.sort((a, b) => b.brotli - a.brotli);
}

const sum = (key, rows) => rows.reduce((total, row) => total + row[key], 0);
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
const line = (name, raw, packed) => console.log(`${name.padEnd(40)}${raw}${packed}`);
const print = (title, rows) => {
  line(title, "raw".padStart(10), "brotli".padStart(10));
  for (const row of rows) line(row.name, kb(row.raw), kb(row.brotli));
  line("total", kb(sum("raw", rows)), kb(sum("brotli", rows)));
};

const names = firstLoad();
const first = weigh(names);
const later = fetchedLater(names);
print("First load", first);
print("Fetched when the first screen is there", weigh(later.filter((name) => !isOfWorker(name))));
print("Fetched when a code is read", weigh(later.filter(isOfWorker)));
const wasm = sum("raw", first.filter((row) => row.name.endsWith(".wasm")));
const total = sum("brotli", first);

let over = false;
for (const [what, used, budget] of [
  ["wasm of the first load, raw", wasm, WASM_RAW],
  ["first load, brotli", total, FIRST_LOAD_BROTLI],
]) {
  const fits = used <= budget;
  over ||= !fits;
  console.log(`${fits ? "within" : "OVER"} budget: ${what} ${kb(used).trim()} of ${kb(budget).trim()}`);
}
if (wasm === 0) console.error("error: index.html names no wasm");
process.exit(over || wasm === 0 ? 1 : 0);
