import { makeStyles, tokens } from '@fluentui/react-components';
import { Reachability } from '#src/datasources/azure-vm/files/steps/Reachability.tsx';
import { LargeSettings } from '#src/datasources/azure-vm/files/steps/LargeSettings.tsx';
import { RunnerFields } from '#src/datasources/azure-vm/files/steps/RunnerFields.tsx';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { runner as words } from '#src/strings/files/runner.ts';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { NeedsInstance } from '#src/wizard/steps/NeedsInstance.tsx';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';
import type { PanelProps } from '#src/wizard/task.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});

/** On which system the script runs, and what it needs there. */
export function RunnerPanel({ view, formId, onNext, goTo }: PanelProps<FileView>) {
  const styles = useStyles();
  const form = useStepForm('runner', view);
  if (view.draft.choices.instance === null) {
    return <NeedsInstance title={words.needsInstance} {...{ goTo, formId, form, onNext }} />;
  }
  return (
    <div className={styles.root}>
      <StepForm id={formId} form={form} onNext={onNext}>
        <RunnerFields view={view} control={form.control} />
      </StepForm>
      <LargeSettings view={view} />
      <Reachability osType={view.facts.vm?.osType} />
    </div>
  );
}
