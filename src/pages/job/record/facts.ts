import { gib } from '#src/lib/bytes.ts';
import { durationText, offsetTimeText } from '#src/lib/format.ts';
import { type Instant, isoOrNull } from '#src/lib/time.ts';
import type { RecordFact, RecordPart, RecordRows } from '#src/model/record.ts';
import { common } from '#src/strings/common.ts';
import { record as words } from '#src/strings/record.ts';

/** Lines of a record, by what they hold. */

type Label = keyof typeof words.labels;

/** A text; empty is not known. */
export const textFact = (key: Label, value: string | null | undefined): RecordFact => {
  const known = value ?? '';
  const [shown, held] = known === '' ? [null, null] : [known, known];
  return { key, label: words.labels[key], text: shown, value: held };
};

/** The last moment that a date can hold (ECMAScript, Time Values and Time Range). */
const LAST_MS = 8.64e15;

/** A moment that has not come to be. */
export const timeOrNever = (key: Label, at: Instant | null): RecordFact =>
  at === null ? { ...time(key, at), text: words.never } : time(key, at);

/** A moment; one that a stored draft has made impossible is not known. */
export const time = (key: Label, given: Instant | null): RecordFact => {
  const at = given === null || Math.abs(given) > LAST_MS ? null : given;
  return {
    key,
    label: words.labels[key],
    text: at === null ? null : offsetTimeText(at),
    value: isoOrNull(at),
  };
};

/** A duration in milliseconds; one that two clocks make negative is not known. */
export const duration = (key: Label, ms: number | null): RecordFact => {
  const known = ms === null || ms < 0 ? null : Math.round(ms);
  return {
    key,
    label: words.labels[key],
    text: known === null ? null : durationText(known),
    value: known,
  };
};

/** The same of what is known by this computer's clock alone. */
export const byClock = (fact: RecordFact, isByComputer: boolean): RecordFact =>
  isByComputer && fact.text !== null ? { ...fact, text: common.byComputer(fact.text) } : fact;

export const bytes = (key: Label, value: number | null | undefined): RecordFact => ({
  key,
  label: words.labels[key],
  text: value === null || value === undefined ? null : gib(value),
  value: value ?? null,
});

export const yesNoFact = (key: Label, is: boolean): RecordFact => ({
  key,
  label: words.labels[key],
  text: is ? words.yes : words.no,
  value: is,
});

type RowsPart = keyof typeof words.none;

export const facts = (
  key: Exclude<keyof typeof words.parts, RowsPart>,
  lines: readonly RecordFact[],
): RecordPart => ({ key, title: words.parts[key], kind: 'facts', facts: lines });

/** Rows; null: not known. */
export const rows = (key: RowsPart, lines: RecordRows | null): RecordPart => ({
  key,
  title: words.parts[key],
  kind: 'rows',
  rows: lines,
  none: words.none[key],
});

/** From one moment to another; null: one of them is not known. */
export const between = (from: Instant | null, to: Instant | null): number | null =>
  from === null || to === null ? null : to - from;
