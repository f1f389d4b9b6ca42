import { preflight } from '#src/strings/preflight.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Check } from '#src/wizard/preflight/check.ts';
import { about } from '#src/wizard/preflight/claims.ts';

/** Whether the vault's identity may do what the restore needs: the rules' own judgement. */
export const identity: Check = {
  id: 'identity',
  claims: (rule) => rule.group === 'identity' || about('identity', 'identityId')(rule),
  from: ['vault', 'stagingGrants', 'groupGrants'],
  look: ({ view, findings }) => {
    const { identity: chosen, identityId } = view.shown;
    const { refused, warned, notChecked } = findings;
    const isSilent = refused.length + warned.length + notChecked.length === 0;
    if (chosen === 'none' && isSilent) return null;
    const name = wizard.configuration.identities[chosen ?? 'none'];
    return {
      state: 'passed',
      found: preflight.chosen(wizard.configuration.identity, identityId ?? name),
    };
  },
};
