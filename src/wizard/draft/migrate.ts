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

/** The questions about the machine, which came with version 3. */
const NEW_IN_3: Partial<DraftChoices> = {
  dc: null,
  otherDcReachable: null,
  isolatedNetwork: null,
  domainJoined: null,
  domainTrouble: null,
  isSql: null,
  cloudInit: null,
};

/** The region of the vault, and whether something is down, which came with version 4. */
const NEW_IN_4: Partial<DraftChoices> = { regionView: 'primary', outage: null };

/** What a restore of a disk asks, which came with version 5. */
const NEW_IN_5: Partial<DraftChoices> = { diskMode: 'ALR', diskName: null };

/** The tick at what cannot be taken back, which came with version 6. */
const NEW_IN_6: Partial<DraftChoices> = { consequenceRead: false };

/** By version, what its choices lacked. */
const LACKING = new Map<unknown, Partial<DraftChoices>>([
  [1, { ...NEW_IN_2, ...NEW_IN_3, ...NEW_IN_4, ...NEW_IN_5, ...NEW_IN_6 }],
  [2, { ...NEW_IN_3, ...NEW_IN_4, ...NEW_IN_5, ...NEW_IN_6 }],
  [3, { ...NEW_IN_4, ...NEW_IN_5, ...NEW_IN_6 }],
  [4, { ...NEW_IN_5, ...NEW_IN_6 }],
  [5, NEW_IN_6],
]);

/** The versions that are brought into today's. */
export const OLDER_VERSIONS: readonly unknown[] = [...LACKING.keys()];

/**
 * Brings a stored draft of an older version into today's form, choice by choice; null when nobody
 * knows that version. Version 1 knew one kind of restore, and lacked the choices of the others;
 * version 2 asked nothing about the machine; version 3 knew the vault's own region alone, and of no
 * outage; version 4 restored machines alone; version 5 had one tick at Review.
 */
export function migrated(stored: object): object | null {
  const lacking = 'version' in stored ? LACKING.get(stored.version) : undefined;
  if (lacking === undefined) return null;
  if (!('choices' in stored) || typeof stored.choices !== 'object') return null;
  const today = { ...stored, version: DRAFT_VERSION, choices: { ...lacking, ...stored.choices } };
  return 'asked' in stored && typeof stored.asked === 'object'
    ? { ...today, asked: { ...lacking, ...stored.asked } }
    : today;
}
