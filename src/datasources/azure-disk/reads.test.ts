import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { backupVaultQuery } from '#src/api/data-protection/vaults.ts';
import { diskInstanceQuery } from '#src/api/queries/disk-instances.ts';
import { runningDiskRestoresQuery } from '#src/api/queries/running-restores.ts';
import { newDiskDraft } from '#src/datasources/azure-disk/fields.ts';
import {
  DISK_READS,
  type DiskAnswers,
  diskQueriesAtRestore,
  type DiskReadName,
  newDiskReader,
} from '#src/datasources/azure-disk/reads.ts';
import { draftWith, reads as example } from '#src/datasources/azure-disk/testing.ts';
import { keysOf } from '#src/lib/data.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/read.ts';

const { choices } = draftWith();
const nothingChosen = newDiskDraft('d', 0).choices;
const instance = resourceId(choices.instance ?? '');
const vaultId = known(example.instance)?.vaultId ?? instance;
const NAMES = keysOf(DISK_READS);

/** A reader of a cache that has the instance. */
function withInstance() {
  const client = new QueryClient();
  client.setQueryData(diskInstanceQuery(instance).queryKey, known(example.instance));
  return { client, read: newDiskReader(client) };
}

/** The reads that are no longer the same objects. */
const changedIn = (before: DiskAnswers, after: DiskAnswers): DiskReadName[] =>
  NAMES.filter((name) => before[name] !== after[name]);

describe('while nothing has changed', () => {
  test('the reads stay the same object, whatever is typed', () => {
    const { read } = withInstance();
    const { reads } = read(choices);
    expect(read(choices).reads).toBe(reads);
    expect(read({ ...choices, diskName: 'typed' }).reads).toBe(reads);
    expect(read(choices).queries).toBe(read(choices).queries);
  });

  test('a read that has failed stays the same object', async () => {
    const { client, read } = withInstance();
    const { queryKey } = backupVaultQuery(vaultId);
    client.setDefaultOptions({ queries: { retry: false, retryOnMount: false } });
    const failing = { queryKey, queryFn: () => Promise.reject(new Error('no')) };
    await expect(client.query(failing)).rejects.toThrow('no');
    const { reads } = read(choices);
    expect(reads.vault.state).toBe('failed');
    expect(read(choices).reads).toBe(reads);
  });
});

test('an answer changes its own read, and sends those that take their address from it, which were on their way', () => {
  const { client, read } = withInstance();
  const before = read(choices);
  expect(before.reads.targetRoles.state).toBe('loading');
  client.setQueryData(backupVaultQuery(vaultId).queryKey, known(example.vault));
  const after = read(choices);
  expect(after.reads).not.toBe(before.reads);
  expect(changedIn(before.reads, after.reads)).toEqual(['vault']);
  expect(after.queries.length - before.queries.length).toBe(2);
  // The disk, which names its key, is on its way, too.
  expect([after.reads.targetRoles.state, after.reads.setRoles.state]).toEqual([
    'loading',
    'loading',
  ]);
});

describe('the reader asks', () => {
  const kindsOf = (read: ReturnType<typeof newDiskReader>, of = choices) =>
    read(of)
      .queries.filter(({ enabled }) => enabled)
      .map(({ queryKey: [first] }) => first);

  test('for nothing but the subscriptions before anything is chosen', () => {
    expect(kindsOf(newDiskReader(new QueryClient()), nothingChosen)).toEqual(['subscriptions']);
  });

  test('for what the instance names once that is read', () => {
    const ofInstance = ['backup vault', 'found disk', 'snapshots', 'running disk restores'];
    expect(kindsOf(newDiskReader(new QueryClient()))).not.toEqual(
      expect.arrayContaining(ofInstance),
    );
    expect(kindsOf(withInstance().read)).toEqual(expect.arrayContaining(ofInstance));
  });

  test('for no restores in progress without a target, and keeps what was read before', () => {
    const { client, read } = withInstance();
    client.setQueryData(runningDiskRestoresQuery(vaultId).queryKey, []);
    const unnamed = { ...choices, diskName: null };
    expect(kindsOf(read, unnamed)).not.toContain('running disk restores');
    expect(known(read(unnamed).reads.runningRestores)).toEqual([]);
    expect(kindsOf(read)).toContain('running disk restores');
  });
});

test('before a restore is read again what others may have changed', () => {
  expect(keysOf(diskQueriesAtRestore({ choices, reads: example }))).toEqual([
    'vault',
    'disk',
    'points',
    'groups',
    'diskNames',
    'snapshots',
    'targetRoles',
    'snapshotRoles',
  ]);
});
