import type {
  FactsOf,
  FactSource,
  FromAzure,
  FieldGroup,
} from '#src/wizard/explain/fact-source.ts';
import { READS } from '#src/datasources/azure-vm/reads/reads.ts';
import type { FactRead } from '#src/wizard/explain/of-table.ts';
import type { Question } from '#src/datasources/azure-vm/choices/schema.ts';

/** Every read by name, without the current time. */
export type ReadName = keyof typeof READS;

/** A read as the table has it, with the reads and fields that there are. */
export interface ReadSource extends FactRead {
  /** Method and path, with names for what differs; a query that belongs to it stands behind. */
  readonly operation: string;
  readonly apiVersion: string;
  readonly after: ReadName | null;
}

/** Everything that the wizard asks Azure. */
export const READ_SOURCES: Readonly<Record<ReadName, ReadSource>> = READS;

/** Where a fact about the restore of a virtual machine comes from. */
export type VmFactSource = FactSource<ReadName, Question>;

export type SourcesOf<Group extends string> = Readonly<Record<FactsOf<Group>, VmFactSource>>;

/** A fact that Azure reports, and about the secondary region only with the region that it is. */
export const reportedOfRegion = (...group: FieldGroup<ReadName>): FromAzure<ReadName> => ({
  from: 'azure',
  fieldGroups: [group],
  inSecondary: [
    ['regions', 'value[].metadata.pairedRegion[].name'],
    ['vault', 'location'],
  ],
});
