import type { ReactNode } from 'react';
import type { GoTo } from '#src/datasources/datasource.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Machine, MachineDisk } from '#src/model/machines.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import type { VirtualNetwork } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { restoreParts as words } from '#src/strings/restore-parts.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import {
  absent,
  type Card,
  type DiskPart,
  type Fate,
  type Moves,
  type NetworkPart,
  type NicPart,
  type PicturePart,
  type Pin,
  type RestoreModel,
  type TextPart,
  type WhyUnknown,
  readingOf,
  type Reading,
  unreadFact,
} from '#src/ui/picture/model.ts';
import type { Course } from '#src/wizard/course.ts';
import { type Findings, isParticular } from '#src/wizard/explain/findings.ts';
import { known, type Read } from '#src/wizard/read.ts';
import type { FieldPlace } from '#src/wizard/steps/task-steps.ts';

/** What a task draws of a restore: what it made of its view, before the rules are heard. */
export interface TaskPicture {
  readonly model: RestoreModel;
  /** Parts by further fields that decide them; what a field without a part says is about the result as a whole. */
  readonly partOf: Readonly<Partial<Record<string, string>>>;
  /** The same in time; left out: it isn't known yet. */
  readonly course?: Course | undefined;
}

/** What a picture is made with besides the view. */
export interface PictureGiven {
  /** How long it will take, with its basis. */
  readonly duration: Moves['duration'];
  /** What leads to a field, for the links of a pin. */
  readonly goToField: (field: string) => void;
}

/** Draws a picture with the links that it is given. */
export type DrawPicture = (
  pictureOf: (goToField: PictureGiven['goToField']) => TaskPicture,
) => ReactNode;

/** A value that was read; null is what the service doesn’t report, undefined what isn’t there for another reason. */
export const readingOr = <Value>(
  value: Value | null | undefined,
  fact: string,
  why: WhyUnknown = 'notRead',
): Reading<Value> => {
  if (value === null) return unreadFact(fact, 'notReported');
  return value === undefined ? unreadFact(fact, why) : readingOf(value);
};

/** What a field of this label decides. */
export const chosenOr = <Value>(value: Value | null | undefined, label: string): Reading<Value> =>
  value === null || value === undefined ? unreadFact(label) : readingOf(value);

/** Why nothing is known of what a read would tell. */
export const whyUnread = ({ state }: Read<unknown>): WhyUnknown => {
  if (state === 'known') return 'notReported';
  return state === 'loading' ? 'onItsWay' : 'notRead';
};

/** The disk of a LUN by the name that people know it by; -1 is the OS disk. */
export function diskName(lun: number | null): string {
  if (lun === null) return words.someDisk;
  return lun < 0 ? words.osDisk : words.dataDisk(lun);
}

/** A disk as its machine has it today. */
export const todaysDisk = (
  { lun, name, sizeGiB }: MachineDisk,
  fate: Fate,
  id: string,
): DiskPart => ({
  id: `${id}-${name}`,
  name: diskName(lun),
  fate,
  sizeGiB: readingOr(sizeGiB, words.unread.size),
});

/** The NICs of a machine as it is today, none of which a restore changes. */
export function todaysNics(
  machine: Read<Machine | null>,
  interfaces: readonly Read<NetworkInterface>[],
): Reading<readonly NicPart[]> {
  if (known(machine)?.nicCount !== interfaces.length)
    return unreadFact(words.unread.nics, whyUnread(machine));
  return readingOf(
    interfaces.map((read, index): NicPart => {
      const card = known(read);
      const why = whyUnread(read);
      return {
        id: `nic-${String(index)}`,
        name: card === undefined ? words.unread.nic : nameOf(card.id),
        fate: card === undefined ? 'unknown' : 'unchanged',
        network: readingOr(card?.subnetIds[0]?.toLowerCase(), words.unread.network, why),
        address: readingOr(card?.addresses[0]?.address, words.unread.address, why),
      };
    }),
  );
}

/** The subnets that NICs of today are on, each once. */
export const todaysNetworks = (
  interfaces: readonly Read<NetworkInterface>[],
  networks: Read<readonly VirtualNetwork[]>,
): readonly NetworkPart[] =>
  interfaces.flatMap((read) =>
    (known(read)?.subnetIds.slice(0, 1) ?? []).map((id) => networkLine(id, networks)),
  );

/** A network as a line, by the id of its subnet; without one by its own. */
export function networkLine(id: string, networks: Read<readonly VirtualNetwork[]>): NetworkPart {
  const [network = id, subnet] = id.split(/\/subnets\//i);
  const found = known(networks)
    ?.find((one) => sameId(one.id, network))
    ?.subnets.find(({ name }) => sameId(name, subnet));
  return {
    id: id.toLowerCase(),
    name: subnet === undefined ? nameOf(network) : `${nameOf(network)} / ${subnet}`,
    range: readingOr(found?.addressPrefixes[0], words.unread.range, whyUnread(networks)),
  };
}

/** Lines of networks, each once. */
export const onceEach = (lines: readonly NetworkPart[]): readonly NetworkPart[] => [
  ...new Map(lines.map((line) => [line.id, line])).values(),
];

/** Whether a machine runs. */
export function powerOf(machine: Read<Machine | null>): NonNullable<Card['power']> {
  const isRunning = known(machine)?.isRunning ?? null;
  if (isRunning === null) return unreadFact(words.unread.power, whyUnread(machine));
  return readingOf(isRunning ? 'running' : 'stopped');
}

/** The NIC that a new machine gets; null: its network isn't chosen, which a field of this label asks for. */
export const newNicOn = (line: NetworkPart | null, label: string): NicPart => ({
  id: 'nic',
  name: words.newNic,
  fate: line === null ? 'unknown' : 'new',
  field: 'vnet',
  network: line === null ? unreadFact(label) : readingOf(line.id),
  address: readingOf(words.dynamic),
});

/** All disks together; not known as soon as one of them isn't. */
export function totalOf(disks: Reading<readonly DiskPart[]>): Reading<number> {
  if (disks.is === 'unknown') return unreadFact(words.unread.sizes, disks.why);
  if (disks.is === 'absent') return absent;
  let total = 0;
  for (const { sizeGiB } of disks.value) {
    if (sizeGiB.is === 'unknown') return unreadFact(words.unread.sizes, sizeGiB.why);
    if (sizeGiB.is === 'absent') continue;
    total += sizeGiB.value;
  }
  return readingOf(total);
}

/** What was written after a point, up to a moment. */
export const lossOf = (
  time: Instant | null | undefined,
  at: Instant,
  fate: 'lost' | 'notInCopy',
): Moves['loss'] =>
  time === null || time === undefined
    ? unreadFact(words.unread.time)
    : readingOf({ ms: Math.max(0, at - time), fate });

/** A card with nothing but its parts. */
export const cardOf = (
  card: Pick<Card, 'id' | 'name' | 'icon' | 'title' | 'fate'> & Partial<Card>,
): Card => ({
  isFrame: false,
  lines: [],
  disks: absent,
  disksBeside: [],
  nics: absent,
  others: [],
  ...card,
});

/** What the frame knows of a draft, for the pins of its picture. */
interface Heard {
  readonly findings: Findings;
  /** Where what a rule refuses can be changed; null: nowhere. */
  readonly wayTo: (rule: Rule) => FieldPlace | null;
  readonly fieldLabel: (field: string) => string;
  readonly goTo: GoTo;
  /** What rules say stands elsewhere on the page: the picture has their signs alone. */
  readonly isElsewhere?: boolean;
}

/**
 * The model with all that the rules say: refusals and warnings of this restore are pinned to the part that they are
 * about, and a field that is still to be filled in and has no part is a dotted one of the result. Pure.
 */
export function heardPicture({ model, partOf }: TaskPicture, heard: Heard): RestoreModel {
  const { findings, wayTo, fieldLabel } = heard;
  const open = findings.refused.filter(({ rule }) => rule.kind === 'require-field');
  const refused = findings.refused.filter(({ rule }) => rule.kind !== 'require-field');
  const parts = partsOf(model);
  const missing = open.flatMap(({ rule }): TextPart[] => {
    // What Review itself asks for is left to it.
    const place = wayTo(rule);
    if (place === null || parts.some(({ field }) => field === place.field)) return [];
    const label = fieldLabel(place.field);
    return [
      {
        id: place.field,
        name: label,
        fate: 'unknown',
        field: place.field,
        text: unreadFact(label),
      },
    ];
  });
  const pinOf =
    (tone: Pin['tone']) =>
    ({ rule }: { readonly rule: Rule }): Pin => {
      const place = wayTo(rule);
      return {
        id: rule.id,
        part: partWith(rule, { model, partOf }),
        tone,
        title: sayOf(rule),
        isElsewhere: heard.isElsewhere,
        links:
          place === null
            ? []
            : [
                {
                  text: fieldLabel(place.field),
                  act: () => heard.goTo(place.step, place.field),
                },
              ],
      };
    };
  const { result } = model;
  return {
    ...model,
    result: { ...result, others: [...result.others, ...missing] },
    pins: [
      ...refused.map(pinOf('error')),
      ...findings.warned.filter(isParticular).map(pinOf('warning')),
      ...model.pins,
    ].toSorted(byTone),
  };
}

/** The worst first. */
export const byTone = (a: Pick<Pin, 'tone'>, b: Pick<Pin, 'tone'>): number =>
  TONES.indexOf(a.tone) - TONES.indexOf(b.tone);
const TONES: readonly Pin['tone'][] = ['error', 'warning', 'unknown', 'open', 'ok'];

/** The part that a rule speaks about: that of its field, else the result as a whole. */
function partWith(rule: Rule, { model, partOf }: TaskPicture): string {
  const parts = partsOf(model);
  for (const field of fieldsOf(rule)) {
    const own = parts.find((part) => part.field === field)?.id ?? partOf[field];
    if (own !== undefined) return own;
  }
  return model.result.id;
}

/** All parts of a picture, in reading order. */
export function partsOf({ source, point, moves, result }: RestoreModel): readonly PicturePart[] {
  return [...partsIn(source), point, ...moves.under, ...partsIn(result)];
}

const partsIn = (card: Card): readonly PicturePart[] => [
  card,
  ...listed(card.disks),
  ...card.disksBeside,
  ...listed(card.nics),
  ...card.others,
];

const listed = <One>(list: Reading<readonly One[]>): readonly One[] =>
  list.is === 'known' ? list.value : [];

/** What a screen reader announces once the result has changed: the network of its NIC, and how many errors and warnings. */
export function resultSpoken({ result, networks, pins }: RestoreModel): string {
  const lines = listed(result.nics).flatMap(({ fate, network }) => {
    const line = networks.find(({ id }) => network.is === 'known' && network.value === id);
    return fate !== 'new' || line === undefined ? [] : [words.spoken.nic(line.name)];
  });
  const count = (tone: Pin['tone']) => pins.filter((pin) => pin.tone === tone).length;
  const errors = count('error');
  const warnings = count('warning');
  return [
    ...lines,
    ...(errors === 0 ? [] : [words.spoken.errors(errors)]),
    ...(warnings === 0 ? [] : [words.spoken.warnings(warnings)]),
  ].join(', ');
}
