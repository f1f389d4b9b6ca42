import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Source } from '#src/pages/instance/use-source.ts';
import { VaultLink } from '#src/pages/instance/VaultLink.tsx';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';

export interface InstanceHeaderProps {
  readonly id: ResourceId;
  /** Undefined: not read. */
  readonly item: ProtectedItem | undefined;
  readonly isReading: boolean;
  readonly source: Source;
  readonly actions: ReactNode;
}

/** Where one is: the machine, and what tells it from others of its name. */
export function InstanceHeader({ id, item, isReading, source, actions }: InstanceHeaderProps) {
  const { data: names } = useQuery(subscriptionNamesQuery());
  // The last part of an item's name is that of its machine.
  const name = item?.friendlyName ?? id.split(';').at(-1) ?? '';
  const subscription = item && (names?.[item.subscriptionId.toLowerCase()] ?? item.subscriptionId);
  return (
    <PageHeader
      title={name}
      actions={actions}
      crumbs={[
        <OverviewLink key="overview" />,
        <NameLink key="instances" to="/instances">
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
            {item.resourceGroup}
            {words.separator}
            <VaultLink item={item} />
            {[null, subscription, sourceText(source)].join(words.separator)}
          </>
        )
      }
    />
  );
}

function notYet(isReading: boolean): string {
  return isReading ? common.reading(words.what) : common.notRead;
}

function sourceText({ machine }: Source): string {
  if (machine === undefined) return words.sourceNotRead;
  return machine === null ? words.sourceDeleted : words.sourceExists;
}
