import { sentences } from '#src/strings/sentences.ts';

/** Titles of a file recovery and of its own steps. */
export const files = sentences({
  title: 'Recover files',
  runner: 'Where to run it',
  review: 'Review + get the script',
} as const);
