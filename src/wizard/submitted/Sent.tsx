import type { ComponentType } from 'react';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { SubmissionPanel } from '#src/wizard/submitted/SubmissionPanel.tsx';
import type { StepProps, TaskPlan, WayToJob } from '#src/wizard/task.ts';

/** What is shown in place of the steps once Restore was pressed, of a task that leads to a job. */
export function sentOf<Id extends string, Seen extends { readonly draft: Draft }>(
  planOf: (view: Seen) => TaskPlan,
  { searchFor, acceptedQuery }: WayToJob,
): ComponentType<StepProps<Seen, Id>> {
  return function Sent({ view, onJob }) {
    const { draft } = view;
    const { about, sentence, target } = planOf(view);
    return (
      <SubmissionPanel
        draft={draft}
        plan={about.length === 0 ? null : { sentence, target }}
        onJob={onJob}
        searchFor={(attempt) => searchFor(draft, attempt)}
        acceptedQuery={acceptedQuery}
      />
    );
  };
}
