// 200 rounds in which the browser is killed at a random moment: what was shown as saved, and what was lost of it.
//
//   node kill.mjs [rounds] [seed]
import { serve } from "../../tools/serve.mjs";
import { killInRounds } from "../keeping.mjs";

const [wanted = 200, seed = 1] = process.argv.slice(2).map(Number);
const server = await serve();
try {
  const { rounds, shown, lost, underWay, migrations, done } = await killInRounds({ rounds: wanted, baseURL: server.url, seed });
  console.log(`rounds                               ${rounds} (${migrations} while an older database is brought over)`);
  console.log(`changes shown as saved               ${shown}`);
  for (const [act, times] of Object.entries(done)) console.log(`  ${act.padEnd(34)} ${times}`);
  console.log(`kills while a change was under way   ${underWay}`);
  console.log(`lost of what was shown as saved      ${lost}`);
  process.exitCode = lost > 0 ? 1 : 0;
} finally {
  await server.stop();
}
