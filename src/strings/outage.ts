import { sentences } from '#src/strings/sentences.ts';

interface OutagePlace {
  /** The region of the vault. */
  readonly region: string;
  /** The paired one. */
  readonly pair: string;
  /** `LRS`, `GRS`, …, as Azure reports it. */
  readonly redundancy: string;
}
type Sentence = (place: OutagePlace) => string;

/** Texts shown while a region or zone is down. */
export const outage = sentences({
  paired: 'Paired region',
  inPair: (pair: string, region: string) =>
    `It’s created in ${pair}, the paired region, because ${region} is down.`,
  toPair: (pair: string) => `This restore goes to ${pair}, the paired region`,
  hasSecondary: (pair: string) => `This vault has a copy in ${pair}`,
  goToSecondary: (pair: string) => `Restore in the Secondary Region (${pair})`,
  noCopy: 'Nothing can be restored now',
  zoneDown: 'The zone of the source VM is down.',
  zoneDownShort: 'Down, according to your answer',
  network: {
    choose: (machine: string, region: string, pair: string) =>
      `The network of ${machine} is in ${region}, which is down. Select one in ${pair}.`,
    none: (pair: string) =>
      `This subscription has no virtual network in ${pair}. Create one there, then reload this page. Your draft is saved.`,
  },
  /** What a restore there needs, where the paired region is reached in a disaster alone. */
  needsPair: (pair: string, region: string) =>
    `Azure restores to ${pair} only after Microsoft declares ${region} down. The staging storage account and the virtual network must be in ${pair}.`,
  /** What a vault reports of its copies while its region is down. What can be restored is for the rules to say. */
  region: {
    secondary: ({ pair, redundancy }) =>
      `This vault (${redundancy}) has a copy in ${pair}. Cross Region Restore is on.`,
    pair: ({ pair, redundancy }) =>
      `This vault (${redundancy}) has a copy in ${pair}. Cross Region Restore is off.`,
    zones: ({ region, redundancy }) =>
      `This vault (${redundancy}) has copies in the zones of ${region} only.`,
    one: ({ region, redundancy }) => `This vault (${redundancy}) has its only copy in ${region}.`,
    unknown: ({ region }) => `Unknown: whether this vault has a copy outside ${region}.`,
  } satisfies Record<string, Sentence>,
  /** The same while a zone of its region is down. */
  zone: {
    secondary: ({ region, pair, redundancy }) =>
      `This vault (${redundancy}) isn’t replicated across the zones of ${region}. It has a copy in ${pair}, and Cross Region Restore is on.`,
    pair: ({ region, pair, redundancy }) =>
      `This vault (${redundancy}) isn’t replicated across the zones of ${region}. It has a copy in ${pair}, but Cross Region Restore is off.`,
    zones: ({ region, redundancy }) =>
      `This vault (${redundancy}) has copies in the zones of ${region}.`,
    one: ({ region, redundancy }) =>
      `This vault (${redundancy}) has its only copy in one datacenter of ${region}.`,
    unknown: ({ region }) =>
      `Unknown: whether this vault is replicated across the zones of ${region}.`,
  } satisfies Record<string, Sentence>,
} as const);
