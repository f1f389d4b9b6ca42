import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { answer } from '#src/api/arm/testing.ts';
import { askForCommvaultJob, isJobKnown, killJob } from '#src/api/commvault/job-lists.ts';
import {
  commvaultStatusOf,
  isCommvaultJob,
  isPoint,
  isWaiting,
  jobAnswerWire,
  STAGES,
  toCommvaultJobDetails,
} from '#src/api/commvault/jobs.ts';
import {
  DETAILS,
  GUID,
  HOST,
  jobsAnswer,
  taskAnswer,
  testServe,
} from '#src/api/commvault/testing.ts';
import type { SUMMARY } from '#src/mocks/commvault/testing.ts';

const place = { host: HOST, name: '8163492' };

/** A job as the client maps it, by the sample but for what is given. */
function detailsOf(
  summary: Partial<typeof SUMMARY> = {},
  more: { details?: unknown; events?: unknown; task?: unknown } = {},
) {
  return toCommvaultJobDetails(
    HOST,
    jobAnswerWire.parse({
      job: jobsAnswer(summary),
      details: DETAILS,
      events: null,
      task: null,
      ...more,
    }),
  );
}

describe('a running job', () => {
  test('is read field by field', () => {
    const job = detailsOf();
    expect(job).toMatchObject({
      id: `commvault:${HOST}/job/8163492`,
      number: '8163492',
      name: '8163492',
      vaultName: HOST,
      itemName: 'testVM',
      operation: 'Restore',
      status: 'inProgress',
      statusWord: 'Running',
      startedAt: 1763700060000,
      endedAt: null,
      durationMs: 550_000,
      isCancellable: true,
      percent: 41,
      bytes: { transferred: 55834574848, total: 136365211648 },
      wait: null,
      stage: 'Write data from library',
      errors: [],
    });
    expect(isCommvaultJob(job)).toBe(true);
  });

  test('with nothing but its summary is still known', () => {
    expect(detailsOf({}, { details: null })).toMatchObject({
      itemName: 'hv-azure-a',
      percent: 41,
      bytes: null,
      stage: 'Write data from library',
    });
  });

  test.each([
    ['no size that is reported', { restoredSize: 5, UsedSpace: -999 }],
    ['a size of 0', { restoredSize: 0, UsedSpace: 0 }],
    ['no bytes that are reported', { restoredSize: -999, UsedSpace: 5 }],
    ['an empty text for a size', { restoredSize: 5, UsedSpace: '' }],
  ])('with %s has no bytes', (_what, sizes) => {
    const details = { job: { jobDetail: { clientStatusInfo: { vmStatus: [sizes] } } } };
    expect(detailsOf({}, { details }).bytes).toBeNull();
  });
});

describe('the words of a CommServe', () => {
  test.each([
    ['Queued', 'inProgress'],
    ['Waiting', 'inProgress'],
    ['Pending', 'inProgress'],
    ['Running', 'inProgress'],
    ['Running (cannot be verified)', 'inProgress'],
    ['Suspend Pending', 'inProgress'],
    ['Suspended', 'inProgress'],
    ['Interrupt Pending', 'inProgress'],
    ['Interrupted', 'inProgress'],
    ['Kill Pending', 'cancelling'],
    ['Completed', 'completed'],
    ['Completed w/ one or more warnings', 'completedWithWarnings'],
    ['Completed w/ one or more errors', 'completedWithWarnings'],
    ['COMPLETED_WITH_ERRORS', 'completedWithWarnings'],
    ['Committed', 'completedWithWarnings'],
    ['Failed', 'failed'],
    ['Failed to Start', 'failed'],
    ['FAILED_TO_START', 'failed'],
    ['Killed', 'cancelled'],
    ['Abnormal Terminated Cleanup', 'unknown'],
    ['', 'unknown'],
  ])('%s', (word, status) => {
    expect(commvaultStatusOf(word)).toBe(status);
  });

  test('tell what waits from what works', () => {
    const waiting = ['Queued', 'Waiting', 'Pending', 'Suspended', 'Running', 'Kill Pending'];
    expect(waiting.filter(isWaiting)).toEqual(['Queued', 'Waiting', 'Pending', 'Suspended']);
  });

  test('tell which backups can be restored', () => {
    const ended = [
      'Completed',
      'Completed w/ one or more errors',
      'Committed',
      'Failed',
      'Running',
    ];
    expect(ended.filter(isPoint)).toEqual(['Completed', 'Completed w/ one or more errors']);
  });
});

describe('a job that waits', () => {
  test.each([
    ['Waiting', 'Waiting for a media agent', 'No media agent is free.'],
    ['Pending', 'Engage the Virtual Server file system driver', 'The access node is offline.'],
  ])('%s says why, and where', (status, currentPhaseName, pendingReason) => {
    const job = detailsOf({ status, currentPhaseName, pendingReason }, { details: null });
    expect(job).toMatchObject({
      status: 'inProgress',
      wait: { word: status, reason: pendingReason },
    });
    expect(job.tasks.find((task) => task.status === 'inProgress')).toMatchObject({
      name: currentPhaseName,
      statusWord: status,
      details: pendingReason,
    });
    expect(job.errors).toEqual([]);
  });

  test('doesn’t always say why', () => {
    const job = detailsOf({ status: 'Pending' }, { details: null });
    expect(job.wait).toEqual({ word: 'Pending', reason: null });
  });
});

describe('a job that did not end well', () => {
  const events = {
    commservEvents: [
      { severity: 3, eventCodeString: '19:1', description: 'Write data from library.' },
      {
        severity: 6,
        eventCodeString: '91:322',
        description: 'Restore failed. No OS disk found. Please check if OS disk was filtered.',
      },
      { severity: 6, eventCodeString: '91:9', description: 'The job has failed.' },
    ],
  };

  test('says why: its own reason, and its severe events', () => {
    const pendingReason = 'No OS disk found. Please check if OS disk was filtered.';
    expect(detailsOf({ status: 'Failed', pendingReason }, { events }).errors).toEqual([
      { code: '91:322', title: '', message: pendingReason, recommendations: [] },
      {
        code: '91:322',
        title: '',
        message: 'Restore failed. No OS disk found. Please check if OS disk was filtered.',
        recommendations: [],
      },
      { code: '91:9', title: '', message: 'The job has failed.', recommendations: [] },
    ]);
  });

  test('may have its code in the text', () => {
    const pendingReason = 'ERROR CODE [91:329]: Unable to create the VM.';
    expect(detailsOf({ status: 'Failed to Start', pendingReason }).errors).toEqual([
      { code: '91:329', title: '', message: 'Unable to create the VM.', recommendations: [] },
    ]);
  });

  test('or ended with errors, or was killed', () => {
    const reasons = { pendingReason: 'The security group is missing.' };
    const status = 'Completed w/ one or more errors';
    expect(detailsOf({ ...reasons, status })).toMatchObject({
      status: 'completedWithWarnings',
      statusWord: status,
      errors: [{ message: reasons.pendingReason }],
      isCancellable: false,
    });
    expect(detailsOf({ ...reasons, status: 'Killed' })).toMatchObject({
      status: 'cancelled',
      errors: [],
    });
  });
});

describe('asking for a job', () => {
  const answers = (status: string) => (request: Request) => {
    const path = new URL(request.url).pathname.replace('/webconsole/api', '');
    if (path === '/Job/8163492') return answer(200, jobsAnswer({ status }));
    if (path === '/JobDetails') return answer(200, DETAILS);
    return path === '/Events' ? answer(200, { commservEvents: [] }) : answer(404, {});
  };
  const task = taskAnswer({ guid: GUID });
  const phases: (string | null)[] = [];
  const ask = (serve: ReturnType<typeof testServe>) =>
    askForCommvaultJob(serve.arm, place, {
      taskOf: async () => task,
      eventsIn: async (phase, askFor) => {
        phases.push(phase);
        return phase === null ? askFor() : null;
      },
    });

  test('reads its events anew where it doesn’t simply run in a phase', async () => {
    phases.length = 0;
    const paths = async (status: string) => {
      const serve = testServe(answers(status));
      expect(toCommvaultJobDetails(HOST, jobAnswerWire.parse(await ask(serve))).statusWord).toBe(
        status,
      );
      return serve.sent.map(({ url }) => url.replace(/.*\/webconsole\/api/, ''));
    };
    const always = ['/Job/8163492', '/JobDetails'];
    expect(await paths('Running')).toEqual(always);
    expect(await paths('Pending')).toEqual([...always, '/Events?jobId=8163492']);
    expect(await paths('Completed')).toEqual([...always, '/Events?jobId=8163492']);
    expect(phases).toEqual(['Write data from library', null, null]);
  });

  test('asks for details by its number, and does without those that are refused', async () => {
    const serve = testServe((request) =>
      request.url.endsWith('/JobDetails')
        ? answer(200, { error: { errList: [{ errorCode: 5, errLogMessage: 'Access denied' }] } })
        : answers('Running')(request),
    );
    expect(await ask(serve)).toMatchObject({ details: null, task });
    expect(serve.sent.find(({ url }) => url.endsWith('/JobDetails'))?.body).toBe(
      '{"jobId":8163492,"showAttempt":true}',
    );
  });

  test('that the CommServe doesn’t know yet is not there', async () => {
    const { arm } = testServe(() => answer(200, { totalRecordsWithoutPaging: 0, jobs: [] }));
    const nothing = async () => null;
    const error: unknown = await askForCommvaultJob(arm, place, {
      taskOf: nothing,
      eventsIn: nothing,
    }).catch((one: unknown) => one);
    expect(armFacts(error)).toMatchObject({ kind: 'refused', status: 404, code: 'NoSuchJob' });
    expect(await isJobKnown(arm, place)).toBe(false);
    expect(await isJobKnown(testServe(answers('Running')).arm, place)).toBe(true);
  });
});

describe('killing a job', () => {
  test('is requested once, and taken by a code of 0', async () => {
    const { arm, sent } = testServe(() => answer(200, { errorCode: 0, errorMessage: '' }));
    await killJob(arm, place);
    expect(sent.map(({ method, url }) => [method, url.replace(/.*\/api/, '')])).toEqual([
      ['POST', '/Job/8163492/action/kill'],
    ]);
  });

  test('of one that is killed already is refused', async () => {
    const denied = { errorCode: 8, errLogMessage: 'The job is not active.' };
    const { arm, sent } = testServe(() => answer(200, { errors: [{ errList: [denied] }] }));
    const error: unknown = await killJob(arm, place).catch((one: unknown) => one);
    expect(armFacts(error)).toMatchObject({ kind: 'refused', message: denied.errLogMessage });
    expect(sent).toHaveLength(1);
  });
});

/** A job in a phase, with its events, with its task. */
function jobOf(
  summary: Partial<typeof SUMMARY>,
  more: { details?: unknown; events?: unknown; task?: unknown } = {},
) {
  const parts = { job: jobsAnswer(summary), details: null, events: null, task: null, ...more };
  return toCommvaultJobDetails(HOST, jobAnswerWire.parse(parts));
}

const stagesOf = (...given: Parameters<typeof jobOf>) =>
  jobOf(...given).tasks.map(({ name, status }) => [name, status]);

const inPlace = { task: taskAnswer({}, 'mark', true) };
const { driver, deleteVm, mount, write, create, convert, securityGroup, mediaAgent } = STAGES;

describe('the stages of a restore', () => {
  test('in place are those of its task, with the deletion', () => {
    expect(stagesOf({ currentPhaseName: write }, inPlace)).toEqual([
      [driver, 'completed'],
      [deleteVm, 'completed'],
      [mount, 'completed'],
      [write, 'inProgress'],
      [create, 'notStarted'],
      [convert, 'notStarted'],
    ]);
  });

  test('out of place have no deletion', () => {
    expect(stagesOf({ currentPhaseName: mount }, { task: taskAnswer({}, 'mark') })).toEqual([
      [driver, 'completed'],
      [mount, 'inProgress'],
      [write, 'notStarted'],
      [create, 'notStarted'],
      [convert, 'notStarted'],
    ]);
  });

  test('of a task that isn’t known have none that only some restores have', () => {
    expect(stagesOf({ currentPhaseName: driver }).map(([name]) => name)).toEqual([
      driver,
      mount,
      write,
      create,
    ]);
  });

  test('have the deletion where it is seen, whatever the task says', () => {
    const stages = stagesOf({ currentPhaseName: deleteVm }, { task: taskAnswer({}) });
    expect(stages).toContainEqual([deleteVm, 'inProgress']);
  });

  test('start with the wait for a media agent where there is one', () => {
    expect(stagesOf({ status: 'Waiting', currentPhaseName: mediaAgent })[0]).toEqual([
      mediaAgent,
      'inProgress',
    ]);
  });

  test('end where the job fails or is killed', () => {
    const last = { currentPhaseName: create };
    expect(stagesOf({ ...last, status: 'Failed' }, inPlace)).toContainEqual([create, 'failed']);
    expect(stagesOf({ ...last, status: 'Failed' }, inPlace)).toContainEqual([
      convert,
      'notStarted',
    ]);
    const killed = jobOf({ currentPhaseName: mount, status: 'Killed' }, inPlace);
    expect(killed.stage).toBe(mount);
    expect(killed.tasks.map(({ status }) => status)).toEqual([
      'completed',
      'completed',
      'cancelled',
      'notStarted',
      'notStarted',
      'notStarted',
    ]);
  });

  test('are all over where the job is', () => {
    const stages = stagesOf({ currentPhaseName: securityGroup, status: 'Completed' }, inPlace);
    expect(stages.map(([, status]) => status)).toEqual(Array.from(stages, () => 'completed'));
    expect(stages.at(-1)).toEqual([securityGroup, 'completed']);
  });

  test('have errors at their end that no answer gives to one of them', () => {
    const status = 'Completed w/ one or more errors';
    const stages = stagesOf({ currentPhaseName: securityGroup, status });
    expect(stages.slice(-2)).toEqual([
      [create, 'completed'],
      [securityGroup, 'unknown'],
    ]);
  });

  test('go on while it is being killed', () => {
    expect(stagesOf({ currentPhaseName: write, status: 'Kill Pending' })).toContainEqual([
      write,
      'inProgress',
    ]);
  });

  test('have the times of their events, and the bytes of the one that moves them', () => {
    const at = (description: string, timeSource: number) => ({
      severity: 3,
      eventCodeString: '19:1916',
      description,
      timeSource,
    });
    const events = {
      commservEvents: [
        at('Recreate the VM has begun.', 1763701000),
        at('Write data from library has begun.', 1763700300),
        at('Engage the Virtual Server file system driver has begun.', 1763700060),
        at('Something else happened.', 1763700100),
      ],
    };
    const ended = {
      status: 'Completed',
      currentPhaseName: 'Recreate the VM',
      jobEndTime: 1763701200,
    };
    const { tasks } = jobOf(ended, { events, details: DETAILS });
    const times = tasks.map(({ name, startedAt, durationMs }) => [name, startedAt, durationMs]);
    expect(times).toEqual([
      [driver, 1763700060000, 240_000],
      [mount, null, null],
      [write, 1763700300000, 700_000],
      [create, 1763701000000, 200_000],
    ]);
    expect(tasks.map(({ bytes }) => bytes?.total ?? null)).toEqual([
      null,
      null,
      136365211648,
      null,
    ]);
  });
});

test.each(['Restore', '', 'Something new'])(
  'a tenant that reports the phase “%s” reports no stages',
  (phase) => {
    const job = jobOf({ currentPhaseName: phase, percentComplete: 41 }, inPlace);
    expect(job).toMatchObject({ tasks: [], stage: null, bytes: null, percent: 41 });
  },
);
