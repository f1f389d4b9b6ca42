import type { JobDetails } from '#src/model/job.ts';
import type { Evidence, Outcome, Verdict } from '#src/progress/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import { evidenceText, serviceWord, verdictFrom, verdicts } from '#src/strings/progress.ts';

/** The words for how a job ended; null where another line has it. */
export interface VerdictLines {
  readonly title: string;
  readonly body: string | null;
  /** The service's own word for it. */
  readonly word: string | null;
  /** Where it was taken from. */
  readonly from: string | null;
  readonly evidence: readonly string[];
}

/** What was looked for in the target: such a line says by itself what is there, and that it was read. */
const READS: readonly Evidence['kind'][] = ['machine', 'disks', 'blobs'];

/** How a job of a service ended, each thing once. Pure. */
export function verdictLines(
  service: string,
  {
    status,
    statusWord,
    ownWord,
    verdictBy,
  }: Pick<JobDetails, 'status' | 'statusWord' | 'ownWord' | 'verdictBy'>,
  { outcome, evidence, isReadBack }: Verdict,
  isTargetRead: boolean,
): VerdictLines {
  const { title, body } = verdicts(service)[outcome];
  const shown = evidence.filter((one) => tells(one, outcome));
  const isRead = shown.some(({ kind }) => READS.includes(kind));
  const isPlain = outcome === 'done' && status === 'completed';
  const word = ownWord ?? (status === 'unknown' ? (statusWord ?? '') : pages.jobStatus[status]);
  return {
    title,
    body: isPlain && isRead ? null : body,
    word: isPlain ? null : serviceWord(service, word),
    from: isRead ? null : fromText(isReadBack, isTargetRead, verdictBy),
    evidence: [...new Set(shown.map((one) => textOf(service, one)))],
  };
}

function fromText(
  isReadBack: boolean,
  isTargetRead: boolean,
  verdictBy: JobDetails['verdictBy'],
): string {
  if (isReadBack) return verdictFrom.target;
  if (!isTargetRead) return verdictFrom.reading;
  return verdictBy === 'status' ? verdictFrom.status : verdictFrom.tasks;
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

function textOf(service: string, evidence: Evidence): string {
  return evidenceText(
    service,
    evidence,
    evidence.kind === 'task' ? pages.taskStatus[evidence.status] : '',
  );
}
