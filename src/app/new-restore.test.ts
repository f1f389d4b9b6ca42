import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { NewRestoreSearch } from '#src/app/new-restore-search.ts';
import { newRestore } from '#src/app/new-restore.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { draftsHere } from '#src/wizard/draft/store.ts';

freshStorage();

const VM = 's~rg~rsv~container~item';
const DISK = 'disks~s~rg~bv~instance';

async function opened(search: NewRestoreSearch) {
  const { draftId, step } = await newRestore(search, new QueryClient());
  const draft = draftsHere().find(({ id }) => id === draftId);
  const choices = draft?.choices;
  return {
    step,
    task: draft?.task,
    datasource: choices?.datasource,
    isChosen: choices?.instance !== null,
    point: choices?.['point'],
    regionView: choices?.['regionView'],
  };
}

test.each<[NewRestoreSearch, object]>([
  [{}, { step: 'datasource', datasource: null, isChosen: false }],
  [{ view: 'secondary' }, { step: 'instance', datasource: 'azure-vm', regionView: 'secondary' }],
  [{ instance: VM }, { step: 'restore-point', datasource: null, isChosen: true, point: null }],
  [
    { instance: VM, point: 'p' },
    { step: 'configuration', datasource: null, point: 'p' },
  ],
  // Who names the kind of restore has the newest restore point suggested there.
  [
    { instance: VM, option: 'createVm' },
    { step: 'configuration', point: null },
  ],
  [
    { instance: VM, option: 'createVm', what: 'ransomware' },
    { step: 'restore-point', point: null },
  ],
  [{ option: 'createVm' }, { step: 'datasource', isChosen: false }],
  [
    { instance: VM, view: 'secondary' },
    { step: 'restore-point', regionView: 'secondary' },
  ],
  [{ instance: DISK }, { step: 'restore-point', datasource: 'azure-disk', isChosen: true }],
  [
    { instance: DISK, point: 'p' },
    { step: 'configuration', datasource: 'azure-disk', point: 'p' },
  ],
  [
    { instance: DISK, view: 'secondary' },
    { datasource: 'azure-disk', regionView: undefined },
  ],
  // A datasource that recovers no files restores.
  [
    { instance: DISK, point: 'p', task: 'recoverFiles' },
    { step: 'configuration', datasource: 'azure-disk', task: undefined },
  ],
  [
    { instance: 'of nothing', point: 'p' },
    { step: 'datasource', isChosen: false, point: null },
  ],
])('%o opens the first step with something to choose', async (search, expected) => {
  expect(await opened(search)).toMatchObject(expected);
});
