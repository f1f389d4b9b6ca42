import { useSyncExternalStore } from 'react';
import type { JobSpec } from '#src/datasources/job.ts';
import { type AfterLine, afterLines } from '#src/model/next-steps.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { cleanUpsOf, onCleanUps } from '#src/wizard/next-steps/clean-ups.ts';
import { marksOf, onMarks } from '#src/wizard/next-steps/marks.ts';

type Of = Pick<JobSpec, 'afterwards'>;

/** What was done after a job from this browser, the oldest first: the one list of it for every place. */
export const linesAfter = (jobId: ResourceId, { afterwards }: Of): AfterLine[] =>
  afterLines([...(afterwards?.of(jobId) ?? []), ...cleanUpsOf(jobId)], marksOf(jobId));

/** The same, drawn anew with each change, also by another tab. */
export function useAfterwards(jobId: ResourceId, spec: Of): readonly AfterLine[] {
  // Lists are made anew by each call: their text tells whether they differ.
  useSyncExternalStore(
    (listener) => {
      const stops = [onCleanUps, onMarks, ...(spec.afterwards?.listen ?? [])].map((listen) =>
        listen(listener),
      );
      return () => stops.forEach((stop) => stop());
    },
    () => JSON.stringify(linesAfter(jobId, spec)),
  );
  return linesAfter(jobId, spec);
}
