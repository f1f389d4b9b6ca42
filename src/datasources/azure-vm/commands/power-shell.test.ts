import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE, powerShellString } from '#src/lib/testing-shell.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { powerShellScript } from '#src/datasources/azure-vm/commands/power-shell.ts';
import { planOf, disks, machine, replacement } from '#src/datasources/azure-vm/commands/testing.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';

const scriptOf = (plan: VmPlan): string => powerShellScript(plan).script ?? 'none';
/** The last command on one line. */
const restoreOf = (plan: VmPlan): string =>
  scriptOf(plan)
    .slice(scriptOf(plan).indexOf('Restore-AzRecoveryServicesBackupItem'))
    .replaceAll(/ `\n\s*/g, ' ')
    .replace(/\n\}\n$/, '');
const noteOf = (plan: VmPlan): string => powerShellScript(plan).notes.join(' ');

const START =
  "Restore-AzRecoveryServicesBackupItem -RecoveryPoint $point -StorageAccountName 'staging1' -StorageAccountResourceGroupName 'rg-staging'";
const END = '-VaultId $vault.ID -VaultLocation $vault.Location';

describe('the three kinds', () => {
  test('a new VM', () => {
    expect(restoreOf(planOf(machine))).toBe(
      `${START} -TargetResourceGroupName 'rg-target' -TargetVMName 'app02' -TargetVNetName 'vnet-a' -TargetVNetResourceGroup 'rg-net' -TargetSubnetName 'default' ${END}`,
    );
  });

  test('disks', () => {
    expect(restoreOf(planOf(disks))).toBe(`${START} -TargetResourceGroupName 'rg-target' ${END}`);
  });

  test('a replacement, with a warning above the command', () => {
    expect(restoreOf(planOf(replacement))).toBe(`${START} ${END}`);
    expect(scriptOf(planOf(replacement))).toMatch(
      /\n# Without -TargetResourceGroupName, this replaces [^\n]+\nRestore-/,
    );
  });
});

test('nothing but a replacement is without a group, or says what else its disks become', () => {
  const access = fc.constantFrom(null, { kind: 'public' as const });
  const managed = fc.constantFrom(true, false, null);
  fc.assert(
    fc.property(managed, fc.boolean(), fc.boolean(), access, (isManaged, asManaged, has, net) => {
      const group = has ? disks.targetResourceGroupId : null;
      const restore = {
        ...disks,
        targetResourceGroupId: group,
        restoreWithManagedDisks: asManaged,
        networkAccess: net,
      };
      const { script } = powerShellScript(planOf(restore, { isManaged }));
      expect(script ?? '-RestoreAsUnmanagedDisks').toMatch(
        /-TargetResourceGroupName '|-RestoreAsUnmanagedDisks/,
      );
    }),
  );
});

test('the restore point is found by its VM, its group and its id', () => {
  const [begin, stop, context, vault, container, item, point] = scriptOf(planOf(disks)).split('\n');
  // A failed command ends the script: no variable of before is used.
  expect([begin, stop]).toEqual(['& {', "$ErrorActionPreference = 'Stop'"]);
  expect(context).toBe("$null = Set-AzContext -Subscription 'sub-a'");
  expect(vault).toContain("-ResourceGroupName 'rg-vault' -Name 'vault-a'");
  expect(container).toContain("-FriendlyName 'app01' -ResourceGroupName 'rg-app'");
  expect(item).toContain('-Container $container');
  expect(point).toContain("-RecoveryPointId '123' -VaultId $vault.ID");
});

test('the secondary region is named for the point and for the restore', () => {
  const script = scriptOf(planOf({ ...disks, region: 'northeurope' }, { isSecondary: true }));
  expect(script).toContain("-RecoveryPointId '123' -UseSecondaryRegion");
  expect(script).toContain('-RestoreToSecondaryRegion');
});

test.each<[object, string]>([
  [{ restoreDiskLunList: [] }, '-RestoreOnlyOSDisk'],
  [{ restoreDiskLunList: [0, 1] }, "-RestoreDiskList '0','1'"],
  [{ zone: '2' }, "-TargetZoneNumber '2'"],
  [{ diskEncryptionSetId: resourceId('/des') }, "-DiskEncryptionSetId '/des'"],
  [{ identity: { kind: 'system' } }, '-UseSystemAssignedIdentity'],
  [{ identity: { kind: 'user', identityId: resourceId('/mi') } }, "-UserAssignedIdentityId '/mi'"],
  [
    { rehydration: { priority: 'High', days: 12 } },
    "-RehydratePriority High -RehydrateDuration '12'",
  ],
  [
    { networkAccess: { kind: 'private', diskAccessId: resourceId('/da') } },
    "-TargetDiskAccessId '/da'",
  ],
])('%j is written as %s, and otherwise left out', (more, text) => {
  expect(restoreOf(planOf({ ...disks, ...more }))).toContain(` ${text} `);
  expect(restoreOf(planOf(disks))).not.toContain(text);
});

test('unmanaged disks become managed ones by a parameter of their own', () => {
  const plan = planOf({ ...disks, restoreWithManagedDisks: true }, { isManaged: false });
  expect(restoreOf(plan)).toContain("-TargetResourceGroupName 'rg-target' -RestoreAsManagedDisk");
});

test.each<[string, VmPlan]>([
  ['original storage accounts', planOf(disks, { isManaged: false })],
  ['a number only', planOf({ ...disks, zone: 'NoZone' })],
  ['Cross Region Restore', planOf({ ...disks, region: 'northeurope' })],
  ['managed disks only', planOf(machine, { isManaged: false })],
  [
    'exclude zone',
    planOf({ ...disks, restoreWithManagedDisks: true, zone: '1' }, { isManaged: false }),
  ],
])('what it can’t express is a sentence, not a command: %s', (sentence, plan) => {
  expect(powerShellScript(plan).script).toBeNull();
  expect(noteOf(plan)).toContain(sentence);
});

/** The name of the new VM as PowerShell reads it; `refused` where the panel says why there is no command. */
function nameIn(plan: VmPlan): string {
  const { script, notes } = powerShellScript(plan);
  if (script === null) return notes[0]?.includes('no command') === true ? 'refused' : '';
  const [, after = ''] = script.split('-TargetVMName ');
  const read = powerShellString(after);
  return read?.rest.startsWith(" `\n  -TargetVNetName 'vnet-a'") === true ? read.value : '';
}

test('hostile names stay one string each', () => {
  const name = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));
  const asPart = (text: string) => text.replaceAll('/', '-');
  fc.assert(
    fc.property(name.map(asPart), (vm) => {
      const id = resourceId(`/subscriptions/sub-a/x/virtualMachines/${vm}`);
      const plan = planOf({ ...machine, targetVirtualMachineId: id });
      expect(nameIn(plan)).toBe(vm.includes('\0') ? 'refused' : vm);
    }),
    { examples: HOSTILE.map((text) => [asPart(text)]) },
  );
});
