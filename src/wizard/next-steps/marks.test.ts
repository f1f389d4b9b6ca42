import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetPageState } from '#src/lib/page-state.ts';
import { type FakeStorage, fakeStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { keepResult, marksOf, markStep, onMarks } from '#src/wizard/next-steps/marks.ts';

let storage: FakeStorage;
beforeEach(() => {
  resetPageState();
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage.area);
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => void vi.unstubAllGlobals());

const JOB = '/vaults/V/backupJobs/1';
const found = (outcome: 'done' | 'open' | 'unknown', at = 7) => ({
  outcome,
  seen: [],
  at: instant(at),
});

test('a mark survives a reload, whatever the letter case of its job, and can be cleared', () => {
  markStep(JOB, 'after.extensions', true);
  resetPageState();
  expect(marksOf(JOB.toUpperCase())['after.extensions']?.byHand).toEqual(expect.any(Number));
  markStep(JOB, 'after.extensions', false);
  resetPageState();
  expect(marksOf(JOB)['after.extensions']?.byHand).toBeUndefined();
  expect(marksOf('/other')).toEqual({});
});

test('a read that decides nothing leaves what was verified; one that finds it open does not', () => {
  keepResult(JOB, 'special.sql', found('done'));
  keepResult(JOB, 'special.sql', found('unknown'));
  expect(marksOf(JOB)['special.sql']?.verified).toBe(7);
  keepResult(JOB, 'special.sql', found('open'));
  expect(marksOf(JOB)['special.sql']?.verified).toBeUndefined();
});

test('what was read and what was marked are kept side by side', () => {
  markStep(JOB, 'special.sql', true);
  keepResult(JOB, 'special.sql', found('done'));
  expect(marksOf(JOB)['special.sql']).toMatchObject({ verified: 7 });
  expect(marksOf(JOB)['special.sql']?.byHand).toEqual(expect.any(Number));
});

test('a change is reported, and one that changes nothing is not', () => {
  let heard = 0;
  onMarks(() => (heard += 1));
  keepResult(JOB, 'special.sql', found('done'));
  keepResult(JOB, 'special.sql', found('done'));
  keepResult(JOB, 'after.nsg', found('open'));
  keepResult(JOB, 'after.nsg', found('open'));
  expect(heard).toBe(2);
});

test.each(['{', '[]', '{"special.sql":{"byHand":"yesterday"}}'])(
  'a damaged store, %s, is none',
  (text) => {
    markStep(JOB, 'special.sql', true);
    const name = [...storage.entries.keys()].find((one) => one.includes('next-steps.')) ?? '';
    storage.entries.set(name, text);
    resetPageState();
    expect(marksOf(JOB)).toEqual({});
  },
);
