import { expect, test } from 'vitest';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import { preflight } from '#src/strings/preflight.ts';

/** Words that say how something stands, which the state beside the name may contradict. */
const CLAIM =
  /\b(is|are|was|has|have|had|may|can|must|no|not|none|free|left|off|up|down|running|stopped|there|given|right to|in place)\b/i;

const { prerequisites } = diskChecks;

test.each([...Object.values(preflight.check), ...Object.values(prerequisites.name)])(
  '“%s” names what is looked at, whatever is found',
  (name) => {
    expect(name).not.toMatch(CLAIM);
  },
);

test.each([preflight.state.passed, prerequisites.state.passed])(
  '“%s” says no more than that a look found nothing',
  (state) => {
    expect(state).toBe('Passed');
  },
);
