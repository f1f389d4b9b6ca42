/** Whether every combination is run: `MATRIX=all`, as `npm run matrix` has it. */
export const isWholeMatrix = (): boolean => process.env['MATRIX'] === 'all';

/**
 * Every so-manieth combination of a long table, the same in each `npm test`; all of them in the whole matrix. A prime
 * that doesn't divide what the table is made of meets each of its values.
 */
export function spreadOf<Item>(all: readonly Item[], step: number): readonly Item[] {
  return isWholeMatrix() ? all : all.filter((_, index) => index % step === 0);
}
