import { machineWireOf } from '#src/mocks/compute/machines.ts';
import { inside, textIn } from '#src/mocks/json.ts';
import type { Answer } from '#src/mocks/service.ts';
import { diskIdOf } from '#src/mocks/world/made-things.ts';
import type { MachineSeed, Model } from '#src/mocks/world/seed.ts';
import { refuse } from '#src/mocks/writes/judge.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** What `attachDetachDataDisks` asks for (2024-03-01). */
interface DiskChanges {
  readonly attach: readonly Model[];
  readonly detach: readonly Model[];
}

/** The body of a machine with other data disks, or the answer where one to detach is not attached. */
export function withDisks(
  machine: MachineSeed,
  { attach, detach }: DiskChanges,
): { readonly body: unknown } | Answer {
  const going = detach.map((one) => textIn(one['diskId']) ?? '');
  const absent = going.find(
    (id) => !machine.disks.some((disk) => disk.lun >= 0 && sameId(diskIdOf(machine, disk), id)),
  );
  if (absent !== undefined) {
    return refuse(
      404,
      'NotFound',
      `The disk ${absent} is not attached to the virtual machine ${machine.id}.`,
      'dataDisksToDetach.diskId',
    );
  }
  const wire = machineWireOf(machine, false);
  const profile = inside(wire.properties, 'storageProfile');
  const stays = (wire.properties.storageProfile?.dataDisks ?? []).filter(
    ({ managedDisk }) => !going.some((id) => sameId(id, managedDisk?.id)),
  );
  const taken = new Set(stays.map(({ lun }) => lun));
  const comes = attach.map((one) => {
    const lun = typeof one['lun'] === 'number' ? one['lun'] : lowestOf(taken);
    taken.add(lun);
    return entryOf(one, lun);
  });
  return {
    body: {
      ...wire,
      properties: {
        ...wire.properties,
        storageProfile: { ...profile, dataDisks: [...stays, ...comes] },
      },
    },
  };
}

/** The LUN that Compute takes where the request names none: the lowest that is free (2024-03-01). */
function lowestOf(taken: ReadonlySet<number | null | undefined>): number {
  let lun = 0;
  while (taken.has(lun)) lun += 1;
  return lun;
}

function entryOf({ diskId, diskEncryptionSet, ...kept }: Model, lun: number): Model {
  const id = textIn(diskId) ?? '';
  return {
    ...kept,
    lun,
    name: nameOf(id),
    createOption: 'Attach',
    managedDisk: { id, ...(diskEncryptionSet === undefined ? {} : { diskEncryptionSet }) },
  };
}
