import { describe, expect, test } from 'vitest';
import { app01, jobList, taskBody, testCommServe } from '#src/mocks/commvault/testing.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { DEMO_TOKENS } from '#src/mocks/commvault/commvault-auth.ts';
import { stageKinds, stageNames } from '#src/mocks/commvault/task.ts';

/** What goes wrong with a simulated CommServe (commvault.md §7). */

const inPlace = { id: app01, isInPlace: true, overwrites: true };
const api = `${COMMSERVE_ORIGIN}/webconsole/api`;
const headers = { Authtoken: `Bearer ${DEMO_TOKENS.accessToken}` };

describe('a job', () => {
  test.each(stageKinds.filter((kind) => kind !== 'secure'))(
    'fails in the stage “%s”, with a reason of its own',
    async (kind) => {
      const it = testCommServe('default', `job-fails:${stageKinds.indexOf(kind) + 1}`);
      const id = await it.restore(inPlace);
      const failed = await it.reach(id, 'Failed');
      expect(failed).toMatchObject({ currentPhaseName: stageNames[kind] });
      expect(failed.pendingReason).not.toBe('');
      const hasVm = (await it.vm(app01)) !== undefined;
      // Between its deletion and its creation there is none.
      expect(hasVm).toBe(['wait', 'engage', 'delete', 'convert'].includes(kind));
    },
  );

  test('stalls in a stage, and goes on where a time is given', async () => {
    const it = testCommServe('default', 'job-stalls:4');
    const id = await it.restore({ id: app01 });
    await it.reach(id, 'Write data from library');
    it.clock.add(7 * 3600);
    const stalled = await it.job(id);
    expect(stalled).toMatchObject({ status: 'Running', percentComplete: 48 });
    const other = testCommServe('default', 'job-stalls:4,600');
    const plain = testCommServe();
    const ends = [other, plain].map(async (one) => {
      const own = await one.restore({ id: app01 });
      const { jobStartTime, jobEndTime } = await one.reach(own, 'Completed');
      return jobEndTime - jobStartTime;
    });
    const [held = 0, usual = 0] = await Promise.all(ends);
    expect(held - usual).toBe(600);
  });

  test('is unknown for 20 s', async () => {
    const it = testCommServe('default', 'commvault-job-unknown');
    const id = await it.restore({ id: app01 });
    it.clock.add(19);
    expect(await it.job(id)).toBeUndefined();
    expect(await it.ask('GET', `/Job/${id}/TaskDetails`)).toMatchObject({ status: 404 });
    it.clock.add(1);
    expect(await it.job(id)).toBeDefined();
  });

  test('waits 27 minutes for a media agent', async () => {
    const it = testCommServe('default', 'commvault-job-waits');
    const id = await it.restore({ id: app01 });
    it.clock.add(1619);
    expect(await it.job(id)).toMatchObject({ status: 'Waiting', percentComplete: 0 });
    expect((await it.job(id))?.pendingReason).toContain('media agent');
    it.clock.add(1);
    expect(await it.job(id)).toMatchObject({ status: 'Running', pendingReason: '' });
  });

  test('is pending while data is written, moves no bytes, and runs again', async () => {
    const it = testCommServe('default', 'commvault-job-pending');
    const id = await it.restore({ id: app01 });
    const pending = await it.reach(id, 'Pending');
    expect(pending).toMatchObject({ percentComplete: 40 });
    expect(pending.pendingReason).toContain('retried');
    it.clock.add(290);
    expect(await it.job(id)).toMatchObject({ status: 'Pending', percentComplete: 40 });
    it.clock.add(15);
    expect(await it.job(id)).toMatchObject({ status: 'Running', pendingReason: '' });
    await it.reach(id, 'Completed');
  });

  test('completes with errors', async () => {
    const it = testCommServe('default', 'commvault-job-errors');
    const id = await it.restore({ id: app01 });
    const ended = await it.reach(id, 'Completed w/ one or more errors');
    expect(ended.percentComplete).toBe(100);
    expect(ended.pendingReason).toContain('network security group');
  });

  test('fails to start, and touches nothing', async () => {
    const it = testCommServe('default', 'commvault-job-never-starts');
    const before = await it.vm(app01);
    const id = await it.restore(inPlace);
    await it.reach(id, 'Failed to Start');
    it.clock.add(7200);
    expect(await it.job(id)).toMatchObject({ status: 'Failed to Start' });
    expect(await it.vm(app01)).toEqual(before);
  });

  test('has a download of files beside it, which lists call a restore', async () => {
    const it = testCommServe('default', 'commvault-download-beside');
    const id = await it.restore({ id: app01 });
    it.clock.add(40);
    const list = jobList.parse(await it.read('/Job?jobFilter=Restore&jobCategory=All'));
    const two = list.jobs.slice(0, 2).map(({ jobSummary }) => jobSummary);
    expect(two).toMatchObject([
      { jobId: Number(id), localizedOperationName: 'Restore' },
      { jobType: 'Restore', localizedOperationName: 'Download' },
    ]);
  });

  test('doesn’t say again what it was described with', async () => {
    const it = testCommServe('default', 'commvault-no-description');
    const id = await it.restore({ id: app01, description: 'request 1' });
    it.clock.add(4);
    const details = JSON.stringify(await it.read(`/Job/${id}/TaskDetails`));
    expect(details).toContain('app01-r');
    expect(details).not.toContain('request 1');
  });
});

describe('an answer', () => {
  test('is a page while the CommServe is maintained: 200 to reads, 405 to writes', async () => {
    const it = testCommServe('default', 'commvault-html-page', 'commvault-html-405');
    const read = await it.send('GET', `${api}/VM`, undefined, headers);
    const write = await it.send('POST', `${api}/CreateTask`, taskBody({ id: app01 }), headers);
    expect([read.status, write.status]).toEqual([200, 405]);
    for (const one of [read, write]) {
      expect(one.headers.get('content-type')).toContain('text/html');
    }
    expect((await it.azure.state()).serviceEvents).toEqual([]);
  });

  test('is a refusal inside a 200, and nothing is done', async () => {
    const it = testCommServe('default', 'commvault-access-denied');
    expect(await it.ask('POST', '/CreateTask', taskBody({ id: app01 }))).toEqual({
      status: 200,
      body: { errorCode: 5, errorMessage: 'Access denied' },
    });
    expect((await it.azure.state()).serviceEvents).toEqual([]);
  });

  test('is written as a CommServe writes it, also where a fault gives it', async () => {
    const it = testCommServe('default', 'commvault-firewall');
    const { status, body } = await it.ask('GET', '/VM');
    expect([status, body]).toMatchObject([403, { errorCode: 403 }]);
  });

  test('holds bare carriage returns, which are no JSON', async () => {
    const it = testCommServe('default', 'commvault-bare-returns');
    const answer = await it.send('GET', `${api}/VM`, undefined, headers);
    const text = await answer.text();
    expect(() => void JSON.parse(text)).toThrow('JSON');
    const mended: unknown = JSON.parse(text.replaceAll('\r', ''));
    expect(mended).toEqual(await testCommServe().read('/VM'));
  });

  test('announces more VMs than there are', async () => {
    const it = testCommServe('default', 'commvault-wrong-total');
    expect(await it.read('/VM')).toMatchObject({ totalRecords: 21 });
  });

  test('is lost, and the job is there', async () => {
    const it = testCommServe('default', 'restore-answer-lost');
    await expect(it.ask('POST', '/CreateTask', taskBody({ id: app01 }))).rejects.toThrow(TypeError);
    it.clock.add(4);
    expect(await it.job('8163493')).toMatchObject({ status: 'Waiting' });
  });

  test('is lost before the work, and there is no job', async () => {
    const it = testCommServe('default', 'restore-request-lost');
    await expect(it.ask('POST', '/CreateTask', taskBody({ id: app01 }))).rejects.toThrow(TypeError);
    it.clock.add(60);
    expect(await it.job('8163493')).toBeUndefined();
  });
});
