import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { RestoreRequestWire } from '#src/api/recovery-services/restore-requests.ts';
import { type Zone, zoneIn, ZONES } from '#src/mocks/world/zones.ts';
import type { State } from '#src/mocks/world/fold.ts';
import type { InstanceSeed, MachineSeed, PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A requested restore, and the things it refers to. */
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

/** Null, empty and missing are alike (azure-contract §5). */
export const isBlank = (value: string | null | undefined): boolean => (value ?? '') === '';

/** The subscription that the restore goes to: the target group's, else the vault's. */
export function targetSubscription({ body, vault }: Restore): string {
  const target = parseResourceId(body.targetResourceGroupId ?? '') ?? parseResourceId(vault.id);
  return target?.subscriptionId ?? '';
}

/** The machine's own zone as the target subscription numbers it. */
export function ownZone(restore: Restore): Zone | undefined {
  const { machine, vault } = restore;
  const from = parseResourceId(machine.id)?.subscriptionId ?? '';
  return (
    machine.zone && zoneIn(vault.location, machine.zone, { from, to: targetSubscription(restore) })
  );
}

/** The zone of a request, as the machine's own subscription numbers it. */
export function wantedZone({
  machine,
  vault,
  body,
}: Pick<Restore, 'machine' | 'vault' | 'body'>): Zone | undefined {
  const zone = ZONES.find((one) => one === body.zones?.[0]);
  const to = parseResourceId(machine.id)?.subscriptionId ?? '';
  const from = parseResourceId(body.targetResourceGroupId ?? '')?.subscriptionId ?? to;
  return zone && zoneIn(vault.location, zone, { from, to });
}

/** Whether it goes to another subscription than the vault's. */
export const isElsewhere = (restore: Restore): boolean =>
  !sameId(targetSubscription(restore), parseResourceId(restore.vault.id)?.subscriptionId);

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

/** Whether all copies of a point are gone: it is listed still, and nothing can be read from it. */
export const isGone = ({ tiers }: PointSeed): boolean =>
  tiers.length > 0 && tiers.every(({ status }) => status !== 'Valid' && status !== 'Rehydrated');

/** Whether a point is in the archive and nowhere else. */
export const isArchived = (point: PointSeed): boolean =>
  !hasTier(point, 'InstantRP') && !hasTier(point, 'HardenedRP') && !isRehydrated(point);
