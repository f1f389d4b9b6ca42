import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestArm, testArm } from '#src/api/arm/testing.ts';
import { findRestoreJobs } from '#src/api/recovery-services/jobs/search.ts';
import { installClock } from '#src/lib/clock.ts';
import { type FakeStorage, fakeStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { restoreOfSomebodyElse, type SomebodyElsesRestore } from '#src/mocks/somebody-else.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { createDraft, draftState } from '#src/wizard/draft/store.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  EXAMPLE_CHOICES,
  exampleView,
} from '#src/wizard/draft/testing.ts';
import { adoptJob } from '#src/wizard/submit/follow.ts';
import { plannedRestore } from '#src/wizard/submit/request.ts';
import { sendRestore } from '#src/wizard/submit/send.ts';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

let storage: FakeStorage;
let azure: TestAzure;
let client: TestArm;
beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage.area);
  azure = testAzure('document');
  installClock({ now: azure.clock.now, realDelayMs: (ms) => ms, onJump: () => () => undefined });
  client = testArm((request) => azure.azure.fetch(request));
});
afterEach(() => {
  vi.unstubAllGlobals();
  installClock({
    now: () => instant(Date.now()),
    realDelayMs: (ms) => ms,
    onJump: () => () => undefined,
  });
});

const breaks = (effect: FaultEffect) =>
  azure.azure.append([
    {
      type: 'fault-added',
      at: 0,
      fault: { id: 'f', match: { operation: 'restores.trigger' }, times: 1, effect },
    },
  ]);
const somebodyElse = (order: Omit<SomebodyElsesRestore, 'instance'>) =>
  azure.azure.change((state, now) => [
    restoreOfSomebodyElse(state, now, { instance: 'testVM', ...order }),
  ]);

async function pressed(id: string, choices: Partial<DraftChoices>): Promise<void> {
  const plan = plannedRestore(exampleView(choices));
  if (!plan.ok) throw new Error(plan.reason);
  await sendRestore(client.arm, id, plan.value);
}
function submissionOf(id: string) {
  const { draft } = draftState(id);
  return draft.ok ? draft.value.submission : null;
}
/** What the wizard looks for, from what was chosen. */
const lookFor = (choices: Partial<DraftChoices>, sentAt: number) =>
  findRestoreJobs(client.arm, {
    vaultId: resourceId(exampleVault),
    itemName: 'testVM',
    since: instant(sentAt),
    kind: choices.option ?? 'restoreDisks',
    targetMachine: choices.vmName ?? null,
    targetGroup: choices.option === 'replaceDisks' ? '' : 'targetRG',
  });

describe.each([
  ['disks', EXAMPLE_CHOICES],
  ['a new machine', { ...EXAMPLE_CHOICES, ...AS_NEW_VM }],
  ['a replacement', { ...EXAMPLE_CHOICES, ...AS_REPLACEMENT }],
] as const)('a lost answer while another operator restores too: %s', (_, choices) => {
  test.each(['answer-lost', 'accepted-but-500'] as const)(
    'ends in exactly one job of ours, which is adopted: %s',
    async (kind) => {
      const id = createDraft(choices);
      await breaks({ kind });
      const sentAt = azure.clock.now();
      await somebodyElse({ group: 'testRG' });
      await pressed(id, choices);
      await somebodyElse({ group: 'targetRG', vmName: 'theirs' });
      await pressed(id, choices);
      azure.clock.add(1);
      const found = await lookFor(choices, sentAt);
      expect(found).toHaveLength(1);
      adoptJob(id, found[0]?.id ?? '');
      await pressed(id, choices);
      expect(submissionOf(id)).toEqual({ state: 'job', jobId: found[0]?.id, isAdopted: true });
      expect(watchedJobs()[0]).toMatchObject({ jobId: found[0]?.id, machine: 'testVM' });
      const posts = client.sent.filter(({ url }) => url.includes('/restore?'));
      const { restores } = await azure.azure.state();
      expect([posts.length, restores.length]).toEqual([1, 3]);
      expect(restores[1]?.jobId).toBe(found[0]?.name);
    },
  );
});
