import { useSyncExternalStore } from 'react';
import type { JobSpec } from '#src/datasources/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { OpenStep } from '#src/pages/job/picture.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { marksOf, onMarks, openAmong, storedSteps } from '#src/wizard/next-steps/marks.ts';

/** The next steps of a job that aren’t done, as this browser knows them. */
export function useOpenSteps(id: ResourceId, { stepText }: Pick<JobSpec, 'stepText'>): OpenStep[] {
  // Drawn anew with each mark, also of another tab.
  useSyncExternalStore(onMarks, () => marksOf(id));
  return openAmong(storedSteps(id)).map((step) => {
    const short = words.short.get(step.id);
    const title = short?.title ?? stepText?.(step.id) ?? words.unknown;
    return { id: step.id, title, about: short?.part ?? 'vm' };
  });
}
