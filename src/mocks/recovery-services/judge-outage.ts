import { type Check, hasTier, type Restore } from '#src/mocks/recovery-services/judgement.ts';
import { secondaryRegionOf } from '#src/mocks/recovery-services/secondary-place.ts';
import { sameRegion } from '#src/model/region.ts';

const isDown = ({ state, vault }: Restore, zone?: string): boolean =>
  (state.seed.outages ?? []).some(
    (one) => sameRegion(one.region, vault.location) && one.zone === zone,
  );

/**
 * A restore with its vault in the region that it goes to: while the vault's own is down and a copy
 * lies in the pair, that is the pair (document 000, Restore VMs with special configurations,
 * datacenter disaster). That the body names it as `region` is a guess (G).
 */
export function whereItGoes(restore: Restore): Restore {
  const { vault } = restore;
  const pair = vault.redundancy === 'GeoRedundant' ? secondaryRegionOf(vault) : undefined;
  return pair === undefined || !isDown(restore)
    ? restore
    : { ...restore, vault: { ...vault, location: pair } };
}

const isMoved = ({ machine, vault }: Restore): boolean =>
  !sameRegion(machine.location, vault.location);

/**
 * A zone or region that is down takes nothing, no snapshot is in the pair, and disks are replaced
 * where the machine is (document 000, Restore options, Cross Zonal and Cross Region). That a vault
 * without a copy in the pair is refused at once, and in these words, is a guess (G).
 */
export const judgeOutage: readonly Check[] = [
  (restore) =>
    restore.vault.redundancy !== 'GeoRedundant' && isDown(restore)
      ? `Region ${restore.vault.location} is unavailable, and the vault has no copy in another region.`
      : null,
  (restore) =>
    isMoved(restore) && hasTier(restore.point, 'InstantRP') && !hasTier(restore.point, 'HardenedRP')
      ? 'The recovery point is a snapshot, and is not in the paired region.'
      : null,
  (restore) => {
    const zone = restore.body.zones?.[0] ?? restore.machine.zone;
    return zone !== undefined && isDown(restore, zone)
      ? `Availability zone ${zone} of ${restore.vault.location} is unavailable.`
      : null;
  },
  (restore) =>
    restore.body.recoveryType === 'OriginalLocation' && isMoved(restore)
      ? 'Disks cannot be replaced from another region.'
      : null,
];
