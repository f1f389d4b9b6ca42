import type { Facts } from '#src/rules/facts.ts';

/** Those of some facts, by their names, that are not known. */
export function unknownOf(given: Facts, names: readonly string[]): string[] {
  return names.filter((name) => {
    const [group = '', property = ''] = name.split('.');
    const found = Object.entries(given).find(([key]) => key === group)?.[1];
    return new Map(Object.entries(found ?? {})).get(property) === undefined;
  });
}

/** The names of all facts that are known. */
export const knownOf = (given: Facts): string[] =>
  Object.entries(given).flatMap(([group, properties]) =>
    Object.entries(properties ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [`${group}.${name}`],
    ),
  );
