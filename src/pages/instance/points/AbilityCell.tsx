import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { instance } from '#src/strings/instance.ts';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';
import type { Ability } from '#src/wizard/point-abilities.ts';

const words = instance.can;

const TONES: Readonly<Record<Ability['state'], Tone>> = {
  possible: 'done',
  notPossible: 'impossible',
  notChecked: 'unknown',
};

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  // Under its head the sign is enough for who sees it; in a narrow item there is no head.
  kind: { '@media (min-width: 640px)': { display: 'none' } },
  state: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export interface AbilityCellProps {
  readonly ability: Ability;
  /** The point's time, or its name where it has none. */
  readonly time: string;
  /** Tab leads to the controls of the current row only. */
  readonly isCurrent: boolean;
  readonly onWhy: (ability: Ability, target: HTMLElement) => void;
}

/** Whether one kind of restore can start from a point; where not, the way to the reason. */
export function AbilityCell({ ability, time, isCurrent, onWhy }: AbilityCellProps) {
  const styles = useStyles();
  const { kind, state, short } = ability;
  return (
    <span className={styles.root} title={short ?? words[state]}>
      <span className={styles.kind}>{words.kinds[kind]}</span>
      <StatusIcon tone={TONES[state]} />
      <span className={styles.state}>{words[state]}</span>
      {state !== 'possible' && (
        <Link
          as="button"
          type="button"
          tabIndex={isCurrent ? 0 : -1}
          aria-haspopup="dialog"
          aria-label={
            state === 'notChecked'
              ? words.whyNotChecked(words.kinds[kind], time)
              : words.whyNot(words.kinds[kind], time)
          }
          onClick={({ currentTarget }) => onWhy(ability, currentTarget)}
        >
          {words.why}
        </Link>
      )}
    </span>
  );
}
