import type { RuleText } from './text.ts';

/** The texts of the rules of file recovery. */
export const fileRuleTexts = {
  'files.instance.required': { say: 'Select the backup instance that has the files.' },
} as const satisfies Record<string, RuleText>;
