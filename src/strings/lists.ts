import { sentences } from '#src/strings/sentences.ts';

/** Texts that the lists of instances, disks and vaults share. */
export const lists = sentences({
  /** What was found, as in `2 disks with “app” in the name`. */
  found: (count: string, search: string) =>
    search === '' ? count : `${count} with “${search}” in the name`,
  /** `isOfAll`: no filter leaves vaults out. */
  searched: (vaults: string, names: string, search: string, isOfAll: boolean) =>
    [
      isOfAll
        ? `All ${vaults} you have access to were searched`
        : `The ${vaults} in these filters were searched`,
      search === '' ? '.' : ` for “${search}” in ${names}.`,
    ].join(''),
});
