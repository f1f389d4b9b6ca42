let doCount = false;

/**
 * Whether reasons name where a newer text than their document differs, and whether the rules go by it where
 * it allows more. Set at the start: Azure judges by the newer texts, the simulated Azure by the documents.
 */
export function goByNewerTexts(count: boolean): void {
  doCount = count;
}

/** What {@link goByNewerTexts} has set; no, before. */
export const newerTextsCount = (): boolean => doCount;
