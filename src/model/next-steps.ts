import type { Instant } from '#src/lib/time.ts';
import { isProtectionStopped } from '#src/model/instances.ts';
import type { NicAddress } from '#src/model/network.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * What is read from Azure to see whether a next step is done. `wanted` is what the source had when the restore
 * was sent; null: not known here.
 */
export type StepCheck =
  | OfMachine<'address', readonly string[]>
  | OfMachine<'set', string>
  | OfMachine<'license', string>
  | OfMachine<'extensions', readonly string[]>
  | OfMachine<'nics', number>
  | {
      readonly kind: 'protection';
      readonly machineId: ResourceId;
      /** The backup instance that was made from here: lists of Azure lag by minutes. */
      readonly itemId?: ResourceId | undefined;
    }
  | { readonly kind: 'keys'; readonly machineId: ResourceId }
  /** `wanted`: whether the source runs SQL Server. */
  | OfMachine<'sql', true>
  | {
      readonly kind: 'container';
      readonly accountId: ResourceId;
      /** Null: the job doesn't name its container. */
      readonly name: string | null;
    }
  /** The disks that a VM had before they were replaced. */
  | OfMachine<'disks', readonly ResourceId[]>
  /** A restored disk that is to be put to use, and the role that a Backup vault had for that (document 002). */
  | {
      readonly kind: 'attached';
      readonly diskId: ResourceId;
      /** The VM that is to have it; left out: any. */
      readonly machineId?: ResourceId;
    }
  /** A VM that was made after the restore. */
  | { readonly kind: 'machine'; readonly machineId: ResourceId }
  | { readonly kind: 'diskRole'; readonly scope: ResourceId; readonly vaultId: ResourceId }
  | {
      readonly kind: 'roles';
      readonly scopes: readonly ResourceId[];
      readonly vaultId: ResourceId;
      /** The user-assigned identity that the restore was sent with; null: the vault's own. */
      readonly identityId: ResourceId | null;
    };

interface OfMachine<Kind extends string, Wanted> {
  readonly kind: Kind;
  readonly machineId: ResourceId;
  readonly wanted: Wanted | null;
}

/** What a read says of a step: its result is there, it is missing, or the read can't decide it. */
export type CheckOutcome = 'done' | 'open' | 'unknown';

export interface StepResult {
  readonly outcome: CheckOutcome;
  /** What Azure reports, in its words; empty: nothing of that. */
  readonly seen: readonly string[];
}

export interface StepRead extends StepResult {
  /** The VM is no longer there. */
  readonly isGone?: boolean;
  /** What would count as done isn't there, though it isn't known whether it has to be. */
  readonly isMissing?: boolean;
  readonly at: Instant;
}

/**
 * How far a next step is: `verified` by reading it from Azure, `byHand` as a person marked it, `open` by what
 * was read, `again` where it was verified and a later read found it undone, else `notChecked`.
 */
export type StepStatus = 'verified' | 'byHand' | 'open' | 'again' | 'notChecked';

/** What is stored of a step, epoch milliseconds each. */
export interface StepMarks {
  /** When a person marked it as done. */
  readonly byHand?: number | undefined;
  /** When it was last read as done. */
  readonly verified?: number | undefined;
  /** When it was last read as not done. */
  readonly open?: number | undefined;
  /** When it was first read as undone after it was verified. */
  readonly undone?: number | undefined;
}

export interface StatusAt {
  readonly status: StepStatus;
  /** Epoch milliseconds; null: never. */
  readonly at: number | null;
}

/** The status of a step: by the latest read, else by its mark. A read counts more than a mark that it confirms. */
export function stepStatus(result: StepRead | null, marks: StepMarks): StatusAt {
  if (result?.outcome === 'done') return { status: 'verified', at: result.at };
  const marked = markedStatus(marks);
  if (marked !== null) return marked;
  return result?.outcome === 'open'
    ? { status: 'open', at: result.at }
    : { status: 'notChecked', at: result?.at ?? null };
}

/** A mark that a read confirmed and found undone since no longer counts. */
function markedStatus({ byHand, undone }: StepMarks): StatusAt | null {
  if (byHand !== undefined && byHand > (undone ?? 0)) return { status: 'byHand', at: byHand };
  return undone === undefined ? null : { status: 'again', at: undone };
}

/** The status of a step by what is stored of it, where nothing is read. */
export function storedStatus(marks: StepMarks): StatusAt {
  const { verified } = marks;
  if (verified !== undefined) return { status: 'verified', at: verified };
  return markedStatus(marks) ?? { status: 'notChecked', at: null };
}

/** The same for a record, which also says what was read as not done. */
export function recordedStatus(marks: StepMarks): StatusAt {
  const stored = storedStatus(marks);
  return stored.status !== 'notChecked' || marks.open === undefined
    ? stored
    : { status: 'open', at: marks.open };
}

export const isStepDone = ({ status }: StatusAt): boolean =>
  status === 'verified' || status === 'byHand';

/** What is stored of a step once it was read again; null: the read changes nothing. */
export function marksAfter(
  before: StepMarks,
  { outcome, at, isGone = false, isMissing = false }: StepRead,
): StepMarks | null {
  if (outcome === 'done') return { ...before, verified: at, open: undefined, undone: undefined };
  const wasVerified = before.verified !== undefined;
  // A read that decides nothing still shows when what was verified is gone.
  if (outcome === 'unknown' && !(wasVerified && (isGone || isMissing))) return null;
  const undone = before.undone ?? (wasVerified ? at : undefined);
  return { ...before, verified: undefined, open: at, undone };
}

/** Ids of rules that remind of something and ask for nothing: they are shown, and never counted as open. */
const NOTES: readonly string[] = [
  'after.nsg',
  'create-vm.staging.unmanaged-vhds',
  'replace.extensions.fine',
  'restore-disks.unmanaged-blobs',
];

/** Whether a step asks a person for something. */
export const isWork = (id: string): boolean => !NOTES.includes(id);

/** What each step left open risks, the worst first: two machines of one name, access open to all, no backup. */
const RISKS: readonly ((id: string) => boolean)[] = [
  (id) => id === 'platform.copy.host-name',
  (id) => id === 'after.nsg',
  (id) => id.startsWith('backup-again.') || id === 'platform.backup.stopped',
];

/** Where a step stands among the others by what it risks while it is open: the riskiest is 0. */
export function riskOf(id: string): number {
  const place = RISKS.findIndex((isOf) => isOf(id));
  return place === -1 ? RISKS.length : place;
}

/** Whether a step is a risk while it is open. */
export const isRisky = (id: string): boolean => riskOf(id) < RISKS.length;

/** What reads say of the next steps of a restore. Pure. */

/** What decides a step where the source's setting is known; else only a result that is there counts. */
function judged(isThere: boolean, seen: readonly string[], isKnown: boolean): StepResult {
  return { outcome: isThere ? 'done' : isKnown ? 'open' : 'unknown', seen };
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * Whether the VM has static addresses again (document 000, Post-restore steps): as many as its source had, of
 * whatever value, since another network has others.
 */
export function judgeAddresses(
  addresses: readonly NicAddress[],
  wanted: readonly string[] | null,
): StepResult {
  const fixed = addresses.filter(({ isStatic }) => isStatic);
  const seen = addresses.map(({ address, isStatic }) =>
    [address ?? '', isStatic ? 'Static' : 'Dynamic'].join(' ').trim(),
  );
  return judged(fixed.length >= Math.max(1, wanted?.length ?? 1), seen, wanted !== null);
}

/** Whether a setting of a VM is as its source had it; null: the VM has none. */
export function judgeSetting(is: string | null, wanted: string | null): StepResult {
  const isThere = is !== null && (wanted === null || isSame(is, wanted));
  return judged(isThere, is === null ? [] : [is], wanted !== null);
}

/** Whether all disks of a VM have a customer-managed key, by the encryption that each reports; null: none. */
export function judgeKeys(encryptions: readonly (string | null)[]): StepResult {
  const seen = [...new Set(encryptions.flatMap((one) => one ?? []))];
  const hasKey = (one: string | null): boolean => /customerkey/i.test(one ?? '');
  return judged(encryptions.length > 0 && encryptions.every(hasKey), seen, true);
}

/** An extension with the state that Azure reports of it. */
export interface ExtensionState {
  readonly name: string;
  /** Null: not reported. */
  readonly state: string | null;
}

/** Whether the extensions of the source are there, and each was provisioned. */
export function judgeExtensions(
  there: readonly ExtensionState[],
  wanted: readonly string[] | null,
): StepResult {
  const seen = there.map(({ name, state }) => (state === null ? name : `${name} ${state}`));
  const isWell = (name: string): boolean =>
    there.some((one) => isSame(one.name, name) && isSame(one.state ?? '', 'succeeded'));
  return judged(wanted !== null && wanted.every(isWell), seen, wanted !== null);
}

/** Whether a VM has as many NICs as its source had. */
export function judgeNics(count: number | null, wanted: number | null): StepResult {
  if (count === null) return { outcome: 'unknown', seen: [] };
  return judged(wanted !== null && count >= wanted, [String(count)], wanted !== null);
}

/** How a vault backs a VM up. */
interface Protection {
  readonly policyName: string | null;
  readonly state: string | null;
}

/** Whether a VM is backed up; one whose protection was stopped isn't. */
export function judgeProtection(found: Protection | null): StepResult {
  if (found === null) return { outcome: 'open', seen: [] };
  const { policyName, state } = found;
  return {
    outcome: isProtectionStopped(state ?? '') === true ? 'open' : 'done',
    seen: [policyName, state].flatMap((word) => word ?? []),
  };
}

/** Whether a VM is registered as a SQL virtual machine. */
export const judgeSql = (
  found: { readonly license: string | null; readonly isComplete: boolean } | null,
): StepResult => ({
  outcome: found?.isComplete === true ? 'done' : 'open',
  seen: found?.license ? [found.license] : [],
});

/** Whether a disk is attached to a VM, by that VM's name. */
export const judgeAttached = (machine: string | null): StepResult => ({
  outcome: machine === null ? 'open' : 'done',
  seen: machine === null ? [] : [machine],
});

/** Whether nothing of what is to go is left; null: what it is isn't known. */
export const judgeLeft = (left: readonly string[] | null): StepResult =>
  left === null
    ? { outcome: 'unknown', seen: [] }
    : { outcome: left.length === 0 ? 'done' : 'open', seen: left };

/** What was done after a restore from this browser, each as a line of its own beside the job's outcome. */

export type AfterKind =
  | 'build'
  | 'attach'
  | 'swap'
  | 'detach'
  | 'deploy'
  | 'protect'
  | 'address'
  | 'license'
  | 'sql'
  | 'reset'
  | 'revoke'
  | 'delete';

/**
 * How far it has come:
 * - `done`: its result was read back; `wasSo`: it was there before, and nothing was sent
 * - `accepted`: Azure has accepted it, and its end wasn't read yet
 * - `open`: not all of its requests were sent, or their end isn't known yet
 * - `partly`: a part of its results was read back, and Azure refused a later request, or nothing reports its end
 * - `refused`: Azure refused it, or it never left
 * - `failed`: Azure reports that it ended badly
 * - `unknown`: nothing reports what came of it
 */
export type AfterState =
  | 'done'
  | 'wasSo'
  | 'accepted'
  | 'open'
  | 'partly'
  | 'refused'
  | 'failed'
  | 'unknown';

export interface AfterAction {
  /** The same after a reload. */
  readonly id: string;
  readonly kind: AfterKind;
  /** What was ordered, in one sentence. */
  readonly sentence: string;
  readonly state: AfterState;
  /** When that state was observed. */
  readonly at: Instant;
  /** The VM that runs with what the job restored, once it was made; null: none, or not known. */
  readonly machineId: ResourceId | null;
  /** What reads whether its result is still there; null: no read can. */
  readonly check: StepCheck | null;
}

export interface AfterLine extends AfterAction {
  /** What a later read found of its result; null: nothing was read since. */
  readonly latest: { readonly isThere: boolean; readonly at: number } | null;
}

/** Under which name the reads of an action's result are kept beside those of the steps. */
export const afterMark = (id: string): string => `after ${id}`;

/** The mark that a VM was made of what a job restored: its next steps can be done. */
export const MACHINE_MARK = 'after a machine';

/** Whether an action did what it was for. */
export const isEffective = ({ state }: Pick<AfterAction, 'state'>): boolean =>
  state === 'done' || state === 'wasSo';

/** The actions as lines, the oldest first. `marks`: what is kept of the job's steps. Pure. */
export const afterLines = (
  actions: readonly AfterAction[],
  marks: Readonly<Record<string, StepMarks>>,
): AfterLine[] =>
  actions
    .toSorted((a, b) => a.at - b.at)
    .map((action) => ({
      ...action,
      latest: isEffective(action) ? latestOf(marks[afterMark(action.id)] ?? {}) : null,
    }));

function latestOf({ verified, open, undone }: StepMarks): AfterLine['latest'] {
  if (verified !== undefined) return { isThere: true, at: verified };
  const gone = undone ?? open;
  return gone === undefined ? null : { isThere: false, at: gone };
}

/** The VMs that were made of what a job restored, also those that have gone since, the oldest first. */
export const machinesMade = (lines: readonly AfterAction[]): ResourceId[] =>
  lines.flatMap(({ machineId }) => machineId ?? []);
