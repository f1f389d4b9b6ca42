import { expect, test } from 'vitest';
import { azureVm } from '#src/datasources/azure-vm/index.ts';
import { codeOf } from '#src/datasources/registry.ts';

test('code that does not load is named by its datasource', async () => {
  const cause = new TypeError('Failed to fetch dynamically imported module');
  await expect(codeOf(azureVm, () => Promise.reject(cause))).rejects.toThrow(
    'Couldn’t load Azure Virtual machines. Reload the page to try again.',
  );
});
