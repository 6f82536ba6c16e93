// The wheel as the input: where its segments are, what is drawn on them, and the fingers on it.
import { expect } from "@playwright/test";

const CORE = 0.066;
const STEPS = 11;

export class Wheel {
  constructor(page) {
    this.page = page;
    this.canvas = page.getByRole("img", { name: "Your ratings on a wheel" });
    // The part that takes fingers is nameless on purpose: the list is there for everyone else.
    this.disc = page.locator(".wheel-touch");
    this.bubble = page.locator(".bubble");
  }

  /** How far from the middle a number's cell lies, as a share of the radius. */
  static reach(value) {
    return CORE + ((value + 0.5) / STEPS) * (1 - CORE);
  }

  /** A place on the page: so far out (1 is the rim) in a segment, counted from 0. */
  async place(segment, of, reach) {
    await this.disc.scrollIntoViewIfNeeded();
    const box = await this.disc.boundingBox();
    const angle = ((segment + 0.5) / of) * 2 * Math.PI;
    const radius = (box.width / 2) * reach;
    return { x: box.x + box.width / 2 + radius * Math.sin(angle), y: box.y + box.height / 2 - radius * Math.cos(angle) };
  }

  cell(segment, of, value) {
    return this.place(segment, of, Wheel.reach(value));
  }

  /** The number that is painted in a segment; null when not even the hub is filled. */
  drawn(segment, of) {
    const places = Array.from({ length: STEPS }, (_, value) => Wheel.reach(value));
    return this.canvas.evaluate(
      (canvas, { segment, of, places, disc }) => {
        const shown = canvas.getBoundingClientRect();
        const fineness = canvas.width / shown.width;
        const area = document.querySelector(disc).getBoundingClientRect();
        const angle = ((segment + 0.5) / of) * 2 * Math.PI;
        const filled = places.map((place) => {
          const x = area.left + area.width / 2 - shown.left + (area.width / 2) * place * Math.sin(angle);
          const y = area.top + area.height / 2 - shown.top - (area.height / 2) * place * Math.cos(angle);
          const [red, , blue, opaque] = canvas.getContext("2d").getImageData(Math.round(x * fineness), Math.round(y * fineness), 1, 1).data;
          return opaque > 200 && red - blue > 100;
        });
        const value = filled.lastIndexOf(true);
        return value < 0 ? null : value;
      },
      { segment, of, places, disc: ".wheel-touch" },
    );
  }

  async expectDrawn(values) {
    await expect
      .poll(async () => {
        const drawn = [];
        for (const at of values.keys()) drawn.push(await this.drawn(at, values.length));
        return drawn;
      }, "the wheel shows these ratings")
      .toEqual(values);
  }

  /** A finger where the device has a touch screen, else the mouse. */
  async finger() {
    const touch = await this.page.evaluate(() => navigator.maxTouchPoints > 0);
    return touch ? Finger.on(this.page) : new Mouse(this.page);
  }

  /** Touches a cell and lets go. */
  async tap(segment, of, value) {
    const finger = await this.finger();
    await finger.down(await this.cell(segment, of, value));
    await finger.up();
  }
}

/** Real touches: the browser makes pointer events, clicks and scrolling of them. */
export class Finger {
  #touches = [];

  constructor(session) {
    this.session = session;
  }

  static async on(page) {
    return new Finger(await page.context().newCDPSession(page));
  }

  async #send(type, touchPoints) {
    await this.session.send("Input.dispatchTouchEvent", { type, touchPoints });
  }

  /** Puts a finger down, beside those that are down. */
  async down({ x, y }) {
    this.#touches.push({ x, y, id: this.#touches.length });
    await this.#send("touchStart", this.#touches);
  }

  /** Moves the finger put down last. */
  async move({ x, y }) {
    Object.assign(this.#touches.at(-1), { x, y });
    await this.#send("touchMove", this.#touches);
  }

  async slide(from, to, steps = 6) {
    for (let step = 1; step <= steps; step += 1) {
      const part = step / steps;
      await this.move({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    }
  }

  /** Lifts all fingers. */
  async up() {
    this.#touches = [];
    await this.#send("touchEnd", []);
  }

  /** The browser takes the touch away, as when a call comes in. */
  async cancel() {
    this.#touches = [];
    await this.#send("touchCancel", []);
  }
}

class Mouse {
  constructor(page) {
    this.mouse = page.mouse;
  }

  async down({ x, y }) {
    await this.mouse.move(x, y);
    await this.mouse.down();
  }

  move({ x, y }) {
    return this.mouse.move(x, y);
  }

  slide(from, to, steps = 6) {
    return this.mouse.move(to.x, to.y, { steps });
  }

  up() {
    return this.mouse.up();
  }
}
