// Gives a built folder its service worker (`public/sw.js`), which knows every file of it.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const WORKER = resolve(dirname(fileURLToPath(import.meta.url)), "../../public/sw.js");
const NAME = "sw.js";

/** Writes the worker for all that is in `folder`; gives its version, which changes with any byte of files or worker. */
export function writeWorker(folder) {
  const source = readFileSync(WORKER, "utf8");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"));
  const hash = (path) => createHash("sha256").update(readFileSync(join(folder, path))).digest("base64");
  const hashes = paths.filter((path) => path !== NAME).sort().map((path) => [path, hash(path)]);
  const files = JSON.stringify(Object.fromEntries(hashes), null, 1);
  const version = createHash("sha256").update(source).update(files).digest("hex").slice(0, 16);
  const worker = filled(filled(source, 'VERSION = ""', `VERSION = "${version}"`), "FILES = {}", `FILES = ${files}`);
  writeFileSync(join(folder, NAME), worker);
  return version;
}

/**
 * Debug builds have none. But a release build served from the same address may have left its own in the browser, which
 * would go on showing that build: what the browser finds when it asks for a newer one takes itself away.
 */
export function writeFarewell(folder) {
  writeFileSync(join(folder, NAME), "self.registration.unregister();\n");
}

function filled(text, before, after) {
  if (text.split(before).length !== 2) throw new Error(`public/sw.js has no place for “${before}”: is it written differently?`);
  return text.replace(before, () => after);
}
