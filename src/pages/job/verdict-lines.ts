import { isRestore, type JobDetails } from '#src/model/jobs.ts';
import type { JobEnd, JobVerdict } from '#src/progress/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import {
  evidenceText,
  otherVerdicts,
  serviceWord,
  verdictFrom,
  verdicts,
  withGone,
} from '#src/strings/progress.ts';

/** The words for how a job ended; null where another line has it. */
interface VerdictLines {
  readonly title: string;
  readonly body: string | null;
  /** The service's own word for it. */
  readonly word: string | null;
  /** Where it was taken from. */
  readonly from: string | null;
  readonly evidence: readonly string[];
}

/** How a job of a service ended, each thing once. Pure. */
export function verdictLines(
  service: string,
  job: Pick<JobDetails, 'operation' | 'status' | 'statusWord' | 'ownWord' | 'verdictBy'>,
  verdict: JobVerdict,
  isTargetRead: boolean,
): VerdictLines {
  const { status, statusWord, ownWord, verdictBy } = job;
  const { outcome, evidence, isReadBack } = verdict;
  const { title, body } = verdictWords(service, job, verdict);
  const shown = evidence.map((one) => evidenceText(one)).filter((line) => line !== null);
  const isRead = shown.length > 0;
  // A title that says it, too, needs no second line.
  const isSame = outcome === 'failed' && status === 'failed' && ownWord === undefined;
  const isPlain = outcome === 'done' && status === 'completed';
  const word = ownWord ?? (status === 'unknown' ? (statusWord ?? '') : pages.jobStatus[status]);
  return {
    title,
    body: isPlain && isRead ? null : body,
    word: isPlain || isSame ? null : serviceWord(service, word),
    from: isRead ? null : fromText(isReadBack, isTargetRead, verdictBy),
    evidence: shown,
  };
}

/**
 * Title and sentence of an outcome, by whether the job restores anything. The job's own outcome comes first in the
 * title where its resources have gone since. That nothing was restored is no word for what nothing reports.
 */
export function verdictWords(
  service: string,
  job: Pick<JobDetails, 'operation'>,
  { outcome, own, restored }: Pick<JobVerdict, 'outcome' | 'own' | 'restored'>,
) {
  const words = (one: JobEnd) =>
    (isRestore(job) ? undefined : otherVerdicts[one]) ?? verdicts(service)[one];
  const { title, body } = words(outcome);
  const isOpen = isRestore(job) && outcome === 'failed' && restored === 'notKnown';
  return {
    title: withGone(words(own).title, outcome === own ? null : title),
    body: isOpen ? words('unknown').body : body,
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
