import { Button } from '@fluentui/react-components';
import type { DiskValidation } from '#src/wizard/azure-disks/checks/use-disk-validation.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';

export interface ValidationPanelProps {
  readonly validation: DiskValidation;
  readonly goTo: GoTo;
}

/** Stands in for the panel of the validation. */
export function ValidationPanel({ validation }: ValidationPanelProps) {
  return (
    <section aria-label="Validation">
      <Button onClick={validation.start}>Validate</Button>
      <p role="status">{validation.state}</p>
      {validation.problems.map(({ code, message }) => (
        <p key={code}>{message}</p>
      ))}
    </section>
  );
}
