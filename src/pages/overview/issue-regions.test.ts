import { expect, test } from 'vitest';
import { regionIssues, regionsOf } from '#src/pages/overview/OverviewMain.tsx';
import type { ReachCounts, ServiceIssue } from '#src/model/places.ts';
import { serviceIssue as words } from '#src/strings/overview.ts';

const issue = (...regions: readonly string[]): ServiceIssue => ({
  trackingId: 'T',
  title: '',
  startedAt: null,
  services: [],
  regions,
  isZonal: false,
});
const counts: ReachCounts = { all: 6, secondary: 3, declared: 0, zones: 1, one: 2, unknown: 0 };

test('a region is read once, by the name that lists have', () => {
  expect(regionsOf([issue('West Europe'), issue('westeurope', 'East US')])).toEqual([
    'westeurope',
    'eastus',
  ]);
});

test('only regions with protected VMs are shown, once these are counted', () => {
  const issues = [issue('West Europe', 'East US')];
  const shown = regionIssues(issues, new Map([['westeurope', counts]]));
  expect(shown.map((one) => [one.region, one.counts])).toEqual([['West Europe', counts]]);
  expect(regionIssues(issues, undefined).map(({ region }) => region)).toEqual([
    'West Europe',
    'East US',
  ]);
});

test('each number has its sentence, and none that is zero', () => {
  expect(words.ofRegion(counts)).toEqual([
    '3 in vaults with Cross Region Restore and a copy in the paired region.',
    '1 in zone-redundant vaults: can’t be restored if the whole region is down.',
    '2 in locally redundant vaults: can’t be restored if their datacenter is down.',
  ]);
  expect(words.ofZone(counts)).toEqual([
    '1 in zone-redundant vaults: a restore to another zone requires a VM in a zone and a restore point in the vault tier.',
    '3 in vaults with Cross Region Restore and a copy in the paired region.',
    '2 in other vaults: can’t be restored to another zone.',
  ]);
});
