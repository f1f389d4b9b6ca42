import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bashArguments, HOSTILE } from '#src/lib/testing-shell.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { cliScript } from '#src/datasources/azure-vm/commands/cli.ts';
import { planOf, disks, machine, replacement } from '#src/datasources/azure-vm/commands/testing.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';

const commandsOf = (plan: VmPlan): string[][] => {
  const { script } = cliScript(plan);
  if (script === null) throw new Error('no script');
  return bashArguments(script.trim().split(/ &&\n(?=az )/));
};
const restoreOf = (plan: VmPlan): string[] => commandsOf(plan).at(-1) ?? [];
const noteOf = (plan: VmPlan): string => cliScript(plan).notes.join(' ');

/** The value behind an option, or `flag`; undefined: the option isn’t there. */
function optionIn(words: readonly string[], option: string): string | undefined {
  const at = words.indexOf(option);
  if (at < 0) return undefined;
  const next = words[at + 1];
  return next === undefined || next.startsWith('--') ? 'flag' : next;
}

const SOURCE =
  'az backup restore restore-disks --subscription sub-a --resource-group rg-vault --vault-name vault-a --container-name IaasVMContainer;iaasvmcontainerv2;rg-app;app01 --item-name VM;iaasvmcontainerv2;rg-app;app01 --rp-name 123';
const STAGING = '--storage-account staging1 --storage-account-resource-group rg-staging';

describe('the three kinds', () => {
  test('a new VM', () => {
    expect(restoreOf(planOf(machine)).join(' ')).toBe(
      `${SOURCE} --restore-mode AlternateLocation ${STAGING} --target-resource-group rg-target --target-vm-name app02 --target-vnet-name vnet-a --target-vnet-resource-group rg-net --target-subnet-name default`,
    );
  });

  test('disks', () => {
    expect(restoreOf(planOf(disks)).join(' ')).toBe(
      `${SOURCE} --restore-mode AlternateLocation ${STAGING} --target-resource-group rg-target`,
    );
  });

  test('a replacement, which names no group', () => {
    expect(restoreOf(planOf(replacement)).join(' ')).toBe(
      `${SOURCE} --restore-mode OriginalLocation ${STAGING}`,
    );
    expect(noteOf(planOf(replacement))).toContain('replaces the disks');
  });

  test('a group that isn’t there is created first', () => {
    const newGroup = { subscriptionId: 'sub-a', name: 'rg-target', region: 'westeurope' };
    expect(commandsOf(planOf(disks, { newGroup }))[0]?.join(' ')).toBe(
      'az group create --subscription sub-a --name rg-target --location westeurope',
    );
  });
});

test('the group is absent where disks stay unmanaged, and written for every other restore', () => {
  const groupOf = (plan: VmPlan) => optionIn(restoreOf(plan), '--target-resource-group');
  const noGroup = { ...disks, targetResourceGroupId: null };
  expect(groupOf(planOf(disks, { isManaged: null }))).toBe('rg-target');
  expect(groupOf(planOf(disks, { isManaged: false }))).toBeUndefined();
  expect(groupOf(planOf(noGroup))).toBeUndefined();
  expect(noteOf(planOf(disks, { isManaged: false }))).toContain('names no target resource group');
  expect(restoreOf(planOf(noGroup))).toContain('--restore-as-unmanaged-disks');
  expect(restoreOf(planOf(disks, { isManaged: false }))).not.toContain(
    '--restore-as-unmanaged-disks',
  );
});

test.each<[object, string, string]>([
  [{ restoreDiskLunList: [] }, '--restore-only-osdisk', 'flag'],
  [{ restoreDiskLunList: [0, 1] }, '--diskslist', '0'],
  [{ zone: '2' }, '--target-zone', '2'],
  [{ diskEncryptionSetId: resourceId('/des') }, '--disk-encryption-set-id', '/des'],
  [{ identity: { kind: 'system' } }, '--mi-system-assigned', 'flag'],
  [{ identity: { kind: 'user', identityId: resourceId('/mi') } }, '--mi-user-assigned', '/mi'],
  [{ rehydration: { priority: 'High', days: 12 } }, '--rehydration-priority', 'High'],
  [{ rehydration: { priority: 'High', days: 12 } }, '--rehydration-duration', '12'],
  [{ networkAccess: { kind: 'public' } }, '--disk-access-option', 'EnablePublicAccessForAllDisks'],
  [
    { networkAccess: { kind: 'private', diskAccessId: resourceId('/da') } },
    '--target-disk-access-id',
    '/da',
  ],
  [
    {
      targetResourceGroupId: resourceId('/subscriptions/sub-b/resourceGroups/rg'),
      stagingAccountId: resourceId(
        '/subscriptions/sub-b/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/s',
      ),
    },
    '--target-subscription-id',
    'sub-b',
  ],
])('%j is written as %s %s, and otherwise left out', (more, option, value) => {
  expect(optionIn(restoreOf(planOf({ ...disks, ...more })), option)).toBe(value);
  expect(optionIn(restoreOf(planOf(disks)), option)).toBeUndefined();
});

test('the secondary region is named by a flag', () => {
  const plan = planOf({ ...disks, region: 'northeurope' }, { isSecondary: true });
  expect(restoreOf(plan)).toContain('--use-secondary-region');
  expect(noteOf(plan)).toContain('--cvm-os-des-id');
});

test('a restore that the request sends to the staging account never goes to the original ones', () => {
  expect(
    optionIn(
      restoreOf(planOf(disks, { isManaged: false })),
      '--restore-to-staging-storage-account',
    ),
  ).toBe('true');
});

test.each<[string, VmPlan]>([
  ['Cross Region Restore', planOf({ ...disks, region: 'northeurope' })],
  ['as managed disks', planOf({ ...disks, restoreWithManagedDisks: true }, { isManaged: false })],
  ['can’t create a VM', planOf(machine, { isManaged: false })],
  ['rejects an identity', planOf({ ...disks, identity: { kind: 'system' } }, { isManaged: false })],
  [
    'archive tier',
    planOf({ ...disks, rehydration: { priority: 'High', days: 10 } }, { isSecondary: true }),
  ],
  [
    'same network access',
    planOf({ ...disks, networkAccess: { kind: 'sameAsSource' } }, { isSecondary: true }),
  ],
  [
    'subscription that the restore goes to',
    planOf({ ...disks, targetResourceGroupId: resourceId('/subscriptions/b/resourceGroups/rg') }),
  ],
])('what it can’t express is a sentence, not a command: %s', (sentence, plan) => {
  expect(cliScript(plan).script).toBeNull();
  expect(noteOf(plan)).toContain(sentence);
});

test.each<[string, object]>([
  ['public access only', { networkAccess: { kind: 'sameAsSource' } }],
  ['vault tier', { zone: '1' }],
  ['rejects a disk encryption set', { diskEncryptionSetId: resourceId('/des') }],
  ['resource guard', { guardRequests: [resourceId('/g')] }],
])('says what it does differently: %s', (sentence, more) => {
  expect(noteOf(planOf({ ...disks, ...more }))).toContain(sentence);
  expect(noteOf(planOf(disks))).not.toContain(sentence);
});

/** The names that reach the client; `refused` where the panel says why there is no command. */
function namesIn(plan: VmPlan): string[] {
  const { script, notes } = cliScript(plan);
  if (script === null) return notes[0]?.includes('no command') === true ? ['refused'] : [];
  const words = restoreOf(plan).flatMap((word) => {
    const joined = /^(--[\w-]+)=(.*)$/s.exec(word);
    return joined === null ? [word] : [joined[1] ?? '', joined[2] ?? ''];
  });
  return ['--target-vm-name', '--target-resource-group'].map(
    (option) => words[words.indexOf(option) + 1] ?? '',
  );
}

/** What can’t be an argument of the Azure CLI. */
const isRefused = (text: string): boolean =>
  text.includes('\0') || !text.isWellFormed() || /^@./s.test(text);

test('hostile names arrive as they are, or the panel says why there is no command', () => {
  const name = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));
  // An id is taken apart at its slashes.
  const asPart = (text: string) => text.replaceAll('/', '-');
  const part = name.map(asPart).filter((text) => text !== '');
  fc.assert(
    fc.property(part, part, (vm, group) => {
      const id = resourceId(`/subscriptions/sub-a/resourceGroups/${group}`);
      const plan = planOf({
        ...machine,
        targetResourceGroupId: id,
        targetVirtualMachineId: resourceId(
          `${id}/providers/Microsoft.Compute/virtualMachines/${vm}`,
        ),
      });
      expect(namesIn(plan)).toEqual(isRefused(vm) || isRefused(group) ? ['refused'] : [vm, group]);
    }),
    { numRuns: 60, examples: HOSTILE.map((text) => [asPart(text) || '-', 'rg-target']) },
  );
});
