import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
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
  flush: { padding: 0, '@media (max-width: 639px)': { paddingInline: 0 } },
});

export interface FilterRowProps {
  /** Its place has the room around it already. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** The search box and the pills above a list. */
export function FilterRow({ isFlush = false, children }: FilterRowProps) {
  const styles = useStyles();
  return (
    <div
      role="search"
      aria-label={filters.label}
      className={mergeClasses(styles.root, isFlush && styles.flush)}
    >
      {children}
    </div>
  );
}
