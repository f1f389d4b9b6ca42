import { sayOf } from '#src/strings/rule-source.ts';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { canceling } from '#src/strings/progress.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/target.ts';
import { outcomeOf, planSentence, replacesNothing } from '#src/datasources/azure-vm/plan.tsx';
import { rebuildRules } from '#src/datasources/azure-vm/consequences.ts';
import { submission } from '#src/strings/submission.ts';
import { RestoreOutcome } from '#src/wizard/review/RestoreOutcome.tsx';

const useStyles = makeStyles({
  cancel: { margin: 0 },
  steps: { marginBlock: tokens.spacingVerticalXS },
});

/** What the restore makes, changes, leaves alone and loses. */
export function Outcome({ view, goTo }: ViewProps) {
  const styles = useStyles();
  const { option } = view.shown;
  return (
    <RestoreOutcome sentence={planSentence(view)} outcome={outcomeOf(view)} goTo={goTo}>
      {option !== null && !goesToSecondary(view.shown, view.reads) && !replacesNothing(view) && (
        // Of the secondary region a rule says that it never can be.
        <p className={styles.cancel}>{canceling.before[option]}</p>
      )}
      <Rebuild view={view} />
    </RestoreOutcome>
  );
}

/** How the VM of encrypted disks comes back, since restoring them creates none; nothing of any other. */
function Rebuild({ view }: Pick<ViewProps, 'view'>) {
  const styles = useStyles();
  const rules = rebuildRules(view.settled);
  if (rules.length === 0) return null;
  return (
    <ol className={styles.steps} aria-label={submission.rebuild}>
      {rules.map((rule) => (
        <li key={rule.id}>{sayOf(rule)}</li>
      ))}
    </ol>
  );
}
