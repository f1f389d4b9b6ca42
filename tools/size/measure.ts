import type { Build, Chunk } from './build.ts';

const isSimulator = (module: string): boolean =>
  module.startsWith('src/mocks/') || module.startsWith('node_modules/msw/');
const isFirstPage = (module: string): boolean => module.startsWith('src/pages/overview/');
const isSignIn = (module: string): boolean => module.startsWith('node_modules/@azure/msal-');

interface Follow {
  readonly lazy: boolean;
  /** Chunks not to enter. */
  readonly except?: (chunk: Chunk) => boolean;
}

/** Keys of all chunks that come with the given ones. */
function closure(build: Build, start: readonly string[], follow: Follow): Set<string> {
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

function entries(build: Build): string[] {
  const found = [...build.chunks].filter(([, chunk]) => chunk.isEntry).map(([key]) => key);
  if (found.length === 0) throw new Error('The manifest names no entry.');
  return found;
}

function chunksOf(build: Build, keys: Iterable<string>): Chunk[] {
  return [...keys].flatMap((key) => build.chunks.get(key) ?? []);
}

function kilobytes(build: Build, files: Iterable<string>): number {
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
 * JavaScript before `/` can be used: the entry, the first page, and what they load at once.
 * Throws when the page cannot be found or the simulator has got into it: a sum without the page,
 * or with a part to subtract, would measure nothing.
 */
export function firstRouteSize(build: Build): number {
  const keys = closure(build, entries(build), { lazy: false });
  const pages = [...build.chunks]
    .filter(([, chunk]) => chunk.modules.some(isFirstPage))
    .map(([page]) => page);
  if (pages.length === 0) throw new Error('No chunk holds src/pages/overview.');
  for (const key of closure(build, pages, { lazy: false })) keys.add(key);
  const chunks = chunksOf(build, keys);
  const leaked = chunks.flatMap((chunk) => chunk.modules.filter(isSimulator));
  if (leaked.length > 0) {
    throw new Error(`The first load holds parts of the simulator: ${leaked.join(', ')}`);
  }
  return kilobytes(
    build,
    chunks.map((chunk) => chunk.file),
  );
}

/** All JavaScript but the chunks that hold nothing except the sign-in library. */
export function sizeWithoutSignIn(build: Build): number {
  const signIn = [...build.chunks.values()].filter(
    (chunk) => chunk.modules.length > 0 && chunk.modules.every(isSignIn),
  );
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

/** Traces of the simulator: its source files in chunks, and its marker texts in files. */
export function simulatorTraces(build: Build, markers: readonly string[]): string[] {
  const modules = [...build.chunks.values()].flatMap((chunk) => chunk.modules.filter(isSimulator));
  const texts = [...build.files.keys()].filter((file) => /\.(js|html|json|css|map)$/.test(file));
  const found = markers.filter((marker) => texts.some((file) => build.read(file).includes(marker)));
  return [...modules, ...found];
}
