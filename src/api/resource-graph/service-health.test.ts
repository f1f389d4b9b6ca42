import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import {
  issuesOf,
  listServiceIssues,
  serviceEventWire,
} from '#src/api/resource-graph/service-health.ts';
import { parseInstant } from '#src/lib/time.ts';
import { testAzure } from '#src/mocks/testing.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';

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
