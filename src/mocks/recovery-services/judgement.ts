import type { RestoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';
import type { State } from '#src/mocks/world/fold.ts';
import type { InstanceSeed, MachineSeed, PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';

/** A restore as it was asked for, and what it speaks of. */
export interface Restore {
  readonly state: State;
  readonly vault: VaultSeed;
  readonly instance: InstanceSeed;
  readonly machine: MachineSeed;
  readonly point: PointSeed;
  readonly body: RestoreRequestWire['properties'];
}

/** One reason to refuse, or null. The text names the fact; the code is CloudInvalidInputError (I). */
export type Check = (restore: Restore) => string | null;

/** Whether a point has a usable copy in a tier. */
export function hasTier(
  point: PointSeed,
  type: 'InstantRP' | 'HardenedRP' | 'ArchivedRP',
): boolean {
  return point.tiers.some((tier) => tier.type === type && tier.status === 'Valid');
}

/** Whether a point was brought back from the archive: it is read from the vault then (azure-contract §4). */
export function isRehydrated(point: PointSeed): boolean {
  return point.tiers.some(({ type, status }) => type === 'ArchivedRP' && status === 'Rehydrated');
}
