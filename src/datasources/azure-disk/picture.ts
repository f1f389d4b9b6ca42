import { chosenDiskPoint } from '#src/datasources/azure-disk/fields.ts';
import type { DiskView } from '#src/datasources/azure-disk/model.ts';
import { diskPlanSentence } from '#src/datasources/azure-disk/plan.ts';
import { targetSubscriptionName } from '#src/datasources/azure-disk/reads.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { restoreParts as words } from '#src/strings/restore-parts.ts';
import { wizard } from '#src/strings/wizard.ts';
import { absent, type Card, type Moves, readingOf, unreadFact } from '#src/ui/picture/model.ts';
import {
  cardOf,
  lossOf,
  type PictureGiven,
  type TaskPicture,
  readingOr,
} from '#src/wizard/picture.ts';
import { known } from '#src/wizard/read.ts';

const { unread } = words;
const labels = diskFlow.parameters;

/** What the restore of a disk will do, as a picture. Pure. */
export function diskPictureOf(view: DiskView, { duration }: PictureGiven): TaskPicture {
  const { reads, draft } = view;
  const point = chosenDiskPoint(reads, draft.choices);
  const sizeGiB = readingOr(known(reads.disk)?.sizeGiB, unread.size);
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
        time: readingOr(point?.time, point === undefined ? wizard.point.label : unread.time),
        // Nothing reports how consistent the snapshot of a disk is.
        consistency: unreadFact(unread.consistency),
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
  };
}

function sourceCard({ reads }: DiskView): Card {
  const instance = known(reads.instance);
  const disk = known(reads.disk);
  const isGone = disk === null;
  return cardOf({
    id: 'source',
    name: isGone ? (instance?.friendlyName ?? words.source) : words.source,
    icon: 'disk',
    title: isGone ? absent : readingOr(instance?.friendlyName, wizard.instance.label),
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
            sizeGiB: readingOr(disk?.sizeGiB, unread.size),
          },
        ]),
  });
}

function resultCard({ reads, draft: { choices } }: DiskView): Card {
  const { rg, diskName, subscription } = choices;
  const own = known(reads.instance)?.subscriptionId;
  const isElsewhere = subscription !== null && own !== undefined && !sameId(subscription, own);
  const name = targetSubscriptionName(reads, subscription) ?? subscription ?? '';
  const isNamed = diskName !== null && diskName !== '';
  return cardOf({
    id: 'result',
    name: words.result,
    icon: 'group',
    title: readingOr(rg, labels.rg),
    fate: rg === null ? 'unknown' : 'new',
    field: 'rg',
    isFrame: true,
    lines: [readingOr(targetSubscriptionName(reads, subscription), labels.subscription)],
    disks: readingOf([
      {
        id: 'result-disk',
        name: isNamed ? diskName : labels.diskName,
        fate: isNamed ? 'new' : 'unknown',
        field: 'diskName',
        sizeGiB: readingOr(known(reads.disk)?.sizeGiB, unread.size),
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
      text: group === null ? unreadFact(words.snapshotGroup) : readingOf(nameOf(group)),
    },
  ];
}
