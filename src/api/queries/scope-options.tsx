import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { backupVaultsQuery } from '#src/api/queries/disk-instances.ts';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import { vaultNamesQuery } from '#src/api/queries/vault-names.ts';
import type { Datasource } from '#src/model/instance-list.ts';
import { nameOf } from '#src/model/resource-id.ts';

interface Option {
  readonly value: string;
  readonly text: string;
}
type Options = readonly Option[] | undefined;

export interface ScopeOptions {
  /** Undefined: being read. */
  readonly subscriptions: Options;
  readonly vaults: Options;
  readonly regions: Options;
  /** Told when somebody looks at vaults or regions: thousands of vaults are read only then. */
  readonly ask: () => void;
}

interface Chosen {
  /** Whose vaults are offered; left out: those of machines. */
  readonly datasources?: readonly Datasource[];
  readonly vaults?: readonly string[];
  readonly regions?: readonly string[];
}

/** Where a list can be narrowed to. What is chosen has a name before the others are read. */
export function useScopeOptions(chosen: Chosen): ScopeOptions {
  const { vaults: ids = [], regions: places = [], datasources = ['vm'] } = chosen;
  const subscriptions = useQuery(subscriptionsQuery());
  const names = useRegionNames();
  const [isAsked, setIsAsked] = useState(false);
  const ofMachines = useQuery({
    ...vaultNamesQuery(),
    enabled: isAsked && datasources.includes('vm'),
  });
  const ofDisks = useQuery({
    ...backupVaultsQuery(),
    enabled: isAsked && datasources.includes('disk'),
  });
  const vaults = together([
    ...(datasources.includes('vm') ? [ofMachines.data] : []),
    ...(datasources.includes('disk') ? [ofDisks.data] : []),
  ]);
  const regions = vaults && [...new Set(vaults.map(({ region }) => region))].toSorted();
  return {
    subscriptions: subscriptions.data?.map(({ id, name }) => ({ value: id, text: name })),
    vaults:
      vaults?.map(({ id, name }) => ({ value: id, text: name })) ?? known(ids, (id) => nameOf(id)),
    regions: (regions ?? (places.length === 0 ? undefined : places))?.map((value) => ({
      value,
      text: names[value.toLowerCase()] ?? value,
    })),
    ask: () => setIsAsked(true),
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

function known(values: readonly string[], textOf: (value: string) => string): Options {
  return values.length === 0 ? undefined : values.map((value) => ({ value, text: textOf(value) }));
}
