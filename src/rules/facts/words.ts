import { textInSentence } from '#src/lib/visible-text.ts';
import { listText, plural } from '#src/lib/wording.ts';

/** A fact in words. The type of its value is what `say` takes. */
export interface FactWords<Value = unknown> {
  /** Its subject, for a fact that isn’t known. */
  readonly about: string;
  say(value: Value): string;
}

/** Words of facts whose names start with this group. */
export type FactsAbout<Group extends string> = Readonly<Record<`${Group}.${string}`, FactWords>>;

/** A fact that holds or not. */
export const yesNo = (about: string, yes: string, no: string): FactWords<boolean> => ({
  about,
  say: (value: unknown) => (value === true ? yes : no),
});

/** A fact with a value of its own: "Disk encryption is …". `none` is its text for no value. */
export const valued = <Value>(
  about: string,
  lead: string,
  words: Readonly<Record<string, string>> = {},
  none = `${lead} none`,
): FactWords<Value> => ({ about, say: (value) => sentence(value, { lead, words, none }) });

function sentence(
  value: unknown,
  {
    lead,
    words,
    none,
  }: Readonly<Record<'lead' | 'none', string>> & {
    readonly words: Readonly<Record<string, string>>;
  },
): string {
  if (value === null || value === '') return none;
  const text = plain(value);
  return `${lead} ${words[text] ?? text}`;
}

/** A number of things: "The VM has 2 disks". */
export const ofNumber = (
  about: string,
  lead: string,
  one: string,
  many: string,
): FactWords<number> => ({
  about,
  say: (value: unknown) => `${lead} ${plain(value)} ${plural(Number(value), one, many)}`,
});

const FEW = 4;

/** Names; they are spelled out while they are few. */
export const named = <Name extends string = string>(
  about: string,
  lead: string,
): FactWords<readonly Name[]> => ({
  about,
  say: (value: unknown) => {
    const names = Array.isArray(value) ? value.map(plain) : [];
    if (names.length === 0) return `${lead}: none`;
    return names.length <= FEW
      ? `${lead}: ${listText(names)}`
      : `${lead}: ${String(names.length)} of them`;
  },
});

/** A value that has no words of its own; for the id of a resource, its name. */
export function plain(value: unknown): string {
  if (typeof value === 'string')
    return textInSentence(
      /^\/subscriptions\//i.test(value) ? value.slice(value.lastIndexOf('/') + 1) : value,
    );
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return textInSentence(JSON.stringify(value) ?? '');
}
