import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { instanceFromAddress } from '#src/api/arm/address.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { instanceQuery } from '#src/api/queries/instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { InstanceFacts } from '#src/pages/instance/InstanceFacts.tsx';
import { RecoveryPoints } from '#src/pages/instance/RecoveryPoints.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterButton, RouterLink } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = pages.instance;
const route = getRouteApi('/instances/$instanceId');

/** One protected machine: what it is, and as of when it can be restored. */
export function InstancePage() {
  const { instanceId } = route.useParams();
  const id = instanceFromAddress(instanceId);
  if (id === null) {
    return (
      <>
        <PageHeader title={words.unknown} />
        <EmptyState title={words.unknownBody}>
          <RouterButton to="/instances">{common.backupInstances}</RouterButton>
        </EmptyState>
      </>
    );
  }
  return <KnownInstance id={id} address={instanceId} />;
}

interface KnownInstanceProps {
  readonly id: ResourceId;
  readonly address: string;
}

function KnownInstance({ id, address }: KnownInstanceProps) {
  const instance = useQuery(instanceQuery(id));
  return (
    <>
      <PageHeader
        title={instance.data?.friendlyName ?? common.backupInstances}
        crumbs={[
          <RouterLink key="instances" to="/instances">
            {common.backupInstances}
          </RouterLink>,
        ]}
        actions={
          instance.data === undefined ? undefined : (
            <RouterButton
              appearance="primary"
              to="/restore/new"
              search={{ instance: address }}
              preload={false}
            >
              {common.restore}
            </RouterButton>
          )
        }
      />
      <Loaded
        query={instance}
        problemOf={problemOf}
        what={words.what}
        wayOn={<RouterButton to="/instances">{common.backupInstances}</RouterButton>}
      >
        {(item) => (
          <>
            <InstanceFacts item={item} />
            <RecoveryPoints itemId={item.id} />
          </>
        )}
      </Loaded>
    </>
  );
}
