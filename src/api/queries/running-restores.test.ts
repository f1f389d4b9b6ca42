import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import { ArmError } from '#src/api/arm/error.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import {
  runningDiskRestoresQuery,
  runningRestoresQuery,
} from '#src/api/queries/running-restores.ts';
import { azureClient, breaks } from '#src/api/queries/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { restoreOfOtherPerson } from '#src/mocks/another-user.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { restoreKinds } from '#src/mocks/testing-restore-kinds.ts';
import { backupVaults } from '#src/mocks/world/worlds/default.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { propertyOf } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';

const vault = resourceId(exampleVault);
const ofDisks = resourceId(backupVaults[0]?.id ?? '');
const queries = {
  'a VM': () => runningRestoresQuery(vault, null),
  'a VM in the secondary region': () => runningRestoresQuery(resourceId(prodVault), 'northeurope'),
  'a disk': () => runningDiskRestoresQuery(ofDisks),
};
const kinds = restoreKinds.flatMap(([name, start]) =>
  Object.entries(queries).flatMap(([of, query]) =>
    of === name ? [[name, start, query] as const] : [],
  ),
);

// Files share the modules of their worker, and so the clock.
afterEach(() => installClock(machineClock));

/** A world, and the restores that are in progress in it by the client. */
function world() {
  const it = azureClient();
  installClock({ ...machineClock, now: it.clock.now });
  startSession(it.arm);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const forbids = (operation: string) =>
    breaks(it, operation, { kind: 'status', status: 403 }, null);
  return { ...it, client, forbids };
}

describe('restores in progress', () => {
  test.each(kinds)(
    '%s is among them until it has ended, with what its job reports',
    async (...[, start, query]) => {
      const it = world();
      const read = async () => it.client.query({ ...query(), staleTime: 0 });
      expect(await read()).toEqual([]);
      await start(it);
      it.clock.add(30);
      const [{ job, details } = {}] = await read();
      expect(job).toMatchObject({ status: 'inProgress' });
      expect(details?.id).toBe(job?.id);
      it.clock.add(86_400);
      expect(await read()).toEqual([]);
    },
  );

  test('includes those of other people, the newest first', async () => {
    const it = world();
    for (const vmName of ['first', 'second']) {
      await it.azure.change((state, now) => [
        restoreOfOtherPerson(state, now, { instance: 'testVM', group: 'targetRG', vmName }),
      ]);
      it.clock.add(10);
    }
    const all = await it.client.query(runningRestoresQuery(vault, null));
    const names = all.map(({ details }) => details && propertyOf(details, 'Target VM Name'));
    expect(names).toEqual(['second', 'first']);
  });

  test('a job that cannot be read is among them without details', async () => {
    const it = world();
    const [, start] = restoreKinds[0] ?? [];
    await start?.(it);
    it.clock.add(30);
    await it.forbids('jobs.get');
    expect(await it.client.query(runningRestoresQuery(vault, null))).toMatchObject([
      { job: { itemName: 'testVM' }, details: null },
    ]);
  });

  test('are not known where the list cannot be read', async () => {
    const it = world();
    await it.forbids('jobs.list');
    await expect(it.client.query(runningRestoresQuery(vault, null))).rejects.toThrow(ArmError);
  });
});
