import type { ComponentType } from 'react';
import { DiskWizard } from '#src/wizard/DiskWizard.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { DraftWizard } from '#src/wizard/DraftWizard.tsx';
import type { DraftWizardProps } from '#src/wizard/WizardFrame.tsx';

type Datasource = NonNullable<DraftChoices['datasource']>;

/**
 * The wizard of each datasource. All have the same six steps, at the same addresses. They come in one
 * file: apart they would share so much that the parts compress worse than the whole.
 */
export const WIZARDS: Readonly<Record<Datasource, ComponentType<DraftWizardProps>>> = {
  'azure-vm': DraftWizard,
  'azure-disk': DiskWizard,
};
