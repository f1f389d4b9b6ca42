import { expect, test } from 'vitest';
import { cliScript } from '#src/datasources/azure-vm/commands/cli.ts';
import { readVmPlan, type VmPlan, vmPlanText } from '#src/datasources/azure-vm/commands/plan.ts';
import { powerShellScript } from '#src/datasources/azure-vm/commands/power-shell.ts';
import { restScript } from '#src/datasources/azure-vm/commands/rest.ts';
import { disks, machine, planOf, replacement } from '#src/datasources/azure-vm/commands/testing.ts';
import { keysOf } from '#src/lib/data.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { CreateVm, ReplaceDisks, RestoreDisks } from '#src/api/recovery-services/restore.ts';
import type { ClientScript } from '#src/wizard/commands/script.ts';

/** No key of a restore is lost: each one makes a difference to what is stored, and to every client. */

type Key =
  | keyof RestoreDisks
  | keyof CreateVm
  | keyof ReplaceDisks
  | Exclude<keyof VmPlan, 'restore'>;

const other = (id: string) => resourceId(`${id}-other`);
const unmanaged = { isManaged: false };

/** Two plans that differ in one key. A key that is not here doesn't compile. */
const PAIRS: Readonly<Record<Key, readonly [VmPlan, VmPlan]>> = {
  kind: [planOf(disks), planOf(machine)],
  recoveryPointResourceId: [
    planOf(disks),
    planOf({
      ...disks,
      recoveryPointResourceId: resourceId(
        disks.recoveryPointResourceId.replace('vault-a', 'vault-b'),
      ),
    }),
  ],
  recoveryPointId: [planOf(disks), planOf({ ...disks, recoveryPointId: '124' })],
  sourceResourceId: [
    planOf(disks),
    planOf({ ...disks, sourceResourceId: other(disks.sourceResourceId) }),
  ],
  stagingAccountId: [
    planOf(disks),
    planOf({ ...disks, stagingAccountId: other(disks.stagingAccountId) }),
  ],
  region: [planOf(disks), planOf({ ...disks, region: 'northeurope' })],
  identity: [planOf(replacement), planOf({ ...replacement, identity: { kind: 'system' } })],
  rehydration: [
    planOf(replacement),
    planOf({ ...replacement, rehydration: { priority: 'High', days: 12 } }),
  ],
  guardRequests: [
    planOf(replacement),
    planOf({ ...replacement, guardRequests: [resourceId('/guard')] }),
  ],
  networkAccess: [planOf(disks), planOf({ ...disks, networkAccess: { kind: 'public' } })],
  zone: [planOf(machine), planOf({ ...machine, zone: '2' })],
  diskEncryptionSetId: [
    planOf(machine),
    planOf({ ...machine, diskEncryptionSetId: resourceId('/des') }),
  ],
  restoreWithManagedDisks: [
    planOf(disks, unmanaged),
    planOf({ ...disks, restoreWithManagedDisks: true }, unmanaged),
  ],
  targetResourceGroupId: [
    planOf(disks),
    planOf({ ...disks, targetResourceGroupId: other(disks.targetResourceGroupId ?? '') }),
  ],
  restoreDiskLunList: [planOf(disks), planOf({ ...disks, restoreDiskLunList: [0, 2] })],
  targetVirtualMachineId: [
    planOf(machine),
    planOf({ ...machine, targetVirtualMachineId: other(machine.targetVirtualMachineId) }),
  ],
  virtualNetworkId: [
    planOf(machine),
    planOf({ ...machine, virtualNetworkId: other(machine.virtualNetworkId) }),
  ],
  encryption: [planOf(disks), planOf({ ...disks, encryption: { isOn: true } })],
  subnetId: [planOf(machine), planOf({ ...machine, subnetId: other(machine.subnetId) })],
  isSecondary: [planOf(disks), planOf(disks, { isSecondary: true })],
  isManaged: [planOf(disks), planOf(disks, unmanaged)],
  vaultRegion: [planOf(disks), planOf(disks, { vaultRegion: 'northeurope' })],
  newGroup: [
    planOf(disks),
    planOf(disks, { newGroup: { subscriptionId: 's', name: 'n', region: 'r' } }),
  ],
};

const CLIENTS = { rest: restScript, cli: cliScript, powerShell: powerShellScript } as const;

/** What a client goes by in place of a key. */
const BY_ANOTHER: readonly string[] = [
  // The name of the backup item stands for the machine.
  'cli: sourceResourceId',
  // Both read the restore point, and tell Azure what it reports.
  'cli: encryption',
  'powerShell: encryption',
  // Only what the clients can start depends on them.
  'rest: isManaged',
  'rest: vaultRegion',
];

const textOf = ({ script, notes }: ClientScript): string => [script, ...notes].join('\n');

const keys = keysOf(PAIRS);

test('twenty-three keys, three clients', () => {
  expect([keys.length, Object.keys(CLIENTS).length]).toEqual([23, 3]);
});

test.each(keys)('a stored plan keeps %s', (key) => {
  const [one, changed] = PAIRS[key];
  expect(readVmPlan(vmPlanText(one))).toEqual(one);
  expect(readVmPlan(vmPlanText(changed))).toEqual(changed);
  expect(vmPlanText(changed)).not.toBe(vmPlanText(one));
});

const cells = keysOf(CLIENTS)
  .flatMap((client) => keys.map((key) => [client, key] as const))
  .filter(([client, key]) => !BY_ANOTHER.includes(`${client}: ${key}`));

test.each(cells)('%s says %s', (client, key) => {
  const [one, changed] = PAIRS[key].map((plan) => textOf(CLIENTS[client](plan)));
  expect(changed).not.toBe(one);
});

test('a plan with a key that this version doesn’t know is none: its commands would restore something else', () => {
  const { restore, ...rest } = planOf(disks);
  const text = JSON.stringify({ ...rest, restore: { ...restore, newKey: 'x' } });
  expect(readVmPlan(text)).toBeNull();
});

test('a replacement is read with the keys of new disks that its plan carries', () => {
  const { restore, ...rest } = planOf(replacement);
  const carried = { encryption: { isOn: false }, networkAccess: null, zone: null };
  const text = JSON.stringify({ ...rest, restore: { ...restore, ...carried } });
  expect(readVmPlan(text)?.restore).toMatchObject({ kind: 'replaceDisks' });
});
