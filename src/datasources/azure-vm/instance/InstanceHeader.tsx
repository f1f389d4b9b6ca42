import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { vaultAddress } from '#src/api/arm/address.ts';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Source } from '#src/datasources/azure-vm/instance/use-source.ts';
import { instance as words } from '#src/strings/instance.ts';
import { InstanceHeader as Header } from '#src/ui/instance/InstanceHeader.tsx';
import { Opened } from '#src/ui/instance/Opened.tsx';

export interface InstanceHeaderProps {
  readonly id: ResourceId;
  /** Undefined: not read. */
  readonly item: ProtectedItem | undefined;
  readonly isReading: boolean;
  readonly source: Source;
  readonly actions: ReactNode;
}

/** Where one is: the machine, and what tells it from others of its name. */
export function InstanceHeader({ id, item, source, ...rest }: InstanceHeaderProps) {
  const { data: names } = useQuery(subscriptionNamesQuery());
  const about = item && {
    before: [item.resourceGroup],
    vault: { address: vaultAddress(item.vaultId), name: item.vaultName },
    after: [names?.[item.subscriptionId.toLowerCase()] ?? item.subscriptionId, sourceText(source)],
  };
  // The last part of an item's name is that of its machine.
  const name = item?.friendlyName ?? id.split(';').at(-1) ?? '';
  return (
    <>
      {item && <Opened id={id} name={name} place={[item.resourceGroup, item.vaultName]} />}
      <Header name={name} about={about} {...rest} />
    </>
  );
}

function sourceText({ machine, unread }: Source): string {
  if (machine === undefined)
    return unread === 'loading' ? words.sourceReading : words.sourceNotRead;
  return machine === null ? words.sourceDeleted : words.sourceExists;
}
