import { newDraft, type VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';
import type { SourceReads } from '#src/datasources/azure-vm/reads/reads.ts';
import { newReader } from '#src/datasources/azure-vm/reads/reader.ts';
import { useReader } from '#src/datasources/azure-vm/reads/use-reader.ts';

const NOTHING = newDraft('', 0).choices;

/** Asks Azure about a protected machine, each thing once its id is known; null: none is chosen. */
export const useSourceReads = (
  instance: string | null,
  regionView: VmChoices['regionView'] = 'primary',
): SourceReads => useReader(newReader, { ...NOTHING, instance, regionView });
