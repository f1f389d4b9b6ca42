import { COMMVAULT_FIELDS, commvaultPointOf } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import {
  commvaultEffects,
  losesSource,
  overwriteText,
} from '#src/datasources/commvault-vm/plan.ts';
import { commvaultSourceOf } from '#src/datasources/commvault-vm/reads.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import { STAGES } from '#src/api/commvault/jobs.ts';
import { course as courseWords } from '#src/strings/course.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { restoreParts as words } from '#src/strings/restore-parts.ts';
import { wizard } from '#src/strings/wizard.ts';
import {
  absent,
  type Card,
  type DiskPart,
  type Fate,
  type NetworkPart,
  type TextPart,
  readingOf,
  type Reading,
  unreadFact,
} from '#src/ui/picture/model.ts';
import {
  cardOf,
  diskName,
  lossOf,
  networkLine,
  newNicOn,
  onceEach,
  type PictureGiven,
  powerOf,
  type TaskPicture,
  todaysDisk,
  todaysNetworks,
  todaysNics,
  readingOr,
  totalOf,
  chosenOr,
  whyUnread,
} from '#src/wizard/picture.ts';
import { type Course, ofService, ofYou } from '#src/wizard/course.ts';
import { known } from '#src/wizard/read.ts';

const { unread } = words;
const labels = flow.field;

/** What a VM's restore by Commvault will do, as a picture: in place today's disks are lost. Pure. */
export function commvaultPictureOf(view: CommvaultView, { duration }: PictureGiven): TaskPicture {
  const { shown, reads } = view;
  const point = commvaultPointOf(shown, reads);
  const isInPlace = shown.cv === 'in-place';
  const disks = backupDisks(view, 'unchanged', 'source');
  return {
    model: {
      state: shown.instance === null || point === undefined ? 'choosing' : 'configured',
      sentence: commvaultEffects(view).join(' '),
      source: isInPlace ? copyCard(view, disks) : sourceCard(view),
      point: {
        id: 'point',
        name: words.point,
        fate: point === undefined ? 'unknown' : 'unchanged',
        field: 'point',
        time: chosenOr(point?.time, wizard.point.label),
        // A restore point of Commvault is a backup job, which doesn’t have it.
        consistency: unreadFact(unread.consistency, 'notInJob'),
        tier: readingOf(words.backupCopy),
      },
      moves: {
        id: 'moves',
        sizeGiB: totalOf(disks),
        duration,
        loss: lossOf(point?.time, reads.at, losesSource(view) ? 'lost' : 'notInCopy'),
        under: [accessNode(view)],
      },
      result: isInPlace ? sameVm(view) : newVm(view),
      networks: networksOf(view),
      pins: [],
    },
    partOf: { instance: 'source', cv: 'result', vnet: 'nic', subnet: 'nic' },
    course: shown.instance === null || point === undefined ? undefined : courseOf(view),
  };
}

/** The main stages, as its jobs report them: in place the VM is deleted first. */
function courseOf(view: CommvaultView): Course {
  const { name } = commvaultSourceOf(view.reads);
  const isLost = losesSource(view);
  return {
    steps: [
      ...(isLost ? [ofService('delete', STAGES.deleteVm)] : []),
      ofService('transfer', STAGES.write),
      ofService('create', STAGES.create),
      ofYou('after', isLost ? courseWords.lookAtIt : courseWords.setUp, ''),
    ],
    ...(!isLost && name !== null && { untouched: flow.plan.untouched(name) }),
  };
}

/** The backup that a VM is made from again, where the VM itself is the result. */
const copyCard = ({ reads }: CommvaultView, disks: Reading<readonly DiskPart[]>): Card =>
  cardOf({
    id: 'source',
    name: words.source,
    icon: 'point',
    title: readingOf(words.backupCopy),
    fate: 'unchanged',
    field: 'point',
    lines: [chosenOr(commvaultSourceOf(reads).name, wizard.instance.label)],
    disks,
  });

function sourceCard(view: CommvaultView): Card {
  const { name, isGone } = commvaultSourceOf(view.reads);
  const fate = losesSource(view) ? 'lost' : 'unchanged';
  return cardOf({
    id: 'source',
    name: isGone === true ? (name ?? words.source) : words.source,
    icon: 'machine',
    title: isGone === true ? absent : chosenOr(name, wizard.instance.label),
    fate: isGone === true || name === null ? 'unknown' : fate,
    field: 'instance',
    ...ofMachine(view),
    disks: disksToday(view, fate, 'source'),
    nics: nicsToday(view),
  });
}

/** Whether the VM runs, and short lines of its group and its size. */
function ofMachine({ reads }: CommvaultView): Pick<Card, 'power' | 'lines'> {
  const { resourceGroup, size, isGone } = commvaultSourceOf(reads);
  return {
    ...(isGone !== true && { power: powerOf(reads.machine) }),
    lines: [resourceGroup, size].flatMap((one) => (one === null ? [] : [readingOf(one)])),
  };
}

/** The disks of the latest backup; a size is known of those that are attached today. */
function backupDisks(
  { reads }: CommvaultView,
  fate: Fate,
  id: string,
): Reading<readonly DiskPart[]> {
  const disks = known(reads.backupDisks);
  if (disks === undefined) return unreadFact(unread.disks, whyUnread(reads.backupDisks));
  const today = known(reads.machine)?.disks ?? [];
  return readingOf(
    disks.map(({ name, isOsDisk }, index): DiskPart => {
      const same = today.find((one) => sameId(one.name, name));
      const isSystem = isOsDisk || same?.lun === -1;
      return {
        id: `${id}-${String(index)}`,
        name: isSystem ? words.osDisk : same === undefined ? name : diskName(same.lun),
        fate,
        sizeGiB: readingOr(same?.sizeGiB, unread.size, whyUnread(reads.machine)),
      };
    }),
  );
}

function disksToday(
  { reads }: CommvaultView,
  fate: Fate,
  id: string,
): Reading<readonly DiskPart[]> {
  if (commvaultSourceOf(reads).isGone === true) return absent;
  const machine = known(reads.machine);
  if (machine === undefined || machine === null)
    return unreadFact(unread.disks, whyUnread(reads.machine));
  return readingOf(machine.disks.map((disk) => todaysDisk(disk, fate, id)));
}

const nicsToday = ({ reads }: CommvaultView): Card['nics'] =>
  commvaultSourceOf(reads).isGone === true ? absent : todaysNics(reads.machine, reads.interfaces);

/** In place: the VM itself, whose disks of today are deleted and not kept. */
function sameVm(view: CommvaultView): Card {
  const { name, isGone } = commvaultSourceOf(view.reads);
  const today = isGone === true ? absent : disksToday(view, 'lost', 'today');
  return cardOf({
    id: 'result',
    name: words.result,
    icon: 'machine',
    title: chosenOr(name, wizard.instance.label),
    fate: name === null ? 'unknown' : 'new',
    field: 'cv',
    ...ofMachine(view),
    disks: backupDisks(view, 'new', 'result'),
    disksBeside: today.is === 'known' ? today.value : [],
    nics: nicsToday(view),
  });
}

function newVm(view: CommvaultView): Card {
  const { vmName, rg, region, vmSize } = view.shown;
  const place = [rg, regionName(view.reads, region)].filter((one) => one !== null).join(' · ');
  const existing = overwriteText(view);
  const overwritten: readonly TextPart[] =
    existing === null
      ? []
      : [
          {
            id: 'existing',
            name: words.existing,
            fate: 'lost',
            field: 'overwrite',
            text: readingOf(words.deletedFirst(vmName ?? wizard.plan.someName)),
          },
        ];
  return cardOf({
    id: 'result',
    name: words.result,
    icon: 'machine',
    title: chosenOr(vmName, labels.vmName),
    fate: vmName === null ? 'unknown' : 'new',
    field: 'vmName',
    badge: words.isNew,
    lines: [place, vmSize ?? ''].flatMap((one) => (one === '' ? [] : [readingOf(one)])),
    disks: backupDisks(view, 'new', 'result'),
    nics: readingOf([newNicOn(chosenLine(view), labels.vnet)]),
    others: overwritten,
  });
}

/** A region by the name that people know it by. */
const regionName = ({ regions }: CommvaultView['reads'], region: string | null): string | null =>
  known(regions)?.find(({ name }) => sameRegion(name, region))?.displayName ?? region;

/** The network of the new VM; what isn't chosen is the source's. Null: neither is known. */
function chosenLine({ shown, reads }: CommvaultView): NetworkPart | null {
  const { vnet, subnet } = shown;
  if (vnet === null) return todaysNetworks(reads.interfaces, reads.networks)[0] ?? null;
  return networkLine(subnet === null ? vnet : `${vnet}/subnets/${subnet}`, reads.networks);
}

function networksOf(view: CommvaultView): readonly NetworkPart[] {
  const { interfaces, networks } = view.reads;
  const chosen = view.shown.cv === 'in-place' ? null : chosenLine(view);
  return onceEach([...todaysNetworks(interfaces, networks), ...(chosen === null ? [] : [chosen])]);
}

/** The machine that copies the disks, which stands under the ribbon. */
function accessNode({ shown, reads }: CommvaultView): TextPart {
  const name = COMMVAULT_FIELDS.accessNode.summary?.(shown.accessNode, { choices: shown, reads });
  return {
    id: 'access-node',
    name: words.accessNode,
    fate: 'unchanged',
    field: 'accessNode',
    text: typeof name === 'string' ? readingOf(name) : unreadFact(words.accessNode),
  };
}
