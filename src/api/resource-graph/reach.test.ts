import { expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { countReach, reachOf } from '#src/api/resource-graph/service-health.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { sameId } from '#src/model/resource-id.ts';

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
