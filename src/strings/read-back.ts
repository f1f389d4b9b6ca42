import { capitalized, andText, listText, plural } from '#src/lib/wording.ts';
import type { LeftKind } from '#src/model/read-back.ts';
import { sentences } from '#src/strings/sentences.ts';

const noneOf: Readonly<Record<LeftKind, string>> = {
  vm: 'no VM',
  disk: 'no disk',
  nic: 'no NIC',
  files: 'no staged files',
};
const many: Readonly<Record<LeftKind, string>> = {
  vm: 'the VM',
  disk: 'disks',
  nic: 'NICs',
  files: 'staged files',
};
const verb = (kinds: readonly LeftKind[]): string =>
  kinds.length === 1 && kinds[0] === 'vm' ? 'wasn’t' : 'weren’t';
const within = (place: string | null): string => (place === null ? '' : ` in ${place}`);

/** Texts for what is read back of a restore that has ended. Times are texts. */
export const readBack = sentences({
  /** What a restore has left, each sentence as far as its read goes. */
  existing: {
    /** Only where each kind of thing that the restore can leave was looked for. */
    nothing: (kinds: readonly LeftKind[], place: string | null) =>
      `Nothing was created: ${andText(kinds.map((kind) => noneOf[kind]))} of this job was found${within(place)}.`,
    notFound: (kinds: readonly LeftKind[], place: string | null) =>
      `${capitalized(andText(kinds.map((kind) => noneOf[kind])))} of this job was found${within(place)}.`,
    found: (things: readonly string[]) => `Found: ${listText(things)}.`,
    others: (name: string) => `${name} exists, but this job didn’t create it.`,
    notLookedAt: (kinds: readonly LeftKind[]) =>
      `${capitalized(andText(kinds.map((kind) => many[kind])))} ${verb(kinds)} looked at.`,
    notRead: (kinds: readonly LeftKind[]) =>
      `${capitalized(andText(kinds.map((kind) => many[kind])))} couldn’t be read.`,
    looking: 'Looking for what exists.',
  },
  disks: (count: number) => plural(count, '1 disk', `${String(count)} disks`),
  nics: (count: number) => plural(count, '1 NIC', `${String(count)} NICs`),
  title: 'What exists now',
  unreadTitle: 'Not read back',
  heads: { state: 'Status', thing: 'Resource', part: 'Part', action: 'Action' },
  state: {
    source: 'Not part of the restore',
    there: 'Exists',
    notFound: 'Not found',
    notRead: 'Not read',
    onItsWay: 'On its way',
    notInJob: 'Not in the job',
    ofOthers: 'Not of this job',
  },
  /** What a row is about where it has no name. */
  thing: { vm: 'VM', disk: 'Disks', nic: 'NICs', files: 'Staged files' } satisfies Record<
    LeftKind,
    string
  >,
  part: { vm: 'VM', disk: 'Disks', nic: 'NIC', files: 'Storage' } satisfies Record<
    LeftKind,
    string
  >,
  inPlace: (place: string) => `in ${place}`,
  readAt: (time: string) => `read ${time}`,
  power: { running: 'on', stopped: 'off' },
  powerNotReported: 'power state not reported',
  undated: 'not reported whether this job created it',
  readIt: 'Read it',
  /** For one button of many. */
  readItOf: (name: string) => `Read it: ${name}`,
  /** What exists, and whether it is on: by the time of the reading, never of an event. */
  headline: {
    running: (name: string, time: string) => `${name} was on at ${time}`,
    stopped: (name: string, time: string) => `${name} was off at ${time}`,
    there: (name: string, time: string) => `${name} was there at ${time}`,
    disks: (disks: string, place: string | null, time: string) =>
      `${disks} ${disks.startsWith('1 ') ? 'was' : 'were'}${within(place)} at ${time}`,
  },
  at: (address: string) => `at ${address}`,
  addressNot: (why: string) => `address ${why}`,
  /** The words of a service, as the cause of a job that failed. */
  cause: (service: string, message: string) => `${service}: “${message}”`,
  /** Before the cause, for who can’t see the icon. */
  verdict: (title: string) => `${title}.`,
  howFar: 'How far it came',
  namesOf: (service: string) => `names are ${service}’s`,
  partsOf: (range: string) => `parts of ${range}`,
  support: 'For support',
});
