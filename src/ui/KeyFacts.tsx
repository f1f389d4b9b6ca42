import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Name } from '#src/ui/text.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, auto) 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

interface KeyFactsProps {
  readonly facts: readonly (readonly [term: string, value: ReactNode])[];
  /** For lists whose columns are aligned with those of others. */
  readonly className?: string;
}

/** Names and values, one below the other. */
export function KeyFacts({ facts, className }: KeyFactsProps) {
  const styles = useStyles();
  return (
    <dl className={mergeClasses(styles.list, className)}>
      {facts.map((fact) => (
        // Two may go by one name.
        <FactRow key={facts.indexOf(fact)} term={fact[0]} value={fact[1]} />
      ))}
    </dl>
  );
}

function FactRow({ term, value }: { readonly term: string; readonly value: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>
        <Name>{term}</Name>
      </dt>
      <dd className={styles.value}>
        <Name>{value}</Name>
      </dd>
    </>
  );
}
