import { makeStyles, tokens } from '@fluentui/react-components';
import { submission } from '#src/strings/submission.ts';
import { CheckField } from '#src/ui/fields/CheckField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { findingsOf, warningCount } from '#src/wizard/explain/findings.ts';
import type { ReviewProps } from '#src/datasources/azure-vm/step-props.ts';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';
import { RequestView } from '#src/wizard/review/RequestView.tsx';
import { NO_REMARK_BESIDE } from '#src/ui/room.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { consequenceText } from '#src/datasources/azure-vm/consequences.ts';
import { BeforeRestore } from '#src/datasources/azure-vm/steps/review/BeforeRestore.tsx';
import { Findings } from '#src/datasources/azure-vm/steps/review/Findings.tsx';
import { Outcome } from '#src/datasources/azure-vm/steps/review/Outcome.tsx';
import { chosenFacts } from '#src/datasources/azure-vm/plan.tsx';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXL,
    [NO_REMARK_BESIDE]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  left: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});

/** Everything once more, before anything is sent. */
export function ReviewPanel(props: ReviewProps) {
  const styles = useStyles();
  const { view, formId, onNext, goTo } = props;
  const { rg, rgIsNew } = view.shown;
  const form = useStepForm('review', view);
  const consequence = consequenceText(view);
  const findings = findingsOf(view.settled);
  const toRead = warningCount(findings);
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <div className={styles.parts}>
        <Outcome view={view} goTo={goTo} />
        {consequence !== null && (
          <CheckField control={form.control} name="consequenceRead" label={consequence} />
        )}
        <BeforeRestore
          view={view}
          preflight={props.preflight}
          warnings={props.warnings}
          goTo={goTo}
        />
        <div className={styles.columns}>
          <div className={styles.left}>
            <ChosenFacts view={view} />
            <div>
              <Findings view={view} findings={findings} control={form.control} goTo={goTo} />
              {toRead > 0 && (
                <CheckField
                  control={form.control}
                  name="warningsRead"
                  label={submission.warningsRead(toRead)}
                />
              )}
            </div>
          </div>
          <RequestView preview={props.preview()} newGroup={rgIsNew ? rg : null} />
        </div>
      </div>
    </StepForm>
  );
}

/** Everything chosen, in the words of the fields it was chosen in. */
function ChosenFacts({ view }: { readonly view: DraftView }) {
  return (
    <section aria-label={submission.chosen}>
      <KeyFacts facts={chosenFacts(view)} />
    </section>
  );
}
