import { sameId } from '#src/model/resource-id.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Subscription } from '#src/model/target.ts';
import { SOURCE_READS } from '#src/datasources/azure-vm/reads/source.ts';
import { TARGET_READS } from '#src/datasources/azure-vm/reads/target.ts';
import type { FactRead } from '#src/wizard/explain/facts.ts';
import type { MadeGroup } from '#src/wizard/draft/schema.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import { type AnswersOf, nothingRead } from '#src/wizard/reads/read-table.ts';

/** Everything that the wizard asks Azure, each read in one entry. */
export const READS = { ...SOURCE_READS, ...TARGET_READS };

/** Every read by name, without the current time. */
export type ReadName = keyof typeof READS;

/** A read as the table has it, with the reads and fields that there are. */
export interface VmReadSource extends FactRead {
  /** Method and path, with names for what differs; a query that belongs to it stands behind. */
  readonly operation: string;
  readonly apiVersion: string;
  readonly after: ReadName | null;
}

/** What the table says of each read. */
export const READ_SOURCES: Readonly<Record<ReadName, VmReadSource>> = READS;

/** What is known of a backup instance, wherever it is restored to. */
export type SourceReads = AnswersOf<typeof SOURCE_READS> & Moment;

interface Moment {
  /** The moment at which they are looked at: ages are counted to it. */
  readonly at: Instant;
}

/** Everything the wizard has asked Azure about one draft, each read with its state. */
export interface Reads extends AnswersOf<typeof READS>, Moment {
  /** The resource groups that the draft's own presses created; left out: none. */
  readonly made?: readonly MadeGroup[] | undefined;
}

/** The network of the source machine: its cards, and what they name. */
export type NetworkReads = Pick<Reads, 'interfaces' | 'subnets' | 'publicAddresses' | 'balancers'>;

/** Reads that start only once it is known where a restore would go. */
export const TARGET_NOT_READ = nothingRead(TARGET_READS);

/** No read has started yet. */
export const NOTHING_READ = nothingRead(READS);

/** Whether a read was refused or has failed, so that something may be not known for good. */
export function hasTrouble(reads: Reads): boolean {
  const { at: _at, made: _made, ...own } = reads;
  const all: readonly (Read<unknown> | readonly Read<unknown>[])[] = Object.values(own);
  return all.some((one) =>
    ('state' in one ? [one] : one).some(({ state }) => state === 'forbidden' || state === 'failed'),
  );
}

/** The name of a subscription; undefined while it is not read. */
export const subscriptionName = (
  { subscriptions }: { readonly subscriptions: Read<Subscription[]> },
  wanted: string | null,
): string | undefined => known(subscriptions)?.find(({ id }) => sameId(id, wanted))?.name;

/** The answers of a read, which may be one for each of several things. */
export function answersOf(reads: Reads, name: ReadName): readonly Read<unknown>[] {
  const read = reads[name];
  return 'state' in read ? [read] : read;
}
