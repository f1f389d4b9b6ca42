import { chosenDiskPoint } from '#src/datasources/azure-disk/fields.ts';
import type { DiskView } from '#src/datasources/azure-disk/model.ts';
import { diskPlanSentence } from '#src/datasources/azure-disk/plan.ts';
import { targetSubscriptionName } from '#src/datasources/azure-disk/reads.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { restoreParts as words } from '#src/strings/restore-parts.ts';
import { course as courseWords } from '#src/strings/course.ts';
import { wizard } from '#src/strings/wizard.ts';
import {
  absent,
  type Card,
  type Moves,
  type Reading,
  readingOf,
  unreadFact,
} from '#src/ui/picture/model.ts';
import {
  cardOf,
  lossOf,
  type PictureGiven,
  type TaskPicture,
  readingOr,
  chosenOr,
  whyUnread,
} from '#src/wizard/picture.ts';
import { type Course, ofService, ofYou } from '#src/wizard/course.ts';
import { known } from '#src/wizard/read.ts';

const { unread } = words;
const labels = diskFlow.parameters;

/** What the restore of a disk will do, as a picture. Pure. */
export function diskPictureOf(view: DiskView, { duration }: PictureGiven): TaskPicture {
  const { reads, draft } = view;
  const point = chosenDiskPoint(reads, draft.choices);
  const sizeGiB = sizeOf(view);
  return {
    model: {
      state: point === undefined ? 'choosing' : 'configured',
      sentence: diskPlanSentence(view),
      source: sourceCard(view),
      point: {
        id: 'point',
        name: words.point,
        fate: point === undefined ? 'unknown' : 'unchanged',
        field: 'point',
        time: chosenOr(point?.time, wizard.point.label),
        // The service has no such thing for the snapshot of a disk.
        consistency: absent,
        tier: readingOf(wizard.tier.Snapshot),
      },
      moves: {
        id: 'moves',
        sizeGiB,
        duration,
        loss: lossOf(point?.time, reads.at, 'notInCopy'),
        under: underOf(view),
      },
      result: resultCard(view),
      networks: [],
      pins: [],
    },
    partOf: { instance: 'source', subscription: 'result', rg: 'result' },
    course: point === undefined ? undefined : courseOf(view),
  };
}

/** One step, as its jobs name it, and what is left to a person. */
function courseOf({ reads }: DiskView): Course {
  const source = known(reads.instance)?.friendlyName;
  const isGone = known(reads.disk) === null;
  return {
    steps: [
      ofService('transfer', courseWords.triggerRestore),
      ofYou('attach', courseWords.attachDisk, courseWords.note.afterJob),
    ],
    ...(source !== undefined && !isGone && { untouched: wizard.plan.notTouched(source) }),
  };
}

/** The size of the source, which the restored disk has, too. */
const sizeOf = ({ reads }: DiskView): Reading<number> =>
  readingOr(known(reads.disk)?.sizeGiB, unread.size, whyUnread(reads.disk));

function sourceCard(view: DiskView): Card {
  const { reads } = view;
  const instance = known(reads.instance);
  const disk = known(reads.disk);
  const isGone = disk === null;
  return cardOf({
    id: 'source',
    name: isGone ? (instance?.friendlyName ?? words.source) : words.source,
    icon: 'disk',
    title: isGone ? absent : chosenOr(instance?.friendlyName, wizard.instance.label),
    fate: isGone || instance === undefined ? 'unknown' : 'unchanged',
    field: 'instance',
    lines: instance === undefined ? [] : [readingOf(instance.resourceGroup)],
    disks: isGone
      ? absent
      : readingOf([
          {
            id: 'source-disk',
            name: instance?.friendlyName ?? words.someDisk,
            fate: disk === undefined ? 'unknown' : 'unchanged',
            sizeGiB: sizeOf(view),
          },
        ]),
  });
}

function resultCard(view: DiskView): Card {
  const { reads, draft } = view;
  const { choices } = draft;
  const { rg, diskName, subscription } = choices;
  const own = known(reads.instance)?.subscriptionId;
  const isElsewhere = subscription !== null && own !== undefined && !sameId(subscription, own);
  const name = targetSubscriptionName(reads, subscription) ?? subscription ?? '';
  const isNamed = diskName !== null && diskName !== '';
  return cardOf({
    id: 'result',
    name: rg === null ? words.result : words.disksIn,
    icon: 'group',
    title: chosenOr(rg, labels.rg),
    fate: rg === null ? 'unknown' : 'new',
    field: 'rg',
    isFrame: true,
    lines: [chosenOr(targetSubscriptionName(reads, subscription), labels.subscription)],
    disks: readingOf([
      {
        id: 'result-disk',
        name: isNamed ? diskName : labels.diskName,
        fate: isNamed ? 'new' : 'unknown',
        field: 'diskName',
        sizeGiB: sizeOf(view),
      },
    ]),
    frame: isElsewhere ? { kind: 'subscription', name } : undefined,
  });
}

/** The group with the snapshots that the restore reads. */
function underOf({ reads }: DiskView): Moves['under'] {
  const instance = known(reads.instance);
  if (instance === undefined) return [];
  const group = instance.snapshotGroupId;
  return [
    {
      id: 'snapshots',
      name: words.snapshotGroup,
      fate: group === null ? 'unknown' : 'unchanged',
      text:
        group === null ? unreadFact(words.snapshotGroup, 'notReported') : readingOf(nameOf(group)),
    },
  ];
}
