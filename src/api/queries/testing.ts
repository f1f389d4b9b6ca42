import { pollOperation, type StartedWrite } from '#src/api/arm/operation.ts';
import { type TestArm, testArm } from '#src/api/arm/testing.ts';
import { BACKUP_API_VERSION } from '#src/api/versions.ts';
import { installClock } from '#src/lib/clock.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import { type TestAzure, testAzure, type TestClock } from '#src/mocks/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** What tests need that let the client talk to the simulated Azure. */

export type AzureClient = TestAzure & TestArm;

/** The client over a simulated Azure. */
export const clientOf = (it: TestAzure): AzureClient => ({
  ...it,
  ...testArm((request) => it.azure.fetch(request)),
});

/** The client over the Azure of a scenario. */
export const azureClient = (scenario: Parameters<typeof testAzure>[0] = 'default'): AzureClient =>
  clientOf(testAzure(scenario));

/** Lets an operation go wrong, or any (null); once unless another number is given. */
export const breaks = (
  { azure, clock }: Pick<TestAzure, 'azure' | 'clock'>,
  operation: string | null,
  effect: FaultEffect,
  times: number | null = 1,
): Promise<void> =>
  azure.append([
    {
      type: 'fault-added',
      at: clock.now(),
      fault: { id: 'f', match: operation === null ? {} : { operation }, times, effect },
    },
  ]);

/** Waits until a write is over, and says how it ended. */
export async function ended({ arm, clock }: AzureClient, started: StartedWrite): Promise<string> {
  if (started.kind === 'done' || started.operation === null) {
    clock.add(120);
    return started.kind;
  }
  const first = await pollOperation(arm, started.operation);
  if (first.status !== 'running') throw new Error(`The write is ${first.status} at once.`);
  clock.add(120);
  return (await pollOperation(arm, started.operation)).status;
}

/** Installs the clock of a simulated Azure: whoever waits finds that the time has gone by. */
export function installWorldClock(clock: TestClock): void {
  const realDelayMs = (ms: number): number => {
    clock.add(ms / 1000);
    return 0;
  };
  installClock({ now: clock.now, realDelayMs, onJump: () => () => undefined });
}

/** The group into which Document 004's example restores. */
export const targetGroup = resourceId(
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/targetRG',
);
const network = `${targetGroup}/providers/Microsoft.Network/virtualNetworks/testNet`;

/** What its request has besides for a new machine. */
export const intoMachine = (name: string) => ({
  recoveryType: 'AlternateLocation',
  targetResourceGroupId: targetGroup,
  targetVirtualMachineId: `${targetGroup}/providers/Microsoft.Compute/virtualMachines/${name}`,
  virtualNetworkId: network,
  subnetId: `${network}/subnets/default`,
});

const restoreOfExample = `${exampleItem}/recoveryPoints/20982486783671/restore`;

/** Sends the example's restore, with other values where given. */
export const sendRestore = (it: TestAzure, change: object = {}): Promise<Response> =>
  it.send('POST', `${restoreOfExample}?api-version=${BACKUP_API_VERSION}`, {
    properties: { ...exampleRestore.properties, ...change },
  });
