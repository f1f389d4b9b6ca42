import { describe, expect, test } from 'vitest';
import { jobAnswerWire, STAGES, toCommvaultJobDetails } from '#src/api/commvault/jobs.ts';
import { DETAILS, HOST, jobsAnswer, type SUMMARY, taskAnswer } from '#src/api/commvault/testing.ts';

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
