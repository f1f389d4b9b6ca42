import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pollOperation, storedOperation } from '#src/api/arm/operation.ts';
import { testArm, type TestArm } from '#src/api/arm/testing.ts';
import { findRestoreJobs } from '#src/api/recovery-services/lost-jobs.ts';
import { sendInSecondary } from '#src/datasources/azure-vm/request/testing-secondary.ts';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { secondaryJobOf } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { isSent } from '#src/wizard/draft/schema.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import {
  adoptJob,
  disown,
  jobStarted,
  openAgain,
  recordAnswer,
  recordNoAnswer,
} from '#src/wizard/submit/follow.ts';
import { lookedAfterRefusal } from '#src/wizard/submit/testing-refusal.ts';
import {
  exampleId,
  found as jobsFound,
  installMachineClock,
  look,
  type SendingTab,
  sendingTab,
  storedDraft,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';

/** What an answer says of a press, whatever it is like and however late it comes. */
describe('what an answer says of a press', () => {
  let tab: SendingTab;
  let holdBack: boolean;
  let release: () => void;
  beforeEach(() => {
    holdBack = false;
    tab = sendingTab(0, async (request, passOn) => {
      const response = await passOn();
      if (!holdBack || !request.url.includes('/restore?')) return response;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return response;
    });
    vi.stubGlobal('localStorage', tab.storage.area);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    installMachineClock();
  });

  describe('an answer that says little', () => {
    const pressedWith = async (effect: FaultEffect) => {
      await tab.breaks(effect);
      const id = exampleId();
      await tab.press(id);
      return id;
    };

    test('202 without readable headers: accepted, and its job to be looked for', async () => {
      const id = await pressedWith({ kind: 'hide-headers' });
      expect(submissionOf(id)).toMatchObject({ state: 'accepted', operation: null, before: [] });
      expect(await tab.restoresMade()).toBe(1);
    });

    test('Location alone: polls the status of the same operation, which names the job', async () => {
      const id = await pressedWith({ kind: 'location-only' });
      const submission = submissionOf(id);
      const stored = submission.state === 'accepted' ? submission.operation : null;
      const operation = storedOperation.parse(stored);
      const [restore] = (await tab.azure.azure.state()).restores;
      expect(operation).toMatchObject({ pollKind: 'status', retryAfterMs: 60_000 });
      expect(operation.pollUrl).toBe(
        `${exampleVault}/backupOperations/${restore?.operationId ?? ''}?api-version=2024-04-01`,
      );
      tab.pass(90);
      const state = await pollOperation(tab.client.arm, operation);
      expect(state).toEqual({ status: 'succeeded', jobId: restore?.jobId });
    });

    test('200 with a page of HTML is no acceptance: the outcome is unknown', async () => {
      const id = await pressedWith({ kind: 'html-page' });
      expect(submissionOf(id)).toMatchObject({ state: 'lost', before: [] });
      expect([tab.requests(), await tab.restoresMade()]).toEqual([1, 0]);
    });

    test('202 whose body breaks off: accepted', async () => {
      const broken = testArm(async (request) => {
        const response = await tab.azure.azure.fetch(request);
        return new Response('{"half', { status: response.status, headers: response.headers });
      });
      const id = exampleId();
      await tab.press(id, { arm: broken, withoutJobs: true });
      expect(submissionOf(id)).toMatchObject({ state: 'accepted' });
    });
  });

  describe('storage that is cleared', () => {
    test.each(['GET', 'POST'])('while a %s is under way: the answer is kept', async (method) => {
      const emptied = sendingTab(0, (request, passOn) => {
        if (request.method === method) emptied.storage.entries.clear();
        return passOn();
      });
      vi.stubGlobal('localStorage', emptied.storage.area);
      const id = exampleId();
      await emptied.press(id);
      expect(submissionOf(id).state).toBe('accepted');
      expect(emptied.storage.entries.get(ownName(`draft.${id}`))).toContain('"accepted"');
      expect([emptied.requests(), await emptied.restoresMade()]).toEqual([1, 1]);
    });
  });

  describe('an answer that comes late', () => {
    const underWay = async () => {
      holdBack = true;
      const id = exampleId();
      const over = tab.press(id);
      await vi.waitFor(() => expect(tab.reached).toContain('POST restore: sending'));
      return {
        id,
        answers: async () => {
          await vi.waitFor(() => release());
          await over;
        },
      };
    };

    test('counts although a job was taken for it meanwhile', async () => {
      const { id, answers } = await underWay();
      adoptJob(id, { id: resourceId('/jobs/found'), requestId: null }, 'hand');
      await answers();
      expect(submissionOf(id)).toMatchObject({
        state: 'accepted',
        operation: { pollKind: 'status' },
      });
    });

    test('counts although the person stopped waiting, and the draft is closed again', async () => {
      const { id, answers } = await underWay();
      openAgain(id);
      await answers();
      expect(submissionOf(id).state).toBe('accepted');
      expect(storedDraft(id).earlier).toBeUndefined();
    });

    test('keeps the job that the person has marked as another restore’s', async () => {
      const { id, answers } = await underWay();
      disown(id, ['/jobs/theirs']);
      await answers();
      expect(submissionOf(id)).toMatchObject({ state: 'accepted', notOurs: ['/jobs/theirs'] });
    });

    test('that carries no information undoes nothing: neither the job found nor the person’s choice', async () => {
      await tab.breaks({ kind: 'accepted-but-500' });
      const adopted = await underWay();
      adoptJob(adopted.id, { id: resourceId('/jobs/found'), requestId: null }, 'hand');
      await adopted.answers();
      expect(submissionOf(adopted.id)).toMatchObject({ state: 'job', jobId: '/jobs/found' });
    });
  });

  describe('answers of other presses', () => {
    const first = { clientRequestId: 'c', sentAt: 1 };
    const second = { clientRequestId: 'c', sentAt: 2 };
    const refused = { state: 'refused', code: null, message: 'M', requestId: null } as const;
    const withBoth = () => {
      const id = exampleId();
      const submission = { state: 'sending', ...second } as const;
      changeDraft(id, (draft) => ({ ...draft, submission, earlier: first }));
      return { id, submission };
    };

    test('leave this one as it is', () => {
      const { id, submission } = withBoth();
      recordAnswer(id, { clientRequestId: 'c', sentAt: 3 }, () => refused);
      recordAnswer(id, { clientRequestId: 'd', sentAt: 2 }, () => refused);
      recordAnswer(id, first, (attempt) => ({ state: 'accepted', ...attempt, operation: null }));
      jobStarted(id, first, '/jobs/first');
      recordNoAnswer(id, first);
      expect(storedDraft(id)).toMatchObject({ submission, earlier: first });
    });

    test('that refuse the earlier one end that alone', () => {
      const { id, submission } = withBoth();
      recordAnswer(id, first, () => refused);
      expect(submissionOf(id)).toEqual(submission);
      expect(storedDraft(id).earlier).toBeUndefined();
    });

    test('that reject it are recorded if no other is on its way', () => {
      const { id } = withBoth();
      changeDraft(id, (draft) => ({ ...draft, submission: { state: 'none' } }));
      recordAnswer(id, first, () => refused);
      expect(submissionOf(id)).toEqual(refused);
    });

    test('a job that an answer has named is not undone by another answer', () => {
      const { id } = withBoth();
      jobStarted(id, second, '/jobs/named');
      recordAnswer(id, second, () => refused);
      recordNoAnswer(id, second);
      expect(submissionOf(id)).toEqual({
        state: 'job',
        jobId: '/jobs/named',
        isAdopted: false,
        attempt: second,
      });
    });
  });
});

/** A restore in the secondary region leaves once, and its job is found and followed there. */
describe('in the secondary region', () => {
  let azure: TestAzure;
  let client: TestArm;

  freshStorage();
  beforeEach(() => {
    azure = testAzure('default');
    client = testArm((request) => azure.azure.fetch(request));
  });

  const sent = () => sendInSecondary(client);

  const breaks = (operation: string, effect: FaultEffect) =>
    azure.azure.append([
      { type: 'fault-added', at: 0, fault: { id: 'f', match: { operation }, times: 1, effect } },
    ]);
  const timesSent = () =>
    client.sent.filter(({ url }) => url.includes('/backupCrossRegionRestore?')).length;

  test('what is accepted knows its region', async () => {
    const id = await sent();
    expect(submissionOf(id)).toMatchObject({ state: 'accepted', secondaryRegion: 'northeurope' });
  });

  test('where the right to the point is refused nothing is sent', async () => {
    await breaks('restores.accessToken', { kind: 'status', status: 403 });
    expect(submissionOf(await sent())).toMatchObject({ state: 'notSent', isPrepared: false });
    expect(timesSent()).toBe(0);
  });

  test('Location alone leads to the status of the operation there', async () => {
    await breaks('restores.triggerSecondary', { kind: 'location-only' });
    const submission = submissionOf(await sent());
    const operation = storedOperation.parse(
      submission.state === 'accepted' ? submission.operation : null,
    );
    expect(operation).toMatchObject({ pollKind: 'status' });
    expect(operation.pollUrl).toMatch(
      /\/locations\/northeurope\/backupCrrOperationsStatus\/[^/?]+\?api-version=2023-01-15$/,
    );
    azure.clock.add(90);
    const [restore] = (await azure.azure.state()).restores;
    const state = operation === null ? null : await pollOperation(client.arm, operation);
    expect(state).toEqual({ status: 'succeeded', jobId: restore?.jobId });
  });

  test('a lost answer is never sent again, and its job is found in the list of that region', async () => {
    await breaks('restores.triggerSecondary', { kind: 'answer-lost' });
    const id = await sent();
    expect(submissionOf(id)).toMatchObject({
      state: 'lost',
      secondaryRegion: 'northeurope',
      before: [],
    });
    expect(timesSent()).toBe(1);
    azure.clock.add(90);
    const search = {
      vaultId: resourceId(prodVault),
      itemName: 'app01',
      sentAt: azure.clock.now(),
      before: [],
      notOurs: [],
      requestIds: [],
      targetGroup: 'rg-restore-weu',
      targetMachine: null,
      kind: 'restoreDisks',
    } as const;
    expect(await findRestoreJobs(client.arm, search)).toEqual([]);
    const found = await findRestoreJobs(client.arm, { ...search, secondaryRegion: 'northeurope' });
    expect(found.map(({ id: jobId }) => secondaryJobOf(jobId)?.place.region)).toEqual([
      'northeurope',
    ]);
  });
});

/** Whatever happens in whatever order: one deliberate choice is at most one request, and one restore. */
describe('whatever happens', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    installMachineClock();
  });

  /** What a person can know: `free` to choose, on its way (`flying`), `open` without an outcome, or `known`. */
  type Known = 'free' | 'flying' | 'open' | 'known';

  /** What Azure does with a request, and what is known of it then. */
  const ANSWERS = [
    ['accepted', null, 'known'],
    ['accepted without headers', { kind: 'hide-headers' }, 'known'],
    ['answer lost', { kind: 'answer-lost' }, 'open'],
    ['accepted, but 500', { kind: 'accepted-but-500' }, 'open'],
    ['a page of a proxy', { kind: 'html-page' }, 'open'],
    ['lost on its way', { kind: 'drop' }, 'open'],
    ['refused', { kind: 'status', status: 409 }, 'free'],
    ['no answer yet', null, 'flying'],
  ] as const satisfies readonly (readonly [string, FaultEffect | null, Known])[];
  const OTHERS = [
    'pressed twice',
    'pressed, jobs unread',
    'reload',
    'late answer',
    'adopt',
    'open again',
  ] as const;

  /** Locks that end with their tab. */
  function tabLocks() {
    let held = new Set<string>();
    const request = async (name: string, _: object, task: (lock: object | null) => unknown) => {
      if (held.has(name)) return task(null);
      const mine = held;
      mine.add(name);
      try {
        return await task({});
      } finally {
        mine.delete(name);
      }
    };
    return {
      locks: { request },
      end: () => {
        held = new Set();
      },
    };
  }

  function world() {
    let isHeld = false;
    let isBlind = false;
    let reached: () => void = () => undefined;
    let answer: (() => void) | null = null;
    const tab = sendingTab(0, async (request, passOn) => {
      if (isBlind && request.url.includes('/backupJobs?')) return new Response('', { status: 403 });
      const response = await passOn();
      if (!isHeld || !request.url.includes('/restore?')) return response;
      isHeld = false;
      return new Promise((resolve) => {
        answer = () => resolve(response);
        reached();
      });
    });
    const { locks, end } = tabLocks();
    vi.stubGlobal('localStorage', tab.storage.area);
    vi.stubGlobal('navigator', { onLine: true, locks });
    const id = exampleId();
    let known: Known = 'free';
    let chosen = 0;
    let over: Promise<void> = Promise.resolve();
    // Also while the answer to a request that was opened again is on its way: it may never come.
    const mayChoose = () => known === 'free';
    const chose = (outcome: Known): void => {
      chosen += 1;
      known = outcome;
    };

    const press = async ([, effect, outcome]: (typeof ANSWERS)[number]): Promise<void> => {
      const isChoice = mayChoose();
      if (isChoice && effect !== null) await tab.breaks(effect);
      isHeld = isChoice && outcome === 'flying';
      const isThere = new Promise<void>((resolve) => {
        reached = resolve;
      });
      const pressed = tab.press(id);
      await Promise.race([pressed, isThere]);
      if (!isChoice) return;
      if (outcome === 'flying') over = pressed;
      if (outcome !== 'free') {
        chose(outcome);
        return;
      }
      // The looks after a refusal also find the job of a request that was opened again.
      await lookedAfterRefusal(id, async () => jobsFound(tab, id), tab.pass);
      chose(submissionOf(id).state === 'job' ? 'known' : 'free');
    };

    const others: Record<(typeof OTHERS)[number], () => Promise<void> | void> = {
      'pressed twice': async () => {
        const isChoice = mayChoose();
        await Promise.all([tab.press(id), tab.press(id)]);
        if (isChoice) chose('known');
      },
      'pressed, jobs unread': async () => {
        // What was there before the first request is known to the next one.
        const isChoice = mayChoose() && storedDraft(id).earlier !== undefined;
        isBlind = true;
        await tab.press(id);
        isBlind = false;
        if (isChoice) chose('known');
      },
      reload: () => {
        // What the tab was waiting for is gone with it.
        answer = null;
        end();
        resetPageState();
        if (known === 'flying') known = 'open';
      },
      'late answer': async () => {
        if (answer === null) return;
        answer();
        answer = null;
        await over;
        // Beside another press that is open, the one that was opened again says nothing of it.
        if (known !== 'open') known = 'known';
      },
      adopt: async () => {
        const { state } = submissionOf(id);
        if (state !== 'sending' && state !== 'lost') return;
        if ((await look(tab, id)) !== null) known = 'known';
      },
      'open again': () => {
        openAgain(id);
        if (known !== 'known') known = 'free';
      },
    };

    return async (step: Step) => {
      await (typeof step === 'string' ? others[step]() : press(step));
      tab.pass(1);
      const requests = tab.requests();
      const restores = await tab.restoresMade();
      return { requests, restores, chosen, known, isClosed: isSent(submissionOf(id)) };
    };
  }

  type Step = (typeof ANSWERS)[number] | (typeof OTHERS)[number];
  const steps = fc.array(fc.constantFrom<Step>(...ANSWERS, ...OTHERS, 'open again'), {
    minLength: 3,
    maxLength: 12,
  });

  test('at most one request for each deliberate choice, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        const happens = world();
        for (const step of order) {
          const { requests, restores, chosen, known, isClosed } = await happens(step);
          expect(requests, 'requests').toBe(chosen);
          expect(restores, 'restores').toBeLessThanOrEqual(chosen);
          expect(isClosed, 'closed to another press').toBe(known !== 'free');
        }
      }),
      { numRuns: 60 },
    );
  });
});
