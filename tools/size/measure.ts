import { simulatorMarkers } from '../budgets.ts';
import type { Build, Chunk } from './build.ts';

/** What watches the start: the one script beside the chunks. */
export const bootFile = 'boot.js';

const isSimulator = (module: string): boolean =>
  module.startsWith('src/mocks/') || /(^|\/)node_modules\/msw\//.test(module);
const isFirstPage = (module: string): boolean => module.startsWith('src/pages/overview/');
const isSignIn = (module: string): boolean => /(^|\/)node_modules\/@azure\/msal-/.test(module);

interface Follow {
  readonly lazy: boolean;
  /** Chunks not to enter. */
  readonly except?: (chunk: Chunk) => boolean;
}

/** Keys of all chunks that load together with the given ones. */
export function closure(build: Build, start: readonly string[], follow: Follow): Set<string> {
  const seen = new Set<string>();
  const waiting = [...start];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const chunk = build.chunks.get(key);
    if (seen.has(key) || chunk === undefined || follow.except?.(chunk) === true) continue;
    seen.add(key);
    waiting.push(...chunk.imports, ...(follow.lazy ? chunk.dynamicImports : []));
  }
  return seen;
}

/** The page that sign-in comes back to draws nothing, and no route is behind it. */
const OTHER_PAGE = 'redirect.html';

function entries(build: Build): string[] {
  const found = [...build.chunks]
    .filter(([key, chunk]) => chunk.isEntry && key !== OTHER_PAGE)
    .map(([key]) => key);
  if (found.length === 0) throw new Error('The manifest names no entry.');
  return found;
}

export function chunksOf(build: Build, keys: Iterable<string>): Chunk[] {
  return [...keys].flatMap((key) => build.chunks.get(key) ?? []);
}

export function kilobytes(build: Build, files: Iterable<string>): number {
  let bytes = 0;
  for (const file of new Set(files)) {
    const size = build.files.get(file);
    if (size === undefined) throw new Error(`The manifest names ${file}, which is not there.`);
    bytes += size;
  }
  return bytes / 1000;
}

/** All of a build's files whose name ends like this, in kB after gzip. */
export function sizeOfKind(build: Build, ending: RegExp): number {
  return kilobytes(
    build,
    [...build.files.keys()].filter((file) => ending.test(file)),
  );
}

/**
 * JavaScript before `/` can be used: what watches the start, the entry, the first page, and what they load at once.
 * Throws when the page cannot be found or the simulator has got into it: a sum without the page,
 * or with a part to subtract, would measure nothing.
 */
export function firstRouteSize(build: Build): number {
  const chunks = chunksOf(build, firstRoute(build));
  const leaked = chunks.flatMap((chunk) => chunk.modules.filter(isSimulator));
  if (leaked.length > 0) {
    throw new Error(`The first load holds parts of the simulator: ${leaked.join(', ')}`);
  }
  return kilobytes(build, [bootFile, ...chunks.map((chunk) => chunk.file)]);
}

/** Keys of what is loaded before `/` can be used. @throws where no chunk holds its page. */
export function firstRoute(build: Build): ReadonlySet<string> {
  const keys = closure(build, entries(build), { lazy: false });
  const pages = [...build.chunks]
    .filter(([, chunk]) => chunk.modules.some(isFirstPage))
    .map(([page]) => page);
  if (pages.length === 0) throw new Error('No chunk holds src/pages/overview.');
  for (const key of closure(build, pages, { lazy: false })) keys.add(key);
  return keys;
}

/** Whether a chunk holds nothing except the sign-in library. */
export const isSignInAlone = ({ modules }: Chunk): boolean =>
  modules.length > 0 && modules.every(isSignIn);

/** All JavaScript but the chunks that hold nothing except the sign-in library. */
export function sizeWithoutSignIn(build: Build): number {
  const signIn = [...build.chunks.values()].filter(isSignInAlone);
  const own = new Set([...build.files.keys()].filter((file) => file.endsWith('.js')));
  for (const chunk of signIn) own.delete(chunk.file);
  return kilobytes(build, own);
}

/** Everything that is loaded only because the demo simulates Azure; worker file included. */
export function simulatorSize(build: Build, workerFile: string): number {
  const holdsSimulator = (chunk: Chunk): boolean => chunk.modules.some(isSimulator);
  const app = closure(build, entries(build), { lazy: true, except: holdsSimulator });
  const rest = chunksOf(
    build,
    [...build.chunks.keys()].filter((key) => !app.has(key)),
  );
  if (!rest.some(holdsSimulator)) throw new Error('The demo build holds no simulator.');
  if (!build.files.has(workerFile)) throw new Error(`The demo build has no ${workerFile}.`);
  return kilobytes(build, [...rest.map((chunk) => chunk.file), workerFile]);
}

/** A part of the source that some builds must not have. */
export interface Part {
  readonly isIn: (module: string) => boolean;
  /** Text that only this part contains. */
  readonly markers: readonly string[];
}

/** The simulated Azure. */
export const simulator: Part = { isIn: isSimulator, markers: simulatorMarkers };

/** Traces of a part: its source files in chunks, and its marker texts in files. */
export function tracesOf({ isIn, markers }: Part, build: Build): string[] {
  const modules = [...build.chunks.values()].flatMap((chunk) => chunk.modules.filter(isIn));
  const texts = [...build.files.keys()].filter((file) => /\.(js|html|json|css|map)$/.test(file));
  const found = markers.filter((marker) => texts.some((file) => build.read(file).includes(marker)));
  return [...modules, ...found];
}
