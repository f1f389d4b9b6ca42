import { wizardOfDraft } from '#src/wizard/draft/drafts.ts';
import { WIZARDS } from '#src/wizard/wizards.ts';

/** Loads the code of a step of a draft. Never rejects. */
export async function loadStepOf(draftId: string, step: string): Promise<void> {
  const loaded = await WIZARDS.load(wizardOfDraft(draftId));
  if (loaded.state === 'loaded') await loaded.code.loadStep(step);
}
