/**
 * Names come from other people. What is hidden in them, and what reorders the text beside them, is
 * written out; a name that reads from right to left stays in its own place; an endless one is cut.
 */

/** Characters of a name that is shown in full: the name of a tag may have 512, an id more. */
const NAME_LENGTH = 600;
/** Characters of a name that was cut. */
const CUT_LENGTH = 120;
/** Characters of a message, which has blanks as any text, and of a tooltip. */
const MESSAGE_LENGTH = 2000;
/** No word of a message is as long; an id in one may have 350 characters. */
const ENDLESS = /\S{500}/;

/** Blocks of Unicode that are written from right to left. */
const RIGHT_TO_LEFT = String.raw`\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}`;
/** Line ends and tabs are blanks on a page. Beyond eight, accents climb into other lines. */
const HIDDEN = String.raw`(?![\t\n\r])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffb]|(?<=\p{M}{8})\p{M}`;
/** Letters that change their shape with those beside them. */
const JOINING = String.raw`(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}])[\p{L}\p{M}]`;
/** Joiners and selectors without which emoji and scripts fall apart. */
const NEEDED = [
  String.raw`(?<=\p{ExtPict}[\ufe0f\p{EMod}]?)\u200d(?=\p{ExtPict})`,
  String.raw`(?<=${JOINING})[\u200c\u200d](?=${JOINING})`,
  String.raw`(?<=[\p{ExtPict}\p{Script=Han}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`,
  String.raw`\ufe0f(?=\u20e3)`,
  String.raw`(?<=\u{1f3f4}[\u{e0061}-\u{e007a}]*)[\u{e0061}-\u{e007f}]`,
].join('|');

/** First strong isolate, and its end: what is between them does not reorder what is around them. */
const ISOLATE = '\u2068';
const ISOLATE_END = '\u2069';
const isolates = /\u2068([^\u2066-\u2069]*)\u2069/gu;

const notable = new RegExp(`${HIDDEN}|[${RIGHT_TO_LEFT}]`, 'u');
const rightToLeft = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');
const hidden = new RegExp(`(${NEEDED})|(${HIDDEN})\\2*`, 'gu');

/** Whether something in a text is written from right to left. */
export function writesRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** A text in which each character that is hidden, or reorders others, stands as its code: `[U+202E]`. */
export function visibleText(text: string): string {
  if (!notable.test(text)) return text;
  // What is isolated already is looked at by itself.
  return text
    .split(isolates)
    .map((part, index) =>
      index % 2 === 0 ? marked(part) : `${ISOLATE}${marked(part)}${ISOLATE_END}`,
    )
    .join('');
}

function marked(text: string): string {
  return text.replace(hidden, (hit: string, needed: string | undefined, one: string) => {
    if (needed !== undefined) return needed;
    const code = (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const times = hit.length / one.length;
    return times === 1 ? `[U+${code}]` : `[U+${code} ×${String(times)}]`;
  });
}

/** A name or message as a part of a sentence, of a title or of a label. */
export function textInSentence(text: string): string {
  const { text: seen, isIsolated } = shownText(text);
  if (!isIsolated || !writesRightToLeft(seen.replace(isolates, ''))) return seen;
  return `${ISOLATE}${withoutIsolates(seen)}${ISOLATE_END}`;
}

/** What a person reads of a text that came from others. */
interface ShownText {
  readonly text: string;
  /** The whole, as far as a tooltip goes; undefined where nothing is cut. */
  readonly whole: string | undefined;
  /** Whether it has a direction of its own, which what is beside it must not meet. */
  readonly isIsolated: boolean;
}

/**
 * How a text is shown in a place of its own. Messages of Azure are long, and have blanks; what has none, or
 * `isName`, or an endless word, is cut as a name.
 */
export function shownText(text: string, isName = false): ShownText {
  const start = text.slice(0, MESSAGE_LENGTH);
  const isMessage = !isName && /\s/.test(start.slice(0, NAME_LENGTH)) && !ENDLESS.test(start);
  const isLong = text.length > (isMessage ? MESSAGE_LENGTH : NAME_LENGTH);
  if (!isLong) {
    const isPlain = !notable.test(text);
    return { text: isPlain ? text : visibleText(text), whole: undefined, isIsolated: !isPlain };
  }
  const whole = withoutIsolates(visibleText(cut(text, MESSAGE_LENGTH)));
  const seen = isMessage ? whole : cut(whole, CUT_LENGTH);
  return { text: seen, whole, isIsolated: true };
}

const withoutIsolates = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

/** The start of a text, no character halved. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…`;
}
