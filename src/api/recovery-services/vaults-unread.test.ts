import { expect, test } from 'vitest';
import { answer, testArm } from '#src/api/arm/testing.ts';
import { listUnreadVaults } from '#src/api/recovery-services/vaults.ts';

const vault = (name: string) =>
  `/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/${name}`;
const row = (name: string) => ({ id: vault(name), name, location: 'westeurope', crr: '' });

/** Vaults of which the first has instances; some of the others are forbidden. */
function azureWith(names: readonly string[], forbidden: readonly string[]) {
  const queried: string[] = [];
  const arm = testArm(async (request) => {
    if (request.method === 'POST') {
      const isNames = (await request.text()).includes('crr');
      const data = isNames
        ? names.map(row)
        : [{ vault: vault(names[0] ?? '').toLowerCase(), items: 3 }];
      return answer(200, {
        totalRecords: data.length,
        count: data.length,
        resultTruncated: 'false',
        data,
      });
    }
    queried.push(request.url);
    const isRefused = forbidden.some((name) => request.url.includes(`/vaults/${name}/`));
    return isRefused
      ? answer(403, { error: { code: 'AuthorizationFailed' } })
      : answer(200, { value: [] });
  }).arm;
  return { arm, queried };
}

test('queries only vaults without an instance and reports those that refuse', async () => {
  const { arm, queried } = azureWith(['full', 'bare', 'closed'], ['closed', 'full']);
  const { vaults, isChecked } = await listUnreadVaults(arm);
  expect(vaults.map(({ name }) => name)).toEqual(['closed']);
  expect(isChecked).toBe(true);
  expect(queried).toHaveLength(2);
});

test('with thousands of vaults nothing is claimed', async () => {
  const names = Array.from({ length: 201 }, (_, index) => `v${String(index)}`);
  const { arm, queried } = azureWith(names, names);
  expect(await listUnreadVaults(arm)).toEqual({ vaults: [], isChecked: false });
  expect(queried).toEqual([]);
});
