import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSync } from 'vite';

/** How much code there is. */
export interface Size {
  readonly files: number;
  readonly lines: number;
}

const forTests = /(\.test\.tsx?|\.type-test\.ts|\/testing[^/]*\.tsx?)$/;
/** Worlds of the simulator and worked examples: rows, whatever their ending. */
const data = /^src\/(mocks\/world\/worlds|rules\/cases)\//;

/** The room of a file: its folder below `src`, for a datasource its own; `data` for what is no code. */
export function roomOf(path: string): string {
  if (data.test(path)) return 'data';
  const [, room = '', part = '', more] = path.split('/');
  if (part === '') return '(src)';
  return room === 'datasources' && more !== undefined ? `${room}/${part}` : room;
}

/** The lines of a file that are neither empty nor comment. */
export function codeLines(path: string, text: string): number {
  const code = parseSync(path, text).comments.reduceRight(
    (left, { start, end }) =>
      left.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ') + left.slice(end),
    text,
  );
  return code.split('\n').filter((line) => line.trim() !== '').length;
}

/** The code of the product in a checkout, without its tests, by rooms. */
export function sizesIn(checkout: string): ReadonlyMap<string, Size> {
  const sizes = new Map<string, Size>();
  for (const file of globSync('src/**/*.{ts,tsx}', { cwd: checkout })) {
    const path = file.replaceAll('\\', '/');
    if (forTests.test(path)) continue;
    const { files, lines } = sizes.get(roomOf(path)) ?? { files: 0, lines: 0 };
    const more = codeLines(path, readFileSync(join(checkout, file), 'utf8'));
    sizes.set(roomOf(path), { files: files + 1, lines: lines + more });
  }
  return sizes;
}
