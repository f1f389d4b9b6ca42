import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { BuiltInRole } from '#src/model/role-assignment.ts';
import type { Read } from '#src/wizard/draft/reads.ts';
import { troubleText } from '#src/wizard/draft/trouble-text.ts';

/** What the restore of a disk requires, in document 002's order (Restore to create a new disk). */
export const PREREQUISITES = [
  'identity',
  'targetRole',
  'keyReader',
  'snapshotRoles',
  'snapshots',
] as const;
export type PrerequisiteId = (typeof PREREQUISITES)[number];

/** Only `done` counts as passed. */
export type PrerequisiteState = 'done' | 'refused' | 'warning' | 'notChecked' | 'reading';

/** A role that an identity has to hold. */
export interface NeededRole {
  readonly role: BuiltInRole;
  readonly scope: ResourceId;
  readonly principalId: string;
}

/** How one prerequisite stands, and what can be done about it. */
export interface Prerequisite {
  readonly id: PrerequisiteId;
  readonly state: PrerequisiteState;
  /** The value found, or why there is none. */
  readonly found: string;
  /** When Azure said so. */
  readonly at: Instant | null;
  /** The role that it is about; null: about none, or not known yet. */
  readonly needed: NeededRole | null;
  /** From when on a new role counts; null: it counts, or there is none. */
  readonly countsAt: Instant | null;
  /** A command for a shell, to copy. */
  readonly command: { readonly label: string; readonly text: string } | null;
  /** Reads once more what was not read. */
  readonly again: { readonly what: string; readonly go: () => void } | null;
}

/** The id in the page of a line, by which it takes the focus. */
export const lineId = (id: PrerequisiteId): string => `disk-prerequisite-${id}`;

const NOTHING = {
  at: null,
  needed: null,
  countsAt: null,
  command: null,
  again: null,
} as const satisfies Partial<Prerequisite>;

type Told = Pick<Prerequisite, 'id' | 'state' | 'found'> & Partial<Prerequisite>;

/** A prerequisite of which only something is to be said. */
export const told = (given: Told): Prerequisite => ({ ...NOTHING, ...given });

/** How a prerequisite stands whose read has no value; `waits`: why it was not asked. */
export function unread(
  id: PrerequisiteId,
  read: Exclude<Read<unknown>, { state: 'known' }>,
  { what, waits }: { readonly what: string; readonly waits: string },
): Prerequisite {
  if (read.state === 'failed' || read.state === 'forbidden') {
    const { trouble } = read;
    const again = trouble === undefined ? null : { what, go: trouble.readAgain };
    return told({ id, state: 'notChecked', found: troubleText(read, what), again });
  }
  return read.state === 'loading'
    ? told({ id, state: 'reading', found: '' })
    : told({ id, state: 'notChecked', found: waits });
}
