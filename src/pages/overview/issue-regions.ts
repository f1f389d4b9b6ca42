import { type ReachCounts, regionName, type ServiceIssue } from '#src/model/places.ts';

/** An issue in one region. */
export interface RegionIssue {
  readonly issue: ServiceIssue;
  /** As Azure writes it. */
  readonly region: string;
  /** Undefined: the VMs there aren't counted. */
  readonly counts: ReachCounts | undefined;
}

/** All regions of some issues, each once, as lists name them. */
export const regionsOf = (issues: readonly ServiceIssue[]): readonly string[] => [
  ...new Set(issues.flatMap(({ regions }) => regions.map(regionName))),
];

/** The issues of regions where VMs are backed up, or may be: other regions are left out. */
export function regionIssues(
  issues: readonly ServiceIssue[],
  counts: ReadonlyMap<string, ReachCounts> | undefined,
): readonly RegionIssue[] {
  return issues
    .flatMap((issue) =>
      issue.regions.map((region) => ({ issue, region, counts: counts?.get(regionName(region)) })),
    )
    .filter((one) => counts === undefined || one.counts !== undefined);
}
