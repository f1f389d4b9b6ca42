import { expect, test } from 'vitest';
import { afterPress } from '#src/wizard/explain/findings.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';

/** The text after a selection of Restore that started nothing, while the source VM is deleted. */

const reason = { code: null, message: '', requestId: null };
const refused: Submission = { state: 'refused', ...reason };
const heldBack: Submission = {
  state: 'notSent',
  ...reason,
  isPrepared: true,
  heldBack: 'changed',
};

function ruleIdsAfter(choices: Partial<VmChoices>, submission: Submission) {
  const view = exampleView(choices, exampleReads({ machine: null }));
  const after = afterPress({ ...view, draft: { ...view.draft, submission } });
  return (
    after && [...after.refused.map(({ rule }) => rule.id), ...after.warned.map(({ id }) => id)]
  );
}

test('shows the errors without the warnings beside them', () => {
  expect(ruleIdsAfter(AS_REPLACEMENT, refused)).toEqual(['replace.source.exists']);
  expect(ruleIdsAfter(AS_REPLACEMENT, heldBack)).toEqual(['replace.source.exists']);
});

test('shows the warnings if something changed since Review was read', () => {
  expect(ruleIdsAfter(AS_NEW_VM, heldBack)).toContain('instance.deleted-source');
  expect(ruleIdsAfter(AS_NEW_VM, refused)).toEqual([]);
});

test.each([
  { state: 'none' },
  { state: 'lost', clientRequestId: 'one', sentAt: 1 },
] satisfies Submission[])('nothing while the latest press may have started one: $state', (sent) => {
  expect(ruleIdsAfter(AS_REPLACEMENT, sent)).toBeNull();
});
