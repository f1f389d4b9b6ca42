import { linkOptions } from '@tanstack/react-router';
import { type Group, localGroup } from '#src/app/search/group.ts';
import type { Hit } from '#src/app/search/hit.ts';
import { fold, wordsOf } from '#src/lib/match.ts';
import { searchResults as words } from '#src/strings/search.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { draftName, draftStatus } from '#src/wizard/draft/draft-text.ts';

/** Drafts shown among other results. */
const MOST = 5;

/** The choices that name what a restore creates. */
const NAMES = ['vmName', 'diskName'];

/** The drafts that have all words that were typed; nothing typed: all of them. */
export function draftGroup(typed: string, drafts: readonly Draft[]): Group {
  const wanted = wordsOf(typed);
  const found = drafts.filter((draft) => wanted.every((word) => textOf(draft).includes(word)));
  const total = found.length;
  return localGroup('drafts', found.slice(0, MOST).map(draftHit), { total, more: null });
}

/** What a draft can be found by: its name, the names in it, and the word for its kind. */
function textOf(draft: Draft): string {
  const names = NAMES.map((field) => draft.choices[field]).filter((one) => one !== null);
  return fold([words.drafts.heading, draftName(draft), ...names].join('\n'));
}

/** A draft, which opens at its review: that shows what is left to do. */
function draftHit(draft: Draft): Hit {
  return {
    key: `draft ${draft.id}`,
    title: draftName(draft),
    remark: draftStatus(draft),
    link: linkOptions({
      to: '/restore/$draftId/$step',
      params: { draftId: draft.id, step: 'review' },
      preload: false,
    }),
  };
}
