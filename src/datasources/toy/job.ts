import { BOX } from '#src/api/toy/jobs/map.ts';
import type { JobProps, JobSpec } from '#src/datasources/job.ts';
import { propertyOf } from '#src/model/job.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { toyLists } from '#src/strings/toy/lists.ts';
import { toyName } from '#src/strings/toy/name.ts';

const words = toyLists.job;

/** A job of the shelf: it reports percent and bytes, and nothing of the target. */
function ToyJob({ children }: JobProps) {
  return children({
    found: null,
    isTargetRead: true,
    cancel: { never: words.neverCanceled, whileRunning: null },
    second: null,
    isRestore: true,
    facts: [[words.datasource, toyName]],
    afterVerdict: null,
    result: null,
    nextSteps: null,
    stepReads: null,
    commands: null,
    note: null,
    help: { guide: 'https://toy.example/help', requestId: null, remarks: [] },
    mendingOf: () => null,
  });
}

/** Jobs of the toy shelf. */
export const toyJob: JobSpec = {
  Job: ToyJob,
  instanceOf: async (job) => resourceId(propertyOf(job, BOX) ?? ''),
  choicesOf: () => ({ datasource: 'toy' }),
};
