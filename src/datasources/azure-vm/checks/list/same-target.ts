import { jobAddress } from '#src/api/arm/address.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import type { RunningRestore } from '#src/model/running-restore.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known } from '#src/wizard/reads/read.ts';
import { type JobDetails, propertyOf, type RestoreKind } from '#src/model/job.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { type Check, unread } from '#src/datasources/azure-vm/checks/check.ts';
import type { CheckResult, Remedy } from '#src/wizard/review/check.ts';
import { targetSubscriptionOf } from '#src/datasources/azure-vm/checks/scopes.ts';

const words = preflight.sameTarget;

/**
 * Whether a restore to the same target is in progress already, whoever started it: one of this vault, in
 * the region restored to. It warns and never refuses: Azure decides what two of them come to.
 */
export const sameTarget: Check = {
  id: 'sameTarget',
  from: ['runningRestores'],
  run: ({ view, reads }) => {
    const target = restoreTarget(view);
    if (target === null) return null;
    const missing = unread(reads.runningRestores, words.read);
    if (missing !== null) return missing;
    const running = known(reads.runningRestores) ?? [];
    return targetResult(target, (wanted) =>
      running.filter((one) => matchOf(target, one) === wanted),
    );
  },
};

/** Null while what makes the target is not chosen. */
function restoreTarget(view: DraftView): RestoreTarget | null {
  const { option, rg, vmName } = view.shown;
  const item = known(view.reads.instance);
  if (option === null || item === undefined) return null;
  const { friendlyName: machine, resourceGroup, sourceResourceId } = item;
  if (option === 'replaceDisks') {
    const [, , subscriptionId = ''] = sourceResourceId.split('/');
    return { kind: option, machine, group: resourceGroup, subscriptionId, vmName: null };
  }
  const name = option === 'createVm' ? vmName : null;
  if (rg === null || (option === 'createVm' && name === null)) return null;
  const subscriptionId = targetSubscriptionOf(view) ?? '';
  return { kind: option, machine, group: rg, subscriptionId, vmName: name };
}

function targetResult(
  target: RestoreTarget,
  those: (wanted: TargetMatch) => RunningRestore[],
): CheckResult {
  const [same, maybe, unreported] = [those('same'), those('maybe'), those('unreported')];
  if (same.length + maybe.length > 0) {
    const parts = [
      ...(same.length === 0 ? [] : [words.same[target.kind](target)]),
      ...(maybe.length === 0 ? [] : [words.maybe(maybe.length, target.machine)]),
    ];
    return { state: 'warned', found: parts.join(' '), remedies: [...same, ...maybe].map(toJob) };
  }
  if (unreported.length === 0) return { state: 'passed', found: words.none };
  const found = words.unreported(unreported.length);
  return { state: 'notChecked', found, remedies: unreported.map(toJob) };
}

const toJob = ({ job: { id, itemName, startedAt } }: RunningRestore): Remedy => ({
  kind: 'job',
  address: jobAddress(id),
  machine: itemName === '' ? nameOf(id) : itemName,
  since: startedAt,
});

/** Where a draft restores to, and from which VM; names, as jobs report no ids. */
interface RestoreTarget {
  readonly kind: RestoreKind;
  readonly machine: string;
  /** The target resource group; of a replacement that of the VM. */
  readonly group: string;
  readonly subscriptionId: string;
  /** The name of the new VM; null: none is created. */
  readonly vmName: string | null;
}

/**
 * How a restore in progress meets a target: the same one, perhaps the same one as it reports too little,
 * a restore of another VM that reports too little, or another target.
 */
type TargetMatch = 'same' | 'maybe' | 'unreported' | 'other';

/**
 * Compares a restore in progress with a target by what its job reports (azure-contract §8, table of
 * `Job Type`). What isn't reported rules nothing out. Two VMs of one name in one vault differ by
 * their groups alone, where the job reports one.
 */
function matchOf(target: RestoreTarget, { job, details }: RunningRestore): TargetMatch {
  const isOwn = job.itemName === '' || sameId(job.itemName, target.machine);
  // Only the name of a new VM can be taken by the restore of another one.
  if (!isOwn && target.kind !== 'createVm') return 'other';
  const reported = reportedBy(details);
  const wanted = [target.kind, target.subscriptionId, target.group, target.vmName];
  const found = [reported.kind, reported.subscriptionId, reported.group, reported.vmName];
  const isDenied = wanted.some((one, at) => one !== null && isAnother(found[at], one));
  if (isDenied) return 'other';
  if (isComplete(target, reported)) return 'same';
  return isOwn ? 'maybe' : 'unreported';
}

type Reported = ReturnType<typeof reportedBy>;

/** Null: the job doesn't report it. */
function reportedBy(details: JobDetails | null) {
  const valueOf = (name: string): string | null =>
    (details === null ? undefined : propertyOf(details, name)) || null;
  return {
    kind: details?.restoreKind ?? null,
    group: valueOf('Target resource group'),
    subscriptionId: valueOf('Target Subscription ID'),
    // A replacement reports the VM itself, which is known by the item.
    vmName: details?.restoreKind === 'replaceDisks' ? null : valueOf('Target VM Name'),
  };
}

const isAnother = (found: string | null | undefined, wanted: string): boolean =>
  found !== null && found !== undefined && !sameId(found, wanted);

/** Whether it reports all that makes two restores meet; jobs need not report a subscription. */
function isComplete({ kind }: RestoreTarget, reported: Reported): boolean {
  switch (kind) {
    case 'createVm':
      return reported.group !== null && reported.vmName !== null;
    case 'restoreDisks':
      return reported.kind !== null && reported.group !== null;
    case 'replaceDisks':
      return reported.kind !== null;
  }
}
