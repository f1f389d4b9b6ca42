import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 auto',
    minHeight: 0,
    '@media (max-width: 639px)': { minHeight: 'auto' },
  },
});

/** A page whose grid fills the rest of the window and scrolls by itself. */
export function GridPage({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return <div className={styles.root}>{children}</div>;
}
