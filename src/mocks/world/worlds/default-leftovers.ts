import { invariant } from '#src/lib/result.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { looseDisksOf } from '#src/mocks/world/made-things.ts';
import type { LooseDiskSeed } from '#src/mocks/world/seed.ts';
import { seedMs } from '#src/mocks/world/us-text.ts';
import type { WrittenSeed } from '#src/mocks/world/written-seed.ts';
import { prod } from './default-estate.ts';
import { protectedMachines } from './default-instances.ts';

/** What a deleted machine left: no restore has made it. */

const gone = protectedMachines.find(({ machine }) => machine.id.endsWith('/old-crm-01'))?.machine;
invariant(gone, 'the default world had old-crm-01');

const madeAtMs = seedMs('2024-02-11T09:12:30.000Z');

export const leftDisks: readonly LooseDiskSeed[] = looseDisksOf(gone).map((one) => ({
  ...one,
  disk: { ...one.disk, madeAtMs },
}));

const subnetId = `${prod('rg-network-weu')}/providers/Microsoft.Network/virtualNetworks/vnet-hub-weu/subnets/snet-shared`;

export const leftParts: WrittenSeed = {
  machineIds: [],
  parts: [
    {
      id: `${groupOf(gone.id)}/providers/Microsoft.Network/networkInterfaces/old-crm-01-nic0`,
      model: {
        location: gone.location,
        tags: { application: 'crm' },
        properties: {
          ipConfigurations: [
            {
              name: 'ipconfig1',
              properties: {
                subnet: { id: subnetId },
                privateIPAllocationMethod: 'Dynamic',
                privateIPAddress: '10.10.0.20',
              },
            },
          ],
        },
      },
    },
  ],
  removedIds: [],
};
