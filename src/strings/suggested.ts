import { sentences } from '#src/strings/sentences.ts';

/** Texts for what the wizard fills in where a person has named the kind of restore alone. */
export const suggested = sentences({
  title: 'Check the suggested values',
  /** Below a field, where its tooltip says why, and before a restore point. */
  mark: 'Suggested',
  clear: 'Clear suggestions',
  /** The restore point that the step for it suggests; `isOfFilter`: filters hide others. */
  point: (time: string, isOfFilter: boolean) =>
    `${time} is the latest ${isOfFilter ? 'that fits the filters and can be restored' : 'that can be restored'}. Check it before you continue.`,
  clearPoint: 'Clear suggestion',
  line: (field: string, value: string, why: string) => `${field}: ${value} (${why})`,
  why: {
    vmName: 'a free name',
    rg: 'used by your latest restore',
    staging: 'the first that can be used',
  },
} as const);
