import { linkOptions } from '@tanstack/react-router';
import type { Hit } from '#src/app/search/hit.ts';
import { beginsWord, fold } from '#src/lib/match.ts';
import { AZURE_WORDS } from '#src/strings/azure-words.ts';
import { common } from '#src/strings/common.ts';
import { recoverFiles } from '#src/strings/files.ts';
import { type FoundPlace, searchResults as words, TYPED_WORDS } from '#src/strings/search.ts';
import { settings, shortcuts } from '#src/strings/settings.ts';

interface Place extends Pick<Hit, 'link'> {
  readonly place: FoundPlace;
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
  { place: 'leftovers', title: common.leftovers, link: { to: '/leftovers' } },
  { place: 'settings', title: settings.title, link: { to: '/settings' } },
  {
    place: 'shortcuts',
    title: shortcuts.title,
    link: { to: '/settings', hash: 'keyboard' },
  },
];

/**
 * The pages of which a word starts with the typed text: by their own name or one of Azure's, exact ones
 * first. Where nothing is called so, the words of a person in trouble find the pages that help.
 */
export function findPlaces(typed: string): Hit[] {
  const named = PLACES.flatMap((one) => foundByName(one, typed))
    .toSorted((a, b) => Number(b.isExact) - Number(a.isExact))
    .map(({ hit }) => hit);
  return named.length > 0 ? named : PLACES.flatMap((one) => foundByTrouble(one, typed));
}

function foundByName({ place, title, link }: Place, typed: string) {
  const key = keyOf(place);
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

function foundByTrouble({ place, title, link }: Place, typed: string): Hit[] {
  const meant = TYPED_WORDS[place].find((one) => beginsWord(one, typed));
  if (meant === undefined) return [];
  return [{ key: keyOf(place), title, remark: words.meant(meant), link }];
}

const keyOf = (place: FoundPlace): string => `page ${place}`;

function isSame(word: string, typed: string): boolean {
  return fold(word) === fold(typed).trim();
}

/** All pages, for who has typed nothing yet. */
export function allPlaces(): Hit[] {
  return PLACES.map(({ place, title, link }) => ({
    key: keyOf(place),
    title,
    remark: '',
    link,
  }));
}
