import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseResourceId, resourceGroupId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const sub = '00000000-0000-0000-0000-000000000000';
const vault = `/subscriptions/${sub}/resourceGroups/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault`;
const item = `${vault}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/protectedItems/VM;testRG;testVM`;

describe('an id is taken apart', () => {
  test('into subscription, group, type and name', () => {
    expect(parseResourceId(vault)).toEqual({
      subscriptionId: sub,
      resourceGroup: 'testVaultRG',
      type: 'Microsoft.RecoveryServices/vaults',
      name: 'testVault',
    });
  });

  test('with semicolons in its names and resources within resources', () => {
    expect(parseResourceId(item)).toMatchObject({
      resourceGroup: 'testVaultRG',
      type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
      name: 'VM;testRG;testVM',
    });
  });

  test('when it is a group', () => {
    expect(parseResourceId(resourceGroupId(sub, 'testRG'))).toEqual({
      subscriptionId: sub,
      resourceGroup: 'testRG',
      type: 'Microsoft.Resources/resourceGroups',
      name: 'testRG',
    });
  });

  test.each([
    [
      'the doubled prefix of document 004',
      vault.replace('/subscriptions/', '/subscriptions//subscriptions/'),
    ],
    ['upper case', vault.toUpperCase()],
    ['lower case', vault.toLowerCase()],
    [
      '/Subscriptions and resourcegroups',
      vault.replace('/sub', '/Sub').replace('Groups', 'groups'),
    ],
    ['a slash at its end', `${vault}/`],
  ])('in whatever form it came: %s', (_, id) => {
    const parts = parseResourceId(id);
    expect(sameId(parts?.subscriptionId, sub)).toBe(true);
    expect(sameId(parts?.resourceGroup, 'testVaultRG')).toBe(true);
    expect(sameId(parts?.type, 'Microsoft.RecoveryServices/vaults')).toBe(true);
    expect(sameId(parts?.name, 'testVault')).toBe(true);
  });

  test.each([
    '',
    'testVault',
    '/',
    `/subscriptions/${sub}`,
    `/subscriptions/${sub}/providers/Microsoft.RecoveryServices/locations/westus`,
    `${vault}/backupJobs`,
    `https://management.azure.com${vault}`,
    '/subscriptions//resourceGroups/testRG',
  ])('and "%s" is no id of a resource in a group', (id) => {
    expect(parseResourceId(id)).toBeNull();
  });
});

const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._;-]{0,20}$/);

test('any id gives back the parts it was made of', () => {
  const ids = fc.record({
    subscriptionId: fc.uuid(),
    resourceGroup: word,
    namespace: fc.constantFrom('Microsoft.Compute', 'Microsoft.RecoveryServices'),
    pairs: fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,12}$/), word), {
      minLength: 1,
      maxLength: 4,
    }),
  });
  fc.assert(
    fc.property(ids, ({ subscriptionId, resourceGroup, namespace, pairs }) => {
      const group = resourceGroupId(subscriptionId, resourceGroup);
      const id = `${group}/providers/${namespace}/${pairs.map((pair) => pair.join('/')).join('/')}`;
      expect(parseResourceId(id)).toEqual({
        subscriptionId,
        resourceGroup,
        type: [namespace, ...pairs.map(([type]) => type)].join('/'),
        name: pairs.at(-1)?.[1],
      });
      expect(nameOf(id)).toBe(pairs.at(-1)?.[1]);
    }),
  );
});

describe('the vault of an id', () => {
  test.each([
    ['of the vault itself', vault],
    ['of an item', item],
    ['of a point', `${item}/recoveryPoints/20982486783671`],
    ['of a job', `${vault}/backupJobs/3021262a-fb3a-4538-9b37-e3e97a386093`],
  ])('%s', (_, id) => {
    expect(vaultIdOf(id)).toBe(vault);
  });

  test('keeps the spelling that came', () => {
    expect(vaultIdOf(item.toLowerCase())).toBe(vault.toLowerCase());
  });

  test.each(['', resourceGroupId(sub, 'rg'), vault.replace('RecoveryServices', 'DataProtection')])(
    'is none for "%s"',
    (id) => {
      expect(vaultIdOf(id)).toBeNull();
    },
  );
});
