import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetRecord, recordOf } from '#src/actions/record.ts';
import { carryOut, confirmAction } from '#src/actions/run.ts';
import {
  actionOf,
  become,
  OPERATION,
  plant as plantIn,
  sent,
  states,
} from '#src/actions/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { flyingClock, freshStorage } from '#src/lib/testing.ts';

const storage = freshStorage();
beforeEach(() => {
  sent.length = 0;
  installClock(flyingClock());
});
afterEach(() => {
  vi.useRealTimers();
  installClock(machineClock);
});

/** Writes a record as another version, or a page that is gone, has left it. */
const plant = (record: string): void => plantIn(storage.entries, record);

test('nothing is sent before it is confirmed', async () => {
  const { action } = actionOf({});
  await carryOut(action);
  expect(sent).toEqual([]);
  expect(recordOf(action.id)).toBeNull();
});

test('each request is sent once, in its turn, and read back', async () => {
  const { action } = actionOf({}, {}, {});
  confirmAction(action);
  await carryOut(action);
  expect(sent).toEqual(['s0', 's1', 's2']);
  expect(states()).toEqual(['done', 'done', 'done']);
  await carryOut(action);
  expect(sent).toHaveLength(3);
});

test('what is there already is not sent', async () => {
  const { action } = actionOf({ wasSo: true }, {});
  confirmAction(action);
  await carryOut(action);
  expect(sent).toEqual(['s1']);
  expect(recordOf(action.id)?.steps[0]).toMatchObject({ state: 'done', wasSo: true });
});

describe('the first request that is not done ends it', () => {
  test.each([
    ['refused', { fails: 'refused' }, 'refused'],
    ['not sent', { fails: 'notSent' }, 'refused'],
    ['without an answer', { fails: 'lost' }, 'unknown'],
    ['answered by something unreadable', { fails: 'unreadable' }, 'unknown'],
    ['ended without its result', { works: false }, 'unknown'],
  ] as const)('%s', async (_, behaviour, state) => {
    const { action } = actionOf({}, behaviour, {});
    confirmAction(action);
    await carryOut(action);
    expect(states()).toEqual(['done', state, 'waiting']);
    expect(sent).toEqual(['s0', 's1']);
  });

  test('unread', async () => {
    const { action } = actionOf({ isUnreadable: true }, {});
    confirmAction(action);
    await carryOut(action);
    expect(states()).toEqual(['unread', 'waiting']);
    expect(sent).toEqual([]);
  });
});

test('where each is alone, one that is refused or unread keeps no other from being sent', async () => {
  const { action, hows } = actionOf({ fails: 'refused' }, { isUnreadable: true }, {});
  const alone = { ...action, isEachAlone: true };
  confirmAction(alone);
  await carryOut(alone);
  expect(states()).toEqual(['refused', 'unread', 'done']);
  expect(sent).toEqual(['s0', 's2']);
  become(hows[0], {});
  become(hows[1], { wasSo: true });
  await carryOut(alone);
  expect(states()).toEqual(['done', 'done', 'done']);
});

test.each([
  ['a deletion of what a VM has by now', { fails: 'notSent' }, 'page'],
  ['an address that isn’t Azure’s', { fails: 'notSent', notSent: 'host' }, 'page'],
  ['a missing token', { fails: 'notSent', notSent: 'token' }, 'signIn'],
  ['a browser offline', { fails: 'notSent', notSent: 'offline' }, 'offline'],
  ['the policy of the site', { fails: 'notSent', notSent: 'policy' }, 'policy'],
  ['Azure', { fails: 'refused' }, 'service'],
  [
    'Azure, beside a copy of its own',
    { fails: 'refused', answer: { isConflict: true } },
    'service',
  ],
] as const)('it is known who refused: %s', async (_, behaviour, refusedBy) => {
  const { action, hows } = actionOf(behaviour);
  confirmAction(action);
  await carryOut(action);
  expect(recordOf(action.id)?.steps[0]).toMatchObject({ state: 'refused', refusedBy });
  become(hows[0], {});
  await carryOut(action);
  expect(recordOf(action.id)?.steps[0]?.refusedBy).toBeUndefined();
});

test.each([
  ['without an answer', { fails: 'lost' }, 'noAnswer'],
  ['of a reported end', { works: false }, 'notThere'],
  ['that can’t be read', { thenUnreadable: true }, 'unread'],
] as const)('an unknown outcome %s says what it rests on', async (_, behaviour, openBecause) => {
  const { action } = actionOf(behaviour);
  confirmAction(action);
  await carryOut(action);
  expect(recordOf(action.id)?.steps[0]).toMatchObject({ state: 'unknown', openBecause });
  await carryOut(action);
  expect(recordOf(action.id)?.steps[0]).toMatchObject({ state: 'unknown', openBecause });
});

test('after a refusal another try sends it again, and goes on', async () => {
  const { action, hows } = actionOf({ fails: 'refused' }, {});
  confirmAction(action);
  await carryOut(action);
  expect(recordOf(action.id)?.steps[0]).toMatchObject({ code: 'Conflict', requestId: 'r1' });
  become(hows[0], {});
  await carryOut(action);
  expect(sent).toEqual(['s0', 's0', 's1']);
  expect(states()).toEqual(['done', 'done']);
  expect(recordOf(action.id)?.steps[0]?.code).toBeUndefined();
});

test('a lost answer whose work was done is found by a read, and nothing is sent twice', async () => {
  const { action } = actionOf({ fails: 'lost', works: true }, {});
  confirmAction(action);
  await carryOut(action);
  expect(sent).toEqual(['s0', 's1']);
  expect(states()).toEqual(['done', 'done']);
});

test('a request that was sent stays so while nothing can be read, and is not sent again', async () => {
  const { action, hows } = actionOf({ thenUnreadable: true, works: false });
  confirmAction(action);
  await carryOut(action);
  expect(states()).toEqual(['unknown']);
  await carryOut(action);
  become(hows[0], { works: false });
  await carryOut(action);
  expect(sent).toEqual(['s0']);
  expect(states()).toEqual(['unknown']);
});

test('what Azure still works on is waited for', async () => {
  const { action } = actionOf({ underWayFor: 3, wasSo: true });
  confirmAction(action);
  vi.useFakeTimers();
  const end = carryOut(action);
  await vi.advanceTimersByTimeAsync(20_000);
  await end;
  expect(sent).toEqual([]);
  expect(states()).toEqual(['done']);
});

test('what stays unknown is sent again only by a decision', async () => {
  const { action, hows } = actionOf({ fails: 'lost', works: false });
  confirmAction(action);
  await carryOut(action);
  await carryOut(action);
  expect(sent).toEqual(['s0']);
  become(hows[0], {});
  await carryOut(action, { sendAgain: 's0' });
  expect(sent).toEqual(['s0', 's0']);
  expect(states()).toEqual(['done']);
});

test('after a reload in the middle of a request it is read back before anything is sent', async () => {
  const { action } = actionOf({ works: false }, {});
  confirmAction(action);
  const steps = action.steps.map(({ id, title }) => ({ id, title, state: 'sent', at: 0 }));
  plant(JSON.stringify({ startedAt: 0, sentence: '', steps }));
  await carryOut(action);
  expect(sent).toEqual([]);
  expect(states()).toEqual(['unknown', 'sent']);
});

describe('what Azure accepted', () => {
  test.each([
    ['and whose end can’t be read', { accepted: OPERATION, fails: 'refused' }],
    ['without saying where to follow it', { accepted: null, works: false }],
  ] as const)('%s is of unknown outcome', async (_, behaviour) => {
    const { action } = actionOf(behaviour);
    confirmAction(action);
    await carryOut(action);
    expect(recordOf(action.id)?.steps[0]).toMatchObject({
      state: 'unknown',
      openBecause: 'noAnswer',
    });
  });

  test.each([
    [true, 'done'],
    [false, 'unknown'],
  ])('is followed on after a reload, and never sent again: %s', async (works, state) => {
    const { action } = actionOf({ works });
    confirmAction(action);
    const step = { id: 's0', title: '', state: 'sent', at: 0, operation: OPERATION };
    plant(JSON.stringify({ startedAt: 0, sentence: '', steps: [step] }));
    await carryOut(action);
    await carryOut(action);
    expect(sent).toEqual([`followed ${OPERATION.pollUrl}`]);
    expect(states()).toEqual([state]);
  });
});

test('a record that is not ours, or damaged, counts as none', () => {
  const { action } = actionOf({});
  confirmAction(action);
  for (const text of ['', '{', '[]', '{"startedAt":1,"sentence":"","steps":[{"id":1}]}']) {
    plant(text);
    expect(recordOf(action.id)).toBeNull();
  }
});

test('confirmed twice in one tick it is carried out once, and its record stays', async () => {
  const { action } = actionOf({}, {});
  confirmAction(action);
  const first = carryOut(action);
  confirmAction(action);
  await Promise.all([first, carryOut(action)]);
  expect(sent).toEqual(['s0', 's1']);
  confirmAction(action);
  expect(states()).toEqual(['done', 'done']);
});

test('an action that is forgotten can be confirmed anew', () => {
  const { action } = actionOf({});
  confirmAction(action);
  forgetRecord(action.id);
  expect(recordOf(action.id)).toBeNull();
});
