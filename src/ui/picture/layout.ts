import { countText, dateTimeText, durationText, timeText } from '#src/lib/format.ts';
import { listText } from '#src/lib/wording.ts';
import {
  type CardMeasures,
  type DiskPlace,
  drawCard,
  footHeight,
  headHeight,
  placeDisks,
  type Wire,
} from '#src/ui/picture/cards.ts';
import type { Card, Moves, PictureState, Pin, RestoreModel } from '#src/ui/picture/model.ts';
import { barOf, isPlanned, isUnderWay, lossText } from '#src/ui/picture/reading.ts';
import {
  aim,
  type Box,
  fitted,
  newSheet,
  pinOf,
  type Shape,
  type Sheet,
  sign,
  type Target,
  textWidth,
  write,
} from '#src/ui/picture/sheet.ts';
import { picture } from '#src/strings/picture.ts';

/**
 * How a picture is drawn: beside a form, flat above it, on Review, on a job's page, and with its cards one below
 * the other on a narrow screen.
 */
export type PictureSize = 'panel' | 'band' | 'wide' | 'job' | 'stacked';

interface Measures extends CardMeasures {
  /** Of the whole width. */
  readonly source: number;
  readonly middle: number;
  /** The words on the ribbon stand at both sides of the point's line. */
  readonly isSplit: boolean;
}

const ROWS = { footRows: 6, row: 26 };

const LOW = { ...ROWS, isLow: true, hasSigns: false, isFlat: false, isSplit: true };

/** Height of what a finger has to hit. */
const FINGER = 44;

const MEASURES: Readonly<Record<PictureSize, Measures>> = {
  panel: {
    source: 0.33,
    middle: 0.22,
    least: 26,
    most: 78,
    room: 252,
    isLow: false,
    hasSigns: false,
    isFlat: false,
    isSplit: false,
    ...ROWS,
  },
  wide: { ...LOW, source: 0.3, middle: 0.33, least: 22, most: 46, room: 94, hasSigns: true },
  job: { ...LOW, source: 0.28, middle: 0.33, least: 22, most: 42, room: 90 },
  band: {
    ...LOW,
    source: 0.36,
    middle: 0.22,
    least: 26,
    most: 26,
    room: 26,
    isFlat: true,
    footRows: 1,
  },
  stacked: {
    ...LOW,
    source: 1,
    middle: 1,
    least: FINGER,
    most: FINGER,
    room: FINGER,
    isFlat: true,
    row: FINGER,
  },
};

/** A picture as it is drawn. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly targets: readonly Target[];
}

/** Room for the name of a frame over the card in it. */
const FRAME = 24;
const GAP = 8;
const PADDING = 12;
/** Height of a part under the ribbon. */
const UNDER = 40;
/** From one network to the next. */
const NETWORK = 40;

/** Lays a model out. */
export function drawingOf(model: RestoreModel, size: PictureSize, width: number): Drawing {
  const sheet = newSheet(model);
  const measures = MEASURES[size];
  const bottom =
    size === 'stacked' ? stacked(sheet, measures, width) : sideBySide(sheet, measures, width);
  return { height: drawPins(sheet, bottom), shapes: sheet.shapes, targets: sheet.targets };
}

/** A card or what is between the two, from side to side. */
interface Column {
  readonly x: number;
  readonly width: number;
}

function columnsOf({ source, middle }: Measures, width: number, inset: number) {
  const left: Column = { x: 1, width: Math.round(width * source) - 1 };
  const between: Column = { x: left.x + left.width, width: Math.round(width * middle) };
  const start = between.x + between.width;
  const right: Column = { x: start + inset, width: width - start - 1 - 2 * inset };
  return { left, between, right };
}

/** Source, what moves and result side by side; returns how high they are. */
function sideBySide(sheet: Sheet, measures: Measures, width: number): number {
  const { source, result } = sheet.model;
  const isFramed = result.frame !== undefined;
  const { left, between, right } = columnsOf(measures, width, isFramed ? GAP : 0);
  if (!measures.isLow) {
    const heads = picture.columns;
    drawColumnHead(sheet, heads.source, left);
    drawColumnHead(sheet, heads.moves, between);
    drawColumnHead(sheet, heads.result, right);
  }
  const top = 1 + (measures.isLow ? 0 : 24) + (isFramed ? FRAME : 0);
  const body = top + Math.max(headHeight(source, measures), headHeight(result, measures));
  const from = placeDisks(source, { ...left, y: body }, measures);
  const to = placeDisks(result, { ...right, y: body }, measures);
  const lowest = Math.max(from.bottom, to.bottom, body + measures.least);
  const feet = Math.max(footHeight(source, measures), footHeight(result, measures));
  const foot = lowest + (feet > 0 ? GAP : 0);
  const disks = to.placed.filter(({ fate }) => fate !== 'kept' && fate !== 'lost');
  const ribbon = disks[Math.floor(disks.length / 2)]?.box;
  const words = ribbon === undefined ? (body + lowest) / 2 : ribbon.y + ribbon.height / 2;
  const span = { top, body, lowest, words };
  const middle = middleOf(sheet, between, span, measures);
  const bottom = Math.max(foot + feet + (feet > 0 ? 4 : PADDING), middle.bottom);
  const leftBox = { ...left, y: top, height: bottom - top };
  const rightBox = { ...right, y: top, height: bottom - top };
  if (result.frame !== undefined) drawFrame(sheet, result.frame.name, rightBox);
  drawRibbons(sheet, { from, to, left, right, between, ...span });
  const rightEnd = rowsAtBottom(bottom, feet, foot);
  const wires = drawCard(sheet, source, { box: leftBox, disks: from, foot: rightEnd }, measures);
  middle.draw();
  const others = drawCard(sheet, result, { box: rightBox, disks: to, foot: rightEnd }, measures);
  const end = bottom + (isFramed ? GAP : 0);
  return drawNetworks(
    sheet,
    [
      ...wires.map((wire) => ({ wire, column: left })),
      ...others.map((wire) => ({ wire, column: right })),
    ],
    { y: end + (measures.isFlat ? 10 : 28), above: end, isFlat: measures.isFlat },
  );
}

/** Rows at the foot of a card stand at its bottom, however high the middle is. */
const rowsAtBottom = (bottom: number, height: number, foot: number): number =>
  height === 0 ? foot : bottom - 4 - height;

function drawColumnHead(sheet: Sheet, words: string, { x, width }: Column): void {
  write(sheet, words, 'second', { x: x + width / 2, y: 8, width, anchor: 'middle' });
}

/** The region or the subscription that a card is in. */
function drawFrame(sheet: Sheet, name: string, { x, y, width, height }: Box): void {
  const box = { x: x - GAP, y: y - FRAME, width: width + 2 * GAP, height: height + FRAME + GAP };
  sheet.shapes.push({ is: 'plate', look: 'frame', box });
  write(sheet, name, 'small', { x: x + width / 2, y: y - 12, width, anchor: 'middle' });
}

interface RibbonPlace {
  readonly from: DiskPlace;
  readonly to: DiskPlace;
  readonly left: Column;
  readonly right: Column;
  readonly between: Column;
}

/** From each disk of the source to the one that is made of it; what the source doesn't have comes from the point. */
function drawRibbons(sheet: Sheet, { from, to, left, right, between }: RibbonPlace): void {
  const start = left.x + left.width;
  const middle = between.x + between.width / 2;
  const isUnknown = from.unknown !== null || to.unknown !== null;
  const look = ribbonLook(sheet.model, isUnknown);
  const taken = new Set<Box>();
  // Disks side by side have one ribbon.
  const paths = new Set<string>();
  const ends = to.placed
    .filter(({ fate }) => fate !== 'kept' && fate !== 'lost')
    .map(({ name, box }) => ({ name, box }));
  if (to.unknown !== null) ends.push({ name: '', box: to.unknown });
  for (const [index, { name, box }] of ends.entries()) {
    // By name, else in their order: a disk may get another name.
    const twin =
      from.unknown ??
      from.placed.find((disk) => !taken.has(disk.box) && disk.name === name)?.box ??
      (from.placed.length === ends.length ? from.placed[index]?.box : undefined);
    if (twin !== undefined) taken.add(twin);
    const source = twin ?? box;
    const x = twin === undefined ? middle : start;
    const path = `M${String(x)} ${String(source.y)}L${String(right.x)} ${String(box.y)}V${String(
      box.y + box.height,
    )}L${String(x)} ${String(source.y + source.height)}Z`;
    if (!paths.has(path)) sheet.shapes.push({ is: 'ribbon', look, path });
    paths.add(path);
  }
}

function ribbonLook({ state, moves }: RestoreModel, isUnknown: boolean) {
  const isUnheard = moves.reached !== undefined && moves.reached.share.is !== 'known';
  if (isUnknown || state === 'outcomeUnknown' || isUnheard) return 'unknown';
  return state === 'canceling' || state === 'canceled' || state === 'failed' ? 'still' : 'moving';
}

interface Span {
  readonly top: number;
  /** Where disks start, and where they end. */
  readonly body: number;
  readonly lowest: number;
  /** The middle of a ribbon, where words stand. */
  readonly words: number;
}

/** What stands on the ribbon: how much moves, how long that takes, and a word on how that is known. */
function movesWords({ moves, state, source }: RestoreModel, isSplit: boolean) {
  const { sizeGiB, reached, duration } = moves;
  const hasEnded = state === 'done' || state === 'notRead';
  const size = sizeGiB.is === 'known' ? picture.gib(countText(sizeGiB.value)) : null;
  const bytes = reached?.bytes.is === 'known' ? reached.bytes.value : null;
  // Beside the line there is room for the size alone.
  const amount = hasEnded || isSplit ? (size ?? bytes) : (bytes ?? size);
  const quiet = state === 'stalled' ? reached?.quietSince : undefined;
  const isOneFill =
    isUnderWay(state) && bytes !== null && Object.keys(moves.reached?.disks ?? {}).length === 0;
  return {
    size,
    bytes,
    amount: amount ?? (sizeGiB.is === 'unknown' ? sizeGiB.fact : null),
    isAmountKnown: amount !== null,
    time: state in STATE_NOTES || quiet !== undefined ? null : timeOf(duration),
    note: quiet === undefined ? noteOf(moves, state) : picture.line.quietSince(timeText(quiet)),
    more: isOneFill && source.disks.is === 'known' ? picture.totalOnly : null,
  };
}

const timeOf = (duration: Moves['duration']): string | null =>
  duration.is === 'known' ? (duration.value.short ?? duration.value.text) : null;

/** What stands in place of a duration where nothing is known of the result. */
const STATE_NOTES: Readonly<Partial<Record<PictureState, string>>> = {
  notRead: picture.line.notRead,
  outcomeUnknown: picture.searching,
};

function noteOf({ duration, reached }: Moves, state: PictureState): string {
  const own = STATE_NOTES[state];
  if (own !== undefined) return own;
  if (reached !== undefined && reached.share.is !== 'known') return picture.notReported;
  if (duration.is === 'unknown') return duration.fact;
  return duration.is === 'known' ? duration.value.basis : '';
}

/** The point, what moves, and what is lost: how far down that goes, and how it is drawn once the cards are. */
function middleOf(sheet: Sheet, column: Column, span: Span, measures: Measures) {
  const { moves, point, state } = sheet.model;
  const x = column.x + column.width / 2;
  const { amount, time, note, more } = movesWords(sheet.model, measures.isSplit);
  const hasBar = !isPlanned(state);
  const amountHeight = amount === null ? 0 : 24;
  const timeHeight = time === null ? 0 : 28;
  const noteHeight = note === '' ? 0 : 22;
  const group = amountHeight + timeHeight + noteHeight + GAP + (hasBar ? 20 : 0);
  const free = (span.lowest - span.body - group) / 2;
  const start = measures.isSplit ? span.body : span.body + Math.max(0, free);
  const lossTop = measures.isSplit
    ? span.lowest + (measures.isFlat ? 6 : 14)
    : Math.max(span.lowest + 14, start + group + GAP);
  const hasLoss = moves.loss.is !== 'absent';
  const lossHeight = hasLoss ? (measures.isFlat ? 24 : 42) : 0;
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
  const date = point.time.is === 'known' ? dateTimeText(point.time.value) : picture.point;
  const wanted = Math.round(textWidth(date, 'tab')) + 24;
  const width = Math.min(wanted, column.width - 8);
  const tab = { x: x - width / 2, y, width, height: 22 };
  sheet.shapes.push({ is: 'plate', look: 'tab', box: tab });
  write(sheet, date, 'tab', { x, y: y + 11, width: width - 8, anchor: 'middle' });
  const { consistency, tier, lagMs } = point;
  const known = consistency.is === 'known' ? consistency.value : 'unknown';
  const lag =
    lagMs?.is === 'known'
      ? picture.lag(durationText(lagMs.value))
      : lagMs?.is === 'unknown'
        ? lagMs.fact
        : null;
  const more = [tier.is === 'known' ? tier.value : null, lag].filter((text) => text !== null);
  const first = [picture.consistency[known], ...(measures.isSplit ? more : [])].join(' · ');
  const words = fitted(first, 'small', column.width - 32);
  const wide = textWidth(words, 'small') + 20;
  const line = y + (measures.isLow ? 34 : 40);
  sheet.shapes.push({
    is: 'plate',
    look: 'inner',
    box: { x: x - wide / 2 - 4, y: line - 10, width: wide + 8, height: 20 },
  });
  sign(sheet, known === 'unknown' ? 'notReported' : known, x - wide / 2 + 6, line);
  write(sheet, words, 'small', { x: x - wide / 2 + 20, y: line, width: column.width });
  if (!measures.isSplit && lag !== null) {
    const box = { x: column.x + 4, y: line + 10, width: column.width - 8, height: 20 };
    sheet.shapes.push({ is: 'plate', look: 'inner', box });
    write(sheet, lag, 'small', { x, y: line + 20, width: box.width, anchor: 'middle' });
  }
  const whole = listText([date, first]);
  const pin = pinOf(sheet, point);
  if (pin !== undefined) sign(sheet, pin.tone, tab.x + width + 12, y + 11);
  aim(sheet, point, { ...tab, height: line + 12 - y }, words === first ? undefined : whole);
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
  if (note !== '') pill(note, false, 'basis');
}

/** Words at both sides of the point's line. */
function drawSplit(sheet: Sheet, { span, column }: MovesPlace): void {
  const { amount, time, note } = movesWords(sheet.model, true);
  const half = column.width / 2;
  const y = span.words;
  const width = half - 24;
  if (amount !== null) {
    write(sheet, amount, 'strong', { x: column.x + half / 2, y, width, anchor: 'middle' });
  }
  const right = { x: column.x + half + half / 2 - 8, y, width, anchor: 'middle' } as const;
  if (time === null) write(sheet, note, 'small', right);
  else write(sheet, time, 'strong', right);
  sign(sheet, 'arrow', column.x + column.width - 12, y);
}

/** How far the restore is, as a bar. */
function drawBar(sheet: Sheet, { x, y, width }: Column & { readonly y: number }): void {
  const { tone, share, end } = barOf(sheet.model);
  const track = { x: x + 12, y, width: width - 24, height: 6 };
  sheet.shapes.push({ is: 'plate', look: share === null ? 'hatched' : 'track', box: track });
  if (share === null || tone === 'planned') return;
  const filled = Math.round(track.width * share);
  sheet.shapes.push({ is: 'plate', look: tone, box: { ...track, width: filled } });
  if (end !== 'none') sign(sheet, end, track.x + filled + (end === 'pause' ? 6 : 0), y + 3);
}

/** What was written after the point. */
function drawLoss(sheet: Sheet, { x, y, width, height }: Box): void {
  const { moves } = sheet.model;
  const isKnown = moves.loss.is === 'known';
  const left = Math.max(x + 4, x + width / 2 - 95);
  const box = { x: left, y, width: 2 * (x + width / 2 - left), height };
  const inner = { x: box.x + 6, y: y + 5, width: box.width - 12, height: height - 10 };
  sheet.shapes.push(
    { is: 'plate', look: isKnown ? 'lost' : 'hatched', box },
    { is: 'plate', look: 'inner', box: inner },
  );
  const at = { x: x + width / 2, width: inner.width - 4, anchor: 'middle' } as const;
  const text = moves.loss.is === 'unknown' ? moves.loss.fact : (lossText(moves) ?? '');
  if (moves.loss.is !== 'known' || height < 40) {
    write(sheet, text, 'small', { ...at, y: y + height / 2 });
    return;
  }
  const { ms, fate } = moves.loss.value;
  write(sheet, durationText(ms), 'smallStrong', { ...at, y: y + height / 2 - 7 });
  write(sheet, picture.lossOf[fate], 'small', { ...at, y: y + height / 2 + 8 });
}

interface PlacedWire {
  readonly wire: Wire;
  readonly column: Column;
}

/** The networks below the cards, each a line; returns how far down they go. */
function drawNetworks(
  sheet: Sheet,
  wires: readonly PlacedWire[],
  { y, above, isFlat }: { readonly y: number; readonly above: number; readonly isFlat: boolean },
): number {
  const onNetwork = (id: string) =>
    wires.filter(({ wire: { nic } }) => nic.network.is === 'known' && nic.network.value === id);
  const used = sheet.model.networks
    .map((network) => ({ network, wires: onNetwork(network.id) }))
    .filter((one) => one.wires.length > 0);
  used.forEach(({ network, wires: own }, index) => {
    const line = y + index * NETWORK;
    const from = Math.min(...own.map(({ column }) => column.x)) + 4;
    const to = Math.max(...own.map(({ column }) => column.x + column.width)) - 4;
    sheet.shapes.push({ is: 'line', look: 'network', from: [from, line], to: [to, line] });
    for (const { wire } of own) drawWire(sheet, wire, line);
    const range = network.range.is === 'known' ? network.range.value : '';
    const side = { y: line + (isFlat ? 11 : 18), width: to - from };
    const { width } = write(sheet, network.name, 'smallStrong', { ...side, x: from });
    if (to - from - width > textWidth(range, 'second') + GAP) {
      write(sheet, range, 'second', { ...side, x: to, anchor: 'end' });
    }
  });
  return used.length === 0 ? above + 1 : y + (used.length - 1) * NETWORK + (isFlat ? 19 : 26);
}

function drawWire(sheet: Sheet, { nic, x, y }: Wire, line: number): void {
  const isNew = nic.fate === 'new' || nic.fate === 'there';
  const isOld = nic.fate === 'unchanged';
  const pin = pinOf(sheet, nic);
  const tone = pin?.tone === 'ok' || pin?.tone === 'open' ? undefined : pin?.tone;
  const look = isNew ? 'newWire' : isOld ? 'wire' : 'unknownWire';
  const dot = isNew ? 'new' : isOld ? 'unchanged' : 'unknown';
  sheet.shapes.push(
    { is: 'line', look, from: [x, y + 10], to: [x, line] },
    { is: 'dot', look: dot, x, y: line, pin: tone },
  );
  sheet.anchors.set(nic.id, [x, line + 6]);
}

/** Whether a pin says more than its sign at the part. */
export const isMessage = ({ tone, text, links, isElsewhere = false }: Pin): boolean =>
  !isElsewhere && ((tone !== 'ok' && tone !== 'open') || text !== undefined || links.length > 0);

/** Lines from parts to the messages below the picture, with their numbers where there are several. */
function drawPins(sheet: Sheet, bottom: number): number {
  const messages = sheet.model.pins.filter(isMessage);
  const taken = new Set<number>();
  messages.forEach(({ part, tone }, index) => {
    const [wanted, y] = sheet.anchors.get(part) ??
      sheet.anchors.get(sheet.model.result.id) ?? [12, bottom];
    let x = wanted;
    while (taken.has(x)) x += 18;
    taken.add(x);
    sheet.shapes.push({ is: 'line', look: tone, from: [x, y], to: [x, bottom + 16] });
    if (messages.length > 1) {
      write(sheet, String(index + 1), 'smallStrong', { x: x + 5, y: bottom + 8, width: 20 });
    }
  });
  return messages.length === 0 ? bottom : bottom + 16;
}

/** Cards one below the other, what moves between them from the top down; returns how high they are. */
function stacked(sheet: Sheet, measures: Measures, width: number): number {
  const { source, result } = sheet.model;
  const drawOne = (card: Card, top: number): number => {
    const inset = card.frame === undefined ? 0 : GAP;
    const own = { x: 1 + inset, width: width - 2 - 2 * inset };
    const body = top + headHeight(card, measures);
    const disks = placeDisks(card, { ...own, y: body }, measures);
    const feet = footHeight(card, measures);
    const foot = Math.max(disks.bottom, body) + (feet > 0 ? 4 : 0);
    const bottom = foot + feet + (feet > 0 ? 4 : PADDING);
    const box = { ...own, y: top, height: bottom - top };
    if (card.frame !== undefined) drawFrame(sheet, card.frame.name, box);
    drawCard(sheet, card, { box, disks, foot }, measures);
    return bottom;
  };
  const first = drawOne(source, 1);
  const next = drawBetween(sheet, first, width) + (result.frame === undefined ? 0 : FRAME);
  return drawOne(result, next) + 1 + (result.frame === undefined ? 0 : GAP);
}

/** The point, how much moves and what is lost, between two cards; returns where the next one starts. */
function drawBetween(sheet: Sheet, top: number, width: number): number {
  const { moves, point } = sheet.model;
  const third = width / 3;
  const hasLoss = moves.loss.is !== 'absent';
  const bottom = top + 40 + (hasLoss ? 32 : 0) + (isPlanned(sheet.model.state) ? 0 : 16);
  const x = width / 2;
  const path = `M${String(x - 34)} ${String(top)}H${String(x + 34)}V${String(bottom)}H${String(x - 34)}Z`;
  sheet.shapes.push({ is: 'ribbon', look: ribbonLook(sheet.model, false), path });
  const date = point.time.is === 'known' ? dateTimeText(point.time.value) : picture.point;
  const tab = {
    x: 8,
    y: top + 9,
    width: Math.min(third + 16, textWidth(date, 'tab') + 20),
    height: 22,
  };
  sheet.shapes.push({ is: 'plate', look: 'tab', box: tab });
  write(sheet, date, 'tab', {
    x: tab.x + tab.width / 2,
    y: top + 20,
    width: tab.width - 8,
    anchor: 'middle',
  });
  aim(sheet, point, { ...tab, y: tab.y - (FINGER - tab.height) / 2, height: FINGER });
  const { size, bytes, time, note } = movesWords(sheet.model, true);
  if (size !== null) {
    write(sheet, size, 'smallStrong', { x, y: top + 20, width: 64, anchor: 'middle' });
  }
  const right = { x: width - 8, y: top + 20, width: third + 16, anchor: 'end' } as const;
  write(
    sheet,
    isUnderWay(sheet.model.state) ? (bytes ?? note) : (time ?? note),
    'smallStrong',
    right,
  );
  if (hasLoss) drawLoss(sheet, { x: 0, y: top + 38, width, height: 24 });
  if (!isPlanned(sheet.model.state)) drawBar(sheet, { x: 0, y: bottom - 20, width });
  sign(sheet, 'arrowDown', x, bottom - 6);
  for (const { id } of [point, moves]) sheet.anchors.set(id, [x, bottom]);
  return bottom;
}
