import { mergeClasses } from '@fluentui/react-components';
import type { Ability } from '#src/datasources/azure-vm/instance/points/point-abilities.ts';
import { instance } from '#src/strings/instance.ts';
import { useRowTabIndex } from '#src/ui/grid/current-row.ts';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { StatusIcon, type Tone } from '#src/ui/Status.tsx';

const words = instance.can;

const TONES: Readonly<Record<Ability['state'], Tone>> = {
  possible: 'done',
  notPossible: 'impossible',
  notChecked: 'unknown',
};

interface PointSearch {
  readonly instance: string;
  readonly point: string;
  readonly view?: 'secondary';
}

export interface AbilityCellProps {
  readonly ability: Ability;
  /** The point's time, or its name where it has none. */
  readonly time: string;
  /** What a restore from the point starts with; null: it has started already. */
  readonly search: PointSearch | null;
  readonly onWhy: (ability: Ability, target: HTMLElement) => void;
}

/** Whether one kind of restore can start from a point, with the way to it; where not, to the reason. */
export function AbilityCell({ ability, time, search, onWhy }: AbilityCellProps) {
  const styles = usePartStyles();
  const tabIndex = useRowTabIndex();
  const { kind, state, short } = ability;
  return (
    <span className={mergeClasses(styles.sign, styles.whole)} title={short ?? words[state]}>
      {(state !== 'possible' || search === null) && (
        <span className={styles.whenNarrow}>{words.kinds[kind]}</span>
      )}
      <StatusIcon tone={TONES[state]} />
      <span className={styles.unseen}>{words[state]}</span>
      {state === 'possible' && search !== null && (
        <RouterLink
          className={styles.flat}
          to="/restore/new"
          search={{ ...search, option: kind }}
          preload={false}
          tabIndex={tabIndex}
          aria-label={words.restoreAs(words.kinds[kind], time)}
        >
          {words.kinds[kind]}
        </RouterLink>
      )}
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
