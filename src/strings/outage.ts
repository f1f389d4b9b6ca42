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
  hasSecondary: (pair: string) => `You can restore in ${pair} now`,
  goToSecondary: (pair: string) => `Restore in the Secondary Region (${pair})`,
  noCopy: 'Nothing can be restored now',
  zoneDown: 'The zone of the source machine: down.',
  zoneDownShort: 'Down, as you answered',
  network: {
    choose: (machine: string, region: string, pair: string) =>
      `Not filled in: the network of ${machine} is in ${region}, which is down. Choose one in ${pair}.`,
    none: (pair: string) =>
      `This subscription has no virtual network in ${pair}. Create one there, then load this page again. Your draft is saved.`,
  },
  /** Which data is available while the region of the vault is down, by redundancy. */
  region: {
    secondary: ({ region, pair, redundancy }) =>
      `This vault (${redundancy}) has a copy in ${pair}, and Cross Region Restore is on. You can restore there without waiting for ${region}.`,
    pair: ({ region, pair, redundancy }) =>
      `This vault (${redundancy}) has a copy in ${pair}, and Cross Region Restore is off. Azure restores to ${pair} only after Microsoft has declared ${region} down. The staging storage account and the virtual network must be in ${pair}.`,
    zones: ({ region, redundancy }) =>
      `This vault (${redundancy}) has copies in the zones of ${region}, and none in another region. If all of ${region} is down, nothing can be restored until it’s up again. If only a zone is down, you can restore to another zone.`,
    one: ({ region, redundancy }) =>
      `This vault (${redundancy}) has its only copy in ${region}. If its datacenter is down, nothing can be restored until it’s up again, in any region.`,
    unknown: ({ region }) => `Whether this vault has a copy outside ${region} isn’t known.`,
  } satisfies Record<string, Sentence>,
  /** The same while a zone of its region is down. */
  zone: {
    secondary: ({ region, pair, redundancy }) =>
      `This vault’s data isn’t replicated across the zones of ${region} (${redundancy}), so you can’t choose another zone there. It has a copy in ${pair}, and Cross Region Restore is on.`,
    pair: ({ region, pair, redundancy }) =>
      `This vault’s data isn’t replicated across the zones of ${region} (${redundancy}), so you can’t choose another zone there. It has a copy in ${pair}, but Cross Region Restore is off.`,
    zones: ({ region, redundancy }) =>
      `This vault (${redundancy}) has copies in the zones of ${region}. A VM in a zone can be restored to a zone that is up, from a restore point that is only in the vault.`,
    one: ({ region, redundancy }) =>
      `This vault (${redundancy}) has its only copy in one datacenter of ${region}. You can’t choose another zone, and if that datacenter is down nothing can be restored until it’s up again.`,
    unknown: ({ region }) => `Whether another zone of ${region} can be chosen isn’t known.`,
  } satisfies Record<string, Sentence>,
} as const);
