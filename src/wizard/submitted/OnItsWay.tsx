import { submission } from '#src/strings/submission.ts';
import { useNow } from '#src/ui/use-now.ts';
import { SearchPanel, type SearchPanelProps } from '#src/wizard/submitted/SearchPanel.tsx';

const words = submission.sending;

/** From then on the job is looked for although the answer may still come. */
const LOOK_BESIDE_MS = 30_000;

/** While the one request has left and no answer is there: soon a look beside. */
export function OnItsWay(props: Omit<SearchPanelProps, 'renderEnd'>) {
  const ageMs = useNow(1000) - props.attempt.sentAt;
  const isLate = ageMs >= LOOK_BESIDE_MS;
  return (
    <>
      {/* There from the start, so that what comes into it is read out. */}
      <div role="status">{isLate && words.late}</div>
      {isLate && <SearchPanel {...props} />}
    </>
  );
}
