// The browser is killed at random moments: whatever the app had shown as saved is there on the next start.
import { killInRounds } from "./keeping.mjs";
import { expect, test } from "./fixtures.mjs";

test("a killed browser loses nothing that was shown as saved", async ({ baseURL }) => {
  test.setTimeout(600_000);
  const { rounds, shown, lost, underWay, migrations, done } = await killInRounds({ rounds: 20, baseURL, seed: 7 });
  console.log(
    `kill test: ${rounds} rounds (${migrations} of them while an older database is brought over), ` +
      `${shown} changes shown as saved, ${lost} lost; ${underWay} kills came while a change was under way; ${JSON.stringify(done)}`,
  );
  expect(rounds, "each kill is looked after").toBe(20);
  expect(shown).toBeGreaterThan(0);
  expect(lost).toBe(0);
});
