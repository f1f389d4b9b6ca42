import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { CopyText } from '#src/ui/CopyText.tsx';

/** What helps with a refusal beside its words: the action that is missing, and the request's id. */
export function RefusedChange({ problem }: { readonly problem: Problem }) {
  const { missingAction, requestId } = problem;
  return (
    <>
      {missingAction !== null && <span>{common.missingAction(missingAction)}</span>}
      {requestId !== null && <CopyText label={common.requestId} text={requestId} />}
    </>
  );
}
