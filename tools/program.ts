import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The project's root. */
export const root: string = resolve(import.meta.dirname, '..');

/** npm changes to the project's folder; a file is meant as seen from where the command was typed. */
export function asTyped(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

/** Ends this program with one sentence: what is wrong, and what to do. */
export function endWith(sentence: string, code = 1): never {
  console.error(sentence);
  process.exit(code);
}

/** Answers `--help` with how a program is used, and ends it. */
export function answerHelp(usage: string): void {
  if (!process.argv.slice(2).includes('--help')) return;
  console.log(usage);
  process.exit(0);
}

/** Names in lines of a usage text, all but the first indented. */
export function wrapped(names: readonly string[], indent: number): string {
  const lines = [''];
  for (const name of names) {
    const last = lines.pop() ?? '';
    const longer = last === '' ? name : `${last}, ${name}`;
    lines.push(...(indent + longer.length > 96 ? [`${last},`, name] : [longer]));
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** What stands on the command line; what can't be read ends the program. */
export function argumentsOf<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node's own advice follows its first sentence.
    const [reason] = (error instanceof Error ? error.message : String(error)).split(/\.?\s*$|\. /m);
    const known = Object.keys(config.options ?? {}).map((name) => `--${name}`);
    return endWith(`${reason ?? ''}: use ${known.join(', ')}.`, 2);
  }
}

/** The port that `--port` names, 0 for any; another text ends the program. */
export function portOf(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535
    ? port
    : endWith(`--port is a whole number from 0 to 65535; '${text}' is not.`, 2);
}

export interface Ended {
  readonly code: number;
  /** Standard output and errors, in the order they came. */
  readonly output: string;
  /** Whether it was ended because its time was over. */
  readonly isOverdue: boolean;
}

/** Time for a program to end after the request to. */
const graceMs = 10_000;

/** The JavaScript file behind a package's command: npm's own wrappers differ between systems. */
export function commandFile(packageName: string, command: string = packageName): string {
  const folder = join(root, 'node_modules', packageName);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const bin = field(manifest, 'bin');
  const file = typeof bin === 'string' ? bin : field(bin, command);
  if (typeof file !== 'string') throw new Error(`${packageName} has no command ${command}.`);
  return join(folder, file);
}

/** Reads one property of parsed JSON of any shape. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** The same of a list; an empty one where there is none. */
export function listOf(value: unknown, name: string): readonly unknown[] {
  const list = field(value, name);
  return Array.isArray(list) ? list : [];
}

interface RunOptions {
  readonly limitMs?: number;
  /** What a program prints: held for its caller, or shown as it comes. */
  readonly printed?: 'pipe' | 'inherit';
  /** Where it runs: the project's root, unless given. */
  readonly cwd?: string;
}

/**
 * Runs a program to its end and gives what it printed, unless that is shown as it comes. Never throws: a
 * failed start is a code. A program that takes longer than `limitMs` is ended.
 */
export async function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { limitMs, printed = 'pipe', cwd = root }: RunOptions = {},
): Promise<Ended> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let isOverdue = false;
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', printed, printed],
    });
    const stop = (): void => {
      isOverdue = true;
      child.kill();
      setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
    };
    const timer = limitMs === undefined ? undefined : setTimeout(stop, limitMs);
    // Whoever ends this program means what it started, too.
    const endToo = (): void => {
      child.kill();
    };
    process.once('exit', endToo);
    const end = (code: number, extra = ''): void => {
      clearTimeout(timer);
      process.off('exit', endToo);
      done({ code, output: Buffer.concat(chunks).toString('utf8') + extra, isOverdue });
    };
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      end(127, error.message);
    });
    child.on('exit', () => {
      // What it started itself may still hold these open: don't wait for that.
      if (isOverdue) for (const stream of [child.stdout, child.stderr]) stream?.destroy();
    });
    child.on('close', (code, signal) => {
      end(code ?? 1, signal === null ? '' : `\nended by ${signal}`);
    });
  });
}

/** Ends this program, and with it what it has started, on a signal to stop. */
export function stopOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => process.exit(1));
}

/** Runs a package's command, or one of our own programs, on this Node. */
export async function runNode(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  options: RunOptions = {},
): Promise<Ended> {
  return run(process.execPath, [file, ...args], env, options);
}

export function exists(path: string): boolean {
  return existsSync(join(root, path));
}
