import { type Day, dayOf, parseDay } from '#src/lib/day.ts';
import type {
  Consistency,
  RecoveryPoint,
  RecoveryPointTier,
} from '#src/model/recovery-services.ts';
import type { InstanceSearch } from '#src/pages/instance/search.ts';

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

/** What an address asks for, and what in it means nothing. */
export function readFilter(search: InstanceSearch): {
  readonly filter: PointFilter;
  /** Parts of the address that mean nothing, as `day=yesterday`. */
  readonly ignored: readonly string[];
} {
  const ignored: string[] = [];
  const ignore = (name: keyof InstanceSearch, value: string) => ignored.push(`${name}=${value}`);
  const dayIn = (name: 'from' | 'to' | 'day' | 'until'): Day | null => {
    const value = search[name] ?? '';
    const day = parseDay(value);
    if (day === null && value !== '') ignore(name, value);
    return day;
  };
  const listIn = <Word extends string>(
    name: 'tier' | 'consistency',
    words: readonly Word[],
  ): Word[] => {
    const typed = (search[name] ?? '').split(',').filter((word) => word !== '');
    for (const word of typed) if (!words.some((one) => one === word)) ignore(name, word);
    return words.filter((word) => typed.includes(word));
  };
  const [from, to] = [dayIn('from'), dayIn('to')];
  const isBackwards = from !== null && to !== null && to < from;
  if (isBackwards) ignore('to', to);
  dayIn('until');
  return {
    filter: {
      from,
      to: isBackwards ? null : to,
      day: dayIn('day'),
      tiers: listIn('tier', TIERS),
      consistencies: listIn('consistency', CONSISTENCIES),
    },
    ignored,
  };
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
