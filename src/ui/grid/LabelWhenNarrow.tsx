import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  label: { display: 'none', '@media (max-width: 639px)': { display: 'inline' } },
});

export interface LabelWhenNarrowProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A value whose meaning is in the column's head: where heads are not drawn, its name stands before it. */
export function LabelWhenNarrow({ label, children }: LabelWhenNarrowProps) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.label}>{`${label}: `}</span>
      {children}
    </>
  );
}
