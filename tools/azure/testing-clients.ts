import { originOf } from '#src/mocks/scenarios.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

import { connectClients, type OfficialClients } from './testing-served.ts';

/** What the tests of Azure's own clients share: clients at the world of the demo, and its places. */

interface Wanted {
  readonly subscription?: string;
  readonly pageSize?: number;
  readonly speed?: number;
  readonly graphLagSeconds?: number;
  readonly apiVersion?: string;
}

/** The subscription of the documents' example. */
const documents = '00000000-0000-0000-0000-000000000000';

/** So fast that no test waits for a restore. */
export const fast = 1_000_000;

/** Connects clients to the world of the demo; `whenDone` gets a function that ends the server. */
export const clientsAt =
  (whenDone: (close: () => Promise<void>) => void) =>
  async (wanted: Wanted = {}): Promise<OfficialClients> => {
    const { pageSize = 200, graphLagSeconds = 0, speed = 1 } = wanted;
    const scenario = { ...originOf('default'), pageSize, graphLagSeconds };
    const { subscription = documents, apiVersion } = wanted;
    const clients = await connectClients({ scenario, speed, subscription, apiVersion });
    whenDone(clients.close);
    return clients;
  };

/** What pages hold, page by page. */
export async function read<Thing>(pages: AsyncIterable<Thing[]>): Promise<Thing[][]> {
  const all: Thing[][] = [];
  for await (const page of pages) all.push(page);
  return all;
}

export const onlyMachines = { filter: "backupManagementType eq 'AzureIaasVM'" };
/** A vault's name and its group, in the SDK's order. */
export const testVault = ['testVault', 'testVaultRG'] as const;
export const prodVault = ['rsv-prod-weu', 'rg-backup-weu'] as const;

/** A protected machine of the demo as the SDK asks for it. */
export interface Source {
  readonly machineId: string;
  readonly subscription: string;
  readonly region: string;
  readonly vault: readonly [vault: string, group: string];
  readonly item: readonly [
    vault: string,
    group: string,
    fabric: string,
    container: string,
    item: string,
  ];
  /** Names of its points, the newest first. */
  readonly points: readonly string[];
}

/** The protected machine of a name. */
export function sourceOf(name: string): Source {
  const instance = defaultWorld.instances.find(({ friendlyName }) => friendlyName === name);
  const vault = defaultWorld.vaults.find(({ id }) => id === instance?.vaultId);
  if (instance === undefined || vault === undefined) throw new Error(`There is no ${name}.`);
  const [, , subscription = '', , group = '', , , , vaultName = '', , fabric = '', , ...rest] =
    instance.id.split('/');
  const [container = '', , item = ''] = rest;
  return {
    machineId: instance.machineId,
    subscription,
    region: vault.location,
    vault: [vaultName, group],
    item: [vaultName, group, fabric, container, item],
    points: instance.points.map((point) => point.name),
  };
}
