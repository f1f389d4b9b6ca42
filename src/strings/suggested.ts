import { sentences } from '#src/strings/sentences.ts';

/** Texts for what the wizard fills in where a person has named the kind of restore alone. */
export const suggested = sentences({
  title: 'Suggested. Check it before you go on',
  /** Below a field; its tooltip says why. */
  mark: 'Suggested',
  clear: 'Clear suggestions',
  line: (field: string, value: string, why: string) => `${field}: ${value} (${why})`,
  why: {
    point: 'the latest that can be restored',
    vmName: 'a free name',
    rg: 'used by your latest restore',
    staging: 'the first that can be used',
  },
} as const);
