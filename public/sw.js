// Keeps the app on the device, so that it opens without a connection. The build fills in the next two lines
// (tests/tools/offline.mjs): which files there are, and a version that changes with any of their bytes.
const VERSION = "";
const FILES = {}; // path → SHA-256 of the content, in base64

// The same words as in index.html: a policy in a meta tag does not bind the script of a worker.
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

// The folder that the app is served from. Caches belong to the whole origin, so the folder is in their names.
const SCOPE = new URL(self.registration.scope);
const FAMILY = `roundel-${SCOPE.pathname} `;
const OWN = FAMILY + VERSION;
// What is noted beside the files of a version: since when it is in use, and which windows still need it after the next.
const NOTE = new URL("?note", SCOPE);

const isOurs = (url) => url.origin === SCOPE.origin && url.pathname.startsWith(SCOPE.pathname);
const isFile = (url) => Object.hasOwn(FILES, url.pathname.slice(SCOPE.pathname.length) || "index.html");

// Where a file lies, whatever is asked of it. The start page lies at the folder itself: some hosts know no other name.
function placeOf(address) {
  const { origin, pathname } = new URL(address, SCOPE);
  return new URL(pathname.replace(/\/index\.html$/, "/"), origin);
}

function withPolicy(answer, body = answer.body) {
  const headers = new Headers(answer.headers);
  headers.set("Content-Security-Policy", POLICY);
  // Whatever the host tells apart by, we keep one of each.
  headers.delete("Vary");
  return new Response(body, { status: answer.status, statusText: answer.statusText, headers });
}

// Installing: all files or none. What a cache on the way holds may be old, and a host may be half way through an
// upload, so each file is asked for anew and must be the one that was built.

async function keep(cache, path, hash) {
  const place = placeOf(path);
  const answer = await fetch(place, { cache: "reload" });
  const bytes = await answer.arrayBuffer();
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (!answer.ok || btoa(String.fromCharCode(...found)) !== hash) throw new Error(`${path} did not arrive as it was built`);
  await cache.put(place, withPolicy(answer, bytes));
}

async function install() {
  try {
    const cache = await caches.open(OWN);
    await Promise.all(Object.entries(FILES).map(([path, hash]) => keep(cache, path, hash)));
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

// Taking over: windows that were opened with the version before go on with its files until they are closed or
// reloaded; then these files go.

let older; // The id of each such window → the name of its cache. Read once in the life of the worker.

const others = async () => (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== OWN);

async function noteOf(name) {
  const note = await caches.match(NOTE, { cacheName: name });
  return note?.json();
}

async function setNote(name, since, windows) {
  const cache = await caches.open(name);
  await cache.put(NOTE, new Response(JSON.stringify({ since, windows })));
}

async function readOlder() {
  const notes = await Promise.all((await others()).map(async (name) => [name, await noteOf(name)]));
  return new Map(notes.flatMap(([name, note]) => (note?.windows ?? []).map((id) => [id, name])));
}

async function activate() {
  const notes = await Promise.all((await others()).map(async (name) => ({ name, ...(await noteOf(name)) })));
  const used = notes.filter(({ since }) => since).sort((a, b) => b.since - a.since);
  if (used.length > 0) {
    const known = new Set(used.flatMap(({ windows }) => windows));
    const [{ name, since, windows }] = used;
    // What the version before served until now, and nothing that came past it.
    const served = (await clients.matchAll({ type: "all" })).map(({ id }) => id).filter((id) => !known.has(id));
    await setNote(name, since, [...windows, ...served]);
  }
  await setNote(OWN, Date.now(), []);
  older = readOlder();
  await tidy(await others());
  await clients.claim();
}

// Deletes those of these caches that no window needs any more.
async function tidy(names) {
  // One that is still filling, or waits, is newer.
  if (self.registration.installing || self.registration.waiting) return;
  const map = await older;
  for (const id of [...map.keys()]) {
    if (!(await clients.get(id))) map.delete(id);
  }
  const needed = new Set(map.values());
  await Promise.all(names.filter((name) => !needed.has(name)).map((name) => caches.delete(name)));
}

// Answering: from the files of the version that the asking window was opened with, else from the network.

async function kept(event) {
  older ??= readOlder();
  const map = await older;
  const names = new Set(map.values());
  if (names.size > 0) event.waitUntil(tidy([...names]));
  // A window that loads itself anew asks for the page as the one that it was.
  const version = event.request.mode === "navigate" ? OWN : (map.get(event.clientId) ?? OWN);
  return caches.match(placeOf(event.request.url), { cacheName: version });
}

async function answer(event) {
  // A browser that cannot read its caches has the network yet.
  const stored = await kept(event).catch(() => undefined);
  if (stored) return stored;
  const fresh = await fetch(event.request);
  return fresh.type === "basic" && isFile(new URL(event.request.url)) ? withPolicy(fresh) : fresh;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && isOurs(new URL(event.request.url))) event.respondWith(answer(event));
});
// The person has said so, and all is saved.
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});
