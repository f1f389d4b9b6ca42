import type { Choices } from './choices.ts';
import type { Facts } from './facts.ts';

/** Facts and choices that a rule is tried on. */
export type Example = { readonly facts: Facts; readonly choices: Choices };

/** The value of a fact or choice by its name (`vm.zone`, `c.staging.region`); undefined: not known. */
export function valueAt({ facts, choices }: Example, name: string): unknown {
  const path = name.split('.');
  return path[0] === 'c' ? inside(choices, path.slice(1)) : inside(facts, path);
}

/**
 * The same example with one value set, or with `undefined` made not known. The value must be of the
 * name's vocabulary: only by a name given at run time is it written unchecked.
 */
export function withValueAt({ facts, choices }: Example, name: string, value: unknown): Example {
  const [group = '', ...path] = name.split('.');
  return group === 'c'
    ? { facts, choices: written(choices, path, value) }
    : { facts: written(facts, [group, ...path], value), choices };
}

/** Names of the facts and choices of an example that differ from those of another. */
export function differingNames(one: Example, other: Example): string[] {
  return namesIn(one).filter(
    (name) => JSON.stringify(valueAt(one, name)) !== JSON.stringify(valueAt(other, name)),
  );
}

function namesIn({ facts, choices }: Example): string[] {
  const ofFacts = Object.entries(facts).flatMap(([group, known]) =>
    Object.keys(known ?? {}).map((property) => `${group}.${property}`),
  );
  const { staging, vnet, ...plain } = choices;
  const ofChosen = Object.entries({ staging, vnet }).flatMap(([field, chosen]) =>
    chosen === null ? [`c.${field}`] : Object.keys(chosen).map((key) => `c.${field}.${key}`),
  );
  return [...ofFacts, ...Object.keys(plain).map((key) => `c.${key}`), ...ofChosen];
}

function inside(thing: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || thing === undefined) return thing;
  if (typeof thing !== 'object' || thing === null) return undefined;
  const value: unknown = Reflect.get(thing, key);
  return inside(value, rest);
}

function written<Thing extends object>(
  thing: Thing,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): Thing {
  const within = inside(thing, [key]);
  const isWithin = rest.length > 0 && typeof within === 'object' && within !== null;
  return { ...thing, [key]: isWithin ? written(within, rest, value) : value };
}
