import type { ReactNode } from 'react';
import { submission } from '#src/strings/submission.ts';
import { useNow } from '#src/ui/use-now.ts';
import { SearchPanel, type SearchPanelProps } from '#src/wizard/submitted/SearchPanel.tsx';

/** Azure makes a job in a minute or two; from then on it is looked for in the vault, too. */
const LOOK_BESIDE_MS = 10 * 60_000;
const EVERY_MS = 15_000;

export interface WaitsForJobProps extends Omit<SearchPanelProps, 'renderEnd'> {
  /** What the operation says. */
  readonly children: ReactNode;
}

/** While Azure has accepted a restore and not named its job. */
export function WaitsForJob({ children, ...search }: WaitsForJobProps) {
  const isLate = useNow(EVERY_MS) - search.attempt.sentAt >= LOOK_BESIDE_MS;
  return (
    <>
      {children}
      {/* There from the start, so that what comes into it is read out. */}
      <div role="status">{isLate && submission.accepted.late}</div>
      {isLate && <SearchPanel {...search} />}
    </>
  );
}
