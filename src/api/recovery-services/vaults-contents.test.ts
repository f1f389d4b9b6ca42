import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { expect, test } from 'vitest';
import { answer, testArm } from '#src/api/arm/testing.ts';
import { countVaultItems } from '#src/api/recovery-services/vaults.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { hrVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';

test('machines are counted vault by vault', async () => {
  const { azure } = testAzure('default');
  const inVault = (id: string) =>
    defaultWorld.instances.filter(({ vaultId }) => vaultId === id).length;
  const count = (id: string) => countVaultItems(testArm(azure.fetch).arm, resourceId(id));
  expect(await count(prodVault)).toEqual({ count: inVault(prodVault), isLeast: false });
  expect(await count(hrVault)).toEqual({ count: inVault(hrVault), isLeast: false });
});

test.each([
  [{ value: [{ id: '/a' }], nextLink: 'https://management.azure.com/next' }, 1, true],
  [{ value: [{ id: '/a' }], nextLink: '' }, 1, false],
  [{ value: null }, 0, false],
])('a page that is not the last is the least there can be: %j', async (page, count, isLeast) => {
  const { arm } = testArm(() => answer(200, page));
  expect(await countVaultItems(arm, resourceId('/v'))).toEqual({ count, isLeast });
});
