// How much room the browser gives this origin: it is really used up, by a database that is not the app's, and made again.
export class Room {
  constructor(page) {
    this.page = page;
  }

  /** Gives the origin so many bytes in all. Before the first visit: what the browser has once promised, it keeps to. */
  static async of(page, origin, bytes = 3_000_000) {
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(origin).origin, quotaSize: bytes });
    return new Room(page);
  }

  /** Writes until not even a few bytes more are taken, and the browser says why. */
  use() {
    return this.page.evaluate(async () => {
      const opening = indexedDB.open("filler", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("filler", { autoIncrement: true });
      await new Promise((done) => (opening.onsuccess = done));
      const database = opening.result;
      const put = (size) =>
        new Promise((done) => {
          const transaction = database.transaction("filler", "readwrite");
          transaction.objectStore("filler").put(crypto.getRandomValues(new Uint8Array(size)));
          transaction.oncomplete = () => done(null);
          transaction.onabort = () => done(transaction.error?.name);
        });
      for (let size = 65_536; size > 16; ) {
        const refused = await put(size);
        if (refused && refused !== "QuotaExceededError") throw new Error(`it is not the room: ${refused}`);
        if (refused) size /= 2;
      }
      database.close();
    });
  }

  /** Makes room again. */
  make() {
    return this.page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("filler").onsuccess = done)));
  }
}
