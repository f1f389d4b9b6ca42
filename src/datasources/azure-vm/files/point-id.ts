import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The full id of the chosen restore point, without any read. */
export const chosenPointId = ({
  instance,
  point,
}: {
  readonly instance: string | null;
  readonly point: string | null;
}): ResourceId => resourceId(`${instance ?? ''}/recoveryPoints/${point ?? ''}`);
