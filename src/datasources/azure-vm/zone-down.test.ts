import { expect, test } from 'vitest';
import { catalogue } from '#src/rules/catalogue.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import type { Region } from '#src/model/places.ts';
import { outage } from '#src/strings/outage.ts';
import { wizard } from '#src/strings/wizard.ts';
import { explainRules } from '#src/wizard/explain/findings.ts';
import {
  AS_NEW_VM,
  type Different,
  exampleReads,
  exampleView,
  OTHER_SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { zoneHint, zoneOptions } from '#src/datasources/azure-vm/steps/configuration/options.ts';

/** What is offered while the zone of a machine is down and its newest point is a snapshot too. */

const OLD = instant(Date.UTC(2025, 4, 30, 23, 42));

/** The way out of the rule that refuses the machine's own zone; null where there is none. */
function wayOut(different: Different): string | null {
  const reads = exampleReads({
    ...different,
    machine: { zone: '1' },
    point: { zone: '1', time: instant(Date.UTC(2025, 5, 4)) },
    zones: ['1', '2'],
  });
  const points = known(reads.points) ?? [];
  const old = points.map((point) => ({
    ...point,
    name: 'old',
    time: OLD,
    tier: 'Vault' as const,
  }));
  const both: Read<RecoveryPoint[]> = { state: 'known', value: [...points, ...old] };
  const view = exampleView({ ...AS_NEW_VM, outage: 'zone' }, { ...reads, points: both });
  const rules = catalogue.filter(({ id }) => id === 'czr.pinned-zone-down');
  return explainRules(view, rules).instead?.label ?? null;
}

test('an older point opens another zone where the vault has one', () => {
  expect(wayOut({ vault: { redundancy: 'ZRS' } })).toBe(
    `Availability Zone: Zone 2, restore point ${dateTimeText(OLD)}`,
  );
});

test.each(['LRS', 'GRS'] as const)(
  'with %s no point opens one, and none is offered',
  (redundancy) => {
    expect(wayOut({ vault: { redundancy } })).toBeNull();
  },
);

test('with Cross Region Restore the secondary region is offered, and no older point', () => {
  expect(wayOut({ vault: { crossRegionRestore: true }, account: { region: 'eastus' } })).toBe(
    'Restore in the secondary region',
  );
});

/** Another subscription calls the place of the machine's zone 1 its zone 2, or Azure doesn't report the places. */

const region = (places: readonly (string | null)[]) => ({
  name: 'westus',
  displayName: 'West US',
  pairedRegion: 'eastus',
  zones: ['1', '2', '3'],
  places,
});

const OWN = region(['az2', 'az3', 'az1']);
const THERE = region(['az1', 'az2', 'az3']);
const NO_PLACES = region([null, null, null]);

/** What the form shows of a zone of the other subscription while the machine's own is down. */
function shownOf(zone: string | null, there: typeof THERE | null) {
  const reads = exampleReads({
    vault: { redundancy: 'ZRS' },
    machine: { zone: '1' },
    point: { tier: 'Vault', zone: '1' },
  });
  const view = exampleView(
    { ...AS_NEW_VM, subscription: OTHER_SUB, outage: 'zone', zone },
    {
      ...reads,
      regions: { state: 'known', value: [there ?? THERE] },
      ownRegions: there === null ? { state: 'forbidden' } : { state: 'known', value: [OWN] },
    },
  );
  const { options, judge } = zoneOptions(view);
  return {
    verdict: view.settled.verdicts.find(({ rule }) => rule.id === 'czr.pinned-zone-down')?.state,
    down: options.flatMap(({ value }) =>
      judge?.(value).blocked?.short === outage.zoneDownShort ? [value] : [],
    ),
    hint: zoneHint(view),
  };
}

const words = wizard.configuration;
const rows = [
  ['2', THERE, { verdict: 'speaks', down: ['2'], hint: words.zonePeer('2', '1') }],
  ['1', THERE, { verdict: undefined, down: ['2'], hint: words.zonePeer('1', '3') }],
  ['3', THERE, { verdict: undefined, down: ['2'], hint: words.zonePeer('3', '2') }],
  [null, THERE, { verdict: 'speaks', down: ['2'], hint: undefined }],
  ['2', NO_PLACES, { verdict: 'not checked', down: [], hint: words.zoneNotKnown }],
  ['1', null, { verdict: 'not checked', down: [], hint: words.zoneNotKnown }],
] as const;

test.each(rows)('in another subscription: zone %s of %o', (zone, there, expected) => {
  expect(shownOf(zone, there)).toEqual(expected);
});

test('without an answer the zone of the same place is filled in, and none where it is not known', () => {
  const filledIn = (ownRegions: Read<Region[]>) => {
    const reads = exampleReads({
      vault: { redundancy: 'ZRS' },
      machine: { zone: '1' },
      point: { tier: 'Vault', zone: '1' },
    });
    const regions: Read<Region[]> = { state: 'known', value: [THERE] };
    return exampleView({ ...AS_NEW_VM, subscription: OTHER_SUB }, { ...reads, regions, ownRegions })
      .shown.zone;
  };
  expect(filledIn({ state: 'known', value: [OWN] })).toBe('2');
  expect(filledIn({ state: 'failed' })).toBeNull();
});
