type Load = (draftId: string, step: string) => Promise<void>;

let known: Load | undefined;

/** Drafts are read only here: no other page waits for what reads them. */
async function loadOfSteps(): Promise<Load> {
  return (await import('#src/pages/restore/load.ts')).loadStepOf;
}

/** The wizard of a draft: the step's code is there before the page is drawn. */
export const restore = {
  path: '/restore/$draftId/$step',
  load: async ({ draftId, step }: { readonly draftId: string; readonly step: string }) => {
    // A browser hands out again what it has imported only after all else that waits.
    known ??= await loadOfSteps();
    await known(draftId, step);
  },
} as const;
