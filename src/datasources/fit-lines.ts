import type { FitCell, JudgedLines } from '#src/datasources/fit.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { rangeText } from '#src/progress/live/progress-text.ts';
import { common } from '#src/strings/common.ts';
import { fit as words } from '#src/strings/fit.ts';
import type { Read } from '#src/wizard/reads/read.ts';

/** The newest restore point; `at` is null where there is none. */
export function newestCell({ state }: Pick<Read<unknown>, 'state'>, at: Instant | null): FitCell {
  if (at !== null) return [{ text: dateTimeText(at) }];
  if (state === 'loading' || state === 'not asked') return null;
  return [{ text: state === 'known' ? words.none : common.notRead }];
}

/** How long the last restores of a VM took; undefined: not read, null: that is under way. */
export function timeCell(tookMs: readonly number[] | null | undefined): FitCell {
  if (tookMs === null) return null;
  if (tookMs === undefined) return [{ text: words.notKnown }];
  if (tookMs.length === 0) return [{ text: words.notKnown }, { text: words.noPast }];
  const range = { lowMs: Math.min(...tookMs), highMs: Math.max(...tookMs) };
  return [{ text: words.took(rangeText(range), tookMs.length) }];
}

/** What the rules refuse; and that some of them could not be checked. */
export function refusalCell({ cannot, notChecked }: JudgedLines): FitCell {
  return [
    ...(cannot.length === 0 && notChecked === 0 ? [{ text: words.noRefusal }] : cannot),
    ...(notChecked === 0 ? [] : [{ text: words.notChecked(notChecked) }]),
  ];
}
