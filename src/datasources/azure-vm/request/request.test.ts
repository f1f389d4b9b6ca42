import { describe, expect, test } from 'vitest';
import { restoreRequest } from '#src/api/recovery-services/restores.ts';
import { exampleRestore } from '#src/mocks/testing-example.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import {
  type Different,
  exampleDraft,
  exampleReads,
  exampleView,
  OTHER_SUB,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request.ts';

const planned = (choices: Partial<VmChoices> = {}, reads: Reads = exampleReads()) =>
  plannedRestore(exampleView(choices, reads));
const restoreOf = (choices: Partial<VmChoices> = {}, different: Different = {}) => {
  const plan = planned(choices, exampleReads(different));
  return plan.ok ? plan.value : null;
};

/** The body that would be sent, as Azure reads it. */
const bodyOf = (choices: Partial<VmChoices>, different: Different = {}) => {
  const plan = restoreOf(choices, different);
  return plan === null ? null : restoreRequest(plan.restore, 'c').body;
};
const into = (subscription: string, group: string) => ({
  properties: { targetResourceGroupId: `/subscriptions/${subscription}/resourceGroups/${group}` },
});

test('the documents’ example becomes the documents’ request, with its group', () => {
  const plan = restoreOf();
  expect(plan?.newGroup).toBeNull();
  const request = plan === null ? null : restoreRequest(plan.restore, 'c');
  expect(request).toMatchObject({ method: 'POST', clientRequestId: 'c', starts: true });
  expect(request?.body).toEqual({
    properties: {
      ...exampleRestore.properties,
      targetResourceGroupId: `/subscriptions/${SUB}/resourceGroups/targetRG`,
    },
  });
});

describe('a request is incomplete without', () => {
  test.each(['instance', 'point', 'rg', 'staging'] as const)('the choice of %s', (field) => {
    expect(planned({ [field]: null })).toEqual({ ok: false, reason: 'choice' });
  });

  test.each(['instance', 'vault', 'points'] as const)('the read of %s', (read) => {
    for (const state of ['loading', 'forbidden', 'failed', 'not asked'] as const) {
      expect(planned({ subscription: SUB }, { ...exampleReads(), [read]: { state } })).toEqual({
        ok: false,
        reason: read,
      });
    }
  });

  test('the point itself, when it is gone since it was chosen', () => {
    expect(planned({ point: '7' })).toEqual({ ok: false, reason: 'pointGone' });
  });

  test.each(['machine', 'subscriptions', 'accounts', 'groups'] as const)(
    'and can be made without the read of %s',
    (read) => {
      expect(planned({}, { ...exampleReads(), [read]: { state: 'forbidden' } }).ok).toBe(true);
    },
  );
});

test('a new group is made in the region of the vault, in the subscription that was chosen', () => {
  const choices = { rg: 'rg-new', rgIsNew: true, subscription: OTHER_SUB };
  const group = { subscriptionId: OTHER_SUB, name: 'rg-new', region: 'westus' };
  expect(restoreOf(choices)?.newGroup).toEqual(group);
  expect(bodyOf(choices)).toMatchObject(into(OTHER_SUB, 'rg-new'));
});

test('a locked vault never restores into its own subscription what was chosen for another', () => {
  const locked: Different = { vault: { crossSubscriptionRestore: 'disabled' } };
  const choices = { subscription: OTHER_SUB };
  expect(bodyOf(choices, locked)).toMatchObject(into(OTHER_SUB, 'targetRG'));
  const checked = schemaFor(vmModel, 'review', exampleReads(locked)).safeParse(
    exampleDraft(choices).choices,
  );
  expect(checked.success).toBe(false);
});

describe('network access', () => {
  const isPrivate: Different = { point: { hasPrivateAccessDisks: true } };
  const key = 'targetDiskNetworkAccessSettings';

  test('is not sent where the step is not needed, whatever the draft holds', () => {
    expect(JSON.stringify(bodyOf({ diskAccess: 'public' }))).not.toContain(key);
  });

  test.each([
    [{ diskAccess: null }, { targetDiskNetworkAccessOption: 'SameAsOnSourceDisks' }],
    [{ diskAccess: 'same' }, { targetDiskNetworkAccessOption: 'SameAsOnSourceDisks' }],
    [{ diskAccess: 'public' }, { targetDiskNetworkAccessOption: 'EnablePublicAccessForAllDisks' }],
    [
      { diskAccess: 'private', diskAccessId: '/da' },
      {
        targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
        targetDiskAccessId: '/da',
      },
    ],
  ] as const)('of %j is sent as %j', (choices, expected) => {
    expect(bodyOf(choices, isPrivate)).toMatchObject({ properties: { [key]: expected } });
  });
});
