// The page that reads codes, and cameras to hold to it.
import { writeFileSync } from "node:fs";
import { PNG } from "pngjs";

export class Scan {
  constructor(page) {
    this.page = page;
    this.said = page.getByRole("main").getByRole("status");
    this.video = page.locator("video");
    this.picture = page.getByLabel("From a picture");
    this.again = page.getByRole("button", { name: "Try again" });
  }

  async open() {
    await this.page.goto("./#/scan");
    await this.page.getByRole("heading", { level: 1, name: "Scan a code" }).waitFor();
  }
}

/** A picture in the middle of a grey table, as a camera sees it: smaller, and at this size. Gives its bytes of light. */
function seen(png, width, height) {
  const picture = PNG.sync.read(png);
  const side = Math.floor(height * 0.86);
  const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)];
  const light = Buffer.alloc(width * height, 120);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = 4 * (Math.floor((y * picture.height) / side) * picture.width + Math.floor((x * picture.width) / side));
      light[(top + y) * width + left + x] = 30 + Math.round(picture.data[at] * 0.75);
    }
  }
  return light;
}

/** A film (YUV4MPEG2) of these pictures, a second each, over and over: what Chromium's camera of tests shows. */
export function film(path, pictures, { width = 1280, height = 720 } = {}) {
  const colours = Buffer.alloc((width * height) / 2, 128);
  const frames = pictures.flatMap((png) => {
    const frame = [Buffer.from("FRAME\n"), seen(png, width, height), colours];
    return [...frame, ...frame];
  });
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F2:1 Ip A1:1 C420jpeg\n`), ...frames]));
}

/**
 * Run in the page before its scripts: a camera that shows `address`, a picture, and notes what becomes of it in `cameras`.
 */
export function showToCamera(address) {
  window.cameras = [];
  navigator.mediaDevices.getUserMedia = async () => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 640 });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#bbb";
    // A canvas that does not change gives no pictures.
    setInterval(() => {
      pen.fillRect(0, 0, 640, 640);
      pen.drawImage(picture, 60, 60, 520, 520);
    }, 50);
    const stream = canvas.captureStream(20);
    window.cameras.push(...stream.getTracks());
    return stream;
  };
}
