import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { backupOfPointQuery } from '#src/api/queries/running-restores.ts';
import { recoveryPointsQuery } from '#src/api/recovery-services/points.ts';
import { cancelJob } from '#src/api/recovery-services/jobs.ts';
import { instant } from '#src/lib/time.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { transferTask } from '#src/model/points.ts';

/** The newest point of files-hq is a snapshot alone while its backup transfers it to the vault. */

const HOUR = 3600;

async function world() {
  const { azure, clock } = testAzure('default');
  const { arm } = testArm(azure.fetch);
  startSession(arm);
  const found = defaultWorld.instances.find(({ friendlyName }) => friendlyName === 'files-hq');
  const item = resourceId(found?.id ?? '');
  const newest = async () => {
    const [point] = await new QueryClient().query(recoveryPointsQuery(item));
    return point;
  };
  const backup = async () => {
    const time = (await newest())?.time ?? instant(0);
    return new QueryClient().query(backupOfPointQuery(item, time));
  };
  return { arm, clock, newest, backup };
}

test('the point is in the vault, too, once its backup has ended', async () => {
  const { clock, newest, backup } = await world();
  expect((await newest())?.tier).toBe('Snapshot');
  const running = await backup();
  expect(running).toMatchObject({ operation: 'Backup', status: 'inProgress' });
  expect(running && transferTask(running)?.status).toBe('inProgress');
  clock.add(HOUR);
  expect((await newest())?.tier).toBe('SnapshotAndVault');
  const ended = await backup();
  expect(ended && transferTask(ended)?.status).toBe('completed');
});

test('it stays a snapshot where its backup was canceled', async () => {
  const { arm, clock, newest, backup } = await world();
  await cancelJob(arm, (await backup())?.id ?? resourceId(''));
  clock.add(2 * HOUR);
  expect((await newest())?.tier).toBe('Snapshot');
});
