import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { vaultWire } from '#src/api/recovery-services/vaults.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { hqVault, hrVault } from '#src/mocks/world/worlds/default-estate.ts';

const version = 'api-version=2024-04-01';
const bodyOf = (crossSubscriptionRestoreState: unknown) => ({
  properties: {
    restoreSettings: { crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState } },
  },
});
const patch = (it: TestAzure, state: string, vault = exampleVault) =>
  it.send('PATCH', `${vault}?${version}`, bodyOf(state));

async function stateOf(it: TestAzure, vault = exampleVault) {
  const { properties } = vaultWire.parse(await (await it.get(`${vault}?${version}`)).json());
  return properties?.restoreSettings?.crossSubscriptionRestoreSettings
    ?.crossSubscriptionRestoreState;
}

const statusOf = async (answer: Response) =>
  z.looseObject({ status: z.string() }).parse(await answer.json());

/** A change of which the operation is over. */
async function changed(it: TestAzure, state: string, vault = exampleVault) {
  const answer = await patch(it, state, vault);
  expect(answer.status).toBe(202);
  it.clock.add(20);
}

describe('a change of a vault', () => {
  test('takes it, obeys when the operation is over, and says so at all three addresses', async () => {
    const it = testAzure('document');
    const answer = await patch(it, 'Disabled');
    expect([answer.status, await answer.text()]).toEqual([202, '']);
    expect(answer.headers.get('retry-after')).toBe('10');
    const statusUrl = answer.headers.get('azure-asyncoperation') ?? '';
    const resultUrl = answer.headers.get('location') ?? '';
    expect(statusUrl).toMatch(/^https:\/\/.+\/vaults\/testVault\/operationStatus\/\w+==\?/);
    expect(resultUrl).toMatch(/^https:\/\/.+\/vaults\/testVault\/operationResults\/\w+==\?/);

    const running = await it.get(statusUrl);
    expect(running.headers.get('retry-after')).toBe('10');
    const report = await statusOf(running);
    expect(Object.keys(report).toSorted()).toEqual(['id', 'name', 'status']);
    expect(report.status).toBe('InProgress');
    expect((await it.get(resultUrl)).status).toBe(202);
    expect(await stateOf(it)).toBe('Enabled');

    it.clock.add(20);
    expect(await statusOf(await it.get(statusUrl))).toMatchObject({ status: 'Succeeded' });
    const result = await it.get(resultUrl);
    expect(vaultWire.parse(await result.json()).id).toBe(exampleVault);
    expect(await stateOf(it)).toBe('Disabled');
  });

  test('applies before the answer, so that a lost answer still changes it', async () => {
    const it = testAzure('document');
    const fault = {
      id: 'f',
      match: { operation: 'vaults.update' },
      times: 1,
      effect: { kind: 'answer-lost' as const },
    };
    await it.azure.append([{ type: 'fault-added', at: 0, fault }]);
    await expect(patch(it, 'Disabled')).rejects.toThrow(TypeError);
    it.clock.add(20);
    expect(await stateOf(it)).toBe('Disabled');
  });

  test('has nothing to do when it is so already', async () => {
    const it = testAzure('document');
    const answer = await patch(it, 'Enabled');
    expect(answer.status).toBe(200);
    expect(vaultWire.parse(await answer.json()).id).toBe(exampleVault);
    expect(await it.store.read(0)).toEqual([]);
  });

  test('can be turned off and on again, in any letter case of its id', async () => {
    const it = testAzure('document');
    await changed(it, 'Disabled', exampleVault.toUpperCase());
    await changed(it, 'Enabled');
    expect(await stateOf(it)).toBe('Enabled');
  });
});

describe('a vault refuses', () => {
  test('to leave the state that is for good', async () => {
    const it = testAzure('default');
    for (const state of ['Enabled', 'Disabled']) {
      const answer = await patch(it, state, hqVault);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('permanently disabled');
    }
    expect((await patch(it, 'PermanentlyDisabled', hqVault)).status).toBe(200);
    await changed(it, 'PermanentlyDisabled', hrVault);
    expect((await patch(it, 'Enabled', hrVault)).status).toBe(400);
    expect(await stateOf(it, hrVault)).toBe('PermanentlyDisabled');
  });

  test('a second change while one is under way', async () => {
    const it = testAzure('document');
    expect((await patch(it, 'Disabled')).status).toBe(202);
    it.clock.add(19);
    expect((await patch(it, 'PermanentlyDisabled')).status).toBe(409);
    it.clock.add(1);
    expect((await patch(it, 'Enabled')).status).toBe(202);
  });

  test.each([
    ['no body', undefined],
    ['tags that are no text', { tags: { a: 1 } }],
    ['what it takes with what it does not', { ...bodyOf('Disabled'), tags: 'a' }],
    ['a state that does not exist', bodyOf('Sometimes')],
    ['a state in other letters', bodyOf('disabled')],
    ['a state that is no text', bodyOf(1)],
  ])('%s', async (_, body) => {
    const it = testAzure('document');
    expect((await it.send('PATCH', `${exampleVault}?${version}`, body)).status).toBe(400);
    expect(await it.store.read(0)).toEqual([]);
  });

  test('a reader of its group, before any other check', async () => {
    const { seed, ...origin } = originOf('document');
    const groups = seed.groups.map((group) => ({ ...group, isReadOnly: true as const }));
    const it = testAzure({ ...origin, seed: { ...seed, groups } });
    const answer = await patch(it, 'Disabled');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("'Microsoft.RecoveryServices/vaults/write'");
    const roles = await it.get(
      `${exampleVault}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`,
    );
    expect(await roles.json()).toEqual({ value: [{ actions: ['*/read'], notActions: [] }] });
  });

  test('what is not there: a vault, an operation, the operation of another vault', async () => {
    const it = testAzure('default');
    expect((await patch(it, 'Disabled', `${exampleVault}x`)).status).toBe(404);
    expect((await it.get(`${exampleVault}/operationStatus/abc==?${version}`)).status).toBe(404);
    const answer = await patch(it, 'Disabled');
    const [, operation] = /operationStatus\/([^?]+)/.exec(
      answer.headers.get('azure-asyncoperation') ?? '',
    ) ?? ['', ''];
    expect((await it.get(`${hrVault}/operationStatus/${operation}?${version}`)).status).toBe(404);
  });
});

describe('a restore to another subscription', () => {
  const elsewhere = {
    properties: {
      ...exampleRestore.properties,
      targetResourceGroupId:
        '/subscriptions/c3a9d514-7e28-4f6b-8b02-61f5e8a7d330/resourceGroups/rg-dr-weu',
    },
  };
  const restore = (it: TestAzure) =>
    it.send('POST', `${exampleItem}/recoveryPoints/20982486783671/restore?${version}`, elsewhere);

  test('is refused as soon as the vault obeys, and taken again later', async () => {
    const it = testAzure('default');
    await changed(it, 'Disabled');
    const refused = await restore(it);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Cross Subscription Restore is disabled');
    await changed(it, 'Enabled');
    expect((await restore(it)).status).toBe(202);
  });
});

test('a vault that was moved says from where, and one that was not says nothing', async () => {
  const it = testAzure('default');
  const read = async (id: string) =>
    vaultWire.parse(await (await it.get(`${id}?${version}`)).json()).properties?.moveDetails;
  expect(await read(hrVault)).toMatchObject({
    sourceResourceId: hrVault.replace(
      /subscriptions\/[^/]+/,
      'subscriptions/c3a9d514-7e28-4f6b-8b02-61f5e8a7d330',
    ),
    targetResourceId: hrVault,
  });
  expect(await read(hqVault)).toBeUndefined();
});
