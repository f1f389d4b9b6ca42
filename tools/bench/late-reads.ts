import type { Page } from 'playwright/test';

/** Reads of the form for a new machine; none of them keeps the field for its name from the screen. */
const OPERATIONS = [
  'groups.list',
  'storageAccounts.list',
  'virtualNetworks.list',
  'virtualMachines.list',
  'diskEncryptionSets.list',
  'diskAccesses.list',
  'locations.list',
  'permissions.listForSubscription',
  'sizes.list',
  'vaults.encryption',
  'networkInterfaces.get',
  'disks.get',
];

/** When the first of them is answered, in seconds: typing has started by then. */
const FIRST_S = 1;

/** Has the form's reads answered one after the other, evenly within so many seconds. */
export async function answerLate(page: Page, withinSeconds: number): Promise<void> {
  const faults = OPERATIONS.map((operation, index) => ({
    id: operation,
    match: { operation },
    times: null,
    effect: {
      kind: 'latency' as const,
      seconds: FIRST_S + (index * withinSeconds) / OPERATIONS.length,
    },
  }));
  await page.evaluate(async (all) => {
    const simulation = window.restoreCenterSimulation;
    if (simulation === undefined) throw new Error('This is no demo.');
    await simulation.clock.setSpeed(1);
    for (const fault of all) await simulation.addFault(fault);
  }, faults);
}
