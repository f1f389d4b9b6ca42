import type { InferDataFromTag } from '@tanstack/react-query';
import type { Instant } from '#src/lib/time.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { DiskFacts } from '#src/rules/facts.ts';
import type { diskQueries } from '#src/datasources/azure-disk/queries.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';

type Queries = ReturnType<typeof diskQueries>;

/** What the wizard reads about the restore of one disk: each query with its state. */
type Answers = {
  readonly [Name in keyof Queries]: Read<InferDataFromTag<never, Queries[Name]['queryKey']>>;
};

/** Everything that is known of the restore of one disk. */
export interface DiskReads extends Answers {
  /** The moment at which they are looked at: ages are counted to it. */
  readonly at: Instant;
  /** Azure's own validation as a fact for the rules. */
  readonly validation: DiskFacts['validation'];
}

/** The answer of a read, by its name. */
export function answersOf(
  { at: _at, validation: _validation, ...reads }: DiskReads,
  name: string,
): readonly Read<unknown>[] {
  return Object.entries<Read<unknown>>(reads).flatMap(([one, read]) =>
    one === name ? [read] : [],
  );
}

/** The name of a subscription; undefined while its list is not read, or lacks it. */
export const subscriptionName = (
  { subscriptions }: Pick<DiskReads, 'subscriptions'>,
  subscription: string | null,
): string | undefined => known(subscriptions)?.find(({ id }) => sameId(id, subscription))?.name;
