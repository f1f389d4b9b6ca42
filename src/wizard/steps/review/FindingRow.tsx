import { makeStyles, tokens } from '@fluentui/react-components';
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
});

export interface FindingRowProps {
  readonly tone: Tone;
  readonly word: string;
  readonly children: ReactNode;
}

/** An entry of the findings: what kind it is of, and what it says. */
export function FindingRow({ tone, word, children }: FindingRowProps) {
  const styles = useStyles();
  return (
    <li className={styles.root}>
      <Status tone={tone}>{word}</Status>
      {children}
    </li>
  );
}
