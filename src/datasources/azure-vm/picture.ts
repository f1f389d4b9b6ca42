import { transitions } from '#src/datasources/azure-vm/choices.ts';
import {
  expectedBy,
  planSentence,
  isGone,
  replacesNothing,
  restoresBlobs,
} from '#src/datasources/azure-vm/plan.tsx';
import { meetsItsSource } from '#src/datasources/azure-vm/checks/chosen.ts';
import { chosenAccount, chosenPoint, type DraftView } from '#src/datasources/azure-vm/model.ts';
import { vmCourseOf } from '#src/datasources/azure-vm/course.ts';
import { subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import {
  goesElsewhere,
  goesToSecondary,
  targetRegionName,
} from '#src/datasources/azure-vm/target.ts';
import { now } from '#src/lib/clock.ts';
import { sameId } from '#src/model/resource-id.ts';
import { withExpected } from '#src/progress/live/ExpectedDuration.tsx';
import { labelOf } from '#src/rules/fields.ts';
import { common } from '#src/strings/common.ts';
import { preflight } from '#src/strings/preflight.ts';
import { restoreParts as words } from '#src/strings/restore-parts.ts';
import { wizard } from '#src/strings/wizard.ts';
import {
  absent,
  type Card,
  type DiskPart,
  type Fate,
  type Moves,
  type NetworkPart,
  type Pin,
  type PointPart,
  type RestoreModel,
  type TextPart,
  readingOf,
  type Reading,
  unreadFact,
} from '#src/ui/picture/model.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
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
import { known } from '#src/wizard/read.ts';
import type { PictureProps } from '#src/wizard/task.ts';

const unread = words.unread;

/** Parts that further fields are about. */
const PART_OF = { instance: 'source', subnet: 'nic', vnet: 'nic', regionView: 'point' } as const;

/** The picture of a draft, with how long its restore will take. */
export const VmPicture = ({ view, draw }: PictureProps<DraftView>) =>
  withExpected(expectedBy(view), (duration) =>
    draw((goToField) => vmPictureOf(view, { duration, goToField })),
  );

/** What a restore of a virtual machine will do, as a picture: the fates follow from the type of restore. Pure. */
export function vmPictureOf(view: DraftView, given: PictureGiven): TaskPicture {
  const { option } = view.shown;
  const result = resultOf(view);
  const model: RestoreModel = {
    state: option === null ? 'choosing' : 'configured',
    sentence: planSentence(view),
    source: option === 'replaceDisks' || isSecondary(view) ? pointCard(view) : machineCard(view),
    point: pointPart(view),
    moves: {
      id: 'moves',
      sizeGiB: totalOf(pointDisks(view, 'unchanged', 'moved')),
      duration: given.duration,
      loss: replacesNothing(view)
        ? absent
        : lossOf(chosenPoint(view)?.time, now(), option === 'replaceDisks' ? 'lost' : 'notInCopy'),
      under: underOf(view),
    },
    result,
    networks: networksOf(view),
    pins: hostNamePins(view, given),
  };
  return { model, partOf: PART_OF, course: vmCourseOf(view, model.moves.sizeGiB) };
}

const isSecondary = ({ shown, reads }: DraftView): boolean => goesToSecondary(shown, reads);

/** The restore point: when it was made, how consistent it is, and which copy of it is read. */
export function pointPart(view: DraftView): PointPart {
  const point = chosenPoint(view);
  const { consistency = 'unknown', tier = 'unknown' } = point ?? {};
  // Without a point its field asks for one.
  const why = point === undefined ? undefined : 'notReported';
  return {
    id: 'point',
    name: words.point,
    fate: point === undefined ? 'unknown' : 'unchanged',
    field: 'point',
    time: point === undefined ? unreadFact(labelOf('point')) : readingOr(point.time, unread.time),
    consistency:
      consistency === 'unknown' ? unreadFact(unread.consistency, why) : readingOf(consistency),
    tier: tier === 'unknown' ? unreadFact(unread.tier, why) : readingOf(wizard.tier[tier]),
    // Azure doesn’t report it.
    ...(isSecondary(view) && { lagMs: unreadFact(unread.lag, 'notReported') }),
  };
}

/** The restore point in its vault, which stays as it is. */
export function pointCard(view: DraftView): Card {
  const item = known(view.reads.instance);
  const region = targetRegionName(view.shown, view.reads);
  return cardOf({
    id: 'source',
    name: words.source,
    icon: 'point',
    title: readingOf(isSecondary(view) && region !== null ? words.pointIn(region) : words.point),
    fate: 'unchanged',
    field: 'point',
    lines: item === undefined ? [] : [readingOf(words.vault(item.vaultName))],
    disks: pointDisks(view, 'unchanged', 'source'),
  });
}

/** The machine that was backed up, as it is today. */
function machineCard(view: DraftView): Card {
  const machine = known(view.reads.machine);
  const item = known(view.reads.instance);
  const name = chosenOr(item?.friendlyName, labelOf('instance'));
  return cardOf({
    id: 'source',
    name: isGone(view) ? (item?.friendlyName ?? words.source) : words.source,
    icon: 'machine',
    title: isGone(view) ? absent : name,
    fate: isGone(view) || item === undefined ? 'unknown' : 'unchanged',
    field: 'instance',
    ...ofMachine(view),
    disks:
      machine === null
        ? absent
        : machine === undefined
          ? unreadFact(unread.disks, whyUnread(view.reads.machine))
          : readingOf(machine.disks.map((disk) => todaysDisk(disk, 'unchanged', 'source'))),
    nics: nicsToday(view),
  });
}

/** Whether a machine that is there runs, and short lines of its group, size and zone. */
function ofMachine({ reads }: DraftView): Pick<Card, 'power' | 'lines'> {
  const machine = known(reads.machine);
  const group = known(reads.instance)?.resourceGroup;
  return {
    ...(machine !== null && { power: powerOf(reads.machine) }),
    lines: [
      ...(group === undefined ? [] : [readingOf(group)]),
      ...buildLine(machine?.size ?? null, machine?.zone ?? null),
    ],
  };
}

/** The size of a machine and its zone, as far as they are known. */
function buildLine(size: string | null, zone: string | null): readonly Reading<string>[] {
  const parts = [size, zone === null ? null : wizard.plan.zone(zone)];
  const line = parts.filter((one) => one !== null).join(' · ');
  return line === '' ? [] : [readingOf(line)];
}

/** The disks as the point has them. The size of one that isn't attached today is not known. */
export function pointDisks(view: DraftView, fate: Fate, id: string): Reading<readonly DiskPart[]> {
  const disks = chosenPoint(view)?.disks;
  if (disks === undefined) return unreadFact(unread.disks);
  if (disks === null) return unreadFact(unread.disks, 'notReported');
  const { machine } = view.reads;
  const today = known(machine)?.disks ?? [];
  return readingOf(
    disks.map(({ lun, name }, index): DiskPart => {
      const same = today.find((one) => one.lun === lun && sameId(one.name, name));
      return {
        id: `${id}-${String(index)}`,
        name: diskName(lun),
        fate,
        sizeGiB: readingOr(same?.sizeGiB, unread.size, whyUnread(machine)),
      };
    }),
  );
}

const nicsToday = ({ reads }: DraftView): Card['nics'] =>
  known(reads.machine) === null ? absent : todaysNics(reads.machine, reads.interfaces);

function resultOf(view: DraftView): Card {
  switch (view.shown.option) {
    case 'createVm':
      return newMachine(view);
    case 'restoreDisks':
      return disksInGroup(view);
    case 'replaceDisks':
      return sameMachine(view);
    case null:
      return cardOf({
        id: 'result',
        name: words.result,
        icon: 'machine',
        title: unreadFact(words.selectType),
        fate: 'unknown',
        field: 'option',
        isFrame: true,
        disks: pointDisks(view, 'unknown', 'result'),
      });
  }
}

function newMachine(view: DraftView): Card {
  const { vmName, zone } = view.shown;
  return cardOf({
    id: 'result',
    name: words.result,
    icon: 'machine',
    title: chosenOr(vmName, labelOf('vmName')),
    fate: vmName === null ? 'unknown' : 'new',
    field: 'vmName',
    badge: words.isNew,
    lines: [...placeLines(view), ...buildLine(chosenPoint(view)?.vmSize ?? null, zone)],
    disks: pointDisks(view, 'new', 'result'),
    nics: readingOf([newNicOn(chosenLine(view), labelOf('vnet'))]),
    frame: frameOf(view),
  });
}

/** Where it goes: the group and the region, as far as they are chosen. */
function placeLines(view: DraftView): readonly Reading<string>[] {
  const parts = [view.shown.rg, targetRegionName(view.shown, view.reads)];
  const place = parts.filter((one) => one !== null);
  return place.length === 0 ? [] : [readingOf(place.join(' · '))];
}

/** The region or the subscription that the result stands in where it isn't the source's own. */
function frameOf({ shown, reads }: DraftView): Card['frame'] {
  if (goesElsewhere(shown, reads)) {
    return { kind: 'region', name: targetRegionName(shown, reads) ?? common.absence.notRead };
  }
  const { subscription } = shown;
  const own = known(reads.instance)?.subscriptionId;
  if (subscription === null || own === undefined || sameId(subscription, own)) return undefined;
  return { kind: 'subscription', name: subscriptionName(reads, subscription) ?? subscription };
}

function disksInGroup(view: DraftView): Card {
  const { rg } = view.shown;
  const account = chosenAccount(view)?.name;
  const isBlobs = restoresBlobs(view);
  const title = isBlobs ? chosenOr(account, labelOf('staging')) : chosenOr(rg, labelOf('rg'));
  const template: TextPart = {
    id: 'template',
    name: words.template,
    fate: account === undefined ? 'unknown' : 'new',
    field: 'staging',
    text:
      account === undefined ? unreadFact(labelOf('staging')) : readingOf(words.inAccount(account)),
  };
  return cardOf({
    id: 'result',
    name: title.is === 'known' ? words.disksIn : words.result,
    icon: 'group',
    title,
    fate: title.is === 'known' ? 'new' : 'unknown',
    field: isBlobs ? 'staging' : 'rg',
    isFrame: true,
    lines: [chosenOr(targetRegionName(view.shown, view.reads), labelOf('region'))],
    disks: pointDisks(view, 'new', 'result'),
    others: [template],
    frame: frameOf(view),
  });
}

function sameMachine(view: DraftView): Card {
  const item = known(view.reads.instance);
  const machine = known(view.reads.machine);
  const isLost = isGone(view);
  return cardOf({
    id: 'result',
    name: isLost ? (item?.friendlyName ?? words.result) : words.result,
    icon: 'machine',
    title: isLost ? absent : chosenOr(item?.friendlyName, labelOf('instance')),
    fate: isLost ? 'notCreated' : 'new',
    field: 'option',
    ...ofMachine(view),
    disks: isLost ? absent : pointDisks(view, 'new', 'result'),
    disksBeside: (machine?.disks ?? []).map((disk) => todaysDisk(disk, 'kept', 'today')),
    nics: nicsToday(view),
  });
}

/** What stands under the ribbon: the snapshot that Azure takes first. */
function underOf(view: DraftView): Moves['under'] {
  if (view.shown.option !== 'replaceDisks' || isGone(view)) return [];
  const machine = known(view.reads.instance)?.friendlyName ?? '';
  return [
    {
      id: 'snapshot',
      name: words.snapshot,
      fate: 'new',
      text: readingOf(words.snapshotFirst(machine)),
    },
  ];
}

/** The network that is chosen for a new machine; null: none is. */
function chosenLine({ shown, reads }: DraftView): NetworkPart | null {
  const { vnet, subnet } = shown;
  if (vnet === null) return null;
  return networkLine(subnet === null ? vnet : `${vnet}/subnets/${subnet}`, reads.networks);
}

/** The networks of both cards, each once: a copy on the source's network is on the same line. */
function networksOf(view: DraftView): readonly NetworkPart[] {
  const { option } = view.shown;
  const { interfaces, networks } = view.reads;
  const isOwnShown = !isGone(view) && (option === 'replaceDisks' || !isSecondary(view));
  const chosen = option === 'createVm' ? chosenLine(view) : null;
  return onceEach([
    ...(isOwnShown ? todaysNetworks(interfaces, networks) : []),
    ...(chosen === null ? [] : [chosen]),
  ]);
}

/** That a copy meets its source on one network, or that this could not be looked at. While it is being read, there is no pin. */
function hostNamePins(view: DraftView, { goToField }: PictureGiven): readonly Pin[] {
  const meets = meetsItsSource(view);
  if (meets === null || meets === 'loading' || meets === 'no') return [];
  const pin = { id: 'host-name', part: 'nic' } as const;
  if (meets === 'not known') {
    return [{ ...pin, tone: 'unknown', title: words.clash.notChecked, links: [] }];
  }
  return [
    {
      ...pin,
      tone: 'warning',
      title: words.clash.title,
      text: preflight.hostName[meets](known(view.reads.instance)?.friendlyName ?? ''),
      links: [
        { text: words.clash.otherNetwork, act: () => goToField('vnet') },
        {
          text: words.clash.disks,
          act: () => changeChoices(transitions, view.draft.id, { option: 'restoreDisks' }),
        },
      ],
    },
  ];
}
