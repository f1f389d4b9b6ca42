import { newDraft } from '#src/wizard/draft/schema.ts';

/**
 * Brings a stored draft of an older version into today's form, choice by choice; null when nobody
 * knows that version. Version 1 knew one kind of restore, and lacked the choices of the others.
 */
export function migrated(stored: object): object | null {
  if (!('version' in stored) || stored.version !== 1) return null;
  if (!('choices' in stored) || typeof stored.choices !== 'object') return null;
  const today = newDraft('', 0);
  return {
    ...stored,
    version: today.version,
    choices: { ...today.choices, ...stored.choices },
  };
}
