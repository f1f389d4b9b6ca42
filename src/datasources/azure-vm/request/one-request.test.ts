import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { resetPageState } from '#src/lib/page-state.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { isSent } from '#src/wizard/draft/schema.ts';
import { openAgain } from '#src/wizard/submit/follow.ts';
import {
  exampleId,
  installMachineClock,
  look,
  sendingTab,
  storedDraft,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';

/** Whatever happens in whatever order: one deliberate choice is at most one request, and one restore. */

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
    // A conflict may be with the job of a request that was opened again: what this one did is not known then.
    chose(outcome === 'free' && (await tab.restoresMade()) > 0 ? 'open' : outcome);
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
