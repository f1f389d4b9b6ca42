import { ReviewPanel } from '#src/datasources/azure-vm/files/review/ReviewPanel.tsx';
import { useScriptPress } from '#src/datasources/azure-vm/files/request.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import type { ReviewParts } from '#src/wizard/task.ts';

/** What Review of a file recovery needs. */
export const useReview = (view: FileView): ReviewParts => ({
  press: useScriptPress(view),
  panel: (given) => <ReviewPanel view={view} {...given} />,
});
