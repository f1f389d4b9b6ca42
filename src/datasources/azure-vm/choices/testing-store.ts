import { newDraft, transitions } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { DraftCause } from '#src/wizard/draft/schema.ts';
import { createDraft as create } from '#src/wizard/draft/store.ts';
import { applied } from '#src/wizard/draft/transitions.ts';

/**
 * Creates and stores a draft, and returns its id. `chosen` is applied as a change by the operator, with
 * all that follows from it.
 */
export const createDraft = (
  given: Partial<VmChoices>,
  chosen: Partial<VmChoices> = {},
  cause?: DraftCause,
): string =>
  create((id, at) => ({
    ...applied(transitions, newDraft(id, at, given), chosen, at),
    cause,
  }));
