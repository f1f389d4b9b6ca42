import { makeStyles, tokens } from '@fluentui/react-components';
import { jobAddress } from '#src/api/arm/address.ts';
import { statusText } from '#src/app/notifications/status-text.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { useJobNow } from '#src/progress/live/live.tsx';
import { common } from '#src/strings/common.ts';
import { strip as words } from '#src/strings/notifications.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { StatusIcon } from '#src/ui/Status.tsx';
import type { WatchedJob } from '#src/wizard/submit/watched.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  words: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '100%' },
});

/** One restore that runs: the way to its job, and how far it is. */
export function RunningLine({ job: { jobId, machine } }: { readonly job: WatchedJob }) {
  const styles = useStyles();
  const now = useJobNow(resourceId(jobId), 'listen');
  const isStalled = now ? now.progress.stall !== null : false;
  return (
    <span className={styles.root}>
      <StatusIcon tone={isStalled ? 'warning' : 'running'} />
      <span className={styles.words}>
        <RouterLink className={styles.name} to="/jobs/$jobId" params={{ jobId: jobAddress(jobId) }}>
          {words.restoreOf(machine)}
        </RouterLink>
        <span>{now ? statusText(now.job, now.progress) : common.notRead}</span>
      </span>
    </span>
  );
}
