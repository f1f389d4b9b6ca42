import { Button } from '@fluentui/react-components';
import { LIMITS } from '#src/lib/limits.ts';
import { submission } from '#src/strings/submission.ts';
import { useIsLate } from '#src/ui/hooks.ts';
import { callOff } from '#src/wizard/submit/under-way.ts';

const words = submission.preparing;

/**
 * What comes before a request can hang. Nothing that starts anything has left, so that a person can call the
 * press off, in whichever tab.
 */
export function CallOff({ draftId }: { readonly draftId: string }) {
  const isLate = useIsLate(LIMITS.lateMs);
  return (
    <>
      {/* There from the start, so that what comes into it is read out. */}
      <div role="status">{preparingText(isLate)}</div>
      {isLate && <Button onClick={() => callOff(draftId)}>{words.callOff}</Button>}
    </>
  );
}

/** What a preparation shows, which sends nothing that starts anything; null: nothing yet. */
export const preparingText = (isLate: boolean): string | null => (isLate ? words.late : null);
