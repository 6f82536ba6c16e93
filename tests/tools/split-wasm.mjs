// Splits the release build's wasm in two: what a first visit needs, and what is fetched right after (`src/ui/place.rs`).
// Trunk cannot (trunk-rs/trunk#1022): the split comes before wasm-bindgen, for which Trunk has no hook.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Puts the parts of `built`, the wasm as cargo linked it, in place of what Trunk made of it in `folder`.
 * Names inside a part refer to other parts, so the hash of all of them is in the name of their folder.
 */
export async function splitWasm(built, folder) {
  const work = mkdtempSync(join(tmpdir(), "roundel-split-"));
  try {
    await run("wasm-split-cli", [built, work, "--target", "web", "--out-name", "roundel"]);
    const first = join(work, "roundel.wasm");
    await run("wasm-bindgen", [first, "--out-dir", work, "--target", "web", "--no-typescript", "--keep-lld-exports"]);
    rmSync(first);
    renameModule(work, "__wasm_split.js", "split.js");
    const parts = readdirSync(work).sort();
    const wasm = parts.filter((name) => name.endsWith(".wasm")).map((name) => join(work, name));
    await Promise.all(wasm.map((path) => run("wasm-opt", ["-Oz", path, "-o", path])));
    putInPlace(work, parts, folder);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Some hosts do not serve names that begin with an underscore. Inside the wasm the module keeps its name. */
function renameModule(work, from, to) {
  const glue = join(work, "roundel.js");
  const before = readFileSync(glue, "utf8");
  const after = before.replace(`from "./${from}"`, `from "./${to}"`);
  if (after === before) throw new Error(`roundel.js does not import ${from}: is it written differently?`);
  writeFileSync(glue, after);
  renameSync(join(work, from), join(work, to));
}

function putInPlace(work, parts, folder) {
  const hash = createHash("sha256");
  for (const name of parts) hash.update(readFileSync(join(work, name)));
  const home = `app-${hash.digest("hex").slice(0, 16)}`;
  mkdirSync(join(folder, home));
  for (const name of parts) copyFileSync(join(work, name), join(folder, home, name));
  const page = join(folder, "index.html");
  let html = readFileSync(page, "utf8");
  for (const name of readdirSync(folder)) {
    const ending = /^roundel-[0-9a-f]+(\.js|_bg\.wasm)$/.exec(name)?.[1];
    if (!ending) continue;
    if (!html.includes(name)) throw new Error(`index.html does not name ${name}: is it written differently?`);
    html = html.replaceAll(name, `${home}/roundel${ending}`);
    rmSync(join(folder, name));
  }
  writeFileSync(page, html);
}
