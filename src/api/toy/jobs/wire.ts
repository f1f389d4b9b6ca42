import * as z from 'zod/mini';

export const jobWire = z.object({
  number: z.number(),
  box: z.string(),
  /** What is written on the box. */
  label: z.string(),
  point: z.string(),
  /** `queued`, `copying`, `done` or `broken`. */
  state: z.string(),
  percent: z.number(),
  bytesDone: z.number(),
  bytesTotal: z.number(),
  /** Seconds since 1970. */
  startedAt: z.number(),
  endedAt: z.nullable(z.number()),
  /** What the request was marked with. */
  mark: z.nullable(z.string()),
  problem: z.nullable(z.string()),
});
export type ToyJobWire = z.infer<typeof jobWire>;

export const jobsWire = z.object({ jobs: z.array(jobWire) });
