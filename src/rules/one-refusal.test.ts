import { expect, test } from 'vitest';

import { type Input, inputOf } from './cases/case.ts';
import { catalogue } from './catalogue.ts';
import { verdictsAmong } from './engine.ts';

/** One fault is refused by one rule: two sentences about it would look like two things to mend. */

const refusals = ({ facts, choices }: Input): readonly string[] =>
  verdictsAmong(catalogue, facts, choices)
    .filter(({ rule, state }) => rule.kind === 'block' && state === 'speaks')
    .map(({ rule }) => rule.id);

const other =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/other';

test.each([
  ['a vault without identities of a person’s own', ['system'], ['identity.on-vault']],
  ['a vault with another identity', ['system', 'user'], ['platform.identity-id.on-vault']],
] as const)('%s', (_, identities, expected) => {
  const given = { vault: { identities, userIdentityIds: [] } };
  const input = inputOf({ given, when: { identity: 'user', identityId: other } });
  expect(refusals(input).filter((id) => id.includes('identity'))).toEqual(expected);
});
