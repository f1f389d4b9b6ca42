import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComponentProps, ReactNode } from 'react';
import { Status } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
});

export interface StageProps {
  readonly tone: ComponentProps<typeof Status>['tone'];
  readonly title: string;
  /** What is read out as it comes. */
  readonly lines: readonly string[];
  readonly children?: ReactNode;
}

/** How far a press of Restore has come. */
export function Stage({ tone, title, lines, children }: StageProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.root} role="status">
        <Status tone={tone}>{title}</Status>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </div>
      {children}
    </div>
  );
}
