import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRegionNames } from '#src/api/queries/region-names.ts';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import { vaultNamesQuery } from '#src/api/queries/vault-names.ts';
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
  readonly vaults?: readonly string[];
  readonly regions?: readonly string[];
}

/** Where a list can be narrowed to. What is chosen has a name before the others are read. */
export function useScopeOptions({ vaults: ids = [], regions: places = [] }: Chosen): ScopeOptions {
  const subscriptions = useQuery(subscriptionsQuery());
  const names = useRegionNames();
  const [isAsked, setIsAsked] = useState(false);
  const vaults = useQuery({ ...vaultNamesQuery(), enabled: isAsked }).data;
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

function known(values: readonly string[], textOf: (value: string) => string): Options {
  return values.length === 0 ? undefined : values.map((value) => ({ value, text: textOf(value) }));
}
