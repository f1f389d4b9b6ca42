import { useQuery } from '@tanstack/react-query';
import { instanceAddress } from '#src/api/arm/address.ts';
import { instancesQuery } from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { wizard } from '#src/strings/wizard.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { PageContent } from '#src/ui/PageContent.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterButton, RouterLink } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = pages.instances;

const columns: Column<ProtectedItem>[] = [
  {
    head: words.heads.name,
    cell: ({ id, friendlyName }) => (
      <RouterLink to="/instances/$instanceId" params={{ instanceId: instanceAddress(id) }}>
        {friendlyName}
      </RouterLink>
    ),
  },
  { head: words.heads.group, cell: ({ resourceGroup }) => resourceGroup },
  { head: words.heads.vault, cell: ({ vaultName }) => vaultName },
  {
    head: words.heads.lastPoint,
    isNumber: true,
    cell: ({ lastRecoveryPointAt }) =>
      lastRecoveryPointAt === null ? words.noPoint : dateTimeText(lastRecoveryPointAt),
  },
  { head: words.heads.health, cell: ({ health }) => wizard.health[health] },
  {
    head: common.restore,
    cell: ({ id, friendlyName, resourceGroup }) => (
      <RouterButton
        size="small"
        to="/restore/new"
        search={{ instance: instanceAddress(id) }}
        preload={false}
        aria-label={words.restoreOf(friendlyName, resourceGroup)}
      >
        {common.restore}
      </RouterButton>
    ),
  },
];

/** All protected machines over all vaults. */
export function InstancesPage() {
  const instances = useQuery(instancesQuery());
  return (
    <>
      <PageHeader
        title={words.title}
        crumbs={[
          <RouterLink key="overview" to="/">
            {common.overview}
          </RouterLink>,
        ]}
      />
      <Loaded query={instances} problemOf={problemOf} what={words.what}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <PageContent>
              <DataTable
                label={words.title}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
              />
            </PageContent>
          )
        }
      </Loaded>
    </>
  );
}
