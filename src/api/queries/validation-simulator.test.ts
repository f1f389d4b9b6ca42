import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import type { AcceptedOperation } from '#src/api/arm/operation.ts';
import { testArm } from '#src/api/arm/testing.ts';
import {
  pollValidation,
  startRestore,
  startValidation,
  validateRestore,
} from '#src/api/recovery-services/restores.ts';
import {
  exampleDisks,
  exampleItem,
  exampleMachine,
  exampleReplace,
  exampleRestore,
  exampleVault,
} from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { hqVault } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';

/** Validation of restores by the client, against the simulated Azure. */

function world() {
  const it = testAzure('default');
  return { ...it, ...testArm(it.azure.fetch) };
}

const nowhere = resourceId('/subscriptions/x/resourceGroups/no/providers/a/b/c');
const restores: readonly (readonly [string, Restore, number])[] = [
  ['disks', exampleDisks, 0],
  ['a new machine', exampleMachine, 0],
  ['a replace', exampleReplace, 0],
  ['disks by way of no account', { ...exampleDisks, stagingAccountId: nowhere }, 1],
  ['disks into another region', { ...exampleDisks, region: 'eastus' }, 1],
  [
    'a machine with two faults',
    { ...exampleMachine, region: 'eastus', virtualNetworkId: nowhere },
    2,
  ],
];

test.each(restores)('%s: validation says what the restore would say', async (_, restore, count) => {
  const { arm, store } = world();
  const problems = await validateRestore(arm, restore);
  expect(problems).toHaveLength(count);
  expect(await store.read(0)).toEqual([]);
  const refused = await startRestore(arm, restore, 'mine').then(() => null, armFacts);
  expect(problems[0]?.code).toBe(refused?.code ?? undefined);
  expect(problems[0]?.message).toBe(refused?.message);
});

describe('a validation that runs by itself', () => {
  /** Follows a started one by the address of the result alone. */
  const startedByResult = async ({ arm }: Pick<ReturnType<typeof world>, 'arm'>) => {
    const operation = await startValidation(arm, exampleDisks);
    const pollUrl = operation?.pollUrl.replace('OperationsStatuses', 'OperationResults') ?? '';
    return { pollUrl, pollKind: 'location', retryAfterMs: 10_000 } satisfies AcceptedOperation;
  };

  test('runs ten seconds, and then says what it found', async () => {
    const { arm, clock } = world();
    const bad = { ...exampleDisks, region: 'eastus' };
    const operation = await startValidation(arm, bad);
    expect(operation).toMatchObject({ pollKind: 'status', retryAfterMs: 10_000 });
    if (operation === null) return;
    clock.add(9);
    const running = await pollValidation(arm, operation);
    expect(running).toEqual({ status: 'running', next: operation });
    clock.add(1);
    const done = await pollValidation(arm, operation);
    expect(done).toEqual({ status: 'done', problems: await validateRestore(arm, bad) });
  });

  test('says the same at the address of its result', async () => {
    const it = world();
    const operation = await startedByResult(it);
    expect(await pollValidation(it.arm, operation)).toMatchObject({ status: 'running' });
    it.clock.add(10);
    expect(await pollValidation(it.arm, operation)).toEqual({ status: 'done', problems: [] });
  });

  test('is known to its own vault alone', async () => {
    const it = world();
    const operation = await startedByResult(it);
    const pollUrl = operation.pollUrl.replace(exampleVault, hqVault);
    expect(pollUrl).not.toBe(operation.pollUrl);
    await expect(pollValidation(it.arm, { ...operation, pollUrl })).rejects.toThrow('not found');
  });
});

describe('the service', () => {
  const address = `${exampleVault}/backupValidateOperation?api-version=2021-12-01`;
  const bodyOf = (id: string | undefined, properties: object) => ({
    id,
    properties: {
      objectType: 'ValidateIaasVMRestoreOperationRequest',
      restoreRequest: { ...exampleRestore.properties, ...properties },
    },
  });

  test('takes old requests without an id, and finds the item by its source', async () => {
    const { send } = testAzure('default');
    const answer = await send('POST', address, bodyOf(undefined, {}));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ validateOperationResponse: { validationResults: [] } });
  });

  test.each([
    ['what is no validation', { properties: exampleRestore.properties }, 400],
    ['an item of another vault', bodyOf(`${hqVault}/recoveryPoints/1`, {}), 404],
    [
      'a point that is not there',
      bodyOf(`${exampleItem}/recoveryPoints/1`, { recoveryPointId: '1' }),
      404,
    ],
    ['a source that nobody protects', bodyOf(undefined, { sourceResourceId: nowhere }), 404],
  ])('refuses %s', async (_, body, status) => {
    const { send } = testAzure('default');
    expect((await send('POST', address, body)).status).toBe(status);
  });
});
