import { makeStyles } from '@fluentui/react-components';
import type { ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { cancelling } from '#src/strings/progress.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/choices/target-region.ts';
import {
  outcomeOf,
  planSentence,
  replacesNothing,
} from '#src/datasources/azure-vm/plan/outcome.ts';
import { OutcomeColumns } from '#src/wizard/review/OutcomeColumns.tsx';

const useStyles = makeStyles({ cancel: { margin: 0 } });

/** The steps that decide what is created and what is lost. */
const STEPS = { created: 'configuration', lost: 'restore-point' } as const;

/** What the restore makes, changes, leaves alone and loses. */
export function Outcome({ view, goTo }: ViewProps) {
  const styles = useStyles();
  const { option } = view.shown;
  return (
    <OutcomeColumns
      sentence={planSentence(view)}
      outcome={outcomeOf(view)}
      steps={STEPS}
      goTo={goTo}
    >
      {option !== null && !goesToSecondary(view.shown, view.reads) && !replacesNothing(view) && (
        // Of the secondary region a rule says that it never can be.
        <p className={styles.cancel}>{cancelling.before[option]}</p>
      )}
    </OutcomeColumns>
  );
}
