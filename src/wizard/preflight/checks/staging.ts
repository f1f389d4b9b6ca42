import { preflight } from '#src/strings/preflight.ts';
import type { Check } from '#src/wizard/preflight/check.ts';
import { about } from '#src/wizard/preflight/claims.ts';
import { notInPart } from '#src/wizard/preflight/unread.ts';
import { chosenAccount } from '#src/wizard/draft/view.ts';

/** The staging location, as the rules have it. */
export const staging: Check = {
  id: 'staging',
  claims: about('staging'),
  from: ['accounts'],
  look: ({ view }) => {
    const account = chosenAccount(view);
    if (account !== undefined) return { state: 'passed', found: preflight.staging.found(account) };
    return view.draft.choices.staging === null || view.reads.accounts.state !== 'known'
      ? { state: 'passed', found: '' }
      : (notInPart(view.reads.accounts) ?? {
          state: 'failed',
          found: preflight.staging.gone,
          remedies: [{ kind: 'field', step: 'configuration', field: 'staging' }],
        });
  },
};
