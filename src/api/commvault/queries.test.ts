import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { answer } from '#src/api/arm/testing.ts';
import { commvaultJobId, commvaultVmId } from '#src/api/commvault/home.ts';
import { testCommServe } from '#src/api/commvault/connection.ts';
import { commvaultJobs } from '#src/api/commvault/job-source.ts';
import { startCommvaultRestore, startedQuery } from '#src/api/commvault/restores.ts';
import { commServeSession } from '#src/api/commvault/session.ts';
import { commvaultVmQuery } from '#src/api/commvault/vms.ts';
import {
  deployedServe,
  DETAILS,
  GUID,
  HOST,
  jobsAnswer,
  pathOf,
  RESTORE,
  taskAnswer,
  VM_ROW,
} from '#src/api/commvault/testing.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';

const JOB = commvaultJobId(HOST, '8163492');
const { signal } = new AbortController();

describe('an ID', () => {
  test('of a CommServe that the deployment doesn’t name leads nowhere', async () => {
    const { sent } = deployedServe(() => answer(200, {}));
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    for (const id of [commvaultVmId('evil.example', GUID), resourceId('commvault:x'), JOB]) {
      const error: unknown = await client.query(commvaultVmQuery(id)).catch((one: unknown) => one);
      expect(armFacts(error)).toMatchObject({ kind: 'notSent', code: 'NoSuchCommServe' });
    }
    expect(sent).toEqual([]);
  });
});

describe('the connection', () => {
  test('is tested by a read of VMs, with the token that was entered', async () => {
    const { sent } = deployedServe(() =>
      answer(200, { totalRecords: 1234, vmStatusInfoList: [VM_ROW] }),
    );
    const client = new QueryClient();
    const tested = client.getMutationCache().build(client, testCommServe(HOST));
    expect(await tested.execute(undefined)).toMatchObject({ vms: 1234 });
    expect(sent[0]?.headers['authtoken']).toBe('Bearer access');
    expect(pathOf(sent[0]?.url ?? '')).toBe('/VM');
  });
});

describe('a job', () => {
  test('is read with its task, which is read once', async () => {
    const { paths } = deployedServe((path) => {
      if (path === '/JobDetails') return answer(200, DETAILS);
      return path.endsWith('/TaskDetails')
        ? answer(200, taskAnswer({ guid: GUID, newName: 'testVM-r' }, 'mark'))
        : answer(200, jobsAnswer({}));
    });
    const job = commvaultJobs.jobFrom(JOB, await commvaultJobs.ask(JOB, signal));
    expect(job).toMatchObject({
      id: JOB,
      stage: 'Write data from library',
      task: { description: 'mark', guid: GUID, newName: 'testVM-r', isInPlace: false },
    });
    await commvaultJobs.ask(JOB, signal);
    expect(paths().filter((path) => path.endsWith('/TaskDetails'))).toHaveLength(1);
  });

  test('that runs has its events read once in each phase', async () => {
    let phase = 'Mount VM disks';
    const { paths } = deployedServe((path) => {
      if (path === '/JobDetails') return answer(200, DETAILS);
      if (path.endsWith('/TaskDetails')) return answer(200, taskAnswer({ guid: GUID }));
      return path.startsWith('/Events')
        ? answer(200, { commservEvents: [] })
        : answer(200, jobsAnswer({ currentPhaseName: phase }));
    });
    const id = commvaultJobId(HOST, '8163496');
    const eventReads = () => paths().filter((path) => path.startsWith('/Events')).length;
    await commvaultJobs.ask(id, signal);
    await commvaultJobs.ask(id, signal);
    expect(eventReads()).toBe(1);
    phase = 'Write data from library';
    await commvaultJobs.ask(id, signal);
    expect(eventReads()).toBe(2);
  });

  test('that backs up is read without the schedule that it was submitted with', async () => {
    const { paths } = deployedServe((path) => {
      if (path === '/JobDetails') return answer(200, DETAILS);
      return answer(200, jobsAnswer({ jobType: 'Backup', localizedOperationName: 'Backup' }));
    });
    await commvaultJobs.ask(commvaultJobId(HOST, '8163494'), signal);
    expect(paths().filter((path) => path.endsWith('/TaskDetails'))).toEqual([]);
  });

  test('of Overview is one of those that started since then', async () => {
    deployedServe(() =>
      answer(200, jobsAnswer({ jobId: 1 }, { jobId: 2, jobStartTime: 1763600000 })),
    );
    const jobs = await commvaultJobs.recent(instant(1763700000000), signal);
    expect(jobs.map(({ name }) => name)).toEqual(['1']);
    commServeSession(HOST).tokens.enter(null);
    const error: unknown = await commvaultJobs
      .recent(instant(0), signal)
      .catch((one: unknown) => one);
    // Overview says then that they weren't read.
    expect(armFacts(error)).toMatchObject({ kind: 'notSent', service: 'Commvault' });
  });
});

describe('an accepted restore', () => {
  test('is followed until the CommServe knows its job, in growing pauses', async () => {
    let known = 2;
    deployedServe(() => {
      known -= 1;
      return answer(200, known < 0 ? jobsAnswer({}) : { totalRecordsWithoutPaging: 0, jobs: [] });
    });
    const client = new QueryClient();
    const look = () => client.query({ ...startedQuery({ jobId: JOB }), staleTime: 0 });
    expect(await look()).toEqual({ status: 'running', next: { retryAfterMs: 4000 } });
    expect(await look()).toEqual({ status: 'running', next: { retryAfterMs: 8000 } });
    expect(await look()).toEqual({ status: 'started', jobId: JOB });
  });

  test('is taken to have its job after a minute', async () => {
    const { paths } = deployedServe(() => answer(200, { totalRecordsWithoutPaging: 0 }));
    const client = new QueryClient();
    const look = () => client.query({ ...startedQuery({ jobId: JOB }), staleTime: 0 });
    for (let looks = 0; looks < 4; looks += 1) await look();
    expect(await look()).toEqual({ status: 'started', jobId: JOB });
    expect(paths()).toHaveLength(4);
  });

  test('that was not stored as it should is looked for', async () => {
    const client = new QueryClient();
    expect(await client.query({ ...startedQuery({ ticket: 7 }), staleTime: 0 })).toEqual({
      status: 'started',
      jobId: null,
    });
  });
});

test('a restore is sent once, marked, and gives the ID of its job', async () => {
  const { paths, sent } = deployedServe(() => answer(200, { taskId: 809089, jobIds: ['8163492'] }));
  expect(await startCommvaultRestore(HOST, RESTORE, 'mark')).toEqual({ jobId: JOB });
  expect(paths()).toEqual(['/JobDetails', '/CreateTask']);
  expect(sent[1]?.body).toContain('"jobDescription":"mark"');
});
