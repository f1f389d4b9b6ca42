import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { startSession } from '#src/api/arm/pipeline.ts';
import { answer, failureOf, testArm } from '#src/api/arm/testing.ts';
import { findPointOfJob, storedPointOf, pointOfJobQuery } from '#src/api/queries/job-point.ts';
import { azureClient, installWorldClock } from '#src/api/queries/testing.ts';
import { getJob, listRestoreJobs } from '#src/api/recovery-services/jobs.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/points.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant, parseUsDateTime } from '#src/lib/time.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { propertyOf, secondaryJobId } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** The restore point of a job that another person started, against the simulated Azure. */

freshStorage();
afterEach(() => {
  resetPageState();
  installClock(machineClock);
});

/** A restore of the default world whose VM is there, and the moment that it names. */
async function jobOfOthers() {
  const it = azureClient();
  installWorldClock(it.clock);
  const jobs = await listRestoreJobs(it.arm, resourceId(prodVault), instant(0));
  const named = jobs.find(({ itemName }) => itemName === 'sql-erp-02');
  if (named === undefined) throw new Error('the world restores sql-erp-02');
  const job = await getJob(it.arm, named.id);
  const time = parseUsDateTime(propertyOf(job, 'recovery point time') ?? '');
  if (time === null) throw new Error('the job names the time of its point');
  return { it, job, time };
}

const later = 24 * 60_000;

type Others = Awaited<ReturnType<typeof jobOfOthers>>['it'];

/** Azure with other answers to requests for one kind of thing. */
const withAnswers = (
  { azure }: Others,
  wanted: RegExp,
  change: (given: Response) => Response | Promise<Response>,
) =>
  testArm(async (request) => {
    const given = await azure.fetch(request);
    return wanted.test(request.url) ? change(given) : given;
  }).arm;

const POINTS = /\/recoveryPoints\?/;
/** The backup instance whose points were listed. */
const itemIn = ({ sent }: Others) => {
  const url = sent.find((one) => POINTS.test(one.url))?.url ?? '';
  return resourceId(/^(?:https:\/\/[^/]+)?(.+)\/recoveryPoints\?/.exec(url)?.[1] ?? '');
};
const VM = /\/virtualMachines\/[^/?]+\?/;
const refusing = (it: Others, wanted: RegExp, status: number) =>
  withAnswers(it, wanted, () =>
    answer(status, { error: { code: 'No', message: 'No.' } }, { 'retry-after': '120' }),
  );

const pageWire = z.looseObject({ value: z.array(z.unknown()) });
const withPoints = (it: Others, change: (points: readonly unknown[]) => readonly unknown[]) =>
  withAnswers(it, POINTS, async (given) =>
    answer(200, { value: change(pageWire.parse(await given.json()).value) }),
  );

describe('the restore point of a job', () => {
  test('is the one of its instance that has its time, with the sizes of the VM', async () => {
    const { it, job, time } = await jobOfOthers();
    const found = await findPointOfJob(it.arm, job, time);
    if (found.is !== 'found') throw new Error(found.is);
    const { point, hasSizes } = found;
    expect(hasSizes).toBe(true);
    const all = await listRecoveryPoints(it.arm, itemIn(it));
    const second = (at: number | null) => Math.floor((at ?? 0) / 1000);
    const same = all.filter((one) => second(one.time) === second(time));
    expect(same).toHaveLength(1);
    expect(point).toMatchObject({ consistency: same[0]?.consistency, tier: same[0]?.tier });
    expect(point.disks?.map(({ lun, name }) => ({ lun, name }))).toEqual(same[0]?.disks);
    expect(point.disks?.every(({ sizeGiB }) => (sizeGiB ?? 0) > 0)).toBe(true);
  });

  test('that has no time of its own is gone, and of two of that time neither is named', async () => {
    const { it, job, time } = await jobOfOthers();
    expect((await findPointOfJob(it.arm, job, instant(time + later))).is).toBe('gone');
    const twice = withPoints(it, (points) => [...points, ...points]);
    expect(await findPointOfJob(twice, job, time)).toEqual({ is: 'notNamed' });
    const none = withPoints(it, () => []);
    expect((await findPointOfJob(none, job, time)).is).toBe('gone');
  });

  test('of an instance that no vault has any more is gone', async () => {
    const { it, job, time } = await jobOfOthers();
    const without = refusing(it, POINTS, 404);
    expect((await findPointOfJob(without, job, time)).is).toBe('gone');
  });

  test('of a VM whose name two instances have, or none, isn’t named', async () => {
    const { it, job, time } = await jobOfOthers();
    const other = { ...job, itemName: 'none-of-them' };
    expect(await findPointOfJob(it.arm, other, time)).toEqual({ is: 'notNamed' });
  });

  test('of a restore in the secondary region is one of those that are there', async () => {
    const { it, job, time } = await jobOfOthers();
    const there = secondaryJobId({ vaultId: resourceId(prodVault), region: 'northeurope' }, 'a');
    await findPointOfJob(it.arm, job, time);
    // The newest one isn’t replicated yet.
    const older = (await listRecoveryPoints(it.arm, itemIn(it)))[1]?.time ?? time;
    const here = await findPointOfJob(it.arm, job, older);
    const before = it.sent.length;
    const found = await findPointOfJob(it.arm, { ...job, id: there }, older);
    const lists = it.sent.slice(before).filter(({ url }) => POINTS.test(url));
    expect(lists.map(({ url }) => /api-version=([\d-]+)/.exec(url)?.[1])).toEqual(['2023-01-15']);
    // Only what is in the vault is replicated.
    const tiers = [here, found].map((one) => (one.is === 'found' ? one.point.tier : one.is));
    expect(tiers).toEqual(['SnapshotAndVault', 'Vault']);
  });

  test.each([403, 429, 500])('is not read after %d', async (status) => {
    const { it, job, time } = await jobOfOthers();
    const reading = findPointOfJob(refusing(it, POINTS, status), job, time);
    expect(await failureOf(reading)).toMatchObject({ status });
  });

  test('has no sizes where its VM isn’t read, and others where the VM is gone', async () => {
    const { it, job, time } = await jobOfOthers();
    const unread = await findPointOfJob(refusing(it, VM, 403), job, time);
    expect(unread).toMatchObject({ is: 'found', hasSizes: false });
    const gone = await findPointOfJob(refusing(it, VM, 404), job, time);
    expect(gone).toMatchObject({ is: 'found', hasSizes: true });
    for (const one of [unread, gone]) {
      const sizes = one.is === 'found' ? one.point.disks?.map(({ sizeGiB }) => sizeGiB) : [];
      expect(new Set(sizes)).toEqual(new Set([null]));
    }
  });
});

test('it is read once: stored over a reload, and no read of it takes from the counter of jobs', async () => {
  const { it, job, time } = await jobOfOthers();
  startSession(it.arm);
  const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const before = it.sent.length;
  const first = await client().query(pointOfJobQuery(job, time));
  const urls = it.sent.slice(before).map(({ url }) => url);
  expect(urls).toHaveLength(3);
  expect(urls.filter((url) => /backupJobs/i.test(url))).toEqual([]);
  // As after a reload.
  resetPageState();
  expect(await client().query(pointOfJobQuery(job, time))).toEqual(first);
  expect(it.sent).toHaveLength(before + 3);
  // A job of another world with the same id is another one.
  expect(storedPointOf(job.id, instant(time + later))).toBeNull();
});

test('what is stored of other jobs makes room: forty at most', async () => {
  const { it, job, time } = await jobOfOthers();
  startSession(it.arm);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  for (let nth = 0; nth < 42; nth += 1) {
    it.clock.add(1);
    await client.query(
      pointOfJobQuery({ ...job, id: resourceId(`${job.id}-${String(nth)}`) }, time),
    );
  }
  const isStored = (nth: number) =>
    storedPointOf(resourceId(`${job.id}-${String(nth)}`), time) !== null;
  expect([0, 1, 2, 41].map(isStored)).toEqual([false, false, true, true]);
});
