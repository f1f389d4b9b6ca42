import { type Command, type CommandPart, NEXT_LINE, powerShellCommand } from '#src/lib/command.ts';
import { ok } from '#src/lib/result.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import type { CreateVm, RestoreDisks } from '#src/model/restore.ts';
import { vmCommands as words } from '#src/strings/vm-commands.ts';
import { ACCESS_OPTIONS } from '#src/datasources/azure-vm/commands/access.ts';
import { notesOf, obstaclesOf } from '#src/datasources/azure-vm/commands/limits.ts';
import { named, namesOf, staysUnmanaged } from '#src/datasources/azure-vm/commands/names.ts';
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
    notesOf(plan, 'powerShell'),
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
  const { vault, source, point } = namesOf(plan);
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
  const { restore, isSecondary } = plan;
  const { account } = namesOf(plan);
  return powerShellCommand(
    [
      'Restore-AzRecoveryServicesBackupItem',
      '-RecoveryPoint $point',
      ['-StorageAccountName', account.name],
      ['-StorageAccountResourceGroupName', account.group],
      ...(restore.kind === 'replaceDisks' ? [] : newParts(plan, restore)),
      ...identityParts(restore),
      ...archiveParts(restore),
      ...(isSecondary ? ['-RestoreToSecondaryRegion'] : []),
      '-VaultId $vault.ID',
      '-VaultLocation $vault.Location',
    ],
    NEXT_LINE.powerShell,
  );
}

function newParts(plan: VmPlan, restore: RestoreDisks | CreateVm): CommandPart[] {
  const { group, target, vault } = namesOf(plan);
  const { zone, diskEncryptionSetId, networkAccess, restoreWithManagedDisks } = restore;
  return [
    ...(group === null ? [] : [['-TargetResourceGroupName', group] as const]),
    ...(staysUnmanaged(plan) ? ['-RestoreAsUnmanagedDisks'] : []),
    ...(restoreWithManagedDisks === true ? ['-RestoreAsManagedDisk'] : []),
    ...(sameId(target, vault.subscription) ? [] : [['-TargetSubscriptionId', target] as const]),
    ...(restore.kind === 'createVm' ? machineParts(restore) : diskParts(restore)),
    ...(zone ? [['-TargetZoneNumber', zone] as const] : []),
    ...(diskEncryptionSetId ? [['-DiskEncryptionSetId', diskEncryptionSetId] as const] : []),
    ...(networkAccess ? [`-DiskAccessOption ${ACCESS_OPTIONS[networkAccess.kind]}`] : []),
    ...(networkAccess?.kind === 'private'
      ? [['-TargetDiskAccessId', networkAccess.diskAccessId] as const]
      : []),
  ];
}

function machineParts(restore: CreateVm): CommandPart[] {
  const network = named(restore.virtualNetworkId);
  return [
    ['-TargetVMName', nameOf(restore.targetVirtualMachineId)],
    ['-TargetVNetName', network.name],
    ['-TargetVNetResourceGroup', network.group],
    ['-TargetSubnetName', nameOf(restore.subnetId)],
  ];
}

function diskParts({ restoreDiskLunList: luns }: RestoreDisks): CommandPart[] {
  if (!luns) return [];
  return luns.length === 0 ? ['-RestoreOnlyOSDisk'] : [['-RestoreDiskList', ...luns.map(String)]];
}

function identityParts({ identity }: VmPlan['restore']): CommandPart[] {
  if (!identity) return [];
  return identity.kind === 'system'
    ? ['-UseSystemAssignedIdentity']
    : [['-UserAssignedIdentityId', identity.identityId]];
}

function archiveParts({ rehydration }: VmPlan['restore']): CommandPart[] {
  if (!rehydration) return [];
  const { priority, days } = rehydration;
  return [`-RehydratePriority ${priority}`, ['-RehydrateDuration', String(days)]];
}
