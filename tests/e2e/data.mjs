// Charts to start a test from. All of it is SYNTHETIC: nobody rated this.
import { readFileSync } from "node:fs";

/** Eight attributes with their opposites. */
export const POLES = [
  ["Plans lessons that go somewhere", "Fills the hour"],
  ["Listens before speaking", "Talks over the music"],
  ["Feedback pupils can use", "“Well done”, and on we go"],
  ["A way in for every pupil", "One task for all"],
  ["Makes music with them", "Stays behind the desk"],
  ["Calm when it gets loud", "Shouts it down"],
  ["Expects a lot of everyone", "Has favourites"],
  ["Keeps learning", "Teaches last year again"],
];

/** A record of these poles; `times` holds one list of answers an occasion, the oldest first. */
export function record({ id = "chart", subject = "music teacher", poles = POLES, times = [[]], ...rest } = {}) {
  const items = poles.map(([text, opposite], at) => ({ id: `i${at + 1}`, text, opposite, origin: "own" }));
  const occasions = times.map((answers, at) => {
    const rating = ({ id }, place) => [id, { answer: answers[place] ?? null, why: answers.whys?.[place] ?? "" }];
    const day = `201${4 + at}-06-13`;
    const finished = at + 1 < times.length || Boolean(answers.finished);
    const kind = at === 0 ? "baseline" : "interim";
    return { id: `o${at + 1}`, kind, rated_on: day, refers_to: day, ratings: Object.fromEntries(items.map(rating)), finished };
  });
  return {
    id,
    subject,
    made_on: "2014-06-13",
    instrument: { scale: { min: 0, max: 10 }, items },
    making: { step: "closing" },
    occasion_order: occasions.map(({ id }) => id),
    occasions,
    targets: [],
    ...rest,
  };
}

/** A record file. */
export function file(records, name = "synthetic.roundel.json", rest = {}) {
  const content = { format: "roundel", version: 1, about: "SYNTHETIC", saved: "2015-06-13", records: [records].flat(), ...rest };
  return { name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) };
}

/** A file of `tests/fixtures`. */
export function fixture(name) {
  const buffer = readFileSync(new URL(`../fixtures/${name}.roundel.json`, import.meta.url));
  return { name: `${name}.roundel.json`, mimeType: "application/json", buffer };
}

/** What the attributes of the fixture of three times say, by their ids. */
export const THREE = Object.fromEntries(
  JSON.parse(fixture("three-times").buffer).records[0].instrument.items.map(({ id, text }) => [id, text]),
);

/** So many poles of the longest kind. */
export function longPoles(count) {
  return Array.from({ length: count }, (_, at) => [`Attribute ${at + 1} in a good many of one's own words`, `Opposite ${at + 1}`]);
}
