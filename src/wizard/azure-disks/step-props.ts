import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';

/** What every step's panel of a disk's restore is given. */
export interface DiskStepProps {
  readonly view: DiskView;
  /** The id of the form that the wizard's Next button submits. */
  readonly formId: string;
  /** Called when the step's form holds nothing that is refused. */
  readonly onNext: () => void;
  readonly goTo: GoTo;
}
