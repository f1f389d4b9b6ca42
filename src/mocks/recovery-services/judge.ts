import { parseResourceId } from '#src/api/arm/resource-id.ts';
import {
  cloudInvalidInput,
  linkedForbidden,
  machineRuns,
  type Refusal,
  refused,
  isSoftDeleted,
} from '#src/mocks/errors.ts';
import type { Answer } from '#src/mocks/service.ts';
import { judgeAccess, judgeDisks, judgeKey } from '#src/mocks/recovery-services/judge-disks.ts';
import { judgeIdentity, judgeStaging } from '#src/mocks/recovery-services/judge-account.ts';
import {
  judgeGuard,
  judgeOutage,
  judgeRehydration,
  whereItGoes,
} from '#src/mocks/recovery-services/judge-source.ts';
import { judgeInPlace, judgeNewMachine } from '#src/mocks/recovery-services/judge-target.ts';
import {
  type Check,
  hasTier,
  isElsewhere,
  type Restore,
  targetSubscription,
} from '#src/mocks/recovery-services/judgement.ts';
import { itemAction } from '#src/mocks/recovery-services/paths.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import { findGroup, machineAsOf } from '#src/mocks/world/lookup.ts';
import { isShutDown } from '#src/mocks/world/changes.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

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
