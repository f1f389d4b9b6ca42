import type { Instant } from '#src/lib/time.ts';
import type { StepStatus } from '#src/model/next-steps.ts';

/** What a line of a record holds for a program: times as ISO text, sizes in bytes, durations in milliseconds. */
type RecordValue = string | number | boolean | null;

export interface RecordFact {
  /** Names it in JSON. Unique within its part or row. */
  readonly key: string;
  readonly label: string;
  /** For people; null: not known. */
  readonly text: string | null;
  readonly value: RecordValue;
}

/** A part of a record: single lines, or rows that all have the same lines. */
export type RecordPart = {
  /** Names it in JSON. Unique within the record. */
  readonly key: string;
  readonly title: string;
} & (
  | { readonly kind: 'facts'; readonly facts: readonly RecordFact[] }
  /** Rows null: not known. `none`: what stands there where it is known that there are none. */
  | { readonly kind: 'rows'; readonly rows: RecordRows | null; readonly none: string }
);

export type RecordRows = readonly (readonly RecordFact[])[];

/** What is kept of a restore, for a ticket or an auditor. */
export interface RestoreRecord {
  readonly title: string;
  /** When it was written. */
  readonly at: Instant;
  /** The same for people, with the time zone of all its texts. */
  readonly written: string;
  readonly parts: readonly RecordPart[];
}

/** A next step after a restore, as a record has it. */
export interface RecordStep {
  readonly title: string;
  readonly status: StepStatus;
  /** When that was read or noted; null: it wasn't. */
  readonly at: Instant | null;
}

type Facts = Readonly<Record<string, RecordValue>>;

/**
 * A record as JSON for a program: `parts` by their keys, each with its values by their keys, or a list of
 * these; null: not known. `isoText` writes a moment.
 */
export function recordJson(
  { title, at, parts }: RestoreRecord,
  isoText: (at: RestoreRecord['at']) => string,
): string {
  const values = Object.fromEntries(parts.map((part) => [part.key, valueOf(part)]));
  return `${JSON.stringify({ format: 'restore-record', version: 1, title, writtenAt: isoText(at), parts: values }, null, 2)}\n`;
}

function valueOf(part: RecordPart): Facts | readonly Facts[] | null {
  return part.kind === 'facts' ? factsOf(part.facts) : (part.rows?.map(factsOf) ?? null);
}

const factsOf = (facts: readonly RecordFact[]): Facts =>
  Object.fromEntries(facts.map(({ key, value }) => [key, value]));

/** Words that are no part of the record itself. */
interface MarkdownWords {
  readonly notKnown: string;
  /** Makes visible what is hidden in a text. */
  readonly visible: (text: string) => string;
}

/** A record as Markdown (CommonMark with tables). No text of it can become markup, a link or another line. */
export function recordMarkdown(
  { title, written, parts }: RestoreRecord,
  words: MarkdownWords,
): string {
  const sections = parts.map((part) => [`## ${inline(part.title, words)}`, body(part, words)]);
  return `${[`# ${inline(title, words)}`, inline(written, words), ...sections.flat()].join('\n\n')}\n`;
}

function body(part: RecordPart, words: MarkdownWords): string {
  if (part.kind === 'facts') {
    return part.facts
      .map((fact) => `- **${inline(fact.label, words)}**: ${textOf(fact, words)}`)
      .join('\n');
  }
  if (part.rows === null) return inline(words.notKnown, words);
  return part.rows.length === 0 ? inline(part.none, words) : table(part.rows, words);
}

function table(rows: RecordRows, words: MarkdownWords): string {
  const heads = (rows[0] ?? []).map(({ label }) => inline(label, words));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(heads),
    line(heads.map(() => '---')),
    ...rows.map((row) => line(row.map((fact) => textOf(fact, words)))),
  ].join('\n');
}

const textOf = ({ text }: RecordFact, words: MarkdownWords): string =>
  inline(text ?? words.notKnown, words);

/**
 * What can start markup within a line (CommonMark, Inlines; GitHub Flavored Markdown, Tables and Autolinks), a
 * formula, a mention or a pictogram; all else stays as it is, so that an id can be copied from the file.
 */
const MARKUP = /[\\`*_[\]<>&|~!#$@^{}]|(?<!\d):(?!\s)|:(?![\s\d])|(?<=www)\./gi;

/** A text as itself: what would be markup is escaped, and a line end is a blank. */
function inline(text: string, { visible }: MarkdownWords): string {
  return visible(text)
    .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replaceAll(MARKUP, String.raw`\$&`);
}
