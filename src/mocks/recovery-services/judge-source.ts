import {
  type Check,
  hasTier,
  isArchived,
  isGone,
  ownZone,
  type Restore,
  targetSubscription,
} from '#src/mocks/recovery-services/judgement.ts';
import { daysOf } from '#src/mocks/recovery-services/rehydration.ts';
import { isRegionDown, isZoneDown, type Zone, ZONES } from '#src/mocks/world/zones.ts';
import { secondaryRegionOf } from '#src/mocks/recovery-services/secondary-place.ts';
import { isRehydrating } from '#src/mocks/world/plan-restore.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A vault with a resource guard wants the request that the guard has granted (azure-contract §2 and §5, S). */
export const judgeGuard: readonly Check[] = [
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
export const judgeRehydration: readonly Check[] = [
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
