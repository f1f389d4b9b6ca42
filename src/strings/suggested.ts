import { sentences } from '#src/strings/sentences.ts';

/** Texts for what the wizard fills in where a person has named the kind of restore alone. */
export const suggested = sentences({
  title: 'Suggested. Check it before you go on',
  /** Below a field; its tooltip says why. */
  mark: 'Suggested',
  clear: 'Clear suggestions',
  /** The restore point that the step for it suggests; `isOfFilter`: filters hide others. */
  point: (time: string, isOfFilter: boolean) =>
    `${time} is the latest ${isOfFilter ? 'that fits the filters and can be restored' : 'that can be restored'}.`,
  clearPoint: 'Clear suggestion',
  line: (field: string, value: string, why: string) => `${field}: ${value} (${why})`,
  why: {
    vmName: 'a free name',
    rg: 'used by your latest restore',
    staging: 'the first that can be used',
  },
} as const);
