import { countText } from '#src/lib/format.ts';
import type {
  Card,
  DiskPart,
  Fate,
  NicPart,
  PicturePart,
  Pin,
  TextPart,
  Reading,
} from '#src/ui/picture/model.ts';
import { fateWord, isUnderWay, textOf, titleOf, unknownText } from '#src/ui/picture/reading.ts';
import {
  aim,
  type Box,
  byRoot,
  intoRoom,
  lookOf,
  pinOf,
  type Place,
  type Sheet,
  sign,
  textWidth,
  write,
  type TextLook,
} from '#src/ui/picture/sheet.ts';
import { common } from '#src/strings/common.ts';
import { picture } from '#src/strings/picture.ts';

/** The two cards of a picture: a head, disks, NICs and further parts. */

/** Disks that are drawn by themselves. */
const MOST_DISKS = 6;
const GAP = 8;
const PADDING = 12;

/** Measures that are not the same in all sizes of a picture. */
export interface CardMeasures {
  /** Heights of disks. */
  readonly least: number;
  readonly most: number;
  /** Together no higher than this. */
  readonly room: number;
  /** The lines of the head are one, and the power state stands beside the title. */
  readonly isLow: boolean;
  /** Signs in front of disks. */
  readonly hasSigns: boolean;
  /** Disks stand side by side. */
  readonly isFlat: boolean;
  /** NICs and other parts at most. */
  readonly footRows: number;
  /** Height of a NIC, and of a part in words. */
  readonly row: number;
}

/** A disk where it is drawn; `part` is null for the block of all that are too many. */
interface PlacedDisk {
  readonly part: DiskPart | null;
  readonly fate: Fate;
  readonly name: string;
  readonly sizeGiB: Reading<number>;
  readonly box: Box;
}

interface Block {
  readonly part: DiskPart | null;
  readonly fate: Fate;
  readonly name: string;
  readonly sizeGiB: Reading<number>;
}

/** The disks of a card: the first ones by themselves, and the others as one. */
function blocksOf(disks: readonly DiskPart[]): readonly Block[] {
  const own = disks.length > MOST_DISKS ? disks.slice(0, MOST_DISKS) : disks;
  const blocks: Block[] = own.map((part) => ({
    part,
    fate: part.fate,
    name: part.name,
    sizeGiB: part.sizeGiB,
  }));
  const rest = disks.slice(own.length);
  const [first] = rest;
  if (first === undefined) return blocks;
  const sizes = rest.map(({ sizeGiB }) => (sizeGiB.is === 'known' ? sizeGiB.value : null));
  const sum = sizes.reduce<number | null>(
    (all, size) => (all === null || size === null ? null : all + size),
    0,
  );
  const words = picture.more(countText(rest.length), sum === null ? null : countText(sum));
  return [...blocks, { part: null, fate: first.fate, name: words, sizeGiB: { is: 'absent' } }];
}

const sizeOf = ({ sizeGiB }: Block): number | null =>
  sizeGiB.is === 'known' ? sizeGiB.value : null;

/** Places disks one below the other. */
function stackDisks(
  disks: readonly DiskPart[],
  at: { readonly x: number; readonly y: number; readonly width: number },
  { least, most, room }: CardMeasures,
): readonly PlacedDisk[] {
  const blocks = blocksOf(disks);
  const heights = intoRoom(byRoot(blocks.map(sizeOf), least, most), room);
  let { y } = at;
  return blocks.map((block, index) => {
    const height = heights[index] ?? least;
    const box = { x: at.x, y, width: at.width, height };
    y += height + GAP;
    return { ...block, box };
  });
}

/** Places disks side by side. */
function rowOfDisks(
  disks: readonly DiskPart[],
  { x, y, width, height }: Box,
): readonly PlacedDisk[] {
  const blocks = blocksOf(disks);
  const inner = width - GAP * (blocks.length - 1);
  const widths = byRoot(blocks.map(sizeOf), 40, 120);
  const sum = widths.reduce((all, one) => all + one, 0);
  let left = x;
  return blocks.map((block, index) => {
    const own = Math.floor(((widths[index] ?? 40) * inner) / sum);
    const box = { x: left, y, width: own, height };
    left += own + GAP;
    return { ...block, box };
  });
}

/** How high the head of a card is. */
export function headHeight(card: Card, { isLow }: CardMeasures): number {
  const beside = card.disksBeside.length > 0 ? 20 : 0;
  if (isLow) return 56 + beside;
  const lines = Math.max(linesOf(card, false).length, 1);
  return 48 + 24 * lines + beside;
}

/** A value, or with a question mark what isn't known. */
const shortText = (value: Reading<string>): string | null =>
  value.is === 'unknown' ? `${value.fact} ?` : textOf(value, (text) => text);

/** Whether a machine runs, in words. */
const powerWord = ({ power }: Card): string | null =>
  power === undefined || power.is === 'absent'
    ? null
    : power.is === 'known'
      ? picture.power[power.value]
      : power.fact;

/** The lines under a title, with the power state in the first one. */
function linesOf(card: Card, isLow: boolean): readonly string[] {
  const texts = card.lines.map(shortText).filter((text) => text !== null);
  const gone = card.title.is === 'absent' ? [picture.fates.gone] : [];
  if (isLow) return [[...gone, ...texts].join(' · ')].filter((text) => text !== '');
  const [first, ...others] = texts;
  const power = powerWord(card);
  const opening = [power, ...gone, first].filter((text) => text !== null && text !== undefined);
  return [opening.join(' · '), ...others].filter((text) => text !== '');
}

/** What stands at the place of a card's disks. */
export interface DiskPlace {
  readonly placed: readonly PlacedDisk[];
  /** A dotted block, where the disks aren't known. */
  readonly unknown: Box | null;
  readonly bottom: number;
}

/** Places the disks of a card, with those beside them. */
export function placeDisks(
  card: Card,
  at: { readonly x: number; readonly y: number; readonly width: number },
  measures: CardMeasures,
): DiskPlace {
  const inner = { x: at.x + PADDING, y: at.y, width: at.width - 2 * PADDING };
  const { least, most, room } = measures;
  if (card.disks.is !== 'known') {
    // While they are on their way, as high as the disks of most machines: what stands below moves little.
    const isComing = card.disks.is === 'unknown' && card.disks.why === 'onItsWay';
    const one = Math.min(most, 52);
    const height = measures.isFlat ? least : isComing ? Math.min(2 * most + GAP, room) : one;
    const isUnknown = card.disks.is === 'unknown';
    return {
      placed: [],
      unknown: isUnknown ? { ...inner, height } : null,
      bottom: inner.y + (isUnknown ? height : 0),
    };
  }
  const besideWidth =
    card.disksBeside.length > 0 ? Math.round(inner.width * (measures.isFlat ? 0.4 : 0.29)) : 0;
  const width = inner.width - (besideWidth > 0 ? besideWidth + GAP : 0);
  const place = (disks: readonly DiskPart[], x: number, own: number) =>
    measures.isFlat
      ? rowOfDisks(disks, { x, y: inner.y, width: own, height: least })
      : stackDisks(disks, { x, y: inner.y, width: own }, measures);
  const placed = place(card.disks.value, inner.x, width);
  // Each beside the one that takes its place.
  const beside = place(card.disksBeside, inner.x + width + GAP, besideWidth).map((disk, index) => {
    const twin = placed[index];
    const isRow = measures.isFlat || twin === undefined;
    return isRow ? disk : { ...disk, box: { ...disk.box, y: twin.box.y, height: twin.box.height } };
  });
  const all = [...placed, ...beside];
  const bottom = Math.max(inner.y, ...all.map(({ box }) => box.y + box.height));
  return { placed: all, unknown: null, bottom };
}

/** The frame of a card and its head. */
function drawHead(sheet: Sheet, card: Card, box: Box, measures: CardMeasures): void {
  const { shapes, model } = sheet;
  const own = card.title.is === 'absent' ? 'gone' : lookOf(card, model);
  const look = card.isFrame && own !== 'there' ? 'dotted' : own;
  shapes.push({ is: 'part', look, isCard: true, box });
  const { isLow } = measures;
  const left = box.x + PADDING;
  let right = box.x + box.width - PADDING;
  const middle = box.y + (isLow ? 20 : 24);
  sign(sheet, card.title.is === 'unknown' ? 'unknown' : card.icon, left + 9, middle);
  const pin = pinOf(sheet, card);
  if (pin !== undefined) {
    sign(sheet, pin.tone, right - 8, middle);
    right -= 24;
  }
  if (card.badge !== undefined) {
    const width = Math.round(textWidth(card.badge, 'smallStrong')) + 16;
    const badge = { x: right - width, y: middle - 10, width, height: 20 };
    shapes.push({ is: 'plate', look: 'badge', box: badge });
    write(sheet, card.badge, 'smallStrong', {
      x: right - width / 2,
      y: middle,
      width,
      anchor: 'middle',
    });
    right -= width + GAP;
  }
  const x = left + 28;
  const titleLook = card.title.is === 'known' ? 'title' : 'plain';
  const ownWord = card.badge === undefined && card.fate !== 'new' && card.fate !== 'unknown';
  const state = isLow && ownWord ? fateWord(card.fate, model) : '';
  // The frame says the same: a name isn't cut for it.
  const power = powerWord(card);
  const powerWidth = power === null ? 0 : 30 + textWidth(power, 'small');
  const free = right - x - textWidth(titleOf(card), titleLook) - powerWidth - GAP;
  if (state !== '' && textWidth(state, 'second') <= free) {
    const at = { x: right, y: middle, width: free, anchor: 'end' } as const;
    right -= write(sheet, state, 'second', at).width + GAP;
  }
  const title = write(sheet, titleOf(card), titleLook, { x, y: middle, width: right - x });
  if (isLow) drawPower(sheet, card, x + title.width + 12, middle);
  linesOf(card, isLow).forEach((words, index) => {
    const y = isLow ? box.y + 40 : box.y + 52 + index * 24;
    const hasPower = !isLow && index === 0 && powerWord(card) !== null;
    if (hasPower) sign(sheet, powerSign(card), left + 6, y);
    const start = isLow ? x : left + (hasPower ? 18 : 0);
    write(sheet, words, index === 0 ? 'small' : 'second', {
      x: start,
      y,
      width: box.x + box.width - PADDING - start,
    });
  });
  const cut = title.shown === titleOf(card) ? undefined : titleOf(card);
  const height = isLow ? 48 : 40 + 24 * linesOf(card, isLow).length;
  aim(sheet, card, { ...box, height }, cut);
}

const powerSign = ({ power }: Card) => (power?.is === 'known' ? power.value : 'unknown');

/** Whether a machine runs, beside its title. */
function drawPower(sheet: Sheet, card: Card, x: number, y: number): void {
  const words = powerWord(card);
  if (words === null) return;
  sign(sheet, powerSign(card), x + 6, y);
  write(sheet, words, 'small', { x: x + 18, y, width: 120 });
}

/** The disks of a card; where they aren't known a dotted block says so. */
function drawDisks(
  sheet: Sheet,
  card: Card,
  { placed, unknown }: DiskPlace,
  hasSigns: boolean,
): void {
  const { shapes, model } = sheet;
  const reached = model.moves.reached;
  if (unknown !== null && card.disks.is === 'unknown')
    drawUnknown(sheet, whyOf(card.disks), unknown);
  for (const disk of placed) {
    const { part, box, fate } = disk;
    const look = lookOf(disk, model);
    const isFilled = fate === 'new' && reached !== undefined && isUnderWay(model.state);
    const total = reached?.share.is === 'known' ? reached.share.value : null;
    const share = isFilled ? (reached.disks[part?.id ?? ''] ?? total) : undefined;
    const isDone = fate === 'there' || (fate === 'new' && model.state === 'done');
    shapes.push({ is: 'part', look, isCard: false, box, share: isDone ? 1 : share });
    drawDisk(sheet, disk, hasSigns && box.width > 160);
  }
}

/** After a restore that went well: a tick at what was read back, a question mark at what wasn’t. */
function readTone({ model }: Sheet, fate: Fate | undefined): 'ok' | 'unknown' | undefined {
  if (fate === 'there') return 'ok';
  return fate === 'unknown' && model.state === 'done' ? 'unknown' : undefined;
}

function drawDisk(sheet: Sheet, disk: PlacedDisk, hasSign: boolean): void {
  const { part, box, name } = disk;
  const y = box.y + box.height / 2;
  let right = box.x + box.width - 10;
  const pin = part === null ? undefined : pinOf(sheet, part);
  const tone = pin?.tone ?? readTone(sheet, part?.fate);
  if (tone !== undefined) {
    sign(sheet, tone, right - 6, y);
    right -= 20;
  }
  const x = box.x + (hasSign ? 30 : 10);
  if (hasSign) sign(sheet, 'hardDrive', box.x + 16, y);
  const isBeside = disk.fate === 'kept' || disk.fate === 'lost';
  const isSmall = isBeside || box.height < 36 || box.width < 150;
  // What has too little room for a name has its size alone, in the middle.
  const size = textOf(disk.sizeGiB, (known) => picture.gib(countText(known)));
  const number = disk.sizeGiB.is === 'known' ? countText(disk.sizeGiB.value) : '?';
  const room = right - x;
  const isRoomyFor = (look: TextLook): boolean =>
    size === null || textWidth(name, look) + textWidth(size, look) + GAP <= room;
  const look = isSmall || !isRoomyFor('plain') ? 'small' : 'plain';
  const nameWidth = textWidth(name, look);
  const whole = size === null ? 0 : textWidth(number, look) + GAP;
  const isNamed = isSmall ? nameWidth + whole <= room : room - whole > 24;
  const put = (words: string, place: Place) => {
    if (isBeside) backWords(sheet, words, place);
    return write(sheet, words, look, place);
  };
  let shown = '';
  if (isNamed) {
    // A name that is cut anyway leaves the size its unit.
    const isTight = !isRoomyFor(look) && nameWidth + whole <= room;
    const words = isTight ? number : size;
    const end = { x: right, y, width: room, anchor: 'end' } as const;
    const own = words === null ? 0 : put(words, end).width + GAP;
    shown = put(name, { x, y, width: room - own }).shown;
  } else {
    // Beside a sign, never under it.
    const width = box.width - (tone === undefined ? 0 : 24);
    const words = size !== null && textWidth(size, 'small') <= width - 12 ? size : number;
    const isRoomy = textWidth(words, 'small') <= width - 6;
    const middle = { x: box.x + width / 2, y, width, anchor: 'middle' } as const;
    if (isRoomy) put(words, middle);
  }
  if (part !== null) {
    aim(sheet, part, box, shown === name ? undefined : name);
  }
}

/** Words on a hatch stand on the color of the page. */
function backWords({ shapes }: Sheet, words: string, { x, y, anchor = 'start' }: Place): void {
  const width = Math.ceil(textWidth(words, 'small')) + 6;
  const left = { start: x - 3, middle: x - width / 2, end: x - width + 3 }[anchor];
  shapes.push({ is: 'plate', look: 'inner', box: { x: left, y: y - 9, width, height: 18 } });
}

/** The name of a fact that isn’t known, and why where the model has that. */
const whyOf = (value: Extract<Reading<never>, { readonly is: 'unknown' }>): string =>
  value.why === undefined ? value.fact : unknownText(value);

/** A dotted block with the name of the fact that isn't known. */
function drawUnknown(sheet: Sheet, fact: string, box: Box): void {
  sheet.shapes.push({ is: 'part', look: 'unknown', isCard: false, box });
  const y = box.y + box.height / 2;
  sign(sheet, 'unknown', box.x + 18, y);
  write(sheet, fact, 'plain', { x: box.x + 34, y, width: box.width - 44 });
}

/** Rows at the foot of a card, and how high they are. */
export function footHeight({ nics, others }: Card, { footRows, row }: CardMeasures): number {
  const ofNics = nics.is === 'known' ? nics.value.length : Number(nics.is === 'unknown');
  return row * Math.min(footRows, ofNics + others.length);
}

export interface Wire {
  readonly nic: NicPart;
  readonly x: number;
  readonly y: number;
}

/** Further parts, and NICs right above their networks; returns where the wires of NICs start. */
function drawFoot(
  sheet: Sheet,
  card: Card,
  box: Box,
  { footRows, row }: CardMeasures,
): readonly Wire[] {
  const nics = card.nics.is === 'known' ? card.nics.value.slice(0, footRows) : [];
  const others = card.others.slice(
    0,
    footRows - Math.max(nics.length, Number(card.nics.is === 'unknown')),
  );
  let y = box.y;
  for (const part of others) {
    drawOther(sheet, part, { ...box, y, height: row });
    y += row;
  }
  if (card.nics.is === 'unknown') {
    const { fact: name, why } = card.nics;
    const text = why === undefined ? '' : common.absence[why];
    drawFootRow(sheet, { name, text, isKnown: false }, box, y + row / 2);
  }
  const indent = 14 * (nics.length - 1);
  return nics.map((nic, index) => {
    const wire = { nic, x: box.x + 16 + index * 14, y: y + row / 2 };
    const place = { x: box.x + indent, y, width: box.width - indent, height: row };
    drawNic(sheet, nic, place, wire);
    y += row;
    return wire;
  });
}

function drawNic(sheet: Sheet, nic: NicPart, box: Box, wire: Wire): void {
  sign(sheet, nic.fate === 'unknown' ? 'unknown' : 'nic', wire.x, wire.y);
  const pin = pinOf(sheet, nic);
  const text =
    textOf(nic.address, (address) => address) ??
    (nic.network.is === 'absent' ? picture.noNetwork : '');
  const unknown = [nic.network, nic.address].find((value) => value.is === 'unknown');
  const row = {
    name: nic.name,
    text: unknown?.is === 'unknown' ? whyOf(unknown) : text,
    isKnown: unknown === undefined || nic.fate === 'unknown',
    mark: markOf(pin) ?? (nic.fate === 'there' ? ('ok' as const) : undefined),
    left: 30,
  };
  const cut = drawFootRow(sheet, row, box, wire.y);
  const left = wire.x - 8;
  aim(sheet, nic, { ...box, x: left, width: box.x + box.width - left }, cut);
}

/** What a pin shows at the end of a row; the others have a message. */
const markOf = (pin: Pin | undefined): FootRow['mark'] =>
  pin?.tone === 'ok' || pin?.tone === 'open' ? pin.tone : undefined;

interface FootRow {
  readonly name: string;
  readonly text: string;
  /** Not known: a question mark stands at its end. */
  readonly isKnown: boolean;
  /** At its end: its check has passed, or its next step is open. */
  readonly mark?: 'ok' | 'open' | undefined;
  readonly left?: number;
}

/** Returns the name if it was shortened. */
function drawFootRow(
  sheet: Sheet,
  { name, text, isKnown, mark, left = 10 }: FootRow,
  box: Box,
  y: number,
): string | undefined {
  let right = box.x + box.width - 4;
  if (mark !== undefined || !isKnown) {
    sign(sheet, mark ?? 'unknown', right - 8, y);
    right -= 24;
  }
  const x = box.x + left;
  const room = right - x;
  const value = write(sheet, text, 'small', { x: right, y, width: room * 0.55, anchor: 'end' });
  const { shown } = write(sheet, name, 'small', { x, y, width: room - value.width - GAP });
  return shown === name && value.shown === text ? undefined : `${name} ${text}`;
}

function drawOther(sheet: Sheet, part: TextPart, box: Box): void {
  const y = box.y + box.height / 2;
  const swatch = { x: box.x + 8, y: y - 7, width: 14, height: 14 };
  sheet.shapes.push({ is: 'part', look: lookOf(part, sheet.model), isCard: false, box: swatch });
  const text = part.text.is === 'unknown' ? part.text.fact : (textOf(part.text, (t) => t) ?? '');
  // A field that is empty is named once.
  const value = text === part.name ? '' : text;
  const row = {
    name: part.name,
    text: value,
    isKnown: part.text.is !== 'unknown',
    mark: markOf(pinOf(sheet, part)),
    left: 30,
  };
  aim(sheet, part, box, drawFootRow(sheet, row, box, y));
}

interface CardPlace {
  readonly box: Box;
  readonly disks: DiskPlace;
  /** Where the rows at its foot start. */
  readonly foot: number;
}

/** Draws a card; returns the wires of its NICs. */
export function drawCard(
  sheet: Sheet,
  card: Card,
  { box, disks, foot }: CardPlace,
  measures: CardMeasures,
): readonly Wire[] {
  drawHead(sheet, card, box, measures);
  if (card.disksBeside.length > 0) {
    const x = box.x + box.width - PADDING;
    const first = card.disksBeside[0];
    const words =
      first === undefined
        ? ''
        : `${picture.beside}: ${fateWord(first.fate, sheet.model).toLowerCase()}`;
    // Above the disks, or where they would end.
    const y = Math.min(foot, ...disks.placed.map((disk) => disk.box.y)) - 12;
    write(sheet, words, 'second', { x, y, width: box.width - 2 * PADDING, anchor: 'end' });
  }
  drawDisks(sheet, card, disks, measures.hasSigns);
  anchorCard(sheet, card, box);
  const inner = { ...box, x: box.x + PADDING, width: box.width - 2 * PADDING, y: foot };
  return drawFoot(sheet, card, inner, measures);
}

/** Sets where the pins of a card and of what is in it start, where nothing else has. */
function anchorCard({ anchors }: Sheet, card: Card, { x, y, width, height }: Box): void {
  const disks = card.disks.is === 'known' ? card.disks.value : [];
  const nics = card.nics.is === 'known' ? card.nics.value : [];
  const parts: readonly PicturePart[] = [
    card,
    ...disks,
    ...card.disksBeside,
    ...card.others,
    ...nics,
  ];
  for (const { id } of parts) anchors.set(id, [Math.round(x + width * 0.64), y + height]);
}
