import type { RuleText } from './text.ts';

/** Every kind of restore needs a restore point (3c). */
export const pointRequiredTexts = {
  'point.required': { say: 'Select a restore point.' },
} as const satisfies Record<string, RuleText>;
