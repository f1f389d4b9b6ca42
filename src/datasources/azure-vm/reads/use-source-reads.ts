import { newDraft, type VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import type { Reads, SourceReads } from '#src/datasources/azure-vm/reads/reads.ts';
import { newReader, type ReadQuery } from '#src/datasources/azure-vm/reads/reader.ts';
import { useReader } from '#src/wizard/reads/use-reader.ts';

const NOTHING = newDraft('', 0).choices;

/** Asks Azure about a protected machine, each thing once its id is known; null: none is chosen. */
export const useSourceReads = (
  instance: string | null,
  regionView: VmChoices['regionView'] = 'primary',
): SourceReads =>
  useReader<VmChoices, Reads, ReadQuery>(newReader, { ...NOTHING, instance, regionView });
