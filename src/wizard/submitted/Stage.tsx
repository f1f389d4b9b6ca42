import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Spoken } from '#src/ui/Spoken.tsx';
import { Status } from '#src/ui/Status.tsx';
import type { StageWords } from '#src/wizard/submitted/stage-of.ts';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
});

interface StageProps extends StageWords {
  /** What changes with the clock, and what can be done: not read out. */
  readonly children: ReactNode;
}

/**
 * How far a press of Restore has come. One element from the press to the job: its heading, which takes
 * the focus of the button that is gone, keeps it. What is over in a moment is not read out.
 */
export function Stage({ tone, title, lines, children }: StageProps) {
  const styles = useStyles();
  const { column } = useCommonStyles();
  return (
    <div className={column}>
      <h2 className={styles.title} tabIndex={-1} data-arrival>
        <Status tone={tone}>{title}</Status>
      </h2>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      <Spoken text={`${title}. ${lines.join(' ')}`} />
      {children}
    </div>
  );
}
