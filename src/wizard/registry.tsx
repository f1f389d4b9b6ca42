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

const LazyDiskWizard = lazy(() => loadDiskWizard().catch(() => ({ default: CannotLoad })));

/** The wizard of each datasource. All have the same six steps, at the same addresses. */
export const WIZARDS: Record<Datasource, ComponentType<DraftWizardProps>> = {
  'azure-vm': DraftWizard,
  'azure-disk': LazyDiskWizard,
};

/**
 * Loads what draws a draft before its page is drawn, so that the focus finds its heading. Where that
 * fails the page says so.
 */
export async function preloadWizard({ datasource }: DraftChoices, step: string): Promise<void> {
  const take = async (): Promise<void> => {
    const loaded = await loadDiskWizard().catch(() => null);
    if (loaded !== null) WIZARDS['azure-disk'] = loaded.default;
  };
  if (datasource === 'azure-disk') await take();
  // Where it can be chosen it will be wanted at once; nobody waits for it.
  else if (step === 'datasource') void take();
}

function CannotLoad() {
  return <p role="alert">{diskFlow.cannotLoad}</p>;
}
