import { useMemo } from 'react';
import { useNow } from '#src/ui/use-now.ts';
import { type DiskQuery, newReader } from '#src/datasources/azure-disk/reads/reader.ts';
import type { DiskAnswers, DiskReads } from '#src/datasources/azure-disk/reads/reads.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';
import { useReader } from '#src/wizard/reads/use-reader.ts';

/** Points expire and roles come of age while the wizard is open: as often as that is looked at. */
const LOOK_EVERY_MS = 30_000;

/** Asks Azure what the draft of a disk's restore needs to know, each thing once its id is known. */
export function useDiskReads(choices: DiskChoices): DiskReads {
  const at = useNow(LOOK_EVERY_MS);
  const answers = useReader<DiskChoices, DiskAnswers, DiskQuery>(newReader, choices);
  return useMemo(() => ({ ...answers, at, validation: 'none' }), [answers, at]);
}
