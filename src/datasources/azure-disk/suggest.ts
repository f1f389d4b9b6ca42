import { chosenDiskPoint, isExpired } from '#src/datasources/azure-disk/fields.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import { numberedNames } from '#src/lib/wording.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { suggested as words } from '#src/strings/wizard.ts';
import { restoredName, usedLast } from '#src/wizard/draft/suggested.ts';
import type { Candidate, View } from '#src/wizard/explain/view.ts';
import type { StepSuggestions } from '#src/wizard/fields/Suggestions.tsx';
import { known } from '#src/wizard/reads/read.ts';

/** What Restore parameters suggests: a new disk beside its source, or where the latest restore went. */
export const DISK_SUGGESTIONS: StepSuggestions<DiskReads> = {
  fields: ['subscription', 'rg', 'diskName'],
  likelyFor: (field, view) => {
    switch (field) {
      case 'subscription':
        return ownSubscription(view);
      case 'rg':
        return likelyGroups(view);
      case 'diskName':
        return freeNames(view);
      default:
        return [];
    }
  },
  whyOf: (field, { shown }) => {
    if (field === 'rg') return shown['rg'] === usedLast('rg') ? words.lastUsed : words.disk.rg;
    return field === 'subscription' ? words.disk.subscription : words.free;
  },
};

/** The ID of the group that the disk is in, `/subscriptions/…/resourceGroups/…`. */
const ownGroupId = ({ reads }: View<DiskReads>): string | undefined =>
  known(reads.instance)?.sourceDiskId.split('/providers/')[0];

function ownSubscription(view: View<DiskReads>): Candidate[] {
  const own = ownGroupId(view)?.split('/')[2];
  return (known(view.reads.subscriptions) ?? [])
    .filter(({ id }) => sameId(id, own))
    .map(({ id, name }) => ({ name, change: { subscription: id } }));
}

/** The group that the latest restore went to, then that of the disk; both only while they are there. */
function likelyGroups(view: View<DiskReads>): Candidate[] {
  const wanted = [usedLast('rg'), nameOf(ownGroupId(view) ?? '')];
  const groups = known(view.reads.groups) ?? [];
  return wanted.flatMap((one) =>
    groups
      .filter(({ name }) => sameId(name, one))
      .map(({ name }) => ({ name, change: { rg: name } })),
  );
}

/** Names that say what the disk is a copy of, and as of which day; none before it is known which are taken. */
function freeNames({ reads, draft }: View<DiskReads>): Candidate[] {
  const source = known(reads.instance)?.friendlyName;
  const taken = known(reads.diskNames);
  const point = draft.choices['point'];
  const time = chosenDiskPoint(reads, { point: typeof point === 'string' ? point : null })?.time;
  if (source === undefined || taken === undefined || time === undefined || time === null) return [];
  return numberedNames(restoredName(source.slice(0, 60), time))
    .filter((name) => !taken.some((one) => sameId(one, name)))
    .map((name) => ({ name, change: { diskName: name } }));
}

/** Whether a point can be restored, by what Azure reports of it. */
export const canRestore = (point: DiskRecoveryPoint, at: Instant): boolean =>
  !isExpired(point, at) && point.isComplete !== false;
