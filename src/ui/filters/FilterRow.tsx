import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { filters } from '#src/strings/filters.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
});

/** The search box and the pills above a list. */
export function FilterRow({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div role="search" aria-label={filters.label} className={styles.root}>
      {children}
    </div>
  );
}
