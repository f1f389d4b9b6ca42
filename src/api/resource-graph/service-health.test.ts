import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import {
  countReach,
  issuesOf,
  listServiceIssues,
  reachOf,
  serviceEventWire,
} from '#src/api/resource-graph/service-health.ts';
import { parseInstant } from '#src/lib/time.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { sameId } from '#src/model/resource-id.ts';

const event = (properties: object) => serviceEventWire.parse({ name: 'ABC-123', properties });
const impact = (service: string, ...regions: readonly string[]) => ({
  ImpactedService: service,
  ImpactedRegions: regions.map((ImpactedRegion) => ({ ImpactedRegion })),
});

describe('an event', () => {
  test('tells what, where, and since when', () => {
    const Impact = [
      impact('Virtual Machines', 'West Europe'),
      impact('Storage', 'West Europe', 'North Europe'),
      impact('App Service', 'East US'),
    ];
    const Title = 'Power loss in Availability Zone 2';
    expect(issuesOf([event({ Title, ImpactStartTime: '2025-06-04T22:00:00Z', Impact })])).toEqual([
      {
        trackingId: 'ABC-123',
        title: Title,
        startedAt: parseInstant('2025-06-04T22:00:00Z'),
        services: ['Virtual Machines', 'Storage'],
        regions: ['West Europe', 'North Europe'],
        isZonal: true,
      },
    ]);
  });

  test('of services that no VM needs is left out', () => {
    expect(issuesOf([event({ Impact: [impact('App Service', 'West Europe')] })])).toEqual([]);
    expect(issuesOf([event({})])).toEqual([]);
  });

  test('counts once, however many subscriptions have it', () => {
    const one = event({ TrackingId: 'X', Impact: [impact('Azure Backup', 'West Europe')] });
    expect(issuesOf([one, one])).toHaveLength(1);
  });

  test.each([
    [1_749_074_400_000, 1_749_074_400_000],
    ['1749074400000', 1_749_074_400_000],
    ['2025-06-04T22:00:00Z', 1_749_074_400_000],
    ['soon', null],
    [null, null],
  ])('has a start of either kind: %o', (ImpactStartTime, wanted) => {
    const [issue] = issuesOf([event({ ImpactStartTime, Impact: [impact('Storage', 'a')] })]);
    expect(issue?.startedAt).toBe(wanted);
  });
});

describe('the simulated Azure', () => {
  const issues = async (scenario: ScenarioId) =>
    listServiceIssues(testArm(testAzure(scenario).azure.fetch).arm);

  test('reports what is down in its world, and nothing where nothing is', async () => {
    expect(await issues('default')).toEqual([]);
    const [zone, ...others] = await issues('zone-down');
    expect(zone).toMatchObject({ regions: ['West Europe'], isZonal: true });
    expect(zone?.title).toContain('Zone 1');
    expect(zone?.startedAt).not.toBeNull();
    expect(others).toEqual([]);
    const regions = await issues('region-down');
    expect(regions.map((issue) => [...issue.regions, issue.isZonal])).toEqual([
      ['East US 2', false],
      ['West Europe', false],
    ]);
  });
});

const row = (redundancy: string | null, crossRegion: string | null, items: number) => ({
  location: 'West Europe',
  redundancy,
  crossRegion,
  items,
});

test('vaults are counted by where their data is besides', () => {
  const rows = [
    row('GeoRedundant', 'Enabled', 1),
    row('ReadAccessGeoZoneRedundant', 'Enabled', 2),
    row('GeoRedundant', 'Disabled', 4),
    row('GeoRedundant', null, 8),
    row('ZoneRedundant', 'Disabled', 16),
    row('LocallyRedundant', '', 32),
    row('', '', 64),
    row('Invalid', null, 128),
  ];
  expect(reachOf(rows).get('westeurope')).toEqual({
    all: 255,
    secondary: 3,
    declared: 12,
    zones: 16,
    one: 32,
    unknown: 192,
  });
});

test('the simulated Azure counts each protected VM of a region once', async () => {
  const counts = await countReach(testArm(testAzure('region-down').azure.fetch).arm, [
    'West Europe',
  ]);
  const inRegion = defaultWorld.instances.filter(({ vaultId }) =>
    defaultWorld.vaults.some(
      ({ id, location }) => sameId(id, vaultId) && location === 'westeurope',
    ),
  );
  expect([...counts.keys()]).toEqual(['westeurope']);
  const { all = 0, secondary = 0, ...others } = counts.get('westeurope') ?? {};
  expect(all).toBe(inRegion.length);
  expect(Object.values(others).reduce((a, b) => a + b, secondary)).toBe(all);
  expect(secondary).toBeGreaterThan(0);
});
