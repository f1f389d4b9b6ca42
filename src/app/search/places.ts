import { linkOptions } from '@tanstack/react-router';
import type { Hit } from '#src/app/search/hit.ts';
import { beginsWord, fold } from '#src/lib/match.ts';
import { AZURE_WORDS, type PlaceName } from '#src/strings/azure-words.ts';
import { common } from '#src/strings/common.ts';
import { recoverFiles } from '#src/strings/files.ts';
import { searchResults as words } from '#src/strings/search-results.ts';
import { shortcuts } from '#src/strings/shortcuts.ts';

interface Place extends Pick<Hit, 'link'> {
  readonly place: PlaceName | 'drafts';
  readonly title: string;
}

/** The pages that a search leads to. */
const FILES: Place = {
  place: 'files',
  title: recoverFiles.start,
  link: linkOptions({ to: '/restore/new', search: { task: 'recoverFiles' }, preload: false }),
};

const PLACES: readonly Place[] = [
  { place: 'overview', title: common.overview, link: { to: '/' } },
  { place: 'instances', title: common.backupInstances, link: { to: '/instances' } },
  { place: 'jobs', title: common.backupJobs, link: { to: '/jobs' } },
  { place: 'drafts', title: common.drafts, link: { to: '/drafts' } },
  { place: 'vaults', title: common.vaults, link: { to: '/vaults' } },
  { place: 'rules', title: common.constraints, link: { to: '/rules' } },
  { place: 'happened', title: words.happened, link: { to: '/what-happened' } },
  // To look at it first would already make a draft.
  { place: 'restore', title: words.restore, link: { to: '/restore/new', preload: false } },
  FILES,
  {
    place: 'shortcuts',
    title: shortcuts.title,
    link: { to: '/settings', hash: 'keyboard' },
  },
];

/**
 * The pages of which a word starts with the typed text, by their own name or by one of Azure's; exact names
 * first.
 */
export function findPlaces(typed: string): Hit[] {
  return PLACES.flatMap((one) => found(one, typed))
    .toSorted((a, b) => Number(b.isExact) - Number(a.isExact))
    .map(({ hit }) => hit);
}

function found({ place, title, link }: Place, typed: string) {
  const key = `page ${place}`;
  if (beginsWord(title, typed)) {
    return [{ isExact: isSame(title, typed), hit: { key, title, remark: '', link } }];
  }
  const theirs = AZURE_WORDS.flatMap((word) =>
    word.place === place ? [word.theirs, `${word.theirs}s`] : [],
  ).filter((word) => beginsWord(word, typed));
  const word = theirs.find((one) => isSame(one, typed)) ?? theirs[0];
  if (word === undefined) return [];
  const remark = words.azureSays(word);
  return [{ isExact: isSame(word, typed), hit: { key, title, remark, link } }];
}

function isSame(word: string, typed: string): boolean {
  return fold(word) === fold(typed).trim();
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
