import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { backupVaultsQuery } from '#src/api/data-protection/vaults.ts';
import { failedRead } from '#src/api/queries/paged.ts';
import { machineTagsQuery } from '#src/api/recovery-services/items.ts';
import { vaultNamesQuery } from '#src/api/recovery-services/vaults.ts';
import { subscriptionsQuery, useRegionNames } from '#src/api/resources/places.ts';
import type { FilterOptions, ListScope, ScopeFilters } from '#src/datasources/list.ts';
import { tagText, tagValue } from '#src/model/machines.ts';
import type { Retry } from '#src/model/problem.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { regionText } from '#src/strings/regions.ts';

/** The filters by place. What is chosen has a name before the others are read. */
export function useScopeFilters(chosen: ListScope): ScopeFilters {
  const { vaults: ids = [], regions: places = [], tags: chosenTags = [] } = chosen;
  const { providers = ['Microsoft.RecoveryServices'] } = chosen;
  const hasRecoveryServices = providers.includes('Microsoft.RecoveryServices');
  const hasDataProtection = providers.includes('Microsoft.DataProtection');
  const subscriptions = useQuery(subscriptionsQuery());
  const names = useRegionNames();
  const [isOpened, setIsOpened] = useState(false);
  const isNeeded = isOpened || chosen.isOfVault === true;
  const ofMachines = useQuery({
    ...vaultNamesQuery(),
    enabled: isNeeded && hasRecoveryServices,
  });
  const ofDisks = useQuery({
    ...backupVaultsQuery(),
    enabled: isNeeded && hasDataProtection,
  });
  const [areTagsOpened, setAreTagsOpened] = useState(false);
  const tags = useQuery({ ...machineTagsQuery(), enabled: areTagsOpened });
  const vaults = together([
    ...(hasRecoveryServices ? [ofMachines.data] : []),
    ...(hasDataProtection ? [ofDisks.data] : []),
  ]);
  const regions = vaults && [...new Set(vaults.map(({ region }) => region))].toSorted();
  const onOpen = () => setIsOpened(true);
  const retry = againOf([ofMachines, ofDisks]);
  return {
    subscription: {
      part: 'subscription',
      options: subscriptions.data?.map(({ id, name }) => ({ value: id, text: name })),
      chosen: chosen.subscriptions ?? [],
      retry: againOf([subscriptions]),
    },
    vault: {
      part: 'vault',
      options:
        vaults?.map(({ id, name }) => ({ value: id, text: name })) ??
        known(ids, (id) => nameOf(id)),
      chosen: ids,
      onOpen,
      retry,
    },
    region: {
      part: 'region',
      options: (regions ?? (places.length === 0 ? undefined : places))?.map((value) => ({
        value,
        text: names[value.toLowerCase()] ?? regionText(value),
      })),
      chosen: places,
      onOpen,
      retry,
    },
    tag: {
      part: 'tag',
      options: (tags.data ?? (chosenTags.length === 0 ? undefined : chosenTags))?.map((tag) => ({
        value: tagValue(tag),
        text: tagText(tag),
      })),
      chosen: chosenTags.map(tagValue),
      onOpen: () => setAreTagsOpened(true),
      retry: againOf([tags]),
    },
    machineVaults: ofMachines.data,
  };
}

/** The way to what could not be read; undefined where all could. */
function againOf(reads: readonly Pick<UseQueryResult, 'error' | 'refetch'>[]): Retry | undefined {
  const failed = reads.filter(({ error }) => error !== null).map(failedRead);
  const [first] = failed;
  if (first === undefined) return undefined;
  return {
    way: first.way,
    onRetry: () => {
      for (const { onRetry } of failed) onRetry();
    },
  };
}

interface NamedVault {
  readonly id: string;
  readonly name: string;
  readonly region: string;
}

/** All of them by name; undefined as long as one list is being read. */
function together(
  lists: readonly (readonly NamedVault[] | undefined)[],
): readonly NamedVault[] | undefined {
  if (lists.includes(undefined)) return undefined;
  const all = lists.flatMap((list) => list ?? []);
  return lists.length === 1 ? all : all.toSorted((a, b) => a.name.localeCompare(b.name));
}

function known(values: readonly string[], textOf: (value: string) => string): FilterOptions {
  return values.length === 0 ? undefined : values.map((value) => ({ value, text: textOf(value) }));
}
