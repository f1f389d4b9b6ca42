import type { RuleText } from './text.ts';

/** What a request of each kind of restore is called (3s). */
export const restTypeTexts = {
  'rest.recovery-type.disks': { say: 'recoveryType is “RestoreDisks”.' },
  'rest.recovery-type.vm': { say: 'recoveryType is “AlternateLocation”.' },
  'rest.recovery-type.replace': { say: 'The REST document shows no body for Replace existing.' },
} as const satisfies Record<string, RuleText>;
