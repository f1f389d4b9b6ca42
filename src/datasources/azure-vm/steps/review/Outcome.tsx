import { makeStyles, tokens } from '@fluentui/react-components';
import type { ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { cancelling } from '#src/strings/progress.ts';
import { submission } from '#src/strings/submission.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/choices/target-region.ts';
import {
  outcomeOf,
  planSentence,
  replacesNothing,
} from '#src/datasources/azure-vm/plan/outcome.ts';
import type { StepId } from '#src/rules/step-of.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    marginTop: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  column: { padding: tokens.spacingHorizontalL },
  // As high with a link to its step as without, so that the lists begin on one line.
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '24px',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  cancel: { margin: 0 },
});

/** What the restore makes, changes, leaves alone and loses. */
export function Outcome({ view, goTo }: ViewProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const outcome = outcomeOf(view);
  const { option } = view.shown;
  const columns: [string, readonly string[], StepId | null][] = [
    [submission.created, outcome.created, 'configuration'],
    [submission.changed, outcome.changed, null],
    [submission.untouched, outcome.untouched, null],
    [submission.lost, outcome.lost, 'restore-point'],
  ];
  return (
    <section>
      <SectionHeading level={3}>{planSentence(view)}</SectionHeading>
      {option !== null && !goesToSecondary(view.shown, view.reads) && !replacesNothing(view) && (
        // Of the secondary region a rule says that it never can be.
        <p className={styles.cancel}>{cancelling.before[option]}</p>
      )}
      <div className={styles.columns}>
        {columns.map(([title, lines, step]) => (
          <div key={title} className={styles.column}>
            <div className={styles.head}>
              <h4 className={styles.title}>{title}</h4>
              {step !== null && (
                <LinkButton aria-label={`${submission.edit}: ${title}`} onClick={() => goTo(step)}>
                  {submission.edit}
                </LinkButton>
              )}
            </div>
            <ul className={shared.bullets}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
