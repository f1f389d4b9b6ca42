import { azCommand, type Command, type CommandPart, NEXT_LINE } from '#src/lib/command.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import {
  clientNotes,
  clientOptions,
  type ClientOptions,
  type LastKeys,
  type NewDisksKeys,
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

/** A restore as `az backup restore restore-disks`, which is the command of all three kinds (Azure CLI 2026). */
export function cliScript(plan: VmPlan): ClientScript {
  const obstacles = obstaclesOf(plan, 'cli');
  if (obstacles.length > 0) return noScript(obstacles);
  return scriptOf('sh', [...groupCommands(plan), restoreCommand(plan)], clientNotes(plan, 'cli'));
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
  return azCommand(
    [
      'az backup restore restore-disks',
      ...clientOptions(OPTIONS, plan),
      ...(plan.isSecondary ? ['--use-secondary-region'] : []),
    ],
    NEXT_LINE.sh,
  );
}

const SOURCE: OptionsByKey<SourceKeys> = {
  recoveryPointResourceId: (_, plan) => {
    const { vault, container, item } = planNames(plan);
    return [
      ['--subscription', vault.subscription],
      ['--resource-group', vault.group],
      ['--vault-name', vault.name],
      ['--container-name', container],
      ['--item-name', item],
    ];
  },
  recoveryPointId: (id) => [['--rp-name', id]],
  // The name of the backup item stands for the machine.
  sourceResourceId: none,
  kind: (kind) => [
    `--restore-mode ${kind === 'replaceDisks' ? 'OriginalLocation' : 'AlternateLocation'}`,
  ],
  stagingAccountId: (id, { isManaged }) => [
    ['--storage-account', resourceNames(id).name],
    ['--storage-account-resource-group', resourceNames(id).group],
    // The request never restores to the original accounts, which the client prefers where it can.
    ...(isManaged === true ? [] : ['--restore-to-staging-storage-account true']),
  ],
  // The client restores in a region of the vault: `obstaclesOf` says so of others.
  region: none,
};

const NEW_DISKS: OptionsByKey<NewDisksKeys> = {
  ...newDisksOptions({
    zone: '--target-zone',
    diskEncryptionSetId: '--disk-encryption-set-id',
    access: '--disk-access-option',
    diskAccessId: '--target-disk-access-id',
  }),
  // It can't ask for them: `obstaclesOf` says so.
  restoreWithManagedDisks: none,
};

const LAST: OptionsByKey<LastKeys> = {
  identity: (identity) => {
    if (!identity) return [];
    return identity.kind === 'system'
      ? ['--mi-system-assigned']
      : [['--mi-user-assigned', identity.identityId]];
  },
  rehydration: (rehydration) =>
    rehydration
      ? [
          `--rehydration-priority ${rehydration.priority}`,
          `--rehydration-duration ${String(rehydration.days)}`,
        ]
      : [],
  // It has no option for them: `notesOf` says so.
  guardRequests: none,
};

/** The target of both kinds that create something. */
function targetParts(plan: VmPlan): CommandPart[] {
  const { group, target, vault } = planNames(plan);
  const isChosen = staysUnmanaged(plan) && plan.isManaged !== false;
  return [
    ...(group === null ? [] : [['--target-resource-group', group] as const]),
    ...(isChosen ? ['--restore-as-unmanaged-disks true'] : []),
    ...(sameId(target, vault.subscription) ? [] : [['--target-subscription-id', target] as const]),
  ];
}

const OPTIONS: ClientOptions = {
  restoreDisks: {
    ...SOURCE,
    targetResourceGroupId: (_, plan) => targetParts(plan),
    restoreDiskLunList: (luns) => {
      if (!luns) return [];
      return luns.length === 0 ? ['--restore-only-osdisk'] : [`--diskslist ${luns.join(' ')}`];
    },
    ...NEW_DISKS,
    ...LAST,
  },
  createVm: {
    ...SOURCE,
    targetResourceGroupId: (_, plan) => targetParts(plan),
    targetVirtualMachineId: (id) => [['--target-vm-name', nameOf(id)]],
    virtualNetworkId: (id) => [
      ['--target-vnet-name', resourceNames(id).name],
      ['--target-vnet-resource-group', resourceNames(id).group],
    ],
    subnetId: (id) => [['--target-subnet-name', nameOf(id)]],
    ...NEW_DISKS,
    ...LAST,
  },
  replaceDisks: { ...SOURCE, ...NO_NEW_DISKS, ...LAST },
};
