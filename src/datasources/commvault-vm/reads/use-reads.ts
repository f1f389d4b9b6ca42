import { useMemo } from 'react';
import { useNow } from '#src/ui/use-now.ts';
import { type CommvaultQuery, newReader } from '#src/datasources/commvault-vm/reads/reader.ts';
import type {
  CommvaultAnswers,
  CommvaultReads,
} from '#src/datasources/commvault-vm/reads/reads.ts';
import type { CommvaultChoices } from '#src/datasources/commvault-vm/schema.ts';
import { useReader } from '#src/wizard/reads/use-reader.ts';

/** Restore points get older while the wizard is open: as often as that is looked at. */
const LOOK_EVERY_MS = 30_000;

/** Asks Commvault and Azure what a draft needs to know, each thing once its ID is known. */
export function useCommvaultReads(choices: CommvaultChoices): CommvaultReads {
  const at = useNow(LOOK_EVERY_MS);
  const answers = useReader<CommvaultChoices, CommvaultAnswers, CommvaultQuery>(newReader, choices);
  return useMemo(() => ({ ...answers, at }), [answers, at]);
}
