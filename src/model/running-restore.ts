import type { Job, JobDetails } from '#src/model/job.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';

/**
 * One thing that a restore creates or replaces, whichever service restores it:
 * - `vm`, `disk`: the resource of that name
 * - `disksOf`: disks of a VM of that name, which Azure names itself
 * - `other`: what only its own datasource knows, as one text
 *
 * Null: not known, which rules nothing out. Letter case never counts.
 */
export interface TargetPart {
  readonly kind: 'vm' | 'disk' | 'disksOf' | 'other';
  readonly name: string | null;
  /** Name of the resource group. */
  readonly group: string | null;
  readonly subscriptionId: string | null;
  /**
   * It is there before: its disks are replaced, or all of it is deleted and created again; `ifThere`: what has its
   * name is deleted first, if there is any.
   */
  readonly replaces?: 'disks' | 'all' | 'ifThere' | undefined;
  /** Of a disk whose name isn't known: the VM that it is named after. */
  readonly namedAfter?: string | undefined;
  /** Nothing reports that the restore does this at all: it may. */
  readonly isGuess?: boolean | undefined;
}

/** A restore in progress, whoever started it. */
export interface RunningRestore {
  readonly job: Job;
  /** What the job itself reports; null: that wasn't read. */
  readonly details: JobDetails | null;
  /** What it creates or replaces, as far as its job reports that. */
  readonly target: readonly TargetPart[];
}

/** The restores in progress beyond the list of one vault. */
export interface OtherRestores {
  readonly restores: readonly RunningRestore[];
  /** The vaults' restores, of which none could be read, or not all. */
  readonly areVaultsUnread: boolean;
  /** What else holds restores and couldn't be read, by name: a CommServe, or a vault's secondary region. */
  readonly unread: readonly string[];
}

/** Where a draft restores to. */
export interface WantedTarget {
  readonly parts: readonly TargetPart[];
  /** The name of the VM or disk that it restores; null: not known. */
  readonly source: string | null;
}

/** A part that is certainly one: as it is wanted, and as it was found. */
export interface SameTarget {
  readonly kind: 'same';
  readonly wanted: TargetPart;
  readonly found: TargetPart;
}

/**
 * How a restore in progress meets a target: in these parts of it, perhaps as it reports too little, as one of
 * something else that reports too little, or not at all.
 */
type TargetMeeting = SameTarget | { readonly kind: 'maybe' | 'unreported' | 'other' };

/** A restore in progress that meets a target, or may. */
export interface MetRestore {
  readonly restore: RunningRestore;
  readonly meeting: TargetMeeting;
  /** It is in the list of the vault restored from. */
  readonly isOfVault: boolean;
}

/** The restores in progress that meet a target, or may: those of the vault restored from, and all others. */
export function restoresMet(
  wanted: WantedTarget,
  ofVault: readonly RunningRestore[],
  others: readonly RunningRestore[],
): MetRestore[] {
  const known = new Set(ofVault.map(({ job }) => job.id.toLowerCase()));
  return [
    ...ofVault.map((restore) => ({ restore, isOfVault: true })),
    ...others
      .filter(({ job }) => !known.has(job.id.toLowerCase()))
      .map((restore) => ({ restore, isOfVault: false })),
  ]
    .map((one) => ({ ...one, meeting: meetingOf(wanted, one.restore, one.isOfVault) }))
    .filter(({ meeting }) => meeting.kind !== 'other');
}

/** Compares a restore in progress with a target. `isOfVault`: it is in the list of the vault restored from. */
function meetingOf(
  { parts, source }: WantedTarget,
  { job, details, target }: RunningRestore,
  isOfVault: boolean,
): TargetMeeting {
  const item = details?.itemName ?? job.itemName;
  const isOwn = item === '' || sameId(item, source);
  const pairs = parts.flatMap((wanted) =>
    target.flatMap((found) => (mayMeet(wanted, found) ? [{ wanted, found }] : [])),
  );
  const same = pairs.find(({ wanted, found }) => {
    // Within one vault the name of what is replaced says which it is.
    const isNamed = wanted.replaces === 'disks' && found.replaces === 'disks' && isOwn;
    if (isOfVault && isNamed && found.isGuess !== true) return true;
    return isCertain(wanted, found) && !isElsewhere(job.id, wanted, found);
  });
  if (same !== undefined) return { kind: 'same', ...same };
  if (pairs.length === 0) return { kind: 'other' };
  return { kind: isOwn ? 'maybe' : 'unreported' };
}

/** Whether two targets may have something in common, as two drafts know them. */
export const targetsMeet = (one: readonly TargetPart[], other: readonly TargetPart[]): boolean =>
  one.some((wanted) => other.some((found) => mayMeet(wanted, found)));

/** Nothing that both know differs. */
function mayMeet(wanted: TargetPart, found: TargetPart): boolean {
  if (wanted.kind !== found.kind) return false;
  // A VM that is there is no new one of a name that nothing reports: Azure refuses that.
  const isThere = wanted.replaces === 'disks' || wanted.replaces === 'all';
  if (isThere && found.replaces === undefined && found.name === null) return false;
  return (
    isNamed(wanted, found) &&
    isNamed(found, wanted) &&
    isAlike(wanted.name, found.name) &&
    isAlike(wanted.group, found.group) &&
    isAlike(wanted.subscriptionId, found.subscriptionId)
  );
}

/** Whether a name can be one after a VM, where no more is known of it. */
const isNamed = ({ namedAfter }: TargetPart, { name }: TargetPart): boolean =>
  namedAfter === undefined ||
  name === null ||
  name.toLowerCase().includes(namedAfter.toLowerCase());

const isAlike = (one: string | null, other: string | null): boolean =>
  one === null || other === null || sameId(one, other);

/** Whether names tell that both are one; a subscription need not be reported. */
const isCertain = (wanted: TargetPart, found: TargetPart): boolean =>
  found.isGuess !== true &&
  [wanted, found].every(
    ({ kind, name, group }) => name !== null && (group !== null || kind === 'other'),
  );

/** Whether a job that reports no subscription is of a vault of another one. */
function isElsewhere(jobId: ResourceId, wanted: TargetPart, found: TargetPart): boolean {
  const ofVault = /^\/subscriptions\/([^/]+)\//i.exec(jobId)?.[1];
  return (
    found.subscriptionId === null &&
    ofVault !== undefined &&
    !isAlike(ofVault, wanted.subscriptionId)
  );
}

/** What a restore is of, by name. */
export const itemOf = ({ job, details }: RunningRestore): string =>
  details?.itemName || job.itemName || nameOf(job.id);
