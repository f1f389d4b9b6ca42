import type { JobDetails } from '#src/model/job.ts';
import type { Evidence, Outcome, Verdict } from '#src/model/progress/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import { azureWord, evidenceText, verdictFrom, verdicts } from '#src/strings/progress.ts';

/** What is said of how a job ended; null where another line says it. */
export interface VerdictLines {
  readonly title: string;
  readonly body: string | null;
  /** Azure's own word for it. */
  readonly word: string | null;
  /** Where it was taken from. */
  readonly from: string | null;
  readonly evidence: readonly string[];
}

/** What was looked for in the target: such a line says by itself what is there, and that it was read. */
const READS: readonly Evidence['kind'][] = ['machine', 'disks', 'blobs'];

/** How a job ended, each thing once. Pure. */
export function verdictLines(
  { status, statusWord }: Pick<JobDetails, 'status' | 'statusWord'>,
  { outcome, evidence, isReadBack }: Verdict,
  isTargetRead: boolean,
): VerdictLines {
  const { title, body } = verdicts[outcome];
  const shown = evidence.filter((one) => tells(one, outcome));
  const isRead = shown.some(({ kind }) => READS.includes(kind));
  const isPlain = outcome === 'done' && status === 'completed';
  const word = status === 'unknown' ? (statusWord ?? '') : pages.jobStatus[status];
  return {
    title,
    body: isPlain && isRead ? null : body,
    word: isPlain ? null : azureWord(word),
    from: isRead ? null : fromText(isReadBack, isTargetRead),
    evidence: [...new Set(shown.map(textOf))],
  };
}

function fromText(isReadBack: boolean, isTargetRead: boolean): string {
  if (isReadBack) return verdictFrom.target;
  return isTargetRead ? verdictFrom.tasks : verdictFrom.reading;
}

/** What stands beside already, and sub-tasks that went well, tell nothing. */
function tells(evidence: Evidence, outcome: Outcome): boolean {
  switch (evidence.kind) {
    case 'machine':
    case 'disks':
    case 'blobs':
      return true;
    case 'task':
      return outcome !== 'done' && evidence.status !== 'completed';
    case 'error':
      return outcome !== 'done';
    case 'property':
    case 'word':
      return false;
  }
}

function textOf(evidence: Evidence): string {
  return evidenceText(evidence, evidence.kind === 'task' ? pages.taskStatus[evidence.status] : '');
}
