// Wheels are drawn sharp: at the device's resolution, again after each change of size.
import { Chart } from "./pages/chart.mjs";
import { Rate } from "./pages/rate.mjs";
import { POLES, file, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

const VALUES = [7, 0, 5, 10, 3, 8, null, 6];

// The backing store as a multiple of the size on the page, and how many colours are in it.
function drawing(canvas) {
  return canvas.evaluate((canvas) => {
    const { width, height } = canvas.getBoundingClientRect();
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set(new Uint32Array(data.buffer));
    return { width, height, x: canvas.width / width, y: canvas.height / height, colours: colours.size };
  });
}

async function expectSharp(page, canvas) {
  const fineness = Math.max(await page.evaluate(() => devicePixelRatio), 3);
  await expect(async () => {
    const { width, height, x, y, colours } = await drawing(canvas);
    // The backing store is a whole number of pixels.
    expect(Math.abs(x - fineness) * width).toBeLessThan(1);
    expect(Math.abs(y - fineness) * height).toBeLessThan(1);
    expect(colours).toBeGreaterThan(5);
  }).toPass({ timeout: 5_000 });
}

test("the wheel to rate on is sharp, also after turning and resizing", async ({ page, app }) => {
  await app.openWith(file(record({ times: [VALUES] })));
  await page.goto("./#/chart/chart/rate/o1/auto");
  const { wheel } = new Rate(page);
  await expectSharp(page, wheel.canvas);
  await wheel.expectDrawn(VALUES);
  const sides = [];
  const { width, height } = page.viewportSize();
  for (const [wide, high] of [[320, 740], [height, width], [600, 800], [width, height]]) {
    await page.setViewportSize({ width: wide, height: high });
    await expect.poll(async () => (await wheel.canvas.boundingBox()).width).toBeLessThanOrEqual(Math.min(wide, 640));
    await expectSharp(page, wheel.canvas);
    await wheel.expectDrawn(VALUES);
    sides.push((await wheel.canvas.boundingBox()).width);
    const room = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(room, `nothing sticks out at ${wide} px`).toBeLessThanOrEqual(0);
  }
  expect(new Set(sides).size).toBeGreaterThan(1);
});

test("wheels of home, chart and comparison are sharp and not blank", async ({ page, app }) => {
  await app.openWith(file(record({ times: [VALUES, Object.assign([...VALUES].reverse(), { finished: true })] })));
  const chart = new Chart(page);
  await expectSharp(page, chart.wheel);
  await chart.thenAndNow.click();
  await app.expectAt("Then and now");
  await expectSharp(page, page.getByRole("img"));
  await app.toCharts();
  await expectSharp(page, page.locator("canvas"));
});

test("a dark page has a dark wheel, and a light one a light", async ({ page, app }) => {
  await app.openWith(file(record({ times: [VALUES] })));
  const shade = async () => {
    // The middle of segment 7, which is blank: the ground of the disc.
    return page.getByRole("img").evaluate((canvas) => {
      const side = canvas.width;
      const reach = (side * 0.33) / 2;
      const angle = (6.5 / 8) * 2 * Math.PI;
      const pen = canvas.getContext("2d");
      const at = pen.getImageData(Math.round(side / 2 + reach * Math.sin(angle)), Math.round(canvas.height / 2 - reach * Math.cos(angle)), 1, 1);
      return at.data[3] === 0 ? null : at.data[0];
    });
  };
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(shade).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(shade).toBeLessThan(80);
});

test("where the device forces its colours, the wheel has them too", async ({ page, app }) => {
  await app.openWith(file(record({ times: [VALUES] })));
  // In Chromium they are black and white: every pixel is a grey.
  const coloured = () => page.getByRole("img").evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.some((part, at) => at % 4 === 0 && (part !== data[at + 1] || part !== data[at + 2]));
  });
  await expect.poll(coloured).toBe(true);
  await page.emulateMedia({ forcedColors: "active" });
  await expect.poll(coloured).toBe(false);
  await page.emulateMedia({ forcedColors: "none" });
  await expect.poll(coloured).toBe(true);
});
