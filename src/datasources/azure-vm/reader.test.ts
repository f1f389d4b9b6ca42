import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { recoveryPointsQuery } from '#src/api/recovery-services/points.ts';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { setClockAhead } from '#src/lib/clock.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import { newReader } from '#src/datasources/azure-vm/reader.ts';
import { type ReadName, type Reads, READS } from '#src/datasources/azure-vm/reads.ts';
import { EXAMPLE_CHOICES, exampleReads, SUB } from '#src/datasources/azure-vm/testing.ts';
import { known } from '#src/wizard/read.ts';
import { keysOf } from '#src/lib/data.ts';

const MINUTE_MS = 60_000;
const { choices } = newDraft('d', 0, EXAMPLE_CHOICES);
const example = exampleReads();
const item = resourceId(EXAMPLE_CHOICES.instance);

afterEach(() => setClockAhead(0));

/** A reader of a cache that has the instance. */
function withInstance() {
  const client = new QueryClient();
  client.setQueryData(instanceQuery(item).queryKey, known(example.instance));
  return { client, read: newReader(client, () => SUB) };
}

/** The reads that are no longer the same objects. */
const changedIn = (before: Reads, after: Reads): ReadName[] =>
  keysOf(READS).filter((name) => before[name] !== after[name]);

describe('while nothing has changed', () => {
  test('the reads stay the same object, whatever is typed', () => {
    const { read } = withInstance();
    const { reads } = read(choices);
    expect(read(choices).reads).toBe(reads);
    expect(read({ ...choices, vmName: 'typed' }).reads).toBe(reads);
    expect(read(choices).queries).toBe(read(choices).queries);
  });

  test('a read that has failed stays the same object', async () => {
    const { client, read } = withInstance();
    const { queryKey } = recoveryPointsQuery(item);
    client.setDefaultOptions({ queries: { retry: false, retryOnMount: false } });
    const failing = { queryKey, queryFn: () => Promise.reject(new Error('no')) };
    await expect(client.query(failing)).rejects.toThrow('no');
    const { reads } = read(choices);
    expect(reads.points.state).toBe('failed');
    expect(read(choices).reads).toBe(reads);
  });

  test('the moment of looking moves once a minute, and the reads stay', () => {
    const { read } = withInstance();
    const { reads } = read(choices);
    setClockAhead(MINUTE_MS / 2);
    expect(read(choices).reads).toBe(reads);
    setClockAhead(2 * MINUTE_MS);
    const later = read(choices).reads;
    expect(later.at - reads.at).toBeGreaterThanOrEqual(2 * MINUTE_MS);
    expect(changedIn(reads, later)).toEqual([]);
  });
});

test('an answer changes its own read alone', () => {
  const { client, read } = withInstance();
  const { reads } = read(choices);
  client.setQueryData(recoveryPointsQuery(item).queryKey, known(example.points));
  const after = read(choices).reads;
  expect(after).not.toBe(reads);
  expect(changedIn(reads, after)).toEqual(['points']);
});

describe('the reader asks', () => {
  const kindsOf = (reader: ReturnType<typeof newReader>, enabled: boolean, of = choices) =>
    reader(of)
      .queries.filter((query) => query.enabled === enabled)
      .map(({ queryKey: [first] }) => first);

  test('for nothing but the subscriptions before an instance is chosen', () => {
    const read = newReader(new QueryClient(), () => '');
    expect(kindsOf(read, true, newDraft('d', 0).choices)).toEqual(['subscriptions']);
  });

  test('for nothing of the target without one', () => {
    const { client } = withInstance();
    expect(kindsOf(newReader(client), true)).not.toContain('resource groups');
    expect(
      kindsOf(
        newReader(client, () => SUB),
        true,
      ),
    ).toContain('resource groups');
  });

  test('each query once, though two reads need it', () => {
    const { client, read } = withInstance();
    client.setQueryData(vaultQuery(known(example.instance)?.vaultId ?? item).queryKey, () =>
      known(example.vault),
    );
    const keys = read(choices).queries.map(({ queryKey }) => JSON.stringify(queryKey));
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('for no read that is not needed, and keeps what was read before', () => {
    const { client, read } = withInstance();
    const points = known(example.points);
    client.setQueryData(['recovery points', 'secondary', item.toLowerCase()], points);
    expect(kindsOf(read, false)).toContain('recovery points');
    expect(known(read(choices).reads.secondaryPoints)).toBe(points);
  });
});
