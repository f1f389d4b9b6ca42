import type { Control } from 'react-hook-form';
import { wizard } from '#src/strings/wizard.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';

/** What the fields of a step are given. */
export interface FieldsProps {
  readonly view: CommvaultView;
  readonly control: Control<DraftChoices>;
}

/** What all fields of a step have. */
export const sharedBy = ({ view, control }: FieldsProps) =>
  ({ control, ...errorWords(view), placeholder: wizard.choose }) as const;
