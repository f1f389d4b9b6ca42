import type { Hit } from '#src/app/search/hit.ts';
import { beginsWord } from '#src/lib/match.ts';
import { AZURE_WORDS, type PlaceName } from '#src/strings/azure-words.ts';
import { common } from '#src/strings/common.ts';
import { searchResults as words } from '#src/strings/search-results.ts';

interface Place extends Pick<Hit, 'link'> {
  readonly place: PlaceName;
  readonly title: string;
}

/** The pages that a search leads to. */
const PLACES: readonly Place[] = [
  { place: 'overview', title: common.overview, link: { to: '/' } },
  { place: 'instances', title: common.backupInstances, link: { to: '/instances' } },
  { place: 'jobs', title: common.backupJobs, link: { to: '/jobs' } },
  { place: 'vaults', title: common.vaults, link: { to: '/vaults' } },
  { place: 'rules', title: common.constraints, link: { to: '/rules' } },
  // To look at it first would already make a draft.
  { place: 'restore', title: words.restore, link: { to: '/restore/new', preload: false } },
];

/** The pages of which a word begins with what was typed, by their own name or by one of Azure's. */
export function findPlaces(typed: string): Hit[] {
  return PLACES.flatMap(({ place, title, link }) => {
    const key = `page ${place}`;
    if (beginsWord(title, typed)) return [{ key, title, remark: '', link }];
    const other = AZURE_WORDS.find((word) => word.place === place && isSaid(word.theirs, typed));
    return other === undefined ? [] : [{ key, title, remark: words.azureSays(other.theirs), link }];
  });
}

/** All pages, for who has typed nothing yet. */
export function allPlaces(): Hit[] {
  return PLACES.map(({ place, title, link }) => ({
    key: `page ${place}`,
    title,
    remark: '',
    link,
  }));
}

/** Azure's word or its plural, as far as it was typed. */
function isSaid(word: string, typed: string): boolean {
  return beginsWord(`${word}s`, typed) || beginsWord(word, typed);
}
