import { type Hit } from './hits.ts';

/** How many forbidden phrases each file has, by its path; files without any are not listed. */
export type Baseline = Readonly<Record<string, number>>;

/** The forbidden phrases of each file, by its path. */
export type HitsByPath = ReadonlyMap<string, readonly Hit[]>;

/** The baseline that fits today's files. */
export function baselineOf(hits: HitsByPath): Baseline {
  const counts = [...hits].map(([path, { length }]): [string, number] => [path, length]);
  return Object.fromEntries(
    counts.filter(([, count]) => count > 0).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

const hitLine = ({ line, found, instead }: Hit): string =>
  `  ${String(line)}: “${found}” → ${instead}`;

/** Each file with more phrases than its baseline, with their lines and what to write instead. */
export function risen(baseline: Baseline, hits: HitsByPath): readonly string[] {
  return [...hits].flatMap(([path, found]) => {
    const was = baseline[path] ?? 0;
    if (found.length <= was) return [];
    const counts = `${path}: ${String(found.length)} forbidden phrases, baseline ${String(was)}.`;
    return [[`${counts} Write the new ones differently:`, ...found.map(hitLine)].join('\n')];
  });
}

/** Each file with fewer phrases than its baseline, or without any because it is gone. */
export function fallen(baseline: Baseline, hits: HitsByPath): readonly string[] {
  return Object.entries(baseline).flatMap(([path, was]) => {
    const count = hits.get(path)?.length ?? 0;
    if (count >= was) return [];
    const counts = `${path}: ${String(count)} forbidden phrases, baseline ${String(was)}.`;
    return [`${counts} Lower the baseline: npm run words`];
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Whether the baseline may become the new one. No file may have more phrases, except those that
 * moved with their text: out of a file that is gone, or into a new file.
 */
export function mayBecome(baseline: Baseline, next: Baseline, paths: ReadonlySet<string>): boolean {
  const changes = [...new Set([...Object.keys(baseline), ...Object.keys(next)])].map((path) => ({
    isNew: !Object.hasOwn(baseline, path),
    isGone: !paths.has(path),
    rise: (next[path] ?? 0) - (baseline[path] ?? 0),
  }));
  const rises = (isNew: boolean) =>
    sum(changes.filter((one) => one.isNew === isNew && one.rise > 0).map(({ rise }) => rise));
  const sunk = sum(changes.map(({ rise }) => Math.max(0, -rise)));
  const gone = sum(changes.filter(({ isGone }) => isGone).map(({ rise }) => -rise));
  return rises(false) <= gone && rises(false) + rises(true) <= sunk;
}
