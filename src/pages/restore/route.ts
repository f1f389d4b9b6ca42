import { afterReal } from '#src/lib/clock.ts';
import { LIMITS } from '#src/lib/limits.ts';
import { loadCode } from '#src/lib/load.ts';

type Load = (draftId: string, step: string) => Promise<void>;

let known: Load | undefined;

/** Drafts are read only here: no other page waits for what reads them. */
async function loadOfSteps(): Promise<Load> {
  return (await loadCode(() => import('#src/pages/restore/load.ts'))).loadStepOf;
}

async function aMoment(): Promise<void> {
  return new Promise((resolve) => void afterReal(LIMITS.pageMs, resolve));
}

/** The wizard of a draft: as a rule the step's code is there before the page is drawn. */
export const restorePage = {
  path: '/restore/$draftId/$step',
  load: async ({ draftId, step }: { readonly draftId: string; readonly step: string }) => {
    // A browser hands out again what it has imported only after all else that waits.
    known ??= await loadOfSteps();
    // A step that takes longer is drawn while it loads: the wizard stays around it.
    await Promise.race([known(draftId, step), aMoment()]);
  },
} as const;
