import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Status, type Tone } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '128px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  wide: {
    gridTemplateColumns: '152px minmax(0, 1fr)',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

export interface FindingRowProps {
  readonly tone: Tone;
  readonly word: string;
  /** Whether the words of the list are long ones. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** An entry of the findings: what kind it is of, and what it says. */
export function FindingRow({ tone, word, isWide = false, children }: FindingRowProps) {
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.root, isWide && styles.wide)}>
      <Status tone={tone}>{word}</Status>
      {children}
    </li>
  );
}
