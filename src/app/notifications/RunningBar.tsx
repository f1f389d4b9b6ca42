import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { hideBar } from '#src/app/notifications/bar-hidden.ts';
import { namesOfEntries } from '#src/app/notifications/NotificationLine.tsx';
import { runningStatusText } from '#src/app/notifications/status-text.ts';
import { countText } from '#src/lib/format.ts';
import { listText } from '#src/lib/wording.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { useJobNow } from '#src/progress/live/live.tsx';
import { common } from '#src/strings/common.ts';
import { runningBar as words } from '#src/strings/notifications.ts';
import { StatusIcon } from '#src/ui/Status.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import type { WatchedJob } from '#src/wizard/submit/watched.ts';

interface RunningLineProps {
  readonly job: WatchedJob;
  readonly name: string;
}

/** One restore that runs: the way to its job, and how far it is. */
function RunningLine({ job: { jobId }, name }: RunningLineProps) {
  const styles = useStyles();
  const now = useJobNow(resourceId(jobId), 'listen');
  const isStalled = now ? now.progress.stall !== null : false;
  return (
    <span className={styles.root}>
      <StatusIcon tone={isStalled ? 'warning' : 'running'} />
      <span className={styles.words}>
        <RouterLink className={styles.name} to="/jobs/$jobId" params={{ jobId: jobAddress(jobId) }}>
          {words.restoreOf(name)}
        </RouterLink>
        <span>{now ? runningStatusText(now.job, now.progress) : common.absence.notRead}</span>
      </span>
    </span>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  words: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '100%' },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    height: '100%',
    paddingInline: tokens.spacingHorizontalL,
  },
  barWords: { flexGrow: 1, minWidth: 0 },
  button: { flexShrink: 0, minWidth: 0 },
  // Over the page, so that nothing moves when it is unfolded.
  list: {
    position: 'absolute',
    bottom: '100%',
    insetInline: 0,
    maxHeight: '50vh',
    overflowY: 'auto',
    listStyleType: 'none',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  item: { paddingBlock: tokens.spacingVerticalXS },
});

interface RunningBarProps {
  readonly running: readonly WatchedJob[];
  /** Called after the bar was put away, with the focus that was in it. */
  readonly onHidden: () => void;
}

/** The restores that run, in one line: one with how far it is, several folded. */
export function RunningBar({ running, onHidden }: RunningBarProps) {
  const styles = useStyles();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const [only] = running;
  const nameOfEntry = namesOfEntries();
  const isOne = running.length === 1;
  const stalled = running.filter(({ news }) => news === 'stalled').length;
  const hide = () => {
    hideBar();
    onHidden();
  };
  const fold = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isUnfolded) return;
    setIsUnfolded(false);
    // What had the focus may be gone with the list.
    toggle.current?.focus();
  };
  const listen = (bar: HTMLElement | null) => {
    bar?.addEventListener('keydown', fold);
    return () => bar?.removeEventListener('keydown', fold);
  };
  return (
    <div ref={listen} className={styles.bar}>
      <span className={styles.barWords}>
        {isOne && only !== undefined ? (
          <RunningLine job={only} name={nameOfEntry(only)} />
        ) : (
          listText([
            words.several(countText(running.length)),
            ...(stalled > 0 ? [words.stalled(countText(stalled))] : []),
          ])
        )}
      </span>
      {!isOne && (
        <Button
          ref={toggle}
          size="small"
          className={styles.button}
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          {words.showAll}
        </Button>
      )}
      {!isOne && isUnfolded && (
        <ul className={styles.list}>
          {running.map((job) => (
            <li key={job.jobId} className={styles.item}>
              <RunningLine job={job} name={nameOfEntry(job)} />
            </li>
          ))}
        </ul>
      )}
      <Button appearance="subtle" size="small" className={styles.button} onClick={hide}>
        {words.hide}
      </Button>
    </div>
  );
}
