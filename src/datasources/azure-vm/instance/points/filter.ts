import { addressReader, oneOf } from '#src/lib/address-values.ts';
import { type Day, dayOf, parseDay } from '#src/lib/day.ts';
import type {
  Consistency,
  RecoveryPoint,
  RecoveryPointTier,
} from '#src/model/recovery-services.ts';
import type { InstanceSearch } from '#src/datasources/pages.ts';

/** Which restore points are shown. Null or empty: all of them. */
export interface PointFilter {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly day: Day | null;
  readonly tiers: readonly RecoveryPointTier[];
  readonly consistencies: readonly Consistency[];
}

export const TIERS = [
  'snapshot',
  'snapshotAndVaultStandard',
  'vaultStandard',
  'vaultArchive',
] as const satisfies readonly RecoveryPointTier[];
export const CONSISTENCIES = [
  'application',
  'fileSystem',
  'crash',
] as const satisfies readonly Consistency[];

/** What an address asks for, and what in it means nothing, as `day=yesterday`. */
export function readFilter(search: InstanceSearch): {
  readonly filter: PointFilter;
  readonly ignored: readonly string[];
} {
  const reader = addressReader({ ...search });
  const from = reader.one('from', parseDay) ?? null;
  const filter: PointFilter = {
    from,
    // An end before the beginning would leave nothing.
    to: reader.one('to', (text) => notBefore(parseDay(text), from)) ?? null,
    day: reader.one('day', parseDay) ?? null,
    tiers: reader.list('tier', oneOf(TIERS)),
    consistencies: reader.list('consistency', oneOf(CONSISTENCIES)),
  };
  reader.one('until', parseDay);
  return { filter, ignored: reader.ignored() };
}

function notBefore(day: Day | null, from: Day | null): Day | null {
  return day !== null && from !== null && day < from ? null : day;
}

/** Whether a point is shown. One that does not say what is asked for is not. */
export function fits(point: RecoveryPoint, filter: PointFilter): boolean {
  const { from, to, day, tiers, consistencies } = filter;
  if (tiers.length > 0 && !tiers.includes(point.tier)) return false;
  if (consistencies.length > 0 && !consistencies.includes(point.consistency)) return false;
  if (from === null && to === null && day === null) return true;
  if (point.time === null) return false;
  const of = dayOf(point.time);
  return (day === null || of === day) && (from === null || of >= from) && (to === null || of <= to);
}

/** Whether anything is left out. */
export function isFiltering({ from, to, day, tiers, consistencies }: PointFilter): boolean {
  return (
    from !== null || to !== null || day !== null || tiers.length > 0 || consistencies.length > 0
  );
}
