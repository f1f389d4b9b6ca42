import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { jobsElsewhere, restoreElsewhere } from '#src/mocks/testing-secondary.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { withPoints } from '#src/mocks/world/changes.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { hqVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';

const secondary = '2023-01-15';
const filter = `&$filter=${encodeURIComponent("backupManagementType eq 'AzureIaasVM'")}`;
const notEnabled = {
  error: { code: 'BMSUserErrorCrossRegionRestoreNotEnabledInThisVault' },
};

const itemsWire = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      properties: z.object({ friendlyName: z.string(), lastRecoveryPoint: z.string() }),
    }),
  ),
});
const pointsWire = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      properties: z.object({
        recoveryPointTime: z.string(),
        recoveryPointTierDetails: z.array(z.object({ type: z.string(), status: z.string() })),
      }),
    }),
  ),
});

async function itemsThere(world: Parameters<typeof testAzure>[0] = 'default') {
  const { get } = testAzure(world);
  // The specification has a slash at the end; both are taken (S).
  const path = `${prodVault}/backupProtectedItems/?api-version=${secondary}${filter}`;
  return itemsWire.parse(await jsonOf(await get(path))).value;
}

const inProdVault = defaultWorld.instances.flatMap(({ vaultId, friendlyName }) =>
  vaultId === prodVault ? [friendlyName] : [],
);

test('items of a vault with the feature are in the secondary region, by their newest replicated point', async () => {
  const names = (await itemsThere()).map(({ properties }) => properties.friendlyName);
  expect(names).toEqual(inProdVault);
});

test('points are there twelve hours later, and only in the vault tier', async () => {
  const { get, clock } = testAzure('default');
  const [app01] = await itemsThere();
  const id = app01?.id ?? '';
  const read = async () => {
    const answer = await get(`${id}/recoveryPoints/?api-version=${secondary}`);
    return pointsWire.parse(await jsonOf(answer)).value;
  };
  const points = await read();
  expect(points[0]?.properties.recoveryPointTime).toBe(app01?.properties.lastRecoveryPoint);
  const startMs = isoMs(defaultWorld.startsAt);
  for (const { properties } of points) {
    expect(startMs - isoMs(properties.recoveryPointTime)).toBeGreaterThan(12 * 3_600_000);
    expect(properties.recoveryPointTierDetails).toEqual([{ type: 'HardenedRP', status: 'Valid' }]);
  }
  // The newest is 5 hours old at the start; the archived one never comes.
  expect(points).toHaveLength(29);
  clock.add(8 * 3600);
  const later = await read();
  expect(later).toHaveLength(30);
  expect((await get(`${later[0]?.id ?? ''}?api-version=${secondary}`)).status).toBe(200);
  expect((await get(`${id}?api-version=${secondary}`)).status).toBe(200);
});

test('machines with unmanaged disks are not there, nor those whose points are all too new', async () => {
  const seed: Seed = {
    ...defaultWorld,
    machines: defaultWorld.machines.map((one) =>
      one.id.endsWith('/sql-erp-02') ? { ...one, isManaged: false } : one,
    ),
    instances: defaultWorld.instances.map((one) =>
      one.friendlyName === 'app01' ? withPoints(one, one.points.slice(0, 1)) : one,
    ),
  };
  const there = await itemsThere({ seed, faults: [], profile: 'documented' });
  const names = there.map(({ properties }) => properties.friendlyName);
  expect(names).toEqual(inProdVault.slice(2));
  const [app01] = await itemsThere();
  const { get } = testAzure({ seed, faults: [], profile: 'documented' });
  const gone = await get(`${app01?.id ?? ''}/recoveryPoints?api-version=${secondary}`);
  expect(gone.status).toBe(404);
});

test.each([
  ['a vault without the feature', exampleVault],
  ['a zone-redundant vault', hqVault],
])('%s says so', async (_, vault) => {
  const { get, send } = testAzure('default');
  const version = `api-version=${secondary}`;
  for (const path of [`backupProtectedItems?${version}${filter}`, `backupJobs/?${version}`]) {
    const answer = await get(`${vault}/${path}`);
    expect(answer.status).toBe(400);
    expect(await jsonOf(answer)).toMatchObject(notEnabled);
  }
  const jobs = vault.replace(/\/resourceGroups\/.*/, '/providers/Microsoft.RecoveryServices');
  const answer = await send('POST', `${jobs}/locations/eastus/backupCrrJobs?${version}`, {
    resourceId: vault,
  });
  expect(await jsonOf(answer)).toMatchObject(notEnabled);
});

test('no job has run there yet, and nothing is restored there by the way of the primary region', async () => {
  const { get, send } = testAzure('default');
  const jobs = `${prodVault}/backupJobs/?api-version=${secondary}`;
  expect(await jsonOf(await get(jobs))).toEqual({ value: [] });
  const list = prodVault.replace(
    /\/resourceGroups\/.*/,
    `/providers/Microsoft.RecoveryServices/locations/northeurope/backupCrrJobs?api-version=${secondary}`,
  );
  const listed = await send('POST', list, { resourceId: prodVault });
  expect(await jsonOf(listed)).toEqual({ value: [] });
  // Azure counts it as a write, though it changes nothing.
  expect(listed.headers.get('x-ms-ratelimit-remaining-subscription-writes')).toBe('1198');
  expect((await send('POST', list, { resourceId: 'nothing' })).status).toBe(400);
  const [app01] = await itemsThere();
  const restore = `${app01?.id ?? ''}/recoveryPoints/1/restore?api-version=${secondary}`;
  expect(await jsonOf(await send('POST', restore, {}))).toMatchObject(notEnabled);
});

test.each([
  ['northeurope', 202],
  ['North Europe', 202],
  ['westeurope', 400],
])('a restore there that says %s is answered with %i', async (region, status) => {
  expect((await restoreElsewhere(testAzure('default'), 'app01', region)).status).toBe(status);
});

test('its jobs are found by state, operation, time and name, and no other word is understood', async () => {
  const azure = testAzure('default');
  await restoreElsewhere(azure, 'app01');
  azure.clock.add(24 * 3600);
  await restoreElsewhere(azure, 'web-fe-07');
  const found = (words: string) => jobsElsewhere(azure, words);
  expect(await found('')).toEqual(['web-fe-07', 'app01']);
  expect(await found("status eq 'Completed'")).toEqual(['app01']);
  expect(await found("status eq 'inprogress' and backupManagementType eq 'AzureIaasVM'")).toEqual([
    'web-fe-07',
  ]);
  expect(await found("operation eq 'Restore'")).toEqual([]);
  expect(await found("operation eq 'CrossRegionRestore'")).toHaveLength(2);
  // The world starts on 5 June 2025 at 02:44.
  expect(await found("startTime eq '2025-06-06 12:00:00 AM'")).toEqual(['web-fe-07']);
  expect(await found("endTime eq '2025-06-06 12:00:00 AM'")).toEqual(['app01']);
  for (const wrong of ["colour eq 'red'", "startTime eq 'soon'", 'status']) {
    expect(await found(wrong)).toMatchObject({ error: { code: 'BMSUserErrorInvalidInput' } });
  }
});
