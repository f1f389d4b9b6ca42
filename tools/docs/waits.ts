import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LIMITS } from '#src/lib/limits.ts';

import { root } from '../program.ts';
import { generated, table } from './table.ts';

/** What a wait counts: real time, the time of the clock, or both. */
export type WaitKind = 'deadline' | 'pause' | 'both';

/** What each function counts that waits, or that says how long to wait. Null: its caller has to say it. */
const FUNCTIONS: Readonly<Record<string, WaitKind | null>> = {
  afterReal: 'deadline',
  deadline: 'deadline',
  inTime: 'deadline',
  useIsLate: 'deadline',
  waitReal: 'deadline',
  'AbortSignal.timeout': 'deadline',
  lookDelayMs: 'pause',
  readAgainIn: 'pause',
  useNow: 'pause',
  wait: 'pause',
  waitByTimer: 'pause',
  waitForLook: 'pause',
  realDelayMs: null,
  realWait: null,
  setInterval: null,
  setTimeout: null,
};

/** What a call counts whose function doesn't say it, or says something else: by its file and the start of the call. */
const STATED: Readonly<Record<string, WaitKind>> = {
  'public/boot.js: setTimeout(() =>': 'deadline',
  // All of it is shown as long as the clock's time takes, and in a minute at the latest.
  'src/api/queries/jobs.ts: realDelayMs(inMs)': 'pause',
  'src/api/queries/jobs.ts: afterReal(realMs, () =>': 'pause',
  'src/api/queries/query.ts: realDelayMs(ms)': 'pause',
  'src/api/resource-graph/quota.ts: realDelayMs(ms)': 'pause',
  // How long the timers of a tab should have taken for what the clock has gone on.
  'src/lib/browser.ts: realDelayMs(at - before)': 'both',
  'src/lib/clock.ts: realDelayMs(left)': 'pause',
  'src/lib/clock.ts: realDelayMs(ms)': 'pause',
  'src/lib/clock.ts: afterReal(realDelayMs(left), look)': 'pause',
  'src/lib/clock.ts: setTimeout(() =>': 'deadline',
  'src/lib/clock.ts: setTimeout(callback, Math.min(delayMs, LONGEST_TIMER_MS))': 'deadline',
  'src/lib/clock.ts: setTimeout(end, Number.isFinite(real) ? real : LONGEST_TIMER_MS)': 'pause',
  'src/lib/clock.ts: setTimeout(end, lookDelayMs(left))': 'pause',
  // The pause, and a least real time.
  'src/lib/clock.ts: waitReal(SHORTEST_MS, signal)': 'deadline',
  'src/mocks/panel/SimulationPanel.tsx: setInterval(() =>': 'deadline',
  'src/mocks/serve.ts: realWait(ms / speed)': 'pause',
  'src/ui/hooks.ts: realDelayMs(everyMs)': 'pause',
  'src/ui/hooks.ts: afterReal(Math.max(SHORTEST_MS, realDelayMs(everyMs)), look)': 'pause',
};

/** What ends by a comparison of times, not by a call: the limit as it is named, and what it counts. */
const COMPARED: Readonly<Record<string, WaitKind>> = {
  // What Azure has asked for, added up.
  'src/api/arm/pipeline.ts: LIMITS.askedMs': 'pause',
  'src/app/router.ts: LIMITS.pageMs': 'deadline',
  'src/api/queries/restores.ts: SEARCH_MS': 'pause',
  'src/api/queries/restores.ts: BLIND_MS': 'deadline',
  'src/wizard/submit/Sent.tsx: JOB_LATE_MS': 'pause',
};

interface Wait {
  readonly file: string;
  /** The call, or the start of it. */
  readonly call: string;
  /** Null: nothing says it. */
  readonly kind: WaitKind | null;
}

export interface Source {
  readonly file: string;
  readonly text: string;
}

/** The code of the product and of the simulation, without its tests. */
function sources(): Source[] {
  return globSync(['src/**/*.{ts,tsx}', 'public/*.js'], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.(?:test|type-test)\.|\/testing/.test(file))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

const NAMES = Object.keys(FUNCTIONS).map((name) => name.replace('.', '\\.'));
/** A call with something in it; a declaration is none. */
const CALL = new RegExp(`(?<!function |[\\w.'])(${NAMES.join('|')})\\((?!\\)|\\w+: )`, 'g');
const OPTION = /(?<![\w.'])timeout: (?=LIMITS|[A-Z\d])/g;

/** Every wait of a file. */
export function waitsIn({ file, text }: Source): Wait[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const calls = [...code.matchAll(CALL)].map(({ 1: name = '', index }): Wait => {
    const call = callAt(code, index);
    return { file, call, kind: STATED[`${file}: ${call}`] ?? FUNCTIONS[name] ?? null };
  });
  const options = [...code.matchAll(OPTION)].map(({ index }): Wait => {
    return { file, call: textTo(code, index, /[,\n]/), kind: 'deadline' };
  });
  const intervals = [...code.matchAll(/refetchInterval: /g)]
    .map(({ index }) => textTo(code, index, /,\n|\n\n/))
    .filter((call) => !/lookDelayMs\(|readAgainIn\(|: false\b(?! as)(?!.*:)/.test(call))
    .filter((call) => !call.startsWith('refetchInterval: false'))
    .map((call): Wait => ({ file, call, kind: null }));
  return [...calls, ...options, ...intervals, ...comparedIn(file, code)];
}

/** What is compared in a file: each limit of the product that stands in no call, and what is stated of others. */
function comparedIn(file: string, code: string): Wait[] {
  const used = [...code.matchAll(/\bLIMITS\.\w+/g)].filter(({ index }) => !isInCall(code, index));
  const own = Object.keys(COMPARED)
    .filter((key) => key.startsWith(`${file}: `))
    .map((key) => key.slice(file.length + 2));
  const names = new Set([...used.map(([name]) => name), ...own]);
  return [...names].map((call) => ({ file, call, kind: COMPARED[`${file}: ${call}`] ?? null }));
}

/** Whether something stands in a call that waits, or is its time. */
function isInCall(code: string, at: number): boolean {
  const isOption = code.slice(0, at).endsWith('timeout: ');
  return (
    isOption ||
    [...code.matchAll(CALL)].some(({ 0: start, index }) => {
      const from = index + start.length;
      return from <= at && at < endOf(code, from);
    })
  );
}

/** Where what was opened before a place is closed. */
function endOf(code: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < code.length; at += 1) {
    if (code[at] === '(') depth += 1;
    if (code[at] === ')') depth -= 1;
  }
  return at;
}

/** A call as it stands there; of one that takes a function of its own only what comes before. */
function callAt(code: string, at: number): string {
  const whole = code.slice(at, endOf(code, code.indexOf('(', at) + 1)).replaceAll(/\s+/g, ' ');
  const short = whole.replaceAll('( ', '(').replaceAll(/,? \)/g, ')');
  const body = short.indexOf('=>');
  return body === -1 ? short : short.slice(0, body + 2);
}

function textTo(code: string, at: number, end: RegExp): string {
  const rest = code.slice(at);
  return rest.slice(0, rest.search(end)).replaceAll(/\s+/g, ' ').trim();
}

/** Every wait of the product, file by file. */
const allWaits = (): Wait[] => sources().flatMap(waitsIn);

/** What is stated of a call or a limit that isn't there any more. */
function stale(): string[] {
  const known = new Set(allWaits().map(({ file, call }) => `${file}: ${call}`));
  const isThere = (key: string): boolean => {
    const [file = '', name = ''] = key.split(': ');
    return known.has(key) && sources().some((one) => one.file === file && one.text.includes(name));
  };
  return [
    ...Object.keys(STATED).filter((key) => !known.has(key)),
    ...Object.keys(COMPARED).filter((key) => !isThere(key)),
  ];
}

/** What the product's limits count, by all that they are used for. */
function limitRows(waits: readonly Wait[]): string[][] {
  return Object.entries(LIMITS).map(([name, ms]) => {
    const kinds = new Set(
      waits.flatMap(({ call, kind }) => (call.includes(`LIMITS.${name}`) ? [kind] : [])),
    );
    const [only = null] = kinds;
    return [`\`LIMITS.${name}\``, `${String(ms / 1000)} s`, kinds.size > 1 ? 'both' : (only ?? '')];
  });
}

/**
 * `docs/waits.md`: what each wait and each limit of the product counts.
 * @throws for one of which nothing says it, and for what is stated of one that isn't there.
 */
export function waitsDocument(): string {
  const waits = allWaits();
  const unknown = waits.filter(({ kind }) => kind === null);
  if (unknown.length > 0) {
    const lines = unknown.map(({ file, call }) => `${file}: ${call}`);
    throw new Error(`What do these count? Say it in tools/docs/waits.ts:\n${lines.join('\n')}`);
  }
  const gone = stale();
  if (gone.length > 0)
    throw new Error(`tools/docs/waits.ts states this of nothing:\n${gone.join('\n')}`);
  const rows = waits.map(({ file, call, kind }) => [`\`${file}\``, `\`${call}\``, kind ?? '']);
  const parts = [
    '# Deadlines and pauses',
    generated('the waits in `src` and `public`'),
    `Everything that waits, and what it counts. A *deadline* counts real time, at any speed of the simulated clock: this computer and its line are no faster in a demo. A *pause* counts the time of the clock, and is never shorter than 250 ms. *Both*: one wait, or one limit, that counts each. The function that is called says which ([decision 016](decisions/016-time.md)).`,
    '## Limits',
    table(['Limit', 'Time', 'Kind'], limitRows(waits)),
    '## Waits',
    table(['Where', 'What', 'Kind'], unique(rows)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const unique = (rows: readonly string[][]): string[][] => [
  ...new Map(rows.map((row) => [row.join(), row])).values(),
];
