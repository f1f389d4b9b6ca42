import { describe, expect, test, vi } from 'vitest';
import { removeWorkers } from '#src/app/remove-workers.ts';

const ADDRESS = 'https://restore.example/vaults?search=prod';

interface Registered {
  readonly scope: string;
  /** What the browser answers to the removal. */
  readonly isRemoved?: boolean;
}

/** A page at {@link ADDRESS} in a browser that has these workers. */
function pageWith(registered: readonly Registered[], isControlled: boolean) {
  const removed: string[] = [];
  const reload = vi.fn<() => void>();
  const registrations = registered.map(({ scope, isRemoved = true }) => ({
    scope,
    unregister: async () => {
      removed.push(scope);
      return isRemoved;
    },
  }));
  const workers = {
    controller: isControlled ? {} : null,
    getRegistrations: async () => registrations,
  };
  return { removed, reload, place: { workers, address: ADDRESS, reload } };
}

test('a browser without workers has nothing to remove', async () => {
  const reload = vi.fn<() => void>();
  expect(await removeWorkers({ workers: undefined, address: ADDRESS, reload })).toBe(false);
  const { place } = pageWith([], false);
  expect(await removeWorkers(place)).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

test('a worker that answers for the page is removed, and the page loaded again without it', async () => {
  const { place, removed, reload } = pageWith([{ scope: 'https://restore.example/' }], true);
  expect(await removeWorkers(place)).toBe(true);
  expect(removed).toEqual(['https://restore.example/']);
  expect(reload).toHaveBeenCalledOnce();
});

test('one that would answer from the next load on is removed, and the page goes on', async () => {
  const { place, removed, reload } = pageWith([{ scope: 'https://restore.example/' }], false);
  expect(await removeWorkers(place)).toBe(false);
  expect(removed).toHaveLength(1);
  expect(reload).not.toHaveBeenCalled();
});

test("another application's worker, under its own path, stays", async () => {
  const { place, removed } = pageWith([{ scope: 'https://restore.example/wiki/' }], false);
  expect(await removeWorkers(place)).toBe(false);
  expect(removed).toEqual([]);
});

describe('a page whose worker stays does not start, and is not loaded for ever', () => {
  test.each([
    ['the browser keeps it', [{ scope: 'https://restore.example/', isRemoved: false }]],
    ['the browser does not name it', []],
  ])('%s', async (_, registered) => {
    const { place, reload } = pageWith(registered, true);
    await expect(removeWorkers(place)).rejects.toThrow('answers for this page');
    expect(reload).not.toHaveBeenCalled();
  });
});

test('a browser that forbids workers to this address has none', async () => {
  const { place } = pageWith([], false);
  const getRegistrations = () => Promise.reject(new DOMException('denied', 'SecurityError'));
  expect(await removeWorkers({ ...place, workers: { controller: null, getRegistrations } })).toBe(
    false,
  );
});
