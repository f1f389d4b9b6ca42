import { expect, onTestFinished, test } from 'vitest';

import { production } from '#src/mocks/world/worlds/default-estate.ts';

import { clientsAt, prodVault, read, sourceOf } from './testing-clients.ts';
import { jobIdOf, operationIn, requestOf, trigger } from './testing-restores.ts';

/** Jobs as Azure's own client lists, cancels and exports them. */

const connected = clientsAt(onTestFinished);

test('a list takes filters of status, operation and time', async () => {
  const { backup } = await connected({ subscription: production });
  const listed = async (filter?: string) =>
    (await read(backup.backupJobs.list(...prodVault, { filter }).byPage())).flat();
  const all = await listed();
  const running = await listed("operation eq 'Restore' and status eq 'InProgress'");
  expect(running.map(({ properties }) => properties?.entityFriendlyName)).toEqual([
    'app01',
    'sql-erp-02',
  ]);
  const night = await listed(
    "startTime eq '2025-06-04 06:00:00 PM' and endTime eq '2025-06-04 11:59:59 PM'",
  );
  const started = night.map(({ properties }) => properties?.startTime?.getTime() ?? 0);
  expect(started.length).toBeGreaterThan(0);
  expect(started.length).toBeLessThan(all.length);
  expect(Math.min(...started)).toBeGreaterThanOrEqual(Date.parse('2025-06-04T18:00:00Z'));
  await expect(listed("colour eq 'red'")).rejects.toMatchObject({
    statusCode: 400,
    code: 'BMSUserErrorInvalidInput',
  });
});

test('a restore is canceled, and the cancellation followed to its end', async () => {
  const source = sourceOf('testVM');
  const { backup, step } = await connected();
  const { operation } = await trigger(backup, source, requestOf(source, 0, {}));
  await step(90_000);
  const job = jobIdOf(await backup.protectedItemOperationStatuses.get(...source.item, operation));
  const stateOf = async () =>
    (await backup.jobDetails.get(...source.vault, job)).properties?.status;
  let location = '';
  await backup.jobCancellations.trigger(...source.vault, job, {
    onResponse: ({ headers }) => (location = headers.get('location') ?? ''),
  });
  const resultStatus = async (): Promise<number> => {
    let status = 0;
    await backup.jobOperationResults.get(...source.vault, job, operationIn(location), {
      onResponse: (answer) => (status = answer.status),
    });
    return status;
  };
  expect([await stateOf(), await resultStatus()]).toEqual(['Cancelling', 202]);
  await step(60_000);
  expect([await stateOf(), await resultStatus()]).toEqual(['Cancelled', 204]);
  await expect(backup.jobCancellations.trigger(...source.vault, job)).rejects.toMatchObject({
    statusCode: 400,
  });
});

test('jobs are exported, and the result read once it is written', async () => {
  const { backup, step } = await connected({ subscription: production });
  let location = '';
  await backup.jobs.export(...prodVault, {
    onResponse: ({ headers }) => (location = headers.get('location') ?? ''),
  });
  const result = () => backup.exportJobsOperationResults.get(...prodVault, operationIn(location));
  expect((await result()).headers?.['Location']).toHaveLength(1);
  await step(60_000);
  const { operation } = await result();
  expect(operation).toMatchObject({ objectType: 'ExportJobsOperationResultInfo' });
  expect(operation).toHaveProperty('blobUrl');
});
