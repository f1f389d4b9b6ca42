import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { restoreOfOtherPerson, type OtherPersonsRestore } from '#src/mocks/another-user.ts';
import { AS_NEW_VM, AS_REPLACEMENT } from '#src/datasources/azure-vm/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { disown } from '#src/wizard/submit/follow.ts';
import {
  exampleId,
  found,
  installMachineClock,
  look,
  type SendingTab,
  sendingTab,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

let tab: SendingTab;
const begin = (aheadMs: number) => {
  tab = sendingTab(aheadMs);
  vi.stubGlobal('localStorage', tab.storage.area);
};
beforeEach(() => begin(0));
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

const otherRestore = (order: Omit<OtherPersonsRestore, 'instance'>) =>
  tab.azure.azure.change((state, now) => [
    restoreOfOtherPerson(state, now, { instance: 'testVM', ...order }),
  ]);
const always = (effect: FaultEffect) =>
  tab.azure.azure.append([
    { type: 'fault-added', at: 0, fault: { id: effect.kind, match: {}, times: null, effect } },
  ]);
const restores = async () => (await tab.azure.azure.state()).restores;

describe.each([
  ['disks', {}],
  ['a new machine', AS_NEW_VM],
  ['a replacement', AS_REPLACEMENT],
] as const)('a lost answer while another operator restores too: %s', (_, choices) => {
  test.each(['answer-lost', 'accepted-but-500'] as const)(
    'ends in exactly one job of ours, which is adopted: %s',
    async (kind) => {
      const id = exampleId(choices);
      await tab.breaks({ kind });
      await otherRestore({ group: 'testRG' });
      tab.pass(60);
      await tab.press(id, { choices });
      await otherRestore({ group: 'targetRG', vmName: 'theirs' });
      await tab.press(id, { choices });
      tab.pass(1);
      const name = await look(tab, id);
      await tab.press(id, { choices });
      const submission = submissionOf(id);
      expect(submission).toMatchObject({ state: 'job', isAdopted: true });
      const jobId = submission.state === 'job' ? submission.jobId : '';
      expect(jobId).toMatch(new RegExp(`/backupJobs/${name ?? ''}$`));
      expect(watchedJobs()[0]).toMatchObject({ jobId, machine: 'testVM' });
      expect([tab.requests(), (await restores()).length]).toEqual([1, 3]);
      expect((await restores())[1]?.jobId).toBe(name);
    },
  );
});

const HOUR_MS = 3_600_000;

describe.each([
  ['an hour fast', HOUR_MS],
  ['an hour slow', -HOUR_MS],
  ['a month slow', -30 * 24 * HOUR_MS],
] as const)('a machine whose clock is %s', (_, aheadMs) => {
  beforeEach(() => begin(aheadMs));

  test('adopts exactly its own job, and never an identical one of before', async () => {
    for (const minutes of [90, 55, 1]) {
      await otherRestore({ group: 'targetRG' });
      tab.pass(minutes * 60);
    }
    await tab.breaks({ kind: 'answer-lost' });
    const id = exampleId();
    await tab.press(id);
    tab.pass(1);
    expect(await look(tab, id)).toBe((await restores())[3]?.jobId);
    expect(submissionOf(id)).toMatchObject({ state: 'job', isAdopted: true });
  });

  test('adopts none of before where its request never arrived', async () => {
    await otherRestore({ group: 'targetRG' });
    tab.pass(60);
    await tab.breaks({ kind: 'drop' });
    const id = exampleId();
    await tab.press(id);
    tab.pass(60);
    expect(await found(tab, id)).toEqual([]);
    expect(submissionOf(id).state).toBe('lost');
  });
});

describe('a job that reports no ID and is only likely its own is not adopted', () => {
  const lost = async (how: Parameters<SendingTab['press']>[1] = {}) => {
    await always({ kind: 'odd-ids', are: 'unreported' });
    await tab.breaks({ kind: 'answer-lost' });
    const id = exampleId();
    await tab.press(id, how);
    tab.pass(1);
    return id;
  };

  test('because it names no target', async () => {
    await always({ kind: 'empty-bags' });
    const id = await lost();
    expect(await found(tab, id)).toMatchObject([{ isNamed: false }]);
    expect(await look(tab, id)).toBeNull();
    expect(submissionOf(id).state).toBe('lost');
  });

  test('because a colleague started the same at the same time; the person picks the right one', async () => {
    const id = await lost();
    await otherRestore({ group: 'targetRG' });
    tab.pass(1);
    const jobs = await found(tab, id);
    expect(jobs).toHaveLength(2);
    expect(await look(tab, id)).toBeNull();
    const [ours, theirs] = await restores();
    disown(
      id,
      jobs.filter(({ name }) => name === theirs?.jobId).map((job) => job.id),
    );
    expect(await look(tab, id)).toBe(ours?.jobId);
  });

  test('because the jobs before the press are unknown', async () => {
    const id = await lost({ withoutJobs: true });
    expect(await found(tab, id)).toMatchObject([{ isNamed: true }]);
    expect(await look(tab, id)).toBeNull();
  });
});
