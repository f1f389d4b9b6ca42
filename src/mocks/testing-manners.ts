import * as z from 'zod/mini';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { jsonOf, type TestAzure } from '#src/mocks/testing.ts';

/** What the tests of Azure's manners share: the rows of azure-contract §13, tried on the example. */

/** Numbers for enums; names for them; the plane of the secondary region. */
export const versions = { old: '2019-05-13', present: '2024-04-01', secondary: '2023-01-15' };
export const examplePoint = `${exampleItem}/recoveryPoints/20982486783671`;
export const onlyMachines = "$filter=backupManagementType eq 'AzureIaasVM'";

/** By a row's number and first words: what must be so. */
export type Manners = Readonly<Record<string, (azure: TestAzure) => Promise<void>>>;

const root = exampleItem.slice(0, exampleItem.indexOf('/testVaultRG'));
const network = `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet`;

/** What makes a new machine of the example's restore. */
export const newMachine = {
  recoveryType: 'AlternateLocation',
  targetResourceGroupId: `${root}/targetRG`,
  targetVirtualMachineId: `${root}/targetRG/providers/Microsoft.Compute/virtualMachines/copyVM`,
  virtualNetworkId: network,
  subnetId: `${network}/subnets/default`,
};

/** The example's restore, to be validated. */
export const validation = {
  id: examplePoint,
  properties: {
    objectType: 'ValidateIaasVMRestoreOperationRequest',
    restoreRequest: exampleRestore.properties,
  },
};

/** Asks for the example's restore. */
export const restore = (
  azure: TestAzure,
  version = versions.present,
  change: object = {},
): Promise<Response> =>
  azure.send('POST', `${examplePoint}/restore?api-version=${version}`, {
    properties: { ...exampleRestore.properties, ...change },
  });

export const header = (answer: Response, name: string): string => answer.headers.get(name) ?? '';

/** Asks for the example's restore: where its operation's status is read. */
export const statusAddress = async (azure: TestAzure, version?: string): Promise<string> =>
  header(await restore(azure, version), 'azure-asyncoperation');

const anyObject = z.record(z.string(), z.unknown());
const anyList = z.array(z.unknown());

/** One value of an answer's body, by the names that lead to it. */
export async function valueOf(
  answer: Response | Promise<Response>,
  ...names: string[]
): Promise<unknown> {
  const value = await jsonOf(await answer);
  return names.reduce<unknown>((inside, name) => anyObject.parse(inside)[name], value);
}

export const keysOf = (value: unknown): string[] => Object.keys(anyObject.parse(value));

/** How many rows a list has. */
export async function rowCount(list: Promise<Response>): Promise<number> {
  return anyList.parse(await valueOf(list, 'value')).length;
}

/** A restore whose operation is over: its two addresses, its ids, and where its job is read. */
export async function restored(azure: TestAzure, version = versions.present, change: object = {}) {
  const accepted = await restore(azure, version, change);
  const status = header(accepted, 'azure-asyncoperation');
  azure.clock.add(90);
  const operationId = String(await valueOf(azure.get(status), 'name'));
  const jobId = String(await valueOf(azure.get(status), 'properties', 'jobId'));
  const job = `${exampleVault}/backupJobs/${jobId}?api-version=${version}`;
  return { status, location: header(accepted, 'location'), operationId, jobId, job };
}
