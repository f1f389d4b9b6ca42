import type { ReactNode } from 'react';
import { useFactStyles } from '#src/ui/instance/fact-styles.ts';
import { Name } from '#src/ui/text.tsx';

export interface FactGridProps {
  readonly facts: readonly (readonly [term: string, value: ReactNode])[];
}

/** Names and values: a list in a panel, columns where it is as wide as the page. */
export function FactGrid({ facts }: FactGridProps) {
  const styles = useFactStyles();
  return (
    <dl className={styles.list}>
      {facts.map(([term, value]) => (
        <div key={term} className={styles.fact}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>
            <Name>{value}</Name>
          </dd>
        </div>
      ))}
    </dl>
  );
}
