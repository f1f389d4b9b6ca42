import { textInSentence } from '#src/lib/visible-text.ts';
import type { Card, Fate, PicturePart, Pin, RestoreModel } from '#src/ui/picture/model.ts';
import { isUnderWay } from '#src/ui/picture/reading.ts';

/** A sheet that a picture is laid out on: shapes with places and looks, and nothing of how they are drawn. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The look of a part: its fate, what isn't there yet, and what no longer is. */
export type Look = Fate | 'notYet' | 'gone' | 'dotted';

export type TextLook = 'title' | 'strong' | 'plain' | 'second' | 'small' | 'smallStrong' | 'tab';

export type Sign =
  | Card['icon']
  | Pin['tone']
  | 'hardDrive'
  | 'nic'
  | 'running'
  | 'stopped'
  | 'AppConsistent'
  | 'FileSystemConsistent'
  | 'CrashConsistent'
  | 'notReported'
  | 'arrow'
  | 'arrowDown'
  | 'pause'
  | 'stroke'
  | 'cross';

export type LineLook = 'point' | 'network' | 'wire' | 'newWire' | 'unknownWire' | Pin['tone'];

export type Shape =
  /** The frame of a part; `share`: how much of it is filled, null where that isn't reported. */
  | {
      readonly is: 'part';
      readonly look: Look;
      readonly isCard: boolean;
      readonly box: Box;
      readonly share?: number | null | undefined;
    }
  | { readonly is: 'ribbon'; readonly look: 'moving' | 'still' | 'unknown'; readonly path: string }
  /** Behind words: the tab of the date, words on a ribbon, a loss, a frame around a card, a bar's track or fill. */
  | {
      readonly is: 'plate';
      readonly look:
        | 'tab'
        | 'pill'
        | 'basis'
        | 'badge'
        | 'lost'
        | 'inner'
        | 'frame'
        | 'track'
        | 'hatched'
        | 'moving'
        | 'quiet'
        | 'stopped'
        | 'failed';
      readonly box: Box;
    }
  | {
      readonly is: 'text';
      readonly look: TextLook;
      readonly x: number;
      readonly y: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly words: string;
    }
  | {
      readonly is: 'line';
      readonly look: LineLook;
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
    }
  /** A NIC on its network; `pin`: its message. */
  | {
      readonly is: 'dot';
      readonly look: 'unchanged' | 'new' | 'unknown';
      readonly x: number;
      readonly y: number;
      readonly pin?: Pin['tone'] | undefined;
    }
  /** Drawn around its middle. */
  | { readonly is: 'sign'; readonly sign: Sign; readonly x: number; readonly y: number };

/** A part that leads to a field, and where it is pressed. */
export interface Target {
  readonly part: PicturePart;
  readonly box: Box;
  /** Names of it that were shortened. */
  readonly cut: string | undefined;
}

export interface Sheet {
  readonly model: RestoreModel;
  readonly shapes: Shape[];
  readonly targets: Target[];
  /** Where the line of a part's pin starts, by the part's id. */
  readonly anchors: Map<string, readonly [x: number, y: number]>;
}

export const newSheet = (model: RestoreModel): Sheet => ({
  model,
  shapes: [],
  targets: [],
  anchors: new Map(),
});

/** The pin of a part, the worst one. */
export const pinOf = ({ model }: Sheet, { id }: PicturePart | { readonly id: string }) =>
  model.pins.find(({ part }) => part === id);

/** How a part looks; what isn't created is drawn otherwise while it may still come. */
export function lookOf({ fate }: Pick<PicturePart, 'fate'>, model: RestoreModel): Look {
  return fate === 'notCreated' && isUnderWay(model.state) ? 'notYet' : fate;
}

/** Widths of characters at 14 pixels, a little more than most fonts take: names are cut before they touch. */
const PIXELS = [
  [/[\s.,:;’'|!()[\]ijlftr-]/u, 4.6],
  [/[MW@m]/u, 12.6],
  [/[\p{Lu}\p{Extended_Pictographic}w%–—]/u, 9.6],
  [/[\u1100-\u{1ffff}]/u, 14],
] as const;

const SIZES: Readonly<Record<TextLook, number>> = {
  title: 1.2,
  strong: 1.05,
  plain: 1,
  second: 12 / 14,
  small: 12 / 14,
  smallStrong: 12.6 / 14,
  tab: 12.6 / 14,
};

/** What was looked up before: the picture is drawn anew with each key. */
const widths = new Map<string, number>();

function widthOf(char: string): number {
  const found = widths.get(char);
  if (found !== undefined) return found;
  const width = PIXELS.find(([kind]) => kind.test(char))?.[1] ?? 7.9;
  widths.set(char, width);
  return width;
}

/** How wide a text is, about. */
export function textWidth(words: string, look: TextLook): number {
  return Array.from(words).reduce((sum, char) => sum + widthOf(char), 0) * SIZES[look];
}

/** A text, shortened with an ellipsis where it is wider than its place. */
export function fitted(words: string, look: TextLook, width: number): string {
  const shown = textInSentence(words);
  if (textWidth(shown, look) <= width) return shown;
  const chars = Array.from(shown);
  let room = width / SIZES[look] - widthOf('…');
  const cut = chars.findIndex((char) => (room -= widthOf(char)) < 0);
  return closed(`${chars.slice(0, Math.max(1, cut)).join('').trimEnd()}…`);
}

/** A text in lines that are no wider than its place, in at most so many: the last may be. */
export function wrapped(
  words: string,
  look: TextLook,
  width: number,
  most: number,
): readonly string[] {
  const parts = words.split(' ');
  const whole = parts.findIndex(
    (_, at) => textWidth(parts.slice(0, at + 1).join(' '), look) > width,
  );
  if (most === 1 || whole < 1) return [words];
  const rest = parts.slice(whole).join(' ');
  return [parts.slice(0, whole).join(' '), ...wrapped(rest, look, width, most - 1)];
}

/** A name in a script of the other direction that was cut goes on to the end of no more than the text. */
function closed(words: string): string {
  const open = words.split('\u2068').length - words.split('\u2069').length;
  return words + '\u2069'.repeat(Math.max(0, open));
}

export interface Place {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  /** As wide as it may be. */
  readonly width: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Writes a text; returns what is shown of it, and how wide that is. */
export function write(
  { shapes }: Sheet,
  words: string,
  look: TextLook,
  { x, y, width, anchor = 'start' }: Place,
): { readonly shown: string; readonly width: number } {
  const shown = fitted(words, look, width);
  shapes.push({ is: 'text', look, x, y, anchor, words: shown });
  return { shown, width: textWidth(shown, look) };
}

export const sign = ({ shapes }: Sheet, name: Sign, x: number, y: number): void => {
  shapes.push({ is: 'sign', sign: name, x, y });
};

/** Makes a part a target where it leads somewhere, at least as large as a finger needs. */
export function aim({ targets }: Sheet, part: PicturePart, box: Box, cut?: string): void {
  if (part.field !== undefined) targets.push({ part, box, cut });
}

/** Blocks of one size or another, by the square root of their size. */
export function byRoot(sizes: readonly (number | null)[], least: number, most: number): number[] {
  const roots = sizes.map((size) => (size === null ? 0 : Math.sqrt(Math.max(0, size))));
  const largest = Math.max(...roots, 1);
  return roots.map((root) => Math.round(Math.max(least, (most * root) / largest)));
}

/** The same, together no more than there is room for, and none below 22 pixels. */
export function intoRoom(heights: readonly number[], room: number): number[] {
  const sum = heights.reduce((all, one) => all + one, 0);
  const scale = Math.min(1, room / sum);
  return heights.map((one) => Math.max(22, Math.floor(one * scale)));
}
