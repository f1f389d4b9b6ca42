import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import type { Control } from 'react-hook-form';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';

/** What every group of fields of this step is given. */
export interface ConfigurationFieldsProps {
  readonly view: DraftView;
  readonly control: Control<DraftChoices>;
}
