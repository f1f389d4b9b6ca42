import { listText, plural } from '#src/lib/wording.ts';
import type { ReachCounts } from '#src/model/places.ts';
import { sentences } from '#src/strings/sentences.ts';

/** "1 VM is backed up", "2 VMs are backed up" */
const vms = (many: number): string =>
  plural(many, `${many} VM is backed up`, `${many} VMs are backed up`);

type Sentence = readonly [many: number, say: string];

/** Sentences of numbers that are not zero. */
const linesOf = (lines: readonly Sentence[]): readonly string[] =>
  lines.flatMap(([many, say]) => (many === 0 ? [] : [`${many} ${say}`]));

const inPair = 'in vaults with Cross Region Restore: can be restored in the paired region.';
const unknown = 'not checked: Azure doesn’t report the redundancy of the vault.';

/** Texts about an issue that Azure reports in a region with backups. */
export const serviceIssue = sentences({
  title: (region: string, isZonal: boolean) =>
    `Service issue in ${isZonal ? 'a zone of ' : ''}${region}`,
  reported: (title: string, services: readonly string[]) =>
    `Azure Service Health reports: “${title}” (${listText(services)}).`,
  since: (time: string) => `Since ${time}.`,
  all: (many: number) => `${vms(many)} in this region:`,
  /** Where the VMs of a region with an issue can be restored. */
  ofRegion: ({ secondary, declared, zones, one, unknown: rest }: ReachCounts) =>
    linesOf([
      [secondary, inPair],
      [
        declared,
        'in geo-redundant vaults without Cross Region Restore: in the paired region only after Microsoft declares this region down.',
      ],
      [zones, 'in zone-redundant vaults: can’t be restored if the whole region is down.'],
      [one, 'in locally redundant vaults: can’t be restored if their datacenter is down.'],
      [rest, unknown],
    ]),
  /** The same where the issue is in a zone. */
  ofZone: ({ secondary, declared, zones, one, unknown: rest }: ReachCounts) =>
    linesOf([
      [
        zones,
        'in zone-redundant vaults: a VM in a zone can be restored to another zone, from a restore point in the vault tier only.',
      ],
      [secondary, inPair],
      [declared + one, 'in other vaults: can’t be restored to another zone.'],
      [rest, unknown],
    ]),
  whichZone:
    'Not checked: which of these VMs are in that zone. Zone numbers differ by subscription.',
  notCounted: 'Not checked: how many VMs are backed up there.',
  start: 'Find a restore option',
  show: 'Show backup instances',
} as const);
