/** `npm run words`: lowers the baseline of forbidden phrases to what the files have today. */
import { baselineOf, mayBecome, risen } from './words/baseline.ts';
import { readBaseline, readHits, writeBaseline } from './words/files.ts';

const baseline = readBaseline();
const hits = readHits();
const next = baselineOf(hits);

if (baseline === undefined || mayBecome(baseline, next, new Set(hits.keys()))) {
  writeBaseline(next);
  const count = Object.values(next).reduce((sum, one) => sum + one, 0);
  console.log(`${String(count)} forbidden phrases in ${String(Object.keys(next).length)} files.`);
} else {
  console.error(risen(baseline, hits).join('\n'));
  process.exitCode = 1;
}
