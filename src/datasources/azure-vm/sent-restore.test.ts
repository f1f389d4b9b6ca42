import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { settle } from '#src/rules/settle.ts';
import { readVmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import { nextStepsOf, unreadSourceSteps } from '#src/datasources/azure-vm/consequences.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { sentRestore } from '#src/datasources/azure-vm/sent-restore.ts';
import { jobStarted } from '#src/wizard/submit/follow.ts';
import { exampleView } from '#src/datasources/azure-vm/testing.ts';
import {
  exampleId,
  installMachineClock,
  type SendingTab,
  sendingTab,
  storedDraft,
} from '#src/wizard/submit/testing-tab.ts';

/** What is left to do after a restore: told at the press, and said again on the page of its job. */

let tab: SendingTab;
beforeEach(() => {
  tab = sendingTab();
  vi.stubGlobal('localStorage', tab.storage.area);
});
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

/** The job of the example, as it is known once Azure has named it. */
async function begun() {
  const id = exampleId();
  await tab.press(id);
  const attempt = attemptOf(storedDraft(id).submission);
  if (attempt === null) throw new Error('Nothing was sent');
  jobStarted(id, attempt, '/jobs/one');
  return { id, attempt };
}

test('a job keeps the next steps of its restore and the ID of its request', async () => {
  const { attempt } = await begun();
  const sent = sentRestore('/jobs/one');
  expect(sent?.nextSteps).toEqual([
    'restore-disks.next-uses',
    'template.deploy.where',
    'backup-again.template-vm',
  ]);
  expect(sent?.requestId).toBe(attempt.clientRequestId);
  expect(sentRestore('/jobs/other')).toBeNull();
});

test('a rule that is gone by then is left out, and a draft of before leaves nothing to do', async () => {
  const { id } = await begun();
  changeDraft(id, (draft) => ({ ...draft, nextSteps: ['after.nsg', 'after.gone'] }));
  expect(sentRestore('/jobs/one')?.nextSteps).toEqual(['after.nsg']);
  changeDraft(id, (draft) => ({ ...draft, nextSteps: undefined }));
  expect(sentRestore('/jobs/one')?.nextSteps).toEqual([]);
});

test('a job has the plan that was confirmed, whatever its draft became; a draft of before has none', async () => {
  const { id } = await begun();
  changeDraft(id, (draft) => ({ ...draft, choices: { ...draft.choices, rg: 'rg-since' } }));
  const plan = readVmPlan(sentRestore('/jobs/one')?.plan ?? '');
  expect(plan?.restore).toMatchObject({ kind: 'restoreDisks', recoveryPointId: '20982486783671' });
  expect(sentRestore('/jobs/one')?.plan).not.toContain('rg-since');
  changeDraft(id, (draft) => ({ ...draft, plan: undefined }));
  expect(sentRestore('/jobs/one')?.plan).toBeNull();
});

describe('what is left to do', () => {
  const { facts, choices } = exampleView();
  const stepsOf = (vm: Partial<typeof facts.vm>) =>
    nextStepsOf(settle({ ...facts, vm: { ...facts.vm, ...vm } }, choices, vmRules));

  test('is of the machine: its extensions and its address', () => {
    expect(stepsOf({ hasExtensions: true, staticIp: true })).toEqual(
      expect.arrayContaining(['after.extensions', 'after.static-ip']),
    );
    expect(stepsOf({ hasExtensions: false, staticIp: false })).not.toContain('after.extensions');
  });

  test('is not what is not known', () => {
    expect(stepsOf({ hasExtensions: undefined })).not.toContain('after.extensions');
  });

  test('may be, of a source that can’t be read, what depends on its settings alone', () => {
    const gone = { hasExtensions: undefined, staticIp: undefined, domainTrouble: undefined };
    const settled = settle({ ...facts, vm: { ...facts.vm, ...gone } }, choices, vmRules);
    expect(unreadSourceSteps(settled)).toEqual(['after.extensions', 'after.static-ip']);
    expect(unreadSourceSteps(settle(facts, choices, vmRules))).toEqual([]);
  });
});
