import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeStorage, type FakeStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';

/** Another load of the module is another tab of the same browser. */
async function tab() {
  vi.resetModules();
  return import('#src/api/queries/taken-turns.ts');
}

const NOON = 1_749_124_800_000;
const at = (seconds: number) => instant(NOON + seconds * 1000);
let storage: FakeStorage;

beforeEach(() => {
  storage = fakeStorage();
  vi.stubGlobal('localStorage', storage.area);
});
afterEach(() => void vi.unstubAllGlobals());

test('what one tab has read counts in the others, for a minute', async () => {
  const [one, other] = [await tab(), await tab()];
  one.noteTurn(at(0));
  other.noteTurn(at(10));
  expect(one.takenTurns(at(20))).toEqual([at(0), at(10)]);
  expect(other.takenTurns(at(61))).toEqual([at(10)]);
  one.forgetTurns();
  expect(other.takenTurns(at(61))).toEqual([]);
});

test('moments that are still to come are of a clock that was put back', async () => {
  const one = await tab();
  one.noteTurn(at(100));
  expect(one.takenTurns(at(0))).toEqual([]);
});

test('where nothing can be stored each tab counts its own', async () => {
  storage.become('full');
  const [one, other] = [await tab(), await tab()];
  one.noteTurn(at(0));
  one.noteTurn(at(1));
  expect(one.takenTurns(at(2))).toEqual([at(0), at(1)]);
  expect(other.takenTurns(at(2))).toEqual([]);
});

test('an entry that is damaged counts for nothing', async () => {
  storage.entries.set('restore-center.turns', '{"a"');
  const one = await tab();
  expect(one.takenTurns(at(0))).toEqual([]);
  one.noteTurn(at(0));
  expect(one.takenTurns(at(1))).toEqual([at(0)]);
});
