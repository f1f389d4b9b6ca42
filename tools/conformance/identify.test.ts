import { describe, expect, test } from 'vitest';

import { matchRoute, normalPath } from '#src/mocks/router.ts';
import { routes } from '#src/mocks/routes.ts';

import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { absentOperations } from './operations/absent.ts';
import {
  itemAddress,
  itemBody,
  judge,
  operationsOf,
  ownSamples,
  restoreBody,
  vaultAddress,
  wordsOf,
} from './testing.ts';

const hasRoute = ({ method, path }: Operation): boolean =>
  matchRoute(routes, method, normalPath(path)) !== undefined;

describe('the registry', () => {
  test('calls those operations ours that the simulated Azure has', () => {
    expect(operations.filter((one) => !hasRoute(one)).map(({ id }) => id)).toEqual([]);
    expect(absentOperations.filter(hasRoute).map(({ id }) => id)).toEqual([]);
  });

  test('has each operation once', () => {
    const all = [...operations, ...absentOperations];
    const places = all.map(({ method, path, plane = '' }) => `${plane} ${method} ${path}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });
});

describe('a sample', () => {
  test.each(Object.entries(ownSamples))('of %s is known as one', (id, sample) => {
    expect(operationsOf(sample)).toContain(id);
    expect(judge(sample, id)).toMatchObject({ operation: id });
  });

  test('is of the plane that its version asks', () => {
    const { parameters, responses } = ownSamples['BackupProtectedItems_List'] ?? {};
    const of = (version: string) =>
      operationsOf({ parameters: { ...parameters, 'api-version': version }, responses });
    expect(of('2021-11-15')).toEqual(['BackupProtectedItemsCrr_List']);
    expect(of('2025-02-01')).toEqual(['BackupProtectedItems_List']);
  });

  test('of a PUT is not taken for one of a PATCH to the same address', () => {
    const vault = { location: 'westus', sku: { name: 'Standard' }, properties: {} };
    const answer = { 200: { body: { type: 'Microsoft.RecoveryServices/vaults' } } };
    const outcome = judge({ parameters: { ...vaultAddress, vault }, responses: answer });
    expect(wordsOf(outcome)).toMatch(/^absent: Vaults_CreateOrUpdate, PUT /);
  });

  test('with a body is not taken for one of a GET', () => {
    const parameters = { ...itemAddress, anything: { properties: { strange: 1 } } };
    const outcome = judge({ parameters, responses: { 200: { body: itemBody } } });
    expect(outcome).toMatchObject({ kind: 'absent' });
  });

  test('with another name in its address is not taken for one without', () => {
    const parameters = { ...itemAddress, policyName: 'daily' };
    const outcome = judge({ parameters, responses: { 200: { body: itemBody } } });
    expect(outcome).toMatchObject({ kind: 'absent' });
  });

  test('of another provider is not taken for ours', () => {
    const type = 'Microsoft.DataProtection/backupVaults/backupPolicies';
    const parameters = { ...vaultAddress, backupPolicyName: 'a1' };
    const outcome = judge({ parameters, responses: { 200: { body: { id: 'a1', type } } } });
    expect(wordsOf(outcome)).toMatch(/^absent: BackupPolicies_Get, GET /);
  });

  test('of nothing known is identified by its resource, method and parameters', () => {
    const body = { id: 'x', type: 'Microsoft.Fruit/baskets', name: 'x' };
    const parameters = { subscriptionId: 'a', basketName: 'x', 'api-version': '2024-04-01' };
    expect(judge({ parameters, responses: { 200: { body } } })).toEqual({
      kind: 'absent',
      operation: 'GET Microsoft.Fruit/baskets (subscriptionId, basketName)',
    });
    expect(judge({ parameters: { ...parameters, input: {} }, responses: { 201: {} } })).toEqual({
      kind: 'absent',
      operation: 'PUT unnamed (subscriptionId, basketName)',
    });
  });

  test('without distinguishing marks is identified as each possible operation', () => {
    const usage = { unit: 'Count', currentValue: 1, limit: 2 };
    const responses = { 200: { body: { value: [usage] } } };
    const ids = operationsOf({ parameters: vaultAddress, responses });
    expect(ids.map((told) => told.split(',')[0])).toEqual([
      'Usages_ListByVaults',
      'BackupUsageSummaries_List',
    ]);
  });
});

describe('an index', () => {
  const { parameters, responses } = ownSamples['BackupOperationStatuses_Get'] ?? {};

  test('decides where the sample does not', () => {
    const bare = { parameters, responses: { 200: { body: {} } } };
    expect(judge(bare)).toMatchObject({ kind: 'absent' });
    expect(judge(bare, 'BackupOperationStatuses_Get (with a note)')).toMatchObject({
      kind: 'conforms',
      operation: 'BackupOperationStatuses_Get',
    });
  });

  test('is not believed against the address', () => {
    expect(wordsOf(judge({ parameters, responses }, 'RecoveryPoints_Get'))).toMatch(
      /^absent: RecoveryPoints_Get, GET \{id, name, status/,
    );
  });

  test.each([
    ['VirtualMachine_Start_MinimumSet_Gen', 'conforms: VirtualMachines_Start'],
    ['VirtualMachine_Deallocate', 'conforms: VirtualMachines_Deallocate'],
    ['VirtualMachine_Startle_MinimumSet_Gen', 'absent: '],
  ])('that repeats the file’s name %s says what its first words say', (name, words) => {
    const { subscriptionId, resourceGroupName } = vaultAddress;
    const machine = { subscriptionId, resourceGroupName, vmName: 'vm-plum' };
    const sample = {
      parameters: { 'api-version': '2024-03-01', ...machine },
      responses: { 202: { headers: { location: 'https://foo.com/operationstatus' } } },
    };
    expect(wordsOf(judge(sample, name, `compute/${name}.json`)).startsWith(words)).toBe(true);
    expect(judge(sample, name)).toMatchObject({ kind: 'absent' });
  });

  test('that names what we do not have is believed', () => {
    const sample = {
      parameters: { ...vaultAddress, input: restoreBody },
      responses: { 200: { body: {} } },
    };
    expect(wordsOf(judge(sample, 'Fruit_Peel'))).toMatch(/^absent: Fruit_Peel, /);
  });
});
