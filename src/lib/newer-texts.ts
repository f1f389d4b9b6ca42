let areTold = false;

/**
 * Whether reasons say where a newer text than their document differs, and whether the rules go by it where
 * it allows more. Set at the start: Azure judges by the newer texts, the simulated Azure by the documents.
 */
export function tellNewerTexts(told: boolean): void {
  areTold = told;
}

/** What {@link tellNewerTexts} was told; no, before. */
export const tellsNewerTexts = (): boolean => areTold;
