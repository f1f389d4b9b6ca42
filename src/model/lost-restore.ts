import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails, RestoreKind } from '#src/model/jobs.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';

/** A press of Restore with unknown outcome. */
export interface Press {
  /** By this computer's clock where the service's wasn't known. Of several presses of a draft, the first. */
  readonly sentAt: Instant;
  /** Whether that is by the service's clock; left out: by this computer's, which rules nothing out. */
  readonly isByService?: boolean | undefined;
  /** The request IDs that the draft has sent, that of the latest press first. */
  readonly requestIds: readonly string[];
  /** The ids of the restore jobs that the vault had at the press; null: they could not be read. */
  readonly before: readonly string[] | null;
  /** Jobs that the person has attributed to others. */
  readonly notOurs: readonly string[];
  /** Jobs that aren't looked for, because what they are of is known. */
  readonly known?: readonly string[] | undefined;
  /** Whether only a job with one of the request IDs counts. */
  readonly isByIdOnly?: boolean | undefined;
}

/** A job that may be the one of such a press. */
export interface FoundJob extends Pick<Job, 'id' | 'name' | 'startedAt'> {
  /** What it says of itself names all of the target; else it does not tell. */
  readonly isNamed: boolean;
  /** What it reports as the ID of the request that started it, or a text with that ID; null: nothing. */
  readonly requestId: string | null;
}

/** Whether what a job reports has a request ID. */
export const hasRequestId = (told: string | null, id: string): boolean =>
  id !== '' && told !== null && told.toLowerCase().includes(id.toLowerCase());

/**
 * Whose request started a job, by its ID. A gateway can replace the ID of a request, so another one is no
 * proof that the job is another person's.
 */
export function requestOf(
  { requestIds }: Pick<Press, 'requestIds'>,
  { requestId }: Pick<FoundJob, 'requestId'>,
): 'ours' | 'another' | 'unknown' {
  if (requestId === null) return 'unknown';
  return requestIds.some((id) => hasRequestId(requestId, id)) ? 'ours' : 'another';
}

/**
 * Why jobs are shown beside one: `id`: all have request IDs of the draft. `target`: they are new and name the same
 * target. `otherId`: they have a request ID of the draft, and the one that the person picked has not.
 */
export type SharedBy = 'id' | 'target' | 'otherId';

/** A job of Azure's that started longer before a press than this isn't of it: recorded ones did 2 s before at most. */
const BEFORE_PRESS_MS = 60_000;

/** Whether a job may be of a press: by its request ID, else by what was there before. */
export function mayBeOf(
  press: Press,
  job: Pick<FoundJob, 'id' | 'startedAt' | 'requestId'>,
): boolean {
  if (isAmong(press.known ?? [], job.id)) return false;
  if (requestOf(press, job) === 'ours') return true;
  return press.isByIdOnly !== true && !isAmong(press.notOurs, job.id) && isNewSince(press, job);
}

/**
 * Whether a job may have started with a press: it wasn't there before, and didn't start before it where Azure's clock
 * tells both. Another service may have another clock.
 */
export function isNewSince(
  { before, sentAt, isByService = false }: Press,
  { id, startedAt }: Pick<Job, 'id' | 'startedAt'>,
): boolean {
  if (before !== null && isAmong(before, id)) return false;
  const isDated = isByService && id.startsWith('/') && startedAt !== null;
  return !isDated || startedAt >= sentAt - BEFORE_PRESS_MS;
}

const isAmong = (ids: readonly string[], id: string): boolean => ids.some((one) => sameId(one, id));

/**
 * The job that is certainly the one of a press: it has the ID of its request; or it is the only one that has
 * started since, it names the target, and reports no ID. Of several with our IDs, the first of the latest
 * press. Null where the person has to decide, or nothing was found.
 */
export function certainJob(press: Press, found: readonly FoundJob[]): FoundJob | null {
  const ours = oursAmong(press, found);
  if (ours[0] !== undefined) return ours[0];
  const [only, ...others] = found;
  if (only === undefined || others.length > 0 || press.before === null) return null;
  return only.isNamed && requestOf(press, only) === 'unknown' ? only : null;
}

/** The jobs that have one of our request IDs: those of the latest press first, each in the order of their start. */
export function oursAmong(press: Press, found: readonly FoundJob[]): readonly FoundJob[] {
  return press.requestIds.flatMap((id) =>
    found.filter(({ requestId }) => hasRequestId(requestId, id)).toSorted(byStart),
  );
}

/** Orders jobs by their start; one whose start is not known comes last. */
export const byStart = (one: FoundJob, other: FoundJob): number =>
  (one.startedAt ?? Number.POSITIVE_INFINITY) - (other.startedAt ?? Number.POSITIVE_INFINITY) || 0;

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
  /** Why that couldn't be read; left out: it was, or no read was tried. */
  readonly why?: UnreadSource['why'] | undefined;
  /** What it creates or replaces, as far as its job reports that. */
  readonly target: readonly TargetPart[];
}

/**
 * What holds restores in progress and wasn't read, or not all of it. `vault`: the list of the vault restored from;
 * `vaults`: those of all others; `secondary`: a vault's secondary region; `named`: a CommServe, a vault or a job.
 * `late`: no answer came in time.
 */
export interface UnreadSource {
  readonly kind: 'vault' | 'vaults' | 'secondary' | 'named';
  /** Null: its kind says which. */
  readonly name: string | null;
  readonly why: 'late' | 'failed';
}

/** Whether both are of one source, whatever the reasons. */
export const isSameSource = (one: UnreadSource, other: UnreadSource): boolean =>
  one.kind === other.kind && one.name?.toLowerCase() === other.name?.toLowerCase();

/** The restores in progress beyond the list of one vault. */
export interface OtherRestores {
  readonly restores: readonly RunningRestore[];
  readonly unread: readonly UnreadSource[];
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

/**
 * Beside a restore in place: the restores in progress from a VM of the name that it replaces, which go elsewhere. Empty
 * for any other restore.
 */
export function restoresFrom(
  { parts, source }: WantedTarget,
  restores: readonly RunningRestore[],
  met: readonly MetRestore[],
): RunningRestore[] {
  const isInPlace = parts.some(({ replaces }) => replaces === 'disks' || replaces === 'all');
  if (!isInPlace || source === null) return [];
  const shown = new Set(met.map(({ restore: { job } }) => job.id.toLowerCase()));
  return restores.filter((restore) => {
    const id = restore.job.id.toLowerCase();
    if (shown.has(id) || !sameId(itemOf(restore), source)) return false;
    // A vault’s restore can be in both lists.
    shown.add(id);
    return true;
  });
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

/** Whether a restore creates a VM that need not be there before. */
export const isNewVm = ({ kind, replaces }: TargetPart): boolean =>
  kind === 'vm' && (replaces === undefined || replaces === 'ifThere');

/**
 * Whether a new VM gets its name beside a restore that creates one, too: Azure Backup accepts a name only where the
 * subscription has none like it (document 000, Create a VM), so the resource group doesn't count.
 */
const isByNameAlone = (wanted: TargetPart, found: TargetPart): boolean =>
  isNewVm(wanted) && found.kind === 'vm' && found.replaces !== 'disks';

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
    (isByNameAlone(wanted, found) || isAlike(wanted.group, found.group)) &&
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

/** Whether two of one kind certainly are in different resource groups. */
export const isOtherGroup = (one: TargetPart, other: TargetPart): boolean =>
  !isAlike(one.group, other.group);

/** Whether names tell that both are one; a subscription need not be reported. */
const isCertain = (wanted: TargetPart, found: TargetPart): boolean =>
  found.isGuess !== true &&
  [wanted, found].every(
    ({ kind, name, group }) =>
      name !== null && (group !== null || kind === 'other' || isByNameAlone(wanted, found)),
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

/** A restore as something that wasn't read; nothing where its job was read. */
export const unreadJob = ({ restore }: Pick<MetRestore, 'restore'>): UnreadSource[] =>
  restore.details === null
    ? [{ kind: 'named', name: itemOf(restore), why: restore.why ?? 'failed' }]
    : [];

/** What kind of restore it is, and what it creates. Null: not known. */
export interface RestoreOutline {
  readonly kind: RestoreKind | 'createDisk' | null;
  /** Of the new VM or the new disk. */
  readonly name: string | null;
  /** The resource group of restored disks. */
  readonly group: string | null;
}
