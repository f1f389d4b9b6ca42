import { listText, plural } from '#src/lib/wording.ts';
import { textInSentence } from '#src/lib/visible-text.ts';

/** Words for one fact. */
export type FactWords = {
  /** Its subject, for a fact that isn’t known. */
  about: string;
  say: (value: unknown) => string;
};

/** The words of some facts, by their names in the rules. */
export type FactTexts = Readonly<Record<string, FactWords>>;

/**
 * A fact and its value as a person reads it: "Disk encryption is customer-managed key". A value of
 * `undefined` is not known: "Not known: the disk encryption". A fact without words has its name.
 */
export function factText(facts: FactTexts, name: string, value: unknown): string {
  const words = facts[name] ?? valued(name, `${name}:`);
  return value === undefined ? `Not known: ${words.about}` : words.say(value);
}

/** A fact that holds or not. */
export function yesNo(about: string, yes: string, no: string): FactWords {
  return { about, say: (value) => (value === true ? yes : no) };
}

/** A fact with a value of its own: "Disk encryption is …". `none` is its text for no value. */
export function valued(
  about: string,
  lead: string,
  words: Readonly<Record<string, string>> = {},
  none = `${lead} none`,
): FactWords {
  return {
    about,
    say: (value) => {
      if (value === null || value === '') return none;
      const text = plain(value);
      return `${lead} ${words[text] ?? text}`;
    },
  };
}

/** A number of things: "The VM has 2 disks". */
export function counted(about: string, lead: string, one: string, many: string): FactWords {
  return { about, say: (value) => `${lead} ${plain(value)} ${plural(Number(value), one, many)}` };
}

/** Names; they are spelled out while they are few. */
export function named(about: string, lead: string): FactWords {
  return {
    about,
    say: (value) => {
      const names = Array.isArray(value) ? value.map(plain) : [];
      if (names.length === 0) return `${lead}: none`;
      return names.length <= FEW
        ? `${lead}: ${listText(names)}`
        : `${lead}: ${String(names.length)} of them`;
    },
  };
}

const FEW = 4;

/** A value that has no words of its own; for the id of a resource, its name. */
export function plain(value: unknown): string {
  if (typeof value === 'string')
    return textInSentence(
      /^\/subscriptions\//i.test(value) ? value.slice(value.lastIndexOf('/') + 1) : value,
    );
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return textInSentence(JSON.stringify(value) ?? '');
}
