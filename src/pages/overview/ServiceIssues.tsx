import { useQuery } from '@tanstack/react-query';
import { readAt } from '#src/api/queries/query.ts';
import { reachQuery, serviceIssuesQuery } from '#src/api/resource-graph/service-health.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { regionName } from '#src/model/places.ts';
import { type RegionIssue, regionIssues, regionsOf } from '#src/pages/overview/issue-regions.ts';
import { serviceIssue as words } from '#src/strings/overview.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { ReadAgo } from '#src/ui/page.tsx';
import { RouterButton } from '#src/ui/links.tsx';

/**
 * The issues that Azure reports in regions with backups, and where the VMs there can be restored. Nothing while Azure
 * reports none, and where it can't be read.
 */
export function ServiceIssues() {
  const { data: issues = [] } = useQuery(serviceIssuesQuery());
  const { data: counts, isPending } = useQuery(reachQuery(regionsOf(issues)));
  if (isPending) return null;
  return regionIssues(issues, counts).map((one) => (
    <IssueNotice key={`${one.issue.trackingId} ${one.region}`} {...one} />
  ));
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
