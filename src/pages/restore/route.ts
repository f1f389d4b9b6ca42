/** The wizard of a draft: the step's code is there before the page is drawn. */
export const restore = {
  path: '/restore/$draftId/$step',
  // Drafts are read only here: no other page waits for what reads them.
  load: async ({ draftId, step }: { readonly draftId: string; readonly step: string }) => {
    const { loadStepOf } = await import('#src/pages/restore/load.ts');
    await loadStepOf(draftId, step);
  },
} as const;
