import { useQuery } from '@tanstack/react-query';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { VaultLink } from '#src/pages/instance/VaultLink.tsx';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { instances } from '#src/strings/instances.ts';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';

export interface DiskHeaderProps {
  readonly id: ResourceId;
  /** Undefined: not read. */
  readonly item: DiskBackupInstance | undefined;
  readonly isReading: boolean;
}

/** Where one is: the disk, and what tells it from others of its name. */
export function DiskHeader({ id, item, isReading }: DiskHeaderProps) {
  const { data: names } = useQuery(subscriptionNamesQuery());
  const name = item?.friendlyName ?? nameOf(id);
  const subscription = item && (names?.[item.subscriptionId.toLowerCase()] ?? item.subscriptionId);
  return (
    <PageHeader
      title={name}
      crumbs={[
        <OverviewLink key="overview" />,
        <NameLink key="instances" to="/instances" search={{ datasource: 'disk' }}>
          {common.backupInstances}
        </NameLink>,
        <span key="here" aria-current="page">
          {name}
        </span>,
      ]}
      subtitle={
        item === undefined ? (
          notYet(isReading)
        ) : (
          <>
            {[instances.datasources.disk, item.resourceGroup, ''].join(words.separator)}
            <VaultLink item={item} />
            {[null, subscription].join(words.separator)}
          </>
        )
      }
    />
  );
}

function notYet(isReading: boolean): string {
  return isReading ? common.reading(words.what) : common.notRead;
}
