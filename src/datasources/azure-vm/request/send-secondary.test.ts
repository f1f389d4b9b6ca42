import { beforeEach, expect, test } from 'vitest';
import { pollOperation, storedOperation } from '#src/api/arm/operation.ts';
import { type TestArm, testArm } from '#src/api/arm/testing.ts';
import { findRestoreJobs } from '#src/api/recovery-services/lost-jobs.ts';
import { freshStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { secondaryJobOf } from '#src/model/jobs.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import { sendInSecondary } from '#src/datasources/azure-vm/request/testing-secondary.ts';

/** A restore in the secondary region leaves once, and its job is found and followed there. */

let azure: TestAzure;
let client: TestArm;

freshStorage();
beforeEach(() => {
  azure = testAzure('default');
  client = testArm((request) => azure.azure.fetch(request));
});

const sent = () => sendInSecondary(client);

const submissionOf = (id: string) => {
  const { draft } = draftState(id);
  return draft.ok ? draft.value.submission : null;
};
const breaks = (operation: string, effect: FaultEffect) =>
  azure.azure.append([
    { type: 'fault-added', at: 0, fault: { id: 'f', match: { operation }, times: 1, effect } },
  ]);
const timesSent = () =>
  client.sent.filter(({ url }) => url.includes('/backupCrossRegionRestore?')).length;

test('what is accepted knows its region', async () => {
  const id = await sent();
  expect(submissionOf(id)).toMatchObject({ state: 'accepted', secondaryRegion: 'northeurope' });
});

test('where the right to the point is refused nothing is sent', async () => {
  await breaks('restores.accessToken', { kind: 'status', status: 403 });
  expect(submissionOf(await sent())).toMatchObject({ state: 'notSent', isPrepared: false });
  expect(timesSent()).toBe(0);
});

test('Location alone leads to the status of the operation there', async () => {
  await breaks('restores.triggerSecondary', { kind: 'location-only' });
  const submission = submissionOf(await sent());
  const operation = storedOperation.parse(
    submission?.state === 'accepted' ? submission.operation : null,
  );
  expect(operation).toMatchObject({ pollKind: 'status' });
  expect(operation.pollUrl).toMatch(
    /\/locations\/northeurope\/backupCrrOperationsStatus\/[^/?]+\?api-version=2023-01-15$/,
  );
  azure.clock.add(90);
  const [restore] = (await azure.azure.state()).restores;
  const state = operation === null ? null : await pollOperation(client.arm, operation);
  expect(state).toEqual({ status: 'succeeded', jobId: restore?.jobId });
});

test('a lost answer is never sent again, and its job is found in the list of that region', async () => {
  await breaks('restores.triggerSecondary', { kind: 'answer-lost' });
  const id = await sent();
  expect(submissionOf(id)).toMatchObject({
    state: 'lost',
    secondaryRegion: 'northeurope',
    before: [],
  });
  expect(timesSent()).toBe(1);
  azure.clock.add(90);
  const search = {
    vaultId: resourceId(prodVault),
    itemName: 'app01',
    sentAt: azure.clock.now(),
    before: [],
    notOurs: [],
    requestIds: [],
    targetGroup: 'rg-restore-weu',
    targetMachine: null,
    kind: 'restoreDisks',
  } as const;
  expect(await findRestoreJobs(client.arm, search)).toEqual([]);
  const found = await findRestoreJobs(client.arm, { ...search, secondaryRegion: 'northeurope' });
  expect(found.map(({ id: jobId }) => secondaryJobOf(jobId)?.place.region)).toEqual([
    'northeurope',
  ]);
});
