import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { graphPageWire } from '#src/api/resource-graph/query.ts';
import { answerOf } from '#src/mocks/resource-graph/memory.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { restored, versions } from '#src/mocks/testing-manners.ts';
import { jsonOf, type TestAzure, testAzure } from '#src/mocks/testing.ts';

const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';
const listed = `recoveryservicesresources
| where type in~ ('microsoft.recoveryservices/vaults/backupjobs', 'microsoft.dataprotection/backupvaults/backupjobs')
| where todatetime(properties.startTime) > ago(7d)
| order by tostring(properties.status) asc, id asc
| project id, properties`;

const anyRow = z.record(z.string(), z.unknown());

/** The list of jobs as it is answered, and as it would be in a world of which nothing is remembered. */
async function jobsIn({ send, azure, clock }: TestAzure) {
  const { data } = graphPageWire.parse(await jsonOf(await send('POST', path, { query: listed })));
  const now = clock.now();
  const never = { ...stateAt({ ...(await azure.state()) }, now) };
  const fresh = answerOf(never, { text: listed, subscriptions: [], now }).records(0, 1000);
  expect(data).toEqual(z.array(anyRow).parse(JSON.parse(JSON.stringify(fresh))));
  return data;
}

const statusOf = (rows: readonly unknown[], jobId: string): unknown =>
  z
    .array(z.looseObject({ id: z.string(), properties: z.looseObject({ status: z.string() }) }))
    .parse(rows)
    .find(({ id }) => id.endsWith(jobId))?.properties.status;

test('a new restore is listed, and each state that it comes into', async () => {
  const azure = testAzure('default');
  const before = await jobsIn(azure);
  const { jobId } = await restored(azure);
  const running = await jobsIn(azure);
  expect(running).toHaveLength(before.length + 1);
  expect(statusOf(running, jobId)).toBe('InProgress');
  azure.clock.add(4 * 3600);
  expect(statusOf(await jobsIn(azure), jobId)).toBe('Completed');
});

test('a restore that is stopped by a person is listed so, while it stops and afterwards', async () => {
  const azure = testAzure('default');
  const { jobId } = await restored(azure);
  expect(statusOf(await jobsIn(azure), jobId)).toBe('InProgress');
  const job = `${exampleVault}/backupJobs/${jobId}/cancel?api-version=${versions.present}`;
  expect((await azure.send('POST', job)).status).toBe(202);
  expect(statusOf(await jobsIn(azure), jobId)).toBe('Cancelling');
  azure.clock.add(30);
  expect(statusOf(await jobsIn(azure), jobId)).toBe('Cancelled');
});

test('a vault is deleted while its jobs are listed', async () => {
  const azure = testAzure('default');
  const { jobId } = await restored(azure);
  await jobsIn(azure);
  await azure.azure.append([{ type: 'resource-removed', at: azure.clock.now(), id: exampleVault }]);
  await jobsIn(azure);
  azure.clock.add(4 * 3600);
  // Whether it is listed then, the answer without a memory says.
  expect(statusOf(await jobsIn(azure), jobId)).not.toBe('InProgress');
});

test('another scenario, and the same one started again, know nothing of the one before', async () => {
  let world = { epoch: 0, origin: originOf('default') };
  const azure = testAzure('default', { world: async () => world });
  const { jobId } = await restored(azure);
  const first = await jobsIn(azure);
  expect(statusOf(first, jobId)).toBe('InProgress');
  await azure.store.clear();
  world = { epoch: 1, origin: originOf('default') };
  expect(statusOf(await jobsIn(azure), jobId)).toBeUndefined();
  world = { epoch: 2, origin: originOf('scale') };
  expect(await jobsIn(azure)).not.toEqual(first);
});
