import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isPastWorker, plainAddress } from '#src/lib/demo-start.ts';

describe('whether a page was loaded past its worker', () => {
  beforeEach(() => void vi.stubGlobal('location', { origin: 'https://restore.example' }));
  afterEach(() => void vi.unstubAllGlobals());
  const own = { scriptURL: 'https://restore.example/mockServiceWorker.js' };
  const another = { scriptURL: 'https://restore.example/wiki/worker.js' };
  const registered = { active: own };
  const begun = { active: null };

  test.each([
    ['a first load has none', null, [], false],
    ['one that has only begun takes the page over', null, [begun], false],
    ['Shift+Reload leaves one aside', null, [registered], true],
    ['one that answers for the page', own, [registered], false],
    ['one of another application of the host', null, [{ active: another }], false],
    ['one of another application that answers, with its own aside', another, [registered], true],
  ])('%s', async (_, controller, all, isPast) => {
    const getRegistrations = async () => all;
    expect(await isPastWorker({ controller, getRegistrations })).toBe(isPast);
  });

  test('a browser that forbids workers has none', async () => {
    const getRegistrations = () => Promise.reject(new DOMException('denied', 'SecurityError'));
    expect(await isPastWorker({ controller: null, getRegistrations })).toBe(false);
  });
});

test('what an address says to the simulated Azure is taken out, and nothing else', () => {
  const plain = (path: string) => plainAddress(new URL(path, 'https://restore.example'))?.href;
  expect(plain('/jobs?scenario=document&status=failed&fault=a&fault=b#top')).toBe(
    'https://restore.example/jobs?status=failed#top',
  );
  expect(plain('/jobs?status=failed')).toBeUndefined();
});
