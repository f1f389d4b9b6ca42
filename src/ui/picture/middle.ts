import { now } from '#src/lib/clock.ts';
import { dateTimeText, durationText, countText, timeText } from '#src/lib/format.ts';
import { zonedFormat } from '#src/lib/time.ts';
import { capitalized, listText } from '#src/lib/wording.ts';
import { dataLoss } from '#src/strings/timeline.ts';
import type { CardMeasures } from '#src/ui/picture/cards.ts';
import type { Moves, PictureState, PointPart, RestoreModel } from '#src/ui/picture/model.ts';
import { barOf, isPlanned, isUnderWay, lossText } from '#src/ui/picture/reading.ts';
import {
  aim,
  type Box,
  fitted,
  wrapped,
  pinOf,
  type Sheet,
  sign,
  textWidth,
  write,
} from '#src/ui/picture/sheet.ts';
import { common } from '#src/strings/common.ts';
import { picture } from '#src/strings/picture.ts';

/** What stands between the two cards of a picture: the point, what moves, and what is lost. */

export interface Measures extends CardMeasures {
  /** Of the whole width. */
  readonly source: number;
  readonly middle: number;
  /** The words on the ribbon stand at both sides of the point's line. */
  readonly isSplit: boolean;
  /** What is lost stands in one line, close to the disks. */
  readonly isClose?: boolean;
}

export interface Column {
  readonly x: number;
  readonly width: number;
}

/** Height of a part under the ribbon. */
const UNDER = 40;
export const GAP = 8;

export interface Span {
  readonly top: number;
  /** Where disks start, and where they end. */
  readonly body: number;
  readonly lowest: number;
  /** The middle of a ribbon, where words stand. */
  readonly words: number;
}

/** What stands on the ribbon: how much moves, how long that takes, and a word on how that is known. */
export function movesWords({ moves, state, source }: RestoreModel, isSplit: boolean) {
  const { sizeGiB, reached, duration } = moves;
  const hasEnded = state === 'done' || state === 'notRead';
  const size = sizeGiB.is === 'known' ? picture.gib(countText(sizeGiB.value)) : null;
  const bytes = reached?.bytes.is === 'known' ? reached.bytes.value : null;
  // Beside the line there is room for the size alone.
  const whole = hasEnded && !isSplit && size !== null ? picture.ofDisks(size) : size;
  const amount = hasEnded || isSplit ? (whole ?? bytes) : (bytes ?? size);
  const quiet = state === 'stalled' ? reached?.quietSince : undefined;
  const isOneFill =
    reached !== undefined &&
    isUnderWay(state) &&
    bytes !== null &&
    Object.keys(reached.disks).length === 0;
  return {
    size,
    bytes,
    amount: amount ?? (sizeGiB.is === 'unknown' ? sizeGiB.fact : null),
    isAmountKnown: amount !== null,
    time: stateNote(moves, state) !== null || quiet !== undefined ? null : timeOf(duration),
    note: quiet === undefined ? noteOf(moves, state) : picture.line.quietSince(timeText(quiet)),
    more: isOneFill && source.disks.is === 'known' ? picture.inTotal(reached.service) : null,
  };
}

const timeOf = (duration: Moves['duration']): string | null =>
  duration.is === 'known' ? (duration.value.short ?? duration.value.text) : null;

/** What stands in place of a duration where nothing is known of the result; null: a duration does. */
function stateNote({ reached }: Moves, state: PictureState): string | null {
  if (state === 'outcomeUnknown') return picture.searching;
  return state === 'notRead' && reached !== undefined
    ? picture.line.notRead(reached.service)
    : null;
}

function noteOf(moves: Moves, state: PictureState): string {
  const { duration, reached } = moves;
  const own = stateNote(moves, state);
  if (own !== null) return own;
  if (reached !== undefined && reached.share.is !== 'known') return picture.notReported;
  if (duration.is === 'unknown') return duration.fact;
  return duration.is === 'known' ? duration.value.basis : '';
}

/** The point, what moves, and what is lost: how far down that goes, and how it is drawn once the cards are. */
export function middleOf(sheet: Sheet, column: Column, span: Span, measures: Measures) {
  const { moves, point, state } = sheet.model;
  const x = column.x + column.width / 2;
  const { amount, time, note, more } = movesWords(sheet.model, measures.isSplit);
  const isClose = measures.isFlat || measures.isClose === true;
  const hasBar = !isPlanned(state);
  const amountHeight = amount === null ? 0 : 24;
  const timeHeight = time === null ? 0 : 28;
  const notes = measures.isSplit ? [note] : noteLines(note, column);
  const noteHeight = note === '' ? 0 : 4 + 18 * notes.length;
  const group = amountHeight + timeHeight + noteHeight + GAP + (hasBar ? 20 : 0);
  const free = (span.lowest - span.body - group) / 2;
  const start = measures.isSplit ? span.body : span.body + Math.max(0, free);
  const lossTop = measures.isSplit
    ? span.lowest + (isClose ? 6 : 14)
    : Math.max(span.lowest + 14, start + group + GAP);
  const hasLoss = moves.loss.is !== 'absent';
  const lossHeight = hasLoss ? (isClose ? 24 : 42) : 0;
  const underTop = lossTop + lossHeight + (more === null || !measures.isSplit ? 0 : 20);
  const bottom = underTop + moves.under.length * UNDER;
  const draw = (): void => {
    sheet.shapes.push({
      is: 'line',
      look: 'point',
      from: [x, span.top + 30],
      to: [x, hasLoss ? lossTop : span.lowest],
    });
    drawPoint(sheet, column, span.top, measures);
    const words = { start, span, column };
    if (measures.isSplit) drawSplit(sheet, words);
    else drawPills(sheet, words);
    if (hasBar) drawBar(sheet, { ...column, y: span.lowest - 14 });
    if (hasLoss) drawLoss(sheet, { ...column, y: lossTop, height: lossHeight });
    if (more !== null && measures.isSplit) {
      const at = { x, y: underTop - 8, width: column.width - 12, anchor: 'middle' } as const;
      write(sheet, more, 'second', at);
    }
    moves.under.forEach((part, index) => {
      const y = underTop + 14 + index * UNDER;
      const text = part.text.is === 'known' ? part.text.value : '?';
      const at = { x, width: column.width - 12, anchor: 'middle' } as const;
      const name = write(sheet, part.name, 'second', { ...at, y });
      const value = write(sheet, text, 'small', { ...at, y: y + 16 });
      const isWhole = name.shown === part.name && value.shown === text;
      sheet.anchors.set(part.id, [x, bottom]);
      aim(
        sheet,
        part,
        { ...column, y: y - 10, height: 36 },
        isWhole ? undefined : `${part.name} ${text}`,
      );
    });
    for (const { id } of [point, moves]) sheet.anchors.set(id, [x, bottom]);
    const pin = pinOf(sheet, moves);
    if (pin !== undefined) sign(sheet, pin.tone, column.x + column.width - 16, span.body + 12);
  };
  return { bottom, draw };
}

/** The tab with the date, and below it the consistency. */
function drawPoint(sheet: Sheet, column: Column, top: number, measures: Measures): void {
  const { point } = sheet.model;
  const x = column.x + column.width / 2;
  const y = top + (measures.isLow ? 0 : 12);
  const { date, isWhole } = pointDate(sheet.model, column.width - 16);
  const wanted = Math.round(textWidth(date, 'tab')) + 24;
  const width = Math.min(wanted, column.width - 8);
  const tab = { x: x - width / 2, y, width, height: 22 };
  sheet.shapes.push({ is: 'plate', look: 'tab', box: tab });
  write(sheet, date, 'tab', { x, y: y + 11, width: width - 8, anchor: 'middle' });
  const { consistency, tier, lagMs } = point;
  const known = consistency.is === 'known' ? consistency.value : 'unknown';
  const consistencyText = consistencyWord(consistency);
  const lag =
    lagMs?.is === 'known'
      ? picture.lag(durationText(lagMs.value))
      : lagMs?.is === 'unknown'
        ? lagMs.fact
        : null;
  const more = [tier.is === 'known' ? tier.value : null, lag].filter((text) => text !== null);
  const first = [consistencyText, ...(measures.isSplit ? more : [])]
    .filter((text) => text !== null)
    .join(' · ');
  const words = fitted(first, 'small', column.width - 32);
  const wide = textWidth(words, 'small') + 20;
  const line = y + (measures.isLow ? 34 : 40);
  if (first !== '') {
    sheet.shapes.push({
      is: 'plate',
      look: 'inner',
      box: { x: x - wide / 2 - 4, y: line - 10, width: wide + 8, height: 20 },
    });
    if (consistencyText !== null)
      sign(sheet, known === 'unknown' ? 'notReported' : known, x - wide / 2 + 6, line);
    write(sheet, words, 'small', { x: x - wide / 2 + 20, y: line, width: column.width });
  }
  if (!measures.isSplit && lag !== null) {
    const box = { x: column.x + 4, y: line + 10, width: column.width - 8, height: 20 };
    sheet.shapes.push({ is: 'plate', look: 'inner', box });
    write(sheet, lag, 'small', { x, y: line + 20, width: box.width, anchor: 'middle' });
  }
  const whole = listText([pointDate(sheet.model).date, first].filter((text) => text !== ''));
  const pin = pinOf(sheet, point);
  if (pin !== undefined) sign(sheet, pin.tone, tab.x + width + 12, y + 11);
  const isCut = !isWhole || words !== first;
  aim(sheet, point, { ...tab, height: line + 12 - y }, isCut ? whole : undefined);
}

/** How consistent a point is, or in a word why that isn’t known; null: no point is chosen, or there is no such thing. */
function consistencyWord(consistency: PointPart['consistency']): string | null {
  if (consistency.is === 'known') return picture.consistency[consistency.value];
  if (consistency.is === 'absent' || consistency.why === undefined) return null;
  return capitalized(common.absence[consistency.why]);
}

const dayInYear = zonedFormat({ day: 'numeric', month: 'short' });

/** So long no day comes twice. */
const ALMOST_A_YEAR_MS = 300 * 86_400_000;

/** The point's time; without its year where that has no room, and where no other year can be meant. */
export function pointDate({ point: { time }, moves: { loss } }: RestoreModel, room = Infinity) {
  if (time.is !== 'known') return { date: picture.point, isWhole: true };
  const date = dateTimeText(time.value);
  // Where the loss isn't known, or there is none, the point is as old as it is now.
  const age = loss.is === 'known' ? loss.value.ms : now() - time.value;
  const isLate = age < ALMOST_A_YEAR_MS;
  if (textWidth(date, 'tab') <= room || !isLate) return { date, isWhole: true };
  return { date: `${dayInYear().format(time.value)}, ${timeText(time.value)}`, isWhole: false };
}

interface MovesPlace {
  readonly start: number;
  readonly span: Span;
  readonly column: Column;
}

/** Words on plates, one below the other, on the line of the point. */
function drawPills(sheet: Sheet, { start, column }: MovesPlace): void {
  const { amount, isAmountKnown, time, note } = movesWords(sheet.model, false);
  const x = column.x + column.width / 2;
  let y = start + 12;
  const pill = (words: string, isStrong: boolean, look: 'pill' | 'basis'): void => {
    // A long range stands whole in smaller letters before it is cut.
    const isLong = textWidth(words, 'strong') > column.width - 15;
    const text = isStrong ? (isLong ? 'smallStrong' : 'strong') : 'small';
    const padding = isStrong ? 22 : 8;
    const shown = fitted(words, text, column.width - 4 - padding / 2);
    const width = Math.min(column.width - 4, Math.round(textWidth(shown, text)) + padding);
    const height = isStrong ? 24 : 20;
    sheet.shapes.push({
      is: 'plate',
      look,
      box: { x: x - width / 2, y: y - height / 2, width, height },
    });
    write(sheet, shown, text, { x, y, width: column.width, anchor: 'middle' });
  };
  if (amount !== null) {
    pill(amount, isAmountKnown, isAmountKnown ? 'pill' : 'basis');
    y += 32;
  }
  if (time !== null) {
    pill(time, true, 'pill');
    y += 26;
  }
  for (const line of note === '' ? [] : noteLines(note, column)) {
    pill(line, false, 'basis');
    y += 18;
  }
}

const MOST_NOTE_LINES = 3;

const noteLines = (note: string, { width }: Column): readonly string[] =>
  wrapped(note, 'small', width - 8, MOST_NOTE_LINES);

/** A note in one line; without its reason, which stands above the picture, where that has no room. */
function noteIn(width: number, note: string): string {
  const [clause = note] = note.split(': ');
  return textWidth(note, 'small') <= width ? note : clause;
}

/** Words at both sides of the point's line. */
function drawSplit(sheet: Sheet, { span, column }: MovesPlace): void {
  const { amount, time, note } = movesWords(sheet.model, true);
  const half = column.width / 2;
  // Above the bar, where the ribbons are low.
  const y = isPlanned(sheet.model.state) ? span.words : Math.min(span.words, span.lowest - 26);
  const width = half - 24;
  if (amount !== null) {
    // What has no room stands whole in smaller letters before it is cut.
    const look = textWidth(amount, 'strong') > width ? 'smallStrong' : 'strong';
    write(sheet, amount, look, { x: column.x + half / 2, y, width, anchor: 'middle' });
  }
  const right = { x: column.x + half + half / 2 - 8, y, width, anchor: 'middle' } as const;
  if (time === null) write(sheet, noteIn(width, note), 'small', right);
  else write(sheet, time, 'strong', right);
  sign(sheet, 'arrow', column.x + column.width - 12, y);
}

/** How far the restore is, as a bar. */
export function drawBar(sheet: Sheet, { x, y, width }: Column & { readonly y: number }): void {
  const { tone, share, end } = barOf(sheet.model);
  const track = { x: x + 12, y, width: width - 24, height: 6 };
  sheet.shapes.push({ is: 'plate', look: share === null ? 'hatched' : 'track', box: track });
  if (share === null || tone === 'planned') return;
  const filled = Math.round(track.width * share);
  sheet.shapes.push({ is: 'plate', look: tone, box: { ...track, width: filled } });
  if (end !== 'none') sign(sheet, end, track.x + filled + (end === 'pause' ? 6 : 0), y + 3);
}

/** What was written after the point. */
export function drawLoss(sheet: Sheet, { x, y, width, height }: Box): void {
  const { moves } = sheet.model;
  const isKnown = moves.loss.is === 'known';
  const isOneLine = height < 40;
  // A bound and its word in one line need more room than below each other.
  const left = Math.max(x + 4, x + width / 2 - (isOneLine ? 110 : 95));
  const box = { x: left, y, width: 2 * (x + width / 2 - left), height };
  const inner = { x: box.x + 6, y: y + 5, width: box.width - 12, height: height - 10 };
  sheet.shapes.push(
    { is: 'plate', look: isKnown ? 'lost' : 'hatched', box },
    { is: 'plate', look: 'inner', box: inner },
  );
  const at = { x: x + width / 2, width: inner.width - 4, anchor: 'middle' } as const;
  const text = moves.loss.is === 'unknown' ? moves.loss.fact : (lossText(moves) ?? '');
  if (moves.loss.is !== 'known' || isOneLine) {
    write(sheet, text, 'small', { ...at, y: y + height / 2 });
    return;
  }
  const { ms, fate } = moves.loss.value;
  write(sheet, dataLoss.length(ms), 'smallStrong', { ...at, y: y + height / 2 - 7 });
  write(sheet, picture.lossOf[fate], 'small', { ...at, y: y + height / 2 + 8 });
}
