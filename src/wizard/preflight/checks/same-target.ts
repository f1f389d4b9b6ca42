import { nameOf } from '#src/model/resource-id.ts';
import type { RunningRestore } from '#src/model/running-restore.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import type { Check, Look, Remedy } from '#src/wizard/preflight/check.ts';
import { type Meeting, meetingOf, type RestoreTarget } from '#src/wizard/preflight/same-target.ts';
import { targetOf } from '#src/wizard/preflight/scopes.ts';
import { unread } from '#src/wizard/preflight/unread.ts';

const words = preflight.sameTarget;

/**
 * Whether a restore to the same target is in progress already, whoever started it: one of this vault, in
 * the region restored to. It warns and never refuses: Azure decides what two of them come to.
 */
export const sameTarget: Check = {
  id: 'sameTarget',
  from: ['runningRestores'],
  look: ({ view, asked }) => {
    const target = restoreTarget(view);
    if (target === null) return null;
    const missing = unread(asked.runningRestores, words.read);
    if (missing !== null) return missing;
    const met = (known(asked.runningRestores) ?? []).map(
      (one) => [meetingOf(target, one), one] as const,
    );
    const those = (wanted: Meeting): RunningRestore[] =>
      met.flatMap(([meeting, one]) => (meeting === wanted ? [one] : []));
    return lookAt(target, { same: those('same'), maybe: those('maybe'), untold: those('untold') });
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
  const subscriptionId = targetOf(view) ?? '';
  return { kind: option, machine, group: rg, subscriptionId, vmName: name };
}

type Met = Readonly<Record<Exclude<Meeting, 'other'>, readonly RunningRestore[]>>;

function lookAt(target: RestoreTarget, { same, maybe, untold }: Met): Look {
  if (same.length + maybe.length > 0) {
    const parts = [
      ...(same.length === 0 ? [] : [words.same[target.kind](target)]),
      ...(maybe.length === 0 ? [] : [words.maybe(maybe.length, target.machine)]),
    ];
    return { state: 'warned', found: parts.join(' '), remedies: [...same, ...maybe].map(toJob) };
  }
  return untold.length === 0
    ? { state: 'passed', found: words.none }
    : { state: 'notChecked', found: words.untold(untold.length), remedies: untold.map(toJob) };
}

const toJob = ({ job: { id, itemName, startedAt } }: RunningRestore): Remedy => ({
  kind: 'job',
  id,
  machine: itemName === '' ? nameOf(id) : itemName,
  since: startedAt,
});
