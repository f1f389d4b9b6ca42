import { readAt } from '#src/api/queries/query.ts';
import { serviceIssuesQuery } from '#src/api/resource-graph/service-health.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { type ReachCounts, regionName } from '#src/model/places.ts';
import type { RegionIssue } from '#src/pages/overview/OverviewMain.tsx';
import { type Place, type Reach, reachOf, VAULT_KINDS } from '#src/rules/reach.ts';
import { serviceIssue as words } from '#src/strings/overview.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { ReadAgo } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';

/** An issue in a region with backups, and where the rules let the VMs there be restored. */
export function IssueNotice({ issue, region, counts }: RegionIssue) {
  const { bullets } = useCommonStyles();
  const { title, services, startedAt, isZonal } = issue;
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
            {reachLines(counts, isZonal).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {isZonal && <div>{words.whichZone}</div>}
        </>
      )}
    </Notice>
  );
}

/** How many VMs can be restored where, as far as the rules know it by their vaults. Pure. */
export function reachLines(counts: ReachCounts, isZonal: boolean): readonly string[] {
  const countOf = (place: Place, reach: Reach): number =>
    VAULT_KINDS.reduce(
      (sum, kind) => sum + (reachOf(kind, place, isZonal) === reach ? counts[kind] : 0),
      0,
    );
  const lines = <Known extends Reach>(
    place: Place,
    all: readonly Known[],
    say: (many: number, reach: Known) => string,
  ) =>
    all.flatMap((reach) => {
      const many = countOf(place, reach);
      return many === 0 ? [] : [say(many, reach)];
    });
  return [
    // A region that is down has no zone to restore to.
    ...(isZonal ? lines('zone', ['depends', 'refused', 'notChecked'], words.toZone) : []),
    ...lines('pair', ['depends', 'declared', 'refused', 'notChecked'], words.toPair),
  ];
}
