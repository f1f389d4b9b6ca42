import { describe, expect, test } from 'vitest';
import {
  checkOf,
  isOfMachine,
  stepIds,
  textWithName,
} from '#src/datasources/azure-vm/next-steps/steps.ts';
import { actionKindOf, isOfLeftovers } from '#src/datasources/azure-vm/next-steps/offers.ts';
import { shownSteps } from '#src/datasources/azure-vm/next-steps/shown-steps.ts';
import {
  ground,
  machineId,
  oldDisk,
  vaultId,
} from '#src/datasources/azure-vm/next-steps/testing-ground.ts';
import { isStepId } from '#src/datasources/azure-vm/plan/step-ids.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { resourceId } from '#src/model/resource-id.ts';

const unknown = { ...ground, source: null };

test.each([
  ['backup-again.setup', { kind: 'protection', machineId }],
  ['backup-again.continues', { kind: 'protection', machineId }],
  ['backup-again.template-vm', { kind: 'protection', machineId }],
  ['after.extensions', { kind: 'extensions', machineId, wanted: ['Monitor'] }],
  ['after.static-ip', { kind: 'address', machineId, wanted: ['10.0.0.4'] }],
  ['after.availability-set', { kind: 'set', machineId, wanted: 'set-a' }],
  ['special.hub.after', { kind: 'license', machineId, wanted: 'Windows_Server' }],
  ['special.sql', { kind: 'sql', machineId, wanted: true }],
  ['special.multi-nic', { kind: 'nics', machineId, wanted: 2 }],
  [
    'encryption.ade.linux-extension',
    { kind: 'extensions', machineId, wanted: ['AzureDiskEncryptionForLinux'] },
  ],
  ['replace.originals-kept', { kind: 'disks', machineId, wanted: [oldDisk] }],
  [
    'restore-disks.vhd.cleanup',
    { kind: 'container', accountId: ground.stagingId, name: 'app01-0123' },
  ],
  ['crr.cmk-becomes-non-cmk', { kind: 'keys', machineId }],
  ['after.nsg', null],
  ['after.domain.5-disjoin', null],
  ['special.dc.forest', null],
] as const)('%s is verified by %j', (id, check) => {
  expect(checkOf(id, ground)).toEqual(check);
});

test('backup that was set up from here is read from its vault, since lists lag', () => {
  const itemId = resourceId('/vaults/v/protectedItems/app02');
  expect(checkOf('backup-again.setup', { ...ground, itemId })).toMatchObject({ itemId });
});

test('without the source’s settings a check still reads, and wants nothing', () => {
  expect(checkOf('after.static-ip', unknown)).toEqual({ kind: 'address', machineId, wanted: null });
  expect(checkOf('special.hub.after', unknown)).toMatchObject({ wanted: null });
  expect(checkOf('replace.originals-kept', unknown)).toMatchObject({ wanted: null });
});

test('without a VM, or without what else it needs, nothing is read', () => {
  const alone = { ...ground, machineId: null, stagingId: null };
  const ids = vmRules.all.map(({ id }) => id).filter(isStepId);
  expect(ids.flatMap((id) => checkOf(id, alone) ?? [])).toEqual([]);
  expect(isOfMachine('special.sql')).toBe(true);
  expect(isOfMachine('restore-disks.vhd.cleanup')).toBe(false);
});

describe('the roles of the identity of a restore', () => {
  const scopes = [ground.stagingId, ground.targetGroupId];
  test.each([
    [null, null],
    [{ kind: 'system' }, { kind: 'roles', scopes, vaultId, identityId: null }],
    [
      { kind: 'user', identityId: machineId },
      { kind: 'roles', scopes, vaultId, identityId: machineId },
    ],
  ] as const)('%j are looked for as %j', (identity, check) => {
    expect(checkOf('own.roles', { ...ground, identity })).toEqual(check);
  });
});

describe('the steps of a restore', () => {
  test('start with its backup, and are else as they were at its press', () => {
    expect(stepIds(ground, ['special.sql', 'backup-again.setup', 'after.nsg'])).toEqual([
      'backup-again.setup',
      'special.sql',
      'after.nsg',
    ]);
    expect(stepIds(ground, [])).toEqual([]);
  });

  test.each(['createVm', 'restoreDisks', 'replaceDisks'] as const)(
    'that another browser started, %s, are those that its kind may leave',
    (kind) => {
      expect(stepIds({ kind, osType: null }, null).length).toBeGreaterThan(1);
      for (const { text, source } of shownSteps({ ...unknown, kind }, null)) {
        expect(text).toMatch(/\.$/);
        expect(source).toContain('Restore Azure VMs');
      }
    },
  );

  test.each([
    ['Linux', []],
    ['Windows', ['special.hub.after', 'special.sql']],
    [null, ['special.hub.after', 'special.sql']],
  ] as const)('that another browser started, of a VM with %s', (osType, expected) => {
    const all: readonly string[] = stepIds({ kind: 'createVm', osType }, null);
    expect(all.filter((id) => id.startsWith('special.'))).toEqual(expected);
    expect(all).toContain('after.extensions');
  });

  test('name the setting that they depend on where the source isn’t known', () => {
    const steps = shownSteps({ ...unknown, osType: null }, null);
    const textOf = (id: string) => steps.find((step) => step.id === id)?.text;
    expect(textOf('special.hub.after')).toMatch(
      /^If the source ran Windows with Azure Hybrid Benefit: Set the license type /,
    );
    expect(textOf('special.sql')).toMatch(/^If the source ran Windows with SQL Server: /);
    expect(textOf('after.nsg')).not.toMatch(/^If /);
    const [known] = shownSteps(ground, ['special.hub.after']);
    expect(known?.text).toMatch(/^Set the license type /);
  });

  test('say that no VM is known where one would be read', () => {
    const [backup, uses] = shownSteps({ ...unknown, kind: 'restoreDisks', machineId: null }, [
      'restore-disks.next-uses',
      'backup-again.template-vm',
    ]);
    expect(backup?.remark).toContain('No VM');
    expect(uses?.remark).toBeUndefined();
  });

  test('have the name of the VM, unless a command would read it otherwise', () => {
    expect(textWithName('netdom remove <MachineName> /domain', 'app02')).toContain(
      'remove app02 /',
    );
    for (const name of ['a & del *', '-x -y', 'a'.repeat(16), '<domain>', '']) {
      expect(textWithName('netdom remove <MachineName>', name)).toBe('netdom remove <MachineName>');
    }
    const [disjoin] = shownSteps(ground, ['after.domain.5-disjoin']);
    expect(disjoin?.text).toContain('netdom remove app02 ');
  });

  test('lead to the page of leftovers where something is left over', () => {
    const ids = vmRules.all.map(({ id }) => id).filter(isStepId);
    expect(ids.filter(isOfLeftovers).toSorted()).toEqual([
      'replace.originals-kept',
      'replace.vhd.cleanup',
      'restore-disks.vhd.cleanup',
      'staging.cost',
    ]);
  });

  test('offer what Azure has', () => {
    expect(actionKindOf('backup-again.setup', ground)).toBe('protect');
    expect(actionKindOf('backup-again.continues', ground)).toBe('protect');
    expect(actionKindOf('after.static-ip', ground)).toBe('address');
    expect(actionKindOf('special.hub.after', ground)).toBe('license');
    expect(actionKindOf('special.sql', ground)).toBe('sql');
    expect(actionKindOf('after.cloud-init-password', ground)).toBe('reset');
    expect(actionKindOf('own.roles', { ...ground, machineId: null })).toBe('revoke');
    expect(actionKindOf('after.static-ip', { ...ground, machineId: null })).toBeNull();
    expect(actionKindOf('after.availability-set', ground)).toBeNull();
  });
});
