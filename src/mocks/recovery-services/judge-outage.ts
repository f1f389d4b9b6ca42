import type { Check, Restore } from '#src/mocks/recovery-services/judgement.ts';
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

/**
 * A zone that is down takes nothing, and disks are replaced where the machine is (document 000,
 * Restore options, Cross Zonal and Cross Region).
 */
export const judgeOutage: readonly Check[] = [
  (restore) => {
    const zone = restore.body.zones?.[0] ?? restore.machine.zone;
    return zone !== undefined && isDown(restore, zone)
      ? `Availability zone ${zone} of ${restore.vault.location} is unavailable.`
      : null;
  },
  ({ body, machine, vault }) =>
    body.recoveryType === 'OriginalLocation' && !sameRegion(machine.location, vault.location)
      ? 'Disks cannot be replaced from another region.'
      : null,
];
