import type { RuleText } from './text.ts';

/** Every kind of restore needs a restore point (3c). */
export const pointRequiredTexts = {
  'point.required': { say: 'Choose the restore point to go back to.' },
} as const satisfies Record<string, RuleText>;
