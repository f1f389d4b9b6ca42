import { commvaultFacts } from './facts/commvault.ts';
import { diskFacts } from './facts/disk.ts';
import { guestFacts } from './facts/guest.ts';
import { jobFacts } from './facts/job.ts';
import { machineFacts } from './facts/vm.ts';
import { pointFacts } from './facts/point.ts';
import { productFacts } from './facts/product.ts';
import { targetFacts } from './facts/target.ts';
import { vaultFacts } from './facts/vault.ts';
import { factText as textOf } from './facts/words.ts';

const facts = {
  ...machineFacts,
  ...guestFacts,
  ...pointFacts,
  ...vaultFacts,
  ...targetFacts,
  ...productFacts,
  ...jobFacts,
  ...diskFacts,
  ...commvaultFacts,
};

/** Names of the facts that have words: a fact without words is a type error where it is shown. */
export type FactTextName = keyof typeof facts;

/** The subject of a fact: "the disk encryption". */
export function factAbout(name: FactTextName): string {
  return facts[name].about;
}

/** A fact and its value as a person reads it. */
export function factText(name: FactTextName, value: unknown): string {
  return textOf(facts, name, value);
}

/** The subject of a fact, as the label of a field: "Whether the source VM exists". */
export function factLabel(name: FactTextName): string {
  const { about } = facts[name];
  return about.charAt(0).toUpperCase() + about.slice(1);
}

/** Whether a name is one of a fact that has words. */
export function isFactText(name: string): name is FactTextName {
  return name in facts;
}
