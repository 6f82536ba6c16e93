// Trunk runs this after every build, on the folder it is about to put in place of `dist`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeFarewell, writeWorker } from "./offline.mjs";
import { splitWasm } from "./split-wasm.mjs";

const { TRUNK_STAGING_DIR: folder, TRUNK_PROFILE: profile, CARGO_TARGET_DIR: target = "target" } = process.env;

// Live reload is an inline script on a web socket, which the policy forbids: debug builds go without.
if (profile === "debug") {
  const page = join(folder, "index.html");
  const html = readFileSync(page, "utf8");
  const open = html.replace(/\s*<meta http-equiv="Content-Security-Policy"[^>]*>/i, "");
  if (open === html) throw new Error("index.html has no policy to take out: is it written differently?");
  writeFileSync(page, open);
  writeFarewell(folder);
} else {
  await splitWasm(join(target, "wasm32-unknown-unknown/release/roundel.wasm"), folder);
  // Last: it knows every file.
  writeWorker(folder);
}
