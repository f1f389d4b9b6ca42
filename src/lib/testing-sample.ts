/**
 * Samples of generated matrices: `npm run matrix` runs every combination, `npm test` a part of them
 * that depends on the commit, so that each commit tries others and each can be run again unchanged.
 */

/** Whether every combination is run: `MATRIX=all`. */
export const isWholeMatrix = (): boolean => process.env['MATRIX'] === 'all';

/**
 * Returns the combinations of a matrix to run now: all of them on request, else a sample that
 * `SAMPLE_SEED` and the matrix's own name decide.
 */
export function sampled<Item>(all: readonly Item[], size: number, name: string): readonly Item[] {
  const seed = process.env['SAMPLE_SEED'] ?? 'no seed';
  return isWholeMatrix() ? all : sampleOf(all, size, `${seed} ${name}`);
}

/** Whether to run one combination now, for a matrix without a complete list. */
export function isSampled(name: string, share: number): boolean {
  const seed = process.env['SAMPLE_SEED'] ?? 'no seed';
  return isWholeMatrix() || lotOf(`${seed} ${name}`) < share * 2 ** 32;
}

/**
 * Some items in their order, always the same for one key. `size` is a share below 1 and a number of
 * items from there on; of a list that is not empty at least one is taken.
 */
export function sampleOf<Item>(all: readonly Item[], size: number, key: string): readonly Item[] {
  const count = Math.max(1, Math.round(size < 1 ? size * all.length : size));
  const drawn = all
    .map((_, index) => ({ index, lot: lotOf(`${key} ${String(index)}`) }))
    .toSorted((one, other) => one.lot - other.lot || one.index - other.index)
    .slice(0, count);
  const taken = new Set(drawn.map(({ index }) => index));
  return all.filter((_, index) => taken.has(index));
}

/** A 32-bit number made from text, each bit of it scattered (FNV-1a, then the end of MurmurHash3). */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
