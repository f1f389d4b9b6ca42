import type { Round } from './rounds.ts';

interface Row {
  readonly name: string;
  readonly rounds: readonly Round[];
  readonly message: string;
}

function rowsOf(rounds: readonly Round[]): Row[] {
  const names = new Set(rounds.flatMap(({ failures }) => failures.map(({ name }) => name)));
  const rows = [...names].map((name) => {
    const bad = rounds.filter(({ failures }) => failures.some((failure) => failure.name === name));
    const first = bad[0]?.failures.find((failure) => failure.name === name);
    return { name, rounds: bad, message: first?.message ?? '' };
  });
  return rows.toSorted(
    (one, other) => other.rounds.length - one.rounds.length || one.name.localeCompare(other.name),
  );
}

function numbersOf(rounds: readonly Round[]): string {
  return rounds.map(({ number }) => number).join(', ') || '-';
}

/** Cells beside each other, each column as wide as its widest cell; the last is not filled up. */
function aligned(lines: readonly (readonly string[])[]): string[] {
  const width = (column: number): number =>
    Math.max(...lines.map((cells) => (cells[column] ?? '').length));
  return lines.map((cells) =>
    cells
      .map((cell, column) => (column === cells.length - 1 ? cell : cell.padEnd(width(column))))
      .join('  '),
  );
}

function failureTable(rounds: readonly Round[]): string[] {
  const lines = rowsOf(rounds).map(({ name, rounds: bad, message }) => [
    numbersOf(bad.filter((round) => !round.isLoaded)),
    numbersOf(bad.filter((round) => round.isLoaded)),
    name,
    message,
  ]);
  if (lines.length === 0) return ['No test failed.'];
  return aligned([
    ['without load', 'with load', 'test that failed in these rounds', 'first line of what it said'],
    ...lines,
  ]);
}

function roundTable(rounds: readonly Round[]): string[] {
  return aligned([
    ['round', 'load', 'duration', 'passed', 'failed', 'seed'],
    ...rounds.map(({ number, isLoaded, seconds, passed, failures, seed }) => [
      String(number),
      isLoaded ? 'yes' : 'no',
      `${seconds.toFixed(1)} s`,
      String(passed),
      String(failures.length),
      seed,
    ]),
  ]);
}

/** What all rounds came to: each round, each test that failed in one, and what else went wrong. */
export function steadyTable(rounds: readonly Round[]): string {
  const problems = rounds.flatMap(({ number, problems: found }) =>
    found.map((problem) => `round ${number}: ${problem}`),
  );
  return [...roundTable(rounds), '', ...failureTable(rounds), ...problems].join('\n');
}

/** Whether every test passed in every round. */
export function isSteady(rounds: readonly Round[]): boolean {
  return rounds.every(({ failures, problems }) => failures.length === 0 && problems.length === 0);
}
