import { describe, expect, test } from 'vitest';
import { failureOf } from '#src/api/arm/testing.ts';
import { deallocateMachine } from '#src/api/compute/machine-writes.ts';
import { readExtension } from '#src/api/compute/machines.ts';
import { readSqlMachine, registerSqlMachine } from '#src/api/sql.ts';
import { type AzureClient, clientOf, ended } from '#src/api/queries/testing.ts';
import { type Fault, fault } from '#src/mocks/faults/fault.ts';
import { app01, machineId, writesAzure } from '#src/mocks/testing-writes.ts';
import { madeBy } from '#src/mocks/world/made-things.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Machines that the client registers as SQL virtual machines, against the simulated Azure. */

const app = resourceId(app01.id);
const erp = defaultWorld.machines.find(({ id }) => id.endsWith('/sql-erp-02'));
if (erp === undefined) throw new Error('The default world has no sql-erp-02.');

const world = (change: Partial<Seed> = {}, faults: readonly Fault[] = []) =>
  clientOf(writesAzure(change, faults));

const register = (it: AzureClient, license: 'PAYG' | 'AHUB' = 'PAYG') =>
  registerSqlMachine(it.arm, app, { region: 'westeurope', license });

describe('a SQL virtual machine', () => {
  test('says its license, and a machine that is none says so', async () => {
    const it = world();
    expect(await readSqlMachine(it.arm, resourceId(erp.id))).toEqual({
      license: 'AHUB',
      isComplete: true,
    });
    expect(await readSqlMachine(it.arm, app)).toBeNull();
    expect(await readSqlMachine(it.arm, machineId('gone'))).toBeNull();
  });

  test('is registered, with its extension, and another license is written over it', async () => {
    const it = world();
    const started = await register(it);
    expect(await readSqlMachine(it.arm, app)).toEqual({ license: 'PAYG', isComplete: false });
    expect(await ended(it, started)).toBe('succeeded');
    expect(await readSqlMachine(it.arm, app)).toEqual({ license: 'PAYG', isComplete: true });
    const extension = await readExtension(it.arm, { machineId: app, name: 'SqlIaasExtension' });
    expect(extension?.properties?.provisioningState).toBe('Succeeded');
    expect(await ended(it, await register(it, 'AHUB'))).toBe('succeeded');
    expect((await readSqlMachine(it.arm, app))?.license).toBe('AHUB');
  });

  test('is none where the resource of its name is another machine’s', async () => {
    const it = world();
    const address = app.replace('Compute/virtualMachines', 'SqlVirtualMachine/sqlVirtualMachines');
    const put = (virtualMachineResourceId: string) =>
      it.send('PUT', `${address}?api-version=2023-10-01`, {
        location: 'westeurope',
        properties: { virtualMachineResourceId },
      });
    expect((await put(erp.id)).status).toBe(409);
    const web = defaultWorld.machines.find(({ id }) => /rg-web\/.*\/web-fe-07$/.test(id));
    expect((await put(web?.id ?? '')).status).toBe(201);
    it.clock.add(120);
    expect(await readSqlMachine(it.arm, app)).toBeNull();
  });

  test('is not restored as one, nor with extensions', () => {
    const { machine } = madeBy({
      machine: erp,
      atMs: 0,
      body: {
        objectType: 'IaasVMRestoreRequest',
        recoveryPointId: '1',
        recoveryType: 'AlternateLocation',
        sourceResourceId: erp.id,
        targetVirtualMachineId: machineId('copy'),
      },
    });
    expect(machine).not.toHaveProperty('sqlLicense');
    expect(machine).not.toHaveProperty('extensions');
    expect(machine).toMatchObject({ size: erp.size });
  });

  test('cannot be read without a right, which is not the same as not being one', async () => {
    const effect = { kind: 'status', status: 403 } as const;
    const forbidden = fault('f', { operation: 'sqlMachines.get' }, 1, effect);
    await expect(readSqlMachine(world({}, [forbidden]).arm, app)).rejects.toMatchObject({
      facts: { missingAction: 'Microsoft.SqlVirtualMachine/sqlVirtualMachines/read' },
    });
  });
});

describe('a registration is refused', () => {
  const changed = (change: object): Partial<Seed> => ({
    machines: defaultWorld.machines.map((one) =>
      one.id === app01.id ? { ...one, ...change } : one,
    ),
  });
  const readOnly: Partial<Seed> = {
    groups: defaultWorld.groups.map((one) =>
      one.name === 'rg-app-prod' ? { ...one, isReadOnly: true } : one,
    ),
  };
  const codeOf = async (work: Promise<unknown>) => (await failureOf(work))?.code;

  test.each<[string, Partial<Seed>, string]>([
    ['of a machine that was deleted', changed({ exists: false }), 'InvalidResourceReference'],
    ['of a machine that does not run', changed({ isStopped: true }), 'VmNotRunning'],
    ['in another region', changed({ location: 'northeurope' }), 'InvalidResourceLocation'],
    ['without a right on the group', readOnly, 'AuthorizationFailed'],
  ])('%s', async (_, change, code) => {
    const it = world(change);
    expect(await codeOf(register(it))).toBe(code);
    expect(await readSqlMachine(it.arm, app)).toBeNull();
  });

  test('while the machine is stopped', async () => {
    const it = world();
    await deallocateMachine(it.arm, app);
    expect(await codeOf(register(it))).toBe('ConflictingConcurrentWriteNotAllowed');
  });

  test('where another resource registers the machine already', async () => {
    const it = world();
    const other = `${app.replace(/\/providers\/.*/, '')}/providers/Microsoft.SqlVirtualMachine/sqlVirtualMachines/other`;
    const body = { location: 'westeurope', properties: { virtualMachineResourceId: app } };
    expect((await it.send('PUT', `${other}?api-version=2023-10-01`, body)).status).toBe(201);
    it.clock.add(120);
    expect(await codeOf(register(it))).toBe('SqlVirtualMachineAlreadyExists');
  });

  test('by an operation that fails, and the registration says so', async () => {
    const effect = { kind: 'operation-fails' } as const;
    const it = world({}, [fault('f', { operation: 'sqlMachines.put' }, 1, effect)]);
    expect(await ended(it, await register(it))).toBe('failed');
    expect(await readSqlMachine(it.arm, app)).toMatchObject({ isComplete: false });
  });
});
