// Starts the app, and stands in for it when it cannot start or has stopped.
// Plain JavaScript on purpose: it must work when the wasm does not.

const TEXT = {
  heading: "Roundel has stopped",
  failedToLoad: "A part of the app could not be loaded. Often a weak connection is the reason, and reloading helps.",
  stopped: "Something went wrong in the app. It was not your doing.",
  kept: "What you had saved is still in this browser. Save it to a file to be on the safe side: “Open a file” reads it again.",
  save: "Save everything stored to a file",
  reload: "Reload",
  reading: "Reading what is stored…",
  nothing: "Nothing is stored in this browser.",
  saved: (name) => `The file ${name} is on its way to your downloads.`,
  unreadable: "What is stored could not be read. Close other windows with Roundel, then try again.",
  silent: "The storage of this browser does not answer. What you have kept there is untouched. Reloading often helps, or restarting the browser.",
  forNow: "Go on just for now",
  // What the second button does.
  forNowMeans: "Just for now, nothing is kept once the window is closed; you take your work with you as a file.",
  blocked: "Roundel is open in another window that still has an older version. Close that window, and it goes on here.",
  details: "What went wrong, in technical words",
};

const DATABASE = "roundel";
const PATIENCE_MS = 10_000;
const FOR_NOW = "roundel.for-now"; // as in src/platform/for_now.rs

// The stored entries of every store there is, as [key, value] pairs, or null where nothing was ever stored.
async function readStored() {
  // WebKit lists a database even after its making was taken back, so where one can ask first, one asks.
  if (indexedDB.databases && !(await indexedDB.databases()).some(({ name }) => name === DATABASE)) return null;
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    setTimeout(() => reject(new Error("the database does not answer")), PATIENCE_MS);
    let missing = false;
    // Asked to create it: it did not exist, and must not exist afterwards.
    request.onupgradeneeded = () => {
      missing = true;
      request.transaction.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (missing ? resolve(null) : reject(request.error));
  });
  if (!database) return null;
  try {
    const stores = {};
    const names = [...database.objectStoreNames];
    if (names.length === 0) return null;
    const transaction = database.transaction(names, "readonly");
    await Promise.all(names.map(async (name) => {
      const store = transaction.objectStore(name);
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
      stores[name] = keys.map((key, index) => [key, values[index]]);
    }));
    return Object.values(stores).some((entries) => entries.length > 0) ? stores : null;
  } finally {
    database.close();
  }
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// What the app keeps in localStorage: a store where there is no database, else what a closed page had not written yet.
// In tables too, as [key, value] pairs, or null where there is nothing.
function readLeft() {
  const left = {};
  try {
    for (const [name, value] of Object.entries(localStorage)) {
      const [, table, key] = name.match(/^roundel\.row\.(\w+)\/(.*)$/s) ?? [];
      if (table) (left[table] ??= []).push([key, value]);
    }
  } catch {
    return null; // refused
  }
  return Object.keys(left).length > 0 ? left : null;
}

function saveFile(content) {
  const date = new Date().toLocaleDateString("sv"); // as in 2026-09-30
  const text = JSON.stringify({ format: "roundel-rescue", version: 1, ...content });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `roundel-rescue-${date}.roundel.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return link.download;
}

async function save(status) {
  status.textContent = TEXT.reading;
  const left = readLeft();
  const said = [];
  let stores = null;
  try {
    stores = await readStored();
  } catch (error) {
    console.warn("Roundel: reading what is stored failed", error);
    said.push(TEXT.unreadable);
  }
  if (stores || left) said.unshift(TEXT.saved(saveFile({ stores: stores ?? {}, ...(left && { left }) })));
  status.textContent = said.join(" ") || TEXT.nothing;
}

function element(name, className, content = []) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...[content].flat());
  return made;
}

function button(text, className, onclick) {
  return Object.assign(element("button", className, text), { type: "button", onclick });
}

let recovering = false;
let lastWords = null;

function recover(sentence, error) {
  // A stopped app may go on failing; the first failure is the one to tell of.
  if (recovering) return;
  recovering = true;
  const heading = element("h1", "", TEXT.heading);
  heading.tabIndex = -1;
  const status = element("p");
  status.setAttribute("role", "status");
  const message = element("div", "", [element("p", "", sentence), element("p", "", TEXT.kept)]);
  message.setAttribute("role", "alert");
  const screen = element("main", "boot-recovery", [
    heading,
    message,
    element("div", "boot-actions", [
      button(TEXT.save, "boot-button boot-button-first", () => save(status)),
      button(TEXT.reload, "boot-button", () => location.reload()),
    ]),
    status,
    element("details", "", [element("summary", "", TEXT.details), element("pre", "boot-detail", String(lastWords ?? (error?.stack || error)))]),
  ]);
  document.body.replaceChildren(screen);
  document.title = TEXT.heading;
  heading.focus();
}

let waiting = false;

// Says what the start waits for, and offers what can be done meanwhile. It goes on by itself once it can.
function waitFor(sentence, ...more) {
  waiting = true;
  const boot = document.getElementById("boot");
  const line = boot?.querySelector(".boot-line");
  if (!line) return;
  line.textContent = sentence;
  if (more.length === 0) return;
  const actions = [button(TEXT.reload, "boot-button boot-button-first", () => location.reload()), button(TEXT.forNow, "boot-button", goOnForNow)];
  boot.append(element("div", "boot-actions", actions), ...more.map((text) => element("p", "boot-line", text)));
}

function goOnForNow() {
  sessionStorage.setItem(FOR_NOW, "1");
  location.hash = "#/";
  location.reload();
}

// An error that came out of the wasm leaves the app in a state nobody knows. Others are harmless to it.
function fromTheApp(error) {
  return error instanceof WebAssembly.RuntimeError || /\.wasm|wasm-function/.test(error?.stack ?? "");
}

// The screen waits until the panicking app has let go. The trap that follows may come first, and knows less.
window.addEventListener("roundel:panic", ({ detail }) => {
  lastWords ??= detail;
  queueMicrotask(() => recover(TEXT.stopped, detail));
});
window.addEventListener("roundel:missing", (event) => recover(TEXT.failedToLoad, event.detail));
window.addEventListener("roundel:blocked", () => waitFor(TEXT.blocked));
// Another window that is still open is the better reason, and keeps its place.
window.addEventListener("roundel:silent", () => waiting || waitFor(TEXT.silent, TEXT.forNowMeans));
window.addEventListener("roundel:started", () => document.getElementById("boot")?.remove());
window.addEventListener("error", (event) => {
  if (fromTheApp(event.error)) recover(TEXT.stopped, event.error);
});
window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof WebAssembly.RuntimeError) recover(TEXT.stopped, event.reason);
});

// Kept for the page that offers it (src/platform/install.rs). Browsers are not to ask by themselves: not during a course.
window.addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.roundelInstall = event;
});

try {
  // A module script cannot ask for its own tag: it is the one that names the wasm. The app reports when it has started.
  const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
  const { default: init } = await import(new URL(js, document.baseURI));
  await init({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  console.error(error);
  recover(error instanceof WebAssembly.RuntimeError ? TEXT.stopped : TEXT.failedToLoad, error);
}
