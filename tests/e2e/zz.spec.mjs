import { test } from "./fixtures.mjs";
import { fixture, record, file, longPoles } from "./data.mjs";
test("look", async ({ app, page }, info) => {
  test.setTimeout(120000);
  await app.openWith(fixture("three-times"));
  const at = page.url();
  for (const format of ["wheel", "change", "lines", "sheet", "summary", "card", "blank", "file"]) {
    await page.goto(at.replace(/#.*/, "") + `#/chart/three-times/give/${format}`);
    await page.waitForTimeout(900);
    await page.screenshot({ path: `/tmp/zz-${info.project.name}-${format}.png`, fullPage: true });
    if (info.project.name === "desktop" && ["sheet", "summary", "card", "blank"].includes(format)) {
      await page.pdf({ path: `/tmp/zz-${format}.pdf`, preferCSSPageSize: true, printBackground: false });
    }
  }
});
