import { useQuery } from '@tanstack/react-query';
import { readAt } from '#src/api/queries/query.ts';
import { reachQuery, serviceIssuesQuery } from '#src/api/resource-graph/service-health.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { type ReachCounts, regionName, type ServiceIssue } from '#src/model/places.ts';
import { serviceIssue as words } from '#src/strings/overview.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { ReadAgo } from '#src/ui/page.tsx';
import { RouterButton } from '#src/ui/links.tsx';

/**
 * The issues that Azure reports in regions with backups, and where the VMs there can be restored. Nothing while Azure
 * reports none, and where it can't be read.
 */
export function ServiceIssues({ issues }: { readonly issues: readonly RegionIssue[] }) {
  return issues.map((one) => (
    <IssueNotice key={`${one.issue.trackingId} ${one.region}`} {...one} />
  ));
}

/** The issues as far as they were read. */
export function useRegionIssues(): readonly RegionIssue[] {
  const { data: issues = [] } = useQuery(serviceIssuesQuery());
  const { data: counts, isPending } = useQuery(reachQuery(regionsOf(issues)));
  return isPending ? [] : regionIssues(issues, counts);
}

function IssueNotice({ issue, region, counts }: RegionIssue) {
  const { bullets } = useCommonStyles();
  const { title, services, startedAt, isZonal } = issue;
  const lines = counts && (isZonal ? words.ofZone(counts) : words.ofRegion(counts));
  return (
    <Notice
      intent="warning"
      title={words.title(region, isZonal)}
      actions={
        <>
          <RouterButton
            to="/what-happened"
            search={{ what: isZonal ? 'zone-down' : 'region-down' }}
            appearance="primary"
          >
            {words.start}
          </RouterButton>
          <RouterButton to="/instances" search={{ region: regionName(region) }}>
            {words.show}
          </RouterButton>
        </>
      }
    >
      {words.reported(title, services)} {startedAt !== null && words.since(dateTimeText(startedAt))}{' '}
      <ReadAgo at={readAt(serviceIssuesQuery().queryKey)} />
      {counts === undefined ? (
        <div>{words.notCounted}</div>
      ) : (
        <>
          <div>{words.all(counts.all)}</div>
          <ul className={bullets}>
            {lines?.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {isZonal && <div>{words.whichZone}</div>}
        </>
      )}
    </Notice>
  );
}

/** An issue in one region. */
interface RegionIssue {
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
