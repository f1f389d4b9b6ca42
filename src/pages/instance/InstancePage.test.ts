import { afterAll, expect, test, vi } from 'vitest';

// What was left out here is there for the tests of other files.
afterAll(() => void vi.resetModules());

/** The datasources as after a load. */
async function loaded() {
  vi.resetModules();
  const registry = await import('#src/datasources/registry.ts');
  const { otherProtections: machinesBeside, machinesKnownTo: machinesOf } =
    await import('#src/pages/instance/InstancePage.tsx');
  return {
    leaveOut: registry.leaveOut,
    beside: () =>
      [...registry.DATASOURCES.values()]
        .filter((entry) => machinesOf(entry) !== null)
        .map((entry) => [entry.id, machinesBeside(entry).map(({ id }) => id)]),
  };
}

test('Azure alone has no two backups of one VM: nothing is read for a note', async () => {
  const { leaveOut, beside } = await loaded();
  leaveOut('commvault-vm');
  expect(beside()).toEqual([['azure-vm', []]]);
});

test('a VM that Azure backs up may be backed up by Commvault, too', async () => {
  const { beside } = await loaded();
  expect(beside()).toEqual([
    ['azure-vm', ['commvault-vm']],
    ['commvault-vm', ['azure-vm']],
  ]);
});
