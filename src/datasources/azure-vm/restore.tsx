import { useCallback } from 'react';
import { transitions } from '#src/datasources/azure-vm/choices/transitions.ts';
import type { StepId } from '#src/rules/fields.ts';
import { wizard } from '#src/strings/wizard.ts';
import { vmChoices, vmFields } from '#src/datasources/azure-vm/choices/schema.ts';
import { chosenText } from '#src/datasources/azure-vm/choices/choice-text.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { planOf } from '#src/datasources/azure-vm/plan/plan-of.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { useReads } from '#src/datasources/azure-vm/reader.ts';
import { acceptedQuery } from '#src/datasources/azure-vm/request/accepted.ts';
import { lostSearch } from '#src/datasources/azure-vm/request/lost-search.ts';
import { STEPS_OF_VM } from '#src/datasources/azure-vm/steps/steps.ts';
import { PANELS, remarks, review } from '#src/datasources/azure-vm/steps/load.ts';
import { viewOf } from '#src/datasources/azure-vm/view.ts';
import { madeGroupsOf } from '#src/wizard/draft/made-groups.ts';
import type { TaskSpec } from '#src/wizard/task.ts';

/** The restore of a virtual machine. */
export const restore: TaskSpec<StepId, Reads, DraftView> = {
  title: wizard.title,
  steps: STEPS_OF_VM,
  fields: vmFields,
  transitions,
  chosenText,
  useViews: (draft) => {
    const reads = useReads(vmChoices(draft.choices), madeGroupsOf(draft));
    return useCallback((seen) => viewOf(seen, reads), [reads]);
  },
  planOf,
  holdsFold: 'configuration',
  sent: { acceptedQuery, searchFor: lostSearch },
  panels: PANELS,
  review,
  remarks,
};
