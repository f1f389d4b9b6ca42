import { expect, test } from 'vitest';

import { fallen, risen } from './words/baseline.ts';
import { readBaseline, readHits } from './words/files.ts';

test('no file has more forbidden phrases than its baseline, and no baseline is too high', () => {
  const baseline = readBaseline() ?? {};
  const hits = readHits();
  expect([...risen(baseline, hits), ...fallen(baseline, hits)].join('\n')).toBe('');
});
