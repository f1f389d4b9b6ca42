import { useQueries } from '@tanstack/react-query';
import { stepCheckQuery } from '#src/api/queries/step-checks.ts';
import {
  type AfterLine,
  afterMark,
  isEffective,
  type StepCheck,
  type StepRead,
} from '#src/model/next-steps.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { keepAfter, keepResult } from '#src/wizard/next-steps/marks.ts';

export interface StepReadsProps {
  readonly jobId: string;
  readonly steps: readonly { readonly id: string; readonly check: StepCheck | null }[];
}

/** Reads steps again for a place that shows them as they are stored, and says how far that is. */
export function StepReads({ jobId, steps }: StepReadsProps) {
  return (
    <Reads
      jobId={jobId}
      reads={steps.map(({ id, check }) => ({
        id,
        check,
        keep: (result) => keepResult(jobId, id, result),
      }))}
    />
  );
}

/** The same for what was done after a job. */
export function AfterReads({
  jobId,
  lines,
}: {
  readonly jobId: string;
  readonly lines: readonly AfterLine[];
}) {
  return (
    <Reads
      jobId={jobId}
      reads={lines.filter(isEffective).map((line) => ({
        id: afterMark(line.id),
        check: line.check,
        keep: (result) => keepAfter(jobId, line, result),
      }))}
    />
  );
}

interface Read {
  readonly id: string;
  readonly check: StepCheck | null;
  readonly keep: (result: StepRead) => void;
}

function Reads({ jobId, reads }: { readonly jobId: string; readonly reads: readonly Read[] }) {
  const checked = reads.filter(({ check }) => check !== null);
  const all = useQueries({
    queries: checked.map(({ id, check, keep }) => stepCheckQuery({ jobId, id }, check, keep)),
  });
  const unread = all.filter(({ error }) => error !== null).length;
  if (all.some(({ isFetching }) => isFetching))
    return <span role="status">{words.readingAgain}</span>;
  return unread > 0 && <span role="status">{words.asLastRead(unread)}</span>;
}
