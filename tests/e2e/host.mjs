// A host with a folder of its own, whose network can fail and which can be given another version of the app.
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWorker } from "../tools/offline.mjs";
import { DIST, serve } from "../tools/serve.mjs";

export class Host {
  /** Copies the build into a folder of its own and serves it. */
  static async open({ base = "/", policy, change = () => {} } = {}) {
    const host = new Host();
    host.folder = mkdtempSync(join(tmpdir(), "roundel-host-"));
    host.settings = { root: host.folder, base, ...(policy !== undefined && { policy }) };
    cpSync(DIST, host.folder, { recursive: true });
    change(host);
    host.version = writeWorker(host.folder);
    await host.start();
    return host;
  }

  async start() {
    const port = this.url ? Number(new URL(this.url).port) : 0;
    this.server = await serve({ ...this.settings, port });
    this.url = this.server.url;
  }

  /** As if the host were gone. */
  async stop() {
    await this.server?.stop();
    this.server = null;
  }

  async close() {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }

  read(path) {
    return readFileSync(join(this.folder, path), "utf8");
  }

  write(path, text) {
    writeFileSync(join(this.folder, path), text);
  }

  /** Names in the folder, without what is in folders. */
  names() {
    return readdirSync(this.folder);
  }

  /**
   * Puts another version of the app in place: home and “More” are called otherwise, and what has a hash in its name has
   * another name.
   */
  release(mark) {
    for (const [path, key] of [["words/en-GB.json", "HomeTitle"], ["words/en-GB.pages.json", "MoreTitle"]]) {
      const words = JSON.parse(this.read(path));
      words[key] = `${words[key].split(" · ")[0]} · ${mark}`;
      this.write(path, JSON.stringify(words));
    }
    let page = this.read("index.html");
    for (const name of this.names().filter((name) => /^(?:app|pages|roundel)-/.test(name))) {
      const other = name.replace(/-[^.]+/, `-${mark}`);
      renameSync(join(this.folder, name), join(this.folder, other));
      page = page.replaceAll(name, other);
    }
    this.write("index.html", page);
    this.version = writeWorker(this.folder);
  }
}
