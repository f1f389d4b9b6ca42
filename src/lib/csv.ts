import { visibleText } from '#src/lib/visible-text.ts';

/** What stands in a cell; null: nothing. */
export type CsvValue = string | number | null;

/**
 * A table as CSV (RFC 4180): commas, CRLF, quotes where needed. Names come from other people: text that a
 * spreadsheet would take for a formula gets an apostrophe in front, and hidden characters are written out.
 */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = withoutFormulas(visibleText(value));
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * What starts a formula (OWASP, CSV Injection): signs, wide and small ones too, with or without blanks and
 * quotes before them, and line ends and tabs, which some spreadsheets drop. In countries where commas are
 * decimal signs, a spreadsheet starts another cell at a semicolon, quoted or not.
 */
const FORMULA = /(?<=^|[;|\t\r\n])(?=[\s\p{DI}'"‘’“”`]*[=+\-−@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋])/gu;
const DROPPED = /^[\t\r\n]/;

function withoutFormulas(text: string): string {
  const safe = text.replaceAll(FORMULA, "'");
  return DROPPED.test(safe) ? `'${safe}` : safe;
}
