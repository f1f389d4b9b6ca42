import { type ComponentType, lazy } from 'react';
import { diskFlow } from '#src/strings/disk-flow.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { DraftWizard } from '#src/wizard/DraftWizard.tsx';
import type { DraftWizardProps } from '#src/wizard/WizardFrame.tsx';

type Datasource = NonNullable<DraftChoices['datasource']>;

/** Loads the wizard of disks: with the first draft of one. */
async function loadDiskWizard() {
  const { DiskWizard } = await import('#src/wizard/DiskWizard.tsx');
  return { default: DiskWizard };
}

/** The wizard of each datasource. All have the same six steps, at the same addresses. */
const WIZARDS: Readonly<Record<Datasource, ComponentType<DraftWizardProps>>> = {
  'azure-vm': DraftWizard,
  'azure-disk': lazy(() => loadDiskWizard().catch(() => ({ default: CannotLoad }))),
};

/** The wizard of a draft; that of machines unless the draft says otherwise. */
export function wizardOf({ datasource }: DraftChoices): ComponentType<DraftWizardProps> {
  return WIZARDS[datasource ?? 'azure-vm'];
}

function CannotLoad() {
  return <p role="alert">{diskFlow.cannotLoad}</p>;
}
