import { useQueries, useQuery } from '@tanstack/react-query';
import {
  instanceQuery,
  recoveryPointsQuery,
  secondaryPointsQuery,
  vaultEncryptionQuery,
  vaultQuery,
} from '#src/api/queries/instances.ts';
import { permissionsQuery } from '#src/api/queries/permissions.ts';
import { diskQuery, machineQuery, subscriptionsQuery } from '#src/api/queries/targets.ts';
import { now } from '#src/lib/clock.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/target.ts';
import type { Reads, TARGET_NOT_ASKED } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { goesToSecondary } from '#src/wizard/draft/target-region.ts';
import { readOf } from '#src/wizard/read-of.ts';
import { useNetworkReads } from '#src/wizard/use-network-reads.ts';

/** What is known of a protected machine, wherever it is restored to. */
export type SourceReads = Omit<Reads, keyof typeof TARGET_NOT_ASKED>;

/** Asks Azure about a protected machine, each thing once its id is known; null: none is chosen. */
export function useSourceReads(
  itemId: string | null,
  regionView: DraftChoices['regionView'] = 'primary',
): SourceReads {
  const id = resourceId(itemId ?? '');
  const isChosen = itemId !== null;
  const instance = useQuery({ ...instanceQuery(id), enabled: isChosen });
  const points = useQuery({ ...recoveryPointsQuery(id), enabled: isChosen });
  const item = instance.data;
  const isRead = item !== undefined;
  const vaultId = item?.vaultId ?? id;
  const vault = useQuery({ ...vaultQuery(vaultId), enabled: isRead });
  const vaultEncryption = useQuery({ ...vaultEncryptionQuery(vaultId), enabled: isRead });
  const secondaryPoints = useQuery({
    ...secondaryPointsQuery(id),
    enabled: isChosen && goesToSecondary({ regionView }, { vault: readOf(vault) }),
  });
  const hasSecondary = vault.data?.crossRegionRestore === true;
  const vaultPermissions = useQuery({ ...permissionsQuery(vaultId), enabled: hasSecondary });
  const machine = useQuery({ ...machineQuery(item?.sourceResourceId ?? id), enabled: isRead });
  const subscriptions = useQuery(subscriptionsQuery());
  const disks = useQueries({ queries: diskIds(machine.data).map(diskQuery) });
  const network = useNetworkReads(machine.data);
  return {
    ...network,
    at: now(),
    instance: readOf(instance),
    vault: readOf(vault),
    vaultEncryption: readOf(vaultEncryption),
    vaultPermissions: readOf(vaultPermissions),
    points: readOf(points),
    secondaryPoints: readOf(secondaryPoints),
    machine: readOf(machine),
    disks: disks.map(readOf),
    subscriptions: readOf(subscriptions),
  };
}

function diskIds(machine: Machine | null | undefined) {
  return (machine?.disks ?? []).flatMap(({ managedDiskId }) =>
    managedDiskId === null ? [] : [managedDiskId],
  );
}
