import * as z from 'zod/mini';
import { jsonOf, type TestAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { inGroup, production, prodVault } from '#src/mocks/world/worlds/default-estate.ts';

/** A restore in the secondary region as tests ask for it (azure-contract §9). */

const version = 'api-version=2023-01-15';

/** The region's own operations, for a vault of the production subscription. */
export const northEurope = `/subscriptions/${production}/providers/Microsoft.RecoveryServices/locations/northeurope`;

const propertiesWire = z.looseObject({ properties: z.record(z.string(), z.unknown()) });
const propertiesOf = async (answer: Response) =>
  propertiesWire.parse(await jsonOf(answer)).properties;

/** Asks for the disks of a machine of rsv-prod-weu, from a point that is replicated. */
export async function restoreElsewhere(
  azure: TestAzure,
  name: string,
  region = 'northeurope',
): Promise<Response> {
  const instance = defaultWorld.instances.find(
    ({ friendlyName, vaultId }) => friendlyName === name && vaultId === prodVault,
  );
  // The second newest of every machine is in the vault for longer than replication takes.
  const point = instance?.points[1]?.name ?? '';
  const who = await propertiesOf(await azure.get(`${northEurope}/backupAadProperties?${version}`));
  const token = await propertiesOf(
    await azure.send(
      'POST',
      `${instance?.id ?? ''}/recoveryPoints/${point}/accessToken?${version}`,
      {
        properties: who,
      },
    ),
  );
  const group = inGroup(production, 'rg-restore-weu');
  return azure.send('POST', `${northEurope}/backupCrossRegionRestore?${version}`, {
    crossRegionRestoreAccessDetails: token,
    restoreRequest: {
      objectType: 'IaasVMRestoreRequest',
      recoveryPointId: point,
      recoveryType: 'RestoreDisks',
      sourceResourceId: instance?.machineId,
      targetResourceGroupId: group,
      storageAccountId: `${group}/providers/Microsoft.Storage/storageAccounts/stprodneu01`,
      region,
    },
  });
}

const jobsWire = z.object({
  value: z.array(z.looseObject({ properties: z.looseObject({ entityFriendlyName: z.string() }) })),
});

/** The machines of the jobs there that a `$filter` wants; what is answered where it is refused. */
export async function jobsElsewhere(azure: TestAzure, filter: string) {
  const path = `${northEurope}/backupCrrJobs?${version}&$filter=${encodeURIComponent(filter)}`;
  const answer = await jsonOf(await azure.send('POST', path, { resourceId: prodVault }));
  const jobs = jobsWire.safeParse(answer).data?.value;
  return jobs?.map(({ properties }) => properties.entityFriendlyName) ?? answer;
}
