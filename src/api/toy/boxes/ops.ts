import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import type { ToyBox } from '#src/api/toy/boxes/box.ts';
import { boxesWire, type BoxWire } from '#src/api/toy/boxes/wire.ts';
import { toyId } from '#src/api/toy/id.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** All boxes of the shelf, in one answer. @throws ArmError as every read. */
export async function listBoxes(
  shelf: ArmPipelines,
  signal?: AbortSignal,
): Promise<readonly ToyBox[]> {
  const { boxes } = await sendFor(shelf, boxesWire, { method: 'GET', url: '/boxes', signal });
  return boxes.map(boxOf);
}

function boxOf({ box, label, machine, bytes, points }: BoxWire): ToyBox {
  return {
    id: toyId(box),
    name: label,
    machineId: machine === null ? null : resourceId(machine),
    sizeBytes: bytes,
    points: points
      .map(({ point, takenAt }) => ({ name: point, time: instant(takenAt * 1000) }))
      .toSorted((one, other) => other.time - one.time),
  };
}
