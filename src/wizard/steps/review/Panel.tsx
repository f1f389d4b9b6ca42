import { makeStyles, tokens } from '@fluentui/react-components';
import { submission } from '#src/strings/submission.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { CheckField } from '#src/ui/fields/CheckField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { consequenceText } from '#src/wizard/draft/consequence-text.ts';
import { findingsOf, rulesToRead } from '#src/wizard/draft/review.ts';
import { explain } from '#src/wizard/draft/rule-words.ts';
import { placeNamed } from '#src/wizard/draft/step-ids.ts';
import type { StepProps } from '#src/wizard/draft/step-props.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';
import { BeforeRestore } from '#src/wizard/steps/review/BeforeRestore.tsx';
import { ChosenFacts } from '#src/wizard/steps/review/ChosenFacts.tsx';
import { FINDINGS_ID } from '#src/wizard/draft/findings-id.ts';
import { Findings } from '#src/wizard/steps/review/Findings.tsx';
import { Outcome } from '#src/wizard/steps/review/Outcome.tsx';
import { RequestView } from '#src/wizard/steps/review/RequestView.tsx';
import { NO_REMARK_BESIDE } from '#src/ui/room.ts';

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
export function ReviewPanel(props: StepProps) {
  const styles = useStyles();
  const { view, formId, onNext, goTo } = props;
  const { rg, rgIsNew } = view.shown;
  const form = useStepForm('review', view);
  const consequence = consequenceText(view);
  const findings = findingsOf(view.settled);
  const toRead = rulesToRead(findings).map((rule) => explain(rule).rule);
  return (
    <StepForm
      id={formId}
      form={form}
      onNext={onNext}
      elsewhere={(name) => {
        const place = placeNamed(name);
        if (place === null || place.step === 'review') return focusField(FINDINGS_ID);
        goTo(place.step, place.field);
        return true;
      }}
    >
      <div className={styles.parts}>
        <Outcome view={view} goTo={goTo} />
        {consequence !== null && (
          <CheckField control={form.control} name="consequenceRead" label={consequence} />
        )}
        <BeforeRestore view={view} preflight={props.preflight} goTo={goTo} />
        <div className={styles.columns}>
          <div className={styles.left}>
            <ChosenFacts view={view} />
            <div>
              <Findings view={view} findings={findings} control={form.control} goTo={goTo} />
              {toRead.length > 0 && (
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
