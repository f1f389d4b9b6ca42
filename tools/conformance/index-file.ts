/** What a folder's index says of a file. */
export interface IndexRow {
  readonly file: string;
  /** Azure's operation id, and what the index adds to it. */
  readonly operation: string;
  readonly method: string;
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));

/**
 * Reads the table of an `INDEX.md`: its columns `file`, `operation` and `method`, in any order.
 * A text without such a table says nothing.
 */
export function readIndex(text: string): readonly IndexRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trimStart().startsWith('|'));
  const heading = lines.findIndex((line) => cellsOf(line).includes('operation'));
  const columns = cellsOf(lines[heading] ?? '');
  const places = ['file', 'operation', 'method'].map((name) => columns.indexOf(name));
  if (heading < 0 || places.some((place) => place < 0)) return [];
  return lines.slice(heading + 2).map((line) => {
    const cells = cellsOf(line);
    const [file = '', operation = '', method = ''] = places.map((place) => cells[place]);
    return { file, operation, method };
  });
}
