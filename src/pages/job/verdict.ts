import { type JobDetails, isRestore } from '#src/model/jobs.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import {
  builtNote,
  clockRangeText,
  pointTimeOf,
  readyInText,
  shortRangeText,
  targetText,
} from '#src/progress/live/progress-text.ts';
import { reportedOutline } from '#src/progress/observe.ts';
import { pages } from '#src/strings/pages.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { dataLoss } from '#src/strings/timeline.ts';
import { sentOutline } from '#src/wizard/draft/sent.ts';
import { dateTimeText, durationText, timeText } from '#src/lib/format.ts';
import { instant, type Instant, parseUsDateTime } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { pressTime } from '#src/wizard/submit/press-of-job.ts';
import { gibCount, gibOf } from '#src/lib/bytes.ts';
import { type JobEnd, type JobVerdict, isGood, jobVerdictOf } from '#src/progress/verdict.ts';
import {
  evidenceText,
  otherVerdicts,
  serviceWord,
  stalled,
  verdictFrom,
  verdicts,
  withGone,
} from '#src/strings/progress.ts';
import { cancelOf, type Progress, type ProgressFacts } from '#src/progress/progress.ts';
import { picture } from '#src/strings/picture.ts';
import { useQuery } from '@tanstack/react-query';
import { firstVerifiedQuery } from '#src/api/queries/restored.ts';
import type { JobPageParts } from '#src/datasources/job.ts';
import { serviceBehind } from '#src/datasources/registry.ts';
import { useProgressNow } from '#src/progress/live/live.tsx';

const words = pages.job;

/**
 * The title of a job: what it is done with and, where it is known, to what. `sent`: what this browser
 * sent for it, for a job that reports nothing. Pure.
 */
export function jobTitle(job: JobDetails, sent: RestoreOutline | null): string {
  const title = words.title(job.operation, job.itemName);
  const outline = reportedOutline(job) ?? sent;
  const target = outline && targetText(outline);
  return target === null ? title : words.titleTo(title, target);
}

/** The title of a job by all that is known of it. `job`: undefined while it is not read. */
export const knownTitle = (id: ResourceId, job: JobDetails | undefined): string =>
  job === undefined ? pages.job.anyTitle : jobTitle(job, sentOutline(id));

/** A property of a job as Azure names it; its times in the form of all others on the page. Pure. */
export function propertyText({ name, value }: JobDetails['properties'][number]): [string, string] {
  const time = parseUsDateTime(value);
  const text = time === null ? value : dateTimeText(time);
  return [name === '' ? pages.job.unnamed : name, text === '' ? common.absence.notReported : text];
}

/** What a restore doesn't bring back: all that was written from one moment to another. */
interface DataLoss {
  /** When the restore point was taken; null: not reported. */
  readonly from: Instant | null;
  /** In milliseconds, to the press of Restore, else to the start of the job; null: not known. */
  readonly ms: number | null;
  /** Whether the press is known by this computer's clock alone. */
  readonly isByComputer: boolean;
}

/** What a restore loses, by its restore point's time. `draft`: null where another browser started it. Pure. */
export function dataLossOf(job: JobDetails, draft: Draft | null): DataLoss {
  const from = pointTimeOf(job);
  const press = pressTime(draft, job.startedAt);
  const to = press?.at ?? job.startedAt;
  const isKnown = from !== null && to !== null && to >= from;
  return { from, ms: isKnown ? to - from : null, isByComputer: press?.isByComputer ?? false };
}

type Facts = [term: string, value: string][];

/** After these nothing has taken the place of what was written since the restore point. */
const BROUGHT_NOTHING: readonly JobEnd[] = ['nothing', 'gone', 'failed', 'cancelled'];

/**
 * When a job is ready, how much it has moved, and until when it can be canceled; of one that has ended how long it took.
 * A restore says of each that it isn't known where it isn't. `expected`: how long it was to take, at its press. Pure.
 */
export function answerFacts(
  job: JobDetails,
  {
    progress,
    verdict,
    at,
    parts,
    service,
  }: Pick<JobOfPage, 'progress' | 'verdict' | 'at' | 'service'> & {
    readonly parts: Pick<JobOfPage['parts'], 'isRestore' | 'cancel'>;
  },
  expected: string | null,
): Facts {
  const { eta, ageMs, percent } = progress;
  if (verdict.outcome !== 'running') {
    const rate = meanRate(progress);
    return [
      [words.took, ageMs === null ? common.absence.notReported : durationText(ageMs)],
      ...transferred(job, parts.isRestore),
      ...fact(words.rate, rate === null ? null : picture.rateOf(gibCount(rate * MINUTE_MS))),
      ...fact(words.expected, expected),
    ];
  }
  return [
    ...fact(words.progress, percent === null ? common.absence.notReported : null),
    [words.readyIn, eta.kind === 'range' ? shortRangeText(eta) : readyInText(service, eta)],
    ...fact(words.ready, eta.kind === 'range' ? clockRangeText(eta, at) : null),
    ...transferred(job, parts.isRestore),
    ...fact(words.cancelUntil, 'never' in parts.cancel ? null : limitText(job, progress, at)),
  ];
}

const fact = (term: string, value: string | null): Facts => (value === null ? [] : [[term, value]]);

const MINUTE_MS = 60_000;

/** Bytes in a millisecond over the whole transfer, as its subtask reports both. */
function meanRate({ bytes, phases }: Progress): number | null {
  const ms = phases.find(({ kind }) => kind === 'transferFrom')?.takenMs ?? 0;
  return bytes === null || ms <= 0 ? null : bytes.transferred / ms;
}

/** The moment until which a job can be canceled for sure, or what ends it; null: a line of its own says more. */
function limitText(job: JobDetails, { phases, eta }: Progress, at: Instant): string | null {
  const cancel = cancelOf(job, phases, eta);
  if (cancel.kind === 'no' || cancel.caution !== null) return null;
  const { until, left } = cancel;
  if (left !== null && left.lowMs > 0) return words.about(timeText(instant(at + left.lowMs)));
  return until === null ? common.absence.notReported : words.starts(until.name);
}

/** How long a job has run, and what a restore loses: beside its properties. Pure. */
export function sideFacts(
  job: JobDetails,
  {
    progress: { ageMs },
    verdict: { outcome },
    parts,
  }: Pick<JobOfPage, 'progress' | 'verdict'> & {
    readonly parts: Pick<JobOfPage['parts'], 'isRestore'>;
  },
  draft: Draft | null,
): Facts {
  const hasLoss = parts.isRestore && !BROUGHT_NOTHING.includes(outcome);
  const elapsed = ageMs === null ? common.absence.notReported : durationText(ageMs);
  return [
    ...fact(words.elapsed, outcome === 'running' ? elapsed : null),
    ...fact(words.dataLoss, hasLoss ? lossText(job, draft) : null),
  ];
}

/** How much of how much: a restore says so where its service does not report it. */
function transferred({ bytes }: JobDetails, isNamed: boolean): Facts {
  if (bytes !== null) return [[words.transferred, gibOf(bytes, words.bytesOf)]];
  return isNamed ? [[words.transferred, common.absence.notReported]] : [];
}

function lossText(job: JobDetails, draft: Draft | null): string {
  const { ms, isByComputer } = dataLossOf(job, draft);
  if (ms === null) return words.lossNotKnown;
  const text = dataLoss.changes(ms);
  return isByComputer ? common.byComputer(text) : text;
}

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

/** The same where a restore that made no VM has led to one since: what to build it from is no longer the next thing. */
export function withBuilt(
  lines: VerdictLines,
  outcome: JobEnd,
  built: readonly string[],
): VerdictLines {
  const note = builtNote(outcome, built);
  return note === null ? lines : { ...lines, title: withGone(lines.title, note), body: null };
}

/** Whether a restore has next steps: it made something, or a VM was made since of what it left. */
export const hasNextSteps = ({ own }: Pick<JobVerdict, 'own'>, built: readonly string[]): boolean =>
  isGood(own) || built.length > 0;

/**
 * Title and sentence of an outcome, by whether the job restores anything. The job's own outcome comes first in the
 * title where its resources have gone since. That nothing was restored is no word for what nothing reports.
 */
function verdictWords(
  service: string,
  job: Pick<JobDetails, 'operation'>,
  { outcome, own, restored }: Pick<JobVerdict, 'outcome' | 'own' | 'restored'>,
) {
  const wordsOf = (one: JobEnd) =>
    (isRestore(job) ? undefined : otherVerdicts[one]) ?? verdicts(service)[one];
  const { title, body } = wordsOf(outcome);
  const isOpen = isRestore(job) && outcome === 'failed' && restored === 'notKnown';
  return {
    title: withGone(wordsOf(own).title, outcome === own ? null : title),
    body: isOpen ? wordsOf('unknown').body : body,
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

/** In percent. */
const QUARTER = 25;

/** Two texts, each read out when it changes; one that is empty is not. */
export interface SpokenProgress {
  readonly quarter: string;
  /** The subtask, that nothing moves any more, or the end. */
  readonly state: string;
}

interface SpokenOf {
  readonly progress: Pick<Progress, 'percent' | 'phase' | 'stall'>;
  readonly verdict: Pick<JobVerdict, 'outcome' | 'own' | 'restored'>;
  readonly service: string;
}

/** News worth announcing. Between two of these both texts stay the same. */
export function spokenProgress(
  job: Pick<JobDetails, 'operation' | 'status'>,
  { progress: { percent, phase, stall }, verdict, service }: SpokenOf,
): SpokenProgress {
  if (verdict.outcome !== 'running') {
    const { title } = verdictWords(service, job, verdict);
    return { quarter: '', state: `${title}.` };
  }
  const reached = Math.floor((percent?.value ?? 0) / QUARTER) * QUARTER;
  const state = [
    job.status === 'inProgress' ? (phase?.name ?? '') : pages.jobStatus[job.status],
    ...(stall === null ? [] : [stalled.title(timeText(stall.since))]),
  ];
  return {
    quarter:
      percent === null || reached === 0
        ? ''
        : pages.job.percentOf(pages.job.percent(reached), percent.of),
    state: state.filter((part) => part !== '').join('. '),
  };
}

/** A job at a moment, by all its reads and by what its datasource knows of it. */
export interface JobOfPage {
  readonly progress: Progress;
  readonly facts: ProgressFacts;
  readonly verdict: JobVerdict;
  readonly at: Instant;
  readonly parts: JobPageParts;
  /** When what the job itself created was read from its target first; null: it wasn't, or not in this browser. */
  readonly verifiedAt: Instant | null;
  /** The service that runs it, by its name. */
  readonly service: string;
}

/** The job of an open page now. */
export function useJob(id: ResourceId, job: JobDetails, parts: JobPageParts): JobOfPage {
  const { progress, facts, at } = useProgressNow(id, job);
  const verdict = jobVerdictOf(job, parts.found);
  const isVerified = verdict.isReadBack && isGood(verdict.outcome);
  const { data: verifiedAt = null } = useQuery(firstVerifiedQuery(id, isVerified));
  return {
    progress,
    facts,
    verdict,
    verifiedAt,
    at,
    parts,
    service: serviceBehind(id),
  };
}
