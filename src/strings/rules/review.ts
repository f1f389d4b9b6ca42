import type { RuleText } from './text.ts';

/** Review + restore (3q). */
export const reviewTexts = {
  'review.all-rules': {
    say: 'You can select Restore when every step is complete. Each issue links to its field.',
  },
  'review.submit': { say: 'Nothing is sent until you select Restore.' },
  'review.warnings.acknowledge': { say: 'Confirm that you have read the warnings.' },
  'review.crr.no-cancel': { say: 'A cross-region restore can’t be canceled after it starts.' },
  'review.disk.validate': {
    say: 'Azure validates the restore first, which can take some minutes. You can select Restore when validation has passed.',
  },
  'review.disk.gate': { say: 'You can select Restore when validation has passed.' },
} as const satisfies Record<string, RuleText>;
