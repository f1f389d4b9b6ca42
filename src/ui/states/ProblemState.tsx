import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { askNow } from '#src/lib/limits.ts';
import { pauseEndText } from '#src/lib/format.ts';
import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { problemWords } from '#src/strings/problem-words.ts';
import { CodeText } from '#src/ui/CodeText.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Name } from '#src/ui/Name.tsx';
import { TryAgain } from '#src/ui/states/TryAgain.tsx';
import { Status } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    maxWidth: '720px',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  title: { fontWeight: tokens.fontWeightSemibold },
  body: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

export interface ProblemStateProps {
  readonly problem: Problem;
  /** What was being read, as in "You don't have permission to view the restore points." */
  readonly what: string;
  readonly onRetry?: () => void;
  /** Where else one may go from here. */
  readonly wayOn?: ReactNode;
}

/** What a place shows when its data could not be read: what happened, and what to do. */
export function ProblemState({ problem, what, onRetry, wayOn }: ProblemStateProps) {
  const styles = useStyles();
  const words = problemWords(problem);
  return (
    <div className={styles.root} role="alert">
      <span className={styles.title}>
        <Status tone={problem.kind === 'forbidden' ? 'unknown' : 'failed'}>
          {words.title(what)}
        </Status>
      </span>
      <span>
        <Name>{problem.message}</Name>
      </span>
      {problem.pause !== undefined && (
        <span>{common.pausedUntil(pauseEndText(problem.pause.until))}</span>
      )}
      {problem.missingAction !== null && <span>{common.missingAction(problem.missingAction)}</span>}
      <span>{words.advice}</span>
      {problem.requestId !== null && <CopyText label={common.requestId} text={problem.requestId} />}
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
