import { instant, isoText } from '#src/lib/time.ts';
import type { PointSeed, TierSeed } from '#src/mocks/world/seed.ts';

import { at, elementsOf, firstText, type JsonObject, objectOf, textsIn } from '../json.ts';
import { distinct, type Mentions, thingsOfType } from './mentions.ts';
import { ISO_TIME, pastMs } from './times.ts';

const CONSISTENCIES = ['AppConsistent', 'FileSystemConsistent', 'CrashConsistent'] as const;

/** Tiers and their states as names, and as the numbers of old versions (azure-contract §4). */
const TIERS: ReadonlyMap<unknown, TierSeed['type']> = new Map<unknown, TierSeed['type']>([
  ['InstantRP', 'InstantRP'],
  [1, 'InstantRP'],
  ['HardenedRP', 'HardenedRP'],
  [2, 'HardenedRP'],
  ['ArchivedRP', 'ArchivedRP'],
  [3, 'ArchivedRP'],
]);
const STATES: ReadonlyMap<unknown, TierSeed['status']> = new Map<unknown, TierSeed['status']>([
  ['Valid', 'Valid'],
  [1, 'Valid'],
  ['Disabled', 'Disabled'],
  [2, 'Disabled'],
  ['Deleted', 'Deleted'],
  [3, 'Deleted'],
  ['Rehydrated', 'Rehydrated'],
  [4, 'Rehydrated'],
]);

const BOTH: readonly TierSeed[] = [
  { type: 'InstantRP', status: 'Valid' },
  { type: 'HardenedRP', status: 'Valid' },
];
const ARCHIVE: readonly TierSeed[] = [{ type: 'ArchivedRP', status: 'Valid' }];

function tiersOf(mentions: Mentions, thing: JsonObject | undefined): readonly TierSeed[] {
  const listed = elementsOf(at(thing, 'properties.recoveryPointTierDetails'));
  const known = listed.flatMap((tier) => {
    const type = TIERS.get(objectOf(tier)?.['type']);
    const status = STATES.get(objectOf(tier)?.['status']);
    return type === undefined || status === undefined ? [] : [{ type, status }];
  });
  // Partial facts say nothing of the rest.
  if (known.length > 0 && known.length === listed.length) return known;
  return mentions.isAboutArchive ? ARCHIVE : BOTH;
}

function pointOf(mentions: Mentions, name: string, thing: JsonObject | undefined): PointSeed {
  const timeText = firstText(thing, 'properties.recoveryPointTime');
  const consistency = firstText(thing, 'properties.recoveryPointType');
  return {
    name,
    time: ISO_TIME.test(timeText) ? timeText : isoText(instant(pastMs(mentions))),
    consistency: CONSISTENCIES.find((known) => known === consistency) ?? 'AppConsistent',
    tiers: tiersOf(mentions, thing),
    privateAccess: false,
  };
}

/** The points of the item that a sample is about, that which it is about first; never none. */
export function pointsFor(mentions: Mentions): readonly [PointSeed, ...PointSeed[]] {
  const listed = thingsOfType(mentions, 'recoveryPoints');
  const inBody = textsIn(mentions.body).filter(({ key }) => key === 'recoveryPointId');
  const [main = '1000000000001', ...others] = distinct(
    [
      mentions.named.get('recoveryPointId') ?? '',
      ...inBody.map(({ text }) => text),
      ...listed.map((thing) => firstText(thing, 'name')),
    ].filter((name) => name !== ''),
  );
  const made = (name: string): PointSeed =>
    pointOf(
      mentions,
      name,
      listed.find((thing) => firstText(thing, 'name') === name),
    );
  return [made(main), ...others.map(made)];
}
