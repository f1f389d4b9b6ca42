import { makeStyles, tokens } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { Why } from '#src/ui/Why.tsx';
import type { Consequence } from '#src/wizard/draft/consequences.ts';

const words = wizard.consequences;

const useStyles = makeStyles({
  root: {
    marginInlineStart: '192px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 639px)': { marginInlineStart: 0 },
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

export interface ConsequencesProps {
  /** What they are of, as their list is called. */
  readonly title: string;
  readonly all: readonly Consequence[];
}

/** Beside a choice: what it brings with it, each with why. Nothing where there is nothing. */
export function Consequences({ title, all }: ConsequencesProps) {
  const styles = useStyles();
  if (all.length === 0) return null;
  return (
    <div className={styles.root}>
      <span>{title}</span>
      <ul className={styles.list} aria-label={title}>
        {all.map(({ id, text, explain }) => (
          <li key={id}>
            <Why ask={words.why(text)} explain={explain}>
              {text}
            </Why>
          </li>
        ))}
      </ul>
    </div>
  );
}
