import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { DRAFT_VERSION } from '#src/wizard/draft/schema.ts';

/** The choices that version 1 had not. Those it had are never made up: without them it is damaged. */
const NEW_IN_2: Partial<DraftChoices> = {
  vmName: null,
  vnet: null,
  subnet: null,
  zone: null,
  restoreAsManaged: null,
  diskEncryptionSet: null,
  identity: 'none',
  identityId: null,
  confirmReplace: null,
};

/**
 * Brings a stored draft of an older version into today's form, choice by choice; null when nobody
 * knows that version. Version 1 knew one kind of restore, and lacked the choices of the others.
 */
export function migrated(stored: object): object | null {
  if (!('version' in stored) || stored.version !== 1) return null;
  if (!('choices' in stored) || typeof stored.choices !== 'object') return null;
  return { ...stored, version: DRAFT_VERSION, choices: { ...NEW_IN_2, ...stored.choices } };
}
