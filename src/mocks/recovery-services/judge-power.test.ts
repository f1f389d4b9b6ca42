import { expect, test } from 'vitest';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure, type TestAzure } from '#src/mocks/testing.ts';

/** Disks are replaced only while their machine is shut down (aftercare §2.2). */

const machineId = exampleRestore.properties.sourceResourceId;
const inPlace = { properties: { ...exampleRestore.properties, recoveryType: 'OriginalLocation' } };
const path = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;

const power = ({ azure, clock }: TestAzure, isStopped: boolean, id = machineId) =>
  azure.append([{ type: 'machine-powered', at: clock.now(), machineId: id, isStopped }]);

async function powerState({ get }: TestAzure): Promise<string> {
  const answer = await get(`${machineId}?api-version=2024-03-01&$expand=instanceView`);
  return /PowerState\/\w+/.exec(await answer.text())?.[0] ?? '';
}

test('a running machine is refused by the code that Azure documents, a stopped one is taken', async () => {
  const it = testAzure('default');
  await power(it, false);
  expect(await powerState(it)).toBe('PowerState/running');
  const refused = await it.send('POST', path, inPlace);
  expect(refused.status).toBe(400);
  expect(await jsonOf(refused)).toMatchObject({ error: { code: 'UserErrorVmNotShutDown' } });
  await power(it, true, machineId.toUpperCase());
  expect(await powerState(it)).toBe('PowerState/deallocated');
  expect((await it.send('POST', path, inPlace)).status).toBe(202);
});

test('a validation says so before, and what to do', async () => {
  const it = testAzure('default');
  await power(it, false);
  const answer = await it.send(
    'POST',
    `${exampleVault}/backupValidateOperation?api-version=2024-04-01`,
    {
      id: `${exampleItem}/recoveryPoints/20982486783671`,
      properties: {
        objectType: 'ValidateIaasVMRestoreOperationRequest',
        restoreRequest: inPlace.properties,
      },
    },
  );
  const message: unknown = expect.stringContaining('testVM is not shut down');
  expect(await jsonOf(answer)).toEqual({
    validateOperationResponse: {
      validationResults: [
        {
          code: 'UserErrorVmNotShutDown',
          message,
          recommendations: ['Shut down the virtual machine, then validate again.'],
        },
      ],
    },
  });
});

test('what leaves the machine alone is taken while it runs', async () => {
  const it = testAzure('default');
  await power(it, false);
  expect((await it.send('POST', path, exampleRestore)).status).toBe(202);
});

test('of a machine that was deleted since, its power says nothing', async () => {
  const it = testAzure('default');
  await power(it, false);
  it.clock.add(1);
  await it.azure.append([{ type: 'resource-removed', at: it.clock.now(), id: machineId }]);
  expect(await powerState(it)).toBe('');
  const refused = await it.send('POST', path, inPlace);
  expect(await jsonOf(refused)).toMatchObject({ error: { code: 'CloudInvalidInputError' } });
});
