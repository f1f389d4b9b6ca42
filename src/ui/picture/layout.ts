import {
  type DiskPlace,
  drawCard,
  footHeight,
  headHeight,
  placeDisks,
  type Wire,
} from '#src/ui/picture/cards.ts';
import {
  type Column,
  drawBar,
  drawLoss,
  GAP,
  type Measures,
  middleOf,
  movesWords,
  pointDate,
} from '#src/ui/picture/middle.ts';
import type { Card, Pin, RestoreModel } from '#src/ui/picture/model.ts';
import { isPlanned, isUnderWay } from '#src/ui/picture/reading.ts';
import {
  aim,
  type Box,
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
  // Its checks stand below it, in view.
  wide: {
    ...LOW,
    source: 0.3,
    middle: 0.33,
    least: 22,
    most: 36,
    room: 80,
    hasSigns: true,
    isClose: true,
  },
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
const PADDING = 12;
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
    {
      y: end + (measures.isFlat ? 10 : measures.isClose ? 18 : 28),
      above: end,
      isFlat: measures.isFlat,
    },
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
  const { size, bytes, time, note } = movesWords(sheet.model, true);
  const isMoving = isUnderWay(sheet.model.state);
  // Two sizes say what each is.
  const labels = isMoving && size !== null && bytes !== null ? 14 : 0;
  const bottom = top + 40 + labels + (hasLoss ? 32 : 0) + (isPlanned(sheet.model.state) ? 0 : 16);
  const x = width / 2;
  const path = `M${String(x - 34)} ${String(top)}H${String(x + 34)}V${String(bottom)}H${String(x - 34)}Z`;
  sheet.shapes.push({ is: 'ribbon', look: ribbonLook(sheet.model, false), path });
  const { date } = pointDate(sheet.model, third + 8);
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
  if (size !== null) {
    write(sheet, size, 'smallStrong', { x, y: top + 20, width: 64, anchor: 'middle' });
  }
  const right = { x: width - 8, y: top + 20, width: third + 16, anchor: 'end' } as const;
  write(sheet, isMoving ? (bytes ?? note) : (time ?? note), 'smallStrong', right);
  if (labels > 0) {
    write(sheet, picture.ofAllDisks, 'small', { x, y: top + 34, width: 64, anchor: 'middle' });
    write(sheet, picture.transferred, 'small', { ...right, y: top + 34 });
  }
  if (hasLoss) drawLoss(sheet, { x: 0, y: top + 38 + labels, width, height: 24 });
  if (!isPlanned(sheet.model.state)) drawBar(sheet, { x: 0, y: bottom - 20, width });
  sign(sheet, 'arrowDown', x, bottom - 6);
  for (const { id } of [point, moves]) sheet.anchors.set(id, [x, bottom]);
  return bottom;
}
