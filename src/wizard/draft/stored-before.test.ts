import * as z from 'zod/mini';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { givenRoles, recordOf } from '#src/actions/record.ts';
import { seenJobs } from '#src/api/commvault/job-lists.ts';
import { storedJob } from '#src/api/queries/seen-jobs.ts';
import { storedValidationOf } from '#src/api/queries/validations.ts';
import { readDiskPlan } from '#src/datasources/azure-disk/request.ts';
import { diskScripts } from '#src/datasources/azure-disk/commands.tsx';
import { diskFields } from '#src/datasources/azure-disk/fields.ts';
import { vmFields } from '#src/datasources/azure-vm/choices.ts';
import { cliScript } from '#src/datasources/azure-vm/commands/cli.ts';
import { readVmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import { powerShellScript } from '#src/datasources/azure-vm/commands/power-shell.ts';
import { restScript } from '#src/datasources/azure-vm/commands/VmScripts.tsx';
import { attempts } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { ordersOf } from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { fileFields } from '#src/datasources/azure-vm/files/fields.ts';
import { stepOrderOf, stepOrdersOf } from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import { sentRestore } from '#src/datasources/azure-vm/sent-restore.ts';
import { commvaultFields } from '#src/datasources/commvault-vm/fields.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeClock, fakeStorage } from '#src/lib/testing.ts';
import { DRAFT_VERSION, type Draft } from '#src/wizard/draft/schema.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import recorded from '#src/wizard/draft/stored-before.json';
import { cleanUpsOf } from '#src/wizard/next-steps/afterwards.tsx';
import { marksOf } from '#src/wizard/next-steps/marks.ts';
import { watchedEntries } from '#src/wizard/submit/watched.ts';

/**
 * What the browsers of people hold is opened as it was stored: `stored-before.json` has the entries as the version of
 * 26 November 2026 wrote them, and a draft of each version before. They never change: a new form gets entries of its own.
 */

/** When they were recorded: a validation counts for a day. */
const AT = Date.parse('2018-06-04T13:00:00Z');
const entries = Object.entries(recorded);

beforeEach(() => {
  resetPageState();
  const storage = fakeStorage();
  for (const [name, text] of entries) storage.entries.set(ownName(name), text);
  vi.stubGlobal('localStorage', storage.area);
  installClock(fakeClock(AT));
});
afterEach(() => {
  resetPageState();
  vi.unstubAllGlobals();
  installClock(machineClock);
});

function draftOf(id: string): Draft {
  const { draft } = draftState(id);
  if (!draft.ok) throw new Error(draft.reason.kind);
  return draft.value;
}

const JOB = '/vault/backupjobs/j1';

/** What opens the entries of a kind, by how their names start; each gives what was stored. */
const OPENERS: Readonly<Record<string, (rest: string) => unknown>> = {
  'draft.': draftOf,
  'seen.': storedJob,
  'commserve-jobs.': (host) => {
    const seen = seenJobs(host);
    const ofJob = ['number', 'itemName', 'operation', 'statusWord', 'percent'];
    const times = ['startedAt', 'endedAt', 'durationMs'];
    const stored = (job: object) =>
      Object.fromEntries(Object.entries(job).filter(([key]) => [...ofJob, ...times].includes(key)));
    return seen && { at: seen.at, jobs: seen.jobs.map(stored) };
  },
  validations: () => ({
    'draft-1': storedValidationOf('draft-1'),
    'draft-2': storedValidationOf('draft-2'),
  }),
  watched: watchedEntries,
  'action.': recordOf,
  'step-orders.': (name) => stepOrderOf(JOB, name.slice(JOB.length + 1)),
  'step-orders-past.': stepOrdersOf,
  'disk-orders.': ordersOf,
  'clean-ups.': (jobId) => cleanUpsOf(jobId).map(({ id, sentence, at }) => ({ id, sentence, at })),
  'next-steps.': marksOf,
  'deployments.': attempts,
  'given-roles': givenRoles,
};

test.each(entries)('%s is opened, and nothing of it is lost', (name, text) => {
  const [start = '', open] = Object.entries(OPENERS).find(([one]) => name.startsWith(one)) ?? [];
  const stored: unknown = JSON.parse(text);
  const isDraft = start === 'draft.';
  expect(open?.(name.slice(start.length))).toEqual(
    isDraft ? Object.assign({}, stored, { version: DRAFT_VERSION }) : stored,
  );
});

test('each kind has an entry', () => {
  const starts = Object.keys(OPENERS);
  expect(starts.filter((start) => entries.every(([name]) => !name.startsWith(start)))).toEqual([]);
});

const drafts = entries.flatMap(([name]) => (name.startsWith('draft.') ? [name.slice(6)] : []));

test.each(drafts)('the task of the draft %s can read its choices', (id) => {
  const { choices, task } = draftOf(id);
  const fields = {
    'azure-vm': task === 'recoverFiles' ? fileFields : vmFields,
    'azure-disk': diskFields,
    'commvault-vm': commvaultFields,
  }[choices.datasource ?? 'azure-vm'];
  expect(fields?.canRead(choices)).toBe(true);
});

const withPlan = z.object({ plan: z.string() });

describe('a plan', () => {
  const plans = entries.flatMap(([name, text]) => {
    const { data } = name.startsWith('draft.') ? withPlan.safeParse(JSON.parse(text)) : {};
    return data === undefined ? [] : [[name, data.plan] as const];
  });

  test.each(plans)('of %s is read with all its keys, and has its commands', (_, plan) => {
    const [vm, disk] = [readVmPlan(plan), readDiskPlan(plan)];
    expect(vm ?? disk).toEqual(JSON.parse(plan));
    const scripts =
      vm === null
        ? disk && Object.values(diskScripts(disk))
        : [restScript(vm), cliScript(vm), powerShellScript(vm)];
    expect(scripts?.map(({ script }) => script)).toEqual([
      expect.stringContaining('/restore?'),
      expect.stringContaining('restore'),
      expect.stringContaining('Restore'),
    ]);
  });

  test('of each kind of restore was recorded', () => {
    const kinds = plans.map(([, plan]) => readVmPlan(plan)?.restore.kind ?? 'disk');
    expect(new Set(kinds)).toEqual(new Set(['restoreDisks', 'createVm', 'replaceDisks', 'disk']));
  });
});

test('a job has the plan, the source and the steps of its draft', () => {
  const sent = sentRestore('/vault/backupJobs/vm');
  expect(readVmPlan(sent?.plan ?? '')?.restore.kind).toBe('createVm');
  expect(sent?.source).toMatchObject({ osType: 'Windows', nicCount: 1 });
  expect(sent?.nextSteps).toEqual(['after.extensions']);
});
