import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm, type TestArm } from '#src/api/arm/testing.ts';
import { startDiskRestore } from '#src/api/data-protection/restores.ts';
import type { RestoreFound } from '#src/api/queries/restores.ts';
import { lostDiskSearch } from '#src/datasources/azure-disk/jobs.ts';
import { beginDisk, diskRestore, pressDisk } from '#src/datasources/azure-disk/testing-request.ts';
import { installClock } from '#src/lib/clock.ts';
import { fakeClock, freshStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { testAzure, type TestAzure } from '#src/mocks/testing.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { adoptJob, openAgain } from '#src/wizard/submit/follow.ts';
import { installMachineClock, storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';

/** The restore of a disk leaves once, and its job is found by what was there before. */

let azure: TestAzure;
let client: TestArm;
/** Number of disk jobs that the world starts with. */
let seeded: number;
/** How the next restore is refused; null: it isn't. */
let refusal: number | 'lost' | null;

freshStorage();
beforeEach(async () => {
  azure = testAzure('default');
  seeded = (await azure.azure.state()).diskJobs.length;
  // An hour slow: no clock decides.
  const clock = fakeClock(azure.clock.now() - 3_600_000);
  clock.pause(true);
  installClock(clock);
  refusal = null;
  client = testArm((request) => {
    if (refusal === null || !request.url.includes('/restore?')) return azure.azure.fetch(request);
    const status = refusal;
    refusal = null;
    if (status === 'lost') throw new TypeError('Failed to fetch');
    return Response.json({ error: { code: 'No', message: 'No.' } }, { status });
  });
  startSession(client.arm);
});
afterEach(() => {
  installMachineClock();
});

const press = (id: string) => pressDisk(client, id);
const breaks = (effect: FaultEffect) =>
  azure.azure.append([
    {
      type: 'fault-added',
      at: 0,
      fault: { id: 'f', match: { operation: 'diskRestores.trigger' }, times: 1, effect },
    },
  ]);
const newJobs = async () => (await azure.azure.state()).diskJobs.slice(seeded);
const counted = async () => [
  client.sent.filter(({ url }) => /\/restore\?/.test(url)).length,
  (await newJobs()).length,
];
async function search(id: string): Promise<RestoreFound> {
  const draft = storedDraft(id);
  const attempt = attemptOf(draft.submission);
  if (attempt === null) throw new Error('nothing is open');
  return new QueryClient().query(lostDiskSearch(draft, attempt));
}

test('what is accepted knows which jobs were there before, and is not sent again', async () => {
  const id = beginDisk();
  await press(id);
  await press(id);
  expect(submissionOf(id)).toMatchObject({ state: 'accepted', operation: { pollKind: 'status' } });
  expect(attemptOf(submissionOf(id))?.before).toBeDefined();
  expect(await counted()).toEqual([1, 1]);
});

describe('without an answer that says what came of it', () => {
  test.each<[FaultEffect, string, number]>([
    [{ kind: 'answer-lost' }, 'lost', 1],
    [{ kind: 'accepted-but-500' }, 'lost', 1],
    [{ kind: 'drop' }, 'lost', 0],
    [{ kind: 'html-page' }, 'lost', 0],
    [{ kind: 'hide-headers' }, 'accepted', 1],
    // Until its job was looked for.
    [{ kind: 'status', status: 409 }, 'lost', 0],
  ])('%j', async (effect, state, restores) => {
    await breaks(effect);
    const id = beginDisk();
    await press(id);
    expect(submissionOf(id).state).toBe(state);
    expect(await counted()).toEqual([1, restores]);
  });

  test('its job is found, once, and those of before never', async () => {
    await startDiskRestore(client.arm, diskRestore, 'somebody');
    azure.clock.add(60);
    await breaks({ kind: 'answer-lost' });
    const id = beginDisk();
    await press(id);
    azure.clock.add(60);
    const { jobs, looks } = await search(id);
    const [, ours] = await newJobs();
    expect(jobs).toMatchObject([{ name: ours?.jobId, requestId: ours?.activityId }]);
    expect(looks).toBe(1);
    const [found] = jobs;
    if (found !== undefined) adoptJob(id, found, 'target');
    expect(submissionOf(id)).toMatchObject({ state: 'job', isAdopted: true, foundBy: 'id' });
  });

  test('it may be sent again once the person opens the draft, under an id of its own', async () => {
    await breaks({ kind: 'drop' });
    const id = beginDisk();
    await press(id);
    const { clientRequestId } = attemptOf(submissionOf(id)) ?? {};
    openAgain(id);
    await press(id);
    const second = attemptOf(submissionOf(id));
    expect(second?.clientRequestId).not.toBe(clientRequestId);
    expect(second?.earlier).toMatchObject([{ clientRequestId }]);
    expect(await counted()).toEqual([2, 1]);
  });
});

test.each([403, 409, 400, 429, 500, 'lost', 'offline'] as const)(
  'a restore that was refused by %s is accepted by the next press, once',
  async (how) => {
    const id = beginDisk();
    if (how === 'offline') vi.stubGlobal('navigator', { onLine: false });
    else refusal = how;
    await press(id);
    vi.stubGlobal('navigator', { onLine: true });
    if (submissionOf(id).state === 'lost') openAgain(id);
    expect(submissionOf(id).state).not.toBe('accepted');
    await press(id);
    expect(submissionOf(id).state).toBe('accepted');
    expect((await counted())[1]).toBe(1);
  },
);
