import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { problemOf } from '#src/api/queries/problem.ts';
import {
  MOST_LOOKS,
  type RestoreFound,
  type RestoreSearch,
  restoreSearchQuery,
} from '#src/api/queries/restores.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/job.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { submission } from '#src/strings/submission.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import { Status } from '#src/ui/Status.tsx';
import { known } from '#src/wizard/draft/reads.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
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
  readonly view: DraftView;
  readonly sent: Pick<Extract<Submission, { state: 'lost' }>, 'sentAt' | 'secondaryRegion'>;
}

/**
 * When no answer came back: looks for the job, adopts the only one that fits, and lets the person
 * decide in every other case. Never sends again.
 */
export function LostPanel({ view, sent }: LostPanelProps) {
  const styles = useStyles();
  const { id } = view.draft;
  const search = useQuery({
    ...restoreSearchQuery(searchOf(view, sent)),
    enabled: isReadable(view),
  });
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

function isReadable({ reads }: DraftView): boolean {
  return known(reads.instance) !== undefined;
}

/** What is known of the restore that was sent. */
function searchOf(
  { reads, draft }: DraftView,
  { sentAt, secondaryRegion }: LostPanelProps['sent'],
): RestoreSearch {
  const { option, vmName, rg } = draft.choices;
  const item = known(reads.instance);
  const kind = option ?? 'restoreDisks';
  return {
    vaultId: item?.vaultId ?? resourceId(''),
    itemName: item?.friendlyName ?? '',
    since: instant(sentAt),
    secondaryRegion,
    kind,
    targetMachine: kind === 'createVm' ? vmName : null,
    targetGroup: kind === 'replaceDisks' ? '' : (rg ?? ''),
  };
}

interface CandidatesProps {
  readonly jobs: readonly JobDetails[];
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
