import { gib } from '#src/lib/bytes.ts';
import {
  dateTimeText,
  durationText,
  offsetTimeText,
  timeZoneText,
  leastDurationText,
  withOffsets,
} from '#src/lib/format.ts';
import { type Instant, instant, isoOrNull } from '#src/lib/time.ts';
import type {
  RecordFact,
  RecordPart,
  RecordRows,
  RecordStep,
  RestoreRecord,
} from '#src/model/record.ts';
import { checks, coverage } from '#src/strings/checks.ts';
import { common } from '#src/strings/common.ts';
import { record as words } from '#src/strings/record.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import { type AfterLine, isEffective, recordedStatus } from '#src/model/next-steps.ts';
import { draftOfJob, nameOfDraft } from '#src/wizard/draft/drafts.ts';
import { builtNames } from '#src/wizard/next-steps/afterwards.tsx';
import { marksOf, storedSteps } from '#src/wizard/next-steps/marks.ts';
import { isOtherThanAzure } from '#src/api/arm/address.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { dataLossOf, hasNextSteps, propertyText } from '#src/pages/job/verdict.ts';
import { builtNote } from '#src/progress/live/progress-text.ts';
import { existingSentences, isBadEnd } from '#src/pages/job/existing.ts';
import type { ReadBack } from '#src/model/read-back.ts';
import type { Progress } from '#src/progress/progress.ts';
import { type JobVerdict, isGood } from '#src/progress/verdict.ts';
import { afterwards, latestText } from '#src/strings/afterwards.ts';
import { nextSteps } from '#src/strings/next-steps.ts';
import { pages } from '#src/strings/pages.ts';
import { serviceWord, verdicts, withGone } from '#src/strings/progress.ts';
import { type Draft, attemptOf } from '#src/wizard/draft/schema.ts';
import { sentText } from '#src/wizard/draft/sent.ts';
import { type PressTime, pressTime } from '#src/wizard/submit/press-of-job.ts';

/** Lines of a record, by what they hold. */

type Label = keyof typeof words.labels;

/** A text; empty is not known. */
const textFact = (key: Label, value: string | null | undefined): RecordFact => {
  const known = value ?? '';
  const [shown, held] = known === '' ? [null, null] : [known, known];
  return { key, label: words.labels[key], text: shown, value: held };
};

/** The last moment that a date can hold (ECMAScript, Time Values and Time Range). */
const LAST_MS = 8.64e15;

/** A moment that has not come to be. */
const timeOrNever = (key: Label, at: Instant | null): RecordFact =>
  at === null ? { ...time(key, at), text: words.never } : time(key, at);

/** A moment; one that a stored draft has made impossible is not known. */
const time = (key: Label, given: Instant | null): RecordFact => {
  const at = given === null || Math.abs(given) > LAST_MS ? null : given;
  return {
    key,
    label: words.labels[key],
    text: at === null ? null : offsetTimeText(at),
    value: isoOrNull(at),
  };
};

/** A duration in milliseconds; one that two clocks make negative is not known. */
const duration = (
  key: Label,
  ms: number | null,
  textOf: (ms: number) => string = durationText,
): RecordFact => {
  const known = ms === null || ms < 0 ? null : Math.round(ms);
  return {
    key,
    label: words.labels[key],
    text: known === null ? null : textOf(known),
    value: known,
  };
};

/** The same of what is known by this computer's clock alone. */
const byClock = (fact: RecordFact, isByComputer: boolean): RecordFact =>
  isByComputer && fact.text !== null ? { ...fact, text: common.byComputer(fact.text) } : fact;

const bytes = (key: Label, value: number | null | undefined): RecordFact => ({
  key,
  label: words.labels[key],
  text: value === null || value === undefined ? null : gib(value),
  value: value ?? null,
});

const yesNoFact = (key: Label, is: boolean): RecordFact => ({
  key,
  label: words.labels[key],
  text: is ? words.yes : words.no,
  value: is,
});

type RowsPart = keyof typeof words.none;

const facts = (
  key: Exclude<keyof typeof words.parts, RowsPart>,
  lines: readonly RecordFact[],
): RecordPart => ({ key, title: words.parts[key], kind: 'facts', facts: lines });

/** Rows; null: not known. */
const rows = (key: RowsPart, lines: RecordRows | null): RecordPart => ({
  key,
  title: words.parts[key],
  kind: 'rows',
  rows: lines,
  none: words.none[key],
});

/** From one moment to another; null: one of them is not known. */
const between = (from: Instant | null, to: Instant | null): number | null =>
  from === null || to === null ? null : to - from;

/**
 * The next steps of a restore for its record, as they were last known here. Of a restore that was started
 * elsewhere those that were read or marked here; null: none is known.
 */
export function recordSteps(
  jobId: string,
  { stepText }: Pick<JobSpec, 'stepText'>,
): RecordStep[] | null {
  const marks = marksOf(jobId);
  const isOurs = draftOfJob(jobId)?.nextSteps !== undefined;
  const ids = isOurs ? storedSteps(jobId).map(({ id }) => id) : Object.keys(marks);
  if (!isOurs && ids.length === 0) return null;
  return ids.flatMap((id): RecordStep[] => {
    // Beside its steps, the marks of another browser's restore hold what was done after it.
    const title = stepText?.(id) ?? (isOurs ? nextSteps.unknown : null);
    if (title === null) return [];
    const { status, at } = recordedStatus(marks[id] ?? {});
    return [{ title, status, at: at === null ? null : instant(at) }];
  });
}

/** What Azure reports of a restore, and what was read of its target. */
interface ReportedRestore {
  readonly job: JobDetails;
  readonly progress: Progress;
  readonly verdict: JobVerdict;
  /** When what was restored was read from its target for the first time; null: it wasn't. */
  readonly verifiedAt: Instant | null;
  /** What was read of each kind of thing that it can leave; null: it goes on, or restores nothing. */
  readonly readBack: ReadBack | null;
}

export interface RecordInput {
  readonly id: string;
  /** Null: Azure no longer has the job. */
  readonly reported: ReportedRestore | null;
  /** What this browser stored of it; null: it was started elsewhere. */
  readonly draft: Draft | null;
  /** The number of the plan of the press; null: not known. */
  readonly planHash: string | null;
  /** The service that restores it, by its name. */
  readonly service: string;
  /** Null: not known here. */
  readonly steps: readonly RecordStep[] | null;
  /** What was done after it from this browser. */
  readonly after: readonly AfterLine[];
  readonly at: Instant;
}

/** All that is known of a restore, for its record. What nothing reports is not known, and never guessed. Pure. */
export const restoreRecord = (input: RecordInput): RestoreRecord =>
  withOffsets(() => recordOf(input));

function recordOf(input: RecordInput): RestoreRecord {
  const { reported, draft, at } = input;
  const name = reported?.job.itemName ?? (draft === null ? undefined : nameOfDraft(draft)) ?? '';
  return {
    title: words.titleOf(reported?.job.operation ?? 'Restore', name),
    at,
    written: words.written(dateTimeText(at), timeZoneText()),
    parts: [
      restorePart(input, name),
      pointPart(input),
      timesPart(input),
      requestPart(input),
      ...reviewedParts(draft),
      ...reportedParts(reported),
      afterPart(input),
      nextStepsPart(input),
    ],
  };
}

function restorePart(input: RecordInput, name: string): RecordPart {
  const { reported, draft, service, id } = input;
  const job = reported?.job ?? null;
  const kind = job?.restoreKind ?? null;
  return facts('restore', [
    // No job reports it (azure-contract §8, §11).
    textFact('startedBy', null),
    yesNoFact('isOfThisBrowser', draft !== null),
    textFact('service', service),
    textFact('item', name),
    ...(isOtherThanAzure(id)
      ? []
      : [
          textFact('kind', kind === null ? null : words.kinds[kind]),
          textFact('vault', job?.vaultName),
        ]),
    // How the job itself ended, whatever was done or has gone since.
    outcomeFact(input),
    textFact('azureStatus', job && azureWord(job, service)),
    ...(reported === null
      ? []
      : [yesNoFact('isReadBack', reported.verdict.isReadBack), textFact('now', nowText(reported))]),
    textFact('jobId', id),
  ]);
}

/** How the job ended; of one that made no VM also which VM was built of it since, which isn't the job's own outcome. */
function outcomeFact({ reported, service, after }: RecordInput): RecordFact {
  const own = reported && verdicts(service)[reported.verdict.own].title;
  const note = reported && builtNote(reported.verdict.outcome, builtNames(after));
  return { ...textFact('outcome', own), text: own && withGone(own, note) };
}

/** Whether what the job created is in its target; after a bad end as far as each kind of thing was looked for. */
function nowText({ verdict, readBack }: ReportedRestore): string {
  const { outcome, own, isReadBack, restored } = verdict;
  if (outcome !== own) return words.now.gone;
  if (readBack !== null && isBadEnd(verdict)) return existingSentences(readBack).join(' ');
  const isThere = isReadBack && (restored === 'all' || restored === 'disks');
  return isThere ? words.now.there : words.now.notRead;
}

const azureWord = ({ status, statusWord, ownWord }: JobDetails, service: string): string =>
  ownWord ??
  (status === 'unknown' ? serviceWord(service, statusWord ?? '') : pages.jobStatus[status]);

function pointPart(input: RecordInput): RecordPart {
  const { reported, draft } = input;
  const lost = reported === null ? null : dataLossOf(reported.job, draft);
  return facts('point', [
    textFact('point', sentText(draft, 'point')),
    time('pointTime', lost?.from ?? null),
    byClock(duration('dataLoss', lost?.ms ?? null, leastDurationText), lost?.isByComputer === true),
  ]);
}

function timesPart({ reported, draft }: RecordInput): RecordPart {
  const { startedAt = null, endedAt = null, bytes: moved = null } = reported?.job ?? {};
  const press = pressTime(draft, startedAt);
  const decided = decidedAt(draft, press);
  // Earlier versions kept when a VM was read that was made by hand after a job that failed.
  const verified = reported !== null && isGood(reported.verdict.own) ? reported.verifiedAt : null;
  return facts('times', [
    byClock(time('decided', decided), press?.isByComputer === true),
    byClock(time('pressed', press?.at ?? null), press?.isByComputer === true),
    time('started', startedAt),
    time('ended', endedAt),
    duration('duration', endedAt === null ? null : (reported?.progress.ageMs ?? null)),
    duration('toEnd', between(decided, endedAt)),
    time('verified', verified),
    duration('toVerified', between(decided, verified)),
    bytes('transferred', moved?.transferred),
    bytes('total', moved?.total),
  ]);
}

/** When the restore was decided, by the clock that its press is known by. */
const decidedAt = (draft: Draft | null, press: PressTime | null): Instant | null =>
  draft === null ? null : instant(draft.createdAt + (press?.behindMs ?? 0));

function requestPart({ reported, draft, planHash }: RecordInput): RecordPart {
  return facts('request', [
    textFact('requestId', draft && attemptOf(draft.submission)?.clientRequestId),
    textFact('activityId', reported?.job.activityId),
    // The number is what a person compares; the plan itself is for a program.
    { ...textFact('plan', planHash), value: draft?.plan ?? null },
  ]);
}

function nextStepsPart({ reported, steps, after }: RecordInput): RecordPart {
  const isMade = reported === null || hasNextSteps(reported.verdict, builtNames(after));
  const lines = steps?.map(({ title, status, at }) => [
    textFact('step', title),
    textFact('state', nextSteps.status[status]),
    timeOrNever('at', at),
  ]);
  return rows('nextSteps', isMade ? (lines ?? null) : []);
}

/** What was done after the job, each with its own time since the decision: none of it is the job's. */
function afterPart({ reported, draft, after }: RecordInput): RecordPart {
  const decided = decidedAt(draft, pressTime(draft, reported?.job.startedAt ?? null));
  return rows(
    'afterwards',
    after.map((line) => [
      textFact('done', line.sentence),
      textFact('operation', afterwards.operation[line.kind]),
      textFact('state', afterwards.state[line.state]),
      time('at', line.at),
      textFact('now', latestText(line, (ms) => offsetTimeText(instant(ms))) ?? afterwards.notRead),
      // A time that a VM took to come back is the action's, where the job itself brought none.
      duration('sinceDecided', isEffective(line) ? between(decided, line.at) : null),
    ]),
  );
}

/** The states of a check that wasn’t made. */
const UNMADE: readonly string[] = [checks.state.notChecked, coverage.state];

/** A fact that a check of before the restore lacks: the check wasn’t made, or the fact wasn’t recorded. */
const notOf = (fact: RecordFact, state: string): RecordFact => ({
  ...fact,
  text: UNMADE.includes(state) ? state : words.notRecorded,
});

/** What Review showed when Restore was selected. */
function reviewedParts(draft: Draft | null): RecordPart[] {
  const { chosen, warnings, checks: lines } = draft?.reviewed ?? {};
  return [
    rows(
      'choices',
      chosen?.map(([label, value]) => [textFact('label', label), textFact('value', value)]) ?? null,
    ),
    rows('warnings', warnings?.map((warning) => [textFact('warning', warning)]) ?? null),
    rows(
      'checks',
      lines?.map(({ name, state, found, at }) => [
        textFact('check', name),
        textFact('state', state),
        found === '' ? notOf(textFact('found', found), state) : textFact('found', found),
        at === null ? notOf(time('at', null), state) : time('at', instant(at)),
      ]) ?? null,
    ),
  ];
}

function reportedParts(reported: ReportedRestore | null): RecordPart[] {
  const { job, progress } = reported ?? {};
  return [
    rows(
      'subtasks',
      progress?.phases.map(({ name, status, statusWord, takenMs, bytes: moved }) => [
        textFact('subtask', name),
        textFact('state', status === 'unknown' ? statusWord : pages.taskStatus[status]),
        duration('duration', takenMs),
        bytes('transferred', typeof moved === 'string' ? null : moved.transferred),
      ]) ?? null,
    ),
    rows(
      'errors',
      job?.errors.map(({ code, title, message }) => [
        textFact('code', [code, title].filter((one) => one !== '').join(' ')),
        textFact('message', message),
      ]) ?? null,
    ),
    rows(
      'reported',
      job?.properties.map((property) => {
        const [name, shown] = propertyText(property);
        return [textFact('label', name), { ...textFact('value', property.value), text: shown }];
      }) ?? null,
    ),
  ];
}
