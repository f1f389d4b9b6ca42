import { preflight } from '#src/strings/preflight.ts';
import { isSilent } from '#src/wizard/draft/review.ts';
import type { Check } from '#src/wizard/preflight/check.ts';

/** Every rule that no other line speaks for. */
export const others: Check = {
  id: 'others',
  claims: () => true,
  from: ['instance', 'vault', 'machine'],
  look: ({ findings }) => ({
    state: 'passed',
    found: isSilent(findings) ? preflight.othersContent : '',
  }),
};
