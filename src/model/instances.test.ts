import { expect, test } from 'vitest';
import { instanceName } from '#src/model/instances.ts';

test.each([
  ['/x/protectedItems/vm;iaasvmcontainerv2;rg-app;app01', 'app01'],
  ['/x/backupInstances/data-data-b8b26aaa-3a9c-4dda-ab0f-886953ec7453', 'data'],
  ['/x/backupInstances/rg-data-b8b26aaa-3a9c-4dda-ab0f-886953ec7453', 'rg-data'],
  [
    '/x/protectedItems/vm;x;rg;a-a-b8b26aaa-3a9c-4dda-ab0f-886953ec7453',
    'a-a-b8b26aaa-3a9c-4dda-ab0f-886953ec7453',
  ],
  ['', ''],
])('%s protects %s', (id, name) => {
  expect(instanceName(id)).toBe(name);
});
