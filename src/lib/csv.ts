/** What stands in a cell; null: nothing. */
export type CsvValue = string | number | null;

/**
 * A table as CSV (RFC 4180): commas, CRLF, quotes where needed. Text that a spreadsheet would take for a
 * formula gets an apostrophe in front: names come from other people.
 */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
