import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useIsMutating, useQuery } from '@tanstack/react-query';
import { restoreMutationKey, senderGoneQuery } from '#src/api/queries/restores.ts';
import { submission } from '#src/strings/submission.ts';
import { Status } from '#src/ui/Status.tsx';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { AcceptedPanel } from '#src/wizard/AcceptedPanel.tsx';
import { LostPanel } from '#src/wizard/LostPanel.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
});

export interface SubmissionPanelProps {
  readonly view: DraftView;
  readonly onJob: (jobId: string) => void;
}

/** What the wizard shows once Restore was pressed: where the one request has come to. */
export function SubmissionPanel({ view, onJob }: SubmissionPanelProps) {
  const styles = useStyles();
  const { draft } = view;
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
        <LostPanel view={view} sent={sent} />
      );
    case 'accepted':
      return <AcceptedPanel operation={sent.operation} />;
    case 'lost':
      return <LostPanel view={view} sent={sent} />;
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
      return null;
  }
}
