import { beforeEach, describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { commvaultJobId } from '#src/api/commvault/home.ts';
import { commvaultJobs } from '#src/api/commvault/job-source.ts';
import {
  type CommvaultJobDetails,
  isCommvaultJob,
  STAGES,
  type SubmittedTask,
} from '#src/api/commvault/jobs.ts';
import { COMMVAULT_FIELDS } from '#src/datasources/commvault-vm/fields.ts';
import {
  commvaultJobSpec,
  commvaultMending,
  killLeaves,
} from '#src/datasources/commvault-vm/CommvaultJob.tsx';
import { commvaultSteps, shownCommvaultSteps } from '#src/datasources/commvault-vm/next-steps.ts';
import { testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { app01, type RestoreWish } from '#src/mocks/commvault/testing.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { type Observations, observe } from '#src/progress/observe.ts';
import { type Progress, progressOf } from '#src/progress/progress.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { commvaultRules } from '#src/rules/catalogue/commvault.ts';
import type { Settled } from '#src/rules/settle.ts';
import { commvaultJob } from '#src/strings/commvault.ts';

test.each([
  ['No OS disk found. Please check if OS disk was filtered as part of backup', 'point'],
  [
    'OperationNotAllowed (409): Operation could not be completed as it results in exceeding approved standardDSv5Family cores quota.',
    'vmSize',
  ],
  ['ScopeLocked: the scope can’t be deleted because it is locked.', undefined],
  ['', undefined],
])('“%s” is mended by the field %s', (message, field) => {
  expect(commvaultMending({ message })?.field).toBe(field);
  expect(field === undefined || field in COMMVAULT_FIELDS).toBe(true);
});

const { leaves } = commvaultJob;
const task: SubmittedTask = {
  description: null,
  guid: null,
  name: 'app01',
  newName: 'app01',
  resourceGroup: 'rg',
  upTo: null,
  isInPlace: true,
  overwrites: true,
  isManaged: true,
  newDisks: null,
};
const at = (stage: string | null, isInPlace: boolean | null = true, overwrites = false) =>
  killLeaves({ stage, itemName: 'app01', task: { ...task, isInPlace, overwrites } });

describe('canceling a restore in place', () => {
  test.each([
    [STAGES.mediaAgent, null, 'still exists'],
    [STAGES.driver, null, 'still exists'],
    [STAGES.deleteVm, leaves.maybe, 'is being deleted'],
    [STAGES.mount, leaves.none, 'no VM is left.'],
    [STAGES.write, leaves.none, 'no VM is left.'],
    [STAGES.create, leaves.maybe, 'or an incomplete one'],
    [STAGES.convert, leaves.maybe, 'or an incomplete one'],
    [STAGES.securityGroup, leaves.maybe, 'or an incomplete one'],
  ])('in the stage “%s” says on the button: %s', (stage, command, says) => {
    const left = at(stage);
    expect(left?.command).toBe(command);
    expect(left?.text).toContain(says);
    expect(left?.text).toContain(`“${stage}”`);
    expect(left?.text).toContain('app01');
  });

  test('of a tenant that reports no stages never says that the VM is safe', () => {
    expect(at(null)).toEqual({ command: leaves.maybe, text: leaves.notReported('app01') });
  });
});

test('where it isn’t known whether a restore is in place, a VM may be lost', () => {
  expect(at(STAGES.write, null)).toEqual({ command: leaves.maybe, text: leaves.unread('app01') });
});

test('out of place a VM of the new name may be lost where it is overwritten', () => {
  const text = leaves.overwrites('app01');
  expect(at(STAGES.driver, false, true)).toEqual({ command: null, text });
  expect(at(STAGES.write, false, true)).toEqual({ command: leaves.maybe, text });
  expect(at(null, false, true)).toEqual({ command: leaves.maybe, text });
});

test('out of place nothing is deleted', () => {
  expect(Object.values(STAGES).map((stage) => at(stage, false))).toEqual(
    Object.values(STAGES).map(() => null),
  );
});

/** What the page of a job shows, by what the simulated CommServe answers. */

const HOST = new URL(COMMSERVE_ORIGIN).host;
const { signal } = new AbortController();
const inPlace = { id: app01, isInPlace: true, overwrites: true };

/** A restore that runs, read as its page reads it. */
async function running(wish: RestoreWish, scenario: ScenarioId, ...faults: readonly string[]) {
  const it = testWizard(scenario, ...faults);
  const number = await it.restore(wish);
  const id = commvaultJobId(HOST, number);
  let seen: Observations | null = null;
  const read = async (): Promise<{ job: CommvaultJobDetails; progress: Progress }> => {
    const job = commvaultJobs.jobFrom(id, await commvaultJobs.ask(id, signal));
    if (!isCommvaultJob(job)) throw new Error('not a job of Commvault');
    seen = observe(seen, job, it.clock.now());
    const facts = { observations: seen, past: [], sizeBytes: null };
    return { job, progress: progressOf(job, facts, it.clock.now()) };
  };
  /** Reads every 15 seconds for so long, as a page that is open does. */
  const passed = async (seconds: number) => {
    for (let left = seconds; left > 0; left -= 15) {
      it.clock.add(15);
      await read();
    }
    return read();
  };
  return { ...it, number, passed, read, reached: async (word: string) => it.reach(number, word) };
}

beforeEach(resetPageState);

const NO_ETA = { kind: 'unknown', why: 'noBytes' };

describe('a job', () => {
  test('that waits for a media agent is queued and never stands still', async () => {
    const it = await running(inPlace, 'default', 'commvault-job-waits');
    const { job, progress } = await it.passed(1500);
    expect(job).toMatchObject({ ownWord: 'Waiting', itemName: 'app01', stage: STAGES.mediaAgent });
    expect(job.wait?.reason).toContain('media agent');
    expect(progress).toMatchObject({ eta: NO_ETA, stall: null });
    expect(progress.phases[0]).toMatchObject({ status: 'inProgress', ownWord: 'Waiting' });
  });

  test('has a time left only while its bytes move', async () => {
    const it = await running({ id: app01 }, 'default');
    for (const stage of [STAGES.mediaAgent, STAGES.driver, STAGES.mount]) {
      await it.reached(stage);
      expect((await it.read()).progress.eta).toEqual(NO_ETA);
    }
    await it.reached(STAGES.write);
    const { eta } = (await it.passed(120)).progress;
    expect(eta).toMatchObject({ kind: 'range', bases: [{ kind: 'bytesAlone' }] });
    // 365 MB in a second, as the simulated job writes.
    const [low, high] = eta.kind === 'range' ? [eta.lowMs, eta.highMs] : [0, 0];
    const { bytes } = (await it.read()).job;
    const left = ((bytes?.total ?? 0) - (bytes?.transferred ?? 0)) / 365_000;
    expect(low).toBeLessThanOrEqual(left);
    expect(high).toBeGreaterThanOrEqual(left);
    expect(high).toBeLessThan(left * 2.5);
    for (const stage of [STAGES.create, STAGES.convert]) {
      await it.reached(stage);
      const { progress } = await it.read();
      expect(progress).toMatchObject({ eta: NO_ETA, phase: { name: stage } });
    }
  });

  test('that is pending says why, has no time left, and goes on by itself', async () => {
    const it = await running({ id: app01 }, 'default', 'commvault-job-pending');
    await it.reached('Pending');
    const { job, progress } = await it.read();
    expect(job.wait?.word).toBe('Pending');
    expect(job.wait?.reason).toContain('retried');
    expect(progress).toMatchObject({ eta: NO_ETA, phase: { ownWord: 'Pending' } });
    const again = await it.passed(400);
    expect(again.progress.eta.kind).toBe('range');
    expect(again.job.wait).toBeNull();
  });

  test('of a tenant that reports no stages has neither stages nor bytes, and never a time left', async () => {
    const it = await running(inPlace, 'recorded');
    const { job, progress } = await it.passed(300);
    expect(job).toMatchObject({ itemName: 'app01', stage: null, bytes: null, tasks: [] });
    expect(progress.eta).toEqual(NO_ETA);
    expect(killLeaves(job)?.command).toBe(leaves.maybe);
  });

  test('names its target as the lists of running restores know it', async () => {
    const it = await running({ id: app01, newName: 'app01-r' }, 'default');
    it.clock.add(60);
    expect((await it.read()).job.properties).toEqual([
      { name: 'Target VM Name', value: 'app01-r' },
      { name: 'Target resource group', value: 'rg-restore-weu' },
    ]);
  });
});

describe('a job that has ended', () => {
  test.each([
    ['commvault-job-errors', 'Completed w/ one or more errors', 'doneWithWork'],
    ['commvault-job-never-starts', 'Failed to Start', 'failed'],
    ['job-fails:3', 'Failed', 'failed'],
  ])('by the fault %s says “%s”', async (fault, word, outcome) => {
    const it = await running({ id: app01 }, 'default', fault);
    await it.reached(word);
    const { job } = await it.read();
    expect(jobVerdictOf(job, null).outcome).toBe(outcome);
    expect(job.errors.length).toBeGreaterThan(0);
    expect(job.ownWord).toBe(word);
  });

  test('well and without its VM in Azure is no success', async () => {
    const it = await running({ id: app01 }, 'default');
    await it.reached('Completed');
    const { job } = await it.read();
    expect(jobVerdictOf(job, null).outcome).toBe('done');
    const found = { isMachineThere: false, disks: null };
    expect(jobVerdictOf(job, found).outcome).toBe('gone');
  });

  test('by a kill says so, after it was being killed', async () => {
    const it = await running(inPlace, 'default');
    await it.reached(STAGES.write);
    await it.ask('POST', `/Job/${it.number}/action/kill`);
    expect((await it.read()).job).toMatchObject({ status: 'cancelling', ownWord: 'Kill Pending' });
    await it.reached('Killed');
    const { job } = await it.read();
    expect(job).toMatchObject({ status: 'cancelled', stage: STAGES.write });
    expect(await it.vm(app01)).toBeUndefined();
  });
});

test.each([
  [STAGES.driver, null, true],
  [STAGES.mount, leaves.none, false],
  [STAGES.write, leaves.none, false],
])(
  'what the button says at “%s” is what Azure has after the kill',
  async (stage, says, isThere) => {
    const it = await running(inPlace, 'default');
    await it.reached(stage);
    expect(killLeaves((await it.read()).job)?.command).toBe(says);
    await it.ask('POST', `/Job/${it.number}/action/kill`);
    await it.reached('Killed');
    it.clock.add(3600);
    expect((await it.vm(app01)) !== undefined).toBe(isThere);
  },
);

describe('a CommServe', () => {
  test('that leaves bare carriage returns in its texts is read', async () => {
    const it = await running({ id: app01 }, 'default', 'commvault-bare-returns', 'job-fails:3');
    it.clock.add(3600);
    const { job } = await it.read();
    expect(job.errors[0]?.message).toMatch(/^No OS disk found[^\r]*$/);
  });

  test.each([
    [
      'commvault-html-page',
      { kind: 'refused', status: 503, code: 'Maintenance', service: 'Commvault' },
    ],
    ['commvault-firewall', { kind: 'refused', status: 403, service: 'Commvault' }],
    // Refused, and not sent any more once a renewal was refused, too.
    ['commvault-token-rotated', { service: 'Commvault' }],
  ])('by the fault %s says why a job can’t be read', async (fault, facts) => {
    const it = testWizard('default', fault);
    const id = commvaultJobId(HOST, '8163407');
    const error: unknown = await commvaultJobs.ask(id, signal).catch((one: unknown) => one);
    expect(armFacts(error)).toMatchObject(facts);
    expect(it.sent.length).toBeGreaterThan(0);
  });
});

const machineId = resourceId('/subscriptions/s/x/virtualMachines/app01-r');
const OWN = ['own.backup', 'own.address', 'own.extensions'];
const speaking = (...ids: readonly string[]): Settled['verdicts'] =>
  commvaultRules.flatMap((rule) => (ids.includes(rule.id) ? [{ rule, state: 'speaks' }] : []));

test('the next steps are those of the checklist that speaks, and those of any VM', () => {
  expect(commvaultSteps({ verdicts: speaking() })).toEqual(OWN);
  const checklist = commvaultRules.filter(({ kind }) => kind === 'checklist').map(({ id }) => id);
  expect(commvaultSteps({ verdicts: speaking(...checklist, 'commvault.os') })).toEqual([
    ...checklist,
    ...OWN,
  ]);
});

test('a restore of another browser shows all steps, with their sources and checks', () => {
  const steps = shownCommvaultSteps(machineId, null);
  expect(steps).toHaveLength(6);
  expect(steps.find(({ id }) => id === 'commvault.cmk.des')).toMatchObject({
    check: { kind: 'keys', machineId },
    source: 'Commvault restores, Considerations, undated',
  });
  expect(steps.find(({ id }) => id === 'own.address')).toMatchObject({
    check: { kind: 'address', wanted: null },
    source: null,
  });
  expect(shownCommvaultSteps(null, ['own.address', 'gone'])).toMatchObject([{ check: null }]);
});

test.each([
  ['commvault.nsg.none', true],
  ['own.backup', true],
  ['after.extensions', false],
  ['constructor', false],
])('the step %s has a text: %s', (id, has) => {
  expect(commvaultJobSpec.stepText?.(id) !== null).toBe(has);
});
