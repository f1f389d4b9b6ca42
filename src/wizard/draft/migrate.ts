import { DRAFT_VERSION } from '#src/wizard/draft/schema.ts';

/** The versions that are brought into today's. */
export const OLDER_VERSIONS: readonly unknown[] = [1, 2, 3, 4, 5];

/**
 * Brings a stored draft of an older version into today's form; null when that version is not known.
 * Each version had fewer fields than the next: what a task's fields are without them, its own schema says.
 */
export function migrated(stored: object): object | null {
  const isOlder = 'version' in stored && OLDER_VERSIONS.includes(stored.version);
  return isOlder ? { ...stored, version: DRAFT_VERSION } : null;
}
