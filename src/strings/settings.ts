import { sentences } from '#src/strings/sentences.ts';

/** Texts of the page Settings. */
export const settings = sentences({
  title: 'Settings',
} as const);
