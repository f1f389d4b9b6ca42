import {
  type Check,
  hasTier,
  isBlank,
  isRehydrated,
  ownZone,
  type Restore,
} from '#src/mocks/recovery-services/judgement.ts';
import { regionNamed } from '#src/mocks/locations.ts';
import type { EncryptionSetSeed } from '#src/mocks/world/place-seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

/** The zone that the request names, when it is another than the machine's own. */
function otherZone(restore: Restore): string | undefined {
  const zone = restore.body.zones?.[0];
  return zone === ownZone(restore) ? undefined : zone;
}

const inOtherZone =
  (check: Check): Check =>
  (restore) =>
    otherZone(restore) === undefined ? null : check(restore);

const asManaged =
  (check: Check): Check =>
  (restore) =>
    restore.body.restoreWithManagedDisks === true && !restore.machine.isManaged
      ? check(restore)
      : null;

/** A point that was brought back is read from the vault, like one that never left it. */
const isInVault = (point: Restore['point']): boolean =>
  hasTier(point, 'HardenedRP') || isRehydrated(point);

/** Zones, and unmanaged disks restored as managed (document 000, under those headings). */
export const judgeDisks: readonly Check[] = [
  ({ body }) => ((body.zones?.length ?? 0) > 1 ? 'zones takes one zone.' : null),
  ({ body, state, vault }) => {
    const zone = body.zones?.[0];
    const region = regionNamed(state.seed, vault.location);
    const isThere = region?.hasZones === true && ['1', '2', '3'].includes(zone ?? '');
    return zone === undefined || isThere
      ? null
      : `The region ${vault.location} has no availability zone ${zone}.`;
  },
  inOtherZone(({ machine }) =>
    machine.isManaged ? null : 'Only managed virtual machines can be restored to another zone.',
  ),
  inOtherZone(({ machine }) =>
    machine.encryption === 'none'
      ? null
      : 'Encrypted virtual machines cannot be restored to another zone.',
  ),
  inOtherZone(({ vault }) =>
    vault.redundancy === 'ZoneRedundant'
      ? null
      : 'Another zone needs a vault with zone-redundant storage.',
  ),
  inOtherZone(({ point }) =>
    hasTier(point, 'InstantRP') || !isInVault(point)
      ? 'Another zone needs a recovery point that is in the vault tier alone.'
      : null,
  ),
  asManaged(({ point }) =>
    isInVault(point)
      ? null
      : 'Unmanaged disks can be restored as managed disks from the vault tier only.',
  ),
  asManaged(({ machine }) =>
    machine.encryption === 'none'
      ? null
      : 'Encrypted unmanaged disks cannot be restored as managed disks.',
  ),
];

const withSet =
  (check: (set: EncryptionSetSeed, restore: Restore) => string | null): Check =>
  (restore) => {
    const id = restore.body.diskEncryptionSetId;
    if (isBlank(id)) return null;
    const set = restore.state.seed.encryptionSets.find((one) => sameId(one.id, id));
    return set === undefined
      ? `The disk encryption set ${id ?? ''} was not found.`
      : check(set, restore);
  };

/**
 * The disk encryption set (azure-contract §5). The last three are the CLI's own rules (C); that the
 * service has them too is a guess (G).
 */
export const judgeKey: readonly Check[] = [
  withSet(({ location }, { vault }) =>
    sameRegion(location, vault.location)
      ? null
      : `The disk encryption set is in ${location}; it must be in ${vault.location}.`,
  ),
  withSet(({ provisioningState }) =>
    provisioningState === undefined ? null : 'The disk encryption set is not ready.',
  ),
  withSet((_, { vault }) =>
    vault.encryption === 'CustomerManaged'
      ? null
      : 'A disk encryption set needs a vault that is encrypted with a customer-managed key.',
  ),
  withSet((_, { machine }) =>
    machine.isManaged ? null : 'A disk encryption set can be used for managed disks only.',
  ),
  // The CLI asks the point's `isSourceVMEncrypted`, which speaks of Azure Disk Encryption alone.
  withSet((_, { machine }) =>
    machine.encryption !== 'ADE'
      ? null
      : 'The disks of the source are encrypted; a disk encryption set cannot replace their key.',
  ),
];

const accessOptions = [
  'SameAsOnSourceDisks',
  'EnablePublicAccessForAllDisks',
  'EnablePrivateAccessForAllDisks',
];

const wantedAccess = ({ body }: Restore) => body.targetDiskNetworkAccessSettings ?? null;

const isPrivate = (restore: Restore): boolean =>
  wantedAccess(restore)?.targetDiskNetworkAccessOption === 'EnablePrivateAccessForAllDisks';

const accessOf = (restore: Restore) =>
  restore.state.seed.diskAccesses.find(({ id }) =>
    sameId(id, wantedAccess(restore)?.targetDiskAccessId),
  );

const ifPrivate =
  (check: Check): Check =>
  (restore) =>
    isPrivate(restore) ? check(restore) : null;

/**
 * Network access of restored disks (document 000, Assign network access settings during restore;
 * azure-contract §5: a disk access goes with private access and only with it, in any subscription).
 */
export const judgeAccess: readonly Check[] = [
  (restore) => {
    const option = wantedAccess(restore)?.targetDiskNetworkAccessOption ?? '';
    return wantedAccess(restore) === null || accessOptions.includes(option)
      ? null
      : `targetDiskNetworkAccessOption '${option}' is unknown.`;
  },
  (restore) =>
    !isPrivate(restore) && !isBlank(wantedAccess(restore)?.targetDiskAccessId)
      ? 'targetDiskAccessId goes with EnablePrivateAccessForAllDisks only.'
      : null,
  ifPrivate((restore) =>
    isBlank(wantedAccess(restore)?.targetDiskAccessId)
      ? 'Private access needs a targetDiskAccessId.'
      : null,
  ),
  ifPrivate((restore) =>
    accessOf(restore) === undefined
      ? `The disk access ${wantedAccess(restore)?.targetDiskAccessId ?? ''} was not found.`
      : null,
  ),
  ifPrivate((restore) =>
    sameRegion(accessOf(restore)?.location, restore.vault.location)
      ? null
      : 'The disk access must be in the region of the vault.',
  ),
  // Without an approved endpoint a disk access is unusable (azure-contract §14); that it is refused is a guess (G).
  ifPrivate((restore) =>
    accessOf(restore)?.endpoint === 'Approved'
      ? null
      : 'The disk access has no approved private endpoint.',
  ),
];
