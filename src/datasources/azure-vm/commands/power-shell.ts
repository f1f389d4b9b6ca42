import { type Command, NEXT_LINE, powerShellCommand } from '#src/lib/command.ts';
import { ok } from '#src/lib/result.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import type { CreateVm, RestoreDisks } from '#src/api/recovery-services/restore.ts';
import { vmCommands as words } from '#src/strings/vm-commands.ts';
import {
  clientNotes,
  clientOptions,
  type ClientOptions,
  type LastKeys,
  newDisksOptions,
  NO_NEW_DISKS,
  none,
  obstaclesOf,
  type OptionsByKey,
  planNames,
  resourceNames,
  type SourceKeys,
  staysUnmanaged,
} from '#src/datasources/azure-vm/commands/names.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import { type ClientScript, noScript, scriptOf } from '#src/wizard/commands/script.ts';

/** A restore as `Restore-AzRecoveryServicesBackupItem` with what it needs (Az.RecoveryServices, Microsoft Learn). */
export function powerShellScript(plan: VmPlan): ClientScript {
  const obstacles = obstaclesOf(plan, 'powerShell');
  if (obstacles.length > 0) return noScript(obstacles);
  const isReplacement = plan.restore.kind === 'replaceDisks';
  return scriptOf(
    'powerShell',
    [
      ...groupCommands(plan),
      ...sourceCommands(plan),
      ...(isReplacement ? [ok(`# ${words.replaceComment}`)] : []),
      restoreCommand(plan),
    ],
    clientNotes(plan, 'powerShell'),
  );
}

const contextCommand = (subscription: string): Command =>
  powerShellCommand(['$null = Set-AzContext', ['-Subscription', subscription]]);

function groupCommands({ newGroup }: VmPlan): Command[] {
  if (newGroup === null) return [];
  const { subscriptionId, name, region } = newGroup;
  return [
    contextCommand(subscriptionId),
    powerShellCommand(['$null = New-AzResourceGroup', ['-Name', name], ['-Location', region]]),
  ];
}

/** The restore point as an object, which the restore takes. Two VMs of one name differ by their group. */
function sourceCommands(plan: VmPlan): Command[] {
  const { vault, source, point } = planNames(plan);
  return [
    contextCommand(vault.subscription),
    powerShellCommand([
      '$vault = Get-AzRecoveryServicesVault',
      ['-ResourceGroupName', vault.group],
      ['-Name', vault.name],
    ]),
    powerShellCommand([
      '$container = Get-AzRecoveryServicesBackupContainer -ContainerType AzureVM',
      ['-FriendlyName', source.name],
      ['-ResourceGroupName', source.group],
      '-VaultId $vault.ID',
    ]),
    ok(
      '$item = Get-AzRecoveryServicesBackupItem -Container $container -WorkloadType AzureVM -VaultId $vault.ID',
    ),
    powerShellCommand([
      '$point = Get-AzRecoveryServicesBackupRecoveryPoint -Item $item',
      ['-RecoveryPointId', point],
      ...(plan.isSecondary ? ['-UseSecondaryRegion'] : []),
      '-VaultId $vault.ID',
    ]),
  ];
}

function restoreCommand(plan: VmPlan): Command {
  return powerShellCommand(
    [
      'Restore-AzRecoveryServicesBackupItem',
      ...clientOptions(OPTIONS, plan),
      ...(plan.isSecondary ? ['-RestoreToSecondaryRegion'] : []),
      '-VaultId $vault.ID',
      '-VaultLocation $vault.Location',
    ],
    NEXT_LINE.powerShell,
  );
}

const SOURCE: OptionsByKey<SourceKeys> = {
  // The objects that were read before are these: `sourceCommands`.
  recoveryPointResourceId: () => ['-RecoveryPoint $point'],
  recoveryPointId: none,
  sourceResourceId: none,
  // The options of its target say the kind.
  kind: none,
  stagingAccountId: (id) => [
    ['-StorageAccountName', resourceNames(id).name],
    ['-StorageAccountResourceGroupName', resourceNames(id).group],
  ],
  // The client restores in a region of the vault: `obstaclesOf` says so of others.
  region: none,
};

const NEW_DISKS = newDisksOptions({
  zone: '-TargetZoneNumber',
  diskEncryptionSetId: '-DiskEncryptionSetId',
  access: '-DiskAccessOption',
  diskAccessId: '-TargetDiskAccessId',
});

const LAST: OptionsByKey<LastKeys> = {
  identity: (identity) => {
    if (!identity) return [];
    return identity.kind === 'system'
      ? ['-UseSystemAssignedIdentity']
      : [['-UserAssignedIdentityId', identity.identityId]];
  },
  rehydration: (rehydration) =>
    rehydration
      ? [
          `-RehydratePriority ${rehydration.priority}`,
          ['-RehydrateDuration', String(rehydration.days)],
        ]
      : [],
  // It has no option for them: `notesOf` says so.
  guardRequests: none,
};

/** The target of both kinds that create something. */
const TARGET: OptionsByKey<
  Pick<CreateVm | RestoreDisks, 'targetResourceGroupId' | 'restoreWithManagedDisks'>
> = {
  targetResourceGroupId: (_, plan) => {
    const { group } = planNames(plan);
    return [
      ...(group === null ? [] : [['-TargetResourceGroupName', group] as const]),
      ...(staysUnmanaged(plan) ? ['-RestoreAsUnmanagedDisks'] : []),
    ];
  },
  restoreWithManagedDisks: (isManaged, plan) => {
    const { target, vault } = planNames(plan);
    return [
      ...(isManaged === true ? ['-RestoreAsManagedDisk'] : []),
      ...(sameId(target, vault.subscription) ? [] : [['-TargetSubscriptionId', target] as const]),
    ];
  },
};

const OPTIONS: ClientOptions = {
  restoreDisks: {
    ...SOURCE,
    ...TARGET,
    restoreDiskLunList: (luns) => {
      if (!luns) return [];
      return luns.length === 0
        ? ['-RestoreOnlyOSDisk']
        : [['-RestoreDiskList', ...luns.map(String)]];
    },
    ...NEW_DISKS,
    ...LAST,
  },
  createVm: {
    ...SOURCE,
    ...TARGET,
    targetVirtualMachineId: (id) => [['-TargetVMName', nameOf(id)]],
    virtualNetworkId: (id) => [
      ['-TargetVNetName', resourceNames(id).name],
      ['-TargetVNetResourceGroup', resourceNames(id).group],
    ],
    subnetId: (id) => [['-TargetSubnetName', nameOf(id)]],
    ...NEW_DISKS,
    ...LAST,
  },
  replaceDisks: { ...SOURCE, ...NO_NEW_DISKS, ...LAST },
};
