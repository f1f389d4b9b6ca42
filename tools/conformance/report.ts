import type { FileOutcome } from './folder.ts';
import type { Outcome } from './outcome.ts';

/** The word at the beginning of a line. */
const WORDS: Readonly<Record<Outcome['kind'], string>> = {
  conforms: 'conforms  ',
  fails: 'FAILS     ',
  absent: 'not ours  ',
  unreadable: 'NO SAMPLE ',
};

function detailOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'unreadable':
      return outcome.problem;
    case 'absent':
      return outcome.operation;
    case 'conforms':
    case 'fails': {
      const { operation, schemas, simulator } = outcome;
      const summary = (name: string, complaints: readonly string[]): string =>
        `${name}: ${complaints.length === 0 ? 'yes' : `no, ${complaints.join('; ')}`}`;
      return `${operation}  ${summary('read', schemas)}  ${summary('answered', simulator)}`;
    }
  }
}

/** One line for a file. */
export function lineOf({ file, outcome }: FileOutcome): string {
  return `${WORDS[outcome.kind]}${file}  ${detailOf(outcome)}`;
}

const count = (outcomes: readonly FileOutcome[], kind: Outcome['kind']): number =>
  outcomes.filter(({ outcome }) => outcome.kind === kind).length;

/** The last line: how many files came out how. */
export function totalsOf(outcomes: readonly FileOutcome[]): string {
  const numbers = [
    `${count(outcomes, 'conforms')} conform`,
    `${count(outcomes, 'fails')} fail`,
    `${count(outcomes, 'absent')} are of operations that we do not have`,
    `${count(outcomes, 'unreadable')} are no samples`,
  ];
  return `${outcomes.length} files: ${numbers.join(', ')}`;
}

/** 1 when a known operation fails, 2 when a file could not be read, else 0. */
export function exitCodeOf(outcomes: readonly FileOutcome[]): number {
  if (count(outcomes, 'fails') > 0) return 1;
  return count(outcomes, 'unreadable') > 0 ? 2 : 0;
}
