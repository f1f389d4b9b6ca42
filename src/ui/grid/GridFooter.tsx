import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

export interface GridFooterProps {
  /** How many rows there are; told to screen readers when it changes. */
  readonly count: string;
  readonly children?: ReactNode;
}

/** What stands under a grid. */
export function GridFooter({ count, children }: GridFooterProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span role="status">{count}</span>
      {children}
    </div>
  );
}
