import { sentences } from '#src/strings/sentences.ts';

/** Texts that the lists of instances, disks and vaults share. */
export const lists = sentences({
  /** What was found, as in `2 disks with “app” in the name`. */
  found: (count: string, search: string) =>
    search === '' ? count : `${count} with “${search}” in the name`,
  searched: (vaults: string, names: string, search: string) =>
    search === ''
      ? `All ${vaults} you have access to were searched.`
      : `All ${vaults} you have access to were searched for “${search}” in ${names}.`,
});
