import { azCommand, type Command, type CommandPart, NEXT_LINE } from '#src/lib/command.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import type { CreateVm, RestoreDisks } from '#src/model/restore.ts';
import { ACCESS_OPTIONS } from '#src/datasources/azure-vm/commands/access.ts';
import { notesOf, obstaclesOf } from '#src/datasources/azure-vm/commands/limits.ts';
import { named, namesOf, staysUnmanaged } from '#src/datasources/azure-vm/commands/names.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import { type ClientScript, noScript, scriptOf } from '#src/wizard/commands/script.ts';

/** A restore as `az backup restore restore-disks`, which is the command of all three kinds (Azure CLI 2026). */
export function cliScript(plan: VmPlan): ClientScript {
  const obstacles = obstaclesOf(plan, 'cli');
  if (obstacles.length > 0) return noScript(obstacles);
  return scriptOf('sh', [...groupCommands(plan), restoreCommand(plan)], notesOf(plan, 'cli'));
}

function groupCommands({ newGroup }: VmPlan): Command[] {
  if (newGroup === null) return [];
  return [
    azCommand(
      [
        'az group create',
        ['--subscription', newGroup.subscriptionId],
        ['--name', newGroup.name],
        ['--location', newGroup.region],
      ],
      NEXT_LINE.sh,
    ),
  ];
}

function restoreCommand(plan: VmPlan): Command {
  const { restore, isSecondary, isManaged } = plan;
  const { vault, container, item, point, account } = namesOf(plan);
  const isReplacement = restore.kind === 'replaceDisks';
  return azCommand(
    [
      'az backup restore restore-disks',
      ['--subscription', vault.subscription],
      ['--resource-group', vault.group],
      ['--vault-name', vault.name],
      ['--container-name', container],
      ['--item-name', item],
      ['--rp-name', point],
      `--restore-mode ${isReplacement ? 'OriginalLocation' : 'AlternateLocation'}`,
      ['--storage-account', account.name],
      ['--storage-account-resource-group', account.group],
      // The request never restores to the original accounts, which the client prefers where it can.
      ...(isManaged === true ? [] : ['--restore-to-staging-storage-account true']),
      ...(restore.kind === 'replaceDisks' ? [] : newParts(plan, restore)),
      ...identityParts(restore),
      ...archiveParts(restore),
      ...(isSecondary ? ['--use-secondary-region'] : []),
    ],
    NEXT_LINE.sh,
  );
}

function newParts(plan: VmPlan, restore: RestoreDisks | CreateVm): CommandPart[] {
  const { group, target, vault } = namesOf(plan);
  const { zone, diskEncryptionSetId, networkAccess } = restore;
  const isChosen = staysUnmanaged(plan) && plan.isManaged !== false;
  return [
    ...(group === null ? [] : [['--target-resource-group', group] as const]),
    ...(isChosen ? ['--restore-as-unmanaged-disks true'] : []),
    ...(sameId(target, vault.subscription) ? [] : [['--target-subscription-id', target] as const]),
    ...(restore.kind === 'createVm' ? machineParts(restore) : diskParts(restore)),
    ...(zone ? [['--target-zone', zone] as const] : []),
    ...(diskEncryptionSetId ? [['--disk-encryption-set-id', diskEncryptionSetId] as const] : []),
    ...(networkAccess ? [`--disk-access-option ${ACCESS_OPTIONS[networkAccess.kind]}`] : []),
    ...(networkAccess?.kind === 'private'
      ? [['--target-disk-access-id', networkAccess.diskAccessId] as const]
      : []),
  ];
}

function machineParts(restore: CreateVm): CommandPart[] {
  const network = named(restore.virtualNetworkId);
  return [
    ['--target-vm-name', nameOf(restore.targetVirtualMachineId)],
    ['--target-vnet-name', network.name],
    ['--target-vnet-resource-group', network.group],
    ['--target-subnet-name', nameOf(restore.subnetId)],
  ];
}

function diskParts({ restoreDiskLunList: luns }: RestoreDisks): CommandPart[] {
  if (!luns) return [];
  return luns.length === 0 ? ['--restore-only-osdisk'] : [`--diskslist ${luns.join(' ')}`];
}

function identityParts({ identity }: VmPlan['restore']): CommandPart[] {
  if (!identity) return [];
  return identity.kind === 'system'
    ? ['--mi-system-assigned']
    : [['--mi-user-assigned', identity.identityId]];
}

function archiveParts({ rehydration }: VmPlan['restore']): CommandPart[] {
  if (!rehydration) return [];
  const { priority, days } = rehydration;
  return [`--rehydration-priority ${priority}`, `--rehydration-duration ${String(days)}`];
}
