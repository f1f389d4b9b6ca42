import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

/** Runs the unit tests with other random cases each round: `node tools/setup.mjs tools/fuzz.ts 10`. Ends at the first failure. */
const rounds = Number(process.argv[2] ?? 5);

for (let round = 1; round <= rounds; round += 1) {
  const seed = randomInt(2 ** 31);
  console.log(`round ${round} of ${rounds}, PROPERTY_SEED=${seed}`);
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', 'src', '--project=unit', '--reporter=dot'],
    { stdio: 'inherit', env: { ...process.env, PROPERTY_SEED: String(seed) } },
  );
  if (status !== 0) process.exit(1);
}
