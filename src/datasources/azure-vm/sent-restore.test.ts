import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeVmChoices } from '#src/datasources/azure-vm/choices.ts';
import { readVmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import { nextStepsOf, unreadSourceSteps } from '#src/datasources/azure-vm/consequences.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import {
  readSource,
  sentAnswers,
  sentRestore,
  sourceText,
} from '#src/datasources/azure-vm/sent-restore.ts';
import {
  createDraft,
  exampleCard,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { settle } from '#src/rules/settle.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { changeDraft, draftState } from '#src/wizard/draft/store.ts';
import { recordAnswer } from '#src/wizard/submit/follow.ts';
import {
  exampleId,
  installMachineClock,
  type SendingTab,
  sendingTab,
  storedDraft,
} from '#src/wizard/submit/testing-tab.ts';

/** What is left to do after a restore: told at the press, and said again on the page of its job. */
describe('the job of a restore', () => {
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
    recordAnswer(id, attempt, (pressed) => ({
      state: 'job',
      jobId: '/jobs/one',
      isAdopted: false,
      attempt: pressed,
    }));
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
    expect(plan?.restore).toMatchObject({
      kind: 'restoreDisks',
      recoveryPointId: '20982486783671',
    });
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
});

freshStorage();

const JOB = '/vault/backupJobs/J';
const before = Date.parse('2025-06-04T22:00:00Z');

/** A draft as the page of what has happened creates it. */
const begun = (): string =>
  createDraft(
    { instance: '/a', point: '1' },
    { option: 'createVm', outage: 'region' },
    { scenario: 'region-down', before },
  );
const send = (id: string) =>
  changeDraft(id, (draft) => ({
    ...draft,
    asked: draft.choices,
    submission: { state: 'job', jobId: JOB, isAdopted: false },
  }));

test('what was answered before a restore was sent is kept with its job, through a reload', () => {
  const id = begun();
  changeVmChoices(id, { dc: 'none' });
  send(id);
  resetPageState();
  expect(sentAnswers(JOB)).toEqual([
    ['What happened?', 'A region is down'],
    ['Good until', dateTimeText(instant(before))],
    ['Is it a domain controller?', 'No'],
    ['Is its zone or region down?', 'The primary datacenter is down'],
  ]);
});

test('a job of another browser has none', () => {
  expect(sentAnswers(JOB)).toEqual([]);
});

test('what has happened to one VM does not apply to another', () => {
  const id = begun();
  changeVmChoices(id, { instance: '/b' });
  const { draft } = draftState(id);
  expect(draft.ok && draft.value.cause).toBeUndefined();
});

const card = (address: string, isStatic: boolean) => ({
  ...exampleCard,
  hasStaticAddress: isStatic,
  addresses: [{ address, isStatic }],
});

test('the settings of the source are read as they were written', () => {
  const reads = exampleReads({
    machine: {
      availabilitySet: 'set-a',
      hybridBenefit: true,
      extensions: ['Monitor'],
      nicCount: 2,
    },
    cards: [card('10.0.0.4', true), card('10.0.0.5', false)],
  });
  expect(readSource(sourceText(reads))).toMatchObject({
    availabilitySet: 'set-a',
    hybridBenefit: true,
    extensions: ['Monitor'],
    nicCount: 2,
    addresses: ['10.0.0.4'],
    policyName: 'DefaultPolicy',
  });
});

test('a NIC that wasn’t read leaves the addresses open, and a VM that is gone all', () => {
  const reads = exampleReads({ machine: { nicCount: 2 }, cards: [card('10.0.0.4', true)] });
  expect(readSource(sourceText(reads))?.addresses).toBeNull();
  expect(sourceText(exampleReads({ machine: null }))).toBeUndefined();
});

test.each([undefined, '', '{', '{}', '{"disks":1}'])('a draft with %j knows nothing', (text) => {
  expect(readSource(text)).toBeNull();
});
