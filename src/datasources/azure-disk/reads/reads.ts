import type { Instant } from '#src/lib/time.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { FactValue } from '#src/rules/facts.ts';
import { READS } from '#src/datasources/azure-disk/reads/table.ts';
import type { FactRead } from '#src/wizard/explain/facts.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import type { AnswersOf } from '#src/wizard/reads/read-table.ts';

/** The name of a read about the restore of a disk. */
export type DiskReadName = keyof typeof READS;

/** What the wizard reads about the restore of one disk, each read with its state. */
export type DiskAnswers = AnswersOf<typeof READS>;

/** Everything that is known of the restore of one disk. */
export interface DiskReads extends DiskAnswers {
  /** The moment at which they are looked at: ages are counted to it. */
  readonly at: Instant;
  /** Azure's own validation as a fact for the rules. */
  readonly validation: FactValue<'disk.validation'>;
}

/** A read as the table has it, with the reads that there are. */
interface DiskReadSource extends FactRead {
  readonly after: DiskReadName | null;
}

/** The whole table, each read as it has it. */
export const READ_SOURCES: Readonly<Record<DiskReadName, DiskReadSource>> = READS;

const isReadName = (read: string): read is DiskReadName => Object.hasOwn(READS, read);

/** The answer of a read, by its name. */
export const answersOf = (reads: DiskReads, name: string): readonly Read<unknown>[] =>
  isReadName(name) ? [reads[name]] : [];

/** The name of a subscription; undefined while its list is not read, or lacks it. */
export const subscriptionName = (
  { subscriptions }: Pick<DiskReads, 'subscriptions'>,
  subscription: string | null,
): string | undefined => known(subscriptions)?.find(({ id }) => sameId(id, subscription))?.name;
