import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { instanceFromAddress } from '#src/api/arm/address.ts';
import { type Datasource, datasourceOf } from '#src/model/instance-list.ts';
import { KnownDisk } from '#src/pages/instance/disk/KnownDisk.tsx';
import { KnownInstance, type KnownInstanceProps } from '#src/pages/instance/KnownInstance.tsx';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

/** What draws the page of a protected thing. */
const KNOWN: Readonly<Record<Datasource, ComponentType<KnownInstanceProps>>> = {
  vm: KnownInstance,
  disk: KnownDisk,
};

const route = getRouteApi('/instances/$instanceId');

/** One protected machine or disk: what it is, and as of when it can be restored. */
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
  // Another machine is another page: nothing that was ticked goes along.
  const Known = KNOWN[datasourceOf(id)];
  return <Known key={id.toLowerCase()} id={id} address={instanceId} />;
}
