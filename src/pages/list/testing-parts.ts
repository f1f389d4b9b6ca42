import type { AnyList } from '#src/datasources/list.ts';

const place = (part: string) => ({ part, options: undefined, chosen: [] });

/** The parts of an address that narrow a list. */
export function partsOf(list: AnyList): readonly string[] {
  const places = {
    subscription: place('subscription'),
    vault: place('vault'),
    region: place('region'),
    tag: place('tag'),
    machineVaults: undefined,
  };
  return list((spec) =>
    spec
      .listOf({})
      .filters(places)
      .map(({ part }) => part),
  );
}
