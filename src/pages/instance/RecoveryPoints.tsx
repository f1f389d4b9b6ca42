import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { instanceAddress } from '#src/api/arm/address.ts';
import { recoveryPointsQuery } from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { wizard } from '#src/strings/wizard.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { PageContent } from '#src/ui/PageContent.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = pages.instance;

const columns = (instance: string): Column<RecoveryPoint>[] => [
  {
    head: words.heads.time,
    cell: ({ time }) => (time === null ? common.notReported : dateTimeText(time)),
  },
  { head: words.heads.consistency, cell: ({ consistency }) => wizard.consistency[consistency] },
  { head: words.heads.tier, cell: ({ tier }) => wizard.tier[tier] },
  {
    head: common.restore,
    cell: ({ name, time }) => (
      <RouterButton
        size="small"
        to="/restore/new"
        search={{ instance, point: name }}
        preload={false}
        aria-label={words.restoreAsOf(time === null ? name : dateTimeText(time))}
      >
        {common.restore}
      </RouterButton>
    ),
  },
];

const useStyles = makeStyles({
  heading: {
    margin: 0,
    paddingInline: tokens.spacingHorizontalXXL,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** As of when the machine can be restored. */
export function RecoveryPoints({ itemId }: { readonly itemId: ResourceId }) {
  const styles = useStyles();
  const points = useQuery(recoveryPointsQuery(itemId));
  return (
    <section>
      <h2 className={styles.heading}>{words.points}</h2>
      <Loaded query={points} problemOf={problemOf} what={words.pointsWhat}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.pointsNone} />
          ) : (
            <PageContent>
              <DataTable
                label={words.points}
                columns={columns(instanceAddress(itemId))}
                rows={rows}
                rowKey={({ id }) => id}
              />
            </PageContent>
          )
        }
      </Loaded>
    </section>
  );
}
