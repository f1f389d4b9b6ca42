import type { RuleText } from './text.ts';

/** Review + restore (3q). */
export const reviewTexts = {
  'review.all-rules': {
    say: 'Restore opens when every step is complete. Each finding leads to its field.',
  },
  'review.submit': { say: 'Restore starts it. Nothing is sent before.' },
  'review.warnings.acknowledge': { say: 'Confirm that you have read the warnings.' },
  'review.crr.no-cancel': { say: 'Once begun, a cross-region restore cannot be cancelled.' },
  'review.disk.validate': {
    say: 'Azure validates the restore first, which may take some minutes. Restore opens when it has passed.',
  },
  'review.disk.gate': { say: 'Restore opens when the validation has passed.' },
} as const satisfies Record<string, RuleText>;
