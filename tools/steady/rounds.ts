import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { field } from '../program.ts';
import { list, readReport, text } from '../test/json.ts';

/** A test that failed in a round, with the first line of what it said. */
export interface RoundFailure {
  readonly name: string;
  readonly message: string;
}

/** What one round of the whole browser suite came to. */
export interface Round {
  readonly number: number;
  /** Decides the order of the tests. */
  readonly seed: string;
  /** Whether a second load was on the machine. */
  readonly isLoaded: boolean;
  readonly seconds: number;
  readonly passed: number;
  readonly failures: readonly RoundFailure[];
  /** What went wrong beyond single tests. */
  readonly problems: readonly string[];
}

/** Every second round has a load. */
export function isLoaded(number: number): boolean {
  return number % 2 === 0;
}

function numberIn(value: unknown, name: string): number {
  const found = field(value, name);
  return typeof found === 'number' ? found : 0;
}

function parseRound(stored: unknown): Round {
  return {
    number: numberIn(stored, 'number'),
    seed: text(stored, 'seed'),
    isLoaded: field(stored, 'isLoaded') === true,
    seconds: numberIn(stored, 'seconds'),
    passed: numberIn(stored, 'passed'),
    failures: list(stored, 'failures').map((failure) => ({
      name: text(failure, 'name'),
      message: text(failure, 'message'),
    })),
    problems: list(stored, 'problems').map(String),
  };
}

/** The rounds that were finished and stored in a folder, in their order. */
export function storedRounds(folder: string): Round[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^round-\d+\.json$/.test(file))
    .map((file) => parseRound(readReport(join(folder, file))))
    .filter(({ number }) => number > 0)
    .toSorted((one, other) => one.number - other.number);
}

/** Stores a finished round: a second call goes on after it. */
export function storeRound(folder: string, round: Round): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `round-${round.number}.json`), JSON.stringify(round, undefined, 2));
}

/** Forgets all rounds of a folder. */
export function forgetRounds(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The numbers of the rounds that are still to be played, of so many in all. */
export function openRounds(count: number, stored: readonly Round[]): number[] {
  const done = stored.map(({ number }) => number);
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !done.includes(number),
  );
}
