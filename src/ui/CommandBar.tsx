import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    minHeight: '40px',
    paddingInline: tokens.spacingHorizontalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalS },
  },
  trailing: {
    marginInlineStart: 'auto',
    paddingInline: tokens.spacingHorizontalS,
  },
});

export interface CommandBarProps {
  /** What the commands are about, for screen readers. */
  readonly label: string;
  /** Subtle buttons, the main one first. */
  readonly children: ReactNode;
  /** What stands at the end, such as when the page was read. */
  readonly trailing?: ReactNode;
}

/** The commands of a page, under its head. */
export function CommandBar({ label, children, trailing }: CommandBarProps) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.root}>
      {children}
      {trailing !== undefined && <span className={styles.trailing}>{trailing}</span>}
    </div>
  );
}
