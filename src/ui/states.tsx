import {
  Button,
  type ButtonProps,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import { pauseEndText, preciseTimeText } from '#src/lib/format.ts';
import { isDemo } from '#src/lib/owner.ts';
import { askNow, lastWait, LIMITS, onWaits } from '#src/lib/limits.ts';
import type { Problem, Retry } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { problemWords } from '#src/strings/problem-words.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useIsLate } from '#src/ui/hooks.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { CodeText, Name } from '#src/ui/text.tsx';

const useStyles = makeStyles({
  state: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
  },
  problem: { maxWidth: '720px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  body: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  skeleton: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  row: {
    height: '20px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (forced-colors: active)': { backgroundColor: 'GrayText' },
  },
});

/** What a page can do about a sign-in that has ended. */
export interface SignIn {
  /** Leaves the page for the sign-in, and comes back to it. */
  readonly again: () => void;
  /** Whether the page has started with a sign-in since a moment in epoch milliseconds; no moment: no. */
  readonly isDoneSince: (at: number | undefined) => boolean;
}

/** The sign-in of this page; null before there is a session. */
export const SignInContext = createContext<SignIn | null>(null);

/** A button to sign in again when Azure no longer accepts the sign-in. */
export function SignInAgain({ size }: Pick<ButtonProps, 'size'>) {
  const signIn = use(SignInContext);
  return signIn === null ? null : (
    <Button size={size} onClick={signIn.again}>
      {common.signInAgain}
    </Button>
  );
}

/** The time until which Azure requests this page to wait; nothing while no read waits. */
export function RetryWait() {
  const until = useSyncExternalStore(onWaits, lastWait);
  return until === null ? null : <span>{common.waitingUntil(preciseTimeText(until))}</span>;
}

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** What a list shows when nothing is in it: what was looked for, and one way on. */
export function EmptyState({ title, children }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.state}>
      <span className={styles.title}>{title}</span>
      {children}
    </div>
  );
}

/** That what stands here takes longer than usual, as soon as it does. */
export function Late() {
  return useIsLate(LIMITS.lateMs) && <span>{common.late}</span>;
}

/** Until when Azure asks to wait, else that a read takes longer than usual. */
export function ReadWait() {
  const hasWait = useSyncExternalStore(onWaits, () => lastWait() !== null);
  return hasWait ? <RetryWait /> : <Late />;
}

interface SkeletonRowsProps {
  /** What is being read, as in "Reading the backup instances." */
  readonly what: string;
  readonly rows?: number | undefined;
}

/**
 * Rows in the final height while a first read is under way, until when Azure asks to wait, and that it takes
 * longer than usual.
 */
export function SkeletonRows({ what, rows = 6 }: SkeletonRowsProps) {
  const styles = useStyles();
  return (
    <>
      <div
        role="progressbar"
        aria-busy
        aria-label={common.reading(what)}
        className={styles.skeleton}
      >
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className={styles.row} />
        ))}
      </div>
      <ReadWait />
    </>
  );
}

/** Loads the page anew: a browser remembers code that it couldn't load for as long as the page lives. */
export function ReloadNew(props: Pick<ButtonProps, 'size' | 'appearance' | 'className'>) {
  return (
    <Button {...props} onClick={() => location.reload()}>
      {common.part.reloadNew}
    </Button>
  );
}

interface TryAgainProps extends Pick<ButtonProps, 'size'> {
  readonly way: Retry['way'];
  /** Left out: what failed is done again elsewhere. */
  readonly onRetry?: (() => void) | undefined;
  /** What is read, where several such buttons are near each other. */
  readonly what?: string;
}

/** The button that leads on from a problem. Reading again is offered only where that can succeed. */
export function TryAgain({ way, onRetry, what, size }: TryAgainProps) {
  switch (way) {
    case 'again':
    case 'after': {
      if (onRetry === undefined) return null;
      const label = way === 'again' ? common.retry : common.checkAgain;
      return (
        <Button
          size={size}
          aria-label={what === undefined ? undefined : `${label}: ${what}`}
          onClick={onRetry}
        >
          {label}
        </Button>
      );
    }
    case 'signIn':
      return <SignInAgain size={size} />;
    case 'token':
      return (
        <RouterButton to="/settings" size={size}>
          {common.toSettings}
        </RouterButton>
      );
    case 'reload':
      return <ReloadNew size={size} />;
    case 'setUp':
    case 'gone':
    case 'change':
      return null;
  }
}

interface OfProblem {
  readonly problem: Problem;
  /** What was being read, as in "You don't have permission to view the restore points." */
  readonly what: string;
}

export const ProblemTitle = ({ problem, what }: OfProblem) => (
  <Status tone={problem.kind === 'forbidden' ? 'unknown' : 'failed'}>
    {problemWords(problem).title(what)}
  </Status>
);

/** Until when requests wait. */
export const Pause = ({ pause }: Pick<Problem, 'pause'>) =>
  pause !== undefined && <span>{common.pausedUntil(pauseEndText(pause.until))}</span>;

export const RequestId = ({ requestId }: Pick<Problem, 'requestId'>) =>
  requestId !== null && <CopyText label={common.requestId} text={requestId} />;

interface ProblemStateProps extends OfProblem {
  /** What was read is what the page’s address names. */
  readonly isOfAddress?: boolean;
  readonly onRetry?: () => void;
  /** Where else one may go from here. */
  readonly wayOn?: ReactNode;
}

/** What a place shows when its data could not be read: what happened, and what to do. */
export function ProblemState({
  problem,
  what,
  isOfAddress = false,
  onRetry,
  wayOn,
}: ProblemStateProps) {
  const styles = useStyles();
  const isElsewhere = isOfAddress && problem.kind === 'notFound' && isDemo();
  return (
    <div className={mergeClasses(styles.state, styles.problem)} role="alert">
      <span className={styles.title}>
        <ProblemTitle problem={problem} what={what} />
      </span>
      <span>
        <Name>{problem.message}</Name>
      </span>
      <Pause pause={problem.pause} />
      {problem.missingAction !== null && <span>{common.missingAction(problem.missingAction)}</span>}
      <span>{isElsewhere ? common.otherDemo : problemWords(problem).advice}</span>
      <RequestId requestId={problem.requestId} />
      {problem.body !== '' && (
        <details>
          <summary>{common.details}</summary>
          <div className={styles.body}>
            <CodeText text={problem.body} />
          </div>
        </details>
      )}
      <div className={styles.buttons}>
        <TryAgain way={problem.way} onRetry={onRetry && (() => askNow(problem.pause, onRetry))} />
        {wayOn}
      </div>
    </div>
  );
}

export interface LoadedProps<Value> {
  readonly query: Pick<UseQueryResult<Value>, 'data' | 'error' | 'refetch'>;
  readonly problemOf: (error: unknown) => Problem;
  readonly what: string;
  /** How many rows there will be, about. */
  readonly rows?: number | undefined;
  /** What stands there while the first read is under way; rows of a list unless told otherwise. */
  readonly loading?: ReactNode;
  /** Other parts that are drawn with it are still being read. */
  readonly isHeld?: boolean;
  /** What is read is what the page’s address names. */
  readonly isOfAddress?: boolean;
  /** Where else one may go when the read fails. */
  readonly wayOn?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/**
 * The states of a read: loading, failed or forbidden, there. A refresh that fails leaves the older
 * value where it is.
 */
export function Loaded<Value>({
  query,
  problemOf,
  what,
  rows,
  loading,
  isHeld = false,
  isOfAddress,
  wayOn,
  children,
}: LoadedProps<Value>) {
  if (query.data !== undefined && !isHeld) return children(query.data);
  if (query.error !== null) {
    return (
      <ProblemState
        problem={problemOf(query.error)}
        what={what}
        isOfAddress={isOfAddress}
        onRetry={() => void query.refetch()}
        wayOn={wayOn}
      />
    );
  }
  return loading ?? <SkeletonRows what={what} rows={rows} />;
}
