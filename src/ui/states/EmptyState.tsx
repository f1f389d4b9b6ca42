import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
});

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** What a list shows when nothing is in it: what was looked for, and one way on. */
export function EmptyState({ title, children }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.title}>{title}</span>
      {children}
    </div>
  );
}
