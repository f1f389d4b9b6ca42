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
  /** Which data is available while the region of the vault is down, by redundancy. */
  region: {
    secondary: ({ region, pair, redundancy }) =>
      `This vault (${redundancy}) has a copy in ${pair}. Cross Region Restore is on, so restores there don’t wait for ${region}.`,
    pair: ({ region, pair, redundancy }) =>
      `This vault (${redundancy}) has a copy in ${pair}, but Cross Region Restore is off. Azure restores to ${pair} only after Microsoft declares ${region} down. The staging storage account and the virtual network must be in ${pair}.`,
    zones: ({ region, redundancy }) =>
      `This vault (${redundancy}) has copies in the zones of ${region} only. You can’t restore until ${region} is up again.`,
    one: ({ region, redundancy }) =>
      `This vault (${redundancy}) has its only copy in ${region}. You can’t restore until its datacenter is up again.`,
    unknown: ({ region }) => `Unknown: whether you can restore from a copy outside ${region}.`,
  } satisfies Record<string, Sentence>,
  /** The same while a zone of its region is down. */
  zone: {
    secondary: ({ region, pair, redundancy }) =>
      `This vault’s data isn’t replicated across the zones of ${region} (${redundancy}), so you can’t restore to another zone. It has a copy in ${pair}, and Cross Region Restore is on.`,
    pair: ({ region, pair, redundancy }) =>
      `This vault’s data isn’t replicated across the zones of ${region} (${redundancy}), so you can’t restore to another zone. It has a copy in ${pair}, but Cross Region Restore is off.`,
    zones: ({ region, redundancy }) =>
      `This vault (${redundancy}) has copies in the zones of ${region}. A restore to another zone requires a VM in a zone and a restore point in the vault tier.`,
    one: ({ region, redundancy }) =>
      `This vault (${redundancy}) has its only copy in one datacenter of ${region}. You can’t restore to another zone. If that datacenter is down, you can’t restore until it’s up again.`,
    unknown: ({ region }) => `Unknown: whether you can restore to another zone of ${region}.`,
  } satisfies Record<string, Sentence>,
} as const);
