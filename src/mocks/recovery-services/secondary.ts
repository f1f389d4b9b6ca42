import { failure } from '#src/mocks/errors.ts';
import { hasTier } from '#src/mocks/recovery-services/judgement.ts';
import type { Answer, Call } from '#src/mocks/service.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import type { InstanceSeed, PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { withPoints, withTiers } from '#src/mocks/world/changes.ts';

/**
 * What there is in the secondary region of a vault (azure-contract §9; document 000, Cross Region
 * Restore).
 */

/** Versions that ask the secondary region (azure-contract §9). */
export const secondaryVersions: ReadonlySet<string> = new Set([
  '2018-12-20',
  '2021-11-15',
  '2023-01-15',
]);

export const isSecondary = ({ apiVersion }: Call): boolean => secondaryVersions.has(apiVersion);

/** Only geo-redundant vaults can have the feature (document 000, Cross Region Restore). */
export const hasSecondary = ({ redundancy, crossRegionRestore }: VaultSeed): boolean =>
  redundancy === 'GeoRedundant' && crossRegionRestore === 'Enabled';

/** 400 of the secondary plane for a vault without the feature (I). */
export function notCrossRegion(): Answer {
  return failure(
    400,
    'BMSUserErrorCrossRegionRestoreNotEnabledInThisVault',
    'Cross Region Restore is not enabled in this vault.',
  );
}

/**
 * Document 000, Restore in secondary region: up to twelve hours to replicate, which with a day
 * between backups makes the 36 hours. Each point takes the longest.
 */
const REPLICATION_MS = 12 * 3_600_000;

/**
 * A backup instance in the secondary region: points that were in the vault long enough, without
 * snapshots and archive, which are not replicated. Null where there is none, and for machines with
 * unmanaged disks (document 000, View backup items in secondary region).
 */
export function replicaOf(state: State, instance: InstanceSeed, now: number): InstanceSeed | null {
  if (findMachine(state, instance.machineId)?.isManaged !== true) return null;
  const isReplicated = (point: PointSeed): boolean =>
    hasTier(point, 'HardenedRP') && now - isoMs(point.time) >= REPLICATION_MS;
  const points = instance.points
    .filter(isReplicated)
    .map((point) => withTiers(point, [{ type: 'HardenedRP', status: 'Valid' }]));
  return points.length === 0 ? null : withPoints(instance, points);
}
