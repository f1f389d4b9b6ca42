import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: 0,
    // Above the points the facts stand in columns, beside them one below the other.
    '@media (max-width: 1439px)': {
      gridTemplateColumns: 'repeat(auto-fill, minmax(176px, 1fr))',
      columnGap: tokens.spacingHorizontalL,
    },
  },
  fact: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    '@media (max-width: 1439px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

export interface FactGridProps {
  readonly facts: readonly (readonly [term: string, value: ReactNode])[];
}

/** Names and values: a list in a panel, columns where it is as wide as the page. */
export function FactGrid({ facts }: FactGridProps) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(([term, value]) => (
        <div key={term} className={styles.fact}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
