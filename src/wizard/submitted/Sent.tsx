import type { ComponentType } from 'react';
import type { View } from '#src/wizard/explain/view.ts';
import type { StepProps } from '#src/wizard/steps/load-step.ts';
import { SubmissionPanel } from '#src/wizard/submitted/SubmissionPanel.tsx';
import type { TaskSpec } from '#src/wizard/task.ts';

/** What is shown in place of the steps once Restore was pressed. */
export function sentOf<Id extends string, Reads, Seen extends View<Reads>>({
  planOf,
  searchFor,
  acceptedQuery,
}: TaskSpec<Id, Reads, Seen>): ComponentType<StepProps<Seen, Id>> {
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
