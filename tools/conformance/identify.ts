import { fitOf, isTelling } from './evidence.ts';
import type { IndexRow } from './index-file.ts';
import type { Operation } from './operation.ts';
import type { Sample } from './sample.ts';

/** What is known beforehand of a sample: the operations that could be meant, and the index's word. */
export interface Known {
  /** Operations that we have. */
  readonly operations: readonly Operation[];
  /** Operations that we only know by name. */
  readonly absent: readonly Operation[];
  readonly row: IndexRow | null;
}

/** The first word of an index's column: notes may stand after it. */
const idIn = ({ operation }: IndexRow): string => operation.split(/\s/)[0] ?? '';

/**
 * The operation id in an index. Where the index only repeats a file's name, the one that starts the name, in
 * the singular as Compute names its samples (`VirtualMachine_Start_MinimumSet_Gen`); null where there is none.
 */
function wordOf(row: IndexRow | null, all: readonly Operation[]): string | null {
  if (row === null) return null;
  const word = idIn(row);
  const stem = row.file.slice(row.file.lastIndexOf('/') + 1).replace(/\.json$/i, '');
  if (word !== stem || all.some(({ id }) => id === word)) return word;
  return all.find(({ id }) => `${word}_`.startsWith(`${id.replace('s_', '_')}_`))?.id ?? null;
}

/** The operations of the id that a file names itself; all of them where that is none of these. */
function ownWord(sample: Sample, all: readonly Operation[]): readonly Operation[] {
  const named = all.filter(({ id }) => id === sample.operation);
  return named.some((operation) => fitOf(sample, operation) !== null) ? named : all;
}

/**
 * The operations that a sample fits best: one, none, or several between which nothing in it
 * decides. An index, or the file itself, is taken at its
 * word where it names an operation that the sample can be of.
 */
export function identify(sample: Sample, { operations, absent, row }: Known): readonly Operation[] {
  const all = [...operations, ...absent];
  const word = wordOf(row, all);
  const named = word === null ? ownWord(sample, all) : all.filter(({ id }) => id === word);
  const fits = named.flatMap((operation) => {
    const fit = fitOf(sample, operation);
    return fit === null ? [] : [{ operation, ...fit }];
  });
  const credible = fits.filter(
    ({ hasEvidence, operation }) =>
      hasEvidence || word !== null || (!isTelling(sample) && operation.body === undefined),
  );
  const best = Math.max(...credible.map(({ score }) => score));
  return credible.filter(({ score }) => score === best).map(({ operation }) => operation);
}
