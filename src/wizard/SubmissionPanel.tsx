import { makeStyles, tokens } from '@fluentui/react-components';
import { useIsMutating } from '@tanstack/react-query';
import { restoreMutationKey } from '#src/api/queries/restores.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { submission } from '#src/strings/submission.ts';
import { Status } from '#src/ui/Status.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { jobAddress } from '#src/api/arm/address.ts';
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

/** What the wizard shows once Restore was pressed: where the one request has come to. */
export function SubmissionPanel({ view }: { readonly view: DraftView }) {
  const styles = useStyles();
  const { draft } = view;
  const isOnItsWay = useIsMutating({ mutationKey: restoreMutationKey(draft.id) }) > 0;
  const { submission: sent } = draft;
  switch (sent.state) {
    case 'sending':
      return isOnItsWay ? (
        <div className={styles.root} role="status">
          <Status tone="running">{submission.sending.title}</Status>
          <span>{submission.sending.body}</span>
        </div>
      ) : (
        <LostPanel view={view} sentAt={sent.sentAt} />
      );
    case 'accepted':
      return <AcceptedPanel view={view} operation={sent.operation} />;
    case 'lost':
      return <LostPanel view={view} sentAt={sent.sentAt} />;
    case 'job':
      return (
        <div className={styles.root}>
          <Status tone="done">{submission.done.title}</Status>
          <span>{submission.done.body}</span>
          <RouterButton
            appearance="primary"
            to="/jobs/$jobId"
            params={{ jobId: jobAddress(resourceId(sent.jobId)) }}
          >
            {submission.done.open}
          </RouterButton>
        </div>
      );
    case 'none':
    case 'refused':
      return null;
  }
}
