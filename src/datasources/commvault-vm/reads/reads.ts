import type { Instant } from '#src/lib/time.ts';
import { READS } from '#src/datasources/commvault-vm/reads/table.ts';
import type { FactRead } from '#src/wizard/explain/facts.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import type { AnswersOf } from '#src/wizard/reads/read-table.ts';

/** The name of a read about the restore of a VM by Commvault. */
export type CommvaultReadName = keyof typeof READS;

/** What the wizard reads, each read with its state, or those of several things. */
export type CommvaultAnswers = AnswersOf<typeof READS>;

/** Everything that is known of the restore of one VM. */
export interface CommvaultReads extends CommvaultAnswers {
  /** The moment at which they are looked at: ages are counted to it. */
  readonly at: Instant;
}

/** The whole table, each read as it has it. */
export const READ_SOURCES: Readonly<
  Record<CommvaultReadName, FactRead & { readonly after: CommvaultReadName | null }>
> = READS;

const isReadName = (read: string): read is CommvaultReadName => Object.hasOwn(READS, read);

/** Reads of what only the VM in Azure reports. */
const OF_MACHINE: readonly string[] = ['machine', 'disks', 'interfaces', 'subnets'];

/** The answers of a read, by its name: of a VM that Azure has no more, that nothing is reported of it. */
export function answersOf(reads: CommvaultReads, name: string): readonly Read<unknown>[] {
  if (OF_MACHINE.includes(name) && known(reads.azureId) === null) return [reads.azureId];
  const found: Read<unknown> | readonly Read<unknown>[] = isReadName(name) ? reads[name] : [];
  return 'state' in found ? [found] : found;
}
