import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { Verdict } from '#src/rules/engine.ts';
import { findingsOf, rulesToRead } from '#src/wizard/draft/review.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** What the rules say by Azure's latest answers, after a press that started nothing. */
export interface AfterPress {
  readonly refused: readonly Verdict[];
  /** Told only where nothing refuses, and something changed since Review was read. */
  readonly warned: readonly CatalogueRule[];
}

/** What is said again after a press that started nothing; null after any other. Pure. */
export function afterPress({ draft, settled }: DraftView): AfterPress | null {
  const { submission } = draft;
  if (submission.state !== 'refused' && submission.state !== 'notSent') return null;
  const findings = findingsOf(settled);
  const hasChanged = submission.state === 'notSent' && submission.heldBack === 'changed';
  return {
    refused: findings.refused,
    warned: hasChanged && findings.refused.length === 0 ? rulesToRead(findings) : [],
  };
}
