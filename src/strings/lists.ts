import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts that the lists of instances, disks and vaults share. */
export const lists = sentences({
  /** How many there are, as in `2 disks with “app” in the name`. */
  count: (noun: string, nouns: string, total: number, text: string, search: string) =>
    [
      text,
      plural(total, noun, nouns),
      ...(search === '' ? [] : [`with “${search}” in the name`]),
    ].join(' '),
  searched: (vaults: string, names: string, search: string) =>
    search === ''
      ? `All ${vaults} you have access to were searched.`
      : `All ${vaults} you have access to were searched for “${search}” in ${names}.`,
});
