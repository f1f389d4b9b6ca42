import { mergeClasses } from '@fluentui/react-components';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Why } from '#src/ui/Why.tsx';
import type { Consequence } from '#src/datasources/azure-vm/consequences.ts';

const words = wizard.consequences;

export interface ConsequencesProps {
  /** What they are of, as their list is called. */
  readonly title: string;
  readonly all: readonly Consequence[];
}

/** Beside a choice: what it brings with it, each with why. Nothing where there is nothing. */
export function Consequences({ title, all }: ConsequencesProps) {
  const styles = useCommonStyles();
  if (all.length === 0) return null;
  return (
    <div className={mergeClasses(styles.belowControl, styles.second)}>
      <span>{title}</span>
      <ul className={styles.bullets} aria-label={title}>
        {all.map(({ id, text, explain }) => (
          <li key={id}>
            <Why ask={words.why(text)} explain={explain} beside="rule">
              {text}
            </Why>
          </li>
        ))}
      </ul>
    </div>
  );
}
