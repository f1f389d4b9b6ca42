import type { RestoreRequestWire } from '#src/api/recovery-services/restore-requests.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { isRehydrating, rehydrationSeconds } from '#src/mocks/world/plan-restore.ts';
import type { InstanceSeed, PointSeed } from '#src/mocks/world/seed.ts';

const DAY_MS = 86_400_000;

/** For how many days a point is to stay in the vault, `P7D`; null when the request does not say. */
export function daysOf(body: RestoreRequestWire['properties']): number | null {
  const text = body.recoveryPointRehydrationInfo?.rehydrationRetentionDuration ?? '';
  const days = Number(/^P(\d+)D$/.exec(text)?.[1] ?? 0);
  return days > 0 ? days : null;
}

/**
 * Effect of an accepted restore on its point: after a while the point is back from the archive, until
 * its days are over. Canceling the restore meanwhile does not stop that (G).
 */
export function rehydrationBy(
  now: number,
  instance: InstanceSeed,
  point: PointSeed,
  { properties }: RestoreRequestWire,
): readonly WorldEvent[] {
  const days = daysOf(properties);
  if (!isRehydrating(properties) || days === null) return [];
  const fromMs = now + rehydrationSeconds(properties) * 1000;
  const untilMs = fromMs + days * DAY_MS;
  return [
    {
      type: 'point-tiered',
      at: now,
      itemId: instance.id,
      pointName: point.name,
      fromMs,
      untilMs,
      tiers: point.tiers.map((tier) =>
        tier.type === 'ArchivedRP'
          ? { ...tier, status: 'Rehydrated', rehydratedUntil: sevenDecimals(untilMs) }
          : tier,
      ),
    },
  ];
}
