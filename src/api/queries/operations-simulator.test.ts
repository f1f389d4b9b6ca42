import { expect, test } from 'vitest';
import { answer, testArm } from '#src/api/arm/testing.ts';
import {
  getItemOperation,
  getItemOperationResult,
  getVaultOperation,
  getVaultOperationResult,
} from '#src/api/recovery-services/protected-items/operations.ts';
import { startRestore } from '#src/api/recovery-services/restores/ops.ts';
import { exampleDisks, exampleItem, exampleVault } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Operations found by their id alone, against the simulated Azure. */

const item = resourceId(exampleItem);
const vault = resourceId(exampleVault);

async function restoring() {
  const it = testAzure('default');
  const { arm } = testArm(it.azure.fetch);
  await startRestore(arm, exampleDisks, 'mine');
  const [restore] = (await it.azure.state()).restores;
  return { ...it, arm, operation: restore?.operationId ?? '', jobId: restore?.jobId };
}

test('an item and its vault say the same of an operation, first that it runs and then its job', async () => {
  const { arm, clock, operation, jobId } = await restoring();
  for (const state of [
    await getItemOperation(arm, item, operation),
    await getVaultOperation(arm, vault, operation),
  ]) {
    expect(state).toMatchObject({ status: 'running', next: { retryAfterMs: 60_000 } });
  }
  const running = { status: 'running', retryAfterMs: 60_000 };
  expect(await getItemOperationResult(arm, item, operation)).toEqual(running);
  expect(await getVaultOperationResult(arm, vault, operation)).toEqual(running);
  clock.add(90);
  const done = { status: 'succeeded', jobId };
  expect(await getItemOperation(arm, item, operation)).toEqual(done);
  expect(await getVaultOperation(arm, vault, operation)).toEqual(done);
  const result = await getItemOperationResult(arm, item, operation);
  expect(result).toMatchObject({ status: 'done', item: { friendlyName: 'testVM' } });
  expect(await getVaultOperationResult(arm, vault, operation)).toEqual(result);
});

test('nobody else knows it, and an item that is gone leaves no content', async () => {
  const { arm, azure, clock, operation } = await restoring();
  await expect(getVaultOperation(arm, resourceId(prodVault), operation)).rejects.toThrow(
    'was not found',
  );
  await expect(getItemOperation(arm, item, 'another')).rejects.toThrow('was not found');
  await azure.append([{ type: 'resource-removed', at: clock.now(), id: exampleItem }]);
  clock.add(90);
  expect(await getVaultOperationResult(arm, vault, operation)).toEqual({
    status: 'done',
    item: null,
  });
});

test('the status in the place of the item, as document 004 shows it, is no item', async () => {
  const { arm } = testArm(() => answer(200, { id: '1', name: '1', status: 'Succeeded' }));
  const result = await getItemOperationResult(arm, item, '1');
  expect(result).toEqual({ status: 'done', item: null });
});
