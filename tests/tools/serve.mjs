// Serves a folder as a host would: right types, the app's policy as a header, nothing else.
//
//   node serve.mjs [--root dist] [--port 8080] [--base /sub/folder/]
//
// Used by `make serve` and, as a module, by the tests of the app in a browser.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const HERE = dirname(fileURLToPath(import.meta.url));
export const DIST = resolve(HERE, "../../dist");

// The same words as in index.html; a test compares them. A policy in a meta tag does not bind a worker.
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

async function answer(root, base, request) {
  if (request.method !== "GET" && request.method !== "HEAD") return { status: 405 };
  let path;
  try {
    path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  } catch {
    return { status: 400 };
  }
  if (`${path}/` === base) return { status: 301, headers: { Location: base } };
  if (!path.startsWith(base)) return { status: 404 };
  const file = normalize(join(root, path.slice(base.length) || "index.html"));
  if (!file.startsWith(root + sep)) return { status: 404 };
  try {
    const body = await readFile(file);
    return { status: 200, body, headers: { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" } };
  } catch {
    return { status: 404 };
  }
}

/**
 * Starts a server; port 0 takes a free one. Gives its address and a way to stop it.
 * Paths that match `missing` are answered as if the file were not there. A host may know of no `policy`.
 */
export async function serve({ root = DIST, port = 0, base = "/", missing = null, policy = POLICY } = {}) {
  const folder = resolve(root);
  const server = createServer(async (request, response) => {
    const { status, headers = {}, body = String(status) } = missing?.test(request.url) ? { status: 404 } : await answer(folder, base, request);
    response.writeHead(status, {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Length": Buffer.byteLength(body),
      ...(policy && { "Content-Security-Policy": policy }),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-cache",
      ...headers,
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((started, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", started);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(stopped);
        server.closeAllConnections();
      }),
  };
}

async function main() {
  const { values } = parseArgs({
    options: {
      root: { type: "string", default: DIST },
      port: { type: "string", default: "8080" },
      base: { type: "string", default: "/" },
    },
  });
  const base = `/${values.base}/`.replace(/\/+/g, "/");
  try {
    const { url } = await serve({ root: values.root, port: Number(values.port), base });
    console.log(`\nRoundel is at ${url === `http://127.0.0.1:${values.port}/` ? url.slice(0, -1) : url}  (Ctrl-C stops it)\n`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE" ? `error: port ${values.port} is in use: make serve PORT=8081` : error);
    process.exit(1);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
