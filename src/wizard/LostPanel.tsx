import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { problemOf } from '#src/api/queries/problem.ts';
import {
  type FoundJob,
  type LostSearchQuery,
  MOST_LOOKS,
  type RestoreFound,
} from '#src/api/queries/restores.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { submission } from '#src/strings/submission.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import { Status } from '#src/ui/Status.tsx';
import { adoptJob, giveUp } from '#src/wizard/submit/follow.ts';

const words = submission.noAnswer;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
});

export interface LostPanelProps {
  readonly draftId: string;
  readonly search: LostSearchQuery;
  /** Whether what is looked for is known already. */
  readonly isReadable: boolean;
}

/**
 * When no answer came back: looks for the job, adopts the only one that fits, and lets the person
 * decide in every other case. Never sends again.
 */
export function LostPanel({ draftId: id, search: looked, isReadable }: LostPanelProps) {
  const styles = useStyles();
  const search = useQuery({ ...looked, enabled: isReadable });
  const jobs = search.data?.jobs ?? [];
  const onlyOne = jobs.length === 1 ? jobs[0] : undefined;
  // Synchronises the stored draft with the job that Azure's list holds.
  useEffect(() => {
    if (onlyOne !== undefined) adoptJob(id, onlyOne.id);
  }, [id, onlyOne]);
  return (
    <div className={styles.root} role="status">
      <Status tone="warning">{words.title}</Status>
      <span>{words.body}</span>
      {search.error === null ? (
        <span>{lookWords(search.data, search.isFetching)}</span>
      ) : (
        <>
          <span>{words.unreadable}</span>
          <ProblemState problem={problemOf(search.error)} what={words.what} />
        </>
      )}
      {jobs.length > 1 && <Candidates jobs={jobs} draftId={id} />}
      <Button onClick={() => void search.refetch()}>{words.lookAgain}</Button>
      <Button appearance="subtle" onClick={() => giveUp(id)}>
        {words.giveUp}
      </Button>
      <span>{words.giveUpNote}</span>
    </div>
  );
}

function lookWords(found: RestoreFound | undefined, isFetching: boolean): string {
  if (found === undefined || isFetching) return words.looking;
  if (found.jobs.length > 1) return words.several;
  return found.looks < MOST_LOOKS ? words.again : words.none;
}

interface CandidatesProps {
  readonly jobs: readonly FoundJob[];
  readonly draftId: string;
}

function Candidates({ jobs, draftId }: CandidatesProps) {
  return (
    <ul>
      {jobs.map((job) => (
        <li key={job.id}>
          <span>{`${job.name}, ${job.startedAt === null ? '' : dateTimeText(job.startedAt)} `}</span>
          <Button size="small" onClick={() => adoptJob(draftId, job.id)}>
            {words.adopt}
          </Button>
        </li>
      ))}
    </ul>
  );
}
