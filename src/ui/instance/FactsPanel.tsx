import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { instance } from '#src/strings/instance.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { NO_FACTS_BESIDE } from '#src/ui/styles.ts';

const words = instance.facts;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    [NO_FACTS_BESIDE]: {
      paddingInline: tokens.spacingHorizontalXXL,
      borderLeft: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
    '@media (max-width: 639px)': {
      paddingInline: tokens.spacingHorizontalL,
      borderLeft: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
});

/** The panel that says what is protected. */
export function FactsPanel({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <aside className={styles.root} aria-label={words.title}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      {children}
    </aside>
  );
}
