import { describe, expect, test } from 'vitest';
import { canonicalJson, sha256 } from '#src/lib/data.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { readVmPlan, type VmPlan, vmPlanText } from '#src/datasources/azure-vm/commands/plan.ts';
import { disks, machine, planOf, replacement } from '#src/datasources/azure-vm/commands/testing.ts';

const everything: VmPlan = planOf(
  {
    ...machine,
    identity: { kind: 'user', identityId: resourceId('/mi') },
    rehydration: { priority: 'High', days: 12 },
    guardRequests: [resourceId('/guard')],
    networkAccess: { kind: 'private', diskAccessId: resourceId('/da') },
    zone: '2',
    diskEncryptionSetId: resourceId('/des'),
    restoreWithManagedDisks: false,
    encryption: { isOn: true, keys: { secretUrl: 'https://kv/secrets/os', keyVaultId: '/kv' } },
  },
  {
    isSecondary: true,
    isManaged: null,
    newGroup: { subscriptionId: 's', name: 'n', region: 'r' },
  },
);

describe('a plan', () => {
  test.each([
    ['a new VM with everything', everything],
    ['disks', planOf({ ...disks, restoreDiskLunList: [0, 2], targetResourceGroupId: null })],
    ['a replacement', planOf(replacement)],
  ])('is read as it was written: %s', (_, plan) => {
    expect(readVmPlan(vmPlanText(plan))).toEqual(plan);
  });

  test.each(['', '{}', 'null', '{"restore":{"kind":"restoreDisks"}}', '[1'])(
    'is none in %j',
    (text) => {
      expect(readVmPlan(text)).toBeNull();
    },
  );

  test.each([
    ['a new VM', everything, 11],
    ['disks', planOf(disks), 8],
    ['a replacement', planOf(replacement), 6],
  ])('of %s is none without a key that its kind needs', (_, plan, count) => {
    const { restore, ...rest } = plan;
    const needed = Object.keys(restore).filter((key) => {
      const others = Object.fromEntries(Object.entries(restore).filter(([one]) => one !== key));
      return readVmPlan(JSON.stringify({ ...rest, restore: others })) === null;
    });
    expect(needed).toHaveLength(count);
  });

  test('has one text, whatever the order of its keys', () => {
    const { restore, ...rest } = everything;
    const reversed = Object.fromEntries(Object.entries(restore).toReversed());
    expect(canonicalJson({ restore: reversed, ...rest })).toBe(vmPlanText(everything));
    expect(vmPlanText(planOf(disks))).not.toBe(vmPlanText(planOf({ ...disks, zone: '1' })));
  });
});

// The example of FIPS 180-4.
test('a hash is the SHA-256 of the text in UTF-8', async () => {
  expect(await sha256('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
