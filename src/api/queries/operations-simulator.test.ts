import { expect, test } from 'vitest';
import { pollOperation } from '#src/api/arm/operation.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { exampleDisks, exampleItem, exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';

/** Operations found by their id alone, against the simulated Azure. */

async function restoring() {
  const it = testAzure('default');
  const { arm } = testArm(it.azure.fetch);
  await startRestore(arm, exampleDisks, 'mine');
  const [restore] = (await it.azure.state()).restores;
  const operation = `${restore?.operationId ?? ''}?api-version=2024-04-01`;
  const statusAt = (collection: string, id: string = operation) =>
    pollOperation(arm, {
      pollUrl: `${collection}/${id}`,
      pollKind: 'status',
      retryAfterMs: 60_000,
    });
  const statuses = (): Promise<unknown[]> =>
    Promise.all([
      statusAt(`${exampleItem}/operationsStatus`),
      statusAt(`${exampleVault}/backupOperations`),
    ]);
  const results = (): Promise<Response[]> =>
    Promise.all([
      it.get(`${exampleItem}/operationResults/${operation}`),
      it.get(`${exampleVault}/backupOperationResults/${operation}`),
    ]);
  return { ...it, statusAt, statuses, results, jobId: restore?.jobId };
}

test('an item and its vault say the same of an operation, first that it runs and then its job', async () => {
  const { clock, statuses, results, jobId } = await restoring();
  const running = { status: 'running', next: { retryAfterMs: 60_000 } };
  expect(await statuses()).toMatchObject([running, running]);
  expect((await results()).map(({ status }) => status)).toEqual([202, 202]);
  clock.add(90);
  const done = { status: 'succeeded', jobId };
  expect(await statuses()).toEqual([done, done]);
  const [ofItem, ofVault] = await Promise.all((await results()).map(jsonOf));
  expect(ofItem).toMatchObject({ properties: { friendlyName: 'testVM' } });
  expect(ofVault).toEqual(ofItem);
});

test('other items do not know it, and a missing item leaves no content', async () => {
  const { azure, clock, statusAt, results } = await restoring();
  await expect(statusAt(`${prodVault}/backupOperations`)).rejects.toThrow('was not found');
  const another = 'another?api-version=2024-04-01';
  await expect(statusAt(`${exampleItem}/operationsStatus`, another)).rejects.toThrow(
    'was not found',
  );
  await azure.append([{ type: 'resource-removed', at: clock.now(), id: exampleItem }]);
  clock.add(90);
  const [, ofVault] = await results();
  expect(ofVault?.status).toBe(204);
});
