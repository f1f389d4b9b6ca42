import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '#src/lib/limits.ts';

import { root } from '../program.ts';
import { generated, table } from './table.ts';
import { KINDS, type Wait, type WaitKind, WAITS } from './waits.ts';

const seconds = (ms: number): string => `${String(ms / 1000)} s`;

/** How each kind ends, and how one goes on then. */
const ENDS: Readonly<Record<WaitKind, { readonly limit: string; readonly wayOn: string }>> = {
  azure: {
    limit: seconds(LIMITS.requestMs),
    wayOn: '`Try again`',
  },
  code: { limit: seconds(LIMITS.codeMs), wayOn: '`Reload the new version`' },
};

function rowsOf(wait: Wait): string[][] {
  return KINDS.flatMap((kind) => {
    const what = wait[kind];
    const { limit, wayOn } = ENDS[kind];
    return what === undefined ? [] : [[wait.screen, what, limit, wait.wayOn ?? wayOn]];
  });
}

/** After how many milliseconds the page says that the start takes long, as that page's own script has it. */
export function bootLateMs(): number {
  const ms = /LATE_MS = ([\d_]+);/
    .exec(readFileSync(join(root, 'public/boot.js'), 'utf8'))?.[1]
    ?.replaceAll('_', '');
  return Number(ms);
}

/** Every wait that holds up a screen: what for, how long, and the way on. */
export function limitsDocument(): string {
  const start = [
    'Start',
    'the first files, the sign-in or the simulated Azure',
    `at once where a file is missing; it takes longer than usual after ${seconds(bootLateMs())}`,
    '`Reload`',
  ];
  const token = [
    'Every page of the live build',
    'a new token for a request',
    seconds(LIMITS.tokenMs),
    '`Try again`; a press has sent nothing',
  ];
  return `# How long a screen waits

${generated('`tools/docs/waits.ts` and `src/lib/limits.ts`')}

No screen waits without an end. A place that waits for longer than ${seconds(LIMITS.lateMs)} says that it takes
longer than usual. After its limit it says what did not come, and offers the way on; the rest of the page, and
what was typed, stays.

- **An answer of Azure** has ${seconds(LIMITS.requestMs)} for each request. A list of many pages, or a request that breaks off
  and is repeated, takes longer. Where Azure asks for pauses the place says until when, and waits for at most
  ${seconds(LIMITS.askedMs)} by itself.
- **Code** has ${seconds(LIMITS.codeMs)}. A file is missing after a deployment, when another version is served than the
  page is of. A browser remembers that for the life of the page, so only a reload helps. The page never
  reloads by itself.
- **A page** that takes longer than ${seconds(LIMITS.pageMs)} to come shows its place in the meantime.
- **Without a connection** the shell says so. Failed and old reads are read again when it is back.

${table(['Screen', 'Waits for', 'Limit', 'Way on'], [start, token, ...WAITS.flatMap(rowsOf)])}
`;
}
