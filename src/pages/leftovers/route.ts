import { codeOf, ownerOf } from '#src/datasources/registry.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { StartedRestore } from '#src/pages/leftovers/use-leftovers.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { draftsHere } from '#src/wizard/draft/store.ts';

/** What restores have left over, with the restores that this browser started. */
export const leftoversPage = {
  path: '/leftovers',
  load: async (): Promise<readonly StartedRestore[]> => {
    const newestFirst = draftsHere().toSorted((a, b) => b.changedAt - a.changedAt);
    return (await Promise.all(newestFirst.map(startedBy))).flat();
  },
} as const;

async function startedBy(draft: Draft): Promise<StartedRestore[]> {
  const { submission } = draft;
  if (submission.state !== 'job') return [];
  const jobId = resourceId(submission.jobId);
  const owner = ownerOf(jobId);
  const spec = owner && (await codeOf(owner, owner.jobSpec));
  return [{ draft, jobId, unusedAfter: spec?.unusedAfter?.(jobId) ?? [], spec: spec ?? {} }];
}
