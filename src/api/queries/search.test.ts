import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { session, startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { findProtectedItems } from '#src/api/recovery-services/items.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { instanceSearchQuery as searchQuery, jobSearchQuery, vaultSearchQuery } from '#src/api/queries/search.ts';

/** Typing is real time: the search asks when it rests. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function started() {
  const { arm, sent } = testArm(testAzure('default').azure.fetch);
  startSession(arm);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return { queries, sent };
}

const instanceSearchQuery = (typed: readonly string[]) =>
  searchQuery(
    'azure-vm',
    (words, most, signal) => findProtectedItems(session(), words, most, signal),
    typed,
  );

test('sends a query after a pause in typing', async () => {
  const { queries, sent } = started();
  const found = queries.query(instanceSearchQuery(['app01']));
  await vi.advanceTimersByTimeAsync(299);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect((await found).hits.map(({ friendlyName }) => friendlyName)).toEqual(['app01']);
  expect((await found).words).toEqual(['app01']);
  expect(sent).toHaveLength(1);
});

test('never queries a word that is still being typed', async () => {
  const { queries, sent } = started();
  const ends = [
    queries.query(instanceSearchQuery(['ap'])),
    queries.query(vaultSearchQuery(['ap'])),
    queries.query(jobSearchQuery(['ap'])),
  ].map((asked: Promise<unknown>) => asked.catch(() => 'given up'));
  await vi.advanceTimersByTimeAsync(200);
  await queries.cancelQueries();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await Promise.all(ends)).toEqual(['given up', 'given up', 'given up']);
  expect(sent).toHaveLength(0);
});
