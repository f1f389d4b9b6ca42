import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import {
  hasSearchEnded,
  type LostSearchQuery,
  type RestoreFound,
} from '#src/api/queries/restores.ts';
import { dateTimeText, timeText } from '#src/lib/format.ts';
import { askNow } from '#src/lib/limits.ts';
import { certainJob, type FoundJob, type Press, requestOf } from '#src/model/lost-restore.ts';
import type { Problem } from '#src/model/problem.ts';
import { submission } from '#src/strings/submission.ts';
import { ProblemState } from '#src/ui/states.tsx';
import type { Attempt } from '#src/wizard/draft/schema.ts';
import { useStoredWith } from '#src/wizard/draft/suggested.ts';
import { adoptJob, disown, ownAgain } from '#src/wizard/submit/follow.ts';
import { pressOf } from '#src/wizard/submit/press.ts';

const { accepted, noAnswer: words } = submission;

export interface SearchPanelProps {
  readonly draftId: string;
  readonly attempt: Attempt;
  readonly search: LostSearchQuery;
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
export function SearchPanel({
  draftId,
  attempt,
  search: looked,
  service,
  isAccepted,
  renderEnd,
}: SearchPanelProps) {
  const search = useQuery(looked);
  const { data: found, error } = search;
  const press = pressOf(attempt);
  const certain = certainJob(press, found?.jobs ?? []);
  useStoredWith(draftId, certain, adoptCertain);
  const problem = error === null ? null : problemOf(error);
  const jobs = found?.jobs ?? [];
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

const isOfAnother = (press: Press, job: FoundJob): boolean => requestOf(press, job) === 'another';

/** The jobs that the person has said are of other restores, with the way to look at them again. */
function RuledOut({ count, draftId }: { readonly count: number; readonly draftId: string }) {
  if (count === 0) return null;
  return (
    <>
      <span>{words.ruledOut(count)}</span>
      <Button onClick={() => ownAgain(draftId)}>{words.showAgain(count)}</Button>
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

interface CandidatesProps {
  readonly jobs: readonly FoundJob[];
  readonly draftId: string;
  readonly press: Press;
}

function Candidates({ jobs, draftId, press }: CandidatesProps) {
  return (
    <>
      <ul>
        {jobs.map((job) => {
          const { id, name, startedAt } = job;
          const time = startedAt === null ? words.startUnknown : dateTimeText(startedAt);
          return (
            <li key={id}>
              <span>
                {words.startedAt(name, time)}
                {isOfAnother(press, job) && words.byAnother}
              </span>
              <Button size="small" onClick={() => adoptJob(draftId, job, 'hand')}>
                {words.adopt}
              </Button>
            </li>
          );
        })}
      </ul>
      <Button
        onClick={() =>
          disown(
            draftId,
            jobs.map(({ id }) => id),
          )
        }
      >
        {words.noneIsMine}
      </Button>
    </>
  );
}

/** Once Azure's list holds the job that is certainly the press's own, the draft has it. */
function adoptCertain(draftId: string, certain: FoundJob | null): void {
  if (certain !== null) adoptJob(draftId, certain, 'target');
}
