import { expect, test } from 'vitest';
import { reachLines } from '#src/pages/overview/IssueNotice.tsx';
import { regionIssues, regionsOf } from '#src/pages/overview/OverviewMain.tsx';
import type { ReachCounts, ServiceIssue } from '#src/model/places.ts';

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

test('each number is of what the rules say of the vaults, and none is zero', () => {
  expect(reachLines(counts, false)).toEqual([
    '3 might be restored to the paired region, depending on the VM and its restore points.',
    '3 can’t be restored to the paired region, by the settings of their vaults.',
  ]);
  expect(reachLines({ ...counts, declared: 4, unknown: 2 }, true)).toEqual([
    '1 might be restored to another zone, depending on the VM and its restore points.',
    '9 can’t be restored to another zone, by the settings of their vaults.',
    '2 not checked, to another zone: Azure doesn’t report the redundancy of their vaults.',
    '3 might be restored to the paired region, depending on the VM and its restore points.',
    '7 can’t be restored to the paired region, by the settings of their vaults.',
    '2 not checked, to the paired region: Azure doesn’t report the redundancy of their vaults.',
  ]);
});
