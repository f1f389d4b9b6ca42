import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { NotificationLine } from '#src/app/notifications/NotificationLine.tsx';
import { TONES } from '#src/app/notifications/tones.ts';
import { notifications as words } from '#src/strings/notifications.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { StatusIcon } from '#src/ui/Status.tsx';
import {
  keyOf,
  markRead,
  type News,
  type SessionNews,
  type Watched,
} from '#src/wizard/submit/watched.ts';

/** What went wrong stays until it is dismissed. */
const TROUBLE: ReadonlySet<News | SessionNews> = new Set([
  'stalled',
  'doneWithWork',
  'disksOnly',
  'nothing',
  'failed',
  'unknown',
  'lastMinutes',
  'unmountOpen',
]);

const useStyles = makeStyles({
  root: {
    display: 'flex',
    marginTop: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    pointerEvents: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { from: { opacity: 0 } },
      animationDuration: tokens.durationNormal,
    },
  },
  words: {
    flexGrow: 1,
    minWidth: 0,
    paddingInline: `${tokens.spacingHorizontalS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
  },
  // Time of a person's own, whatever the clock of a demo does: a sentence and a link are read in a quarter of it.
  timer: { animationName: { to: { opacity: 0 } }, animationDuration: '20s' },
  paused: { animationPlayState: 'paused' },
});

export interface NotificationCardProps {
  readonly entry: Watched;
  /** Tab leads to the latest alone; the arrows lead on. */
  readonly tabIndex: 0 | -1;
  readonly isPaused: boolean;
  readonly onPutAway: () => void;
}

/** A notification that has just come; it goes by itself where nothing went wrong. */
export function NotificationCard(props: NotificationCardProps) {
  const { entry, tabIndex, isPaused, onPutAway } = props;
  const styles = useStyles();
  const line = useId();
  const dismiss = () => {
    markRead(keyOf(entry));
    onPutAway();
  };
  return (
    <li tabIndex={tabIndex} aria-labelledby={line} className={styles.root}>
      <StatusIcon tone={TONES[entry.news]} />
      <span id={line} className={styles.words}>
        <NotificationLine entry={entry} />
      </span>
      <span>
        <LinkButton onClick={dismiss}>{words.dismiss}</LinkButton>
      </span>
      {!TROUBLE.has(entry.news) && (
        <span
          data-timer
          className={mergeClasses(styles.timer, isPaused && styles.paused)}
          onAnimationEnd={onPutAway}
        />
      )}
    </li>
  );
}
