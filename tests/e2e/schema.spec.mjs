// The files that really leave the app keep to the schemas that the host has, as Ajv reads them: not the validator of
// tests/schema.rs, which tries from all sides what may stand in a record.
import Ajv from "ajv/dist/2020.js";
import { download } from "./pages/closing.mjs";
import { Give } from "./pages/give.mjs";
import { Storage } from "./pages/storage.mjs";
import { file, fixture, record } from "./data.mjs";
import { expect, test } from "./fixtures.mjs";

/** The validators of the record file of this version and of a list, made of what the host has. */
async function published(page, version) {
  const isDay = (text) => Boolean(new Date(text).toJSON()?.startsWith(text));
  const ajv = new Ajv({ allErrors: true, strictTypes: false, formats: { date: isDay } });
  const schema = async (name) => (await page.request.get(`./schema/${name}.json`)).json();
  ajv.addSchema(await schema("roundel-instrument-1"), "list");
  return { ofFile: ajv.compile(await schema(`roundel-${version}`)), ofList: ajv.compile({ $ref: "list#/$defs/instrument" }) };
}

/** What is not as the schema asks for. */
const faults = (keepsTo, content) => (keepsTo(content) ? [] : keepsTo.errors.map(({ instancePath, message }) => `${instancePath} ${message}`));

/** A list of one's own, as a file. */
async function ownList(page) {
  const content = await (await page.request.get("./instruments/mentor-skills-audit.json")).json();
  Object.assign(content.instrument, { id: "our-audit", title: "SYNTHETIC audit" });
  return { name: "our-audit.roundel-list.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) };
}

test("the file of one chart keeps to its schema, which is not blind", async ({ page, app }) => {
  await app.openWith(fixture("three-times"));
  const give = new Give(page);
  await give.open("three-times", "file");
  for (const others of [false, true]) {
    await give.switch("What others rated", others);
    await expect(give.leaves.getByText("The hall followed her at once.")).toHaveCount(others ? 1 : 0);
    const content = JSON.parse((await download(give.save)).text);
    const { ofFile } = await published(page, content.version);
    expect(faults(ofFile, content)).toEqual([]);
    const [occasion] = content.records[0].occasions;
    const [id, { answer }] = Object.entries(occasion.ratings)[0];
    occasion.ratings[id].answer = 11;
    occasion.rated_on = "2023-02-30";
    delete content.records[0].id;
    const found = faults(ofFile, content);
    for (const place of [`/records/0/occasions/0/ratings/${id}/answer `, "/records/0/occasions/0/rated_on ", "/records/0 "]) {
      expect(found.filter((fault) => fault.startsWith(place)), place).not.toEqual([]);
    }
  }
});

test("the file of everything keeps to its schema, with the lists of one's own", async ({ page, app }) => {
  for (const name of ["singer", "mentor-twice", "given-copy"]) await app.openWith(fixture(name));
  await app.openWith(await ownList(page));
  // Something that the app itself writes, with the time of it.
  await app.openWith(file(record({ times: [[3, 5, null, 7]] })));
  await page.getByRole("button", { name: "Rate again" }).click();
  await app.expectSaved();
  await app.toStorage();
  const content = JSON.parse((await download(new Storage(page).save)).text);
  expect(content.records.map(({ id }) => id).sort()).toEqual(["chart", "given-copy", "mentor", "singer"]);
  expect(content.instruments.map(({ id }) => id)).toEqual(["our-audit"]);
  const { ofFile, ofList } = await published(page, content.version);
  expect(faults(ofFile, content)).toEqual([]);
  expect(faults(ofList, content.instruments[0])).toEqual([]);
  content.instruments[0].items[0].text = 5;
  expect(faults(ofList, content.instruments[0])).not.toEqual([]);
});
