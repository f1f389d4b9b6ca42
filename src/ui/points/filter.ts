import { addressReader } from '#src/lib/address-values.ts';
import { type Day, dayOf, type Instant, parseDay, parseInstant } from '#src/lib/time.ts';
import type { Consistency, RecoveryPointTier } from '#src/model/points.ts';

/** A restore point as filters and the calendar read it; some services report no tier and no consistency. */
export interface DatedPoint {
  /** Null: not reported. */
  readonly time: Instant | null;
  readonly tier?: RecoveryPointTier;
  readonly consistency?: Consistency;
}

/** The filters of a list of restore points, as texts that an address can hold. */
export interface PointSearch {
  /** First and last day of the restore points shown, `2025-06-05`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The one day whose restore points are shown. */
  readonly day?: string | undefined;
  /** Only restore points from before this moment are shown, `2025-06-05T01:00:00Z`. */
  readonly before?: string | undefined;
  /** The last day of the calendar. */
  readonly until?: string | undefined;
  /** Tiers and consistencies, several with a comma between. */
  readonly tier?: string | undefined;
  readonly consistency?: string | undefined;
}

/** Changes some of the filters; the others stay. */
export type ChangePoints = (change: PointSearch) => void;

/** What removes every filter. */
export const NO_POINTS_FILTER = {
  from: undefined,
  to: undefined,
  day: undefined,
  before: undefined,
  tier: undefined,
  consistency: undefined,
} as const;

/** Which restore points are shown. Null or empty: all of them. */
export interface PointFilter {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly day: Day | null;
  readonly before: Instant | null;
  readonly tiers: readonly RecoveryPointTier[];
  readonly consistencies: readonly Consistency[];
}

/** Tiers and consistencies by their words in addresses, which stay as they were first written. */
export const TIERS = {
  snapshot: 'Snapshot',
  snapshotAndVaultStandard: 'SnapshotAndVault',
  vaultStandard: 'Vault',
  vaultArchive: 'Archive',
} as const satisfies Readonly<Record<string, RecoveryPointTier>>;
export const CONSISTENCIES = {
  application: 'AppConsistent',
  fileSystem: 'FileSystemConsistent',
  crash: 'CrashConsistent',
} as const satisfies Readonly<Record<string, Consistency>>;

/** What a word of an address means, by a table of them. */
const meaningIn =
  <Value>(words: Readonly<Record<string, Value>>) =>
  (text: string): Value | null =>
    Object.hasOwn(words, text) ? (words[text] ?? null) : null;

/** The words of some values in an address. */
export const addressWords = <Value extends string>(
  words: Readonly<Record<string, Value>>,
  values: readonly Value[],
): string[] =>
  values.flatMap((value) => Object.keys(words).find((word) => words[word] === value) ?? []);

/** What an address asks for, and what in it means nothing, as `day=yesterday`. */
export function readFilter(search: PointSearch): {
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
    before: reader.one('before', parseInstant) ?? null,
    tiers: reader.list('tier', meaningIn(TIERS)),
    consistencies: reader.list('consistency', meaningIn(CONSISTENCIES)),
  };
  reader.one('until', parseDay);
  return { filter, ignored: reader.ignored() };
}

function notBefore(day: Day | null, from: Day | null): Day | null {
  return day !== null && from !== null && day < from ? null : day;
}

/** Whether a point is shown. One without the fact that a filter needs is not. */
export function fits(point: DatedPoint, filter: PointFilter): boolean {
  const { time, tier, consistency } = point;
  return (
    isAmong(tier, filter.tiers) &&
    isAmong(consistency, filter.consistencies) &&
    (time === null ? !isAboutTime(filter) : isInTime(time, filter))
  );
}

const isAmong = <Value>(value: Value | undefined, asked: readonly Value[]): boolean =>
  asked.length === 0 || (value !== undefined && asked.includes(value));

const isAboutTime = ({ from, to, day, before }: PointFilter): boolean =>
  [from, to, day, before].some((one) => one !== null);

function isInTime(time: Instant, { from, to, day, before }: PointFilter): boolean {
  const of = dayOf(time);
  return (
    (day === null || of === day) &&
    (from === null || of >= from) &&
    (to === null || of <= to) &&
    (before === null || time < before)
  );
}

/** Whether anything is left out. */
export function isFiltering(filter: PointFilter): boolean {
  return isAboutTime(filter) || filter.tiers.length > 0 || filter.consistencies.length > 0;
}
