import { deleteDisk } from '#src/api/compute/disks.ts';
import { putExtension } from '#src/api/compute/machines.ts';
import {
  attachDetachDisks,
  deallocateMachine,
  deleteMachine,
  patchMachine,
  startMachine,
  writeMachine,
} from '#src/api/compute/machine-writes.ts';
import {
  deleteInterface,
  deletePublicAddress,
  writeInterface,
  writePublicAddress,
} from '#src/api/network/interfaces.ts';
import { atOnce, type Write } from '#src/api/queries/testing-write.ts';
import { createResourceGroup } from '#src/api/resources/places.ts';
import { registerSqlMachine } from '#src/api/sql.ts';
import {
  app01,
  diskId,
  machineId,
  nicId,
  publicAddressId,
  subnetId,
  withNic,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import type { TestAzure } from '#src/mocks/testing.ts';
import { production } from '#src/mocks/world/worlds/default-estate.ts';
import { machineFromDisks } from '#src/model/machine-model.ts';
import { nicBody } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';

const machine = resourceId(app01.id);
const address = publicAddressId('new-ip');

const body = machineFromDisks({
  region: 'westeurope',
  zone: '1',
  size: 'Standard_D2s_v5',
  osType: 'Linux',
  osDiskId: diskId('new-os'),
  dataDisks: [],
  nicIds: [nicId('new-nic')],
});

const beside = (): Promise<TestAzure> => withNic(writesAzure());

/** What starts something of a machine, or of what it has. */
export const writesOfMachines: readonly Write[] = [
  {
    of: 'writeMachine',
    world: beside,
    ready: atOnce(({ arm }) => writeMachine(arm, machineId('built'), body, { isOnlyNew: true })),
  },
  {
    of: 'patchMachine',
    world: writesAzure,
    ready: atOnce(({ arm }) => patchMachine(arm, machine, { tags: { owner: 'night' } })),
  },
  {
    of: 'deallocateMachine',
    world: writesAzure,
    ready: atOnce(({ arm }) => deallocateMachine(arm, machine)),
  },
  {
    of: 'startMachine',
    world: writesAzure,
    ready: async ({ arm, clock }) => {
      await deallocateMachine(arm, machine);
      clock.add(600);
      return () => startMachine(arm, machine);
    },
  },
  {
    of: 'deleteMachine',
    world: writesAzure,
    ready: atOnce(({ arm }) => deleteMachine(arm, machine)),
  },
  {
    of: 'attachDetachDisks',
    world: writesAzure,
    ready: atOnce(({ arm }) =>
      attachDetachDisks(arm, machine, {
        attach: [{ diskId: diskId('new-data'), lun: 9 }],
        detach: [],
      }),
    ),
  },
  {
    of: 'putExtension',
    world: writesAzure,
    ready: atOnce(({ arm }) =>
      putExtension(arm, {
        machineId: machine,
        name: 'VMAccess',
        region: 'westeurope',
        publisher: 'Microsoft.OSTCExtensions',
        type: 'VMAccessForLinux',
        version: '1.5',
        protectedSettings: { username: 'ada' },
        runTag: 'one',
      }),
    ),
  },
  {
    of: 'registerSqlMachine',
    world: writesAzure,
    ready: atOnce(({ arm }) =>
      registerSqlMachine(arm, machine, { region: 'westeurope', license: 'PAYG' }),
    ),
  },
  {
    of: 'deleteDisk',
    world: writesAzure,
    ready: atOnce(({ arm }) => deleteDisk(arm, diskId('new-os'))),
  },
  {
    of: 'writeInterface',
    world: writesAzure,
    ready: async ({ arm }) => {
      const nic = nicBody({ region: 'westeurope', subnetId: subnetId('default'), address: null });
      return () => writeInterface(arm, nicId('new-nic'), nic, { isOnlyNew: true });
    },
  },
  {
    of: 'deleteInterface',
    world: beside,
    ready: atOnce(({ arm }) => deleteInterface(arm, nicId('new-nic'))),
  },
  {
    of: 'writePublicAddress',
    world: writesAzure,
    ready: atOnce(({ arm }) => writePublicAddress(arm, { id: address, region: 'westeurope' })),
  },
  {
    of: 'deletePublicAddress',
    world: writesAzure,
    ready: async ({ arm, clock }) => {
      await writePublicAddress(arm, { id: address, region: 'westeurope' });
      clock.add(60);
      return () => deletePublicAddress(arm, address);
    },
  },
  {
    of: 'createResourceGroup',
    world: writesAzure,
    ready: atOnce(({ arm }) =>
      createResourceGroup(arm, {
        subscriptionId: production,
        name: 'rg-new',
        region: 'westeurope',
      }),
    ),
  },
];
