import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TEST_OWNER } from '#src/lib/testing.ts';
import { isSent } from '#src/wizard/draft/schema.ts';
import { openAgain } from '#src/wizard/submit/follow.ts';
import { callOff } from '#src/wizard/submit/under-way.ts';
import {
  exampleId,
  installMachineClock,
  type SendingTab,
  sendingTab,
  storedDraft,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';

/** A press that hangs has a way on without a reload, and never leads to a second restore by itself. */

/** Locks as a browser has them, of one tab. */
function locks() {
  const held = new Set<string>();
  return {
    request: async (name: string, _: object, task: (lock: object | null) => unknown) => {
      if (held.has(name)) return task(null);
      held.add(name);
      try {
        return await task({});
      } finally {
        held.delete(name);
      }
    },
  };
}

let tab: SendingTab;
/** The part of an address whose next answer is held back; and what lets it come. */
let hanging = '';
let answer: () => void = () => undefined;
beforeEach(() => {
  hanging = '';
  tab = sendingTab(0, async (request, passOn) => {
    if (hanging === '' || !`${request.method} ${request.url}`.includes(hanging)) return passOn();
    hanging = '';
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return passOn();
  });
  vi.stubGlobal('localStorage', tab.storage.area);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', { onLine: true, locks: locks() });
});
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

const intoNew = { choices: { rg: 'rg-new', rgIsNew: true } } as const;
const PREPARED = [
  ['the jobs', '/backupJobs?'],
  ['the look for the group', 'HEAD'],
  ['the group', 'PUT'],
] as const;

describe('what comes before the request and hangs', () => {
  test.each(PREPARED)('is called off at once: %s', async (_, part) => {
    const id = exampleId();
    const press = await start(id, part);
    expect(submissionOf(id).state).toBe('preparing');
    callOff(id);
    expect(submissionOf(id)).toMatchObject({ state: 'notSent', heldBack: 'calledOff' });
    expect(isSent(submissionOf(id))).toBe(false);
    // The next press has the lock, although the first one still hangs.
    await vi.waitFor(async () => {
      await tab.press(id, intoNew);
      expect(submissionOf(id).state).toBe('accepted');
    });
    answer();
    await press.done;
    expect(submissionOf(id).state).toBe('accepted');
    expect([tab.requests(), await tab.restoresMade()]).toEqual([1, 1]);
  });

  test('and comes after it was called off starts nothing', async () => {
    const id = exampleId();
    const press = await start(id, 'PUT');
    callOff(id);
    answer();
    await press.done;
    expect(tab.requests()).toBe(0);
    expect(submissionOf(id)).toMatchObject({ heldBack: 'calledOff' });
    // The group exists for all that, and is the draft's.
    expect(storedDraft(id).madeGroups).toMatchObject([{ name: 'rg-new', isSure: true }]);
  });

  test('is called off by another tab through the one that sends', async () => {
    const id = exampleId();
    const press = await start(id, 'PUT');
    const other = await anotherTab();
    other.callOff(id);
    await vi.waitFor(() => expect(submissionOf(id)).toMatchObject({ heldBack: 'calledOff' }));
    answer();
    await press.done;
    expect(tab.requests()).toBe(0);
  });
});

describe('a request that hangs', () => {
  test('is not called off: it may have arrived', async () => {
    const id = exampleId();
    await start(id, '/restore?');
    callOff(id);
    expect(submissionOf(id).state).toBe('sending');
  });

  test('keeps no lock once the person has opened the draft again', async () => {
    const id = exampleId();
    const first = await start(id, '/restore?');
    expect(submissionOf(id).state).toBe('sending');
    await tab.press(id, intoNew);
    expect(tab.requests()).toBe(1);
    openAgain(id);
    tab.pass(1);
    await vi.waitFor(async () => {
      await tab.press(id, intoNew);
      expect(submissionOf(id).state).toBe('accepted');
    });
    expect(tab.requests()).toBe(2);
    answer();
    await first.done;
    // What its late answer says of the first press takes nothing from the second.
    expect(submissionOf(id).state).toBe('accepted');
    expect(storedDraft(id).earlier).toBeDefined();
  });

  test('and is answered late still counts after the draft was opened again', async () => {
    const id = exampleId();
    const first = await start(id, '/restore?');
    openAgain(id);
    answer();
    await first.done;
    expect(submissionOf(id).state).toBe('accepted');
    expect(storedDraft(id).earlier).toBeUndefined();
    expect(await tab.restoresMade()).toBe(1);
  });
});

/** The same module as another tab has it: it sends nothing itself. */
async function anotherTab() {
  vi.resetModules();
  const { setOwner } = await import('#src/lib/owner.ts');
  setOwner(TEST_OWNER);
  return import('#src/wizard/submit/under-way.ts');
}

/** A press whose request hangs, and its end. */
async function start(id: string, part: string): Promise<{ readonly done: Promise<void> }> {
  hanging = part;
  const done = tab.press(id, intoNew);
  await vi.waitFor(() => expect(hanging).toBe(''));
  return { done };
}
