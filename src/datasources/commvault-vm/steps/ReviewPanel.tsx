import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { toCreateTaskBody } from '#src/api/commvault/restores.ts';
import { flow } from '#src/strings/commvault/flow.ts';
import { CheckField } from '#src/ui/fields/CheckField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { restoreIn } from '#src/datasources/commvault-vm/request/commvault-restore.ts';
import {
  Effects,
  NextSteps,
  UncheckedRules,
} from '#src/datasources/commvault-vm/steps/ReviewParts.tsx';
import { linesOf, overwriteText } from '#src/datasources/commvault-vm/steps/reviewed.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import { formFindings } from '#src/wizard/explain/findings.ts';
import { RequestView } from '#src/wizard/review/RequestView.tsx';
import { RuleFindings } from '#src/wizard/review/RuleFindings.tsx';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';
import type { PanelProps } from '#src/wizard/task.ts';

const words = flow.review;

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});

export interface ReviewPanelProps extends PanelProps<CommvaultView> {
  /** The checks. */
  readonly children: ReactNode;
}

/** Everything once more, before anything is sent. */
export function ReviewPanel({ view, formId, onNext, goTo, children }: ReviewPanelProps) {
  const styles = useStyles();
  const form = useStepForm('review', view);
  const { refused, warned, notChecked } = formFindings(view);
  const overwrite = overwriteText(view);
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <div className={styles.parts}>
        <Effects view={view} />
        {overwrite !== null && (
          <CheckField control={form.control} name="consequenceRead" label={overwrite} />
        )}
        <RuleFindings
          rules={[...refused, ...warned].map(({ rule }) => rule)}
          view={view}
          goTo={goTo}
        />
        {children}
        <UncheckedRules {...{ view, goTo }} verdicts={notChecked} />
        <NextSteps view={view} />
        <section aria-label={words.selected}>
          <SectionHeading level={3}>{words.selected}</SectionHeading>
          <KeyFacts facts={linesOf(view)} />
        </section>
        <RequestView preview={previewOf(view)} note={words.requestNote} />
      </div>
    </StepForm>
  );
}

/** The request as text; its description is made when Restore is selected. */
function previewOf(view: CommvaultView) {
  const restore = restoreIn(view);
  if (restore === null) return null;
  const body = toCreateTaskBody(restore, words.mark, view.reads.at);
  return { before: [], method: 'POST', url: '/CreateTask', body: JSON.stringify(body, null, 2) };
}
