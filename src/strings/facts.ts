import { backupFacts } from './facts/backup.ts';
import { guestFacts } from './facts/guest.ts';
import { jobFacts } from './facts/job.ts';
import { machineFacts } from './facts/machine.ts';
import { targetFacts } from './facts/target.ts';
import type { FactWords } from './facts/words.ts';

const facts = { ...machineFacts, ...guestFacts, ...backupFacts, ...targetFacts, ...jobFacts };

/** Names of the facts that have words: a fact of the rules without them is a type error where it is told. */
export type FactTextName = keyof typeof facts;

/** What a fact is about: "the disk encryption". */
export function factAbout(name: FactTextName): string {
  return facts[name].about;
}

/**
 * A fact and its value as a person reads it: "Disk encryption is customer-managed key". A value of
 * `undefined` is not known: "Not known: the disk encryption".
 */
export function factText(name: FactTextName, value: unknown): string {
  const words: FactWords = facts[name];
  return value === undefined ? `Not known: ${words.about}` : words.say(value);
}

/** What a fact is about, as the label of a field: "Whether the source machine exists". */
export function factLabel(name: FactTextName): string {
  const { about } = facts[name];
  return about.charAt(0).toUpperCase() + about.slice(1);
}

/** Whether a name is one of a fact that has words. */
export function isFactText(name: string): name is FactTextName {
  return name in facts;
}
