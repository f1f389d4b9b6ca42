import { commvaultFacts } from './facts/commvault.ts';
import { diskFacts } from './facts/disk.ts';
import { pointFacts } from './facts/point.ts';
import { jobFacts, productFacts } from './facts/product.ts';
import { chosenFacts, targetFacts } from './facts/target.ts';
import { vaultFacts } from './facts/vault.ts';
import { vmFacts } from './facts/vm.ts';
import type { FactWords } from './facts/words.ts';

/**
 * What a rule may read. Every property has one of three states: a value; `null`, known to be
 * absent; left out or `undefined`, NOT KNOWN (not loaded, not permitted, failed). A whole group that
 * is `null` is known not to exist here (a wizard draft has no job), so rules that read it are silent.
 * Types and words of each fact are one entry in `facts/`.
 */

const facts = {
  ...vmFacts,
  ...pointFacts,
  ...vaultFacts,
  ...targetFacts,
  ...chosenFacts,
  ...productFacts,
  ...jobFacts,
  ...diskFacts,
  ...commvaultFacts,
};

/**
 * How a fact is named in verdicts and explanations: `vm.zone`. What is read of a chosen account,
 * network or subscription is a fact too: `c.staging.region`.
 */
export type FactName = keyof typeof facts;

/** What a fact may be when it is known. */
export type FactValue<Name extends FactName> = Parameters<(typeof facts)[Name]['say']>[0];

/** The facts whose names start with this group. */
export type FactsOf<Group extends string> = Extract<FactName, `${Group}.${string}`>;

type GroupOf<Name extends FactName> =
  Name extends FactsOf<'c'> ? never : Name extends `${infer Group}.${string}` ? Group : never;

/** All facts, each of them known. */
export type FullFacts = {
  [Group in GroupOf<FactName>]: {
    [
      Name in FactsOf<Group> as Name extends `${Group}.${infer Property}` ? Property : never
    ]: FactValue<Name>;
  };
};

/** Facts as the product holds them: what is left out is not known. */
export type Facts = { readonly [G in keyof FullFacts]?: Readonly<Partial<FullFacts[G]>> | null };

export const factWords: Readonly<Record<FactName, FactWords>> = facts;

export const isFactName = (name: string): name is FactName => Object.hasOwn(facts, name);

/**
 * A fact and its value as a person reads it: "Disk encryption is customer-managed key". A value of
 * `undefined` is not known: "Not known: the disk encryption".
 */
export const factText = (
  name: FactName,
  value: unknown,
  words: FactWords = factWords[name],
): string => (value === undefined ? `Not known: ${words.about}` : words.say(value));

/** The subject of a fact, as the label of a field: "Whether the source VM exists". */
export function factLabel(name: FactName): string {
  const { about } = factWords[name];
  return about.charAt(0).toUpperCase() + about.slice(1);
}
