import type {
  RecordFact,
  RecordPart,
  RecordRows,
  RestoreRecord,
} from '#src/model/record/record.ts';

/** Words that are no part of the record itself. */
export interface MarkdownWords {
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
