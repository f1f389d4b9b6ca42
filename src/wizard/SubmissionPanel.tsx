import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useIsMutating, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { restoreMutationKey, senderGoneQuery } from '#src/api/queries/restores.ts';
import { submission } from '#src/strings/submission.ts';
import { Status } from '#src/ui/Status.tsx';
import type { Draft, Submission } from '#src/wizard/draft/schema.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
});

export interface SubmissionPanelProps {
  readonly draft: Draft;
  readonly onJob: (jobId: string) => void;
  /** What is shown while Azure makes the job. */
  readonly renderAccepted: (operation: Sent<'accepted'>['operation']) => ReactNode;
  /** What is shown where nobody knows whether Azure received the request. */
  readonly renderLost: (sent: Sent<'sending' | 'lost'>) => ReactNode;
}

type Sent<State extends Submission['state']> = Extract<Submission, { state: State }>;

/** What the wizard shows once Restore was pressed: where the one request has come to. */
export function SubmissionPanel({
  draft,
  onJob,
  renderAccepted,
  renderLost,
}: SubmissionPanelProps) {
  const styles = useStyles();
  const isOnItsWay = useIsMutating({ mutationKey: restoreMutationKey(draft.id) }) > 0;
  const { submission: sent } = draft;
  const { data: isSenderGone } = useQuery({
    ...senderGoneQuery(draft.id),
    enabled: sent.state === 'sending',
  });
  switch (sent.state) {
    case 'sending':
      return isOnItsWay || isSenderGone !== true ? (
        <div className={styles.root} role="status">
          <Status tone="running">{submission.sending.title}</Status>
          <span>{submission.sending.body}</span>
        </div>
      ) : (
        renderLost(sent)
      );
    case 'accepted':
      return renderAccepted(sent.operation);
    case 'lost':
      return renderLost(sent);
    case 'job':
      return (
        <div className={styles.root}>
          <Status tone="done">{submission.done.title}</Status>
          <span>{submission.done.body}</span>
          <Button appearance="primary" onClick={() => onJob(sent.jobId)}>
            {submission.done.open}
          </Button>
        </div>
      );
    case 'none':
    case 'refused':
    case 'notSent':
      return null;
  }
}
