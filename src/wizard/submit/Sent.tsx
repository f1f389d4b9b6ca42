import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import {
  hasSearchEnded,
  type LostSearchQuery,
  type RestoreFound,
} from '#src/api/queries/restores.ts';
import type { AcceptedQueryOf } from '#src/datasources/datasource.ts';
import { serviceOf } from '#src/datasources/registry.ts';
import { dateTimeText, timeText } from '#src/lib/format.ts';
import { askNow } from '#src/lib/limits.ts';
import { instant } from '#src/lib/time.ts';
import { certainJob, type FoundJob, type Press } from '#src/model/lost-restore.ts';
import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { useNow } from '#src/ui/hooks.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { ProblemState } from '#src/ui/states.tsx';
import { type Attempt, attemptOf, type Draft, isRefusedAnswer } from '#src/wizard/draft/schema.ts';
import { useStoredWith } from '#src/wizard/draft/suggested.ts';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { adoptCertain, Candidates, isOfAnother, RuledOut } from '#src/wizard/submit/Candidates.tsx';
import { RefusalSearch } from '#src/wizard/submit/Refusal.tsx';
import {
  AcceptedTrouble,
  AnswerFacts,
  CallOff,
  Elapsed,
  Stage,
  stageOf,
  useIsSenderGone,
} from '#src/wizard/submit/Stage.tsx';
import { openAgain, pressOf } from '#src/wizard/submit/follow.ts';
import type { StepProps, TaskSpec, WayToJob } from '#src/wizard/task.ts';

const { accepted, noAnswer: words, sending, sentFacts } = submission;

interface LostSearchPanelProps {
  readonly draftId: string;
  readonly attempt: Attempt;
  readonly query: LostSearchQuery;
  /** The service that restores, by its name. */
  readonly service: string;
  /** The service has answered that it restores. */
  readonly isAccepted: boolean;
  /** What can be done when the search has ended without a find. */
  readonly renderEnd?: () => ReactNode;
}

/**
 * Looks for the job of a press: takes the one that is certainly its own, and lets the person decide
 * where it is only likely. Never sends again.
 */
function LostSearchPanel({
  draftId,
  attempt,
  query,
  service,
  isAccepted,
  renderEnd,
}: LostSearchPanelProps) {
  const search = useQuery(query);
  const { data: found, error } = search;
  const press = pressOf(attempt);
  const jobs = found?.jobs ?? [];
  const certain = certainJob(press, jobs);
  useStoredWith(draftId, certain, adoptCertain);
  const problem = error === null ? null : problemOf(error);
  const isOver = hasSearchEnded(found, search.errorUpdateCount);
  const hasEnded = jobs.length === 0 && isOver && !search.isFetching;
  return (
    <>
      {problem === null ? (
        <span>
          {lookWords(found, {
            isOver,
            service,
            press,
            isAccepted,
            isFetching: search.isFetching,
          })}
        </span>
      ) : (
        <>
          <span>{(isAccepted ? accepted : words).unreadable}</span>
          <ProblemState problem={problem} what={words.what} />
        </>
      )}
      {found !== undefined && <span>{searchedWords(found)}</span>}
      {mayBeTwice(press, jobs) && <span>{words.twice}</span>}
      {jobs.length > 0 && certain === null && <Candidates {...{ jobs, draftId, press }} />}
      <RuledOut count={press.notOurs.length} draftId={draftId} />
      <Button onClick={() => askNow(problem?.pause, () => void search.refetch())}>
        {words.lookAgain}
      </Button>
      {(hasEnded || (problem !== null && isInVain(problem))) && renderEnd?.()}
    </>
  );
}

/** Whether looking again by itself will not help: Azure refuses the list, or does not know it. */
const isInVain = ({ kind }: Problem): boolean => kind === 'forbidden' || kind === 'notFound';

/** What was looked for, and how. */
export interface Look {
  readonly isAccepted: boolean;
  readonly isFetching: boolean;
  readonly isOver: boolean;
  readonly press: Press;
  readonly service: string;
}

/** What a search has come to. */
export function lookWords(
  found: Pick<RestoreFound, 'jobs'> | undefined,
  { isAccepted, isFetching, isOver, press, service }: Look,
): string {
  if (found === undefined || isFetching) return words.looking;
  if (found.jobs.length > 0) {
    const ofJobs = candidateWords(press, found.jobs, service);
    return isOver ? ofJobs : `${ofJobs} ${words.goesOn}`;
  }
  if (!isOver) return words.again;
  // It has arrived, whatever is found.
  if (isAccepted) return accepted.notFound(service);
  if (press.notOurs.length > 0) return words.noOther;
  return press.before === null ? words.noneUnsure : words.none(service);
}

/** Whether several jobs name the target, so that more than one may be of the press. */
export const mayBeTwice = (press: Press, jobs: readonly FoundJob[]): boolean =>
  jobs.filter((job) => job.isNamed && !isOfAnother(press, job)).length > 1;

/** What the jobs of a list have in common. */
function candidateWords(press: Press, jobs: readonly FoundJob[], service: string): string {
  if (jobs.every((job) => isOfAnother(press, job))) return words.ofAnother(jobs.length);
  return jobs.length === 1 ? words.one : words.several(service);
}

const searchedWords = ({ looks, firstAt, latestAt }: RestoreFound): string =>
  words.searched(looks, timeText(firstAt), timeText(latestAt));

interface SubmissionProps {
  readonly draft: Draft;
  readonly onJob: (jobId: string) => void;
  /** The look for the job of a press. */
  readonly searchFor: (attempt: Attempt) => LostSearchQuery;
  readonly acceptedQuery: AcceptedQueryOf;
  /** The service that restores, by its name. */
  readonly service: string;
}

interface StageDetailsProps extends SubmissionProps {
  /** No tab sends the draft any more. */
  readonly isSenderGone: boolean;
}

/** What goes on with the clock at a stage, what is looked for, and what can be done. */
function StageDetails(props: StageDetailsProps) {
  const { draft, searchFor, acceptedQuery, onJob, isSenderGone, service } = props;
  const { id, submission: sent } = draft;
  const searchOf = (attempt: Attempt): SearchProps => ({
    service,
    draftId: id,
    attempt,
    query: searchFor(attempt),
    isAccepted: sent.state === 'accepted',
  });
  switch (sent.state) {
    case 'sending':
      return isSenderGone ? <LostSearch {...searchOf(sent)} /> : <OnItsWay {...searchOf(sent)} />;
    case 'accepted':
      return sent.operation === null ? (
        <UnseenSearch {...searchOf(sent)} />
      ) : (
        <>
          <AcceptedTrouble
            what={accepted.what}
            query={acceptedQuery({
              instance: draft.choices.instance ?? '',
              operation: sent.operation,
              secondaryRegion: sent.secondaryRegion,
            })}
          />
          <WaitsForJob {...searchOf(sent)} />
        </>
      );
    case 'lost':
      return (
        <>
          {sent.answer !== undefined && <AnswerFacts answer={sent.answer} />}
          {isRefusedAnswer(sent.answer) ? (
            <RefusalSearch
              draftId={id}
              attempt={sent}
              query={searchFor(sent)}
              answer={sent.answer}
            />
          ) : (
            <LostSearch {...searchOf(sent)} />
          )}
        </>
      );
    case 'job':
      return (
        <Button appearance="primary" onClick={() => onJob(sent.jobId)}>
          {submission.done.open}
        </Button>
      );
    case 'preparing':
      return <CallOff draftId={id} />;
    case 'mounted':
    case 'none':
    case 'refused':
    case 'notSent':
      return null;
  }
}

type SearchProps = Omit<LostSearchPanelProps, 'renderEnd'>;

/** The outcome of the request is unknown: the person can continue only after a search for its job. */
const LostSearch = (props: SearchProps) => (
  <LostSearchPanel {...props} renderEnd={() => <GiveUp draftId={props.draftId} />} />
);

/** Opens the draft again without knowing what became of its request. */
const GiveUp = ({ draftId }: { readonly draftId: string }) => (
  <>
    <Button onClick={() => openAgain(draftId)}>{words.giveUp}</Button>
    <span>{words.giveUpNote}</span>
  </>
);

/** Azure has accepted the restore and has not said as which job: it is looked for, and never sent again. */
function UnseenSearch(props: SearchProps) {
  const renderEnd = () => <RouterLink to="/jobs">{accepted.jobs}</RouterLink>;
  return <LostSearchPanel {...props} renderEnd={renderEnd} />;
}

/** While the one request has left and no answer is there. When the search ends, the draft can be opened again. */
const OnItsWay = (props: SearchProps) => (
  <LateSearch {...props} state="sending" renderEnd={() => <GiveUp draftId={props.draftId} />} />
);

/** While Azure has accepted a restore and not named its job. */
const WaitsForJob = (props: SearchProps) => <LateSearch {...props} state="accepted" />;

type Waiting = 'sending' | 'accepted';

/**
 * How long after the press a job is looked for although the answer, or the job that Azure makes in a minute or two,
 * may still come; and how often that is checked.
 */
const LATE: Readonly<Record<Waiting, { readonly afterMs: number; readonly everyMs: number }>> = {
  sending: { afterMs: 30_000, everyMs: 1000 },
  accepted: { afterMs: 10 * 60_000, everyMs: 15_000 },
};

/** What a request says that takes long; null: it doesn't yet. */
export function lateText(state: Waiting, ageMs: number, service: string): string | null {
  if (ageMs < LATE[state].afterMs) return null;
  return state === 'sending' ? sending.late : accepted.late(service);
}

interface LateSearchProps extends LostSearchPanelProps {
  readonly state: Waiting;
}

/** A search that starts beside the wait once that has taken long. */
function LateSearch({ state, ...search }: LateSearchProps) {
  const ageMs = useNow(LATE[state].everyMs) - search.attempt.sentAt;
  const late = lateText(state, ageMs, search.service);
  return (
    <>
      {/* There from the start, so that what comes into it is read out. */}
      <div role="status">{late}</div>
      {late !== null && <LostSearchPanel {...search} />}
    </>
  );
}

interface SubmissionPanelProps extends Omit<SubmissionProps, 'service'> {
  /** What was sent, in words; null while what it is made of is being read. */
  readonly plan: SentPlan | null;
}

/** What the wizard shows once Restore was pressed: where the one request has come to. */
function SubmissionPanel({ plan, ...props }: SubmissionPanelProps) {
  const { submission: sent } = props.draft;
  const isSenderGone = useIsSenderGone(props.draft);
  const service = serviceOf(datasourceIn(props.draft.choices));
  const stage = stageOf(sent, isSenderGone, service);
  if (stage === null) return null;
  const attempt = attemptOf(sent);
  return (
    <Stage {...stage}>
      {attempt !== null && <SentFacts plan={plan} attempt={attempt} />}
      <StageDetails {...props} service={service} isSenderGone={isSenderGone} />
    </Stage>
  );
}

/** What was sent, in words. */
interface SentPlan {
  /** The restore in one sentence. */
  readonly sentence: string;
  /** Where it goes. */
  readonly target: string;
}

interface SentFactsProps {
  readonly plan: SentPlan | null;
  readonly attempt: Attempt;
}

/** What stays in view from the press to the job: the plan, where it goes, its request, and how long it takes. */
function SentFacts({ plan, attempt }: SentFactsProps) {
  const sentAt = instant(attempt.sentAt);
  const facts: (readonly [string, ReactNode])[] = [
    ...(plan === null
      ? []
      : ([
          [sentFacts.plan, plan.sentence],
          [sentFacts.target, plan.target],
        ] as const)),
    [
      sentFacts.pressed,
      attempt.clock === undefined ? common.byComputer(dateTimeText(sentAt)) : dateTimeText(sentAt),
    ],
    [sentFacts.elapsed, <Elapsed key="elapsed" since={sentAt} />],
  ];
  return (
    <section aria-label={sentFacts.title}>
      <KeyFacts facts={facts} />
      <CopyText label={sentFacts.request} text={attempt.clientRequestId} />
    </section>
  );
}

interface SentProps<Id extends string, Reads, Seen extends View<Reads>> extends StepProps<
  Seen,
  Id
> {
  readonly task: TaskSpec<Id, Reads, Seen>;
  readonly way: WayToJob;
}

/** What is shown in place of the steps once Restore was pressed, of a task that leads to a job. */
export function Sent<Id extends string, Reads, Seen extends View<Reads>>({
  task: { planOf },
  way: { searchFor, acceptedQuery },
  view,
  onJob,
}: SentProps<Id, Reads, Seen>) {
  const { draft } = view;
  const { about, sentence, target } = planOf(view);
  return (
    <SubmissionPanel
      draft={draft}
      plan={about.length === 0 ? null : { sentence, target }}
      onJob={onJob}
      searchFor={(attempt) => searchFor(draft, attempt)}
      acceptedQuery={acceptedQuery}
    />
  );
}
