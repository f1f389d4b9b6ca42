import { dateTimeText } from '#src/lib/format.ts';
import type { Aspect, Compared, PointValue, Side } from '#src/model/comparison.ts';
import type { PointDisk } from '#src/model/points.ts';
import { comparison as words } from '#src/strings/comparison.ts';
import { wizard } from '#src/strings/wizard.ts';

type Texts = { readonly [A in Aspect]: (value: Compared[A]) => readonly string[] };

/** How a value of each aspect reads: one line, or one for each thing. */
const texts: Texts = {
  time: (at) => [dateTimeText(at)],
  consistency: (consistency) => [wizard.consistency[consistency]],
  tier: (tier) => [wizard.tier[tier]],
  vmSize: (size) => [size],
  osType: (os) => [os],
  diskCount: (count) => [String(count)],
  disks: ({ included, excluded }) => [
    ...included.map(diskText),
    ...excluded.map((disk) => words.leftOut(diskText(disk))),
  ],
  zone: (zone) => [zone === null ? words.noZone : words.zoneOf(zone)],
  diskEncryption: (isEncrypted) => [isEncrypted ? words.encrypted : words.notEncrypted],
  encryptionSets: (sets) => (sets.length === 0 ? [words.platformKeys] : sets),
  privateAccess: (isPrivate) => [isPrivate ? words.isPrivate : words.isPublic],
};

/** The lines that one side shows about an aspect; a value that isn't reported shows as such. */
export function sideText(aspect: Aspect, side: Side): readonly string[] {
  return lines(aspect, side[aspect]);
}

function lines<A extends Aspect>(aspect: A, reported: PointValue<Compared[A]>): readonly string[] {
  return reported.kind === 'value'
    ? texts[aspect](reported.value)
    : [words.unreported[reported.kind]];
}

/** A disk by its place and name. */
export function diskText({ lun, name }: PointDisk): string {
  const place =
    lun === null ? words.unreported.notReported : lun < 0 ? words.systemDisk : words.lun(lun);
  return name === null ? place : words.disk(place, name);
}
