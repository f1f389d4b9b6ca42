import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A backup on a toy shelf. */
export interface ToyBox {
  /** As the product knows it: `toy:shelf-3`. */
  readonly id: ResourceId;
  readonly name: string;
  /** The resource ID of the VM that was packed; null: it was not a VM. */
  readonly machineId: ResourceId | null;
  readonly sizeBytes: number;
  /** The newest first. */
  readonly points: readonly ToyPoint[];
}

/** A restore point of a box. */
export interface ToyPoint {
  readonly name: string;
  readonly time: Instant;
}
