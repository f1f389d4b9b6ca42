import type { CommvaultPoint } from '#src/api/commvault/jobs.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

interface Points {
  readonly points: Read<readonly CommvaultPoint[]>;
}

/** The chosen restore point while Commvault lists it; undefined also where its points are not read. */
export const pointOf = (
  { point }: { readonly point: string | null },
  { points }: Points,
): CommvaultPoint | undefined => known(points)?.find(({ id }) => id === point);
