import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '#src/api/queries/problem.ts';
import {
  hasSearchEnded,
  type LostSearchQuery,
  type RestoreFound,
} from '#src/api/queries/restores.ts';
import { askNow } from '#src/lib/retry-waits.ts';
import { dateTimeText, timeText } from '#src/lib/format.ts';
import { certainJob, type FoundJob } from '#src/model/lost-restore.ts';
import type { Problem } from '#src/model/problem.ts';
import { submission } from '#src/strings/submission.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import type { Attempt } from '#src/wizard/draft/submission.ts';
import { pressOf } from '#src/wizard/submit/press.ts';
import { adoptJob, disown } from '#src/wizard/submit/follow.ts';
import { useStoredWith } from '#src/wizard/draft/use-stored-with.ts';

const words = submission.noAnswer;

export interface SearchPanelProps {
  readonly draftId: string;
  readonly attempt: Attempt;
  readonly search: LostSearchQuery;
  /** The service that restores, by its name. */
  readonly service: string;
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
  renderEnd,
}: SearchPanelProps) {
  const search = useQuery(looked);
  const { data: found, error } = search;
  const certain = certainJob(pressOf(attempt), found?.jobs ?? [])?.id;
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
            hasEnded,
            service,
            isFetching: search.isFetching,
            isSure: attempt.before !== undefined,
          })}
        </span>
      ) : (
        <>
          <span>{words.unreadable}</span>
          <ProblemState problem={problem} what={words.what} />
        </>
      )}
      {found !== undefined && <span>{searchedWords(found)}</span>}
      {jobs.filter(({ isNamed }) => isNamed).length > 1 && <span>{words.twice}</span>}
      {jobs.length > 0 && certain === undefined && <Candidates {...{ jobs, draftId }} />}
      <Button onClick={() => askNow(problem?.pause, () => void search.refetch())}>
        {words.lookAgain}
      </Button>
      {(hasEnded || (problem !== null && isInVain(problem))) && renderEnd?.()}
    </>
  );
}

/** Whether looking again by itself will not help: Azure refuses the list, or does not know it. */
const isInVain = ({ kind }: Problem): boolean => kind === 'forbidden' || kind === 'notFound';

interface Look {
  readonly isFetching: boolean;
  readonly hasEnded: boolean;
  /** The jobs before the press are known. */
  readonly isSure: boolean;
  readonly service: string;
}

function lookWords(
  found: RestoreFound | undefined,
  { isFetching, hasEnded, isSure, service }: Look,
): string {
  if (found === undefined || isFetching) return words.looking;
  if (found.jobs.length > 0) return found.jobs.length === 1 ? words.one : words.several(service);
  if (!hasEnded) return words.again;
  return isSure ? words.none(service) : words.noneUnsure;
}

const searchedWords = ({ looks, firstAt, latestAt }: RestoreFound): string =>
  words.searched(looks, timeText(firstAt), timeText(latestAt));

interface CandidatesProps {
  readonly jobs: readonly FoundJob[];
  readonly draftId: string;
}

function Candidates({ jobs, draftId }: CandidatesProps) {
  return (
    <>
      <ul>
        {jobs.map(({ id, name, startedAt }) => {
          const time = startedAt === null ? words.startUnknown : dateTimeText(startedAt);
          return (
            <li key={id}>
              <span>{words.startedAt(name, time)}</span>
              <Button size="small" onClick={() => adoptJob(draftId, id)}>
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
function adoptCertain(draftId: string, certain: string | undefined): void {
  if (certain !== undefined) adoptJob(draftId, certain);
}
