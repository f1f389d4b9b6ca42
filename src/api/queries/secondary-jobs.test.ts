import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { secondaryJobsQuery } from '#src/api/queries/secondary-jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';

const id = resourceId(
  '/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v',
);
const vault = (crossRegionRestore?: string) =>
  answer(200, {
    id,
    name: 'v',
    type: 'Microsoft.RecoveryServices/vaults',
    location: 'westeurope',
    properties: { redundancySettings: { crossRegionRestore } },
  });
const regions = (pairs: readonly string[]) =>
  answer(200, {
    value: [
      {
        name: 'westeurope',
        displayName: 'West Europe',
        metadata: { pairedRegion: pairs.map((name) => ({ name, id: '/x' })) },
      },
    ],
  });
const jobs = (name: string, nextLink: string | null) =>
  answer(200, { value: [{ id: `/l/${name}`, name, properties: {} }], nextLink });

type Statuses = Parameters<typeof secondaryJobsQuery>[1]['statuses'];

/** What comes of these answers, and which requests were sent for it. */
async function read(answers: readonly Response[], statuses: Statuses = []) {
  const { arm, sent } = testArm(inTurn(...answers.map((one) => () => one)));
  startSession(arm);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const found = await queries.query(secondaryJobsQuery(id, { range: '24h', statuses }));
  return { found, urls: sent.map(({ url }) => decodeURIComponent(url)) };
}

test('does not query a vault without Cross Region Restore', async () => {
  const { found, urls } = await read([vault('Disabled')]);
  expect(found).toEqual({ kind: 'off' });
  expect(urls).toHaveLength(1);
});

test('a region without a pair has no second one', async () => {
  const { found } = await read([vault('Enabled'), regions([])]);
  expect(found).toEqual({ kind: 'unpaired' });
});

test('reads all pages in the paired region, also of a vault with unknown setting', async () => {
  const next = 'https://management.azure.com/subscriptions/1/next?api-version=2023-01-15';
  const { found, urls } = await read([
    vault(),
    regions(['northeurope']),
    jobs('a', next),
    jobs('b', ''),
  ]);
  expect(found).toMatchObject({
    kind: 'jobs',
    place: { vaultId: id, region: 'northeurope' },
    jobs: [{ id: `${id}/locations/northeurope/backupJobs/a` }, { name: 'b', vaultName: 'v' }],
  });
  expect(urls[2]).toContain('/locations/northeurope/backupCrrJobs?');
  expect(urls[2]).toMatch(/startTime eq '[\d-]+ [\d:]+ [AP]M'/);
  expect(urls[2]).not.toContain('status eq');
  expect(urls[3]).toBe(next);
});

test.each<[Statuses, boolean]>([
  [['failed'], true],
  [['failed', 'completed'], false],
])('Azure takes one status at a time: %j', async (statuses, isAsked) => {
  const answers = [vault('Enabled'), regions(['northeurope']), jobs('a', null)];
  const { urls } = await read(answers, statuses);
  expect(urls[2]?.includes("status eq 'Failed'")).toBe(isAsked);
});
