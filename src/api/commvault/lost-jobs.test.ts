import { describe, expect, test } from 'vitest';
import { answer } from '#src/api/arm/testing.ts';
import { commvaultJobId } from '#src/api/commvault/home.ts';
import {
  type CommvaultSearch,
  findCommvaultRestores,
  recentCommvaultRestores,
} from '#src/api/commvault/job-lists.ts';
import { GUID, HOST, jobsAnswer, taskAnswer, testServe } from '#src/api/commvault/testing.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { certainJob, requestOf } from '#src/model/lost-restore.ts';

const MARK = '7b1f0f1e-0000-4000-8000-00000000abcd';
const vm = { guid: GUID.toUpperCase(), newName: 'testVM-r' };
const press = {
  sentAt: now(),
  requestIds: [MARK],
  before: [commvaultJobId(HOST, '1')],
  notOurs: [],
};
const search: CommvaultSearch = {
  ...press,
  host: HOST,
  guid: GUID,
  newName: 'testVM-r',
};

/** A CommServe with restores by their numbers, each with its task; a number stands for a status. */
function serveOf(tasks: Readonly<Record<string, unknown>>) {
  return testServe((request) => {
    const number = /\/Job\/(\d+)\/TaskDetails$/.exec(request.url)?.[1];
    if (number === undefined) {
      return answer(
        200,
        jobsAnswer(...Object.keys(tasks).map((jobId) => ({ jobId: Number(jobId) }))),
      );
    }
    const task = tasks[number];
    return typeof task === 'number' ? answer(task, {}) : answer(200, task);
  });
}

/** What is found: the numbers of jobs, and whether each is named; and the one that is adopted by itself. */
async function found(tasks: Readonly<Record<string, unknown>>, other = search) {
  const jobs = await findCommvaultRestores(serveOf(tasks).arm, other);
  return [jobs.map(({ name, isNamed }) => [name, isNamed]), certainJob(other, jobs)?.name ?? null];
}

describe('the job of a lost answer', () => {
  test('is the one with our description, and then no other counts', async () => {
    const tasks = {
      2: taskAnswer(vm),
      3: taskAnswer(vm, `${MARK.toUpperCase()} (edited)`),
      4: taskAnswer(vm, 'another'),
    };
    expect(await found(tasks)).toEqual([[['3', true]], '3']);
  });

  test('is the first of two that have our description', async () => {
    const tasks = { 2: taskAnswer(vm, MARK), 3: taskAnswer(vm, MARK) };
    expect(await found(tasks)).toEqual([
      [
        ['2', true],
        ['3', true],
      ],
      '2',
    ]);
  });

  test('is one with the ID of an earlier press, after that of the latest', async () => {
    const other = { ...search, requestIds: ['latest', MARK] };
    const tasks = { 2: taskAnswer(vm, MARK), 3: taskAnswer(vm, 'latest') };
    expect(await found(tasks, other)).toEqual([
      [
        ['3', true],
        ['2', true],
      ],
      '3',
    ]);
  });

  test('is never one with another description, which is listed as of another request', async () => {
    const tasks = { 2: taskAnswer(vm, 'another'), 3: taskAnswer({ ...vm, newName: 'x' }, 'other') };
    expect(await found(tasks)).toEqual([[['2', false]], null]);
    const [job] = await findCommvaultRestores(serveOf(tasks).arm, search);
    expect(job && requestOf(search, job)).toBe('another');
  });

  test('may be one of the same VM and name where descriptions are left out, and is not adopted', async () => {
    const tasks = {
      2: taskAnswer(vm),
      3: taskAnswer({ ...vm, newName: 'testVM-x' }),
      4: taskAnswer({ ...vm, guid: '00000000-0000-0000-0000-000000000000' }),
    };
    expect(await found(tasks)).toEqual([[['2', false]], null]);
  });

  test('in place is never adopted without our description: names are always alike there', async () => {
    const other = { ...search, newName: 'testVM' };
    const tasks = { 2: taskAnswer({ ...vm, newName: 'testVM' }, undefined, true) };
    expect(await found(tasks, other)).toEqual([[['2', false]], null]);
  });

  test('may be one whose task can’t be read, or says nothing', async () => {
    expect(await found({ 2: 404, 3: taskAnswer({}), 4: { taskInfo: {} }, 5: [] })).toEqual([
      [
        ['2', false],
        ['3', false],
        ['4', false],
        ['5', false],
      ],
      null,
    ]);
  });

  test('is none that was there before the press, nor one that is another person’s', async () => {
    const tasks = { 1: taskAnswer(vm, MARK), 2: taskAnswer(vm) };
    const notOurs = [commvaultJobId(HOST, '2')];
    expect(await found(tasks, { ...search, notOurs })).toEqual([[], null]);
  });

  test('is ours by our description, whatever the person had ruled out', async () => {
    const notOurs = [commvaultJobId(HOST, '2')];
    expect(await found({ 2: taskAnswer(vm, MARK) }, { ...search, notOurs })).toEqual([
      [['2', true]],
      '2',
    ]);
  });

  test('is ours by our description where what was there before is unknown, and else not adopted', async () => {
    const other = { ...search, before: null, sentAt: instant(1763700060000) };
    expect(await found({ 2: taskAnswer(vm, MARK) }, other)).toEqual([[['2', true]], '2']);
    expect(await found({ 2: taskAnswer(vm) }, other)).toEqual([[['2', false]], null]);
  });

  test('may be one of many, of which ten are read one by one', async () => {
    const tasks = Object.fromEntries(
      Array.from({ length: 14 }, (_, at) => [
        String(at + 2),
        taskAnswer({ ...vm, newName: 'x' }, 'another'),
      ]),
    );
    const serve = serveOf(tasks);
    const jobs = await findCommvaultRestores(serve.arm, search);
    expect(jobs.map(({ isNamed }) => isNamed)).toEqual([false, false, false, false]);
    expect(serve.sent.filter(({ url }) => url.endsWith('/TaskDetails'))).toHaveLength(10);
  });
});

test('the restores of the last three days are known before a press', async () => {
  const { arm, sent } = serveOf({ 1: null, 2: null });
  const jobs = await recentCommvaultRestores(arm, HOST);
  expect(jobs.map(({ id }) => id)).toEqual(['1', '2'].map((one) => commvaultJobId(HOST, one)));
  expect(sent.map(({ url }) => url.split('completedJobLookupTime=')[1])).toEqual(['259200']);
});
