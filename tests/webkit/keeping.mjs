// A WebKit that keeps what pages store from one start to the next, which the driver's does not: a window of our own
// (keeping_browser.py) on a screen that outlives it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { environment, running } from "./driver.mjs";

const WINDOW = fileURLToPath(new URL("keeping_browser.py", import.meta.url));
/** Debian's own, which Debian's python3-gi is for, whatever `python3` may be here. */
const PYTHON = "/usr/bin/python3";
const PATIENCE_MS = 60_000;

/** What a promise gives, or an error when that takes too long. */
async function soon(what, promise) {
  const over = new AbortController();
  const late = sleep(PATIENCE_MS, undefined, over).then(() => Promise.reject(new Error(`waited ${PATIENCE_MS} ms in vain for ${what}`)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    late.catch(() => {});
    over.abort();
  }
}

/** Whether a process of this group runs; one that has ended may stay in the list for a while. */
function lives(group) {
  return readdirSync("/proc").filter(Number).some((pid) => {
    try {
      const [state, , of] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
      return Number(of) === group && state !== "Z" && state !== "X";
    } catch {
      return false; // It has ended just now.
    }
  });
}

/** A profile of its own, and a screen. `stop` it when done. */
export async function startKeeping() {
  const home = mkdtempSync(join(tmpdir(), "roundel-keeping-"));
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"], {
    detached: true,
    stdio: ["ignore", "ignore", process.env.DEBUG ? "inherit" : "ignore", "pipe"],
  });
  const browsers = [];
  const end = () => {
    running.delete(end);
    browsers.forEach((browser) => browser.end());
    screen.kill(); // It takes its lock away with it.
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  running.add(end);
  try {
    const failed = once(screen, "exit").then(([code]) => Promise.reject(new Error(`Xvfb ended with ${code}`)));
    failed.catch(() => {});
    const [number] = await soon("a screen", Promise.race([once(screen.stdio[3], "data"), failed]));
    const env = { ...environment(home), DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: "x11" };
    /** Starts the browser, in which all is as it was. The one before has to have ended. */
    const start = () => {
      const browser = new KeepingBrowser(join(home, "kept"), env);
      browsers.push(browser);
      return browser;
    };
    const stop = async () => {
      try {
        await Promise.all(browsers.map((browser) => browser.kill())); // Until then they write into the folder.
      } finally {
        end();
      }
    };
    return { start, stop };
  } catch (error) {
    end();
    throw error;
  }
}

class KeepingBrowser {
  #process;
  #asked = new Map();
  #count = 0;
  #over = false;

  constructor(folder, env) {
    // A process group of its own, which WebKit's processes for pages, network and storage belong to.
    this.#process = spawn(PYTHON, [WINDOW, folder], { detached: true, env, stdio: ["pipe", "pipe", process.env.DEBUG ? "inherit" : "ignore"] });
    this.#process.stdin.on("error", () => {}); // Its end is what tells.
    this.#process.once("error", (error) => this.#ended(error));
    this.#process.once("exit", (code, signal) => this.#ended(new Error(`the browser ended with ${code ?? signal}`)));
    createInterface({ input: this.#process.stdout }).on("line", (line) => {
      const { id, value, error } = JSON.parse(line);
      const { answer, fail } = this.#asked.get(id);
      this.#asked.delete(id);
      if (error === undefined) answer(value);
      else fail(new Error(error));
    });
  }

  /** Goes to an address and waits until the page has loaded. */
  open(url) {
    return this.#order({ open: url });
  }

  reload() {
    return this.#order({ reload: true });
  }

  /** Presses these keys; they go to what has the focus. */
  type(keys) {
    return this.#order({ keys });
  }

  /** Runs a function body in the page with these arguments; a promise it returns is waited for. */
  run(body, ...args) {
    return this.#order({ run: `return await (async function () { ${body} })(...${JSON.stringify(args)})` });
  }

  /** Runs it again and again, in the page, until it gives neither false, null nor undefined. */
  until(body, ...args) {
    return this.run(`
      const ask = function () { ${body} };
      for (;;) {
        const answer = ask(...arguments) ?? false;
        if (answer !== false) return answer;
        await new Promise((later) => setTimeout(later, 5));
      }`, ...args);
  }

  /** Closes the window, as a person does. */
  async close() {
    this.#process.stdin.end();
    await this.#gone();
  }

  /** SIGKILL to the browser and all its processes at once. */
  async kill() {
    this.end();
    await this.#gone();
  }

  /** As `kill`, without waiting. */
  end() {
    if (this.#over) return; // Its number may be another's by now.
    try {
      process.kill(-this.#process.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }

  async #gone() {
    const limit = Date.now() + PATIENCE_MS;
    while (lives(this.#process.pid)) {
      if (Date.now() > limit) throw new Error("the browser does not end");
      await sleep(10);
    }
    this.#over = true;
  }

  #order(order) {
    const id = (this.#count += 1);
    const answered = new Promise((answer, fail) => this.#asked.set(id, { answer, fail }));
    this.#process.stdin.write(`${JSON.stringify({ id, ...order })}\n`);
    return soon(JSON.stringify(order), answered);
  }

  #ended(error) {
    for (const { fail } of this.#asked.values()) fail(error);
    this.#asked.clear();
  }
}
