import {
  type Check,
  hasTier,
  isRehydrated,
  type Restore,
} from '#src/mocks/recovery-services/judgement.ts';
import { regionNamed } from '#src/mocks/resources/regions.ts';

/** The zone that the request names, when it is another than the machine's own. */
function otherZone({ body, machine }: Restore): string | undefined {
  const zone = body.zones?.[0];
  return zone === machine.zone ? undefined : zone;
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
