import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { startSession } from '#src/api/arm/pipeline.ts';
import { answer, testArm } from '#src/api/arm/testing.ts';
import { secondaryRestoresQuery } from '#src/api/queries/overview.ts';

/** Which vaults are queried for the jobs of their secondary region, and the results. */

const vault = (name: string, crr: string | null) => ({
  id: `/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/${name}`,
  name,
  location: 'westeurope',
  crr,
});
const regions = {
  value: [
    {
      name: 'westeurope',
      displayName: 'West Europe',
      metadata: { pairedRegion: [{ name: 'northeurope', id: '/x' }] },
    },
  ],
};

const requestBody = z.object({ resourceId: z.string() });
type Answered = (vaultId: string) => Response;
const job = (name: string, startTime: string) => ({
  id: `/l/${name}`,
  name,
  properties: { operation: 'CrossRegionRestore', status: 'InProgress', startTime },
});

/** Reads an estate; returns the result and the vaults whose lists were requested. */
async function read(vaults: readonly ReturnType<typeof vault>[], jobsOf: Answered) {
  const { arm, sent } = testArm(async (request) => {
    if (request.url.includes('Microsoft.ResourceGraph'))
      return answer(200, {
        data: vaults,
        count: vaults.length,
        totalRecords: vaults.length,
        resultTruncated: 'false',
      });
    if (!request.url.includes('/backupCrrJobs')) return answer(200, regions);
    const { resourceId } = requestBody.parse(await request.json());
    return jobsOf(resourceId);
  });
  startSession(arm);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const found = await queries.query(secondaryRestoresQuery());
  return { found, sent: sent.map(({ url }) => decodeURIComponent(url)) };
}

const empty = () => answer(200, { value: [], nextLink: null });

test('queries only vaults with Cross Region Restore, and regions once for all of them', async () => {
  const { found, sent } = await read(
    [vault('a', 'Enabled'), vault('b', 'Disabled'), vault('c', null), vault('d', 'enabled')],
    (id) =>
      answer(200, {
        value: [
          job(
            `of ${id.at(-1)}`,
            id.endsWith('a') ? '2025-06-05T01:00:00Z' : '2025-06-05T02:00:00Z',
          ),
        ],
        nextLink: null,
      }),
  );
  expect(sent.filter((url) => url.includes('/backupCrrJobs'))).toHaveLength(2);
  expect(sent).toHaveLength(4);
  expect(sent.at(-1)).toContain('/locations/northeurope/backupCrrJobs');
  expect(sent.at(-1)).toMatch(/operation eq 'CrossRegionRestore' and startTime eq '/);
  expect(found.unread).toEqual([]);
  expect(found.jobs.map(({ name, vaultName }) => [name, vaultName])).toEqual([
    ['of d', 'd'],
    ['of a', 'a'],
  ]);
});

test('an estate without such a vault costs one question', async () => {
  const { found, sent } = await read([vault('a', 'Disabled')], empty);
  expect(sent).toHaveLength(1);
  expect(found).toEqual({ jobs: [], unread: [] });
});

test('a vault that cannot be read is named, and the others stay', async () => {
  const { found } = await read([vault('a', 'Enabled'), vault('b', 'Enabled')], (id) =>
    id.endsWith('a')
      ? answer(403, { error: { code: 'AuthorizationFailed', message: 'no' } })
      : answer(200, { value: [job('x', '2025-06-05T02:00:00Z')], nextLink: null }),
  );
  expect(found).toMatchObject({ jobs: [{ name: 'x' }], unread: ['a'] });
});

test('queries twenty vaults of a large estate and names the others', async () => {
  const many = Array.from({ length: 23 }, (_, index) => vault(`v${index}`, 'Enabled'));
  const { found, sent } = await read(many, empty);
  expect(sent.filter((url) => url.includes('/backupCrrJobs'))).toHaveLength(20);
  expect(found.unread).toEqual(['v20', 'v21', 'v22']);
});
