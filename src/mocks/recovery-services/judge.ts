import { parseResourceId } from '#src/api/arm/resource-id.ts';
import {
  cloudInvalidInput,
  isSoftDeleted,
  linkedForbidden,
  machineRuns,
  type Refusal,
  refused,
} from '#src/mocks/errors.ts';
import { daysOf } from '#src/mocks/recovery-services/archive.ts';
import { judgeIdentity, judgeStaging } from '#src/mocks/recovery-services/judge-account.ts';
import { judgeAccess, judgeDisks, judgeKey } from '#src/mocks/recovery-services/judge-disks.ts';
import { judgeInPlace, judgeNewMachine } from '#src/mocks/recovery-services/judge-target.ts';
import {
  type Check,
  hasTier,
  isArchived,
  isElsewhere,
  isGone,
  ownZone,
  type Restore,
  targetSubscription,
} from '#src/mocks/recovery-services/judgement.ts';
import { itemAction } from '#src/mocks/recovery-services/paths.ts';
import { regions } from '#src/mocks/locations.ts';
import type { Answer } from '#src/mocks/service.ts';
import { isShutDown } from '#src/mocks/world/changes.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import { findGroup, machineAsOf } from '#src/mocks/world/lookup.ts';
import { isRehydrating } from '#src/mocks/world/plan-restore.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';
import { isRegionDown, isZoneDown, type Zone, ZONES } from '#src/mocks/world/zones.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** A vault with a resource guard wants the request that the guard has granted (azure-contract §2 and §5, S). */
const judgeGuard: readonly Check[] = [
  ({ body, vault }) => {
    const { resourceGuard } = vault;
    const wanted = `${resourceGuard ?? ''}/triggerRestoreRequests/default`;
    const given = body.resourceGuardOperationRequests ?? [];
    return resourceGuard === undefined || given.some((one) => sameId(one, wanted))
      ? null
      : `The vault is protected by a resource guard: resourceGuardOperationRequests must name ${wanted}.`;
  },
];

const ifRehydrating =
  (check: Check): Check =>
  (restore) =>
    isRehydrating(restore.body) ? check(restore) : null;

/** A point that is gone is in no archive. */
const isInArchive = (point: Restore['point']): boolean => isArchived(point) && !isGone(point);

const infoOf = ({ body }: Restore) => body.recoveryPointRehydrationInfo ?? null;

/**
 * A point that is only in the archive needs the rehydration request (azure-contract §5, S). That no
 * other point takes it, and what is refused in it, are guesses (G).
 */
const judgeRehydration: readonly Check[] = [
  ({ body, point }) =>
    isInArchive(point) && !isRehydrating(body)
      ? 'The recovery point is in the archive tier and must be rehydrated.'
      : null,
  ifRehydrating(({ point }) =>
    isInArchive(point) ? null : 'The recovery point is not in the archive tier alone.',
  ),
  ifRehydrating((restore) =>
    infoOf(restore) === null ? 'recoveryPointRehydrationInfo is missing.' : null,
  ),
  ifRehydrating(({ body }) =>
    daysOf(body) === null ? 'rehydrationRetentionDuration is not a number of days.' : null,
  ),
  ifRehydrating((restore) =>
    ['Standard', 'High'].includes(infoOf(restore)?.rehydrationPriority ?? '')
      ? null
      : 'rehydrationPriority must be Standard or High.',
  ),
];

const isDown = ({ state, vault }: Restore): boolean => isRegionDown(state.seed, vault.location);

/** The region that a vault's points are replicated to; undefined where its own has no pair. */
export const secondaryRegionOf = ({ location, secondaryRegion }: VaultSeed): string | undefined =>
  secondaryRegion ?? regions.find(({ name }) => sameRegion(name, location))?.pair;

/**
 * A restore with its vault in the region that it goes to: while the vault's own is down and a copy
 * lies in the pair, that is the pair (document 000, Restore VMs with special configurations,
 * datacenter disaster). That the body names it as `region` is a guess (G).
 */
function whereItGoes(restore: Restore): Restore {
  const { vault } = restore;
  const pair = vault.redundancy === 'GeoRedundant' ? secondaryRegionOf(vault) : undefined;
  return pair === undefined || !isDown(restore)
    ? restore
    : { ...restore, vault: { ...vault, location: pair } };
}

/** The zone that the request names, else the machine's own, as the target subscription numbers them. */
function zoneOf(restore: Restore): Zone | undefined {
  const wanted = restore.body.zones?.[0];
  return wanted === undefined ? ownZone(restore) : ZONES.find((zone) => zone === wanted);
}

const isMoved = ({ machine, vault }: Restore): boolean =>
  !sameRegion(machine.location, vault.location);

/**
 * A zone or region that is down takes nothing, no snapshot is in the pair, and disks are replaced
 * where the machine is (document 000, Restore options, Cross Zonal and Cross Region). That a vault
 * without a copy in the pair is refused at once, and in these words, is a guess (G).
 */
const judgeOutage: readonly Check[] = [
  (restore) =>
    restore.vault.redundancy !== 'GeoRedundant' && isDown(restore)
      ? `Region ${restore.vault.location} is unavailable, and the vault has no copy in another region.`
      : null,
  (restore) =>
    isMoved(restore) && hasTier(restore.point, 'InstantRP') && !hasTier(restore.point, 'HardenedRP')
      ? 'The recovery point is a snapshot, and is not in the paired region.'
      : null,
  (restore) => {
    const { state, vault } = restore;
    const zone = zoneOf(restore);
    return zone !== undefined &&
      isZoneDown(state.seed, vault.location, zone, targetSubscription(restore))
      ? `Availability zone ${zone} of ${vault.location} is unavailable.`
      : null;
  },
  (restore) =>
    restore.body.recoveryType === 'OriginalLocation' && isMoved(restore)
      ? 'Disks cannot be replaced from another region.'
      : null,
];

const elsewhere =
  (check: Check): Check =>
  (restore) =>
    isElsewhere(restore) ? check(restore) : null;

/** Document 004, Example request: what the body says of point, source and region must be so. */
const aboutTheSource: readonly Check[] = [
  ({ body, point }) =>
    body.recoveryPointId === point.name
      ? null
      : 'recoveryPointId differs from the recovery point in the address.',
  ({ body, machine }) =>
    sameId(body.sourceResourceId, machine.id)
      ? null
      : 'sourceResourceId is not the virtual machine of this recovery point.',
  ({ body, vault }) =>
    sameRegion(body.region, vault.location)
      ? null
      : `region must be the region of the vault, ${vault.location}.`,
  ({ body, machine }) =>
    body.encryptionDetails?.encryptionEnabled === true && machine.encryption !== 'ADE'
      ? 'encryptionDetails says that the source is encrypted, and it is not.'
      : null,
  ({ body, machine, point }) => {
    const { disks } = machineAsOf(machine, point);
    const unknown = body.restoreDiskLunList?.find((lun) => !disks.some((disk) => disk.lun === lun));
    return unknown === undefined
      ? null
      : `restoreDiskLunList names LUN ${unknown}, which the point has not.`;
  },
  // Azure's original-account flag is offered only where the point says so (C).
  ({ body }) =>
    body.originalStorageAccountOption === true
      ? 'originalStorageAccountOption is not possible for this recovery point.'
      : null,
];

/** Document 000, Restore options, Cross Subscription, and Cross Subscription Restore for Azure VM. */
const aboutTheTarget: readonly Check[] = [
  // Document 004's own body has no target group: disks of a managed VM then come back unmanaged (C).
  ({ body, state }) => {
    const group = body.targetResourceGroupId ?? '';
    return group === '' || findGroup(state, group) !== undefined
      ? null
      : `The target resource group ${group} was not found.`;
  },
  elsewhere(({ vault }) =>
    vault.crossSubscriptionRestore === 'Disabled' ||
    vault.crossSubscriptionRestore === 'PermanentlyDisabled'
      ? 'Cross Subscription Restore is disabled for this vault.'
      : null,
  ),
  elsewhere((restore) => {
    const tenantOf = (id: string): string | undefined =>
      restore.state.seed.subscriptions.find(({ subscriptionId }) => sameId(subscriptionId, id))
        ?.tenantId;
    const own = parseResourceId(restore.vault.id)?.subscriptionId ?? '';
    return tenantOf(targetSubscription(restore)) === tenantOf(own)
      ? null
      : 'The target subscription is in another tenant.';
  }),
  elsewhere(({ machine }) =>
    machine.isManaged
      ? null
      : 'Only managed virtual machines can be restored to another subscription.',
  ),
  elsewhere(({ machine }) =>
    machine.encryption === 'ADE'
      ? 'A virtual machine with Azure Disk Encryption cannot be restored to another subscription.'
      : null,
  ),
  // Document 000: "supported only for vault tier" is the reading for a snapshot-only point.
  elsewhere(({ point }) =>
    hasTier(point, 'InstantRP') && !hasTier(point, 'HardenedRP')
      ? 'A recovery point that is only a snapshot cannot be restored to another subscription.'
      : null,
  ),
];

const kinds = {
  RestoreDisks: [],
  AlternateLocation: judgeNewMachine,
  OriginalLocation: judgeInPlace,
} as const satisfies Record<Restore['body']['recoveryType'], readonly Check[]>;

/**
 * Creating a machine requires the permission in its target (document 000, Before you start), and in
 * another subscription also that for creating disks (Restore options, Cross Subscription: by RBAC).
 * That ARM checks this before the service, and with this code, is a guess (G).
 */
function judgeRights(restore: Restore): Refusal | null {
  const { body, state, instance } = restore;
  const group = findGroup(state, body.targetResourceGroupId ?? '');
  const isNewMachine = body.recoveryType === 'AlternateLocation';
  if (group?.isReadOnly !== true || !(isNewMachine || isElsewhere(restore))) return null;
  return linkedForbidden(`${itemAction}/recoveryPoints/restore/action`, instance.id, {
    action: `Microsoft.Compute/${isNewMachine ? 'virtualMachines' : 'disks'}/write`,
    scope: groupId(group),
  });
}

/** Disks are replaced only while their machine is shut down: so says Azure's pre-check (aftercare §2.2, D). */
function judgePower({ body, machine }: Restore): Refusal | null {
  return body.recoveryType === 'OriginalLocation' && machine.exists && !isShutDown(machine)
    ? machineRuns(nameOf(machine.id))
    : null;
}

/** What stands against a restore, rights first; of each part that is judged the first reason alone. */
export function refusalsOf(asked: Restore): readonly Refusal[] {
  const restore = whereItGoes(asked);
  const forbidden = judgeRights(restore);
  const parts: readonly (readonly Check[])[] = [
    aboutTheSource,
    judgeRehydration,
    judgeGuard,
    kinds[restore.body.recoveryType],
    judgeIdentity,
    judgeStaging,
    judgeDisks,
    judgeOutage,
    judgeKey,
    aboutTheTarget,
    judgeAccess,
  ];
  const reasons = parts.flatMap((checks) => firstReason(checks, restore) ?? []);
  const power = judgePower(restore);
  const { softDeleted, friendlyName } = restore.instance;
  return [
    ...(forbidden === null ? [] : [forbidden]),
    ...(softDeleted === undefined ? [] : [isSoftDeleted(friendlyName)]),
    ...reasons.map(cloudInvalidInput),
    ...(power === null ? [] : [power]),
  ];
}

/** The first reason that checks find against a restore; null when there is none. */
export function firstReason(checks: readonly Check[], restore: Restore): string | null {
  for (const check of checks) {
    const reason = check(restore);
    if (reason !== null) return reason;
  }
  return null;
}

/**
 * Judges a restore from the request and the world alone; null when the service accepts it, else its
 * 400, or the 403 of a person without permission. Independent of the client's rules on purpose: written
 * from the documents.
 */
export function judgeRestore(restore: Restore): Answer | null {
  const [first] = refusalsOf(restore);
  return first === undefined ? null : refused(first);
}
