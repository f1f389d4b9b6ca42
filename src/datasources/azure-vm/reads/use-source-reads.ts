import { newDraft, type VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import type { Reads, SourceReads } from '#src/datasources/azure-vm/reads/reads.ts';
import { newReader, type ReadQuery } from '#src/datasources/azure-vm/reads/reader.ts';
import { useReader } from '#src/wizard/reads/use-reader.ts';

const NOTHING = newDraft('', 0).choices;

/** Reads from Azure about a backup instance, each thing once its ID is known; null: none is selected. */
export const useSourceReads = (
  instance: string | null,
  regionView: VmChoices['regionView'] = 'primary',
): SourceReads =>
  useReader<VmChoices, Reads, ReadQuery>(newReader, { ...NOTHING, instance, regionView });
