import type { Ability } from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import { instance } from '#src/strings/instance.ts';
import { useRowTabIndex } from '#src/ui/grid/current-row.ts';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';

const words = instance.can;

const TONES: Readonly<Record<Ability['state'], Tone>> = {
  possible: 'done',
  notPossible: 'impossible',
  notChecked: 'unknown',
};

export interface AbilityCellProps {
  readonly ability: Ability;
  /** The point's time, or its name where it has none. */
  readonly time: string;
  readonly onWhy: (ability: Ability, target: HTMLElement) => void;
}

/** Whether one kind of restore can start from a point; where not, the way to the reason. */
export function AbilityCell({ ability, time, onWhy }: AbilityCellProps) {
  const styles = usePartStyles();
  const tabIndex = useRowTabIndex();
  const { kind, state, short } = ability;
  return (
    <span className={styles.sign} title={short ?? words[state]}>
      <span className={styles.whenNarrow}>{words.kinds[kind]}</span>
      <StatusIcon tone={TONES[state]} />
      <span className={styles.unseen}>{words[state]}</span>
      {state !== 'possible' && (
        <LinkButton
          tabIndex={tabIndex}
          aria-haspopup="dialog"
          aria-label={
            state === 'notChecked'
              ? words.whyNotChecked(words.kinds[kind], time)
              : words.whyNot(words.kinds[kind], time)
          }
          onClick={({ currentTarget }) => onWhy(ability, currentTarget)}
        >
          {words.why}
        </LinkButton>
      )}
    </span>
  );
}
