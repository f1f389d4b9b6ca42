import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The beginning of every id of a toy shelf: no id of Azure's has it. */
const PREFIX = 'toy:';
const JOB = 'job-';

/** The id of a box. */
export const toyId = (box: string): ResourceId => resourceId(`${PREFIX}${box}`);

/** Whether an id is one of a toy shelf. */
export const isToyId = (id: string): boolean => id.startsWith(PREFIX);

/** The box as the shelf names it. */
export const boxNamed = (id: string): string => id.slice(PREFIX.length);

/** The id of a job, which the shelf knows by its number. */
export const toyJobId = (number: number): ResourceId => resourceId(`${PREFIX}${JOB}${number}`);

/** The number of a job by its id; null: the id is not one of a job. */
export function jobNumberOf(id: string): number | null {
  const digits = /^toy:job-(\d+)$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}
