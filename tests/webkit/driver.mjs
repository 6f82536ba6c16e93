// A small client of the W3C WebDriver protocol, for WebKit as Debian ships it: WebKitWebDriver starts MiniBrowser on
// a screen of its own (xvfb) with an empty home. Everything that was started is gone at the end, whatever happens.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../tools/free-port.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const PATIENCE_MS = 15_000;

/** Where Debian keeps WebKit's small browser: the folder carries the architecture and the version. */
function miniBrowser() {
  if (process.env.MINIBROWSER) return process.env.MINIBROWSER;
  const found = readdirSync("/usr/lib")
    .flatMap((folder) => ["6.0", "4.1", "4.0"].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`))
    .find(existsSync);
  if (!found) throw new Error("WebKit's MiniBrowser is not there: install Debian's webkit2gtk-driver");
  return found;
}

/** What ends each thing that runs, for when these tests end before it does. */
export const running = new Set();
process.once("exit", () => running.forEach((end) => end()));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** The environment of a WebKit whose home is this folder. */
export const environment = (home) => ({
  ...process.env,
  HOME: home,
  XDG_CACHE_HOME: join(home, "cache"),
  XDG_CONFIG_HOME: join(home, "config"),
  XDG_DATA_HOME: join(home, "data"),
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  NO_AT_BRIDGE: "1",
});

/** Starts a WebKit with an empty profile. `stop` it when done. */
export async function startWebKit() {
  const home = mkdtempSync(join(tmpdir(), "roundel-webkit-"));
  const port = await freePort();
  const args = ["--auto-servernum", "--server-args=-screen 0 1280x1024x24", "WebKitWebDriver", `--port=${port}`];
  const driver = spawn("xvfb-run", args, {
    detached: true, // a process group of its own, which ends as one
    stdio: ["ignore", "ignore", process.env.DEBUG ? "inherit" : "ignore"],
    env: environment(home),
  });
  const end = () => {
    running.delete(end);
    try {
      process.kill(-driver.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  running.add(end);
  const failed = new Promise((_, reject) => {
    driver.once("error", reject);
    driver.once("exit", (code) => reject(new Error(`WebKitWebDriver ended with ${code}`)));
  });
  failed.catch(() => {});

  try {
    const call = async (method, path, body) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
      });
      const { value } = await answer.json();
      if (!answer.ok) throw new WebDriverError(value.error, `${value.error}: ${value.message} (${method} ${path})`);
      return value;
    };
    const ready = async () => {
      while (!(await call("GET", "/status").catch(() => null))?.ready) await sleep(50);
    };
    const timedOut = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => Promise.reject(new Error("WebKitWebDriver does not answer")));
    timedOut.catch(() => {});
    await Promise.race([ready(), failed, timedOut]);
    const session = await call("POST", "/session", {
      capabilities: {
        alwaysMatch: { "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } },
      },
    });
    const browser = new Browser((method, path, body) => call(method, `/session/${session.sessionId}${path}`, body));
    browser.downloads = home; // A home that names no other folder for them.
    browser.stop = async () => {
      await browser.quit().catch(() => {});
      end();
    };
    return browser;
  } catch (error) {
    end();
    throw error;
  }
}

export class WebDriverError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

class Browser {
  #call;

  constructor(call) {
    this.#call = call;
  }

  /** Goes to an address and waits until the page has loaded. */
  open(url) {
    return this.#call("POST", "/url", { url });
  }

  reload() {
    return this.#call("POST", "/refresh");
  }

  back() {
    return this.#call("POST", "/back");
  }

  /** Sets the window's outer size. */
  resize(width, height) {
    return this.#call("POST", "/window/rect", { width, height });
  }

  quit() {
    return this.#call("DELETE", "");
  }

  /** The first element that a CSS selector finds; waits for it. */
  find(selector) {
    return this.until(`an element ${selector}`, () => this.#find("css selector", selector));
  }

  /** The first element, of those the selector finds, that says this and nothing else; waits for it. */
  findText(text, selector = "*") {
    return this.until(`"${text}" in ${selector}`, async () => {
      const script = `const [selector, text] = arguments;
        const said = (element) => element.textContent.replace(/\\s+/g, " ").trim();
        const visible = (element) => element.getClientRects().length > 0;
        return [...document.querySelectorAll(selector)].filter((element) => said(element) === text && visible(element)).pop() ?? null;`;
      const found = await this.run(script, selector, text);
      return found && new Element(this.#call, found[ELEMENT]);
    });
  }

  /** How many elements a CSS selector finds now. */
  count(selector) {
    return this.run("return document.querySelectorAll(arguments[0]).length", selector);
  }

  /** Runs a function body in the page with these arguments; a promise it returns is waited for. */
  run(body, ...args) {
    return this.#call("POST", "/execute/sync", { script: body, args });
  }

  /** Asks again until the answer is neither false, null nor undefined. A stale or missing element counts as no answer. */
  async until(what, ask, patience = PATIENCE_MS) {
    const limit = Date.now() + patience;
    for (;;) {
      try {
        const answer = await ask();
        if (answer !== false && answer !== null && answer !== undefined) return answer;
      } catch (error) {
        if (!["no such element", "stale element reference"].includes(error.code)) throw error;
      }
      if (Date.now() > limit) throw new Error(`waited ${patience} ms in vain for ${what}`);
      await sleep(50);
    }
  }

  async screenshot(file) {
    writeFileSync(file, Buffer.from(await this.#call("GET", "/screenshot"), "base64"));
  }

  async #find(using, value) {
    const found = await this.#call("POST", "/element", { using, value });
    return new Element(this.#call, found[ELEMENT]);
  }
}

class Element {
  #call;

  constructor(call, id) {
    this.id = id;
    this.#call = (method, path, body) => call(method, `/element/${id}${path}`, body);
  }

  click() {
    return this.#call("POST", "/click");
  }

  type(text) {
    return this.#call("POST", "/value", { text });
  }

  clear() {
    return this.#call("POST", "/clear");
  }

  text() {
    return this.#call("GET", "/text");
  }

  attribute(name) {
    return this.#call("GET", `/attribute/${name}`);
  }

  property(name) {
    return this.#call("GET", `/property/${name}`);
  }

  /** Where it is on the page: x, y, width, height. */
  rect() {
    return this.#call("GET", "/rect");
  }

  /** As an argument of `run`. */
  toJSON() {
    return { [ELEMENT]: this.id };
  }
}
